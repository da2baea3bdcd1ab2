// The statechart itself as an implementation under test: registers and timers of the class agreement, stepped by
// XState and not by the table that is derived from it. It has no pauses and no inbox, and says so.
import { dealOf, initialSnapshot, stateOf, stepMachine } from "../../agreement-fsm/Derivation.ts"
import * as Event from "../../agreement-fsm/Event.ts"
import type { Intent } from "../../agreement-fsm/Intent.ts"
import * as State from "../../agreement-fsm/State.ts"
import type { JsonObject } from "../Json.ts"
import { type Opening, type Session, type Subject, unknownEvent } from "../Subject.ts"

// The number of the latest arming of each timer, and which of them are armed.
interface Timers {
  readonly armings: Map<string, number>
  readonly armed: Set<string>
}

const note = (timers: Timers, intents: ReadonlyArray<Intent>): void => {
  for (const intent of intents) {
    if (intent._tag === "Arm") {
      timers.armings.set(intent.timer, (timers.armings.get(intent.timer) ?? 0) + 1)
      timers.armed.add(intent.timer)
    } else if (intent._tag === "Disarm") timers.armed.delete(intent.timer)
  }
}

// What the ring of a timer stands for; the others have the name of their event.
const expiries: Readonly<Record<string, Event.Type>> = {
  accept: "acceptExpired",
  provision: "provisionExpired",
  connect: "connectExpired",
  heartbeatProvider: "providerSilent",
  heartbeatRequester: "requesterSilent",
  lag: "lag",
  suspend: "suspendExpired",
  end: "end",
}

const open = ({ params, observe }: Opening): Session => {
  let snapshot = initialSnapshot()
  const timers: Timers = { armings: new Map([["accept", 1]]), armed: new Set(["accept"]) }

  const take = (type: Event.Type): boolean => {
    const stepped = stepMachine(snapshot, type)
    if (stepped === undefined) return false
    snapshot = stepped.snapshot
    note(timers, stepped.intents)
    return true
  }

  const ring = (event: JsonObject): boolean => {
    const timer = event.timer as string
    const type = expiries[timer]
    const counts = timers.armed.has(timer) && timers.armings.get(timer) === event.arming
    return counts && type !== undefined && take(type)
  }

  const occur = (event: JsonObject): boolean => {
    if (event.type === "ring") return ring(event)
    if (event.type === "rearm") {
      note(timers, [{ _tag: "Arm", timer: event.timer as "lag" }])
      return true
    }
    if (!(Event.types as ReadonlyArray<unknown>).includes(event.type)) throw unknownEvent(event)
    return take(event.type as Event.Type)
  }

  return {
    step: (event) => {
      if (params.suspendBudget !== undefined || params.inbox !== undefined)
        throw unknownEvent(event)
      const accepted = occur(event)
      const { provider, requester, ...flags } = State.unpack(stateOf(snapshot))
      const deal = dealOf(snapshot)
      if (observe === "external") return { deal, final: flags.final }
      return { accepted, deal, provider, requester, ...flags, timers: [...timers.armed].sort() }
    },
  }
}

/** The statechart, which shows all its registers. */
export const subject: Subject = {
  name: "ipsx statechart",
  version: "reference",
  classes: ["agreement/1"],
  roles: ["provider", "requester", "exchange"],
  observe: "full",
  open,
}
