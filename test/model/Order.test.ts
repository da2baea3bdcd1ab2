import * as fc from "fast-check"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as Country from "../../src/model/Country.ts"
import * as Filter from "../../src/model/Filter.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as IpClass from "../../src/model/IpClass.ts"
import * as Order from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Profile from "../../src/model/Profile.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Resource from "../../src/model/Resource.ts"
import * as Time from "../../src/model/Time.ts"
import * as Usage from "../../src/model/Usage.ts"
import { address } from "../arbitrary/deal.ts"
import { offer, order, request } from "../arbitrary/order.ts"

describe("an address", () => {
  it("has one spelling, that reads back", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (n) => {
        for (const value of [n, n >> 96n, (n >> 100n) << 60n])
          expect(Ip.parse(Ip.fromValue(value, 6))).toBe(value)
        expect(Ip.parse(Ip.fromValue(n >> 96n, 4))).toBe(n >> 96n)
      }),
    )
    expect(Ip.fromValue(0x2001_0db8n << 96n, 6)).toBe("2001:db8::")
    for (const text of [
      "1.2.3.04",
      "1.2.3",
      "256.1.1.1",
      "2001:DB8::",
      "1::2::3",
      "0:0:0:0:0:0:0:0",
    ])
      expect(Ip.parse(text)).toBeUndefined()
  })

  it("IPSX-ORD-003, IPSX-ORD-007: comes from a reserved range in a simulation, and lies in a /24 or /48", () => {
    expect(Ip.isSimulated(Ip.simulatedAt(2 ** 28 - 2, 4))).toBe(true)
    expect(() => Ip.simulatedAt(2 ** 28 - 1, 4)).toThrow(RangeError)
    expect(Ip.isSimulated(Ip.fromValue(0xffff_ffffn, 4))).toBe(false)
    expect(Ip.group(Ip.value(Ip.simulatedAt(256, 4)), 4)).toBe(0xf00001)
    expect(Ip.group(Ip.value(Ip.simulatedAt(2n ** 80n, 6)), 6)).toBe(0x2001_0db8_0001)
  })
})

describe("an order", () => {
  it("IPSX-ORD-001, IPSX-ORD-009, IPSX-ORD-012: survives JSON, whose canonical text does not depend on the order of keys", () => {
    const decode = Schema.decodeUnknownSync(Order.Order)
    fc.assert(
      fc.property(order(1, 1000), (one) => {
        const back = decode(JSON.parse(Order.canonical(one)))
        expect(back).toEqual(one)
        const turned = Object.fromEntries(Object.entries(one).toReversed()) as typeof one
        expect(Order.canonical(turned)).toBe(Order.canonical(one))
      }),
    )
  })

  it("IPSX-ORD-002, IPSX-ORD-004: refuses a range beyond its address space and an unknown country", () => {
    const accepts = Schema.is(Resource.Resource)
    fc.assert(
      fc.property(offer(1, 0), ({ resource }) => {
        expect(accepts(resource)).toBe(true)
        expect(accepts({ ...resource, first: "255.255.255.255", addresses: 2 })).toBe(false)
        const last = { ...resource, first: `${"ffff:".repeat(7)}ffff`, addresses: 1 }
        expect([accepts(last), accepts({ ...last, addresses: 2 })]).toEqual([true, false])
        expect(accepts({ ...resource, country: "XX" })).toBe(false)
        expect(accepts({ ...resource, addresses: 2 ** 20, concurrency: 17 })).toBe(false)
      }),
      { numRuns: 20 },
    )
  })

  it("IPSX-WAL-007: is covered by its worst case and the minimum commission, and by nothing less", () => {
    fc.assert(
      fc.property(request(1, 0), (one) => {
        const needed = Order.worstCase(one) + Parameters.small.minCommission
        expect(Order.coverage(one, needed, Parameters.small)).toBeUndefined()
        expect(Order.coverage(one, needed - 1n, Parameters.small)).toMatchObject({ needed })
      }),
    )
  })
})

describe("a filter", () => {
  it("IPSX-ORD-005: numbers twelve classes", () => {
    expect(IpClass.all.map(IpClass.number)).toEqual([...Array(12).keys()])
    expect(IpClass.set({ version: 6, kind: "mobile" })).toBe(0b010010000000)
  })

  it("IPSX-ORD-005: a set holds the classes that have what is asked, and no others", () => {
    const some = <A>(...values: ReadonlyArray<A>) => fc.option(fc.constantFrom(...values))
    fc.assert(
      fc.property(
        some(4, 6),
        some("dedicated", "shared"),
        some(...IpClass.kinds),
        (version, sharing, kind) => {
          const asked = { version, sharing, kind }
          const having = Object.fromEntries(
            Object.entries(asked).filter(([, value]) => value !== null),
          )
          for (const one of IpClass.all) {
            const isIn = (IpClass.set(having) & (1 << IpClass.number(one))) !== 0
            expect(isIn).toBe(
              (version ?? one.version) === one.version &&
                (sharing ?? one.sharing) === one.sharing &&
                (kind ?? one.kind) === one.kind,
            )
          }
        },
      ),
    )
  })

  it("IPSX-ORD-006: keeps the bits of protocols and scopes", () => {
    expect(Usage.protocolSet("http", "smtp", "vpn")).toBe(0b10101)
    expect(Usage.scopeSet("browsing", "mail")).toBe(0b100000001)
    expect(Usage.protocolNames(0b10101)).toEqual(["http", "smtp", "vpn"])
    expect(Usage.scopeNames(0b100000001)).toEqual(["browsing", "mail"])
    expect([Usage.protocolNames(0), Usage.scopeNames(0)]).toEqual([[], []])
    for (const [bit, name] of Usage.scopes.entries())
      expect([Usage.scopeSet(name), Usage.scopeNames(1 << bit)]).toEqual([1 << bit, [name]])
  })

  it("IPSX-ORD-010, IPSX-ORD-011: names the first thing that does not pass", () => {
    const [one] = fc.sample(offer(1, 0), { numRuns: 1, seed: 3 })
    const candidate = { ...one!, protocols: 1, scopes: 1, rating: 400 }
    const provider = (change: object) => ({ provider: { ...Filter.any.provider, ...change } })
    const other = Country.of(one!.resource.country === "US" ? "CA" : "US")
    const tried: ReadonlyArray<readonly [Partial<Filter.Filter>, Filter.Reason | undefined]> = [
      [{}, undefined],
      [{ countries: [other], classes: IpClass.set({ version: 6 }) }, "Country"],
      [{ classes: IpClass.set({ version: 6 }), protocols: 2 }, "Class"],
      [{ protocols: 3, scopes: 2 }, "Protocol"],
      [{ scopes: 2, minBandwidth: 1001 }, "Scope"],
      [{ minBandwidth: 1001 }, "Bandwidth"],
      [{ minQuality: one!.resource.quality + 1, ...provider({ minRating: 401 }) }, "Quality"],
      [provider({ minRating: 401, deny: [one!.owner] }), "Rating"],
      [provider({ allow: [address(77)], deny: [one!.owner] }), "NotAllowed"],
      [provider({ allow: [one!.owner], deny: [one!.owner] }), "Denied"],
    ]
    for (const [change, reason] of tried)
      expect(Filter.accepts({ ...Filter.any, ...change }, candidate)).toBe(reason)
  })
})

describe("a profile", () => {
  const outcome = (n: number, ending: Profile.Ending, paid: bigint, cap: bigint) => ({
    deal: Id.fromNumber(n),
    role: "provider" as const,
    ending,
    paid: Amount.of(paid),
    cap: Amount.of(cap),
    at: Time.seconds(n),
  })
  const ten = 10n * 10n ** 18n

  it("IPSX-PRO-001..004: rates by what was paid and what was broken, from 500", () => {
    const start = Profile.empty(address(1))
    const good = Profile.record(start, outcome(1, "Settled", ten, 2n * ten))
    const bad = Profile.record(start, outcome(1, "Breached", 0n, ten))
    const contested = Profile.record(start, outcome(1, "Contested", ten, ten))
    expect([start, good, bad, contested].map(Profile.rating)).toEqual([500, 750, 250, 500])
    expect([good.settled, bad.breached, contested.contested, good.deals]).toEqual([1, 1, 1, 1])
    expect(
      Schema.decodeUnknownSync(Profile.Profile)(Schema.encodeSync(Profile.Profile)(good)),
    ).toEqual(good)
  })

  it("IPSX-PRO-005: keeps the last 64 outcomes", () => {
    let profile = Profile.empty(address(1))
    for (let n = 1; n <= 70; n++) {
      profile = Profile.record(profile, outcome(n, "Settled", 1n, 1n))
      expect(profile.history.length).toBe(Math.min(n, 64))
    }
    expect(profile.history.map(({ at }) => at)).toEqual(Array.from({ length: 64 }, (_, n) => n + 7))
    expect(profile.deals).toBe(70)
  })

  it("IPSX-PRO-002: a breach is held against whose it is, and a contested ending against nobody", () => {
    const statuses = {
      Settled: [false, false],
      Disputed: [false, false],
      BreachedByProvider: [true, false],
      BreachedByRequester: [false, true],
      BreachedByBoth: [true, true],
    } as const
    for (const [status, breaches] of Object.entries(statuses))
      for (const [number, role] of (["provider", "requester"] as const).entries())
        for (const isContested of [false, true])
          expect(Profile.endingOf(role, status as keyof typeof statuses, isContested)).toBe(
            breaches[number] ? "Breached" : isContested ? "Contested" : "Settled",
          )
  })

  it("IPSX-PRO-002, IPSX-PRO-004: counts each ending as what it is, with its own weight", () => {
    const ending = fc.constantFrom<Profile.Ending>("Settled", "Contested", "Breached")
    fc.assert(
      fc.property(fc.array(ending, { maxLength: 70 }), (endings) => {
        const profile = endings.reduce(
          (so, one, n) => Profile.record(so, outcome(n, one, 3n, 7n)),
          Profile.empty(address(1)),
        )
        const times = (one: Profile.Ending) => endings.filter((other) => other === one).length
        expect(profile).toMatchObject({
          deals: endings.length,
          settled: times("Settled"),
          contested: times("Contested"),
          breached: times("Breached"),
          kept: 3n * BigInt(times("Settled")),
          broken: 7n * BigInt(times("Breached")),
        })
        expect(profile.history.map((past) => past.ending)).toEqual(endings.slice(-64))
      }),
    )
  })

  it("IPSX-PRO-001: is read only when each of its fields is there and within its bounds", () => {
    const decode = Schema.decodeUnknownResult(Profile.Profile)
    const endings = ["Settled", "Contested", "Breached"] as const
    const profile = endings.reduce(
      (so, ending, n) => ({
        ...Profile.record(so, {
          ...outcome(n, ending, 1n, 2n),
          role: n > 0 ? "provider" : "requester",
        }),
        kept: 2n ** 256n - 1n,
      }),
      Profile.empty(address(1)),
    )
    const json = Schema.encodeSync(Profile.Profile)(profile)
    expect(Result.getOrThrow(decode(JSON.parse(JSON.stringify(json))))).toEqual(profile)
    for (const field of Object.keys(json))
      expect([field, Result.isFailure(decode({ ...json, [field]: undefined }))]).toEqual([
        field,
        true,
      ])
    for (const field of Object.keys(json.history[0]!)) {
      const history = [{ ...json.history[0]!, [field]: undefined }]
      expect([field, Result.isFailure(decode({ ...json, history }))]).toEqual([field, true])
    }
    for (const change of [
      { kept: (2n ** 256n).toString() },
      { broken: "-1" },
      { history: Array(65).fill(json.history[0]) },
    ])
      expect(Result.isFailure(decode({ ...json, ...change }))).toBe(true)
  })
})
