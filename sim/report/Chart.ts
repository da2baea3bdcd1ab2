// A chart of lines over virtual time: one axis, one unit. A band may lie behind the first line. The page's
// script reads the points from `data-points` for the pointer and the arrow keys.
import * as Markup from "./Markup.ts"
import { brief, px, tag, text } from "./Markup.ts"

export interface Curve {
  readonly name: string
  readonly values: ReadonlyArray<number | null>
}

export interface Options {
  readonly id: string
  readonly title: string
  /** A sentence for those who do not see the picture. */
  readonly description: string
  readonly unit: string
  readonly bucketMs: number
  readonly curves: ReadonlyArray<Curve>
  readonly band?: {
    readonly name: string
    readonly low: ReadonlyArray<number | null>
    readonly high: ReadonlyArray<number | null>
  }
  /** Draws the axis up to here at least. */
  readonly top?: number
}

const width = 640
const height = 230
const left = 52
const right = 14
const upper = 12
const lower = 32

/** From zero past the maximum in three to six steps of 1, 2 or 5 times a power of ten. */
export const ticks = (max: number): ReadonlyArray<number> => {
  if (!(max > 0)) return [0, 1]
  let power = 1
  while (power * 10 <= max) power *= 10
  while (power > max) power /= 10
  const step = power * [0.2, 0.5, 1, 2].find((part) => max / (power * part) <= 6)!
  const values: Array<number> = []
  for (let i = 0; (i - 1) * step < max; i++) values.push(Number((i * step).toPrecision(12)))
  return values
}

/** A moment of virtual time, in the unit that suits the whole span. */
const moment = (ms: number, spanMs: number): string => {
  const [size, unit] =
    spanMs >= 2 * 86_400_000
      ? [86_400_000, "d"]
      : spanMs >= 2 * 3_600_000
        ? [3_600_000, "h"]
        : spanMs >= 120_000
          ? [60_000, "min"]
          : [1000, "s"]
  return `${Markup.count(Math.round((ms / size) * 10) / 10)} ${unit}`
}

interface Scale {
  readonly x: (index: number) => number
  readonly y: (value: number) => number
}

// A gap in the values is a gap in the line: nothing is invented between.
const path = (values: ReadonlyArray<number | null>, { x, y }: Scale): string => {
  let pen = false
  let d = ""
  for (const [i, value] of values.entries()) {
    if (value === null) {
      pen = false
      continue
    }
    const alone = !pen && (values[i + 1] ?? null) === null
    d += `${pen ? "L" : "M"}${px(x(i))} ${px(y(value))}${alone ? "h0.1" : ""}`
    pen = true
  }
  return d
}

const area = (
  low: ReadonlyArray<number | null>,
  high: ReadonlyArray<number | null>,
  { x, y }: Scale,
): string => {
  const runs: Array<Array<number>> = []
  for (let i = 0; i < low.length; i++) {
    if (low[i] === null || high[i] === null) continue
    const last = runs.at(-1)
    if (last !== undefined && last.at(-1) === i - 1) last.push(i)
    else runs.push([i])
  }
  return runs
    .filter((run) => run.length > 1)
    .map((run) => {
      const up = run.map((i) => `${px(x(i))} ${px(y(high[i]!))}`)
      const down = run.toReversed().map((i) => `${px(x(i))} ${px(y(low[i]!))}`)
      return `M${[...up, ...down].join("L")}Z`
    })
    .join("")
}

const present = (values: ReadonlyArray<number | null>): ReadonlyArray<number> =>
  values.filter((value) => value !== null)

const axes = (
  { x, y }: Scale,
  steps: ReadonlyArray<number>,
  points: number,
  options: Options,
): string => {
  const span = points * options.bucketMs
  const times = [0, 0.25, 0.5, 0.75, 1]
  return [
    ...steps.map(
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
    ),
    ...times.map((share) =>
      tag(
        "text",
        {
          class: "tick",
          x: px(x(share * (points - 1))),
          y: height - 10,
          "text-anchor": share === 0 ? "start" : share === 1 ? "end" : "middle",
        },
        text(moment(share * span, span)),
      ),
    ),
  ].join("")
}

const legend = (options: Options): string =>
  options.curves.length + (options.band === undefined ? 0 : 1) < 2
    ? ""
    : tag(
        "ul",
        { class: "legend" },
        ...options.curves.map(({ name }, i) =>
          tag("li", {}, tag("span", { class: `key line${i}` }), text(name)),
        ),
        ...(options.band === undefined
          ? []
          : [tag("li", {}, tag("span", { class: "key band" }), text(options.band.name))]),
      )

// What the pointer and the arrow keys say: one text for each point.
const readings = (options: Options, points: number, { x }: Scale): string => {
  const span = points * options.bucketMs
  const say = (value: number | null | undefined): string =>
    value === null || value === undefined ? "–" : brief(value)
  return JSON.stringify(
    Array.from({ length: points }, (_, i) => {
      const lines = options.curves.map(({ name, values }) => `${name}: ${say(values[i])}`)
      if (options.band !== undefined)
        lines.push(
          `${options.band.name}: ${say(options.band.low[i])} to ${say(options.band.high[i])}`,
        )
      return [Math.round(x(i) * 10) / 10, [moment(i * options.bucketMs, span), ...lines].join("\n")]
    }),
  )
}

/** At most so many rows in the table behind a chart. */
const rowsMax = 120

const data = (options: Options, points: number): string => {
  const stride = Math.ceil(points / rowsMax)
  const kept = Array.from({ length: points }, (_, i) => i).filter((i) => i % stride === 0)
  const say = (value: number | null | undefined): string =>
    value === null || value === undefined ? "–" : text(Markup.count(value))
  return Markup.table(
    `${options.title} (${options.unit})`,
    ["virtual time", ...options.curves.map(({ name }) => name)],
    kept.map((i) => [
      text(moment(i * options.bucketMs, points * options.bucketMs)),
      ...options.curves.map(({ values }) => say(values[i])),
    ]),
    options.curves.length,
  )
}

/** The chart as a figure with its legend and the numbers behind it. */
export const figure = (options: Options): string => {
  const points = Math.max(1, ...options.curves.map(({ values }) => values.length))
  const all = [...options.curves.map(({ values }) => values), options.band?.high ?? []].flatMap(
    present,
  )
  const steps = ticks(Math.max(options.top ?? 0, ...all, 0))
  const max = steps.at(-1)!
  const scale: Scale = {
    x: (i) => left + ((width - left - right) * i) / Math.max(1, points - 1),
    y: (value) => height - lower - ((height - lower - upper) * value) / max,
  }
  const svg = tag(
    "svg",
    {
      viewBox: `0 0 ${width} ${height}`,
      role: "img",
      tabindex: 0,
      "aria-labelledby": `${options.id}-title ${options.id}-desc`,
      "data-points": readings(options, points, scale),
    },
    tag("title", { id: `${options.id}-title` }, text(options.title)),
    tag("desc", { id: `${options.id}-desc` }, text(options.description)),
    axes(scale, steps, points, options),
    options.band === undefined
      ? ""
      : tag("path", { class: "band", d: area(options.band.low, options.band.high, scale) }),
    ...options.curves.map(({ values }, i) =>
      tag("path", { class: `line line${i}`, d: path(values, scale) }),
    ),
    tag("line", { class: "cross", y1: upper, y2: height - lower, x1: -9, x2: -9 }),
  )
  return tag(
    "figure",
    { class: "chart" },
    tag(
      "figcaption",
      {},
      tag("b", {}, text(options.title)),
      " ",
      tag("span", {}, text(options.unit)),
    ),
    legend(options),
    svg,
    tag("output", { class: "tip", "aria-live": "polite" }),
    Markup.behind("the numbers", data(options, points)),
  )
}
