// The statechart as a stepping function of rows: XState's own `transition` on the snapshot of a row, asked once for
// each row and event.
import * as Derivation from "../../src/agreement-fsm/Derivation.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"

export interface Statechart {
  readonly step: (row: number, column: number) => number
  /** Rows that it has reached so far, the first one included. */
  readonly reached: () => number
}

export const make = (): Statechart => {
  const snapshots = [Derivation.initialSnapshot()]
  const rows = new Map([[Derivation.stateOf(snapshots[0]!), 0]])
  const asked = new Map<number, number>()
  const packed = Array.from(Table.states)
  const ask = (row: number, column: number): number => {
    const stepped = Derivation.stepMachine(snapshots[row]!, Event.types[column]!)
    if (stepped === undefined) return Table.rejected
    const state = Derivation.stateOf(stepped.snapshot)
    // A row has the number that the table gives to its state, so that the registers in it can be read.
    const next = rows.get(state) ?? packed.indexOf(state)
    rows.set(state, next)
    snapshots[next] ??= stepped.snapshot
    return next
  }
  return {
    step: (row, column) => {
      const key = row * Event.types.length + column
      const known = asked.get(key) ?? ask(row, column)
      asked.set(key, known)
      return known
    },
    reached: () => rows.size,
  }
}
