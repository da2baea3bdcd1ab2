// What the exchange once did wrong, each in the shortest form.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Exchange from "../../src/Exchange.ts"
import * as Id from "../../src/model/Id.ts"
import * as Profile from "../../src/model/Profile.ts"
import {
  at,
  fresh,
  mine,
  moved,
  offer,
  place,
  proposed,
  provider,
  report,
  request,
  requester,
  run,
  status,
  stranger,
  traded,
} from "../arbitrary/exchange.ts"

const another = request({ id: Id.fromNumber(0x55), nonce: 2, duration: 20 })

it("IPSX-ORD-023 a cancellation by somebody else made the exchange forget the live order", () => {
  const state = fresh()
  run(state, place(offer()))
  run(state, { _tag: "Cancel", id: offer().id, owner: stranger, now: at(1000) })
  expect(traded(run(state, place(request())))).toEqual(["Filled", "Completed"])
})

it("IPSX-ORD-021 an order under the id of a live one took its place in the exchange's records", () => {
  const state = fresh()
  run(state, place(offer()))
  run(state, place(offer({ nonce: 9, maxLag: 40 })))
  const applied = Result.getOrThrow(Exchange.apply(state, place(request())))
  expect(applied.intents[0]).toMatchObject({ deal: { providerNonce: 1, maxLag: 4 } })
})

it("IPSX-AGR-022 orders that were cancelled on the chain went on being matched", () => {
  const state = fresh()
  run(state, place(offer()))
  run(state, mine(1001, { _tag: "CancelOrders", sender: provider, minimum: 2 }))
  expect(traded(run(state, place(request(), 1002)))).toEqual(["Rested"])
})

it("IPSX-AGR-024 an option that was lapsed early gave away the seats of a deal that could still be opened", () => {
  const { state, id, deal } = proposed()
  expect(run(state, { _tag: "Lapse", id, now: deal.validUntil })).toEqual([])
  expect(traded(run(state, place(another, 1005)))).toEqual(["Rested"])
})

it("IPSX-PRO-004 a deal that was disputed and settled counted as kept", () => {
  const { state, id, deal, opening } = proposed()
  run(state, mine(1001, opening), mine(1002, { _tag: "Stop", sender: requester, id }))
  run(state, mine(1003, { _tag: "Dispute", sender: requester, id }))
  run(state, mine(1043, { _tag: "Finalize", sender: stranger, id, deal }))
  expect(state.profiles.get(provider) ?? Profile.empty(provider)).toMatchObject({
    contested: 1,
    settled: 0,
  })
})

it("IPSX-AGR-010 a status that no owner may give itself made the exchange deaf to the next ones", () => {
  const { state, id, opening } = proposed()
  run(state, mine(1001, opening))
  run(state, report(status(id, "provider", 1, "Defaulted")))
  expect(moved(run(state, report(status(id, "provider", 2, "Ready"))))).toEqual(["Provisioned"])
})

it("IPSX-PCH-001 a status that was signed for another channel moved a register", () => {
  const { state, id, opening } = proposed()
  run(state, mine(1001, opening))
  const elsewhere = { channelId: Id.fromNumber(9) }
  expect(run(state, report(status(id, "provider", 1, "Stopped", elsewhere)))).toEqual([])
})
