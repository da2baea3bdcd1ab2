// The report of a sweep: one HTML file that needs nothing else. It is a function of the merged tables, so it is the
// same bytes whoever made the runs.
import type * as Manifest from "../sweep/Manifest.ts"
import type * as Merge from "../sweep/Merge.ts"
import * as Statistics from "../sweep/Statistics.ts"
import { number } from "../Wording.ts"
import * as Markup from "./Markup.ts"
import { brief, tag, text } from "./Markup.ts"
import * as Report from "./Report.ts"
import * as SweepChart from "./SweepChart.ts"

const section = (
  id: string,
  title: string,
  note: string,
  ...content: ReadonlyArray<string>
): string =>
  tag(
    "section",
    { "aria-labelledby": id },
    tag("h2", { id }, text(title)),
    tag("p", { class: "note" }, text(note)),
    ...content,
  )

const header = (
  { scenario, command, chain, ipsx }: Manifest.Manifest,
  cells: Merge.Cells,
): string => {
  const { runs, good } = cells
  const isGood = good === runs && cells.missing.length === 0
  return tag(
    "header",
    {},
    tag(
      "p",
      { class: "kicker" },
      text(
        `Sweep of ${scenario.name}: ${number(runs)} runs of ${number(cells.cells.length)} combinations, ${chain === "memory" ? "in memory" : "on a local EVM (anvil)"}, ipsx ${ipsx}`,
      ),
    ),
    tag("h1", {}, text(scenario.question)),
    tag(
      "p",
      { class: `verdict ${isGood ? "good" : "bad"}` },
      isGood
        ? "✓ All runs are well"
        : text(`✗ ${number(runs - good + cells.missing.length)} runs are not well`),
    ),
    tag(
      "div",
      { class: "command" },
      tag("code", {}, text(command)),
      tag("button", { type: "button", "data-copy": command }, "copy"),
    ),
  )
}

const curvesMax = 4
const figuresMax = 48

/** Which key runs along the axis, which makes the lines; the others get a picture for each of their values. */
const roles = ({ axes }: Merge.Cells) => {
  const isNumeric = (values: ReadonlyArray<string>) =>
    values.every((v) => v !== "" && Number.isFinite(Number(v)))
  const along = axes.toSorted(
    (a, b) =>
      Number(isNumeric(b.values)) - Number(isNumeric(a.values)) ||
      b.values.length - a.values.length,
  )[0]
  const lines = axes.find((axis) => axis !== along && axis.values.length <= curvesMax)
  return { along, lines, rest: axes.filter((axis) => axis !== along && axis !== lines) }
}

const pointOf = (cell: Merge.Cell, value: string, at: number): ReadonlyArray<SweepChart.Point> => {
  const estimate = cell.values[value]
  if (estimate === undefined) return []
  const { mean, ciLow, ciHigh } = estimate
  return [{ at, mean, low: ciLow ?? mean, high: ciHigh ?? mean }]
}

const figures = (cells: Merge.Cells, value: string, index: number): ReadonlyArray<string> => {
  const { along, lines, rest } = roles(cells)
  if (along === undefined) return []
  const groups = new Map<string, Array<Merge.Cell>>()
  for (const cell of cells.cells) {
    const name = rest.map(({ key }) => `${key} = ${cell.settings[key]}`).join(", ")
    groups.set(name, [...(groups.get(name) ?? []), cell])
  }
  return [...groups].flatMap(([name, members], group) => {
    const curves = (lines?.values ?? [""]).map((line) => ({
      name: lines === undefined ? "" : `${lines.key} = ${line}`,
      points: members
        .filter((cell) => lines === undefined || cell.settings[lines.key] === line)
        .flatMap((cell) => pointOf(cell, value, along.values.indexOf(cell.settings[along.key]!)))
        .sort((a, b) => a.at - b.at),
    }))
    if (curves.every(({ points }) => points.length === 0)) return []
    return [
      SweepChart.figure({
        id: `value${index}-${group}`,
        title: name === "" ? value : `${value}, ${name}`,
        axis: along.key,
        labels: along.values,
        curves: curves.filter(({ points }) => points.length > 0),
      }),
    ]
  })
}

const charts = ({ shown }: Manifest.Manifest, cells: Merge.Cells): string => {
  const all = shown.flatMap((value, index) => figures(cells, value, index))
  if (all.length === 0) return ""
  const note =
    all.length > figuresMax
      ? `The first ${figuresMax} of ${all.length} pictures; the tables have everything.`
      : "Each point is a mean over seeds, the bar its 95 % confidence interval. Point at a chart, or focus it and use the arrow keys, to read its values."
  return section(
    "values",
    "What came of it",
    note,
    tag("div", { class: "charts" }, ...all.slice(0, figuresMax)),
  )
}

const interval = (estimate: Merge.Estimate | undefined): string => {
  if (estimate === undefined) return "–"
  const { mean, ciHigh } = estimate
  const half = Statistics.spread(mean, (ciHigh ?? mean) - mean)
  return half === 0 ? brief(mean) : `${brief(mean)} ± ${brief(half)}`
}

const rowsMax = 1000

const table = ({ shown }: Manifest.Manifest, cells: Merge.Cells): string => {
  const { axes, until } = cells
  const names = shown.filter((name) => cells.cells.some(({ values }) => name in values))
  const stop =
    until === null
      ? ""
      : ` A combination stopped when the interval of ${until.value} was within ${number(100 * until.relative)} % of its mean, after ${until.min} seeds at least.`
  return section(
    "cells",
    "Combination by combination",
    `Mean over n seeds and half of the 95 % interval by Student's t. All values are in cells.csv and cells.parquet, every run in runs.csv and runs.parquet.${stop}`,
    Markup.table(
      "Means by combination",
      [...axes.map(({ key }) => key), "good", "n", ...names],
      cells.cells
        .slice(0, rowsMax)
        .map(({ settings, n, good, values }) => [
          ...axes.map(({ key }) => text(settings[key]!)),
          number(good),
          number(n),
          ...names.map((name) => text(interval(values[name]))),
        ]),
      names.length + 2,
    ),
  )
}

const failures = ({ failed }: Merge.Cells): string =>
  failed.length === 0
    ? ""
    : section(
        "failed",
        "Runs that are not well",
        "Each command makes one of them again, alone.",
        Markup.table(
          "Runs with a failed check or expectation",
          ["seed", "what", "again"],
          failed.map(({ seed, problems, replay }) => [
            text(seed),
            problems.map((problem) => tag("div", {}, text(problem))).join(""),
            tag("code", {}, text(replay)),
          ]),
          0,
        ),
      )

const origin = (manifest: Manifest.Manifest): string =>
  section(
    "origin",
    "Again",
    "The same scenario with the same code gives the same tables, byte for byte, on any number of machines.",
    tag(
      "dl",
      { class: "facts" },
      ...(
        [
          ["scenario", manifest.scenario.hash],
          ["code", manifest.code],
          ["package-lock.json", manifest.lockfile ?? "none in an installed package"],
          ["seeds", `${manifest.seeds.first} to ${manifest.seeds.last}`],
        ] as const
      ).flatMap(([name, value]) => [
        tag("dt", {}, text(name)),
        tag("dd", {}, tag("code", {}, text(value))),
      ]),
    ),
  )

/**
 * The whole page.
 *
 * @example
 * writeFileSync("report.html", SweepReport.html(manifest, cells))
 */
export const html = (manifest: Manifest.Manifest, cells: Merge.Cells): string =>
  Report.page({
    title: `${manifest.scenario.name}, a sweep – IPSX`,
    header: header(manifest, cells),
    main: [charts(manifest, cells), table(manifest, cells), failures(cells), origin(manifest)],
    version: manifest.ipsx,
  })
