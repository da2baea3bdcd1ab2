import { spawn, type ChildProcess } from "node:child_process"
import * as Net from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import * as Run from "../../sim/cli/command/Run.ts"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as FreePort from "../../src/chain/FreePort.ts"
import * as Process from "./process.ts"

let node: ChildProcess | undefined
afterEach(() => {
  node?.kill("SIGKILL")
  node = undefined
})

/** Starts anvil as somebody who read the help would. */
const startNode = async (): Promise<string> => {
  const [, said] = /^ {2}anvil (.*?)\n$/ms.exec(Run.command.help)!
  const options = said!.replaceAll("\\", " ").trim().split(/\s+/)
  const port = await FreePort.find("127.0.0.1")
  node = spawn(Anvil.find()!, [...options, "--silent", "--port", String(port)], { stdio: "ignore" })
  const listens = (): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = Net.connect(port, "127.0.0.1", () => resolve(true)).once("error", () =>
        resolve(false),
      )
      socket.once("connect", () => socket.destroy())
    })
  for (let i = 0; i < 200 && !(await listens()); i++)
    await new Promise((resolve) => setTimeout(resolve, 50))
  return `http://127.0.0.1:${port}`
}

describe("ipsx run on a node that somebody else started", () => {
  it("IPSX-SIM-006 ends in the state of a run on a node of its own, and is refused a second time", async () => {
    const url = await startNode()
    const small = "scenarios/quickstart.yaml --format json --set duration=1m --set expect=[]"
    const theirs = await Process.run(`run ${small} --chain ${url}`)
    expect([theirs.code, theirs.error]).toEqual([0, ""])
    const own = await Process.run(`run ${small} --chain anvil`)
    const [there, here] = [theirs, own].map(
      ({ out }) => JSON.parse(out) as { traceHash: string; chain: Record<string, unknown> },
    )
    expect(there!.traceHash).toBe(here!.traceHash)
    expect(there!.chain["kind"]).toBe("rpc")
    expect(there!.chain["stateDigest"]).toBe(here!.chain["stateDigest"])
    const again = await Process.run(`run ${small} --chain ${url}`)
    expect(again.code).toBe(2)
    expect(again.error).toMatch(
      /^ipsx: the node is at block \d+, second \d+, too late for a market/,
    )
    expect(again.error).not.toContain("    at ")
  })
})
