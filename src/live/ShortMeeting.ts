// How the short deals of a live party begin: what the relay proposes under a reservation is checked as a deal of its own
// would be (IPSX-MAT-030), and its end of the tunnel put in place.
import * as Consent from "../agent/Consent.ts"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import * as Resource from "../model/Resource.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import * as Terms from "../model/Terms.ts"
import type * as Client from "../relay/Client.ts"
import * as SignedOrder from "../signature/SignedOrder.ts"
import type { Agent, Thing } from "./Agent.ts"
import * as Ends from "./Ends.ts"
import { othersOf } from "./Others.ts"
import * as Party from "./Party.ts"
import * as Seat from "./Seat.ts"
import * as ShortLease from "./ShortLease.ts"
import { feed, note, told } from "./Turn.ts"
import * as Unpaid from "./Unpaid.ts"

interface Orders {
  readonly offer: Order.Offer
  readonly request: Order.Request
}

/** Milliseconds between two looks at a seat that is about to be free, and looks at it. */
const lookMs = 100
const looksMax = 15

/**
 * The relay says that two orders matched into a short deal under a reservation that both have taken up. It may have heard
 * sooner than the provider that the lease before is over.
 */
export const proposed = (agent: Agent, proposal: Client.ShortProposed, looks = 0): void => {
  const { options, orders, parties } = agent
  const { id, short } = proposal
  const party = parties.get(id)
  if (agent.closed || party === undefined || !Deal.isReservation(party.deal)) return
  // Nonces rise: what was told before is told again to whoever comes back.
  if (short.nonce <= party.lastShort || Party.isOver(party)) return
  const { role } = party
  const ours = orders.get(role === "provider" ? proposal.offer.id : proposal.request.id)
  if (ours === undefined) return
  // The own order as it was signed, not as the relay tells it.
  const offer = role === "provider" ? (ours as Order.Offer) : proposal.offer
  const request = role === "requester" ? (ours as Order.Request) : proposal.request
  if (!isOf(agent, party, short, { offer, request }) || !ShortLease.hasRoom(party))
    return options.heard({
      _tag: "Trouble",
      message: `the relay proposes the short deal ${short.nonce} of ${id}, which is not of its orders`,
    })
  const why = objection(agent, party, short, { offer, request })
  if (role === "provider" && why === Consent.promised && looks < looksMax)
    return void setTimeout(() => proposed(agent, proposal, looks + 1), lookMs)
  const began = { _tag: "ShortBegan", id, now: Date.now(), short, offer, request } as const
  const entry = why === undefined ? began : { ...began, objection: why }
  const lease = ShortLease.begin(party, entry)
  options.heard({
    _tag: "ShortProposed",
    id,
    role,
    short: short.nonce,
    lease: lease.id,
    deal: lease.deal,
  })
  if (why === undefined) attach(agent, party, lease)
  else options.heard({ _tag: "Objected", id, reason: why })
  const next = nextOf(party, lease)
  note(agent, { _tag: "Note", entry }, ...(next === undefined ? [] : [next]))
  return undefined
}

/** Whether a short deal comes of two orders, and is one: nothing is begun that could not even be declined. */
const isOf = (
  { options, settings }: Agent,
  party: Party.Party,
  short: ShortDeal,
  orders: Orders,
): boolean =>
  short.reservation === party.id &&
  Terms.isSound(StandingTerms.asDeal(party.deal, short, orders)) &&
  short.seats >= 1 &&
  short.seats <= settings.parameters.maxSeats &&
  short.firstSeat + short.seats <= Resource.seats(orders.offer.resource) &&
  SignedOrder.terms(options.curve, orders.offer, orders.request) === short.terms

/** Why the party does not sign it. */
const objection = (
  agent: Agent,
  party: Party.Party,
  short: ShortDeal,
  orders: Orders,
): string | undefined => {
  const { request } = orders
  const deal = StandingTerms.asDeal(party.deal, short, orders)
  const had = party.role === "requester" ? (agent.taken.get(request.id) ?? 0) : 0
  if (had + short.seats > request.addresses) return "more addresses than the request asked for"
  const wantsAll = party.role === "requester" && request.minimum === request.addresses
  if (wantsAll && short.seats < request.addresses)
    return "all addresses are wanted in one deal, and these are fewer"
  const of = { ...party, deal, began: orders, seats: [...Party.seatsOf(deal)] }
  const others = othersOf(agent, party, of)
  return Consent.objection(party.role, deal, { ...orders, others }, agent.settings.parameters)
}

/** What is done at once about a short deal: the requester signs first, the provider what the partner has signed already. */
const nextOf = (
  party: Party.Party,
  { began: { short, objection: why } }: ShortLease.ShortLease,
): Thing | undefined => {
  const { nonce } = short
  const early = party.early.get(nonce)
  if (party.role === "provider" && early === undefined) return undefined
  if (why !== undefined) return { _tag: "Write", party, letter: { _tag: "ShortDecline", nonce } }
  if (party.role === "requester")
    return { _tag: "Input", party, input: { _tag: "ShortProposed", deal: short } }
  return early !== undefined && ShortLease.admits(party, early) ? told(party, early) : undefined
}

const attach = (agent: Agent, party: Party.Party, lease: ShortLease.ShortLease): void => {
  const { nonce: short } = lease.began.short
  lease.ends = Ends.make({
    seats: lease.seats.length,
    doubtful: new Set(),
    make: (seat, told) => Seat.conduit(agent, party, { seat, short }, told),
    up: () => feed(agent, party, { _tag: "TunnelUp", short }),
    // A short lease does not outlive its address.
    lose: () => feed(agent, party, { _tag: "Leave", short }),
    restored: () => {},
  })
}

/** What the short deals were in the middle of when the program ended; their timers run already. */
export const resume = (agent: Agent, party: Party.Party): void => {
  for (const [nonce, lease] of party.shorts) {
    if (lease.began.objection !== undefined) continue
    attach(agent, party, lease)
    if (lease.tunnel) lease.ends?.open()
    for (const offer of lease.offered.values()) lease.ends?.hear(offer)
    if (party.participant.shorts?.open.get(nonce)?.serving === true)
      lease.ends?.ungate(() => Unpaid.left(party, Date.now(), nonce))
  }
  for (const short of ShortLease.due(party)) note(agent, told(party, short))
}

/** Nothing more will run under a reservation: its requester ends it when what runs is over. */
export const retired = (agent: Agent, id: Id): void => {
  const party = agent.parties.get(id)
  if (party?.role === "requester" && Deal.isReservation(party.deal))
    feed(agent, party, { _tag: "Leave" })
}
