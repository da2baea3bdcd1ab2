// Properties of the registers alone, as counts over a stepping function, so that a mutant of it can be measured
// with the same rule: own moves commute (IPSX-AGR-011), and nobody resumes unpaid (IPSX-AGR-034).
import * as Event from "../Event.ts"
import * as State from "../State.ts"
import * as Table from "../Table.ts"

/** The row after an event, or `Table.rejected`. */
export type Step = (row: number, column: number) => number

const of = (role: string): ReadonlyArray<number> =>
  Event.ownMoves.filter((move) => move.startsWith(role)).map((move) => Table.columnOf[move])

const taken = (step: Step, row: number, column: number): number => {
  const next = step(row, column)
  return next === Table.rejected ? row : next
}

export interface Races {
  /** Pairs of one move of each party, both possible, over all states. */
  readonly pairs: number
  /** Those where one order forbids the other's move or ends elsewhere. */
  readonly dependent: number
}

/** Tries every two concurrent own moves in both orders, in every state that `Table` reaches. */
export const ownMoves = (step: Step): Races => {
  let pairs = 0
  let dependent = 0
  for (let row = 0; row < Table.states.length; row++)
    for (const a of of("provider"))
      for (const b of of("requester")) {
        const [first, second] = [step(row, a), step(row, b)]
        if (first === Table.rejected || second === Table.rejected) continue
        pairs++
        const forbidden = step(first, b) === Table.rejected || step(second, a) === Table.rejected
        if (forbidden || taken(step, first, b) !== taken(step, second, a)) dependent++
      }
  return { pairs, dependent }
}

/** States in which a requester that lags can go back to Active. */
export const unpaidResumes = (step: Step): number => {
  const activate = Table.columnOf["requester.activate"]
  let count = 0
  for (const [row, packed] of Table.states.entries()) {
    const state = State.unpack(packed)
    if (state.final || !state.lagging) continue
    if (step(row, activate) !== Table.rejected) count++
  }
  return count
}
