// The threads of a queue's worker: a pool for each sweep that it is asked for, because a sweep's scenario goes to its
// threads only once.
import type { Redis as Client } from "ioredis"
import type * as Backend from "./Backend.ts"
import type * as Job from "./Job.ts"
import * as Redis from "./Redis.ts"
import * as Threads from "./Threads.ts"

interface Pool {
  readonly sweep: Job.Sweep
  readonly pool: Backend.Backend
}

export interface Pools {
  /** The threads of a sweep; undefined when the queue knows it no more. `isShared` says that others are at work. */
  readonly of: (sweep: string, isShared: boolean) => Promise<Pool | undefined>
  readonly stop: () => void
  readonly close: () => Promise<void>
}

/** Sweeps whose threads are kept ready. */
const sweepsMax = 2

export const make = (redis: Client, workers: number, name: string): Pools => {
  const pools = new Map<string, Pool>()
  const close = async (): Promise<void> => {
    const old = [...pools.values()]
    pools.clear()
    await Promise.all(old.map(({ pool }) => pool.close()))
  }
  return {
    of: async (sweep, isShared) => {
      const known = pools.get(sweep)
      if (known !== undefined) return known
      const text = await redis.get(Redis.sweepKey(sweep))
      if (text === null) return undefined
      if (pools.size >= sweepsMax && !isShared) await close()
      // Another run of the same sweep may have come first while this one waited.
      const meanwhile = pools.get(sweep)
      if (meanwhile !== undefined) return meanwhile
      const job = JSON.parse(text) as Job.Sweep
      const made = { sweep: job, pool: Threads.start(job, workers, name) }
      pools.set(sweep, made)
      return made
    },
    stop: () => {
      for (const { pool } of pools.values()) pool.stop()
    },
    close,
  }
}
