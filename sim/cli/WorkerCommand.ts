// `ipsx worker`: takes part in the sweeps of a queue until somebody stops it.
import * as QueueWorker from "../sweep/QueueWorker.ts"
import * as Redis from "../sweep/Redis.ts"
import * as Threads from "../sweep/Threads.ts"
import type { Context } from "./Command.ts"

export interface Arguments {
  readonly queue: string
  readonly workers: number | undefined
  readonly idle: number | undefined
  readonly patience: number
}

/** @returns the exit code. */
export const run = async ({ terminal }: Context, given: Arguments): Promise<number> => {
  const { queue, idle, patience } = given
  const workers = given.workers ?? Threads.workersDefault()
  // One that a sweep started is quiet: the sweep speaks.
  const say = process.connected ? () => {} : terminal.error
  let worker: QueueWorker.QueueWorker
  try {
    worker = await QueueWorker.start({ url: queue, workers, idle, patience, say: terminal.error })
  } catch (error) {
    if (!(error instanceof Redis.QueueUnusable)) throw error
    terminal.error(`ipsx worker: ${error.message}\n`)
    return 2
  }
  say(`Waiting for runs at ${Redis.shown(queue)}, ${workers} at once. Ctrl-C ends.\n`)
  const forget = terminal.onInterrupt(() => {
    say("\nStopping; unfinished runs go back. Once more to leave at once.\n")
    worker.stop()
  })
  // A sweep that started this worker takes it along, also when it is killed.
  process.once("disconnect", () => worker.stop())
  try {
    const { runs, refused } = await worker.ended
    if (refused !== undefined) {
      terminal.error(`ipsx worker: ${refused}. The run went back into the queue.\n`)
      return 2
    }
    say(`${runs} runs made.\n`)
    return 0
  } finally {
    forget()
    if (process.connected) process.disconnect()
  }
}
