// Whoever knew the id of an order could place one of its own under it: the relay refused that, and from then on told the
// refused one as the order that deals come from, which no party takes up. Ids are in everybody's list of offers.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import { addressOf, offer, open, placing, request } from "../relay/market.ts"

it("IPSX-MAT-042 an order under the id of another's is refused, and the known one stays what it is", async () => {
  const fixture = open()
  Result.getOrThrow(await placing(fixture, offer(), "provider"))
  const thief = { owner: addressOf("thief"), nonce: 1 }
  for (const order of [offer(thief), request({ ...thief, id: offer().id })])
    expect(await placing(fixture, order, "thief")).toMatchObject({
      failure: { _tag: "OrderRefused", reason: "another order has its id" },
    })
  // Nothing is kept of who was refused.
  expect(fixture.service.market.exchange.ledger.wallets.has(addressOf("thief"))).toBe(false)
  Result.getOrThrow(await placing(fixture, request(), "requester"))
  expect(fixture.proposed.map((proposal) => proposal.offer)).toEqual([offer()])
  // Nor once it has left the book, for as long as there is a deal of it.
  expect(await placing(fixture, request({ ...thief, id: request().id }), "thief")).toMatchObject({
    failure: { _tag: "OrderRefused" },
  })
})

it("IPSX-MAT-033 what is refused leaves nothing behind", async () => {
  const fixture = open({ balance: 0n })
  const { orders, exchange } = fixture.service.market
  for (let nonce = 1; nonce < 5; nonce++)
    expect(Result.isFailure(await placing(fixture, request({ nonce }), "requester"))).toBe(true)
  expect([orders.size, exchange.ledger.wallets.has(addressOf("requester"))]).toEqual([0, false])
})
