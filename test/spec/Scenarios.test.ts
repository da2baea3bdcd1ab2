// The page about scenarios says all that a scenario can say, and its example is one.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Recorder from "../../sim/Recorder.ts"
import * as Scenario from "../../sim/Scenario.ts"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"

const root = join(import.meta.dirname, "../..")
const page = readFileSync(join(root, "docs/scenarios.md"), "utf8")
const schema: unknown = JSON.parse(
  readFileSync(join(root, "spec/schemas/scenario.schema.json"), "utf8"),
)

/** Each name of a property, wherever it stands in the schema. */
const propertiesIn = (node: unknown): ReadonlyArray<string> => {
  if (typeof node !== "object" || node === null) return []
  const own = (node as { readonly properties?: object }).properties ?? {}
  return [...Object.keys(own), ...Object.values(node).flatMap(propertiesIn)]
}

const isNamed = (name: string): boolean => new RegExp(`\\b${name}\\b`).test(page)

describe("docs/scenarios.md", () => {
  it("names every key, every behaviour and every column of a table", () => {
    const names = [
      ...propertiesIn(schema),
      ...Scenario.providerBehaviours,
      ...Scenario.requesterBehaviours,
      ...Recorder.tables(Recorder.make(1000, 1000, 1, () => 0n)).flatMap(({ name, columns }) => [
        name,
        ...columns.map((column) => column.name),
      ]),
    ]
    expect(names.length).toBeGreaterThan(80)
    expect([...new Set(names)].filter((name) => !isNamed(name))).toEqual([])
  })

  it("begins with a scenario that is one", () => {
    const [, example = ""] = /```yaml\n([^]*?)```/.exec(page) ?? []
    const loaded = ScenarioFile.parse(example, "first.yaml", [], () => Result.fail("no file"))
    expect(Result.getOrThrow(loaded).scenario.name).toBe("first")
  })
})
