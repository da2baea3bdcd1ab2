// What leases have cost, by sub-account: set aside while they last, booked when they are over, and written down, so that no
// cap is forgotten with a program that was killed. What counts is the deal, also one that came to no tunnel.
import * as Result from "effect/Result"
import * as Deal from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import * as Order from "../model/Order.ts"
import type { Agent } from "./Agent.ts"
import type * as Event from "./Event.ts"
import * as Party from "./Party.ts"
import * as Spending from "./Spending.ts"
import { note } from "./Turn.ts"
import type * as Usage from "./Usage.ts"

export interface Books {
  readonly agent: Agent
  readonly spending: Spending.Spending
  /** Whether leases are charged to sub-accounts. */
  readonly capped: boolean
  readonly rows: Array<Usage.Row>
  /** What is set aside, by request. */
  readonly held: Map<Id, { readonly account: string; readonly most: bigint }>
  readonly billed: Set<Id>
}

/** Rows of usage that are kept in memory; the oldest go first. */
const rowsMax = 100_000

/** Opens the books with what earlier runs have written down. */
export const open = (agent: Agent, spending: Spending.Spending, capped: boolean): Books => {
  const { bills } = agent
  if (capped)
    for (const { account, paid } of bills)
      Spending.settle(spending, account, 0n, paid + commission(agent))
  const billed = new Set(bills.map(({ lease }) => lease))
  return { agent, spending, capped, rows: bills.slice(-rowsMax), held: new Map(), billed }
}

const commission = ({ options }: Agent): bigint => options.parameters.minCommission

/** The most that a lease can cost: the least commission is paid beside the limit of each address. */
export const most = (agent: Agent, request: Order.Request): bigint =>
  Order.worstCase(request) + commission(agent)

/** Sets aside what a request may cost. @throws CapReached */
export const hold = (books: Books, account: string, request: Order.Request): void => {
  const { spending, capped, held, agent } = books
  const limit = most(agent, request)
  if (capped) Result.getOrThrowWith(Spending.hold(spending, account, limit), (reached) => reached)
  held.set(request.id, { account, most: limit })
}

/** Sets aside for what an earlier run has begun, whatever the cap of its account is now. */
export const holdAgain = (books: Books, request: Order.Request): void => {
  const { spending, capped, held, agent } = books
  const account = agent.accounts.get(request.id) ?? ""
  const limit = most(agent, request)
  if (capped) Spending.reserve(spending, account, limit)
  held.set(request.id, { account, most: limit })
}

/** Nothing has come of a request; where there is a deal of it, its end decides. */
export const drop = ({ agent, spending, capped, held }: Books, request: Id): void => {
  const known = held.get(request)
  const isMet = [...agent.parties.values()]
    .flatMap(Party.allLeased)
    .some(({ deal }) => deal.request === request)
  if (known === undefined || isMet) return
  held.delete(request)
  if (capped) Spending.settle(spending, known.account, known.most, 0n)
}

/** Hears of everything; books a deal when it is over, once. */
export const hear = (books: Books, event: Event.Event): void => {
  const { agent, spending, capped, held, billed } = books
  if (event._tag === "ShortOver") return hearShort(books, event)
  if (event._tag !== "Over" || event.role !== "requester") return
  const party = agent.parties.get(event.id)
  const known = party === undefined ? undefined : held.get(party.deal.request)
  if (party === undefined || known === undefined) return
  // What ran under a reservation was booked lease by lease.
  if (Deal.isReservation(party.deal)) return drop(books, party.deal.request)
  const { account, most } = known
  held.delete(party.deal.request)
  // An earlier run may have booked it, and ended before the deal was closed.
  const isDue = event.opened && !billed.has(event.id)
  if (capped) Spending.settle(spending, account, most, isDue ? event.paid + commission(agent) : 0n)
  if (isDue) bill(books, rowOf(party, account, event))
}

/** A lease under a reservation: the commission is the reservation's, and nobody's in particular. */
const hearShort = (
  books: Books,
  event: Extract<Event.Event, { readonly _tag: "ShortOver" }>,
): void => {
  const { spending, capped, held, billed } = books
  const { role, deal, lease, opened, charged: paid, use, addresses, country } = event
  const known = role === "requester" ? held.get(deal.request) : undefined
  if (known === undefined) return
  // One that was declined may be a relay's second one of a request that has its lease.
  if (!opened) return drop(books, deal.request)
  const { account, most } = known
  held.delete(deal.request)
  const isDue = !billed.has(lease)
  if (capped) Spending.settle(spending, account, most, isDue ? paid : 0n)
  if (!isDue) return
  const { provider, start: from } = deal
  const to = Math.floor(Date.now() / 1000)
  const { seconds, bytesUsed: bytes } = use
  const address = addresses.join(" ")
  const row = { account, lease, provider, address, country, from, to, seconds, bytes, paid }
  bill(books, row)
}

const bill = (
  { agent, rows, billed }: Pick<Books, "agent" | "rows" | "billed">,
  row: Usage.Row,
): void => {
  billed.add(row.lease)
  if (rows.length >= rowsMax) rows.shift()
  rows.push(row)
  note(agent, { _tag: "Note", entry: { _tag: "Billed", row } })
}

const rowOf = (
  party: Party.Party,
  account: string,
  { paid, use }: Extract<Event.Event, { readonly _tag: "Over" }>,
): Usage.Row => ({
  account,
  lease: party.id,
  provider: party.deal.provider,
  address: Party.addresses(party).join(" "),
  country: party.began.offer.resource.country,
  from: party.deal.start,
  to: Math.floor(Date.now() / 1000),
  seconds: use.seconds,
  bytes: use.bytesUsed,
  paid,
})
