// What a sweep is, written beside its results before the first run: whoever goes on with it later, or brings the
// parts of many machines together, must be doing the same sweep with the same code.
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as StopRule from "./StopRule.ts"

const Text = Schema.String

export const Manifest = Schema.Struct({
  schema: Schema.Literal("ipsx.sweep/1"),
  ipsx: Text,
  scenario: Schema.Struct({ name: Text, question: Text, hash: Text }),
  settings: Schema.Array(Text),
  axes: Schema.Array(Schema.Struct({ key: Text, values: Schema.Array(Text) })),
  /** The scenario's hash of each cell. */
  hashes: Schema.Array(Text),
  seeds: Schema.Struct({ first: Text, last: Text }),
  until: Schema.NullOr(StopRule.StopRule),
  chain: Schema.Literals(["memory", "anvil"]),
  /** The values that the table on the terminal and the charts show. */
  shown: Schema.Array(Text),
  code: Text,
  lockfile: Schema.NullOr(Text),
  node: Text,
  anvil: Schema.NullOr(Text),
  /** The command that does all of it again. */
  command: Text,
})
export interface Manifest extends Schema.Schema.Type<typeof Manifest> {}

const name = "manifest.json"

/** What may not differ between the runs of one sweep. More seeds, or another stop rule, may come later. */
const identity = (manifest: Manifest): ReadonlyArray<readonly [what: string, value: string]> => [
  ["scenario", manifest.scenario.hash],
  ["varied keys", JSON.stringify(manifest.axes)],
  ["scenarios of the cells", manifest.hashes.join()],
  ["chain", manifest.chain],
  ["code", manifest.code],
  ["package-lock.json", String(manifest.lockfile)],
  ["anvil", String(manifest.anvil)],
]

/** A name for the sweep that is the same wherever it is started. */
export const key = (manifest: Manifest): string =>
  identity(manifest)
    .map(([, value]) => value)
    .join("\n")

const shown = (value: string): string => (value.length > 60 ? `${value.slice(0, 57)}…` : value)

/** In what two sweeps differ, one line each; nothing when the second can go on with the first. */
export const differences = (then: Manifest, now: Manifest): ReadonlyArray<string> => {
  const others = identity(now)
  return identity(then).flatMap(([what, value], at) =>
    value === others[at]![1]
      ? []
      : [`${what}: ${shown(value)} there, ${shown(others[at]![1])} now`],
  )
}

export const write = (directory: string, manifest: Manifest): void => {
  const path = join(directory, name)
  const beside = `${path}.${process.pid}.unfinished`
  writeFileSync(beside, `${JSON.stringify(manifest, null, 2)}\n`)
  renameSync(beside, path)
}

export const isIn = (directory: string): boolean => existsSync(join(directory, name))

/** The manifest of a directory, or why it is none. */
export const read = (directory: string): Result.Result<Manifest, string> => {
  let input: unknown
  try {
    input = JSON.parse(readFileSync(join(directory, name), "utf8"))
  } catch {
    return Result.fail(`${name} cannot be read as JSON`)
  }
  return Result.mapError(
    Schema.decodeUnknownResult(Manifest)(input),
    ({ message }) => `${name} is not what a sweep writes: ${message.replaceAll("\n", " ")}`,
  )
}
