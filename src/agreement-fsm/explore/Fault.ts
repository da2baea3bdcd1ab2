// Every single wrong transition that an implementation of the table can have, and which of them a suite finds. A fault
// that leads to a state of the same class cannot be seen by anybody: it is equivalent, and that is decided here by
// the partition, not by judgement.
import * as Event from "../Event.ts"
import * as Table from "../Table.ts"
import type * as Cover from "./Cover.ts"
import * as Identification from "./Identification.ts"

/** Instead of where the table leads, the event of `column` in `row` leads to `next`. */
export interface Fault {
  readonly row: number
  readonly column: number
  readonly next: number
}

/** Where the table leads; a rejected event leads nowhere. */
const right = (row: number, column: number): number => {
  const next = Table.step(row, column)
  return next === Table.rejected ? row : next
}

/** Each row, each event, each of the 90 wrong next rows. */
const all = function* (): Generator<Fault> {
  const size = Table.states.length
  for (let row = 0; row < size; row++)
    for (let column = 0; column < Event.types.length; column++)
      for (let next = 0; next < size; next++)
        if (next !== right(row, column)) yield { row, column, next }
}

/** Whether the observer sees a difference somewhere along the columns of a sequence. */
const shows = (
  fault: Fault,
  columns: ReadonlyArray<number>,
  observer: Identification.Observer,
): boolean => {
  let [good, bad] = [0, 0]
  for (const column of columns) {
    good = right(good, column)
    bad = bad === fault.row && column === fault.column ? fault.next : right(bad, column)
    if (observer(good) !== observer(bad)) return true
  }
  return false
}

export interface Survey {
  readonly faults: number
  /** Faults that no sequence can show: they lead to a row of the class that the right one leads to. */
  readonly equivalent: number
  readonly killed: number
  readonly survivors: ReadonlyArray<Fault>
}

/**
 * Tries every fault on a suite.
 *
 * @example
 * Fault.survey(Cover.transitions(), Identification.full).survivors // []
 */
export const survey = (
  suite: ReadonlyArray<Cover.Sequence>,
  observer: Identification.Observer,
): Survey => {
  const { classOf } = Identification.of(observer)
  // A sequence can show a fault only if it takes the faulty event in the faulty row.
  const taking = new Map<number, Array<ReadonlyArray<number>>>()
  for (const sequence of suite) {
    const columns = sequence.map((type) => Table.columnOf[type])
    let row = 0
    for (const column of columns) {
      const cell = row * Event.types.length + column
      const known = taking.get(cell)
      if (known === undefined) taking.set(cell, [columns])
      else if (known.at(-1) !== columns) known.push(columns)
      row = right(row, column)
    }
  }
  // The shortest sequences first: most faults show there.
  for (const sequences of taking.values()) sequences.sort((a, b) => a.length - b.length)
  const counts = { faults: 0, equivalent: 0, killed: 0 }
  const survivors: Array<Fault> = []
  for (const fault of all()) {
    counts.faults++
    const { row, column, next } = fault
    if (classOf[next] === classOf[right(row, column)]) counts.equivalent++
    else {
      const sequences = taking.get(row * Event.types.length + column) ?? []
      if (sequences.some((columns) => shows(fault, columns, observer))) counts.killed++
      else survivors.push(fault)
    }
  }
  return { ...counts, survivors }
}
