import { execFileSync, spawn } from "node:child_process"
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import * as Net from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { setTimeout as sleep } from "node:timers/promises"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Fiber from "effect/Fiber"
import { afterAll, describe, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as Rpc from "../../src/chain/Rpc.ts"

const timestamp = 1_700_000_000
const folder = mkdtempSync(join(tmpdir(), "ipsx-anvil-"))
afterAll(() => rmSync(folder, { recursive: true }))

/** Processes of this machine whose command line has the text. */
const processes = (text: string): ReadonlyArray<string> =>
  execFileSync("ps", ["-eo", "pid=,args="], { encoding: "utf8" })
    .split("\n")
    .filter((line) => line.includes(text) && !line.includes("ps -eo"))

const gone = async (text: string): Promise<void> => {
  for (let left = 100; left > 0 && processes(text).length > 0; left--) await sleep(50)
  expect(processes(text)).toEqual([])
}

const script = (name: string, text: string): string => {
  const file = join(folder, name)
  writeFileSync(file, text)
  chmodSync(file, 0o755)
  return file
}

const starter = script(
  "start.ts",
  `import * as Anvil from ${JSON.stringify(join(import.meta.dirname, "../../src/chain/Anvil.ts"))}
const { anvil } = await Anvil.launch({ timestamp: ${timestamp} })
console.log(anvil.url)
setInterval(() => {}, 1000)`,
)

const port = (url: string): string => `--port ${new URL(url).port}`

describe("IPSX-CHN-022 anvil", () => {
  it("answers as long as its scope is open, and no process of it is left afterwards", async () => {
    const anvil = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const anvil = yield* Anvil.start({ timestamp })
          const rpc = Rpc.make(anvil.url)
          const chainId = yield* Effect.promise(() => rpc.call("eth_chainId", []))
          rpc.close()
          expect(Number(chainId)).toBe(anvil.chainId)
          expect(anvil.version).toMatch(/^anvil\/v\d+\.\d+/)
          expect(processes(port(anvil.url))).not.toEqual([])
          return anvil
        }),
      ),
    )
    await gone(port(anvil.url))
  })

  it.each(["SIGKILL", "SIGINT", "SIGTERM"] as const)(
    "ends when its parent gets %s",
    async (signal) => {
      const parent = spawn(process.execPath, [starter], { stdio: ["ignore", "pipe", "inherit"] })
      const url = await new Promise<string>((resolve) =>
        parent.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString().trim())),
      )
      expect(processes(port(url)).length).toBeGreaterThan(0)
      parent.kill(signal)
      await gone(port(url))
    },
  )

  it("ends with an interrupted program", async () => {
    const seen: Array<string> = []
    const fiber = Effect.runFork(
      Effect.scoped(
        Effect.gen(function* () {
          const anvil = yield* Anvil.start({ timestamp })
          seen.push(anvil.url)
          return yield* Effect.never
        }),
      ),
    )
    for (let left = 100; left > 0 && seen.length === 0; left--) await sleep(50)
    await Effect.runPromise(Fiber.interrupt(fiber))
    await gone(port(seen[0]!))
  })

  const failure = async (options: Anvil.Options): Promise<Anvil.AnvilError> => {
    const exit = await Effect.runPromise(
      Effect.exit(Effect.flip(Effect.scoped(Anvil.start(options)))),
    )
    return Exit.isSuccess(exit) ? exit.value : expect.fail("it started")
  }

  it("says what to install when the binary is missing", async () => {
    const error = await failure({ timestamp, binary: "/nowhere/anvil" })
    expect(error._tag).toBe("AnvilMissing")
    expect(error.message).toMatch(/\/nowhere\/anvil.*npm install.*--chain memory/)
  })

  it("says that the port is taken, instead of talking to who has it", async () => {
    const server = Net.createServer().listen(0, "127.0.0.1")
    await new Promise((resolve) => server.once("listening", resolve))
    const { port } = server.address() as Net.AddressInfo
    const error = await failure({ timestamp, port })
    server.close()
    expect(error).toMatchObject({ _tag: "PortTaken", port })
  })

  it("tells the words of a binary that fails, and leaves nothing behind", async () => {
    const binary = script("failing", "#!/bin/sh\necho no such flag >&2\nexit 2\n")
    expect(await failure({ timestamp, binary })).toMatchObject({
      _tag: "AnvilFailed",
      exit: "exit code 2",
      said: "no such flag",
    })
    await gone(binary)
  })

  it("gives up on a binary that never answers, and ends it", async () => {
    const binary = script("silent", "#!/bin/sh\nexec sleep 1000\n")
    const error = await failure({ timestamp, binary, startTimeoutMs: 200 })
    expect(error).toMatchObject({ _tag: "AnvilFailed", exit: "no answer in 200 ms" })
    await gone("sleep 1000")
  })

  const helping = (name: string, flags: ReadonlyArray<string>): string =>
    script(
      name,
      `#!/bin/sh\n[ "$1" = --help ] && { echo "${flags.join(" ")}"; exit 0; }\necho "$@" >&2\nexit 2\n`,
    )
  const needed =
    "--no-mining --auto-impersonate --order --gas-limit --block-base-fee-per-gas --gas-price --chain-id --host --port --timestamp --fork-url"

  it("is called without the flags that its version does not have", async () => {
    const error = await failure({
      timestamp,
      binary: helping("older", [...needed.split(" "), "--silent", "--no-rate-limit"]),
    })
    expect(error._tag).toBe("AnvilFailed")
    expect(error.message).toContain("--silent --no-mining")
    expect(error.message).toContain("--no-rate-limit")
    expect(error.message).not.toMatch(/--quiet|--no-request-size-limit|--transaction-block-keeper/)
  })

  it("is not called at all when it lacks what is necessary, and that is named", async () => {
    const error = await failure({
      timestamp,
      binary: helping(
        "oldest",
        needed.split(" ").filter((flag) => !/order|no-mining/.test(flag)),
      ),
    })
    expect(error).toMatchObject({ _tag: "AnvilUnfit", missing: ["--no-mining", "--order"] })
    expect(error.message).toMatch(/oldest.*--no-mining, --order/)
  })
})

describe("IPSX-CHN-020 a driven anvil", () => {
  it("has no root of its state to compute, and mines only when it is told", async () => {
    const { anvil, stop } = await Anvil.launch({ timestamp })
    const rpc = Rpc.make(anvil.url)
    const from = `0x${"cc".repeat(20)}`
    const fees = { maxFeePerGas: "0x1", maxPriorityFeePerGas: "0x0" }
    const call = { from, to: from, nonce: "0x0", gas: "0x5208", ...fees }
    await rpc.call("eth_sendUnsignedTransaction", [call])
    await sleep(300)
    expect(await rpc.call("eth_blockNumber", [])).toBe("0x0")
    await rpc.call("evm_mine", [{ timestamp: `0x${(timestamp + 1).toString(16)}` }])
    const block = await rpc.call("eth_getBlockByNumber", ["latest", false])
    expect(block).toMatchObject({ number: "0x1", stateRoot: `0x${"00".repeat(32)}` })
    rpc.close()
    await stop()
  })
})
