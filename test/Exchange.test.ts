// The whole protocol from the order to the settlement, through its one function.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Exchange from "../src/Exchange.ts"
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import * as Amount from "../src/model/Amount.ts"
import * as DealBook from "../src/model/DealBook.ts"
import * as Fee from "../src/model/Fee.ts"
import * as Id from "../src/model/Id.ts"
import * as Ledger from "../src/model/Ledger.ts"
import * as Parameters from "../src/model/Parameters.ts"
import * as Profile from "../src/model/Profile.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import { token } from "./arbitrary/deal.ts"
import {
  at,
  digest,
  doings,
  fresh,
  mine,
  moved,
  offer,
  perSecond,
  place,
  play,
  proposed,
  provider,
  report,
  request,
  requester,
  run,
  status,
  stranger,
  traded,
} from "./arbitrary/exchange.ts"

it("IPSX-MAT-010 two orders that match become a deal in the book, with the combined terms of both", () => {
  const { state, id, deal, applied } = proposed()
  expect(traded(applied.events)).toEqual(["Filled", "Completed"])
  expect(applied.intents).toEqual([{ _tag: "Propose", id, deal }])
  expect(deal).toMatchObject({
    provider,
    requester,
    offer: offer().id,
    request: request().id,
    cap: 60n * perSecond,
    start: 1000,
    end: 1060,
    seats: 1,
  })
  expect(DealBook.get(state.book, id)).toMatchObject({ status: "Proposed", providerId: provider })
  expect([...state.orders.keys()]).toEqual([offer().id])
})

it("IPSX-AGR-001 the deal book follows a deal from Proposed to Settled", () => {
  const { state, id, opening } = proposed()
  const authors = { provider, requester }
  const settle: Transaction = {
    _tag: "Settle",
    sender: provider,
    id,
    cumulative: Amount.of(30n * perSecond),
    receipt: Id.zero,
    authors,
  }
  const events = run(
    state,
    report({ _tag: "Accept", id, author: provider }),
    report({ _tag: "Accept", id, author: requester }),
    mine(1001, opening),
    report(status(id, "provider", 1, "Ready")),
    report(status(id, "requester", 1, "Ready")),
    report(status(id, "requester", 2, "Paused")),
    report(status(id, "requester", 3, "Ready")),
    report(status(id, "requester", 4, "Stopped")),
    mine(1031, settle),
  )
  expect(moved(events)).toEqual([
    "Proposed",
    "Agreed",
    "Provisioning",
    "Provisioned",
    "Active",
    "Suspended",
    "Active",
    "Closing",
    "Settled",
  ])
  // What is over is counted, and kept no longer.
  expect(DealBook.get(state.book, id)).toBe(undefined)
  expect(DealBook.count(state.book, "Settled")).toBe(1)
  expect(state.entries.size).toBe(0)
})

it("IPSX-WAL-007 a request is taken only from a wallet that covers its worst case and the least commission", () => {
  const needed = Fee.openingCost(60n * perSecond, Parameters.small)
  const having = (balance: bigint) => {
    const state = fresh()
    run(
      state,
      mine(1000, {
        _tag: "Withdraw",
        sender: requester,
        amount: Amount.of(100n * token - balance),
      }),
    )
    return { state, before: digest(state), outcome: Exchange.apply(state, place(request())) }
  }
  expect(Result.isSuccess(having(needed).outcome)).toBe(true)
  const { state, before, outcome } = having(needed - 1n)
  expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
    _tag: "Uncovered",
    available: needed - 1n,
    needed,
  })
  expect(digest(state)).toBe(before)
})

it("IPSX-ORD-021 a command that fails leaves books, ledger, deals and profiles as they were", () => {
  const { state, id } = proposed()
  const before = digest(state)
  const failing: ReadonlyArray<Exchange.Command> = [
    place(request({ id: Id.fromNumber(0x33), limit: Amount.of(10n ** 27n) })),
    report({ _tag: "Accept", id: Id.fromNumber(77), author: provider }),
    report({ _tag: "Accept", id, author: stranger }),
    report({ _tag: "Decline", id, author: stranger }),
    { _tag: "Lapse", id: Id.fromNumber(77), now: at(5000) },
  ]
  for (const command of failing) {
    const outcome = Exchange.apply(state, command)
    expect(Result.isFailure(outcome)).toBe(true)
    expect(Result.isFailure(outcome) && outcome.failure.message).not.toBe("")
    expect(digest(state)).toBe(before)
  }
})

it("IPSX-ORD-023 an order is cancelled by its owner and nobody else, and stays matchable until then", () => {
  const state = fresh()
  run(state, place(offer()))
  const cancel = (owner: typeof provider): Exchange.Command => ({
    _tag: "Cancel",
    id: offer().id,
    owner,
    now: at(1001),
  })
  expect(traded(run(state, cancel(stranger)))).toEqual(["Rejected"])
  expect(state.orders.get(offer().id)).toEqual(offer())
  expect(traded(run(state, cancel(provider)))).toEqual(["Cancelled"])
  expect(state.orders.size).toBe(0)
  expect(traded(run(state, place(request(), 1002)))).toEqual(["Rested"])
})

it("IPSX-AGR-022 orders that the chain has cancelled are not matched any more", () => {
  const state = fresh()
  run(state, place(offer()))
  const events = run(state, mine(1001, { _tag: "CancelOrders", sender: provider, minimum: 2 }))
  expect(traded(events)).toEqual(["Cancelled"])
  expect(traded(run(state, place(request(), 1002)))).toEqual(["Rested"])
  expect(traded(run(state, place(offer({ id: Id.fromNumber(0x44) }), 1003)))).toEqual(["Rejected"])
  const again = offer({ id: Id.fromNumber(0x45), nonce: 2 })
  expect(traded(run(state, place(again, 1003)))).toEqual(["Rested", "Filled", "Completed"])
})

it("IPSX-MAT-013, IPSX-MAT-045 what a declined, lapsed or early ended deal does not use can be leased again", () => {
  const another = (now: number) =>
    place(request({ id: Id.fromNumber(0x55), nonce: 2, duration: 20 }), now)
  const taken = proposed()
  expect(traded(run(taken.state, another(1001)))).toEqual(["Rested"])

  const declined = proposed()
  run(declined.state, report({ _tag: "Decline", id: declined.id, author: provider }))
  expect(traded(run(declined.state, another(1001)))).toEqual(["Filled", "Completed"])

  // IPSX-MAT-045: its provider may be about to accept what a requester has declined.
  const refused = proposed()
  run(refused.state, report({ _tag: "Decline", id: refused.id, author: requester }))
  expect(traded(run(refused.state, another(1001)))).toEqual(["Rested"])
  const denied = report({ _tag: "Decline", id: refused.id, author: provider })
  expect(traded(run(refused.state, denied))).toEqual(["Released", "Filled", "Completed"])

  const lapsed = proposed()
  const lapse = (now: number): Exchange.Command => ({ _tag: "Lapse", id: lapsed.id, now: at(now) })
  expect(run(lapsed.state, lapse(lapsed.deal.validUntil))).toEqual([])
  expect(moved(run(lapsed.state, lapse(lapsed.deal.validUntil + 1)))).toEqual(["Declined"])
  expect(traded(run(lapsed.state, another(lapsed.deal.validUntil + 1)))).toContain("Filled")

  const ended = proposed()
  run(ended.state, mine(1001, ended.opening))
  const stop: Transaction = { _tag: "Stop", sender: requester, id: ended.id }
  expect(traded(run(ended.state, mine(1010, stop)))).toEqual(["Released"])
  expect(traded(run(ended.state, another(1011)))).toEqual(["Filled", "Completed"])
})

it("IPSX-MAT-013 a deal gives its seats back once, and an opened one not by lapsing", () => {
  const { state, id, opening } = proposed()
  run(state, mine(1001, opening))
  expect(run(state, { _tag: "Lapse", id, now: at(1100) })).toEqual([])
  const stops = [requester, provider].map((sender): Transaction => ({ _tag: "Stop", sender, id }))
  expect(traded(run(state, mine(1010, stops[0]!), mine(1011, stops[1]!)))).toEqual(["Released"])
})

it("IPSX-AGR-010 nobody but its owner moves a register, and only in its turn", () => {
  const { state, id, opening } = proposed()
  run(state, mine(1001, opening))
  const silent = [
    status(id, "provider", 2, "Ready"),
    status(id, "provider", 0, "Ready"),
    status(id, "provider", 1, "Ready", { channelId: Id.fromNumber(9) }),
    status(id, "provider", 1, "Ready", { role: 1 }),
  ]
  for (const message of silent) expect(run(state, report(message))).toEqual([])
  expect(moved(run(state, report(status(id, "provider", 1, "Ready"))))).toEqual(["Provisioned"])
  expect(run(state, report(status(id, "provider", 1, "Stopped")))).toEqual([])
  // A register that no owner gives itself is heard, counted and not obeyed.
  expect(run(state, report(status(id, "provider", 2, "Defaulted")))).toEqual([])
  expect(moved(run(state, report(status(id, "provider", 3, "Paused"))))).toEqual(["Suspended"])
  const stolen = { ...status(id, "provider", 4, "Stopped"), author: stranger }
  expect(Result.isFailure(Exchange.apply(state, report(stolen)))).toBe(true)
})

it("IPSX-PRO-002 IPSX-PRO-004 IPSX-PRO-006 profiles follow the final statuses: settled, contested, breached", () => {
  const end = (now: number, id: Id.Id, deal: Exchange.Entry["deal"]): Exchange.Command =>
    mine(now, { _tag: "Finalize", sender: stranger, id, deal })
  const rates = (state: Exchange.Exchange) =>
    [provider, requester].map((owner) => {
      const { settled, contested, breached, deals } =
        state.profiles.get(owner) ?? Profile.empty(owner)
      return { settled, contested, breached, deals }
    })
  const kept = { settled: 1, contested: 0, breached: 0, deals: 1 }

  const good = proposed()
  run(
    good.state,
    mine(1001, good.opening),
    mine(1060, { _tag: "Expire", sender: stranger, id: good.id }),
  )
  expect(rates(good.state)[0]?.deals).toBe(0)
  run(good.state, end(1080, good.id, good.deal))
  expect(rates(good.state)).toEqual([kept, kept])

  const challenge = (id: Id.Id): Transaction => ({ _tag: "Challenge", sender: requester, id })
  const bad = proposed()
  run(bad.state, mine(1001, bad.opening), mine(1010, challenge(bad.id)))
  run(bad.state, mine(1025, { _tag: "Convict", sender: stranger, id: bad.id }))
  run(bad.state, end(1045, bad.id, bad.deal))
  expect(rates(bad.state)).toEqual([{ ...kept, settled: 0, breached: 1 }, kept])
  expect(DealBook.count(bad.state.book, "BreachedByProvider")).toBe(1)

  const contested = { ...kept, settled: 0, contested: 1 }
  const cured = proposed()
  run(cured.state, mine(1001, cured.opening), mine(1010, challenge(cured.id)))
  run(cured.state, mine(1012, { _tag: "Answer", sender: provider, id: cured.id }))
  run(cured.state, end(1032, cured.id, cured.deal))
  expect(rates(cured.state)).toEqual([contested, contested])

  const disputed = proposed()
  run(disputed.state, mine(1001, disputed.opening))
  run(disputed.state, mine(1010, { _tag: "Stop", sender: requester, id: disputed.id }))
  run(disputed.state, mine(1011, { _tag: "Dispute", sender: provider, id: disputed.id }))
  run(disputed.state, end(1051, disputed.id, disputed.deal))
  expect(rates(disputed.state)).toEqual([contested, contested])

  const unpaid = proposed()
  const { id, deal } = unpaid
  const demand: Transaction = {
    _tag: "Demand",
    sender: provider,
    id,
    deal,
    due: deal.pricePerSecond,
  }
  run(unpaid.state, mine(1001, unpaid.opening), mine(1010, demand))
  run(unpaid.state, mine(1045, { _tag: "Lapse", sender: stranger, id }))
  expect(rates(unpaid.state)[0]?.deals).toBe(0)
  run(unpaid.state, end(1100, id, deal))
  expect(rates(unpaid.state)).toEqual([contested, contested])
})

it("IPSX-PAY-009 a requester prepays until its first deal is settled", () => {
  const { state, id, deal, opening } = proposed()
  expect(deal.prepaid).toBe(2n * perSecond)
  run(state, mine(1001, opening), mine(1060, { _tag: "Expire", sender: stranger, id }))
  run(state, mine(1080, { _tag: "Finalize", sender: stranger, id, deal }))
  const next = request({ id: Id.fromNumber(0x66), nonce: 2 })
  const applied = Result.getOrThrow(Exchange.apply(state, place(next, 1081)))
  expect(applied.intents[0]).toMatchObject({ _tag: "Propose", deal: { prepaid: 0n } })
})

/** Pairs of open deals that have a seat and a time to come in common: a booking ends with its lease. */
const leasedTwice = ({ channels }: Ledger.Ledger, now: number) => {
  const open = [...channels.values()].filter(
    ({ phase, deal }) => phase === "Open" && deal.end > now,
  )
  return open.flatMap(({ deal: a }, at) =>
    open
      .slice(at + 1)
      .filter(
        ({ deal: b }) =>
          a.provider === b.provider &&
          a.resource === b.resource &&
          a.start < b.end &&
          b.start < a.end &&
          a.firstSeat < b.firstSeat + b.seats &&
          b.firstSeat < a.firstSeat + a.seats,
      )
      .map((b) => [a, b.deal]),
  )
}

it("IPSX-WAL-005 IPSX-MAT-020 whatever is asked of it, tokens are conserved and no seat is leased twice", () => {
  let [opened, matched, runs] = [0, 0, 0]
  fc.assert(
    fc.property(doings(40), (stream) => {
      const { state, deals } = play(stream, ({ ledger, orders, market }, events) => {
        expect(Ledger.surplus(ledger)).toBe(0n)
        for (const event of events)
          if (event._tag === "Mined") expect(leasedTwice(ledger, event.mined.timestamp)).toEqual([])
        const { offers, requests } = market.snapshot()
        const live = [...offers, ...requests].map(({ entry }) => entry.order)
        for (const order of live) expect(orders.get(order.id)).toBe(order)
        expect(orders.size).toBe(live.length)
      })
      runs++
      matched += deals.length
      const served = [...state.ledger.channels.values()]
      opened += served.length
      for (const { agreement } of state.entries.values())
        expect(Agreement.status(agreement)).not.toBe("Anomalous")
    }),
    { numRuns: 60 },
  )
  // The streams are dense: most of them match and open something.
  expect(matched).toBeGreaterThan(2 * runs)
  expect(opened).toBeGreaterThan(runs / 2)
})

it("IPSX-MAT-002 the same commands give the same events and the same state", () => {
  fc.assert(
    fc.property(doings(40), (stream) => {
      const [first, second] = [play(stream), play(stream)]
      expect(second.all).toEqual(first.all)
      expect(digest(second.state)).toBe(digest(first.state))
    }),
    { numRuns: 30 },
  )
})
