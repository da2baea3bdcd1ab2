import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as Process from "./process.ts"

let directory = ""
const started: Array<Process.Running> = []
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-signal-"))
})
afterEach(() => {
  for (const { child } of started.splice(0)) child.kill("SIGKILL")
  rmSync(directory, { recursive: true, force: true })
})

/** A run that would take long, once its node is there and it has had time for some blocks. */
const begin = async (out: string) => {
  const running = Process.start(
    "run scenarios/quickstart.yaml --format json --set expect=[] --set duration=30d --out",
    out,
  )
  started.push(running)
  const nodes = () =>
    Process.descendants(running.child.pid!).filter((id) =>
      /anvil.*--port/.test(Process.commandOf(id)),
    )
  expect(await Process.until(() => nodes().length > 0, 30_000)).toBe(true)
  await new Promise((resolve) => setTimeout(resolve, 1500))
  return { ...running, nodes: nodes() }
}

const parsed = (path: string) => JSON.parse(readFileSync(path, "utf8")) as Record<string, unknown>

// The processes of a run are looked for in /proc, which only Linux has.
describe.runIf(process.platform === "linux")("a run on anvil that somebody stops", () => {
  it("IPSX-SIM-010 IPSX-CHN-022 keeps what it has, says so, and leaves no node behind", async () => {
    const out = join(directory, "run")
    const { child, ended, nodes } = await begin(out)
    child.kill("SIGINT")
    const { code, out: printed, error } = await ended
    expect(code).toBe(0)
    expect(error).toContain("Stopping; what there is will be kept.")
    const summary = parsed(join(out, "summary.json"))
    expect(JSON.parse(printed)).toEqual(summary)
    expect(summary).toMatchObject({ partial: true, oracle: { mismatches: 0 } })
    expect(summary["events"]).toBeGreaterThan(0)
    expect(readFileSync(join(out, "report.html"), "utf8")).toMatch(/partial|stopped/i)
    expect(readdirSync(directory)).toEqual(["run"])
    expect(await Process.until(() => !nodes.some(Process.isAlive), 2000)).toBe(true)
    // The same run again, up to the event at which it was stopped.
    expect((await Process.run("replay", out)).out).toContain(
      `✓ events     ${summary["events"] as number}`,
    )
  })

  it("IPSX-SIM-007 leaves nothing half-written behind when its terminal is closed, and it is told once more", async () => {
    const { child, ended, nodes } = await begin(join(directory, "run"))
    child.stderr!.once("data", () => child.kill("SIGINT"))
    child.kill("SIGHUP")
    await ended
    // On a slow machine the second signal may come when everything has been kept already.
    const left = readdirSync(directory)
    expect([[], ["run"]]).toContainEqual(left)
    for (const name of left)
      expect(parsed(join(directory, name, "summary.json"))).toMatchObject({ partial: true })
    expect(await Process.until(() => !nodes.some(Process.isAlive), 2000)).toBe(true)
  })

  it("IPSX-CHN-022 leaves no node behind within two seconds of its sudden death", async () => {
    const { child, ended, nodes } = await begin(join(directory, "run"))
    child.kill("SIGKILL")
    expect((await ended).signal).toBe("SIGKILL")
    expect(nodes.length).toBeGreaterThan(0)
    expect(await Process.until(() => !nodes.some(Process.isAlive), 2000)).toBe(true)
    expect(readdirSync(directory)).not.toContain("run")
  })
})
