// Snapshots of the book of integers: they say what the definition's say, and either goes on from the other's.
import { isDeepStrictEqual } from "node:util"
import { expect, it } from "vitest"
import * as PriceTime from "../../../src/matching/PriceTime.ts"
import type { Snapshot } from "../../../src/matching/Policy.ts"
import type { Rectangle } from "../../../src/matching/Capacity.ts"
import { rules } from "../../arbitrary/order.ts"
import { Flow, type Kind } from "../Flow.ts"

const inOrder = (rectangles: ReadonlyArray<Rectangle>): ReadonlyArray<Rectangle> =>
  rectangles.toSorted((a, b) => a.first - b.first || a.from - b.from)

/** What is had again and again is one number or two, by when it came: as single addresses. */
const addresses = (snapshot: Snapshot["requests"][number]): ReadonlyArray<string> =>
  snapshot.tally.addresses
    .flatMap(({ first, from, to, network }) =>
      Array.from(
        { length: to - from },
        (_, n) => `${JSON.stringify(first)} ${from + n} ${network}`,
      ),
    )
    .sort()

/** A snapshot in which nothing is left to the book's own order. */
const plain = (snapshot: Snapshot) => ({
  ...snapshot,
  offers: snapshot.offers.map(({ entry, pieces }) => ({ entry, pieces: inOrder(pieces) })),
  requests: snapshot.requests.map((one) => ({
    entry: one.entry,
    remaining: one.remaining,
    addresses: addresses(one),
    groups: [...one.tally.groups]
      .filter(([, n]) => n > 0)
      .map(([key, n]) => `${key} ${n}`)
      .sort(),
    networks: [...one.tally.networks].filter(([, n]) => n > 0).sort((a, b) => a[0] - b[0]),
  })),
  leases: snapshot.leases
    .map(({ owner, resource, rectangles }) => ({
      owner,
      resource,
      rectangles: inOrder(rectangles),
    }))
    .filter(({ rectangles }) => rectangles.length > 0)
    .toSorted((a, b) => (a.owner + a.resource.id < b.owner + b.resource.id ? -1 : 1)),
  ended: [...snapshot.ended].sort(),
  minimumNonces: [...snapshot.minimumNonces].sort(),
})

const kinds: ReadonlyArray<Kind> = [
  { prices: "several", rules },
  { prices: "plain", rules: { ...rules, scanMax: 6, triesMax: 4, callsMax: 2 } },
]

it.each(kinds)(
  "IPSX-MAT-001: the book and the definition go on from each other's snapshots, $prices prices",
  (kind) => {
    const flow = new Flow(31, kind, 1000)
    let book = PriceTime.priceTime.open(kind.rules, flow.now)
    let definition = PriceTime.definition.open(kind.rules, flow.now)
    let resting = 0
    for (let at = 0; at < 420; at++) {
      const command = flow.next()
      const events = book.apply(command)
      const expected = definition.apply(command)
      if (!isDeepStrictEqual(events, expected)) expect.fail(`command ${at}: ${command._tag}`)
      flow.note(command, events)
      if (at % 30 !== 29) continue
      const [own, other] = [book.snapshot(), definition.snapshot()]
      expect(plain(own)).toEqual(plain(other))
      resting += own.requests.filter(({ tally }) => tally.addresses.length > 0).length
      book = PriceTime.priceTime.restore(kind.rules, at % 60 === 29 ? other : own)
      definition = PriceTime.definition.restore(kind.rules, at % 60 === 29 ? own : other)
    }
    expect(resting).toBeGreaterThan(0)
  },
)
