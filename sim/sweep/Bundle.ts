// A scenario with all that it names, as one value that travels: to a thread, through a queue, into the sweep's own
// directory. Nobody who runs a part of a sweep reads the scenario's file again.
import * as Result from "effect/Result"
import * as ScenarioFile from "../ScenarioFile.ts"

export interface Bundle {
  /** The file's name, for messages. */
  readonly file: string
  readonly text: string
  /** The text of each file that the scenario names, by that name. */
  readonly files: Readonly<Record<string, string>>
  /** Changes that all runs have, in the form of `--set`. */
  readonly settings: ReadonlyArray<string>
}

/** The scenario of a run: the bundle with some more changes. */
export const load = (
  bundle: Bundle,
  settings: ReadonlyArray<string>,
): Result.Result<ScenarioFile.Loaded, ScenarioFile.InvalidScenario> =>
  ScenarioFile.parse(bundle.text, bundle.file, [...bundle.settings, ...settings], (name) => {
    const text = Object.hasOwn(bundle.files, name) ? bundle.files[name] : undefined
    return text === undefined ? Result.fail("the sweep did not bring it") : Result.succeed(text)
  })

/**
 * Reads a scenario and everything that its cells name; `variants` are the changes of each cell.
 *
 * @returns the bundle and the scenario hash of each cell, or the first refusal.
 */
export const read = (
  path: string,
  settings: ReadonlyArray<string>,
  variants: Iterable<ReadonlyArray<string>>,
): Result.Result<
  { readonly bundle: Bundle; readonly base: ScenarioFile.Loaded; readonly hashes: Array<string> },
  ScenarioFile.InvalidScenario
> =>
  Result.gen(function* () {
    const base = yield* ScenarioFile.load(path, settings)
    const text = yield* Result.mapError(
      ScenarioFile.readText(path),
      (why) =>
        new ScenarioFile.InvalidScenario({
          file: path,
          problems: [{ path: "", message: `cannot be read: ${why}` }],
        }),
    )
    const files = new Map(base.files)
    const hashes: Array<string> = []
    for (const more of variants) {
      const loaded = yield* ScenarioFile.load(path, [...settings, ...more])
      for (const [name, content] of loaded.files) files.set(name, content)
      hashes.push(loaded.hash)
    }
    const bundle = { file: path, text, files: Object.fromEntries(files), settings }
    return { bundle, base, hashes }
  })
