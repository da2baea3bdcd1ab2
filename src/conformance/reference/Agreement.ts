// The class agreement: registers, timers, pauses, and the inbox of status messages, on the derived table.
import * as Result from "effect/Result"
import * as Agreements from "../../agreement-fsm/Agreement.ts"
import { dealStatus } from "../../agreement-fsm/dealStatus.ts"
import * as Events from "../../agreement-fsm/Event.ts"
import * as Inbox from "../../agreement-fsm/Inbox.ts"
import * as Intents from "../../agreement-fsm/Intent.ts"
import * as State from "../../agreement-fsm/State.ts"
import * as Table from "../../agreement-fsm/Table.ts"
import * as Parameters from "../../model/Parameters.ts"
import * as Status from "../../model/Status.ts"
import * as Json from "../Json.ts"
import { type Observe, type Session, unknownEvent } from "../Subject.ts"

type Timer = Intents.Timer

// Epochs count armings and disarmings; the wire counts armings. `armed` has the epoch of each arming of a timer.
interface Running {
  agreement: Agreements.Agreement
  readonly epochs: Map<Timer, Array<number>>
  readonly armed: Set<Timer>
}

const start = (): Running => {
  const running: Running = { agreement: Agreements.start(), epochs: new Map(), armed: new Set() }
  note(running, Agreements.initialIntents)
  return running
}

const note = (running: Running, intents: ReadonlyArray<Intents.Intent>): void => {
  for (const intent of intents) {
    if (intent._tag === "Disarm") running.armed.delete(intent.timer)
    if (intent._tag !== "Arm") continue
    running.armed.add(intent.timer)
    const epochs = running.epochs.get(intent.timer) ?? []
    running.epochs.set(intent.timer, [...epochs, Agreements.epoch(running.agreement, intent.timer)])
  }
}

/** The state as it is shown, with whether the event was taken. */
const shown = (
  accepted: boolean,
  state: State.State,
  timers: Iterable<string>,
  observe: Observe,
): Json.JsonObject => {
  const { provider, requester, ...flags } = state
  const deal = dealStatus(provider, requester)
  if (observe === "external") return { deal, final: state.final }
  return { accepted, deal, provider, requester, ...flags, timers: [...timers].sort() }
}

const stateOf = ({ agreement }: Running): State.State => State.unpack(Table.states[agreement.row]!)

const take = (running: Running, type: Events.Type, at?: number): boolean => {
  const stepped = Agreements.step(running.agreement, { type }, at)
  if (Result.isFailure(stepped)) return false
  running.agreement = stepped.success.agreement
  note(running, stepped.success.intents)
  return true
}

const ring = (running: Running, timer: Timer, arming: number): boolean => {
  const epoch = running.epochs.get(timer)?.[arming - 1]
  if (epoch === undefined) return false
  const rung = Agreements.ring(running.agreement, timer, epoch, running.agreement.at)
  const counts = rung.agreement !== running.agreement || rung.intents.length > 0
  running.agreement = rung.agreement
  note(running, rung.intents)
  return counts
}

const rearm = (running: Running, timer: Timer): void => {
  running.agreement = Agreements.rearm(running.agreement, timer)
  note(running, [{ _tag: "Arm", timer }])
}

/** Questions that need no state. */
const question = (event: Json.JsonObject): Json.JsonObject | undefined => {
  switch (event.type) {
    case "dealStatus":
      return {
        deal: dealStatus(
          event.provider as Status.ProviderStatus,
          event.requester as Status.RequesterStatus,
        ),
      }
    case "number":
      return { number: Status.statusCode(event.register as Status.ProviderStatus) }
    case "dealNumber":
      return { number: Status.dealStatuses.indexOf(event.deal as Status.DealStatus) }
    case "windows": {
      const { lease } = event as { lease: number }
      const { provision, connect } = Agreements.windows(
        event as unknown as Parameters.Parameters,
        lease,
      )
      return { provision, connect }
    }
    case "parameters":
      return {
        valid: Result.isSuccess(Parameters.validate(Json.revive(event.parameters!))),
      }
    default:
      return undefined
  }
}

const paused = (running: Running, event: Json.JsonObject, budget: number): Json.JsonObject => {
  const at = (event.at as number) * 1000
  const accepted = event.type === "look" || take(running, event.type as Events.Type, at)
  const { agreement } = running
  const suspendAt = Agreements.suspendAt(agreement, budget * 1000)
  return {
    accepted,
    deal: Agreements.status(agreement),
    providerPausedFor: Agreements.pausedFor(agreement, "provider", at) / 1000,
    requesterPausedFor: Agreements.pausedFor(agreement, "requester", at) / 1000,
    suspendAt: suspendAt === undefined ? null : suspendAt / 1000,
  }
}

const registers = (params: Json.JsonObject, observe: Observe): Session => {
  const running = start()
  const show = (accepted: boolean) => shown(accepted, stateOf(running), running.armed, observe)
  return {
    step: (event) => {
      const answer = question(event)
      if (answer !== undefined) return answer
      if (params.suspendBudget !== undefined)
        return paused(running, event, params.suspendBudget as number)
      if (event.type === "ring")
        return show(ring(running, event.timer as Timer, event.arming as number))
      if (event.type === "rearm") {
        rearm(running, event.timer as Timer)
        return show(true)
      }
      if (!(Events.types as ReadonlyArray<unknown>).includes(event.type)) throw unknownEvent(event)
      return show(take(running, event.type as Events.Type))
    },
  }
}

const inbox = (): Session => {
  let received = Inbox.empty()
  return {
    step: (event) => {
      if (event.type !== "receive") throw unknownEvent(event)
      const { status, digest } = event
      const delivered = Inbox.receive(received, {
        status: Json.revive(status!),
        digest: digest as never,
      })
      received = delivered.inbox
      return {
        applied: delivered.ready.map(({ seq }) => seq),
        register: Inbox.last(received)?.status ?? null,
        held: received.early.length,
        equivocation: received.proof !== undefined,
      }
    },
  }
}

export const open = (params: Json.JsonObject, observe: Observe): Session =>
  params.inbox === true ? inbox() : registers(params, observe)
