// The runs of a sweep through a queue in Redis. The queue may lose what it did not write down in time, a worker may
// die, a message may come twice: whoever waits for a run looks for it again and again, and puts it back when it is gone.
import { createHash } from "node:crypto"
import type { Job as QueueJob, Queue as BullQueue } from "bullmq"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Redis as Client } from "ioredis"
import * as Backend from "./Backend.ts"
import * as Finding from "./Finding.ts"
import type * as Job from "./Job.ts"
import * as Manifest from "./Manifest.ts"
import * as Processes from "./Processes.ts"
import * as Redis from "./Redis.ts"

/** A run in the queue. The revision is beside it, so that a worker can refuse before it looks at anything else. */
export interface Payload extends Job.Run {
  readonly sweep: string
  readonly code: string
}

/** Runs that may be in the queue at once; few with a stop rule, because what runs ahead of it is thrown away. */
const widthMax = 512
const widthWithRule = 64
/** How often every awaited run is looked for. */
const lookMs = 2000
const lookTogether = 64
/** After how long without any worker somebody should be told. */
const lonelyMs = 10_000

interface Waiting {
  readonly run: Job.Run
  readonly resolve: (delivery: Backend.Delivery) => void
  readonly reject: (error: Backend.RunFailed | Backend.RunStopped) => void
}

const decode = Schema.decodeUnknownResult(Finding.Finding)

/** Gives what a worker answered to whoever waits for it. */
const deliver = (
  { run: { cell, seed }, resolve, reject }: Waiting,
  found: QueueJob<Payload, Finding.Finding>,
): void => {
  const kept = async () => void (await found.remove().catch(() => {}))
  const decoded = decode(found.returnvalue)
  if (Result.isSuccess(decoded) && decoded.success.cell === cell && decoded.success.seed === seed)
    return resolve({ finding: decoded.success, kept })
  void kept()
  reject(new Backend.RunFailed({ cell, seed, why: "its worker answered with something else" }))
}

/** The sweep's name in the queue: the same for everybody who starts the same sweep. */
const nameOf = (manifest: Manifest.Manifest): string =>
  createHash("sha256").update(Manifest.key(manifest)).digest("hex").slice(0, 24)

/** Looks for every awaited run again and again, whatever the messages say. */
const lookAgain = (
  waiting: ReadonlyMap<string, unknown>,
  look: (id: string) => Promise<void>,
): NodeJS.Timeout => {
  let looking = false
  const lookForAll = async (): Promise<void> => {
    const ids = [...waiting.keys()]
    for (let at = 0; at < ids.length; at += lookTogether)
      await Promise.all(ids.slice(at, at + lookTogether).map((id) => look(id).catch(() => {})))
  }
  return setInterval(() => {
    if (looking) return
    looking = true
    void lookForAll().finally(() => (looking = false))
  }, lookMs)
}

/** Says it when nobody is there to make the runs. */
const watchWorkers = (
  queue: BullQueue,
  redis: Client,
  url: string,
  say: (text: string) => void,
): NodeJS.Timeout => {
  let lastAt = performance.now()
  return setInterval(() => {
    if (redis.status !== "ready") return
    void queue.getWorkersCount().then(
      (count) => {
        if (count > 0) lastAt = performance.now()
        else if (performance.now() - lastAt >= lonelyMs) {
          lastAt = Infinity
          say(`No worker listens. On any machine: ipsx worker --queue ${Redis.shown(url)}\n`)
        }
      },
      () => {},
    )
  }, lookMs)
}

/** What nobody began goes; what somebody is at is finished, and waits for whoever goes on. */
const tidy = async (
  queue: BullQueue,
  redis: Client,
  sweep: string,
  ids: ReadonlyArray<string>,
): Promise<void> => {
  if (redis.status !== "ready") return
  await Promise.all(ids.map((id) => queue.remove(id).catch(() => 0)))
  if (ids.length === 0) await redis.del(Redis.sweepKey(sweep))
}

/**
 * A backend that gives runs to the workers of a queue, and starts so many of them itself.
 *
 * @throws QueueUnusable when it cannot be reached now; later it is waited for.
 */
export const start = async (
  url: string,
  manifest: Manifest.Manifest,
  job: Job.Sweep,
  workers: number,
  say: (text: string) => void,
): Promise<Backend.Backend> => {
  const redis = await Redis.connect(url)
  const { queue: Bull } = await Redis.packages(url)
  const sweep = nameOf(manifest)
  const options = { connection: redis, prefix: Redis.prefix }
  const queue = new Bull.Queue<Payload, Finding.Finding>(Redis.queueName, options)
  const events = new Bull.QueueEvents(Redis.queueName, options)
  const complain = Redis.complainer(say)
  queue.on("error", complain)
  events.on("error", complain)
  await redis.set(Redis.sweepKey(sweep), JSON.stringify(job), "EX", Redis.keptSeconds)

  const waiting = new Map<string, Waiting>()
  const put = (id: string, run: Job.Run) =>
    queue.add(
      "run",
      { ...run, sweep, code: job.code },
      { jobId: id, removeOnComplete: { age: Redis.keptSeconds }, removeOnFail: true },
    )

  const look = async (id: string): Promise<void> => {
    const found = await queue.getJob(id)
    const known = waiting.get(id)
    if (known === undefined) return
    if (found === undefined) return void (await put(id, known.run))
    if (!(await found.isCompleted())) return
    // It may have been finished after it was read; then the answer is not in what was read.
    const finished = found.finishedOn === undefined ? await queue.getJob(id) : found
    if (finished !== undefined && waiting.delete(id)) deliver(known, finished)
  }

  const timer = lookAgain(waiting, look)
  const watch = watchWorkers(queue, redis, url, say)
  events.on("completed", ({ jobId }) => {
    if (waiting.has(jobId)) void look(jobId).catch(() => {})
  })
  events.on("failed", ({ jobId, failedReason }) => {
    const known = waiting.get(jobId)
    if (known === undefined) return
    waiting.delete(jobId)
    const { cell, seed } = known.run
    known.reject(new Backend.RunFailed({ cell, seed, why: failedReason }))
  })

  const processes = Processes.start(workers, url, say)
  let stopping = false
  return {
    width: manifest.until === null ? widthMax : widthWithRule,
    run: (run) =>
      new Promise<Backend.Delivery>((resolve, reject) => {
        if (stopping) return reject(new Backend.RunStopped())
        const id = `${sweep}-${run.cell}-${run.seed}`
        waiting.set(id, { run, resolve, reject })
        // It may be there already, finished for somebody who did not stay; the next look finds it.
        void put(id, run)
          .then(() => look(id))
          .catch(() => {})
      }),
    stop: () => {
      stopping = true
      for (const { reject } of waiting.values()) reject(new Backend.RunStopped())
    },
    close: async () => {
      clearInterval(timer)
      clearInterval(watch)
      await processes.stop()
      await tidy(queue, redis, sweep, [...waiting.keys()])
      await Promise.allSettled([events.close(), queue.close()])
      redis.disconnect()
    },
  }
}
