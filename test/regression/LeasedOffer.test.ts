// An offer whose whole range was leased already, with a number above those of all offers that ever had something free:
// the book looked for its free pieces beyond the end of a list, and the command threw.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import type { Command } from "../../src/matching/Command.ts"
import * as PriceTime from "../../src/matching/PriceTime.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as Time from "../../src/model/Time.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, offer, request, rules } from "../arbitrary/order.ts"

const [offered] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 })
const [wanted] = fc.sample(request(1, epoch), { numRuns: 1, seed: 3 })
const end = Time.seconds(epoch + 20)
const place = (order: Extract<Command, { _tag: "Place" }>["order"]): Command => ({
  _tag: "Place",
  rating: 500,
  order,
})

const selling = (id: number, range: number, price: number): Command =>
  place({
    ...offered!,
    id: Id.fromNumber(id),
    owner: address(1000 + range),
    nonce: id,
    from: Time.seconds(epoch),
    to: end,
    expiresAt: end,
    minLease: 3,
    resource: {
      ...offered!.resource,
      id: Id.fromNumber(0x9000 + range),
      first: Ip.simulatedAt(256 * range, 4),
      addresses: 1,
      concurrency: 1,
    },
    requester: Filter.any.provider,
    tariff: { perSecond: Amount.zero, perByte: Amount.zero, setup: Amount.of(BigInt(price)) },
  })

const buying = place({
  ...wanted!,
  id: Id.fromNumber(0x7777),
  owner: address(99),
  addresses: 1,
  minimum: 1,
  duration: 20,
  window: null,
  filter: Filter.any,
  maxPerGroup: 1,
  maxPerNetwork: 1,
  limit: Amount.of(1n),
  perSecondLimit: null,
})

it("IPSX-MAT-020: an offer of leased seats rests, whatever number it has", () => {
  const commands: ReadonlyArray<Command> = [
    selling(1, 1, 1),
    buying,
    { _tag: "Cancel", order: Id.fromNumber(1), owner: address(1001) },
    // As many as an empty book has room for, and then the range that is leased.
    ...Array.from({ length: 64 }, (_, at) => selling(100 + at, 100 + at, 5)),
    selling(2, 1, 1),
  ]
  const [book, definition] = [PriceTime.priceTime, PriceTime.definition].map((policy) =>
    policy.open(rules, epoch),
  )
  const events = commands.map((command) => {
    const answer = book!.apply(command)
    expect(answer).toEqual(definition!.apply(command))
    return answer.map(({ _tag }) => _tag)
  })
  expect(events[1]).toEqual(["Filled", "Completed"])
  expect(events.at(-1)).toEqual(["Rested"])
})
