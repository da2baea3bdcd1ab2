// A live party without a chain, a relay or a partner: what it does about what it is told is looked at in its journal.
import * as Semaphore from "effect/Semaphore"
import type { Agent } from "../../src/live/Agent.ts"
import type * as Event from "../../src/live/Event.ts"
import type * as Party from "../../src/live/Party.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import type * as Id from "../../src/model/Id.ts"
import type { Offer, Request } from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import type * as Client from "../../src/relay/Client.ts"
import * as SignedOrder from "../../src/signature/SignedOrder.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import { settings } from "../agent/Pair.ts"
import { deal as someDeal, token } from "../arbitrary/deal.ts"
import * as Exchange from "../arbitrary/exchange.ts"
import { curve, place, signer } from "./Node.ts"

export const own = Address.of(signer.address)
const now = Time.seconds(Math.floor(Date.now() / 1000))

export interface Lone {
  readonly agent: Agent
  readonly heard: Array<Event.Event>
  /** Its journal. */
  readonly written: Array<Recording.Entry>
  /** Ends what a deal has of the outside. */
  readonly close: () => void
}

export const make = (change: Partial<Agent> = {}): Lone => {
  const heard: Array<Event.Event> = []
  const written: Array<Recording.Entry> = []
  const agent = {
    options: {
      curve,
      place,
      signer,
      parameters: Parameters.small,
      adapter: Null.make(),
      policy: ExitPolicy.standard,
      lent: { source: "its own word", echo: undefined, everyMs: 1000 },
      heard: (event: Event.Event) => void heard.push(event),
    },
    settings: settings(),
    separator: Structure.domain(curve, place),
    evidence: new Map(),
    parties: new Map<Id.Id, Party.Party>(),
    left: new Map(),
    orders: new Map(),
    taken: new Map(),
    alarms: new Map(),
    endpoint: null,
    accounts: new Map(),
    submissions: { submit: () => {} },
    reporting: { report: () => {}, forget: () => {} },
    journal: {
      append: async (entries: ReadonlyArray<Recording.Entry>) => void written.push(...entries),
    },
    purse: { cover: async () => () => {} },
    history: { hasSettled: async () => false, settled: () => {} },
    ordering: Semaphore.makeUnsafe(1),
    queue: [],
    draining: false,
    closed: false,
    finalAt: 0,
    ...change,
  } as unknown as Agent
  return {
    agent,
    heard,
    written,
    close: () => {
      agent.closed = true
      for (const { channel } of agent.parties.values()) channel?.close("the test is over")
      for (const disarm of agent.alarms.values()) disarm()
    },
  }
}

/** What a relay says of an offer and a request, one of them the party's own; the salt tells two deals apart. */
export const proposal = (
  offer: Offer,
  request: Request,
  change: Partial<Deal> = {},
): Client.Proposed => {
  const deal = someDeal({
    provider: offer.owner,
    requester: request.owner,
    offer: offer.id,
    request: request.id,
    providerNonce: offer.nonce,
    requesterNonce: request.nonce,
    resource: offer.resource.id,
    start: now,
    end: Time.seconds(now + request.duration),
    validUntil: Time.seconds(now + Parameters.small.acceptWindow),
    terms: SignedOrder.terms(curve, offer, request),
    ...change,
  })
  const id = Structure.channelId(curve, deal)
  return { _tag: "Proposed", id, deal, offer, request, partner: null }
}

/** So much that the requester need not be known. */
export const prepaid = Amount.of(token)

const times = { from: now, to: Time.seconds(now + 1000), expiresAt: Time.seconds(now + 1000) }
export const offer = (change: Partial<Offer> = {}): Offer => Exchange.offer({ ...times, ...change })
export const request = (change: Partial<Request> = {}): Request =>
  Exchange.request({ expiresAt: times.expiresAt, ...change })
