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

/** The runs of a sweep that somebody waits for. */
class Awaited {
  readonly #waiting = new Map<string, Waiting>()
  readonly #queue: BullQueue<Payload, Finding.Finding>
  readonly #sweep: string
  readonly #code: string
  #isLooking = false

  constructor(queue: BullQueue<Payload, Finding.Finding>, sweep: string, code: string) {
    this.#queue = queue
    this.#sweep = sweep
    this.#code = code
  }

  get ids(): ReadonlyArray<string> {
    return [...this.#waiting.keys()]
  }

  add(run: Job.Run): Promise<Backend.Delivery> {
    return new Promise((resolve, reject) => {
      const id = `${this.#sweep}-${run.cell}-${run.seed}`
      this.#waiting.set(id, { run, resolve, reject })
      // It may be there already, finished for somebody who did not stay; the next look finds it.
      void this.#put(id, run)
        .then(() => this.look(id))
        .catch(() => {})
    })
  }

  /** Gives a run to whoever waits for it when it is finished, and puts it back when it is gone. */
  async look(id: string): Promise<void> {
    if (!this.#waiting.has(id)) return
    const found = await this.#queue.getJob(id)
    const known = this.#waiting.get(id)
    if (known === undefined) return
    if (found === undefined) return this.#put(id, known.run)
    if (!(await found.isCompleted())) return
    // It may have been finished after it was read; then the answer is not in what was read.
    const finished = found.finishedOn === undefined ? await this.#queue.getJob(id) : found
    if (finished !== undefined && this.#waiting.delete(id)) deliver(known, finished)
  }

  /** Looks for all of them, whatever the messages say. */
  async lookForAll(): Promise<void> {
    if (this.#isLooking) return
    this.#isLooking = true
    const { ids } = this
    for (let at = 0; at < ids.length; at += lookTogether) {
      const some = ids.slice(at, at + lookTogether)
      await Promise.all(some.map((id) => this.look(id).catch(() => {})))
    }
    this.#isLooking = false
  }

  fail(id: string, why: string): void {
    const known = this.#waiting.get(id)
    if (known === undefined) return
    this.#waiting.delete(id)
    const { cell, seed } = known.run
    known.reject(new Backend.RunFailed({ cell, seed, why }))
  }

  /** Nobody waits any longer; what is in the queue stays there. */
  stop(): void {
    for (const { reject } of this.#waiting.values()) reject(new Backend.RunStopped())
  }

  async #put(id: string, run: Job.Run): Promise<void> {
    const payload = { ...run, sweep: this.#sweep, code: this.#code }
    const options = {
      jobId: id,
      removeOnComplete: { age: Redis.keptSeconds },
      removeOnFail: true,
    }
    await this.#queue.add("run", payload, options)
  }
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

  const awaited = new Awaited(queue, sweep, job.code)
  const timer = setInterval(() => void awaited.lookForAll(), lookMs)
  const watch = watchWorkers(queue, redis, url, say)
  events.on("completed", ({ jobId }) => void awaited.look(jobId).catch(() => {}))
  events.on("failed", ({ jobId, failedReason }) => awaited.fail(jobId, failedReason))

  const processes = Processes.start(workers, url, say)
  let stopping = false
  return {
    width: manifest.until === null ? widthMax : widthWithRule,
    run: (run) => (stopping ? Promise.reject(new Backend.RunStopped()) : awaited.add(run)),
    stop: () => {
      stopping = true
      awaited.stop()
    },
    close: async () => {
      clearInterval(timer)
      clearInterval(watch)
      await processes.stop()
      await tidy(queue, redis, sweep, awaited.ids)
      await Promise.allSettled([events.close(), queue.close()])
      redis.disconnect()
    },
  }
}
