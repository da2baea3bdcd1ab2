// The invariants of a run. Each check names the requirement that it tests; the checker counts how often it
// was evaluated, and keeps the first failures with the moment and all that is needed to look at them.
import type { Failure } from "./Summary.ts"

const failuresMax = 100

export interface Tally {
  readonly id: string
  evaluated: number
  failed: number
}

export interface Checker {
  readonly tallies: ReadonlyMap<string, Tally>
  readonly failures: Array<Failure>
}

/** A checker that knows its requirements from the start, so that one never evaluated still shows, with 0. */
export const make = (ids: ReadonlyArray<string>): Checker => ({
  tallies: new Map(ids.map((id) => [id, { id, evaluated: 0, failed: 0 }])),
  failures: [],
})

/**
 * Counts one test of an invariant, and says whether it held. PERF: the message of one that failed is made by whoever
 * asked, and only then.
 *
 * @example
 * if (!Checker.holds(tally, balance >= 0n)) Checker.fail(checker, tally, at, `balance ${balance}`)
 */
export const holds = (tally: Tally, isSo: boolean): boolean => {
  tally.evaluated += 1
  return isSo
}

/** Keeps a failure with its virtual moment (ms). */
export const fail = (checker: Checker, tally: Tally, atMs: number, message: string): void => {
  tally.failed += 1
  const { id } = tally
  if (checker.failures.length < failuresMax) checker.failures.push({ id, atMs, message })
}

/** The summary's rows, by requirement. */
export const rows = (checker: Checker) =>
  [...checker.tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { evaluated, failed }]) => ({ id, ok: failed === 0, evaluated }))
