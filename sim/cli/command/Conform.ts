// `ipsx conform`: an implementation against the conformance suite, or a log against the rules.
import * as Result from "effect/Result"
import type * as Conformance from "../Conformance.ts"
import * as Command from "../Command.ts"

const help = `ipsx conform [ID…] [options] -- COMMAND ARG…
ipsx conform --trace FILE.ndjson [--parameters FILE]
ipsx conform --list [ID…]

Starts COMMAND as a driver (spec/driver/PROTOCOL.md), sends it the cases that it claims, and says which requirement
is broken, by the shortest example. An ID is a case or the beginning of one: agreement/cover, wallet.

  --suite DIR            another folder of vectors than this package's
  --junit FILE           also as JUnit XML
  --report FILE          also as NDJSON: a header, a result each, a footer
  --tap FILE             also as TAP 14
  --markdown FILE        also as a table of requirements
  --badge FILE           also as a badge for shields.io
  --known-failing FILE   cases, one a line, that have to fail; one that passes fails the run
  --strict               what SHOULD be counts like what MUST be
  --step                 every event in a message of its own, where the driver offers it
  --no-progress          no progress on standard error
  --list                 the cases, and nothing is run
  --trace FILE           judge the log of a running system, of a simulation (ipsx run --trace) or of a node (eth_getLogs)
  --parameters FILE      the parameters of that system, a file or "default" or "small"
  --epoch SECONDS        when that simulation began, 1767225600 unless its scenario says otherwise

Exit codes: 0 conforms; 1 a required case failed, none was judged, or a rule is broken; 2 the arguments, the suite or the driver cannot be used.
`

const options = {
  suite: { type: "string" },
  junit: { type: "string" },
  report: { type: "string" },
  tap: { type: "string" },
  markdown: { type: "string" },
  badge: { type: "string" },
  "known-failing": { type: "string" },
  strict: { type: "boolean" },
  step: { type: "boolean" },
  "no-progress": { type: "boolean" },
  list: { type: "boolean" },
  trace: { type: "string" },
  parameters: { type: "string" },
  epoch: { type: "string" },
} as const

const bad = (problem: string) => Command.bad(problem, "conform")

const read = (args: ReadonlyArray<string>): Command.Read<Conformance.Given> => {
  const end = args.indexOf("--")
  const own = end < 0 ? args : args.slice(0, end)
  const command = end < 0 ? [] : args.slice(end + 1)
  return Result.flatMap(Command.split("conform", own, options), ({ values, positionals }) => {
    const { trace, list, epoch = "1767225600" } = values
    const modes = [trace !== undefined, list === true, command.length > 0].filter(Boolean).length
    if (modes === 0) return bad("expected -- COMMAND, --trace FILE or --list")
    if (modes > 1) return bad("expected one of -- COMMAND, --trace FILE and --list")
    if (!/^\d{1,10}$/.test(epoch)) return bad(`--epoch: expected whole seconds, got "${epoch}"`)
    return Result.succeed({
      ids: positionals,
      command,
      trace,
      list: list === true,
      suite: values.suite,
      files: {
        junit: values.junit,
        report: values.report,
        tap: values.tap,
        markdown: values.markdown,
        badge: values.badge,
      },
      knownFailing: values["known-failing"],
      strict: values.strict === true,
      step: values.step === true,
      progress: values["no-progress"] !== true,
      parameters: values.parameters,
      epoch: Number(epoch),
    })
  })
}

export const command = Command.make({
  name: "conform",
  operands: "-- COMMAND…",
  about: "test an implementation, in any language, against the specification",
  help,
  read,
  run: async ({ terminal }, given) => (await import("../Conformance.ts")).run(terminal, given),
})
