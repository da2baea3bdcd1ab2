// The invariants of a run. Each check names the requirement that it tests; the checker counts how often it
// was evaluated, and keeps the first failures with the moment and all that is needed to look at them.
import type { Failure } from "./Summary.ts"

const failuresMax = 100

export interface Tally {
  evaluated: number
  failed: number
}

export interface Checker {
  readonly tallies: Map<string, Tally>
  readonly failures: Array<Failure>
}

/** A checker that knows its requirements from the start, so that one never evaluated still shows, with 0. */
export const make = (ids: ReadonlyArray<string>): Checker => ({
  tallies: new Map(ids.map((id) => [id, { evaluated: 0, failed: 0 }])),
  failures: [],
})

/** Tests one invariant at a virtual moment (ms). The message is made only when it fails. */
export const check = (
  checker: Checker,
  id: string,
  holds: boolean,
  atMs: number,
  message: () => string,
): void => {
  let tally = checker.tallies.get(id)
  if (tally === undefined) {
    tally = { evaluated: 0, failed: 0 }
    checker.tallies.set(id, tally)
  }
  tally.evaluated++
  if (holds) return
  tally.failed++
  if (checker.failures.length < failuresMax) checker.failures.push({ id, atMs, message: message() })
}

/** The summary's rows, by requirement. */
export const rows = (checker: Checker) =>
  [...checker.tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, { evaluated, failed }]) => ({ id, ok: failed === 0, evaluated }))
