// The agreement machine as the run walked it: a box for each deal status, an arrow for each step that deals
// took, as wide as the number of deals that took it.
import type { StatusFlow } from "../Summary.ts"
import * as Markup from "./Markup.ts"
import { px, tag, text } from "./Markup.ts"

const boxWidth = 122
const boxHeight = 48
const columnStep = 168
const rowStep = 136
const margin = 14
const width = 6 * columnStep + boxWidth + 2 * margin

/** Where each status stands: the happy path in the middle, what interrupts it above, what ends it badly below. */
const places: Readonly<Record<string, readonly [column: number, row: number]>> = {
  Proposed: [0, 1],
  Agreed: [1, 1],
  Provisioning: [2, 1],
  Provisioned: [3, 1],
  Active: [4, 1],
  Closing: [5, 1],
  Settled: [6, 1],
  Suspended: [4, 0],
  Disputed: [5, 0],
  Anomalous: [0, 0],
  Declined: [0, 2],
  BreachedByRequester: [4, 2],
  BreachedByProvider: [5, 2],
  BreachedByBoth: [6, 2],
}

interface Box {
  readonly status: string
  readonly deals: number
  readonly x: number
  readonly y: number
  readonly row: number
}

const kindOf = (status: string): string =>
  status === "Settled" ? "good" : /^Breached|^Anomalous/.test(status) ? "bad" : "plain"

const layout = (flow: StatusFlow): ReadonlyMap<string, Box> => {
  const boxes = new Map<string, Box>()
  let strangers = 0
  for (const { status, deals } of flow.nodes) {
    const [column, row] = places[status] ?? [strangers++, 3]
    boxes.set(status, {
      status,
      deals,
      x: margin + column * columnStep,
      y: margin + row * rowStep + 20,
      row,
    })
  }
  return boxes
}

/** A breakable name: `BreachedByProvider` does not fit in one line of its box. */
const words = (status: string): ReadonlyArray<string> =>
  status.length <= 13 ? [status] : [status.replace(/By.*/, ""), status.replace(/^.*?By/, "by ")]

const box = ({ status, deals, x, y }: Box): string => {
  const lines = words(status)
  const middle = x + boxWidth / 2
  return tag(
    "g",
    { class: `box ${kindOf(status)}${deals === 0 ? " never" : ""}` },
    tag("title", {}, text(`${status}: ${Markup.count(deals)} deals`)),
    tag("rect", { x, y, width: boxWidth, height: boxHeight, rx: 8 }),
    tag(
      "text",
      { class: "name", x: middle, y: y + 19, "text-anchor": "middle" },
      text(lines.join(" ")),
    ),
    tag(
      "text",
      { class: "deals", x: middle, y: y + 38, "text-anchor": "middle" },
      text(deals === 0 ? "never" : Markup.count(deals)),
    ),
  )
}

interface Curve {
  readonly d: string
  readonly label: readonly [number, number]
}

const cubic = (
  [x0, y0]: readonly [number, number],
  [x1, y1]: readonly [number, number],
  [x2, y2]: readonly [number, number],
  [x3, y3]: readonly [number, number],
): Curve => ({
  d: `M${px(x0)} ${px(y0)}C${px(x1)} ${px(y1)} ${px(x2)} ${px(y2)} ${px(x3)} ${px(y3)}`,
  label: [(x0 + 3 * x1 + 3 * x2 + x3) / 8, (y0 + 3 * y1 + 3 * y2 + y3) / 8],
})

// Neighbours in a row are joined straight; a jump over others swings below them, a step back above.
const inRow = (from: Box, to: Box): Curve => {
  const columns = Math.round((to.x - from.x) / columnStep)
  if (columns === 1) {
    const y = from.y + boxHeight / 2
    const [x0, x3] = [from.x + boxWidth, to.x - 5]
    const curve = cubic([x0, y], [x0, y], [x3, y], [x3, y])
    return { ...curve, label: [curve.label[0], y - 7] }
  }
  const below = columns > 0
  const edge = below ? boxHeight : 0
  const swing = (below ? 1 : -1) * (24 + 15 * Math.abs(columns))
  const start: readonly [number, number] = [from.x + boxWidth * (below ? 0.7 : 0.3), from.y + edge]
  const end: readonly [number, number] = [
    to.x + boxWidth * (below ? 0.3 : 0.7),
    to.y + edge + (below ? 5 : -5),
  ]
  return cubic(start, [start[0], start[1] + swing], [end[0], end[1] + swing], end)
}

// Between rows: from the side that faces the other row, shifted a little so that there and back do not cover.
const acrossRows = (from: Box, to: Box): Curve => {
  const down = to.row > from.row
  const shift = down ? 14 : -14
  const start: readonly [number, number] = [
    from.x + boxWidth / 2 + shift,
    from.y + (down ? boxHeight : 0),
  ]
  const end: readonly [number, number] = [
    to.x + boxWidth / 2 + shift,
    to.y + (down ? -5 : boxHeight + 5),
  ]
  const reach = (end[1] - start[1]) * 0.55
  return cubic(start, [start[0], start[1] + reach], [end[0], end[1] - reach], end)
}

const arrow = (from: Box, to: Box, deals: number, most: number): string => {
  const curve = from.row === to.row ? inRow(from, to) : acrossRows(from, to)
  const share = deals / most
  const thickness = 1 + 6 * Math.sqrt(share)
  const says = `${from.status} → ${to.status}: ${Markup.count(deals)} deals`
  return tag(
    "g",
    { class: `arrow${kindOf(to.status) === "bad" ? " bad" : ""}` },
    tag("title", {}, text(says)),
    tag("path", { class: "touch", d: curve.d }),
    tag("path", {
      class: "shaft",
      d: curve.d,
      "stroke-width": px(thickness),
      "marker-end": "url(#tip)",
    }),
    tag(
      "text",
      { x: px(curve.label[0]), y: px(curve.label[1] + 3), "text-anchor": "middle" },
      text(Markup.brief(deals)),
    ),
  )
}

const marker =
  '<defs><marker id="tip" viewBox="0 0 8 8" refX="4" refY="4" markerWidth="9" markerHeight="9" ' +
  'markerUnits="userSpaceOnUse" orient="auto"><path d="M0 0L8 4L0 8z"/></marker></defs>'

/** The drawing, and the same numbers as a table. */
export const figure = (flow: StatusFlow): string => {
  const boxes = layout(flow)
  const edges = flow.edges.filter(({ deals, from, to }) => deals > 0 && from !== to)
  const most = Math.max(1, ...edges.map(({ deals }) => deals))
  const rows = Math.max(2, ...[...boxes.values()].map(({ row }) => row))
  const height = rows * rowStep + boxHeight + 2 * margin + 34
  const drawn = [...edges]
    .sort((a, b) => b.deals - a.deals)
    .flatMap(({ from, to, deals }) => {
      const [source, target] = [boxes.get(from), boxes.get(to)]
      return source === undefined || target === undefined
        ? []
        : [arrow(source, target, deals, most)]
    })
  const svg = tag(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      class: "machine",
      "aria-labelledby": "machine-title machine-desc",
    },
    tag("title", { id: "machine-title" }, "How deals moved through the agreement"),
    tag(
      "desc",
      { id: "machine-desc" },
      "Each box is a status of a deal with the number of deals that were ever in it; each arrow is a step, as wide as the number of deals that took it. The table below has the same numbers.",
    ),
    marker,
    ...drawn,
    ...[...boxes.values()].map(box),
  )
  const table = Markup.table(
    "Steps between statuses",
    ["from", "to", "deals"],
    edges.map(({ from, to, deals }) => [text(from), text(to), Markup.count(deals)]),
    1,
  )
  return tag(
    "figure",
    {},
    tag(
      "div",
      { class: "scroll", tabindex: 0, role: "region", "aria-label": "The agreement machine" },
      svg,
    ),
    Markup.behind("the numbers", table),
  )
}
