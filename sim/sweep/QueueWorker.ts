// A worker of a queue: takes a run, makes it in a thread, gives back what came of it. Its main thread does nothing
// but keep its claim on the run alive; when it dies the claim lapses and somebody else makes the run, with the same result.
import { hostname } from "node:os"
import type { Job as QueueJob } from "bullmq"
import * as Backend from "./Backend.ts"
import type * as Finding from "./Finding.ts"
import type * as Job from "./Job.ts"
import * as Pools from "./Pools.ts"
import type * as Queue from "./Queue.ts"
import * as Redis from "./Redis.ts"
import * as Revision from "./Revision.ts"

export interface Options {
  readonly url: string
  readonly workers: number
  /** Seconds of silence after which a run goes to somebody else. */
  readonly patience: number
  /** Ends after so many seconds without a run; never when there is none. */
  readonly idle: number | undefined
  readonly say: (text: string) => void
}

/** How often a run may be lost with its worker before it counts as failed. */
const lossesMax = 10

export interface Served {
  readonly runs: number
  /** Why it would not go on, if it refused. */
  readonly refused: string | undefined
}

export interface QueueWorker {
  readonly ended: Promise<Served>
  readonly stop: () => void
}

/** Why this worker may not make a run of a sweep (IPSX-SIM-042); undefined when it may. */
const refusal = (
  code: string,
  sweep: Pick<Job.Sweep, "chain" | "anvil"> | undefined,
): string | undefined => {
  const own = Revision.own().code
  if (code !== own)
    return `the sweep is of the code ${Revision.short(code)}, this worker is ${Revision.short(own)}: install the same revision here`
  if (sweep?.chain !== "anvil") return undefined
  const anvil = Revision.anvil()
  return anvil === sweep.anvil
    ? undefined
    : `the sweep runs on ${sweep.anvil}, this worker has ${anvil ?? "no anvil"}: install the same one here`
}

type Taken = QueueJob<Queue.Payload, Finding.Finding>

/** What a worker does with the runs that it takes. */
class Hands {
  runs = 0
  refused: string | undefined
  isStopping = false
  #busy = 0
  #lastAt = performance.now()
  readonly #pools: Pools.Pools
  readonly #bull: Redis.Packages["queue"]
  readonly #onRefusal: () => void

  constructor(pools: Pools.Pools, bull: Redis.Packages["queue"], onRefusal: () => void) {
    this.#pools = pools
    this.#bull = bull
    this.#onRefusal = onRefusal
  }

  /** Whether there has been no run for so many milliseconds. */
  areIdle(ms: number): boolean {
    return this.#busy === 0 && performance.now() - this.#lastAt >= ms
  }

  async take(job: Taken, token: string | undefined): Promise<Finding.Finding> {
    this.#busy += 1
    try {
      return await this.#make(job, token)
    } finally {
      this.#busy -= 1
      this.#lastAt = performance.now()
    }
  }

  async #make(job: Taken, token: string | undefined): Promise<Finding.Finding> {
    const { sweep, code, ...run } = job.data
    if (this.isStopping) return this.#giveBack(job, token)
    const early = refusal(code, undefined)
    const known = early === undefined ? await this.#pools.of(sweep, this.#busy > 1) : undefined
    if (early === undefined && known === undefined)
      throw new this.#bull.UnrecoverableError("its sweep is gone from the queue")
    const why = early ?? refusal(code, known!.sweep)
    if (why !== undefined) {
      this.refused = why
      this.#onRefusal()
      return this.#giveBack(job, token)
    }
    try {
      const { finding } = await known!.pool.run(run)
      this.runs += 1
      return finding
    } catch (error) {
      if (error instanceof Backend.RunStopped) return this.#giveBack(job, token)
      throw new this.#bull.UnrecoverableError((error as Backend.RunFailed).why ?? String(error))
    }
  }

  async #giveBack(job: Taken, token: string | undefined): Promise<never> {
    await job.moveToWait(token)
    throw new this.#bull.WaitingError()
  }
}

/**
 * Takes runs until it is stopped.
 *
 * @throws QueueUnusable when the queue cannot be reached now; later it is waited for.
 */
export const start = async (options: Options): Promise<QueueWorker> => {
  const redis = await Redis.connect(options.url)
  const { queue: Bull } = await Redis.packages(options.url)
  const name = `${hostname()}-${process.pid}`
  const pools = Pools.make(redis, options.workers, name)
  const { promise: ended, resolve: end } = Promise.withResolvers<Served>()
  const hands = new Hands(pools, Bull, () => stop())

  const worker = new Bull.Worker<Queue.Payload, Finding.Finding>(
    Redis.queueName,
    (job, token) => hands.take(job, token),
    {
      connection: redis,
      prefix: Redis.prefix,
      name,
      concurrency: options.workers,
      lockDuration: options.patience * 1000,
      // Whole milliseconds, or Redis refuses the check.
      stalledInterval: Math.max(500, Math.round((options.patience * 1000) / 3)),
      maxStalledCount: lossesMax,
      drainDelay: 1,
      runRetryDelay: 500,
    },
  )
  worker.on("error", Redis.complainer(options.say))

  const idle = setInterval(() => {
    if (options.idle !== undefined && hands.areIdle(options.idle * 1000)) stop()
  }, 250)
  const stop = (): void => {
    if (hands.isStopping) return
    hands.isStopping = true
    clearInterval(idle)
    pools.stop()
    void worker.close().finally(async () => {
      await pools.close()
      redis.disconnect()
      end({ runs: hands.runs, refused: hands.refused })
    })
  }
  return { ended, stop }
}
