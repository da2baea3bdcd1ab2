// What somebody wants to rent, as it is written on a command line.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Wish from "../../src/live/Wish.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"

const by = { owner: address(1), id: Id.fromNumber(1), nonce: 1, now: Time.seconds(1000) }

it("IPSX-ORD-009 is a request for one address, or for several neighbours in one deal", () => {
  const requested = (...more: ReadonlyArray<string>) =>
    Result.getOrThrow(
      Result.flatMap(Wish.parse(["seconds=60", "limit=2", ...more]), (wish) =>
        Wish.request(wish, by),
      ),
    )
  expect(requested()).toMatchObject({ addresses: 1, minimum: 1, maxPerNetwork: 1 })
  // All or none: whoever wants three has no use for two.
  const three = { addresses: 3, minimum: 3, maxPerGroup: 3, maxPerNetwork: 3 }
  expect(requested("addresses=3")).toMatchObject(three)
})

it.each([
  ["addresses=0", /^addresses: expected 1 to 64, got 0$/],
  ["addresses=65", /^addresses: expected 1 to 64, got 65$/],
  ["addresses=two", /^addresses: expected a whole number, got two$/],
  ["addresses", /^addresses: expected one of .*addresses.*, then = and a value$/],
  ["seconds=", /^seconds: expected a whole number, got $/],
  ["version=5", /^version: expected 4, 6, got 5$/],
])("is refused with %s before a key is opened, and says what was expected", (filter, why) => {
  const read = Wish.parse(["seconds=60", "limit=2", filter])
  expect(Result.isFailure(read) && read.failure.message).toMatch(why)
})
