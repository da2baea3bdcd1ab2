// The directory of a run. It appears whole or not at all: everything is written beside it first, and then
// takes its name. Somebody's other directory is never touched.
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmdirSync,
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
import * as SystemError from "../SystemError.ts"

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

/** Everything that a run writes, by its path in the directory. */
const written =
  /^(run|summary|details)\.json$|^scenario\.yaml$|^report\.html$|^trace\.ndjson$|^(tables|data)$|^tables\/\w+\.(parquet|csv)$|^data\/\d+-[^/]+$/

/**
 * Why a directory may not be replaced by a run: something in it is not of a run, so that it would be lost. That it has a
 * summary says nothing, many programs write one.
 */
const others = (path: string): string | undefined => {
  const entries = readdirSync(path)
  const foreign = entries.find((entry) => !written.test(entry))
  if (foreign !== undefined) return foreign
  for (const folder of ["tables", "data"].filter((name) => entries.includes(name))) {
    const within = readdirSync(join(path, folder)).map((name) => `${folder}/${name}`)
    const strange = within.find((entry) => !written.test(entry))
    if (strange !== undefined) return strange
  }
  if (entries.length === 0 || Result.isSuccess(decode(path, "run.json", Origin))) return undefined
  return entries[0]
}

/** Where a run writes: under a hidden name beside the wanted one, on the same file system, until it is whole. */
export interface Place {
  readonly path: string
  readonly temporary: string
  /** The topmost directory that had to be made for it. */
  readonly made: string | undefined
}

/** Makes room for the results before the run, or refuses a place where they could not go. */
export const open = (directory: string): Result.Result<Place, UnusableDirectory> => {
  const path = resolve(directory)
  const refuse = (why: string) => Result.fail(new UnusableDirectory({ directory, why }))
  let made: string | undefined
  try {
    if (existsSync(path)) {
      if (!statSync(path).isDirectory()) return refuse("expected a directory, got a file")
      const other = others(path)
      if (other !== undefined)
        return refuse(
          `expected a new directory, or one of an earlier run; it holds other files, like ${other}`,
        )
    }
    made = mkdirSync(dirname(path), { recursive: true })
    const temporary = mkdtempSync(join(dirname(path), `.${basename(path)}.unfinished-`))
    // Temporary directories are private; results are as open as the user's other files.
    chmodSync(temporary, 0o777 & ~process.umask())
    return Result.succeed({ path, temporary, made })
  } catch (error) {
    prune(path, made)
    return refuse(`expected a place that can be written to: ${SystemError.writing(error)}`)
  }
}

/** The refusal for results that could not be written after the run. */
export const unwritten = ({ path }: Place, error: unknown): UnusableDirectory =>
  new UnusableDirectory({
    directory: path,
    why: `the results could not be kept: ${SystemError.writing(error)}`,
  })

/** Writes a file whole or not at all: what was there stays until all of it is on the disk. */
export const replace = (path: string, text: string): void => {
  const temporary = `${path}.unfinished-${process.pid}`
  try {
    writeFileSync(temporary, text)
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
}

// Takes away again the parents that were made, as far as they are empty.
const prune = (path: string, made: string | undefined): void => {
  if (made === undefined) return
  try {
    for (let parent = dirname(path); parent.startsWith(made); parent = dirname(parent))
      rmdirSync(parent)
  } catch {
    // Something lies there by now; it stays.
  }
}

/** Gives the finished directory its name; an earlier run under this name goes. */
export const finish = ({ temporary, path }: Place): void => {
  const old = `${temporary}-old`
  if (existsSync(path)) renameSync(path, old)
  renameSync(temporary, path)
  rmSync(old, { recursive: true, force: true })
}

/** Leaves no trace of a run that did not finish; of a finished one everything stays. */
export const abandon = ({ temporary, path, made }: Place): void => {
  rmSync(temporary, { recursive: true, force: true })
  prune(path, made)
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`

/** Writes a copy of the scenario and of the files that it names. */
export const writeScenario = (directory: string, loaded: ScenarioFile.Loaded): void => {
  const names = new Map(
    [...loaded.files.keys()].map((file, i) => [file, `data/${i}-${basename(file)}`]),
  )
  const scenario = ScenarioFile.renamed(loaded.scenario, (file) => names.get(file)!)
  if (names.size > 0) mkdirSync(join(directory, "data"), { recursive: true })
  for (const [file, text] of loaded.files) writeFileSync(join(directory, names.get(file)!), text)
  writeFileSync(
    join(directory, "scenario.yaml"),
    stringify(Schema.encodeSync(Scenario.Scenario)(scenario)),
  )
}

/** Writes all but the report and the tables. */
export const write = (
  directory: string,
  { summary, details, origin }: Results,
  loaded: ScenarioFile.Loaded,
): void => {
  writeScenario(directory, loaded)
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
