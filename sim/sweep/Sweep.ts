// A sweep from its first run to the merged tables: it gives out runs, keeps what comes back at once, and can be
// stopped and gone on with at any moment.
import * as Result from "effect/Result"
import * as Backend from "./Backend.ts"
import * as Job from "./Job.ts"
import type * as Manifest from "./Manifest.ts"
import * as Parts from "./Parts.ts"
import * as Plan from "./Plan.ts"
import * as Schedule from "./Schedule.ts"

export interface Watch {
  /** After each run. */
  readonly progress: (progress: { readonly done: number; readonly all: number }) => void
  /** A run that could not be made; the others go on. */
  readonly failed: (failure: Backend.RunFailed) => void
  /** Asked before each run. */
  readonly isStopping: () => boolean
}

/** Marks as finished what an earlier process has left; gives the number of runs. */
const recall = (schedule: Schedule.Schedule, index: Parts.Index): void => {
  const { plan } = index
  for (let replication = 0; replication < plan.replications; replication++)
    for (let cell = 0; cell < plan.cells; cell++) {
      if (!index.has({ cell, seed: Plan.seedOf(plan, replication) })) continue
      Schedule.finish(schedule, index.get(cell, replication)!)
    }
}

/** The plan that a manifest describes. */
const planOf = ({ axes, seeds }: Manifest.Manifest): Plan.Plan =>
  Result.getOrThrow(Plan.make(axes, seeds))

/** Opens the findings in a directory. */
export const open = (
  directory: string,
  manifest: Manifest.Manifest,
): Result.Result<Parts.Index, Parts.UnusableParts> =>
  Parts.index(directory, planOf(manifest), { code: manifest.code, hashes: manifest.hashes })

/**
 * Makes the runs that are missing. Every finding is on the disk before its worker gets another run (IPSX-SIM-043).
 *
 * @returns how many were finished, and whether somebody stopped it.
 */
export const run = async (
  directory: string,
  manifest: Manifest.Manifest,
  index: Parts.Index,
  shard: Schedule.Shard,
  startBackend: () => Promise<Backend.Backend>,
  watch: Watch,
): Promise<{ readonly done: number; readonly all: number; readonly stopped: boolean }> => {
  const plan = index.plan
  const schedule = Schedule.make(plan, manifest.until, shard)
  recall(schedule, index)
  const first = Schedule.next(schedule)
  if (first === undefined) return { done: schedule.done, all: schedule.all, stopped: false }
  const backend = await startBackend()
  const parts = Parts.write(directory)
  let pending: Plan.Run | undefined = first
  const take = (): Plan.Run | undefined => {
    const taken = pending ?? Schedule.next(schedule)
    pending = undefined
    return taken
  }
  let stopped = false
  const lane = async (): Promise<void> => {
    for (;;) {
      if (watch.isStopping()) stopped = true
      const next = stopped ? undefined : take()
      if (next === undefined) return
      try {
        const { finding, kept } = await backend.run(Job.of(plan, manifest.hashes, next))
        parts.append(finding)
        await kept()
        Schedule.finish(schedule, finding)
        watch.progress(schedule)
      } catch (error) {
        if (error instanceof Backend.RunStopped) stopped = true
        else if (error instanceof Backend.RunFailed) {
          Schedule.fail(schedule, next)
          watch.failed(error)
        } else throw error
      }
    }
  }
  try {
    await Promise.all(Array.from({ length: backend.width }, lane))
  } finally {
    await backend.close()
    parts.close()
  }
  return { done: schedule.done, all: schedule.all, stopped }
}
