// A flame graph, upside down: the program is at the top, below each function what it called, as wide as the time that
// it took. Neighbours are in the order of their names, so that two pictures of one program can be compared.
import { px, tag, text } from "../../sim/report/Markup.ts"
import type { Frame } from "./Profile.ts"

const width = 1200
const row = 17
const head = 62
/** Narrower frames are left out, in pixels: nobody could point at one. */
const least = 1.2
const letter = 6.1

/** Parts of the project, by the beginning of a file's path, and the colour of each. */
const parts = [
  ["matching", /^src\/matching\//, "#f6b26b"],
  ["parties and agreement", /^src\/(agent|agreement-fsm)\//, "#93c47d"],
  ["exchange", /^src\/Exchange/, "#ffd966"],
  ["model and signatures", /^src\/(model|signature)\//, "#9fc5e8"],
  ["chain", /^src\/chain\//, "#b4a7d6"],
  ["simulator and bench", /^(sim|bench)\//, "#d5a6bd"],
  ["garbage collection", /^V8$/, "#999999"],
  ["libraries and runtime", /./, "#d9d9d9"],
] as const

const colourOf = (place: string): string =>
  parts.find(([, pattern]) => pattern.test(place))?.[2] ?? "#eeeeee"

const byName = (a: Frame, b: Frame): number =>
  a.name < b.name ? -1 : a.name > b.name ? 1 : a.place < b.place ? -1 : 1

interface Picture {
  readonly whole: number
  readonly shapes: Array<string>
  depth: number
}

const draw = (picture: Picture, frame: Frame, x: number, depth: number): void => {
  const wide = (frame.total / picture.whole) * width
  if (wide < least) return
  picture.depth = Math.max(picture.depth, depth)
  const y = head + depth * row
  const share = ((100 * frame.total) / picture.whole).toFixed(1)
  const where = frame.place === "" || frame.place === frame.name ? "" : `, ${frame.place}`
  const letters = Math.floor((wide - 6) / letter)
  const label = frame.name.length <= letters ? frame.name : `${frame.name.slice(0, letters - 1)}…`
  const box = { x: px(x), y, width: px(Math.max(0.5, wide - 0.6)), height: row - 1 }
  picture.shapes.push(
    tag(
      "g",
      {},
      tag("title", {}, text(`${frame.name}${where}: ${share} %`)),
      tag("rect", { ...box, fill: colourOf(frame.place) }),
      letters < 3 ? "" : tag("text", { x: px(x + 3), y: y + 12 }, text(label)),
    ),
  )
  let at = x
  for (const below of [...frame.children.values()].sort(byName)) {
    draw(picture, below, at, depth + 1)
    at += (below.total / picture.whole) * width
  }
}

const legend = (shapes: ReadonlyArray<string>): ReadonlyArray<string> => {
  let x = 4
  const shown = parts.filter(([, , colour]) => shapes.some((shape) => shape.includes(colour)))
  return shown.map(([name, , colour]) => {
    const at = x
    x += 26 + name.length * letter
    return (
      tag("rect", { x: px(at), y: 36, width: 12, height: 12, fill: colour }) +
      tag("text", { x: px(at + 16), y: 46 }, text(name))
    )
  })
}

/**
 * The picture, as SVG. A pointer that rests on a frame is told its file and its share.
 *
 * @example
 * writeFileSync("market.svg", Flame.svg("The market in memory", Profile.tree(profile)))
 */
export const svg = (title: string, frame: Frame): string => {
  const picture: Picture = { whole: frame.total, shapes: [], depth: 0 }
  draw(picture, frame, 0, 0)
  const height = head + (picture.depth + 1) * row + 4
  const seconds = (frame.total / 1e6).toFixed(1)
  return `${tag(
    "svg",
    {
      xmlns: "http://www.w3.org/2000/svg",
      viewBox: `0 0 ${width} ${height}`,
      "font-family": "monospace",
      "font-size": 10,
      role: "img",
      "aria-label": title,
    },
    tag("rect", { width, height, fill: "#ffffff" }),
    tag("text", { x: 4, y: 20, "font-size": 14 }, text(`${title}: ${seconds} s at work`)),
    ...legend(picture.shapes),
    "\n",
    picture.shapes.join("\n"),
    "\n",
  )}\n`
}
