// Cases of the class exchange: whole deals from two orders to the settled wallets, and what may go wrong on the way.
import type { JsonObject } from "../Json.ts"
import * as Reference from "../reference/Reference.ts"
import type { Session } from "../Subject.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"

const { provider, requester, stranger } = Cast
const now = Cast.genesis.timestamp
const both = { provider, requester }

/** A story whose later commands depend on the deals that its earlier ones made: the ids and terms are read off. */
interface Teller {
  readonly say: (event: JsonObject) => JsonObject
  readonly at: (seconds: number) => number
  readonly order: (order: JsonObject, seconds?: number) => JsonObject
  readonly report: (seconds: number, message: JsonObject) => void
  readonly mine: (seconds: number, ...transactions: ReadonlyArray<JsonObject>) => void
  readonly look: () => void
}

const params = (set: JsonObject): JsonObject => ({
  ...Cast.ledger(set),
  wallets: [
    [provider, Cast.tokens(1000)],
    [requester, Cast.tokens(1000)],
    [stranger, Cast.tokens(100)],
  ],
  rules: {
    minLease: set.minLease!,
    maxLease: set.maxLease!,
    bookAheadMax: set.bookAheadMax!,
    maxSeats: set.maxSeats!,
    ordersMax: 1000,
    ordersPerOwnerMax: 1000,
  },
})

const tell = (
  set: JsonObject,
  name: string,
  requirements: ReadonlyArray<string>,
  story: (teller: Teller) => void,
): Question => {
  const events: Array<JsonObject> = []
  const session: Session = Reference.open({
    class: "exchange/1",
    params: params(set),
    observe: "full",
  })
  let block = Cast.genesis.number
  const say = (event: JsonObject): JsonObject => {
    events.push(event)
    return session.step(event) as JsonObject
  }
  story({
    say,
    at: (seconds) => now + seconds,
    order: (order, seconds = 0) => say({ type: "place", order, now: now + seconds }),
    report: (seconds, message) => void say({ type: "report", message, now: now + seconds }),
    mine: (seconds, ...transactions) =>
      void say({ type: "mine", number: (block += 12), timestamp: now + seconds, transactions }),
    look: () => void say({ type: "look", wallets: [provider, requester, stranger] }),
  })
  return { name, requirements, events }
}

interface Made {
  readonly id: string
  readonly deal: JsonObject
}

const made = (answer: JsonObject): Made => (answer.proposed as unknown as ReadonlyArray<Made>)[0]!

/** One offer and one request that it serves for 600 seconds. */
const deal = (teller: Teller, request: JsonObject = {}): Made => {
  teller.order(Sample.offer())
  return made(teller.order(Sample.request(request)))
}

const status = (of: Made, role: 0 | 1, seq: number, to: number, reason = 0): JsonObject => {
  const author = role === 0 ? provider : requester
  return {
    type: "Status",
    id: of.id,
    author,
    status: Sample.status(of.id, { role, seq, status: to, reason }),
  }
}

const accept = (of: Made, author: string): JsonObject => ({ type: "Accept", id: of.id, author })
const decline = (of: Made, author: string): JsonObject => ({ type: "Decline", id: of.id, author })
const open = ({ id, deal }: Made): JsonObject => ({
  type: "OpenDeal",
  sender: requester,
  id,
  deal,
  authors: both,
})
const tx = (type: string, sender: string, of: Made, fields: JsonObject = {}): JsonObject => ({
  type,
  sender,
  id: of.id,
  ...fields,
})
const pay = (of: Made, cumulative: string): JsonObject =>
  tx("Claim", provider, of, { cumulative, author: requester })
const settle = (of: Made, cumulative: string): JsonObject =>
  tx("Settle", provider, of, { cumulative, receipt: Cast.id(0), authors: both })

const agreed = (teller: Teller): Made => {
  const of = deal(teller)
  teller.report(1, accept(of, provider))
  teller.report(2, accept(of, requester))
  teller.mine(12, open(of))
  return of
}

const serving = (teller: Teller): Made => {
  const of = agreed(teller)
  teller.report(13, status(of, 0, 1, 3))
  teller.report(14, status(of, 1, 1, 3))
  return of
}

const stories = (set: JsonObject): ReadonlyArray<Question> => {
  const wait = (set.settleGrace as number) + 200
  const answerTime = (set.challengeSeconds as number) + 200
  const appeal = (set.appealSeconds as number) + 200
  const one = (
    name: string,
    requirements: ReadonlyArray<string>,
    story: (teller: Teller) => void,
  ) => tell(set, name, requirements, story)
  return [
    one("settled/by-consent", ["IPSX-AGR-001", "IPSX-PAY-006", "IPSX-PRO-004"], (teller) => {
      const of = serving(teller)
      teller.mine(300, pay(of, Cast.tokens(20)))
      teller.report(600, status(of, 0, 2, 5))
      teller.report(601, status(of, 1, 2, 5))
      teller.mine(620, settle(of, Cast.tokens(60)))
      teller.look()
    }),
    one("settled/by-time", ["IPSX-AGR-045", "IPSX-PAY-001"], (teller) => {
      const of = serving(teller)
      teller.mine(300, pay(of, Cast.tokens(20)))
      teller.mine(700, tx("Expire", stranger, of))
      teller.mine(700 + wait, tx("Finalize", stranger, of, { deal: of.deal }))
      teller.look()
    }),
    one("breach/convicted", ["IPSX-AGR-052", "IPSX-PRO-004"], (teller) => {
      const of = agreed(teller)
      teller.mine(50, tx("Challenge", requester, of))
      teller.mine(50 + answerTime, tx("Convict", stranger, of))
      teller.mine(50 + answerTime + appeal, tx("Finalize", stranger, of, { deal: of.deal }))
      teller.look()
    }),
    one("contested/answered", ["IPSX-AGR-051", "IPSX-PRO-004"], (teller) => {
      const of = serving(teller)
      teller.mine(50, tx("Challenge", requester, of))
      teller.mine(62, tx("Answer", provider, of))
      teller.mine(62 + wait, tx("Finalize", stranger, of, { deal: of.deal }))
      teller.look()
    }),
    one("stopped/seats-come-back", ["IPSX-MAT-013", "IPSX-AGR-023"], (teller) => {
      const of = serving(teller)
      teller.mine(100, tx("Stop", provider, of))
      teller.order(
        Sample.request({ id: Cast.id(103), owner: stranger, addresses: 1, limit: Cast.tokens(60) }),
        101,
      )
      teller.look()
    }),
    one("declined/by-both", ["IPSX-AGR-024"], (teller) => {
      const of = deal(teller)
      teller.report(1, decline(of, provider))
      teller.report(2, decline(of, requester))
      teller.look()
    }),
    one("declined/after-an-accept", ["IPSX-AGR-024"], (teller) => {
      const of = deal(teller)
      teller.report(1, accept(of, requester))
      teller.report(2, decline(of, provider))
      teller.mine(20, open(of))
      teller.look()
    }),
    one("declined/by-the-requester", ["IPSX-MAT-045"], (teller) => {
      const of = deal(teller)
      const other = { id: Cast.id(103), owner: stranger, limit: Cast.tokens(60) }
      teller.report(1, decline(of, requester))
      teller.order(Sample.request({ ...other, addresses: 1 }), 2)
      teller.report(3, decline(of, provider))
      teller.look()
    }),
    one("declined/while-the-provider-accepts", ["IPSX-MAT-045", "IPSX-AGR-024"], (teller) => {
      const of = deal(teller)
      const until = (of.deal.validUntil as number) - now
      const other = { id: Cast.id(103), owner: stranger, limit: Cast.tokens(60) }
      teller.report(1, decline(of, requester))
      teller.report(2, accept(of, provider))
      teller.order(Sample.request({ ...other, addresses: 1 }), 3)
      teller.say({ type: "lapse", id: of.id, now: teller.at(until + 1) })
      teller.look()
    }),
    one("lapsed", ["IPSX-AGR-024", "IPSX-MAT-013"], (teller) => {
      const of = deal(teller)
      const until = (of.deal.validUntil as number) - now
      teller.report(1, accept(of, provider))
      teller.say({ type: "lapse", id: of.id, now: teller.at(until) })
      teller.say({ type: "lapse", id: of.id, now: teller.at(until + 1) })
      teller.report(until + 2, accept(of, requester))
      teller.look()
    }),
    one("lapsed/not-when-opened", ["IPSX-AGR-024"], (teller) => {
      const of = agreed(teller)
      teller.say({ type: "lapse", id: of.id, now: teller.at(5000) })
      teller.look()
    }),
    one("opened/without-accepts", ["IPSX-AGR-020"], (teller) => {
      const of = deal(teller)
      teller.mine(12, open(of))
      teller.look()
    }),
    one("messages/repeated-and-early", ["IPSX-PCH-003", "IPSX-PCH-004"], (teller) => {
      const of = agreed(teller)
      teller.report(13, status(of, 0, 2, 4))
      teller.report(14, status(of, 0, 1, 3))
      teller.report(15, status(of, 0, 1, 3))
      teller.report(16, status(of, 0, 2, 4))
      teller.look()
    }),
    one("messages/of-another-role", ["IPSX-PCH-001", "IPSX-AGR-010"], (teller) => {
      const of = agreed(teller)
      teller.report(13, { ...status(of, 0, 1, 3), author: requester })
      teller.look()
    }),
    one("messages/of-another-channel", ["IPSX-PCH-001"], (teller) => {
      const of = agreed(teller)
      teller.report(13, { ...status(of, 0, 1, 3), status: Sample.status(Cast.id(5)) })
      teller.look()
    }),
    one("messages/of-a-stranger", ["IPSX-PCH-001", "IPSX-AGR-010"], (teller) => {
      const of = agreed(teller)
      teller.report(13, { ...status(of, 0, 1, 3), author: stranger })
      teller.look()
    }),
    one("messages/of-an-unknown-deal", ["IPSX-AGR-010"], (teller) => {
      teller.report(1, { type: "Accept", id: Cast.id(5), author: provider })
    }),
    one("lag/pauses-and-clears", ["IPSX-AGR-034", "IPSX-AGR-033"], (teller) => {
      const of = serving(teller)
      teller.report(100, status(of, 0, 2, 3, 3))
      teller.report(110, status(of, 1, 2, 3))
      teller.look()
    }),
    one("silence/pauses-the-partner", ["IPSX-AGR-033"], (teller) => {
      const of = serving(teller)
      teller.report(100, status(of, 0, 2, 3, 5))
      teller.look()
    }),
    one("cover/not-covered", ["IPSX-WAL-007"], (teller) => {
      teller.order(Sample.offer())
      teller.order(Sample.request({ owner: Cast.address(4) }))
      teller.order(Sample.request({ limit: Cast.tokens(1000) }))
      teller.look()
    }),
    one("cancelled/on-the-chain", ["IPSX-AGR-022"], (teller) => {
      teller.order(Sample.offer())
      teller.mine(12, { type: "CancelOrders", sender: provider, minimum: 2 })
      teller.order(Sample.request(), 13)
    }),
    one("cancelled/order", ["IPSX-ORD-023"], (teller) => {
      teller.order(Sample.offer())
      teller.say({ type: "cancel", id: Cast.id(101), owner: stranger, now: teller.at(1) })
      teller.say({ type: "cancel", id: Cast.id(101), owner: provider, now: teller.at(2) })
      teller.order(Sample.request(), 3)
    }),
    one("newcomer/prepays-once", ["IPSX-PAY-009", "IPSX-PRO-003"], (teller) => {
      const of = serving(teller)
      teller.mine(300, settle(of, Cast.tokens(30)))
      teller.order(Sample.request({ id: Cast.id(103) }), 301)
      teller.look()
    }),
    one("double/opened-twice", ["IPSX-AGR-021"], (teller) => {
      const of = agreed(teller)
      teller.mine(24, open(of))
      teller.look()
    }),
    one("several/fills-of-one-request", ["IPSX-MAT-008", "IPSX-SIG-004"], (teller) => {
      teller.order(Sample.offer({ resource: Sample.resource({ addresses: 2 }) }))
      teller.order(
        Sample.offer({
          id: Cast.id(111),
          owner: stranger,
          resource: Sample.resource({ id: Cast.id(8), first: "240.0.9.1" }),
        }),
      )
      teller.order(Sample.request({ addresses: 4 }))
      teller.look()
    }),
    one("expired/orders", ["IPSX-ORD-025"], (teller) => {
      teller.order(Sample.request())
      teller.say({ type: "advance", now: teller.at(3600) })
      teller.order(Sample.offer(), 3601)
    }),
  ]
}

export const groups: ReadonlyArray<Group> = Sets.each((set, suffix) => ({
  class: "exchange/1",
  group: `exchange/story${suffix}`,
  about: "Whole deals, from two orders to the settled wallets",
  why: "Each part may be right by itself and the whole still pay, serve or match what it should not.",
  roles: ["exchange"],
  requirements: ["IPSX-AGR-001"],
  params: params(set),
  shared: true,
  cases: stories(set),
}))
