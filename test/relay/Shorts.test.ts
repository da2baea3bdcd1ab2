// A relay whose policy has short leases run under reservations: what it proposes, what it hears of it, and what its log proves.
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Unsigned } from "../../src/pair-channel/Letter.ts"
import * as Seal from "../../src/pair-channel/Seal.ts"
import * as Market from "../../src/relay/Market.ts"
import * as OrderLog from "../../src/relay/OrderLog.ts"
import * as Service from "../../src/relay/Service.ts"
import * as Shorts from "../../src/relay/Shorts.ts"
import * as Signed from "../../src/signature/Signed.ts"
import {
  addressOf,
  curve,
  keys,
  offer,
  open,
  origin,
  placing,
  request,
  separator,
  type Fixture,
} from "./market.ts"

const standing = { below: 11, lifetime: 600, deals: 3 }
const begin = { ...origin, standing }
const duration = 10

const asked = (n: number) =>
  request({ id: Id.fromNumber(0x200 + n), nonce: n, duration, limit: Amount.of(10n ** 19n) })

/** An offer, and so many requests for ten seconds of it, each when the one before is over. */
const market = async (requests: number, given: Parameters<typeof open>[0] = {}) => {
  const fixture = open({ origin: begin, ...given })
  Result.getOrThrow(await placing(fixture, offer(), "provider"))
  const made: Array<ReadonlyArray<Id.Id>> = []
  for (let n = 1; n <= requests; n++) {
    made.push(Result.getOrThrow(await placing(fixture, asked(n), "requester")).deals)
    fixture.now += duration
  }
  return { fixture, made }
}

const tell = async (
  { service, proposed }: Fixture,
  who: "provider" | "requester",
  unsigned: Unsigned,
) => {
  const { id, deal } = proposed[0]!
  const role = who === "provider" ? 0 : 1
  const letter = await Seal.sign(
    { curve, separator, id, deal },
    role,
    1,
    unsigned,
    async (digest) => Signed.sign(curve, digest, keys[who]),
  )
  return Service.report(service, { id, role, seq: 1, letter })
}

const replays = (fixture: Fixture) => Market.replay(curve, fixture.store.all())

describe("a relay with a policy of reservations", () => {
  it("IPSX-MAT-046 IPSX-AGR-070 proposes one reservation, and short deals under it, to which its log commits", async () => {
    const { fixture, made } = await market(3)
    const { proposed, shorts } = fixture
    expect(proposed.map(({ deal }) => [deal.seats, deal.end - deal.start])).toEqual([[0, 600]])
    const [{ id }] = proposed as [Market.Proposal]
    expect(shorts.map((one) => [one.id, one.short.nonce, one.request.nonce])).toEqual([
      [id, 1, 1],
      [id, 2, 2],
      [id, 3, 3],
    ])
    const digests = shorts.map(({ digest }) => digest)
    expect(made).toEqual([[id, digests[0]], [digests[1]], [digests[2]]])
    const { market: again } = Result.getOrThrow(replays(fixture))
    expect(Shorts.all(again)).toEqual(Shorts.all(fixture.service.market))
    const entries = [...fixture.store.all()]
    const logged = entries.flatMap(({ deals }) => deals)
    expect(logged).toEqual([id, ...digests])
    // One that hides a short deal is refused, though well signed.
    let previous = Id.zero
    const forged = entries.map((entry) => {
      const deals = entry.deals.filter((one) => one !== digests[1])
      const hash = OrderLog.hash(curve, previous, { ...entry, deals })
      previous = hash
      const digest = OrderLog.digest(curve, origin.place, { number: entry.number, hash })
      return { ...entry, deals, hash, signature: Signed.sign(curve, digest, keys.relay) }
    })
    expect(() => Result.getOrThrow(Market.replay(curve, forged))).toThrow(/deals do not follow/)
  })

  it("IPSX-MAT-046 proposes none for leases that are not short, and without such a policy", async () => {
    const long = await market(0)
    const minute = request({ duration: 11, limit: Amount.of(10n ** 19n) })
    Result.getOrThrow(await placing(long.fixture, minute, "requester"))
    const { fixture: plain } = await market(1, { origin })
    for (const { proposed, shorts } of [long.fixture, plain])
      expect([proposed.map(({ deal }) => deal.seats), shorts]).toEqual([[1], []])
  })

  it("IPSX-AGR-078 IPSX-AGR-079 hears from both sides how a short deal goes, and has no more of it when it is over", async () => {
    const { fixture } = await market(1)
    const { service, shorts, proposed } = fixture
    const { short: shortDeal } = shorts[0]!
    const voucher = { channelId: proposed[0]!.id, cumulativeAmount: Amount.of(7n) }
    const end = { _tag: "ShortEnd", nonce: 1, charged: Amount.of(7n), voucher } as const
    for (const who of ["requester", "provider"] as const)
      Result.getOrThrow(await tell(fixture, who, { _tag: "ShortDeal", shortDeal }))
    const pair = service.market.exchange.standing!.pairs.get(proposed[0]!.id)!
    Result.getOrThrow(await tell(fixture, "requester", end))
    expect(Shorts.all(service.market).length).toBe(1)
    Result.getOrThrow(await tell(fixture, "provider", end))
    expect([pair.books.spent, Shorts.all(service.market)]).toEqual([7n, []])
    expect(Result.isSuccess(replays(fixture))).toBe(true)
    const forged = await tell(fixture, "requester", {
      ...end,
      voucher: { ...voucher, channelId: Id.zero },
    })
    expect(Result.isFailure(forged) && forged.failure._tag).toBe("WrongChannel")
  })

  it("IPSX-AGR-078 gives the seats of one that is declined back to the book, and lets one lapse of which nobody says the end", async () => {
    const { fixture } = await market(1)
    fixture.now -= duration
    Result.getOrThrow(await tell(fixture, "provider", { _tag: "ShortDecline", nonce: 1 }))
    expect(Shorts.all(fixture.service.market)).toEqual([])
    Result.getOrThrow(await placing(fixture, asked(2), "requester"))
    expect(fixture.shorts.map(({ short }) => short.nonce)).toEqual([1, 2])
    fixture.now += 20
    Service.tick(fixture.service)
    expect(Shorts.all(fixture.service.market).length).toBe(1)
    fixture.now += 10
    Service.tick(fixture.service)
    expect(Shorts.all(fixture.service.market)).toEqual([])
    expect(Result.isSuccess(replays(fixture))).toBe(true)
  })

  it("IPSX-AGR-073 retires a reservation that covers no more, and one that is declined", async () => {
    const { fixture } = await market(4)
    const { proposed, shorts, retired } = fixture
    // The caps of three that nobody has ended are all that it has.
    expect(proposed.length).toBe(2)
    expect(retired).toEqual([proposed[0]!.id])
    expect(shorts[3]!.id).toBe(proposed[1]!.id)
    const told = Service.shortsOf(fixture.service, addressOf("requester"))
    expect([told.shorts.length, told.retired]).toEqual([4, retired])
    expect(Service.shortsOf(fixture.service, addressOf("thief"))).toEqual({
      shorts: [],
      retired: [],
    })
    const { fixture: refused } = await market(1)
    Result.getOrThrow(await tell(refused, "provider", { _tag: "Decline" }))
    Result.getOrThrow(await placing(refused, asked(2), "requester"))
    expect(refused.proposed.length).toBe(2)
    expect(Result.isSuccess(replays(refused))).toBe(true)
  })

  it("IPSX-MAT-037 answers a request placed once more with its short deal, also after a restart", async () => {
    const { fixture, made } = await market(2)
    expect(Result.getOrThrow(await placing(fixture, asked(2), "requester")).deals).toEqual(made[1])
    const later = open({ store: fixture.store, origin: begin })
    expect(Result.getOrThrow(await placing(later, asked(2), "requester")).deals).toEqual(made[1])
  })

  it("IPSX-MAT-031 refuses to go on with a log that was begun with another policy", async () => {
    const { fixture } = await market(1)
    const { store } = fixture
    expect(() => open({ store, origin })).toThrow(/begun with --standing 11,600,3/)
    const other = { ...origin, standing: { ...standing, deals: 4 } }
    expect(() => open({ store, origin: other })).toThrow(/begun with --standing 11,600,3/)
  })
})
