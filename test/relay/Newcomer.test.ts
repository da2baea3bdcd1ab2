import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Service from "../../src/relay/Service.ts"
import { offer, open, placing, request } from "./market.ts"

it("IPSX-PAY-009 IPSX-PRO-002 a requester whose deal the chain has settled is no newcomer for the relay", async () => {
  const fixture = open()
  Result.getOrThrow(await placing(fixture, offer(), "provider"))
  Result.getOrThrow(await placing(fixture, request(), "requester"))
  const { id, deal } = fixture.proposed[0]!
  expect(deal.prepaid).toBeGreaterThan(0n)
  const { provider, requester, cap, bond, start, end } = deal
  Service.observe(
    fixture.service,
    { _tag: "DealOpened", id, provider, requester, cap, bond, start, end },
    7,
  )
  fixture.now += 5
  Service.observe(
    fixture.service,
    {
      _tag: "DealSettled",
      id,
      cumulative: Amount.of(deal.prepaid),
      penaltyProvider: Amount.zero,
      penaltyRequester: Amount.zero,
      receipt: Id.zero,
    },
    8,
  )
  Result.getOrThrow(
    await placing(fixture, request({ id: Id.fromNumber(0x99), nonce: 9 }), "requester"),
  )
  expect(fixture.proposed[1]!.deal.prepaid).toBe(0n)
})
