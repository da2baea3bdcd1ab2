// A worker thread of a sweep: it gets one run after the other and answers with what came of each. It keeps nothing
// between two runs, so that a run is the same whatever ran before it here.
import { parentPort, workerData } from "node:worker_threads"
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Run from "../Run.ts"
import * as Bundle from "./Bundle.ts"
import * as Finding from "./Finding.ts"
import type * as Job from "./Job.ts"
import * as Summary from "../Summary.ts"

/** What a thread is given at its start. */
export interface Data {
  readonly job: Job.Sweep
  readonly worker: string
}

/** A run for it, or the word that it should leave the one that it has. */
export type Question = Job.Run | "stop"

/** `stopped` when the run was left unfinished; `refused` when there is no sense in trying again. */
export type Answer =
  | { readonly finding: Finding.Finding }
  | { readonly failed: string }
  | { readonly refused: string }
  | { readonly stopped: true }

const { job, worker } = workerData as Data
let stopping = false

const answer = async (run: Job.Run): Promise<Answer> => {
  const loading = Bundle.load(job.bundle, run.settings)
  if (Result.isFailure(loading)) return { refused: loading.failure.message }
  const loaded = loading.success
  if (loaded.hash !== run.scenarioHash)
    return {
      refused: `the scenario of cell ${run.cell} has the hash ${loaded.hash} here, the sweep wants ${run.scenarioHash}`,
    }
  const exit = await Effect.runPromiseExit(
    Run.run(loaded, {
      chain: job.chain,
      version: job.version,
      replay: "",
      observer: {
        tick: async () => {
          await new Promise((resolve) => setImmediate(resolve))
          return !stopping
        },
      },
    }),
  )
  if (Exit.isFailure(exit)) return { failed: Cause.pretty(exit.cause) }
  const { summary, details } = exit.value
  if (summary.partial && stopping) return { stopped: true }
  return {
    finding: {
      cell: run.cell,
      seed: run.seed,
      scenarioHash: loaded.hash,
      traceHash: summary.traceHash,
      stateDigest: summary.chain.stateDigest,
      headHash: summary.chain.headHash,
      good: Summary.isGood(summary),
      problems: Finding.problems(summary, details),
      values: Finding.values(summary, details, loaded.scenario.expect),
      worker,
      code: job.code,
      node: process.version,
      anvil: job.anvil,
      wallSeconds: summary.wallSeconds,
    },
  }
}

parentPort!.on("message", (question: Question) => {
  if (question === "stop") {
    stopping = true
    return
  }
  void answer(question).then((given) => parentPort!.postMessage(given))
})
