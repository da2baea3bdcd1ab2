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

const said = (line: Report.Line): string => {
  const { verdict } = line.judged
  if (line.standing === "repaired") return "passes, and is listed as known to fail"
  if (verdict.status === "failed") {
    const { event, path, expected, actual } = verdict.difference
    return `event ${event + 1}, ${path}: expected ${JSON.stringify(expected)}, actual ${JSON.stringify(actual)}`
  }
  return "message" in verdict ? verdict.message : ""
}

/** JUnit XML: a class is a suite, a case a test. */
const junit: Form = (report) => {
  const suites = [...report.byClass].map(([name, count]) => {
    const tests = report.lines
      .filter(({ judged }) => judged.vector.class === name)
      .map((line) => {
        const { vector } = line.judged
        const open = `    <testcase classname="${escaped(name)}" name="${escaped(vector.id)}"`
        const text = escaped(`${Report.broken(line).join(", ")}: ${said(line)}`)
        switch (line.standing) {
          case "passed":
            return `${open}/>`
          case "failed":
          case "repaired":
            return `${open}><failure message="${text}"/></testcase>`
          case "errored":
            return `${open}><error message="${text}"/></testcase>`
          default:
            return `${open}><skipped message="${text}"/></testcase>`
        }
      })
    const skipped = count.skipped + count.known
    return [
      `  <testsuite name="${escaped(name)}" tests="${count.cases}" failures="${count.failed}" errors="${count.errored}" skipped="${skipped}">`,
      ...tests,
      "  </testsuite>",
    ].join("\n")
  })
  const { name, version } = report.implementation
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="${escaped(`${name} ${version}`)}">\n${suites.join("\n")}\n</testsuites>\n`
}

/** TAP 14. What is known to fail is a TODO, which TAP lets fail. */
const tap: Form = (report) =>
  [
    "TAP version 14",
    `1..${report.lines.length}`,
    ...report.lines.map((line, at) => {
      const ok = line.standing === "passed" || line.standing === "skipped"
      const directive =
        line.standing === "skipped"
          ? ` # SKIP ${said(line)}`
          : line.standing === "known"
            ? " # TODO known to fail"
            : ""
      const head = `${ok ? "ok" : "not ok"} ${at + 1} - ${line.judged.vector.id}${directive.replaceAll("\n", " ")}`
      return ok || line.standing === "known"
        ? head
        : `${head}\n  ---\n  message: ${JSON.stringify(said(line))}\n  requirements: ${JSON.stringify(Report.broken(line))}\n  ...`
    }),
  ]
    .join("\n")
    .concat("\n")

const mark = ({ cases, passed, failed, errored, known }: Report.Count): string => {
  if (failed + errored > 0) return `✗ ${passed}/${cases}`
  if (known > 0) return `! ${passed}/${cases}`
  return passed > 0 ? `✓ ${passed}` : "–"
}

/** A table of requirements: one column of the matrix, ready to be put beside those of others. */
const markdown: Form = (report, requirements) => {
  const { name, version, language } = report.implementation
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
  const { cases, passed } = Report.total(report)
  return `${JSON.stringify({
    schemaVersion: 1,
    label: `IPSX conformance ${report.suite}`,
    message: report.good ? `${passed} passed` : `${passed} of ${cases}`,
    color: report.good ? "brightgreen" : "red",
  })}\n`
}

/** The forms, by the option that asks for them. */
export const all = { report: ndjson, junit, tap, markdown, badge } as const
