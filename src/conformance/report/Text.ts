// The report that a person reads at the terminal.
import type { JsonObject } from "../Json.ts"
import * as Report from "./Report.ts"

/** How a case is run again by itself: the words after `ipsx conform`. */
export type Again = (id: string) => string

/** So many failures are told in full; the files have all of them. */
const shownMax = 10

/** The whole text: a table by class, one by requirement, and the failures. */
export const text = (
  report: Report.Report,
  requirements: Report.Requirements,
  again: Again,
): string =>
  [
    heading(report),
    table("class", report.byClass, report),
    table("requirement", shortened(report, requirements)),
    skips(report),
    failures(report, requirements, again),
    verdict(report),
  ]
    .filter((part) => part !== "")
    .join("\n\n")
    .concat("\n")
    // What a driver says of itself is shown, and moves no cursor.
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, "\ufffd")

const heading = ({ implementation, suite, observe, unknownClasses }: Report.Report): string => {
  const { name, version, language } = implementation
  const unknown = unknownClasses.map((one) => `\nclaimed, and not of this suite: ${one}`).join("")
  return `${name} ${version} (${language}), conformance suite ${suite}, observed: ${observe}${unknown}`
}

const columns = ["cases", "passed", "failed", "errored", "skipped", "known"] as const

const table = (
  title: string,
  counts: ReadonlyMap<string, Report.Count>,
  report?: Report.Report,
): string => {
  if (counts.size === 0) return ""
  const named = [...counts.keys(), ...(report?.notClaimed.keys() ?? [])]
  const width = Math.max(title.length, ...named.map((key) => key.length))
  const line = (name: string, cells: ReadonlyArray<string | number>, note = ""): string =>
    `${name.padEnd(width)}  ${cells.map((cell) => String(cell).padStart(7)).join(" ")}${note}`
  const rows = [...counts].map(([key, count]) => {
    const missing = report?.notClaimed.get(key as never)
    const note = missing === undefined ? "" : `   ${missing} for roles or forms not claimed`
    return line(
      key,
      columns.map((column) => count[column]),
      note,
    )
  })
  const unclaimed = [...(report?.notClaimed ?? [])]
    .filter(([key]) => !counts.has(key))
    .map(([key, cases]) =>
      line(
        key,
        columns.map(() => "-"),
        `   ${cases} not claimed`,
      ),
    )
  return [line(title, columns), ...rows, ...unclaimed].join("\n")
}

// All that is good is one line: what is not good gets one each.
const shortened = (
  { byRequirement }: Report.Report,
  requirements: Report.Requirements,
): ReadonlyMap<string, Report.Count> => {
  const bad = new Map<string, Report.Count>()
  let good = 0
  let cases = 0
  for (const [id, count] of byRequirement)
    if (count.passed === count.cases) {
      good++
      cases += count.cases
    } else bad.set(`${id} ${requirements.get(id)?.level ?? ""}`, count)
  const all = { cases, passed: cases, failed: 0, errored: 0, skipped: 0, known: 0 }
  return good === 0
    ? bad
    : new Map([[`${good} ${good === 1 ? "requirement" : "requirements"}`, all], ...bad])
}

const skips = (report: Report.Report): string => {
  const reasons = new Map<string, number>()
  for (const { judged } of report.lines)
    if (judged.verdict.status === "skipped") {
      const { message, issue } = judged.verdict
      const reason = issue === undefined ? message : `${message} (${issue})`
      reasons.set(reason, (reasons.get(reason) ?? 0) + 1)
    }
  return [...reasons].map(([reason, cases]) => `skipped ${cases}: ${reason}`).join("\n")
}

const failures = (
  report: Report.Report,
  requirements: Report.Requirements,
  again: Again,
): string => {
  const told = Report.telling(report, shownMax).map((line) => failure(line, requirements, again))
  const rest = Report.failures(report).length - told.length
  return [...told, ...(rest > 0 ? [`… and ${rest} more; --report FILE has all of them`] : [])].join(
    "\n\n",
  )
}

const json = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

const failure = (line: Report.Line, requirements: Report.Requirements, again: Again): string => {
  const { vector, verdict } = line.judged
  const rules = Report.broken(line).map((id) => `  ${id}: ${requirements.get(id)?.text ?? "?"}`)
  const head = `✗ ${vector.id}${line.required ? "" : " (not required)"}`
  const tail = [`  why it matters: ${vector.why}`, `  again: ${again(vector.id)}`]
  if (line.standing === "repaired")
    return [head, "  passes, and is listed as known to fail: take it off the list", tail[1]].join(
      "\n",
    )
  if (verdict.status !== "failed")
    return [head, ...rules, `  ${"message" in verdict ? verdict.message : ""}`, ...tail].join("\n")
  const { event, path, expected, actual } = verdict.difference
  return [
    head,
    ...rules,
    ...events(vector.events.slice(0, event + 1)),
    `  ${path === "" ? "the result" : path}: expected ${json(expected)}, actual ${json(actual)}`,
    ...tail,
  ].join("\n")
}

const widest = 240

const events = (list: ReadonlyArray<JsonObject>): ReadonlyArray<string> =>
  list.map((event, at) => {
    const text = JSON.stringify(event)
    return `  ${at + 1}. ${text.length > widest ? `${text.slice(0, widest)}…` : text}`
  })

const verdict = (report: Report.Report): string => {
  const { cases, passed, failed, errored, skipped, known } = Report.total(report)
  const parts = [
    `${passed} of ${cases} passed`,
    ...(failed > 0 ? [`${failed} failed`] : []),
    ...(errored > 0 ? [`${errored} errored`] : []),
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(known > 0 ? [`${known} known to fail`] : []),
    ...(report.restarts > 0 ? [`${report.restarts} restarts`] : []),
  ]
  if (passed + failed + errored + known === 0) return nothing(skipped)
  return `${report.good ? "Conforms" : "Does not conform"}: ${parts.join(", ")}.`
}

const nothing = (skipped: number): string =>
  skipped === 0
    ? "Nothing was judged: the driver claims none of the cases that were asked for."
    : `Nothing was judged: the driver skipped all ${skipped} cases.`
