// Which seats a request takes of a piece, judged by going through them one by one.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Pick from "../../src/matching/Pick.ts"
import * as Resting from "../../src/matching/Resting.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import { epoch, offer as anyOffer, request as anyRequest } from "../arbitrary/order.ts"

const [someOffer] = fc.sample(anyOffer(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Offer]
const [someRequest] = fc.sample(anyRequest(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Request]

const piece = fc.record({
  // Ranges that begin shortly before the end of a /24 or a /48, in two networks and three numberings of seats.
  begins: fc.integer({ min: 248, max: 262 }),
  version: fc.constantFrom(4 as const, 4 as const, 6 as const),
  network: fc.nat(1),
  concurrency: fc.integer({ min: 1, max: 3 }),
  first: fc.nat(6),
  seats: fc.integer({ min: 1, max: 24 }),
  wanted: fc.integer({ min: 1, max: 12 }),
  seatsMax: fc.integer({ min: 1, max: 6 }),
})
const caps = fc.record({
  group: fc.integer({ min: 1, max: 8 }),
  network: fc.integer({ min: 1, max: 14 }),
})

const firstOf = (begins: number, version: 4 | 6): Ip.Ip =>
  version === 4
    ? Ip.simulatedAt(begins, 4)
    : Ip.simulatedAt(
        BigInt(Math.floor(begins / 256)) * 2n ** 80n + 2n ** 80n - 260n + BigInt(begins),
        6,
      )

it("IPSX-MAT-040, IPSX-MAT-008, IPSX-MAT-009 a request takes the lowest seats of addresses that it has not had, within its caps, in runs of at most so many", () => {
  let taken = 0
  fc.assert(
    fc.property(
      fc.array(piece, { minLength: 1, maxLength: 6 }),
      caps,
      (pieces, { group, network }) => {
        const request = Resting.request({
          order: { ...someRequest, maxPerGroup: group, maxPerNetwork: network },
          rating: 500,
          sequence: 1,
        })
        const had = new Set<string>()
        const groups = new Map<string, number>()
        const networks = new Map<number, number>()
        const add = <K>(map: Map<K, number>, key: K) => map.set(key, (map.get(key) ?? 0) + 1)
        for (const { begins, version, first, seats, wanted, seatsMax, ...rest } of pieces) {
          const start = firstOf(begins, version)
          const offer = Resting.offer({
            order: {
              ...someOffer,
              resource: {
                ...someOffer.resource,
                id: Id.fromNumber(begins),
                first: start,
                addresses: 12,
                ...rest,
              },
            },
            rating: 500,
            sequence: 1,
          })
          const expected: Array<number> = []
          for (let seat = first; seat < first + seats && expected.length < wanted; seat++) {
            const address = Ip.at(start, Math.floor(seat / rest.concurrency))
            const inGroup = `${version} ${Ip.group(Ip.value(address), version)}`
            if (had.has(address)) continue
            if ((groups.get(inGroup) ?? 0) >= group) continue
            if ((networks.get(rest.network) ?? 0) >= network) continue
            expected.push(seat)
            had.add(address)
            add(groups, inGroup)
            add(networks, rest.network)
          }
          const runs = Pick.runs(
            { offer, first, seats, from: epoch, to: epoch + 10 },
            request,
            wanted,
            seatsMax,
          )
          const picked = runs.flatMap((run) =>
            [...Array(run.seats).keys()].map((n) => run.first + n),
          )
          expect(picked).toEqual(expected)
          for (const [at, run] of runs.entries()) {
            expect(run.seats).toBeLessThanOrEqual(seatsMax)
            const next = runs[at + 1]
            // Neighbours are one run, as far as it may be.
            if (next !== undefined && run.first + run.seats === next.first)
              expect(run.seats).toBe(seatsMax)
          }
          taken += picked.length
        }
        // What it has had is on its account, whoever offered it.
        const noted = request.tally.addresses.flatMap(({ first, from, to }) =>
          [...Array(to - from).keys()].map((n) => Ip.at(first, from + n)),
        )
        expect(noted.toSorted()).toEqual([...had].toSorted())
        expect([...request.tally.groups.values()].toSorted()).toEqual(
          [...groups.values()].toSorted(),
        )
        expect(request.tally.networks).toEqual(networks)
      },
    ),
    { numRuns: 500 },
  )
  expect(taken).toBeGreaterThan(1000)
})
