// The agreement machine as the run walked it: a box for each deal status, an arrow for each step that deals
// took, as wide as the number of deals that took it.
import type { StatusFlow } from "../Summary.ts"
import * as Markup from "./Markup.ts"
import { px, tag, text } from "./Markup.ts"

const boxWidth = 122
const boxHeight = 48
const columnStep = 168
const rowStep = 128
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

/** `BreachedByProvider` does not fit into one line of its box. */
const words = (status: string): ReadonlyArray<string> => {
  const parts = /^(.+)By(.+)$/.exec(status)
  return parts === null ? [status] : [parts[1]!, `by ${parts[2]!.toLowerCase()}`]
}

const lineStep = 17

const box = ({ status, deals, x, y }: Box): string => {
  const lines = words(status)
  const middle = x + boxWidth / 2
  return tag(
    "g",
    { class: `box ${kindOf(status)}${deals === 0 ? " never" : ""}` },
    tag("title", {}, text(`${status}: ${Markup.count(deals)} deals`)),
    tag("rect", {
      x,
      y,
      width: boxWidth,
      height: boxHeight + (lines.length - 1) * lineStep,
      rx: 8,
    }),
    ...[...lines, deals === 0 ? "never" : Markup.count(deals)].map((line, i) =>
      tag(
        "text",
        {
          class: i < lines.length ? "name" : "deals",
          x: middle,
          y: y + 20 + i * lineStep,
          "text-anchor": "middle",
        },
        text(line),
      ),
    ),
  )
}

interface Curve {
  readonly d: string
  readonly label: readonly [number, number]
}

type Point = readonly [x: number, y: number]

/** A Bézier curve with its label at `t`, half-way unless it says otherwise. */
const cubic = (p0: Point, p1: Point, p2: Point, p3: Point, t = 0.5): Curve => {
  const weights = [(1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t ** 2, t ** 3]
  const at = (axis: 0 | 1): number =>
    [p0, p1, p2, p3].reduce((sum, point, i) => sum + point[axis] * weights[i]!, 0)
  const [start, ...rest] = [p0, p1, p2, p3].map(([x, y]) => `${px(x)} ${px(y)}`)
  return { d: `M${start}C${rest.join(" ")}`, label: [at(0), at(1)] }
}

// Neighbours in a row are joined straight; a jump over others swings below them, a step back above.
const inRow = (from: Box, to: Box): Curve => {
  const columns = Math.round((to.x - from.x) / columnStep)
  if (columns === 1) {
    const y = from.y + boxHeight / 2
    const [x0, x3] = [from.x + boxWidth, to.x - 5]
    const curve = cubic([x0, y], [x0, y], [x3, y], [x3, y])
    return { ...curve, label: [curve.label[0], y - 11] }
  }
  const below = columns > 0
  const edge = below ? boxHeight : 0
  const swing = (below ? 1 : -1) * (24 + 15 * Math.abs(columns))
  const start: Point = [from.x + boxWidth * (below ? 0.7 : 0.3), from.y + edge]
  const end: Point = [to.x + boxWidth * (below ? 0.3 : 0.7), to.y + edge + (below ? 5 : -5)]
  return cubic(start, [start[0], start[1] + swing], [end[0], end[1] + swing], end)
}

// Over a whole row: through the gap between two columns, so that no box is crossed; the label stands where the
// curve has left the row behind.
const pastRow = (from: Box, to: Box): Curve => {
  const down = to.row > from.row
  const side = to.x < from.x ? -1 : 1
  const edge = (box: Box, towards: number): number =>
    towards > 0 ? box.x + boxWidth - 20 : box.x + 20
  const gap = from.x + boxWidth / 2 + (side * columnStep) / 2
  const start: Point = [edge(from, side), from.y + (down ? boxHeight : 0)]
  const end: Point = [edge(to, to.x === from.x ? side : -side), to.y + (down ? -5 : boxHeight + 5)]
  const middle = (start[1] + end[1]) / 2
  return cubic(start, [gap, middle], [gap, middle], end, 0.82)
}

// Between rows: from the side that faces the other row, shifted a little so that there and back do not cover.
const acrossRows = (from: Box, to: Box): Curve => {
  const down = to.row > from.row
  if (Math.abs(to.row - from.row) > 1) return pastRow(from, to)
  const shift = down ? 14 : -14
  const start: Point = [from.x + boxWidth / 2 + shift, from.y + (down ? boxHeight : 0)]
  const end: Point = [to.x + boxWidth / 2 + shift, to.y + (down ? -5 : boxHeight + 5)]
  const reach = (end[1] - start[1]) * 0.55
  return cubic(start, [start[0], start[1] + reach], [end[0], end[1] - reach], end)
}

interface Arrow {
  readonly shaft: string
  readonly label: string
}

const arrow = (from: Box, to: Box, deals: number, most: number): Arrow => {
  const curve = from.row === to.row ? inRow(from, to) : acrossRows(from, to)
  const thickness = 1.2 + 5.8 * Math.sqrt(deals / most)
  const says = `${from.status} → ${to.status}: ${Markup.count(deals)} deals`
  return {
    shaft: tag(
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
    ),
    label: tag(
      "text",
      {
        class: "label",
        x: px(curve.label[0]),
        y: px(curve.label[1] + 3),
        "text-anchor": "middle",
      },
      text(Markup.brief(deals)),
    ),
  }
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
  const height = rows * rowStep + boxHeight + 2 * margin + 30
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
    ...drawn.map(({ shaft }) => shaft),
    ...[...boxes.values()].map(box),
    ...drawn.map(({ label }) => label),
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
