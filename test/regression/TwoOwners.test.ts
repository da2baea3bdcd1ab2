// Two owners offer the same address. What a request had had was kept by owner, so that it got the address of the one and
// then of the other, and two of its leases had one exit.
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
const end = Time.seconds(epoch + 60)

const selling = (
  owner: number,
  first: bigint,
  addresses: number,
  version: Ip.Version,
): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...offered!,
    id: Id.fromNumber(owner),
    owner: address(owner),
    from: Time.seconds(epoch),
    to: end,
    expiresAt: end,
    resource: {
      ...offered!.resource,
      id: Id.fromNumber(owner),
      first: Ip.simulatedAt(first, version),
      addresses,
      concurrency: 1,
    },
    requester: Filter.any.provider,
    tariff: { perSecond: Amount.zero, perByte: Amount.zero, setup: Amount.of(BigInt(owner)) },
  },
})

const buying = (addresses: number): Command => ({
  _tag: "Place",
  rating: 500,
  order: {
    ...wanted!,
    id: Id.fromNumber(99),
    owner: address(99),
    addresses,
    minimum: 1,
    duration: 10,
    window: null,
    filter: Filter.any,
    maxPerGroup: 100,
    maxPerNetwork: 100,
    limit: Amount.of(99n),
    perSecondLimit: null,
    expiresAt: end,
  },
})

const policies = [PriceTime.priceTime, PriceTime.definition]

it.each(policies)(
  "IPSX-MAT-008 a request gets an address of one owner and not of another again, $name",
  ({ open }) => {
    for (const version of [4, 6] as const) {
      // The ranges begin at other addresses; of version 6 one goes over the end of the lower 32 bits.
      const first = version === 4 ? 253n : 2n ** 32n - 2n
      const market = open(rules, epoch)
      market.apply(selling(1, first, 3, version))
      market.apply(selling(2, first + 2n, 2, version))
      const had = market.apply(buying(9))
      // What comes later is compared with what it had before.
      const later = market.apply(selling(3, first + 1n, 4, version))
      const got = [...had, ...later].flatMap((event) =>
        event._tag === "Filled"
          ? [[Number(event.fill.offer), event.fill.firstSeat, event.fill.seats]]
          : [],
      )
      expect(got).toEqual([
        [1, 0, 3],
        [2, 1, 1],
        [3, 3, 1],
      ])
    }
  },
)
