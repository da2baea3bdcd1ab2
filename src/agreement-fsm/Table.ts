// The stepper that programs use: the machine as typed arrays. `Table.generated.ts` holds it as text that a
// reviewer can diff; this module expands it once. Nothing here knows xstate.
import * as Event from "./Event.ts"
import type { Intent } from "./Intent.ts"
import * as generated from "./Table.generated.ts"

const columns = Event.types.length

/** Says in `next` that the state rejects the event. */
export const rejected = 0xffff

/** Packed states (`State.pack`) by their index; index 0 is the start. */
export const states: Uint16Array = Uint16Array.from(generated.states)

/** The number of an event, its column. */
export const columnOf: Readonly<Record<Event.Type, number>> = Object.fromEntries(
  Event.types.map((type, column) => [type, column]),
) as Record<Event.Type, number>

/** `next[columns × state + column]`: the index of the next state, or `rejected`. */
export const next: Uint16Array = new Uint16Array(states.length * columns).fill(rejected)

/** The same position: which of `intentLists` the shell has to carry out. */
export const list: Uint8Array = new Uint8Array(states.length * columns)

export const intentLists: ReadonlyArray<ReadonlyArray<Intent>> = generated.intents
export const initial: ReadonlyArray<Intent> = generated.initial

// An edge is written `column>next/list`.
for (const [state, row] of generated.rows.entries())
  for (const edge of row.split(" ").filter((text) => text !== "")) {
    const [, column, target, intents] = /^(\d+)>(\d+)\/(\d+)$/.exec(edge)!
    next[state * columns + Number(column)] = Number(target)
    list[state * columns + Number(column)] = Number(intents)
  }

/** The index of the state after the event, or `rejected`. */
export const step = (state: number, column: number): number => next[state * columns + column]!

/** The place in `intentLists` of what the shell must do when `state` takes the event of `column`. */
export const listOf = (state: number, column: number): number => list[state * columns + column]!

/** What the shell must do when `state` takes the event of `column`. */
export const intents = (state: number, column: number): ReadonlyArray<Intent> =>
  intentLists[listOf(state, column)]!

/** The events that `state` does not reject. */
export const enabled = (state: number): ReadonlyArray<Event.Type> =>
  Event.types.filter((_, column) => next[state * columns + column] !== rejected)
