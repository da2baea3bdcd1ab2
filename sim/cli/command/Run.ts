// `ipsx run`: its arguments.
import * as Result from "effect/Result"
import * as Command from "../Command.ts"
import * as RunCommand from "../RunCommand.ts"

const help = `ipsx run SCENARIO [options]

Runs one scenario (a YAML file) and prints what came of it.

  --seed N              another seed than the scenario's
  --chain memory|anvil|URL
                        where the money lives: in this process, on a chain of its own
                        in a real EVM, or on the node at URL
  --tunnel null|embedded
                        the tunnels that carry the traffic; null carries none; embedded
                        carries it through this machine, with the clock paced to real time
  --out DIR             keep the results: summary.json, report.html, tables, and a
                        copy of the scenario that can be replayed
  --set key.path=value  change one value of the scenario; may be given many times
  --format text|json    json prints the summary, and nothing else, on standard output
  --trace               write every event to trace.ndjson (with --out)
  --no-progress         no progress bar

A node at a URL must be a fresh one that leaves its blocks to the run, and stand before the epoch of
the scenario (1767225600 unless it says otherwise):

  anvil --no-mining --auto-impersonate --block-base-fee-per-gas 0 \\
    --gas-limit 1000000000000 --timestamp 1767225000
`

const options = {
  seed: { type: "string" },
  chain: { type: "string" },
  tunnel: { type: "string" },
  out: { type: "string" },
  set: { type: "string", multiple: true },
  format: { type: "string" },
  trace: { type: "boolean" },
  "no-progress": { type: "boolean" },
} as const

const isUrl = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)

/** What the words after `ipsx run` ask for. */
const read = (args: ReadonlyArray<string>): Command.Read<RunCommand.Arguments> => {
  const parsed = Command.split("run", args, options)
  if (Result.isFailure(parsed)) return Result.fail(parsed.failure)
  const bad = (problem: string) => Command.bad(problem, "run")
  const { values, positionals } = parsed.success
  if (positionals.length !== 1) return bad(`expected one SCENARIO, got ${positionals.length}`)
  const { chain, format = "text", seed, tunnel } = values
  if (chain !== undefined && chain !== "memory" && chain !== "anvil" && !isUrl(chain))
    return bad(`--chain: expected memory, anvil or an http(s) URL, got "${chain}"`)
  if (tunnel === "wireguard")
    return bad(
      "--tunnel wireguard: a run compares metered bytes with those that passed one by one, and WireGuard counts its own headers too; see docs/adapter.md, and ipsx demo --tunnel wireguard",
    )
  if (tunnel !== undefined && tunnel !== "null" && tunnel !== "embedded")
    return bad(`--tunnel: expected null or embedded, got "${tunnel}"`)
  if (format !== "text" && format !== "json")
    return bad(`--format: expected text or json, got "${format}"`)
  if (seed !== undefined && !/^(0|[1-9]\d{0,18})$/.test(seed))
    return bad(`--seed: expected an integer ≥ 0 with at most 19 digits, got "${seed}"`)
  if (values.trace === true && values.out === undefined)
    return bad("--trace: expected --out DIR with it")
  return Result.succeed({
    scenario: positionals[0]!,
    settings: [...(values.set ?? []), ...(seed === undefined ? [] : [`seed="${seed}"`])],
    chain,
    tunnel: tunnel ?? "null",
    out: values.out,
    format,
    progress: values["no-progress"] !== true,
    trace: values.trace === true,
  })
}

export const command = Command.make({
  name: "run",
  operands: "SCENARIO",
  about: "run a scenario and say what came of it",
  help,
  read,
  run: ({ terminal, runner, version }, given) => RunCommand.run(terminal, runner, version, given),
})
