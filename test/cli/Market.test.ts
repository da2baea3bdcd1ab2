// docs/market.md, typed as it stands: a market from nothing to a settled lease, by the commands alone.
import { spawn } from "node:child_process"
import { mkdtemp, readFile, rm } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { expect, it } from "vitest"
import * as FreePort from "../../src/chain/FreePort.ts"

const page = await readFile("docs/market.md", "utf8")
const blocks = [...page.matchAll(/^```sh\n([\s\S]*?)^```$/gm)].map(([, block]) => block!)

/** The page's ports, which somebody may have, for free ones. */
const moved = async (script: string): Promise<string> => {
  const ports = await Promise.all([8545, 7400, 8080].map(() => FreePort.find("127.0.0.1")))
  const [chain, relay, target] = ports.map(String) as [string, string, string]
  return script
    .replace("--block-time 1", `--block-time 1 --port ${chain}`)
    .replace("--parameters small &", `--parameters small --port ${relay} &`)
    .replaceAll("8545", chain)
    .replaceAll("7400", relay)
    .replaceAll("8080", target)
}

interface Shell {
  readonly directory: string
  readonly said: Promise<{ readonly code: number | null; readonly out: string }>
  readonly end: () => Promise<void>
}

/** A shell that knows the two programs, in a folder of its own; `end` takes all that it has started. */
const type = async (script: string): Promise<Shell> => {
  const directory = await mkdtemp(join(tmpdir(), "market-"))
  const programs = `set -e
ipsx() { "${process.execPath}" "${resolve("sim/cli.ts")}" "$@"; }
npx() { "${resolve("node_modules/.bin")}/$1" "\${@:2}"; }
`
  const child = spawn("bash", ["-c", programs + script], {
    cwd: directory,
    // A process group of its own, so that all that runs behind can be ended.
    detached: true,
    stdio: ["ignore", "pipe", "pipe"],
  })
  let out = ""
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (chunk: Buffer) => void (out += chunk.toString("utf8")))
  const said = new Promise<{ code: number | null; out: string }>((done) => {
    child.once("exit", (code) => done({ code, out }))
  })
  const end = async (): Promise<void> => {
    process.kill(-child.pid!, "SIGKILL")
    await rm(directory, { recursive: true, force: true, maxRetries: 10 })
  }
  return { directory, said, end }
}

it("sets up a market, and makes a lease in it, as docs/market.md says", async () => {
  const shell = await type(await moved(blocks.join("\n")))
  try {
    const late = setTimeout(() => void shell.end(), 120_000)
    const { code, out } = await shell.said
    clearTimeout(late)
    const log = await readFile(join(shell.directory, "rent.log"), "utf8").catch(() => "")
    expect({ code, out, log }).toMatchObject({ code: 0 })
    expect(out).toMatch(/^127\.11\.0\.1$/m)
    expect(out).toMatch(/entries signed by 0x[0-9a-f]{40}, 1 deals, as the orders make them/)
    const [receipt] = /^\{.*"as":"Receipt".*$/m.exec(out)!
    expect(JSON.parse(receipt!)).toMatchObject({
      addresses: ["127.11.0.1"],
      from: expect.any(String),
    })
    const deployed = JSON.parse(await readFile(join(shell.directory, "market.json"), "utf8"))
    expect(deployed).toMatchObject({ _tag: "Deployed", chainId: 31337, isOpen: true })
    // What is left outside of the market: all but the two gifts, and the commission of a lease.
    const outside = Number(/^outside +([\d.]+)$/m.exec(out.slice(out.lastIndexOf("balance")))![1])
    expect(outside).toBeGreaterThan(1_800_000_000 - 200)
  } finally {
    await shell.end().catch(() => {})
  }
})
