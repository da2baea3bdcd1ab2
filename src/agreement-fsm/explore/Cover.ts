// Event sequences that reach every state, and every event in every state: what a suite needs that sees the full
// state of an implementation.
import * as Event from "../Event.ts"
import * as Table from "../Table.ts"

/** Events one after another, from a fresh agreement. */
export type Sequence = ReadonlyArray<Event.Type>

/** The row that a sequence ends in; an event that a row rejects leaves it where it is. */
export const reached = (sequence: Sequence, from = 0): number =>
  sequence.reduce((row, type) => {
    const next = Table.step(row, Table.columnOf[type])
    return next === Table.rejected ? row : next
  }, from)

/**
 * A shortest sequence to each row of the table, by row; among equally short ones the first in the order of the
 * events.
 *
 * @example
 * Cover.paths()[0] // []
 */
export const paths = (): ReadonlyArray<Sequence> => {
  const found = new Map<number, Sequence>([[0, []]])
  // A map hands its entries out in the order of their insertion, new ones too: this is breadth first.
  for (const [row, path] of found)
    for (const type of Table.enabled(row)) {
      const next = Table.step(row, Table.columnOf[type])
      if (!found.has(next)) found.set(next, [...path, type])
    }
  return Array.from(Table.states, (_, row) => found.get(row)!)
}

/**
 * Every event in every state: the path to the row, and the event, also one that the row rejects. A suite of these
 * finds every wrong next state of an implementation that shows its full state (IPSX-AGR-003).
 */
export const transitions = (): ReadonlyArray<Sequence> =>
  paths().flatMap((path) => Event.types.map((type) => [...path, type]))
