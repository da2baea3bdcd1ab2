import { spawn } from "node:child_process"
import { openSync } from "node:fs"
import { describe, expect, it } from "vitest"

interface Ended {
  readonly code: number | null
  readonly error: string
}

/** Runs the program with its standard output in a file, or in a pipe whose reader goes away at once. */
const run = (words: ReadonlyArray<string>, output: number | "pipe"): Promise<Ended> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ["sim/cli.ts", ...words], {
      stdio: ["ignore", output, "pipe"],
    })
    child.stdout?.destroy()
    let error = ""
    child.stderr!.on("data", (chunk: Buffer) => void (error += chunk.toString()))
    child.once("close", (code) => resolve({ code, error }))
  })

// `ipsx conform --list | head -1` ended with Node's stack trace and exit code 1, and so did every command in a terminal
// that was closed or on a disk that was full.
describe.runIf(process.platform === "linux")("a program that nobody reads", () => {
  it("IPSX-SIM-007 says nothing about a reader that has gone, and does what it was asked for", async () => {
    expect(await run(["--help"], "pipe")).toEqual({ code: 0, error: "" })
  })

  it("IPSX-SIM-007 says what was not written for want of room, and ends with 2", async () => {
    expect(await run(["--help"], openSync("/dev/full", "w"))).toEqual({
      code: 2,
      error: "ipsx: standard output: there is no room left for it\n",
    })
  })
})
