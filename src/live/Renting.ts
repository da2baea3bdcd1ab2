// From a request to a lease that carries traffic, and what its holder can do with it.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Agent from "./Agent.ts"
import * as Alarm from "./Alarm.ts"
import type * as Event from "./Event.ts"
import * as Party from "./Party.ts"
import * as Stop from "./Stop.ts"

/** How a lease ended: what it cost in base units, and what it carried. */
export interface Ended {
  readonly paid: bigint
  readonly seconds: number
  readonly bytes: number
}

export interface Lease {
  /** The deal's; of one that runs under a reservation, its own. */
  readonly id: Id
  /** What was agreed; of a lease under a reservation, as if it were a deal of its own (IPSX-AGR-070). */
  readonly deal: Deal.Deal
  /** The rented addresses, as the world sees them now, and where the provider says that they are; the first of them. */
  readonly addresses: ReadonlyArray<string>
  readonly address: string
  readonly country: string
  /** How programs get in, at this moment: after a provider's crash the tunnel is another one. */
  readonly attachment: Tunnel.Attachment
  /** The same for each of the addresses, in their order. */
  readonly attachments: ReadonlyArray<Tunnel.Attachment>
  /** Resolves when the provider has fallen silent, or the lease is over: nothing more can be had of it. */
  readonly lost: Promise<void>
  /** Resolves when the lease is over and paid; rejects with `Stopped` when the party is closed before. */
  readonly ended: Promise<Ended>
  /** Ends it now, and pays for what was used. */
  readonly end: () => Promise<Ended>
  /** Both do nothing to a lease under a reservation, which knows no pauses. */
  readonly pause: () => void
  readonly resume: () => void
}

export type On = (listener: (event: Event.Event) => void) => () => void

/** A deal of a request; with `short`, the one with that nonce under the reservation `id`. */
export interface Met {
  readonly id: Id
  readonly short?: number
  readonly deal: Deal.Deal
}

/** A request, and the deal of it if there is one. */
interface Sought {
  readonly request: Pick<Order.Request, "id" | "expiresAt">
  readonly deal?: Met
}

const patienceMs = 30_000

export const randomId = (): Id => `0x${randomBytes(32).toString("hex")}` as Id

/** Places a request, and waits for the lease that it becomes; when nobody waits any more, it is taken back. */
export const rent = async (
  agent: Agent.Agent,
  on: On,
  request: Order.Request,
  { signal, account }: { readonly signal?: AbortSignal; readonly account?: string },
): Promise<Lease> => {
  signal?.throwIfAborted()
  if (agent.closed) throw Stop.closed()
  const found = find(agent, on, { request }, signal)
  await Effect.runPromise(Agent.order(agent, request, account)).catch(found.abandon)
  // Whoever gave up while it was on its way has told the relay too early.
  if (found.isAbandoned()) Effect.runFork(Agent.cancel(agent, request.id))
  return found.lease
}

/**
 * Goes on waiting for a lease that an earlier run of the program had, or was waiting for; that one's request is placed once
 * more, because nobody knows whether it was.
 */
export const resume = async (
  agent: Agent.Agent,
  on: On,
  { request, deal }: { readonly request: Order.Request; readonly deal?: Met },
): Promise<Lease> => {
  const found = find(agent, on, deal === undefined ? { request } : { request, deal }, undefined)
  if (deal === undefined) await Effect.runPromise(Agent.place(agent, request)).catch(found.abandon)
  return found.lease
}

/** Waits for the deal that a request becomes, until its tunnel works. */
const find = (
  agent: Agent.Agent,
  on: On,
  sought: Sought,
  signal: AbortSignal | undefined,
): Found => {
  const { promise, resolve, reject } = Promise.withResolvers<Lease>()
  // It may be given up while the request is on its way, when nobody waits for the lease yet.
  promise.catch(() => {})
  const { id: request, expiresAt } = sought.request
  let { deal } = sought
  let isAbandoned = false
  let declined: string | null = null
  let held: Held | undefined
  const attachments: Array<Tunnel.Attachment> = []
  const abandon = (reason: unknown): void => {
    isAbandoned = true
    stopListening()
    settled()
    if (deal !== undefined) leave(agent, deal)
    Effect.runFork(Agent.withdraw(agent, request))
    reject(reason)
  }
  /** The party does nothing any more: what it has begun is for the next run. */
  const gone = (why: Stop.Stopped): void => {
    stopListening()
    settled()
    held?.fail(why)
    reject(why)
  }
  const nothing = (): void => abandon(new NothingFound({ request, declined }))
  const disarm = deal === undefined ? Alarm.at(expiresAt * 1000 + patienceMs, nothing) : undefined
  const abort = (): void => abandon(signal?.reason)
  signal?.addEventListener("abort", abort, { once: true })
  const settled = (): void => {
    disarm?.()
    signal?.removeEventListener("abort", abort)
  }
  const stopListening = on((event) => {
    if (event._tag === "Stopped") return gone(new Stop.Stopped(event))
    // A relay may tell of several; those behind the first are declined (IPSX-MAT-030).
    if (isMet(event, request)) deal ??= event
    if (deal === undefined || !("id" in event) || event.id !== deal.id) return undefined
    if ("short" in event ? event.short !== deal.short : deal.short !== undefined)
      return event._tag === "Silent" ? held?.lose() : undefined
    if (event._tag === "Attached") {
      attachments[event.seat] = event.attachment
      if (held !== undefined || attachments.filter(Boolean).length < deal.deal.seats)
        return undefined
      // From now on the lease ends by its own `end`, whatever becomes of the signal.
      settled()
      resolve((held = hold(agent, deal, attachments)).lease)
    } else if (event._tag === "Objected") declined = event.reason
    else if (event._tag === "Moved" && event.status === "Declined") declined ??= "by the provider"
    else if (event._tag === "Silent") held?.lose()
    else if (event._tag === "ShortOver") {
      const { charged: paid, use, opened } = event
      held?.lose()
      held?.end({ paid, seconds: use.seconds, bytes: use.bytesUsed })
      stopListening()
      settled()
      if (!opened) Effect.runFork(Agent.withdraw(agent, request))
      reject(opened ? new NothingFound({ request, declined }) : new Declined({ request }))
    } else if (event._tag === "Over") {
      const { paid, use, opened } = event
      held?.lose()
      held?.end({ paid, seconds: use.seconds, bytes: use.bytesUsed })
      stopListening()
      settled()
      if (!opened) Effect.runFork(Agent.withdraw(agent, request))
      reject(new NothingFound({ request, declined }))
    }
    return undefined
  })
  return { lease: promise, abandon, isAbandoned: () => isAbandoned }
}

/** Whether a deal of the request was proposed that is a lease: a reservation is none, but what runs under it. */
const isMet = (
  event: Event.Event,
  request: Id,
): event is Extract<Event.Event, { _tag: "Proposed" | "ShortProposed" }> =>
  (event._tag === "Proposed" || event._tag === "ShortProposed") &&
  event.deal.request === request &&
  !Deal.isReservation(event.deal)

const leave = (agent: Agent.Agent, { id, short }: Met): void =>
  short === undefined ? Agent.want(agent, id, "Leave") : Agent.leaveShort(agent, id, short)

interface Found {
  readonly lease: Promise<Lease>
  readonly abandon: (reason: unknown) => void
  readonly isAbandoned: () => boolean
}

/** A lease, and how its holder is told what becomes of it. */
interface Held {
  readonly lease: Lease
  readonly lose: () => void
  readonly end: (ended: Ended) => void
  readonly fail: (why: Stop.Stopped) => void
}

const hold = (
  agent: Agent.Agent,
  met: Met,
  attachments: ReadonlyArray<Tunnel.Attachment>,
): Held => {
  const ended = Promise.withResolvers<Ended>()
  const lost = Promise.withResolvers<void>()
  const { id, short, deal } = met
  const party = Party.leased(agent.parties.get(id)!, short)!
  const wish = (word: "Pause" | "Resume"): void =>
    short === undefined ? Agent.want(agent, id, word) : undefined
  const lease: Lease = {
    id: party.id,
    deal,
    get addresses() {
      return Party.addresses(party)
    },
    get address() {
      return Party.addresses(party)[0]!
    },
    country: party.began.offer.resource.country,
    get attachments() {
      return [...attachments]
    },
    get attachment() {
      return attachments[0]!
    },
    lost: lost.promise,
    ended: ended.promise,
    end: () => {
      leave(agent, met)
      return ended.promise
    },
    pause: () => wish("Pause"),
    resume: () => wish("Resume"),
  }
  // Not everybody who has a lease waits for its end.
  ended.promise.catch(() => {})
  const fail = (why: Stop.Stopped): void => {
    lost.resolve()
    ended.reject(why)
  }
  return { lease, lose: lost.resolve, end: ended.resolve, fail }
}

export class NothingFound extends Schema.TaggedError<NothingFound>()("NothingFound", {
  request: Schema.String,
  /** Why a deal that was found for it was declined. */
  declined: Schema.NullOr(Schema.String),
}) {
  override get message(): string {
    return this.declined !== null
      ? `the deal for the request ${this.request} was declined, ${this.declined}: ask once more, or for something else`
      : `no offer became a lease for the request ${this.request}: a higher limit, other filters or more patience may help`
  }
}

/**
 * A short deal of the request was proposed, and one of the two did not sign it: as a rule because its time was over before the
 * chain had opened the reservation that it was to run under. The next one may be signed.
 */
export class Declined extends Schema.TaggedError<Declined>()("Declined", {
  request: Schema.String,
}) {
  override get message(): string {
    return `the lease of the request ${this.request} was not signed by both: ask once more`
  }
}
