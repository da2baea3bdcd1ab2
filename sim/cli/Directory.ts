// The directory of a run. It appears whole or not at all: everything is written beside it first, and then
// takes its name. Somebody's other directory is never touched.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs"
import { basename, dirname, join, resolve } from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Scenario from "../Scenario.ts"
import * as ScenarioFile from "../ScenarioFile.ts"
import * as Summary from "../Summary.ts"
import { stringify } from "yaml"

/** Beside the results: how the run was made. Nothing here is part of any hash. */
export const Origin = Schema.Struct({
  schema: Schema.Literal("ipsx.run/1"),
  /** `memory`, `anvil` or the URL of a node. */
  chain: Schema.String,
  command: Schema.String,
  node: Schema.String,
})
export interface Origin extends Schema.Schema.Type<typeof Origin> {}

export interface Results {
  readonly summary: Summary.Summary
  readonly details: Summary.Details
  readonly origin: Origin
}

const isRun = (directory: string): boolean => existsSync(join(directory, "summary.json"))

/** Refuses, before the run, a place where the results could not go. */
export const check = (directory: string): Result.Result<string, UnusableDirectory> => {
  const path = resolve(directory)
  const refuse = (why: string) => Result.fail(new UnusableDirectory({ directory, why }))
  try {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) return refuse("expected a directory, got a file")
      if (readdirSync(path).length > 0 && !isRun(path))
        return refuse("expected a new directory, or one of an earlier run; it holds other files")
    }
    mkdirSync(dirname(path), { recursive: true })
  } catch (error) {
    return refuse(ScenarioFile.reason(error))
  }
  return Result.succeed(path)
}

/** A new, hidden directory beside the wanted one, on the same file system. */
export const begin = (path: string): string => {
  const made = mkdtempSync(join(dirname(path), `.${basename(path)}.unfinished-`))
  // Temporary directories are private; results are as open as the user's other files.
  chmodSync(made, 0o777 & ~process.umask())
  return made
}

/** Gives the finished directory its name; an earlier run under this name goes. */
export const finish = (temporary: string, path: string): void => {
  const old = `${temporary}-old`
  if (existsSync(path)) renameSync(path, old)
  renameSync(temporary, path)
  rmSync(old, { recursive: true, force: true })
}

export const abandon = (temporary: string): void =>
  rmSync(temporary, { recursive: true, force: true })

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Writes all but the report and the tables. */
export const write = (
  directory: string,
  { summary, details, origin }: Results,
  loaded: ScenarioFile.Loaded,
): void => {
  const names = new Map(
    [...loaded.files.keys()].map((file, i) => [file, `data/${i}-${basename(file)}`]),
  )
  const scenario = ScenarioFile.renamed(loaded.scenario, (file) => names.get(file)!)
  if (names.size > 0) mkdirSync(join(directory, "data"))
  for (const [file, text] of loaded.files) writeFileSync(join(directory, names.get(file)!), text)
  writeFileSync(
    join(directory, "scenario.yaml"),
    stringify(Schema.encodeSync(Scenario.Scenario)(scenario)),
  )
  writeFileSync(join(directory, "summary.json"), json(summary))
  writeFileSync(join(directory, "details.json"), json(details))
  writeFileSync(join(directory, "run.json"), json(origin))
}

const decode = <A>(
  directory: string,
  name: string,
  schema: Schema.Codec<A, unknown>,
): Result.Result<A, UnusableDirectory> => {
  const refuse = (why: string) => Result.fail(new UnusableDirectory({ directory, why }))
  const text = ScenarioFile.readText(join(directory, name))
  if (Result.isFailure(text))
    return refuse(`expected a run's directory with ${name}: ${text.failure}`)
  try {
    const decoded = Schema.decodeUnknownResult(schema)(JSON.parse(text.success))
    return Result.isSuccess(decoded)
      ? Result.succeed(decoded.success)
      : refuse(`${name} is not what a run writes: ${decoded.failure.message.replaceAll("\n", " ")}`)
  } catch {
    return refuse(`${name} is not JSON`)
  }
}

/** Reads what `write` wrote. */
export const read = (directory: string): Result.Result<Results, UnusableDirectory> =>
  Result.gen(function* () {
    const summary = yield* decode(directory, "summary.json", Summary.Summary)
    const details = yield* decode(directory, "details.json", Summary.Details)
    const origin = yield* decode(directory, "run.json", Origin)
    return { summary, details, origin }
  })

export class UnusableDirectory extends Schema.TaggedError<UnusableDirectory>()(
  "UnusableDirectory",
  { directory: Schema.String, why: Schema.String },
) {
  override get message(): string {
    return `${this.directory}: ${this.why}`
  }
}
