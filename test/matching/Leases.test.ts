// The leases of a market against an account of each seat in each second.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Leases from "../../src/matching/Leases.ts"
import type { Rectangle } from "../../src/matching/Capacity.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import type * as Resource from "../../src/model/Resource.ts"
import { address } from "../arbitrary/deal.ts"
import { epoch, offer } from "../arbitrary/order.ts"

const [some] = fc.sample(offer(1, epoch), { numRuns: 1, seed: 3 }) as [Order.Offer]
const range = (id: number, first = 0, addresses = 8): Resource.Resource => ({
  ...some.resource,
  id: Id.fromNumber(id),
  first: Ip.simulatedAt(first, 4),
  addresses,
  concurrency: 1,
})
const [ann, bob] = [address(1), address(2)]
const lease = (first: number, seats: number, from: number, to: number): Rectangle => ({
  first,
  seats,
  from,
  to,
})
const cells = ({ first, seats, from, to }: Rectangle): ReadonlyArray<string> =>
  Array.from(
    { length: seats * (to - from) },
    (_, n) => `${first + (n % seats)} ${from + Math.floor(n / seats)}`,
  )

it("IPSX-MAT-020 what is leased of a range is what was leased and not given back, until it is over", () => {
  const part = fc.record({
    first: fc.nat(7),
    seats: fc.integer({ min: 1, max: 3 }),
    from: fc.nat(30),
  })
  const step = fc.record({
    owner: fc.constantFrom(ann, bob),
    id: fc.constantFrom(1, 2),
    part,
    lasts: fc.integer({ min: 1, max: 6 }),
    back: fc.boolean(),
  })
  fc.assert(
    fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
      const leases = Leases.make()
      const account = new Map<string, Set<string>>()
      const whole = new Map<string, Array<Rectangle>>()
      for (const [now, { owner, id, part, lasts, back }] of steps.entries()) {
        const key = `${owner} ${id}`
        const rectangle = { ...part, to: part.from + lasts }
        const own = account.get(key) ?? new Set()
        account.set(key, own)
        if (back) {
          // Only of one lease at a time can something be given back.
          const isPart = (whole.get(key) ?? []).some((one) => {
            const of = new Set(cells(one).filter((cell) => own.has(cell)))
            return cells(rectangle).every((cell) => of.has(cell))
          })
          const released = Leases.release(leases, owner, Id.fromNumber(id), rectangle)
          if (released) {
            expect(isPart).toBe(true)
            for (const cell of cells(rectangle)) own.delete(cell)
          }
        } else if (cells(rectangle).every((cell) => !own.has(cell))) {
          Leases.add(leases, owner, range(id), rectangle, 0)
          for (const cell of cells(rectangle)) own.add(cell)
          whole.set(key, [...(whole.get(key) ?? []), rectangle])
          expect(Leases.release(leases, owner, Id.fromNumber(id), rectangle)).toBe(true)
          Leases.add(leases, owner, range(id), rectangle, 0)
        }
        for (const seller of [ann, bob])
          for (const number of [1, 2]) {
            const at = now % 40
            const left = Leases.of(leases, seller, Id.fromNumber(number), at)
            const expected = [...(account.get(`${seller} ${number}`) ?? [])]
            const live = left.flatMap(cells).filter((cell) => Number(cell.split(" ")[1]) >= at)
            expect(live.toSorted()).toEqual(
              expected.filter((cell) => Number(cell.split(" ")[1]) >= at).toSorted(),
            )
            for (const { to } of left) expect(to).toBeGreaterThan(at)
          }
      }
    }),
  )
})

it("IPSX-ORD-026 an owner's leases conflict with another numbering of the same addresses, as long as they last", () => {
  const leases = Leases.make()
  expect(Leases.conflicts(leases, ann, range(1), 0)).toBe(false)
  Leases.add(leases, ann, range(1), lease(0, 1, 0, 10), 0)
  const wider = { ...range(1), addresses: 9 }
  const tried = [
    [ann, range(1), false],
    [ann, wider, true],
    [ann, range(2), true],
    [ann, range(2, 7, 1), true],
    [ann, range(2, 8, 4), false],
    [bob, range(2), false],
  ] as const
  for (const [owner, resource, conflicts] of tried) {
    expect(Leases.conflicts(leases, owner, resource, 9)).toBe(conflicts)
    expect(Leases.conflicts(leases, owner, resource, 10)).toBe(false)
  }
})

it("IPSX-MAT-020 a range of another size takes the place of one whose leases are over", () => {
  const leases = Leases.make()
  Leases.add(leases, ann, range(1), lease(0, 8, 0, 10), 0)
  Leases.add(leases, ann, range(1, 0, 4), lease(1, 2, 20, 30), 20)
  expect(Leases.of(leases, ann, Id.fromNumber(1), 0)).toEqual([lease(1, 2, 20, 30)])
  expect(Leases.all(leases, 25)).toEqual([
    { owner: ann, resource: range(1, 0, 4), rectangles: [lease(1, 2, 20, 30)] },
  ])
  expect(Leases.all(leases, 30)).toMatchObject([{ rectangles: [] }])
})

it("of a thousand leases that are over few are kept, and of those that are not, all", () => {
  const leases = Leases.make()
  const kept = () => leases.get(ann)!.get(Id.fromNumber(1))!.rectangles.length
  for (let at = 0; at < 1000; at++) {
    Leases.add(leases, ann, range(1), lease(0, 1, at, at + 5), at)
    expect(kept()).toBeLessThanOrEqual(32)
    expect(Leases.of(leases, ann, Id.fromNumber(1), at).length).toBe(Math.min(at + 1, 5))
  }
  for (let at = 0; at < 100; at++) Leases.add(leases, ann, range(1), lease(1, 1, at, 5000), 1000)
  expect(Leases.of(leases, ann, Id.fromNumber(1), 1004).length).toBe(100)
})
