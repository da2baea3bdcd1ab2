import { mkdtempSync, rmSync, statSync, writeFileSync, readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Keystore from "../../src/live/Keystore.ts"

// The test vector of the Web3 Secret Storage Definition, for scrypt.
const published = {
  crypto: {
    cipher: "aes-128-ctr",
    cipherparams: { iv: "83dbcc02d8ccb40e466191a123791e0e" },
    ciphertext: "d172bf743a674da9cdad04534d56926ef8358534d458fffccd4e6ad2fbde479c",
    kdf: "scrypt",
    kdfparams: {
      dklen: 32,
      n: 262144,
      r: 1,
      p: 8,
      salt: "ab0c7876052600dd703518d6fc3fe8984592145b591fc8fb5c6d43190334ba19",
    },
    mac: "2103ac29920d71da29f15d75b4a16dbe95cfd7ff8faea1056c33131d846e3097",
  },
  id: "3198bc9c-6672-5ab3-d995-4942343ae5b6",
  version: 3,
}
const secret = "7a28b5ba57c53603b0b07b56bba752f7784bf506fa95edc395f5cf6c7514fe9d"

let directory = ""
beforeAll(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-keystore-"))))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const opened = (file: string, password: string) =>
  Effect.runPromise(Effect.result(Keystore.open(join(directory, file), password)))

describe("a keystore", () => {
  it("opens the published vector", async () => {
    const keystore = Schema.decodeUnknownSync(Keystore.Keystore)(published)
    const key = Result.getOrThrow(await Keystore.decrypt(keystore, "testpassword"))
    expect(Buffer.from(key).toString("hex")).toBe(secret)
  })

  it("comes out as it went in, for its owner's eyes only", async () => {
    const key = Buffer.from(secret, "hex")
    const file = join(directory, "key.json")
    await Effect.runPromise(Keystore.create(file, key, "a password", Keystore.quick))
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const read = Result.getOrThrow(await opened("key.json", "a password"))
    expect(Buffer.from(read).toString("hex")).toBe(secret)
    expect(readdirSync(directory)).toEqual(["key.json"])
    const wrong = await opened("key.json", "another password")
    expect(Result.isFailure(wrong) && wrong.failure._tag).toBe("WrongPassword")
  })

  it.each([
    ["no file", undefined],
    ["no JSON", "{"],
    ["another version", JSON.stringify({ ...published, version: 1 })],
    [
      "another cipher",
      JSON.stringify({ ...published, crypto: { ...published.crypto, cipher: "x" } }),
    ],
    [
      "a cost that no machine has",
      JSON.stringify({
        ...published,
        crypto: { ...published.crypto, kdfparams: { ...published.crypto.kdfparams, n: 2 ** 40 } },
      }),
    ],
  ])("says what is wrong with %s", async (_, text) => {
    if (text !== undefined) writeFileSync(join(directory, "bad.json"), text)
    const read = await opened(text === undefined ? "none.json" : "bad.json", "x")
    expect(Result.isFailure(read) && read.failure._tag).toBe("UnusableKeystore")
    expect(Result.isFailure(read) && read.failure.message).toMatch(/\.json cannot be used: /)
  })
})
