// A Redis of our own: the machine's redis-server on a free port of the loopback interface, with its files in a
// temporary directory, so that it can be killed and come back with what it had written down.
import { spawn, spawnSync, type ChildProcess } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Redis } from "ioredis"
import * as FreePort from "../../src/chain/FreePort.ts"

export const isThere = (): boolean => spawnSync("redis-server", ["--version"]).status === 0

export interface RedisServer {
  readonly url: string
  /** Kills it without a chance to tidy up, and starts it again on the same files. */
  readonly crash: () => Promise<void>
  readonly stop: () => Promise<void>
}

const answers = async (url: string): Promise<void> => {
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 })
  client.on("error", () => {})
  await client.ping()
  client.disconnect()
}

export const start = async (): Promise<RedisServer> => {
  const directory = mkdtempSync(join(tmpdir(), "ipsx-redis-"))
  const port = await FreePort.find("127.0.0.1")
  const url = `redis://127.0.0.1:${port}`
  const launch = (): ChildProcess =>
    spawn(
      "redis-server",
      [
        "--port",
        String(port),
        "--bind",
        "127.0.0.1",
        "--dir",
        directory,
        "--save",
        "",
        "--appendonly",
        "yes",
      ],
      { stdio: "ignore" },
    )
  let child = launch()
  const kill = async (): Promise<void> => {
    const ended = new Promise((resolve) => child.once("exit", resolve))
    child.kill("SIGKILL")
    await ended
  }
  await answers(url)
  return {
    url,
    crash: async () => {
      await kill()
      child = launch()
      await answers(url)
    },
    stop: async () => {
      await kill()
      rmSync(directory, { recursive: true, force: true })
    },
  }
}
