import { execFileSync } from "node:child_process"
import { readFileSync } from "node:fs"
import { describe, expect, it } from "vitest"

interface JsonSchema {
  readonly required: ReadonlyArray<string>
  readonly properties: Readonly<Record<string, { readonly pattern?: string }>>
  readonly additionalProperties: boolean
}
const schema = (name: string): JsonSchema =>
  JSON.parse(readFileSync(`spec/schemas/${name}.schema.json`, "utf8")) as JsonSchema

describe("spec/schemas", () => {
  it("is what the program would write", () => {
    expect(execFileSync(process.execPath, ["scripts/schemas.ts", "--check"]).toString()).toBe("")
  })

  it("IPSX-SIM-008 publishes the summary field for field, patterns included", () => {
    const { required, properties, additionalProperties } = schema("summary")
    expect(required).toEqual([
      "schema",
      "ipsx",
      "scenario",
      "seed",
      "partial",
      "virtualSeconds",
      "wallSeconds",
      "events",
      "traceHash",
      "actors",
      "chain",
      "orders",
      "deals",
      "tokens",
      "losses",
      "oracle",
      "checks",
      "coverage",
      "expect",
    ])
    expect(additionalProperties).toBe(false)
    expect(properties.traceHash!.pattern).toBe("^0x[0-9a-f]{64}$")
  })

  it("IPSX-SIM-011 tells an editor that unknown keys are wrong", () => {
    expect(schema("scenario").additionalProperties).toBe(false)
    expect(schema("scenario").required).toContain("question")
  })
})
