// Two programs that made a key under one name at the same moment: the second one's file took the place of the first one's,
// whose address may have been told to somebody by then.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Keystore from "../../src/live/Keystore.ts"

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-keys-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

it("a keystore never takes the place of another one", async () => {
  const file = join(directory, "key.json")
  const create = (n: number) =>
    Effect.runPromise(
      Effect.result(Keystore.create(file, new Uint8Array(32).fill(n), "secret", Keystore.quick)),
    )
  expect(Result.isSuccess(await create(1))).toBe(true)
  const first = readFileSync(file, "utf8")
  const second = await create(2)
  expect(Result.isFailure(second) && second.failure.message).toMatch(/cannot be used: .*exist/)
  expect(readFileSync(file, "utf8")).toBe(first)
  expect(readdirSync(directory)).toEqual(["key.json"])
})
