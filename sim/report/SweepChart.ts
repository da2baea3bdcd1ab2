// A chart of one value over one varied key: a point with its 95 % interval for each combination, a line for each value
// of a second key.
import { brief, px, tag, text } from "./Markup.ts"

export interface Point {
  /** The place on the axis: an index into its labels. */
  readonly at: number
  readonly mean: number
  readonly low: number
  readonly high: number
}

export interface Options {
  readonly id: string
  readonly title: string
  readonly axis: string
  /** The axis' values as they were written, in their order. */
  readonly labels: ReadonlyArray<string>
  readonly curves: ReadonlyArray<{ readonly name: string; readonly points: ReadonlyArray<Point> }>
}

const width = 640
const height = 260
const left = 58
const right = 18
const upper = 12
const lower = 46

/** Round values from below the least to above the greatest, four to eight of them. */
const ticks = (low: number, high: number): ReadonlyArray<number> => {
  const span = high > low ? high - low : Math.max(Math.abs(high), 1)
  let power = 1
  while (power * 10 <= span) power *= 10
  while (power > span) power /= 10
  const step = power * [0.2, 0.5, 1, 2].find((part) => span / (power * part) <= 6)!
  const first = Math.floor(low / step)
  const values: Array<number> = []
  for (let i = first; (i - 1) * step < high; i++) values.push(Number((i * step).toPrecision(12)))
  return values
}

/** Below this share of the values a span is what sums of doubles round away, and steps of it end nowhere. */
const spanMin = 1e-9

/** Zero belongs to the picture unless the values are far from it and differ: a small difference of large numbers must show. */
const bounds = (points: ReadonlyArray<Point>): readonly [number, number] => {
  const low = Math.min(...points.map((point) => point.low))
  const high = Math.max(...points.map((point) => point.high))
  if (low === 0 && high === 0) return [0, 1]
  if (high - low <= spanMin * Math.max(Math.abs(low), Math.abs(high)))
    return [Math.min(0, low), Math.max(0, high)]
  if (low >= 0 && low < high * 0.6) return [0, high]
  return high <= 0 && high > low * 0.6 ? [low, 0] : [low, high]
}

/** Numbers stand where they belong on the axis; anything else in equal steps. */
const places = (labels: ReadonlyArray<string>): ReadonlyArray<number> => {
  const numbers = labels.map(Number)
  const [first, last] = [Math.min(...numbers), Math.max(...numbers)]
  if (numbers.every((n, at) => Number.isFinite(n) && labels[at] !== "") && last > first)
    return numbers.map((n) => (n - first) / (last - first))
  return labels.map((_, at) => (labels.length === 1 ? 0.5 : at / (labels.length - 1)))
}

/** Labels that do not touch each other. */
const labelsMax = 10

const grid = (
  y: (value: number) => number,
  x: (at: number) => number,
  steps: ReadonlyArray<number>,
  { labels, axis }: Options,
): string => {
  const stride = Math.ceil(labels.length / labelsMax)
  const lines = steps.map(
    (value) =>
      tag("line", {
        class: "grid",
        x1: left,
        x2: width - right,
        y1: px(y(value)),
        y2: px(y(value)),
      }) +
      tag(
        "text",
        { class: "tick", x: left - 8, y: px(y(value) + 4), "text-anchor": "end" },
        text(brief(value)),
      ),
  )
  const names = labels.map((label, at) =>
    at % stride === 0
      ? tag(
          "text",
          { class: "tick", x: px(x(at)), y: height - lower + 18, "text-anchor": "middle" },
          text(label.length > 14 ? `${label.slice(0, 13)}…` : label),
        )
      : "",
  )
  const name = tag(
    "text",
    { class: "tick", x: (left + width - right) / 2, y: height - 6, "text-anchor": "middle" },
    text(axis),
  )
  return [...lines, ...names, name].join("")
}

const cap = 4

const curve = (
  points: ReadonlyArray<Point>,
  line: number,
  x: (at: number) => number,
  y: (value: number) => number,
): string => {
  const route = points.map(({ at, mean }) => `${px(x(at))} ${px(y(mean))}`).join("L")
  const whiskers = points
    .filter(({ low, high }) => high > low)
    .map(({ at, low, high }) => {
      const [h, top, bottom] = [x(at), px(y(high)), px(y(low))]
      return `M${px(h - cap)} ${top}h${2 * cap}M${px(h)} ${top}V${bottom}M${px(h - cap)} ${bottom}h${2 * cap}`
    })
    .join("")
  return [
    tag("path", { class: `line line${line}`, d: `M${route}` }),
    tag("path", { class: `line line${line} whisker`, d: whiskers || "M0 0" }),
    ...points.map(({ at, mean }) =>
      tag("circle", { class: `dot line${line}`, cx: px(x(at)), cy: px(y(mean)), r: 3.5 }),
    ),
  ].join("")
}

const readings = ({ curves, labels, axis }: Options, x: (at: number) => number): string =>
  JSON.stringify(
    labels
      .map((label, at) => {
        const lines = curves.flatMap(({ name, points }) => {
          const point = points.find((one) => one.at === at)
          if (point === undefined) return []
          const head = name === "" ? "mean" : name
          return [`${head}: ${brief(point.mean)} (${brief(point.low)} to ${brief(point.high)})`]
        })
        return [Math.round(x(at) * 10) / 10, [`${axis} = ${label}`, ...lines].join("\n")] as const
      })
      .sort(([a], [b]) => a - b),
  )

/** The chart as a figure, with what the pointer says at each point. */
export const figure = (options: Options): string => {
  const { id, title, labels, curves, axis } = options
  const all = curves.flatMap(({ points }) => points)
  const steps = ticks(...bounds(all))
  const [bottom, top] = [steps[0]!, steps.at(-1)!]
  const shares = places(labels)
  const margin = 14
  const x = (at: number) => left + margin + (width - left - right - 2 * margin) * shares[at]!
  const y = (value: number) =>
    height - lower - ((height - lower - upper) * (value - bottom)) / (top - bottom)
  const legend =
    curves.length < 2
      ? ""
      : tag(
          "ul",
          { class: "legend" },
          ...curves.map(({ name }, i) =>
            tag("li", {}, tag("span", { class: `key line${i}` }), text(name)),
          ),
        )
  return tag(
    "figure",
    { class: "chart" },
    tag("figcaption", {}, tag("b", {}, text(title))),
    legend,
    tag(
      "svg",
      {
        viewBox: `0 0 ${width} ${height}`,
        role: "img",
        tabindex: 0,
        "aria-labelledby": `${id}-title ${id}-desc`,
        "data-points": readings(options, x),
      },
      tag("title", { id: `${id}-title` }, text(title)),
      tag(
        "desc",
        { id: `${id}-desc` },
        text(`${title} over ${axis}, with the 95 % confidence interval of each mean.`),
      ),
      grid(y, x, steps, options),
      ...curves.map(({ points }, at) => curve(points, at, x, y)),
      tag("line", { class: "cross", y1: upper, y2: height - lower, x1: -9, x2: -9 }),
    ),
    tag("output", { class: "tip", "aria-live": "polite" }),
  )
}
