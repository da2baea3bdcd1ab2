// `ipsx demo` as its users run it; every sentence of it is checked by the program itself before it is said.
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import { factor } from "../runs.ts"
import * as Namespaces from "../tunnel/Namespaces.ts"
import * as Process from "./process.ts"

// A place of its own for temporary files: other tests have towns at the same time, and theirs are none of these.
const outer = process.env["TMPDIR"]
const place = mkdtempSync(join(tmpdir(), "ipsx-test-"))
process.env["TMPDIR"] = place
afterAll(() => {
  if (outer === undefined) delete process.env["TMPDIR"]
  else process.env["TMPDIR"] = outer
  rmSync(place, { recursive: true, force: true })
})

const left = (): ReadonlyArray<string> =>
  readdirSync(place).filter((name) => name.startsWith("ipsx-demo-"))

/** All processes that a demonstration has, once it has as many as it ever will. */
const populated = async (pid: number, count: number): Promise<ReadonlyArray<number>> => {
  await Process.until(() => Process.descendants(pid).length >= count, 60_000)
  return Process.descendants(pid)
}

const allGone = (processes: ReadonlyArray<number>): Promise<boolean> =>
  Process.until(() => !processes.some(Process.isAlive), 15_000)

it("IPSX-TUN-010 IPSX-PAY-008 IPSX-TUN-060 shows a whole lease, and leaves nothing behind", async () => {
  const before = left()
  const { child, ended } = Process.start("demo")
  const processes = await populated(child.pid!, 4)
  expect(processes.length).toBeGreaterThanOrEqual(4)
  const { code, out, error } = await ended
  expect(error).toBe("")
  expect(out).toMatch(/the provider's address; the requester's own is 127\.0\.0\.1/)
  expect(out).toMatch(/the bytes stop after \d/)
  expect(out).toMatch(/the bytes flow again/)
  expect(out).toMatch(/signed by both, and committed to by the settlement/)
  expect(out).toMatch(/All of it checked/)
  expect(code).toBe(0)
  expect(await allGone(processes)).toBe(true)
  expect(left()).toEqual(before)
})

it("lets a market stay whose lines can be typed as they stand, and takes it away at Ctrl-C", async () => {
  const before = left()
  const { child, ended } = Process.start("demo --stay")
  let said = ""
  child.stdout!.on("data", (chunk: Buffer) => void (said += chunk.toString("utf8")))
  expect(await Process.until(() => said.includes("crawler.ts"), 60_000)).toBe(true)
  const processes = Process.descendants(child.pid!)
  process.env["IPSX_PASSWORD"] = /^export IPSX_PASSWORD=(\w+)$/m.exec(said)![1]
  const wallet = await Process.run(/^ipsx (wallet .*)$/m.exec(said)![1]!)
  delete process.env["IPSX_PASSWORD"]
  expect(wallet).toMatchObject({ code: 0, error: "" })
  expect(wallet.out).toMatch(/^balance +100$/m)
  child.kill("SIGINT")
  expect((await ended).code).toBe(0)
  expect(await allGone(processes)).toBe(true)
  expect(left()).toEqual(before)
})

it("leaves nothing behind when it is stopped in the middle", async () => {
  const before = left()
  const { child, ended } = Process.start("demo")
  const processes = await populated(child.pid!, 5)
  child.kill("SIGINT")
  await ended
  expect(await allGone(processes)).toBe(true)
  expect(left()).toEqual(before)
})

it("IPSX-TUN-006 leaves no process behind when it is killed, and nothing at all after `ipsx reconcile`", async () => {
  const before = left()
  const { child, ended } = Process.start("demo")
  const processes = await populated(child.pid!, 5)
  child.kill("SIGKILL")
  await ended
  expect(await allGone(processes)).toBe(true)
  const mine = left().filter((name) => !before.includes(name))
  expect(mine.length).toBe(1)
  const { out, code } = await Process.run("reconcile")
  expect(out).toContain(`removed the file ${place}/${mine[0]}`)
  expect(code).toBe(0)
  expect(left()).not.toContain(mine[0])
})

const impossible = Namespaces.impossible()
const world = impossible === undefined ? await Namespaces.make() : undefined
const can =
  world === undefined
    ? { runs: false as const, reason: impossible! }
    : await Wireguard.probe(world.provider)
world?.close()
if (!can.runs) console.log(`skipped: demo --tunnel wireguard: ${can.reason}`)
if (factor === 1)
  console.log(
    "skipped: kills of demo --tunnel wireguard, which take a minute: `npm run verify` has them",
  )

/** What of a WireGuard demonstration would be on this machine, and not in its namespaces. */
const traces = (): ReadonlyArray<string> => [
  ...left(),
  ...readdirSync("/sys/class/net").filter((name) => /^(ipsx|to-)/.test(name)),
]

describe.skipIf(!can.runs)("with --tunnel wireguard", () => {
  it("IPSX-TUN-001 IPSX-TUN-012 shows the same on machines of its own, and leaves nothing behind", async () => {
    const before = traces()
    const { child, ended } = Process.start("demo --tunnel wireguard")
    // Anvil, relay, provider and requester, the programs of both tunnels, and what holds them.
    const processes = await populated(child.pid!, 10)
    const { code, out, error } = await ended
    expect(error).toBe("")
    expect(out).toMatch(/sees 45\.45\.45\.2, the provider's address; the requester's own is 46\./)
    expect(out).toMatch(/the bytes stop after \d/)
    expect(out).toMatch(/the bytes flow again/)
    expect(out).toMatch(/All of it checked/)
    expect(code).toBe(0)
    expect(await allGone(processes)).toBe(true)
    expect(traces()).toEqual(before)
  })

  // Each takes as long as the whole demonstration: `npm run verify` has the time.
  it.skipIf(factor === 1).each(["SIGINT", "SIGKILL"] as const)(
    "IPSX-TUN-006 leaves nothing behind after %s",
    async (signal) => {
      const before = traces()
      const { child, ended } = Process.start("demo --tunnel wireguard")
      let said = ""
      child.stdout!.on("data", (chunk: Buffer) => (said += chunk.toString()))
      await Process.until(() => said.includes("sees 45."), 60_000)
      const processes = Process.descendants(child.pid!)
      expect(processes.length).toBeGreaterThanOrEqual(10)
      child.kill(signal)
      await ended
      expect(await allGone(processes)).toBe(true)
      expect(traces()).toEqual(before)
    },
    150_000,
  )
})
