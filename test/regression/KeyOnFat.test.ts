// A new key got its name by a second link to its file, which a memory stick with FAT and some file systems on networks do
// not have: no key could be made there. Without links it must still never be written over another one.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, expect, it, vi } from "vitest"
import * as Keystore from "../../src/live/Keystore.ts"

vi.mock(import("node:fs/promises"), async (original) => ({
  ...(await original()),
  link: async () => {
    throw Object.assign(new Error("EPERM: operation not permitted, link"), { code: "EPERM" })
  },
}))

let directory = ""
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-fat-"))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

it("a key is made where files have no second names, and never over another one", async () => {
  const file = join(directory, "key.json")
  const create = (byte: number) =>
    Effect.runPromise(Keystore.create(file, new Uint8Array(32).fill(byte), "word", Keystore.quick))
  const results = await Promise.allSettled([1, 2, 3].map(create))
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1)
  const winner = 1 + results.findIndex(({ status }) => status === "fulfilled")
  const text = readFileSync(file, "utf8")
  await expect(create(9)).rejects.toThrow(/EEXIST/)
  expect(readFileSync(file, "utf8")).toBe(text)
  expect(readdirSync(directory)).toEqual(["key.json"])
  expect(await Effect.runPromise(Keystore.open(file, "word"))).toEqual(
    new Uint8Array(32).fill(winner),
  )
})
