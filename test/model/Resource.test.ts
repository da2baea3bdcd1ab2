import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Country from "../../src/model/Country.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as IpClass from "../../src/model/IpClass.ts"
import * as Resource from "../../src/model/Resource.ts"

const of = (change: Partial<Resource.Resource> = {}): Resource.Resource => ({
  id: Id.zero,
  first: Ip.simulatedAt(100, 4),
  addresses: 3,
  concurrency: 2,
  country: Country.of("DE"),
  kind: "mobile",
  network: 1,
  bandwidth: 1000,
  quality: 990,
  ...change,
})

it("IPSX-ORD-002 the seats of a range are its addresses one after the other, as many of each as may share it", () => {
  const first = Ip.simulatedAt(255, 4)
  const resource = of({ first, addresses: 4, concurrency: 3 })
  expect(Resource.seats(resource)).toBe(12)
  const seats = [...Array(12).keys()]
  expect(seats.map((seat) => Resource.addressIndex(resource, seat))).toEqual(
    [0, 1, 2, 3].flatMap((at) => [at, at, at]),
  )
  expect([0, 3, 8, 11].map((seat) => Resource.addressOf(resource, seat))).toEqual([
    "240.0.0.255",
    "240.0.1.0",
    "240.0.1.1",
    "240.0.1.2",
  ])
  const six = of({ first: Ip.fromValue(0x2001_0db8n << 96n, 6) })
  expect(Resource.addressOf(six, 4)).toBe("2001:db8::2")
})

it("IPSX-ORD-026 two ranges intersect when they have an address in common", () => {
  const range = fc.record({ at: fc.nat(12), n: fc.integer({ min: 1, max: 6 }) })
  fc.assert(
    fc.property(range, range, fc.constantFrom(4, 6), (a, b, version) => {
      const made = ({ at, n }: typeof a, family: 4 | 6 = version as 4 | 6) =>
        of({ first: Ip.simulatedAt(at, family), addresses: n })
      const addresses = ({ at, n }: typeof a) => [...Array(n).keys()].map((i) => at + i)
      const common = addresses(a).some((one) => addresses(b).includes(one))
      expect(Resource.intersects(made(a), made(b))).toBe(common)
      expect(Resource.intersects(made(a, 4), made(b, 6))).toBe(false)
    }),
  )
  // The numbers are near each other; the addresses are of two versions.
  expect(Resource.intersects(of(), of({ first: Ip.fromValue(Ip.value(of().first), 6) }))).toBe(
    false,
  )
})

it("IPSX-ORD-005 the class of a range follows from its version, its users for each address and its kind", () => {
  for (const [number, { version, sharing, kind }] of IpClass.all.entries())
    expect(
      Resource.classOf(
        of({
          first: Ip.simulatedAt(1, version),
          concurrency: sharing === "shared" ? 2 : 1,
          kind,
        }),
      ),
    ).toBe(number)
})

it("IPSX-ORD-026 the same range numbers the same seats", () => {
  expect(Resource.isSameRange(of(), of({ id: Id.fromNumber(9), country: Country.of("FR") }))).toBe(
    true,
  )
  for (const change of [{ first: Ip.simulatedAt(101, 4) }, { addresses: 4 }, { concurrency: 3 }])
    expect(Resource.isSameRange(of(), of(change))).toBe(false)
})
