// The suite's own files: fresh, of the form that their schema has, each case named once and tied to the rules.
import { readFileSync, statSync } from "node:fs"
import * as path from "node:path"
import * as Schema from "effect/Schema"
import { beforeAll, describe, expect, it } from "vitest"
import * as Files from "../../src/conformance/process/Files.ts"
import * as Suite from "../../src/conformance/Suite.ts"
import * as Vector from "../../src/conformance/Vector.ts"

const folder = path.resolve(import.meta.dirname, "../../spec/vectors")
const requirements = new Set(
  (
    JSON.parse(readFileSync(path.resolve(folder, "../requirements.json"), "utf8")) as {
      requirements: ReadonlyArray<{ id: string }>
    }
  ).requirements.map(({ id }) => id),
)

describe("the vectors", () => {
  let written: ReadonlyArray<Suite.Written> = []
  let files: ReadonlyArray<Vector.File> = []
  beforeAll(async () => {
    written = await Suite.generate()
    files = written
      .filter((file) => file.path !== "manifest.json")
      .map((file) => Schema.decodeUnknownSync(Vector.File)(JSON.parse(file.text)))
  })

  it("are, byte for byte, what is committed", () => {
    expect(Files.stale(folder, written)).toEqual([])
  })

  it("have a manifest with the digest of each file", () => {
    const manifest = Schema.decodeUnknownSync(Vector.Manifest)(
      JSON.parse(readFileSync(path.join(folder, "manifest.json"), "utf8")),
    )
    expect(manifest.suite).toBe(Suite.version)
    expect(manifest.files).toHaveLength(files.length)
    for (const { file, sha256 } of manifest.files)
      expect(Suite.sha256Of(readFileSync(path.join(folder, file), "utf8"))).toBe(sha256)
  })

  it("have ids that are used once and begin with their group's", () => {
    const ids = files.flatMap((file) => file.cases.map(({ id }) => id))
    expect(new Set(ids).size).toBe(ids.length)
    for (const file of files)
      for (const { id } of file.cases) expect(id.startsWith(`${file.group}/`)).toBe(true)
  })

  it("each decide at least one requirement that exists, say why, and expect a result for every event", () => {
    for (const vector of files.flatMap(Vector.expand)) {
      expect(vector.requirements.length, vector.id).toBeGreaterThan(0)
      for (const id of vector.requirements)
        expect(requirements.has(id), `${vector.id}: ${id}`).toBe(true)
      expect(vector.why.length, vector.id).toBeGreaterThan(20)
      expect(vector.expected, vector.id).toHaveLength(vector.events.length)
    }
  })

  it("stay small: no file above 2 MB, all of them below 6 MB", () => {
    const sizes = written.map((file) => statSync(path.join(folder, file.path)).size)
    expect(Math.max(...sizes)).toBeLessThan(2_000_000)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(6_000_000)
  })
})
