import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Result from "effect/Result"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as Directory from "../../sim/cli/Directory.ts"

// A run replaced every directory that had a file called summary.json, and with it all else that lay there.
describe("a directory that is not only a run's", () => {
  let directory = ""
  beforeEach(() => {
    directory = mkdtempSync(join(tmpdir(), "ipsx-other-"))
  })
  afterEach(() => rmSync(directory, { recursive: true, force: true }))

  const refusal = (): string => {
    const place = Directory.open(directory)
    if (Result.isFailure(place)) return place.failure.message
    Directory.abandon(place.success)
    return "taken"
  }
  const keep = (name: string, text: string): void => writeFileSync(join(directory, name), text)
  const origin = { schema: "ipsx.run/1", chain: "memory", command: "ipsx run", node: "v24" }

  it("IPSX-SIM-007 is not replaced by a run because another program's summary.json is in it", () => {
    keep("summary.json", '{ "passed": 3 }')
    expect(refusal()).toContain("it holds other files, like summary.json")
    expect(readFileSync(join(directory, "summary.json"), "utf8")).toBe('{ "passed": 3 }')
  })

  it("IPSX-SIM-007 is not replaced when somebody's notes lie beside the results", () => {
    keep("summary.json", "{}")
    keep("run.json", JSON.stringify(origin))
    expect(refusal()).toBe("taken")
    keep("notes.md", "what I saw")
    expect(refusal()).toContain("it holds other files, like notes.md")
    expect(readdirSync(directory).sort()).toEqual(["notes.md", "run.json", "summary.json"])
  })
})
