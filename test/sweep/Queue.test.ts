// A sweep through a real Redis, with workers as processes of their own, of which one is killed in the middle of a run,
// and with a Redis that crashes and comes back. `npm run verify` does the same with more runs and more workers.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { Redis } from "ioredis"
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest"
import { counted } from "../runs.ts"
import * as Process from "../cli/process.ts"
import * as RedisServer from "./redisServer.ts"

const scenario = "test/sweep/tiny.yaml"
const seeds = Number(process.env["IPSX_SWEEP_SEEDS"] ?? 3)
const workers = Number(process.env["IPSX_SWEEP_WORKERS"] ?? 2)
const runs = 4 * seeds
const line = `sweep ${scenario} --vary providers.homes.count=10,20 --vary requesters.shops.count=5,10 --seeds 1..${seeds} --no-progress --out`
/** Longer than a loaded machine needs. */
const minutes = 30 * 60_000

const tables = [
  "cells.csv",
  "cells.json",
  "cells.parquet",
  "report.html",
  "runs.csv",
  "runs.parquet",
]
const bytes = (directory: string): string =>
  tables.map((name) => readFileSync(join(directory, name), "latin1")).join("\0")

/** How many findings the parts have. */
const found = (directory: string): number => {
  try {
    return readdirSync(join(directory, "parts"))
      .map((name) => readFileSync(join(directory, "parts", name), "utf8").split("\n").length - 1)
      .reduce((sum, n) => sum + n, 0)
  } catch {
    return 0
  }
}

const isThere = RedisServer.isThere()
if (!isThere)
  console.log(
    "skipped: sweeps through a queue, because there is no redis-server (apt-get install redis-server)",
  )

describe.runIf(isThere)("a sweep through a queue", () => {
  let server: RedisServer.RedisServer
  let directory: string
  const started: Array<Process.Running> = []
  const start = (...words: ReadonlyArray<string>): Process.Running => {
    const [first = "", ...more] = words
    const running = Process.start(first, ...more)
    started.push(running)
    return running
  }
  const worker = () => start(`worker --queue ${server.url} --workers 1 --patience 2`)
  beforeAll(async () => {
    server = await RedisServer.start()
    directory = mkdtempSync(join(tmpdir(), "ipsx-queue-"))
  })
  afterEach(async () => {
    for (const { child } of started) child.kill("SIGKILL")
    await Promise.all(started.splice(0).map(({ ended }) => ended))
  })
  afterAll(async () => {
    await server.stop()
    rmSync(directory, { recursive: true })
  })

  /** Waits until a worker is at a run, by what the queue says. */
  const isBusy = async (redis: Redis, pid: number): Promise<boolean> => {
    for (const id of await redis.lrange("ipsx:sweep:active", 0, -1)) {
      const { pb } = await redis.hgetall(`ipsx:sweep:${id}`)
      if (pb?.endsWith(`-${pid}`)) return true
    }
    return false
  }

  it(
    `IPSX-SIM-040 IPSX-SIM-041 of ${runs} runs, ${workers} workers, one killed at work, and a crashed Redis, has the bytes of one process`,
    async () => {
      const single = join(directory, "single")
      const alone = await Process.inside(line, single, "--workers", "1")
      expect(alone.error).toBe("")
      expect(alone.code).toBe(0)

      const many = join(directory, "many")
      const sweep = start(line, many, "--queue", server.url)
      const [victim] = Array.from({ length: workers }, worker)
      const redis = new Redis(server.url, { maxRetriesPerRequest: null })
      redis.on("error", () => {})
      expect(await Process.until(() => found(many) >= Math.floor(runs / 4), minutes)).toBe(true)
      while (!(await isBusy(redis, victim!.child.pid!))) await new Promise((r) => setTimeout(r, 2))
      victim!.child.kill("SIGKILL")
      expect((await victim!.ended).signal).toBe("SIGKILL")
      const left = found(many)
      expect(left).toBeLessThan(runs)
      worker()
      await Process.until(() => found(many) >= Math.floor(runs / 2), minutes)
      await server.crash()
      const ended = await sweep.ended
      expect(ended.error).toBe("")
      expect(ended.code).toBe(0)
      expect(bytes(many)).toBe(bytes(single))
      expect(found(many)).toBe(runs)
      // Nothing of the sweep stays in Redis but the queue's own counters.
      expect(await redis.keys("ipsx:bundle:*")).toEqual([])
      expect(await redis.zcard("ipsx:sweep:completed")).toBe(0)
      redis.disconnect()
      counted(`${found(many)} runs, ${left} of them before the kill`)
    },
    minutes,
  )

  it("IPSX-SIM-041 replaces a worker that it started itself", async () => {
    const out = join(directory, "own")
    const sweep = start(line, out, "--queue", server.url, "--workers", "2")
    const children = () =>
      Process.descendants(sweep.child.pid!).filter((id) => Process.commandOf(id).includes("worker"))
    expect(await Process.until(() => found(out) >= 1, minutes)).toBe(true)
    process.kill(children()[0]!, "SIGKILL")
    const { code, error } = await sweep.ended
    expect(error).toContain("A worker died (SIGKILL); another takes its place.")
    expect(code).toBe(0)
    expect(found(out)).toBe(runs)
    expect(bytes(out)).toBe(bytes(join(directory, "single")))
  })

  it("IPSX-SIM-042 is refused by a worker with other code, which gives the run back", async () => {
    const redis = new Redis(server.url)
    const { Queue } = await import("bullmq")
    const queue = new Queue("sweep", { connection: redis, prefix: "ipsx" })
    await queue.add("run", { code: "c0ffee".repeat(10), sweep: "x" }, { jobId: "foreign" })
    const { code, error } = await worker().ended
    expect(error).toMatch(
      /ipsx worker: the sweep is of the code c0ffeec0ffee, this worker is [0-9a-f]{12}: install the same revision here\. The run went back into the queue\./,
    )
    expect(code).toBe(2)
    const job = await queue.getJob("foreign")
    expect(await job!.getState()).toBe("waiting")
    await job!.remove()
    await queue.close()
    redis.disconnect()
  })

  it("goes on after Ctrl-C with what is missing, and leaves no runs in the queue", async () => {
    const out = join(directory, "stopped")
    const sweep = start(line, out, "--queue", server.url, "--workers", "1")
    expect(await Process.until(() => found(out) >= 2, minutes)).toBe(true)
    sweep.child.kill("SIGINT")
    const { code, error } = await sweep.ended
    expect(error).toMatch(/Stopped after \d+ of \d+ runs\. The same command goes on from there\./)
    expect(code).toBe(0)
    const redis = new Redis(server.url)
    expect(await redis.llen("ipsx:sweep:wait")).toBe(0)
    redis.disconnect()
    const kept = found(out)
    expect(kept).toBeLessThan(runs)
    expect((await Process.inside(line, out, "--workers", "1")).code).toBe(0)
    expect(found(out)).toBe(runs)
    expect(bytes(out)).toBe(bytes(join(directory, "single")))
  })

  it("says what is wrong when nobody listens there", async () => {
    const url = "redis://user:secret@127.0.0.1:1"
    for (const words of [
      `worker --queue ${url}`,
      `${line} ${join(directory, "none")} --queue ${url}`,
    ]) {
      const { code, error } = await Process.inside(words)
      expect(error).toMatch(
        /redis:\/\/user:…@127\.0\.0\.1:1: expected a Redis or Valkey that can be reached: nobody listens there/,
      )
      expect(error).not.toContain("secret")
      expect(code).toBe(2)
    }
  })
})
