// A relay let options lapse by its own clock: while the chain stood still, a deal that was open on it was given up, and its
// seats were proposed to others. And a deal that was open lapsed in the log twice a second, for as long as it lasted.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Service from "../../src/relay/Service.ts"
import * as Market from "../relay/market.ts"

const proposed = async () => {
  const fixture = Market.open()
  Result.getOrThrow(await Market.placing(fixture, Market.offer(), "provider"))
  Result.getOrThrow(await Market.placing(fixture, Market.request(), "requester"))
  return { fixture, service: fixture.service, ...fixture.proposed[0]! }
}

it("IPSX-AGR-024 an option lapses by a final block, and not by the relay's clock", async () => {
  const { fixture, service, id, deal } = await proposed()
  const isKnown = () => Result.isSuccess(Service.deal(service, id))
  fixture.now = deal.validUntil + 600
  service.finalAt = deal.validUntil
  Service.tick(service)
  expect(isKnown()).toBe(true)
  service.finalAt = deal.validUntil + 1
  Service.tick(service)
  expect(isKnown()).toBe(false)
  expect(service.market.proposals.size).toBe(0)
})

it("IPSX-MAT-031 a deal that is open leaves nothing in the log when its option is over", async () => {
  const { fixture, service, id, deal } = await proposed()
  const { provider, requester, cap, bond, start, end, validUntil } = deal
  const log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end } as const
  Service.observe(service, log, 7)
  fixture.now = service.finalAt = validUntil + 20
  const { number } = service.last
  for (let tick = 0; tick < 3; tick++) Service.tick(service)
  expect(service.last.number).toBe(number)
})
