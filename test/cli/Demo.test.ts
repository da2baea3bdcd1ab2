// `ipsx demo` as its users run it; every sentence of it is checked by the program itself before it is said.
import { readdirSync } from "node:fs"
import { tmpdir } from "node:os"
import { expect, it } from "vitest"
import * as Process from "./process.ts"

const left = (): ReadonlyArray<string> =>
  readdirSync(tmpdir()).filter((name) => name.startsWith("ipsx-demo-"))

it("IPSX-TUN-010 IPSX-PAY-008 IPSX-TUN-060 shows a whole lease, and leaves nothing behind", async () => {
  const before = left()
  const { child, ended } = Process.start("demo")
  const started = await Process.until(() => Process.descendants(child.pid!).length >= 4, 60_000)
  expect(started).toBe(true)
  const processes = Process.descendants(child.pid!)
  const { code, out, error } = await ended
  expect(error).toBe("")
  expect(out).toMatch(/the provider's address; the requester's own is 127\.0\.0\.1/)
  expect(out).toMatch(/the bytes stop after \d/)
  expect(out).toMatch(/the bytes flow again/)
  expect(out).toMatch(/signed by both, and committed to by the settlement/)
  expect(out).toMatch(/All of it checked/)
  expect(code).toBe(0)
  expect(await Process.until(() => !processes.some(Process.isAlive), 5000)).toBe(true)
  expect(left()).toEqual(before)
}, 150_000)

it("leaves nothing behind when it is stopped in the middle", async () => {
  const before = left()
  const { child, ended } = Process.start("demo")
  await Process.until(() => Process.descendants(child.pid!).length >= 5, 60_000)
  const processes = Process.descendants(child.pid!)
  child.kill("SIGINT")
  await ended
  expect(await Process.until(() => !processes.some(Process.isAlive), 10_000)).toBe(true)
  expect(left()).toEqual(before)
}, 150_000)
