import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import * as Market from "../../src/relay/Market.ts"
import * as OrderLog from "../../src/relay/OrderLog.ts"
import * as Service from "../../src/relay/Service.ts"
import * as Signed from "../../src/signature/Signed.ts"
import { curve, keys, offer, open, origin, placing, request, signed, stream } from "./market.ts"

const filled = async (n = 24) => {
  const fixture = open()
  for (const [order, who] of stream(n)) {
    fixture.now += 1
    Result.getOrThrow(await placing(fixture, order, who))
  }
  fixture.now += 30
  fixture.service.finalAt = fixture.now
  Service.tick(fixture.service)
  return { ...fixture, entries: [...fixture.store.all()] }
}

/** What a relay would have to do to lie well: hash and sign everything after the change anew. */
const forged = (
  entries: ReadonlyArray<OrderLog.Entry>,
  change: (entry: OrderLog.Entry) => OrderLog.Entry,
): ReadonlyArray<OrderLog.Entry> => {
  let previous = Id.zero
  return entries.map(change).map((entry, number) => {
    const hash = OrderLog.hash(curve, previous, { ...entry, number })
    previous = hash
    const digest = OrderLog.digest(curve, origin.place, { number, hash })
    return { ...entry, number, hash, signature: Signed.sign(curve, digest, keys.relay) }
  })
}

const broken = (entries: ReadonlyArray<OrderLog.Entry>) => {
  const replayed = Market.replay(curve, entries)
  return Result.isFailure(replayed) ? replayed.failure : undefined
}

describe("an order log", () => {
  it("IPSX-MAT-031 IPSX-MAT-032 replays to the same deals, on another machine with nothing but the log", async () => {
    const { entries, proposed } = await filled()
    expect(proposed.length).toBeGreaterThan(5)
    const replayed = Result.getOrThrow(Market.replay(curve, entries))
    const ids = proposed.map(({ id }) => id)
    expect(entries.flatMap(({ deals }) => deals)).toEqual(ids)
    expect([...replayed.market.proposals.keys()].toSorted()).toEqual(
      ids.filter((id) => replayed.market.exchange.entries.has(id)).toSorted(),
    )
  })

  it("IPSX-MAT-031 is refused with any part of any entry changed", async () => {
    const { entries } = await filled(8)
    for (const [at, entry] of entries.entries()) {
      const changes: ReadonlyArray<Partial<OrderLog.Entry>> = [
        { at: Time.seconds(entry.at + 1) },
        { number: entry.number + 1 },
        { deals: [...entry.deals, Id.fromNumber(9)] },
        { hash: Id.fromNumber(5) },
        { signature: `${entry.signature.slice(0, -4)}001b` as never },
      ]
      for (const change of changes) {
        const altered = entries.with(at, { ...entry, ...change })
        expect(broken(altered)?._tag).toBe("BrokenLog")
      }
      if (at < entries.length - 1)
        expect(broken(entries.toSpliced(at, 1))?._tag, `without ${at}`).toBe("BrokenLog")
    }
  })

  it("IPSX-MAT-032 whose relay hides a deal, invents one or swaps two is refused, though well signed", async () => {
    const { entries } = await filled()
    expect(broken(forged(entries, (e) => e))).toBeUndefined()
    const hidden = forged(entries, (e) => ({ ...e, deals: [] }))
    expect(broken(hidden)?.message).toMatch(/its deals do not follow: expected 0x/)
    const invented = forged(entries, (e) =>
      e.command._tag === "Place" && e.deals.length === 0 ? { ...e, deals: [Id.fromNumber(7)] } : e,
    )
    expect(broken(invented)?.message).toMatch(/expected none, got 0x/)
  })

  it("IPSX-MAT-033 whose relay changes an order is refused: the owner did not sign that", async () => {
    const { entries } = await filled()
    const cheap = forged(entries, (e) =>
      e.command._tag === "Place" && e.command.order._tag === "Offer"
        ? {
            ...e,
            command: {
              ...e.command,
              order: {
                ...e.command.order,
                tariff: { ...e.command.order.tariff, perSecond: Amount.of(1n) },
              },
            },
          }
        : e,
    )
    expect(broken(cheap)?.message).toMatch(/signed by 0x[0-9a-f]{40}, expected/)
  })

  it("IPSX-MAT-032 whose time goes back, or that does not begin with Begin, is refused", async () => {
    const { entries } = await filled(4)
    const back = forged(entries, (e) => (e.number === 3 ? { ...e, at: Time.seconds(1000) } : e))
    expect(broken(back)?.message).toMatch(/before the last one's/)
    expect(broken(entries.slice(1))?.message).toMatch(/does not begin with Begin/)
    expect(broken([])?.message).toMatch(/does not begin with Begin/)
  })
})

describe("a relay", () => {
  it("IPSX-MAT-037 answers an order that it has, placed once more, with its deals, and logs nothing", async () => {
    const fixture = open()
    const [first, asked] = [offer(), request()]
    Result.getOrThrow(await placing(fixture, first, "provider"))
    expect(Result.getOrThrow(await placing(fixture, first, "provider"))).toEqual({ deals: [] })
    const { deals } = Result.getOrThrow(await placing(fixture, asked, "requester"))
    expect(deals.length).toBe(1)
    for (const [order, who] of [
      [first, "provider"],
      [asked, "requester"],
    ] as const)
      expect(Result.getOrThrow(await placing(fixture, order, who))).toEqual({ deals })
    const changed = offer({ expiresAt: Time.seconds(first.expiresAt - 1) })
    for (const [refused, error] of [
      [await placing(fixture, first, "thief"), "WrongSigner"],
      [await placing(fixture, changed, "provider"), "UsedNonce"],
    ] as const)
      expect(Result.isFailure(refused) && refused.failure._tag).toBe(error)
    expect(fixture.store.entries(0, 10).length).toBe(3)
    // After a restart too.
    const later = open({ store: fixture.store })
    expect(Result.getOrThrow(await placing(later, asked, "requester"))).toEqual({ deals })
  })

  it("IPSX-MAT-033 takes an order once, and only its owner's", async () => {
    const fixture = open()
    const forgedBy = await placing(fixture, offer(), "thief")
    expect(Result.isFailure(forgedBy) && forgedBy.failure._tag).toBe("WrongSigner")
    Result.getOrThrow(await placing(fixture, offer(), "provider"))
    const again = await placing(fixture, offer({ id: Id.fromNumber(0x77) }), "provider")
    expect(Result.isFailure(again) && again.failure._tag).toBe("UsedNonce")
    expect(fixture.store.entries(0, 10).length).toBe(2)
  })

  it("IPSX-WAL-007 takes a request only where the chain says that the wallet covers it", async () => {
    const fixture = open({ balance: 1n })
    const refused = await placing(fixture, request(), "requester")
    expect(Result.isFailure(refused) && refused.failure._tag).toBe("Uncovered")
    expect(fixture.store.entries(0, 10).length).toBe(1)
  })

  it("IPSX-ORD-023 cancels an order for its owner alone", async () => {
    const fixture = open()
    const order = offer()
    Result.getOrThrow(await placing(fixture, order, "provider"))
    const cancellation = (who: "provider" | "thief") => ({
      owner: order.owner,
      signature: signed(order, who),
    })
    const stolen = Service.cancel(fixture.service, order.id, cancellation("thief"))
    expect(Result.isFailure(stolen) && stolen.failure._tag).toBe("WrongSigner")
    expect(Service.offers(fixture.service, undefined).offers.length).toBe(1)
  })

  it("IPSX-MAT-031 goes on where it was, with its log verified, and refuses one that is not its own", async () => {
    const { store, entries, proposed } = await filled(10)
    const again = open({ store })
    expect(again.service.last).toEqual(entries.at(-1))
    expect([...again.service.market.proposals.keys()].length).toBe(
      proposed.filter(({ id }) => again.service.market.exchange.entries.has(id)).length,
    )
    const other = { ...origin, relay: offer().owner }
    expect(() => open({ store, origin: other })).toThrow(/is that of the relay/)
  })

  it("IPSX-AGR-024 lets the seats of a deal that nobody opened go back into the book", async () => {
    const fixture = open()
    Result.getOrThrow(await placing(fixture, offer(), "provider"))
    Result.getOrThrow(await placing(fixture, request(), "requester"))
    expect(fixture.proposed.length).toBe(1)
    fixture.now += 60
    fixture.service.finalAt = fixture.now
    Service.tick(fixture.service)
    const later = request({ id: Id.fromNumber(0x77), nonce: 2 })
    Result.getOrThrow(await placing(fixture, later, "requester"))
    expect(fixture.proposed.length).toBe(2)
    expect(broken([...fixture.store.all()])).toBeUndefined()
  })
})
