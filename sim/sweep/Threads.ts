// Worker threads of this process. One that dies, by an error or because its memory ran out, is replaced, and its run
// made again by the next (IPSX-SIM-041).
import { availableParallelism } from "node:os"
import { extname } from "node:path"
import { Worker } from "node:worker_threads"
import * as Backend from "./Backend.ts"
import type * as Finding from "./Finding.ts"
import type * as Job from "./Job.ts"
import type * as Thread from "./Thread.ts"

export const workersDefault = (): number => availableParallelism()

const entry = new URL(`./Thread${extname(import.meta.url)}`, import.meta.url)

/** One thread: idle, or with a run. */
interface Seat {
  readonly name: string
  worker: Worker
}

const ask = (seat: Seat, run: Job.Run): Promise<Thread.Answer> =>
  new Promise((resolve) => {
    const { worker } = seat
    const settle = (answer: Thread.Answer): void => {
      worker.off("message", settle).off("error", onError).off("exit", onExit)
      resolve(answer)
    }
    const onError = (error: Error): void => settle({ failed: `its thread died: ${error.message}` })
    const onExit = (code: number): void => settle({ failed: `its thread ended with ${code}` })
    worker.on("message", settle).once("error", onError).once("exit", onExit)
    worker.postMessage(run satisfies Thread.Question)
  })

/** Threads that make the runs of one sweep. */
export const start = (sweep: Job.Sweep, workers: number, name = "thread"): Backend.Backend => {
  let stopping = false
  const spawn = (worker: string): Worker => {
    const made = new Worker(entry, { workerData: { job: sweep, worker } satisfies Thread.Data })
    // Each run listens while it is under way; in between, a death shows at the next run.
    made.on("error", () => {})
    return made
  }
  const seats = Array.from({ length: workers }, (_, at): Seat => {
    const own = `${name}-${at}`
    return { name: own, worker: spawn(own) }
  })
  const idle = [...seats]
  const waiting: Array<(seat: Seat) => void> = []
  const take = (): Promise<Seat> | Seat =>
    idle.pop() ?? new Promise<Seat>((resolve) => waiting.push(resolve))
  const give = (seat: Seat): void => {
    const first = waiting.shift()
    if (first === undefined) idle.push(seat)
    else first(seat)
  }

  const attempt = async (run: Job.Run): Promise<Finding.Finding | string> => {
    const seat = await take()
    try {
      if (stopping) throw new Backend.RunStopped()
      const answer = await ask(seat, run)
      if ("stopped" in answer) throw new Backend.RunStopped()
      if ("refused" in answer)
        throw new Backend.RunFailed({ cell: run.cell, seed: run.seed, why: answer.refused })
      if ("finding" in answer) return answer.finding
      await seat.worker.terminate()
      seat.worker = spawn(seat.name)
      return answer.failed
    } finally {
      give(seat)
    }
  }

  return {
    width: workers,
    run: async (run) => {
      let why = ""
      for (let tries = 0; tries < Backend.attemptsMax; tries++) {
        const outcome = await attempt(run)
        if (typeof outcome !== "string") return { finding: outcome, kept: async () => {} }
        if (stopping) throw new Backend.RunStopped()
        why = outcome
      }
      throw new Backend.RunFailed({ cell: run.cell, seed: run.seed, why })
    },
    stop: () => {
      stopping = true
      for (const { worker } of seats) worker.postMessage("stop" satisfies Thread.Question)
    },
    close: async () => {
      await Promise.all(seats.map(({ worker }) => worker.terminate()))
    },
  }
}
