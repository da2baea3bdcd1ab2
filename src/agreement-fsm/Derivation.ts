// Derives the table from the machine: a breadth-first search over XState's pure `transition`. Only the
// generator and the tests come here; programs step the table and never load xstate.
import { initialTransition, transition } from "xstate"
import type { SnapshotFrom } from "xstate"
import type { ProviderStatus, RequesterStatus } from "../model/Status.ts"
import * as Event from "./Event.ts"
import type { Intent } from "./Intent.ts"
import { machine } from "./machine.ts"
import * as State from "./State.ts"

type Snapshot = SnapshotFrom<typeof machine>

export interface Edge {
  readonly event: Event.Type
  readonly next: number
  readonly intents: ReadonlyArray<Intent>
}

export interface Derived {
  /** Packed states (`State.pack`) in the order of discovery; the first is the start. */
  readonly states: ReadonlyArray<number>
  /** The edges of each state; an event that is not among them is rejected. */
  readonly edges: ReadonlyArray<ReadonlyArray<Edge>>
  readonly initial: ReadonlyArray<Intent>
}

/** Reads the packed state out of a snapshot. */
export const stateOf = (snapshot: Snapshot): number =>
  State.pack({
    provider: snapshot.value.provider as ProviderStatus,
    requester: snapshot.value.requester as RequesterStatus,
    ...snapshot.context,
  })

/** The status in which the machine's third region stands. */
export const dealOf = (snapshot: Snapshot): string =>
  Object.values(snapshot.value.deal as Record<string, string>)[0]!

interface Action {
  readonly type: string
  readonly params?: unknown
}

// `gate` becomes { _tag: "Gate" }, `arm` with its parameters { _tag: "Arm", timer }.
const intentOf = (action: Action): Intent =>
  ({
    _tag: action.type.charAt(0).toUpperCase() + action.type.slice(1),
    ...(action.params as object | undefined),
  }) as Intent

/** What the machine does with one event; undefined when it rejects it. */
export const stepMachine = (
  snapshot: Snapshot,
  type: Event.Type,
): { readonly snapshot: Snapshot; readonly intents: ReadonlyArray<Intent> } | undefined => {
  const [next, actions] = transition(machine, snapshot, { type })
  const intents = actions.map(intentOf)
  return next === snapshot && intents.length === 0 ? undefined : { snapshot: next, intents }
}

export const initialSnapshot = (): Snapshot => initialTransition(machine)[0]

/** Every reachable state and every edge out of it. */
export const derive = (): Derived => {
  const [first, actions] = initialTransition(machine)
  const snapshots: Array<Snapshot> = [first]
  const indexOf = new Map([[stateOf(first), 0]])
  const edges: Array<ReadonlyArray<Edge>> = []
  for (let index = 0; index < snapshots.length; index++) {
    const row: Array<Edge> = []
    for (const event of Event.types) {
      const stepped = stepMachine(snapshots[index]!, event)
      if (stepped === undefined) continue
      const packed = stateOf(stepped.snapshot)
      let next = indexOf.get(packed)
      if (next === undefined) {
        next = snapshots.push(stepped.snapshot) - 1
        indexOf.set(packed, next)
      }
      row.push({ event, next, intents: stepped.intents })
    }
    edges.push(row)
  }
  return { states: [...indexOf.keys()], edges, initial: actions.map(intentOf) }
}
