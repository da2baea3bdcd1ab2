// The parameters of a market, as the commands that serve or deploy one are told of them.
import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Parameters from "../../src/model/Parameters.ts"

const presets = new Map([
  ["default", Parameters.standard],
  ["small", Parameters.small],
])

const decode = Schema.decodeUnknownResult(Schema.fromJsonString(Parameters.Parameters))

/** What is wrong with a name of them; undefined for a preset's name, or a file's, whether it is there or not. */
export const problem = (given: string): string | undefined =>
  presets.has(given) || given.endsWith(".json")
    ? undefined
    : `--parameters: expected default, small or a .json file, got "${given}"`

/** The preset of a name, or what a file says. */
export const read = (
  given: string,
): Effect.Effect<Parameters.Parameters, { readonly message: string }> => {
  const preset = presets.get(given)
  if (preset !== undefined) return Effect.succeed(preset)
  return Effect.try({
    try: () => readFileSync(given, "utf8"),
    catch: (cause) => cause as Error,
  }).pipe(
    Effect.flatMap((text) => Effect.fromResult(decode(text))),
    Effect.flatMap((read) => Effect.fromResult(Parameters.validate(read))),
    Effect.mapError(({ message }) => ({ message: `--parameters: ${given}: ${message}` })),
  )
}
