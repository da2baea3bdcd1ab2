// The forms of a report that other programs read: NDJSON, JUnit XML, TAP 14, a Markdown matrix, a badge.
import * as Report from "./Report.ts"

type Form = (report: Report.Report, requirements: Report.Requirements) => string

/** One object a line: a header, a result each, a footer. The others can be made of it. */
const ndjson: Form = (report) => {
  const { suite, manifest, implementation, observe, good, restarts } = report
  const lines = report.lines.map((line) => {
    const { vector, verdict } = line.judged
    return {
      kind: "result",
      case: vector.id,
      requirements: vector.requirements,
      required: line.required,
      standing: line.standing,
      ...(line.standing === "passed" ? {} : { broken: Report.broken(line), verdict }),
    }
  })
  return [
    { kind: "header", schema: "ipsx.conformance/1", suite, manifest, implementation, observe },
    ...lines,
    { kind: "footer", good, restarts, ...Report.total(report) },
  ]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("")
}

const escaped = (text: string): string =>
  text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    // XML 1.0 has no other control characters, however they are written.
    // oxlint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "\ufffd")

const json = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

const said = (line: Report.Line): string => {
  const { verdict } = line.judged
  if (line.standing === "repaired") return "passes, and is listed as known to fail"
  if (verdict.status === "failed") {
    const { event, path, expected, actual } = verdict.difference
    return `event ${event + 1}, ${path}: expected ${json(expected)}, actual ${json(actual)}`
  }
  return "message" in verdict ? verdict.message : ""
}

/** Why a case that did not pass does not count. */
const excuse = (line: Report.Line): string => {
  if (line.standing === "known") return "known to fail: "
  return ["failed", "errored"].includes(line.standing) && Report.isGood(line)
    ? "not required: "
    : ""
}

/** What a line is for JUnit, which knows no failure that is allowed: it is skipped, and says why. */
const elementOf = (line: Report.Line): "failure" | "error" | "skipped" | undefined => {
  if (line.standing === "passed") return undefined
  if (Report.isGood(line)) return "skipped"
  return line.standing === "errored" ? "error" : "failure"
}

/** JUnit XML: a class is a suite, a case a test. */
const junit: Form = (report) => {
  const suites = [...report.byClass.keys()].map((name) => {
    const lines = report.lines.filter(({ judged }) => judged.vector.class === name)
    const count = (element: string) => lines.filter((line) => elementOf(line) === element).length
    const tests = lines.map((line) => {
      const open = `    <testcase classname="${escaped(name)}" name="${escaped(line.judged.vector.id)}"`
      const element = elementOf(line)
      if (element === undefined) return `${open}/>`
      const text = escaped(`${Report.broken(line).join(", ")}: ${said(line)}`)
      return `${open}><${element} message="${excuse(line)}${text}"/></testcase>`
    })
    return [
      `  <testsuite name="${escaped(name)}" tests="${lines.length}" failures="${count("failure")}" errors="${count("error")}" skipped="${count("skipped")}">`,
      ...tests,
      "  </testsuite>",
    ].join("\n")
  })
  const { name, version } = report.implementation
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(`${name} ${version}`)}">\n${suites.join("\n")}\n</testsuites>\n`
}

/** TAP 14. What is known to fail, or not required, is a TODO, which TAP lets fail. */
const tap: Form = (report) =>
  [
    "TAP version 14",
    `1..${report.lines.length}`,
    ...report.lines.map((line, at) => {
      const ok = line.standing === "passed" || line.standing === "skipped"
      const why = excuse(line)
      const directive =
        line.standing === "skipped" ? ` # SKIP ${said(line)}` : why && ` # TODO ${why}${said(line)}`
      const head = `${ok ? "ok" : "not ok"} ${at + 1} - ${line.judged.vector.id}${printable(directive)}`
      return ok || why !== ""
        ? head
        : `${head}\n  ---\n  message: ${JSON.stringify(said(line))}\n  requirements: ${JSON.stringify(Report.broken(line))}\n  ...`
    }),
  ]
    .join("\n")
    .concat("\n")

/** In one line, and without what a terminal takes for a command. */
const printable = (text: string): string =>
  // oxlint-disable-next-line no-control-regex
  text.replaceAll(/[\u0000-\u001f\u007f-\u009f]+/g, " ")

const mark = ({ cases, passed, failed, errored, known }: Report.Count): string => {
  if (failed + errored > 0) return `✗ ${passed}/${cases}`
  if (known > 0) return `! ${passed}/${cases}`
  return passed > 0 ? `✓ ${passed}` : "–"
}

/** A table of requirements: one column of the matrix, ready to be put beside those of others. */
const markdown: Form = (report, requirements) => {
  const [name, version, language] = [
    report.implementation.name,
    report.implementation.version,
    report.implementation.language,
  ].map((text) => printable(text).replaceAll("|", "\\|"))
  const rows = [...report.byRequirement].map(([id, count]) => {
    const { level = "", text = "" } = requirements.get(id) ?? {}
    return `| ${id} | ${level} | ${text.replaceAll("|", "\\|")} | ${mark(count)} |`
  })
  const classes = [...report.byClass].map(([one, count]) => `| ${one} | ${mark(count)} |`)
  return [
    `# ${name} ${version} (${language})`,
    `Conformance suite ${report.suite}, manifest \`${report.manifest}\`. ${report.good ? "Conforms." : "Does not conform."}`,
    ["| class | |", "|---|---|", ...classes].join("\n"),
    [`| requirement | level | text | ${name} |`, "|---|---|---|---|", ...rows].join("\n"),
  ]
    .join("\n\n")
    .concat("\n")
}

/** What shields.io's endpoint badge reads. */
const badge: Form = (report) => {
  const { cases, passed, skipped, known } = Report.total(report)
  const more = [
    ...(skipped > 0 ? [`${skipped} skipped`] : []),
    ...(known > 0 ? [`${known} known to fail`] : []),
  ]
  return `${JSON.stringify({
    schemaVersion: 1,
    label: `IPSX conformance ${report.suite}`,
    message: report.good ? [`${passed} passed`, ...more].join(", ") : `${passed} of ${cases}`,
    color: !report.good ? "red" : known > 0 ? "yellow" : "brightgreen",
  })}\n`
}

/** The forms, by the option that asks for them. */
export const all = { report: ndjson, junit, tap, markdown, badge } as const
