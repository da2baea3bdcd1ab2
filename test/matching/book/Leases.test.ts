// The leases of the book of integers beside a plain list of them.
import { describe, expect, it } from "vitest"
import * as Leases from "../../../src/matching/book/Leases.ts"
import * as Capacity from "../../../src/matching/Capacity.ts"
import { drawing } from "./Draw.ts"

interface Lease {
  readonly place: number
  readonly resource: string
  readonly rectangle: readonly [first: number, seats: number, from: number, to: number]
}

/** The leases of each owner in the order in which they came; a rest stands where the whole stood. */
class Plain {
  readonly owners = new Map<number, Array<Lease>>()

  of(owner: number): Array<Lease> {
    const known = this.owners.get(owner) ?? []
    this.owners.set(owner, known)
    return known
  }

  ranges(owner: number, now: number): unknown {
    const found = new Map<number, { place: number; resource: string; rectangles: Array<number> }>()
    for (const { place, resource, rectangle } of this.of(owner)) {
      if (rectangle[3] <= now) continue
      const range = found.get(place) ?? { place, resource, rectangles: [] }
      found.set(place, range)
      range.rectangles.push(...rectangle)
    }
    return [...found.values()]
  }

  release(owner: number, place: number, resource: string, part: Lease["rectangle"]): boolean {
    const leases = this.of(owner)
    const at = leases.findLastIndex(
      (one) =>
        one.place === place &&
        one.rectangle[0] <= part[0] &&
        part[0] + part[1] <= one.rectangle[0] + one.rectangle[1] &&
        one.rectangle[2] <= part[2] &&
        part[3] <= one.rectangle[3],
    )
    if (at < 0 || leases[at]!.resource !== resource) return false
    const rest = without(leases[at]!.rectangle, part)
    leases.splice(at, 1, ...rest.map((rectangle) => ({ ...leases[at]!, rectangle })))
    return true
  }
}

const without = (
  whole: Lease["rectangle"],
  part: Lease["rectangle"],
): Array<Lease["rectangle"]> => {
  const of = ([first, seats, from, to]: Lease["rectangle"]) => ({ first, seats, from, to })
  return [...Capacity.without(of(whole), of(part))].map(
    ({ first, seats, from, to }) => [first, seats, from, to] as const,
  )
}

/** Rows in use are linked both ways, the others are free. */
const expectLinked = ({ rows, heads, used, free, resources }: Leases.Leases<string>): void => {
  const seen = new Set<number>()
  for (const [owner, head] of heads.entries()) {
    let after = ~owner
    for (let lease = head; lease >= 0; lease = rows[lease * 8 + 6]!) {
      if (rows[lease * 8 + 7] !== after || seen.has(lease)) expect.fail(`lease ${lease}`)
      if (resources[lease] === undefined) expect.fail(`lease ${lease} of nothing`)
      seen.add(lease)
      after = lease
    }
  }
  for (let lease = free; lease >= 0; lease = rows[lease * 8 + 6]!) {
    if (seen.has(lease) || resources[lease] !== undefined) expect.fail(`free lease ${lease}`)
    seen.add(lease)
  }
  expect(seen.size).toBe(used)
}

describe("leases", () => {
  it.each([1, 2, 3])(
    "are those that were added and not given back, with seed %i (IPSX-MAT-013)",
    (seed) => {
      const draw = drawing(seed)
      const leases = Leases.make<string>()
      const plain = new Plain()
      let now = 0
      for (let step = 0; step < 1500; step++) {
        const owner = draw(draw(6) === 0 ? 300 : 4)
        const place = [0, 1, 2 ** 32 - 1, 2 ** 31, -1, -2][draw(6)]!
        const resource = `resource ${place}`
        const first = draw(10)
        const rectangle = [first, 1 + draw(4), now + draw(6), now + 6 + draw(20)] as const
        if (draw(3) > 0) {
          Leases.sweep(leases, now)
          Leases.add(leases, owner, place, resource, ...rectangle)
          plain.of(owner).push({ place, resource, rectangle })
        } else {
          const known = plain.of(owner)
          const [a, b, c, d] = known.length === 0 ? rectangle : known[draw(known.length)]!.rectangle
          const part = [a + draw(2), Math.max(1, b - draw(3)), c + draw(3), d - draw(2)] as const
          const named = draw(8) === 0 ? "another" : resource
          // What was over may be swept, and nobody gives it back.
          if (part[3] > now)
            expect(Leases.release(leases, owner, place, (one) => one === named, part)).toBe(
              plain.release(owner, place, named, part),
            )
        }
        if (draw(4) === 0) now += draw(4)
        if (step % 10 === 0)
          expect(Leases.ranges(leases, owner, now)).toEqual(plain.ranges(owner, now))
        if (step % 50 === 0) expectLinked(leases)
      }
      for (const owner of plain.owners.keys())
        expect(Leases.ranges(leases, owner, now)).toEqual(plain.ranges(owner, now))
      expect(Leases.ranges(leases, leases.heads.length, now)).toEqual([])
      expect(Leases.ranges(leases, 5000, now)).toEqual([])
    },
  )

  it("that are over are found two at a time, so that there are never many", () => {
    const leases = Leases.make<string>()
    for (let now = 0; now < 500; now++) {
      Leases.sweep(leases, now)
      Leases.add(leases, now % 3, now, "one", 0, 1, now, now + 10)
    }
    // Ten run at a time.
    expect(leases.used).toBeLessThanOrEqual(20)
    expect(leases.rows.length).toBe(64 * 8)
    expectLinked(leases)
    for (let n = 0; n < leases.used; n++) Leases.sweep(leases, 600)
    expect([...leases.heads.subarray(0, 3)]).toEqual([-1, -1, -1])
    expect(leases.resources.every((resource) => resource === undefined)).toBe(true)
    Leases.sweep(Leases.make(), 5)
  })

  it("that end now are over, and those that end later are not", () => {
    const leases = Leases.make<string>()
    Leases.add(leases, 0, 1, "one", 0, 1, 0, 10)
    Leases.add(leases, 0, 1, "one", 1, 1, 0, 11)
    Leases.sweep(leases, 9)
    expect(Leases.ranges(leases, 0, 9)).toHaveLength(1)
    expect(Leases.ranges(leases, 0, 10)).toEqual([
      { place: 1, resource: "one", rectangles: [1, 1, 0, 11] },
    ])
    expect([leases.hand, leases.free]).toEqual([2, -1])
    expect(Leases.ranges(leases, 5000, 0)).toEqual([])
    Leases.sweep(leases, 10)
    expect([leases.hand, leases.free]).toEqual([2, 0])
    expect(Leases.release(leases, 0, 1, () => true, [0, 1, 0, 10])).toBe(false)
    expect(Leases.release(leases, 7, 1, () => true, [0, 1, 0, 10])).toBe(false)
    Leases.add(leases, 0, 1, "one", 2, 1, 0, 12)
    expect([leases.used, leases.free]).toEqual([2, -1])
    // The row is used again, and stands after the one that came before it.
    expect(Leases.ranges(leases, 0, 9)[0]!.rectangles).toEqual([1, 1, 0, 11, 2, 1, 0, 12])
    expect(Leases.release(leases, 0, 1, () => true, [1, 1, 4, 6])).toBe(true)
    expectLinked(leases)
    const full = Leases.make<string>()
    for (let n = 0; n < 64; n++) Leases.add(full, 0, 1, "one", n, 1, 0, 10)
    expect(full.rows.length).toBe(512)
    Leases.add(full, 64, 1, "one", 64, 1, 0, 10)
    expect([full.rows.length, full.heads.length]).toEqual([1024, 144])
    for (let n = 0; n < 5; n++) Leases.sweep(full, 5)
    expect(full.hand).toBe(10)
  })

  it("of many owners take the room that they need", () => {
    const leases = Leases.make<string>()
    for (let owner = 0; owner < 200; owner++)
      Leases.add(leases, owner * 2, owner, "one", owner, 1, 0, 10)
    for (let owner = 0; owner < 200; owner++)
      expect(Leases.ranges(leases, owner * 2, 0)).toEqual([
        { place: owner, resource: "one", rectangles: [owner, 1, 0, 10] },
      ])
    expect(leases.rows.length).toBe(256 * 8)
    expect(leases.heads.length).toBeLessThan(700)
    expectLinked(leases)
  })
})

describe("rectangles without a piece", () => {
  it("are cut as the definition cuts them, wherever the piece lies", () => {
    const sides = [
      [2, 3],
      [0, 2],
      [0, 3],
      [5, 1],
      [4, 4],
      [3, 1],
      [0, 9],
      [2, 1],
    ] as const
    const spans = [
      [20, 50],
      [10, 20],
      [10, 21],
      [50, 60],
      [49, 60],
      [30, 40],
      [0, 90],
      [20, 30],
    ] as const
    const others = [100, 1, 0, 9, 2, 3, 200, 300]
    for (const [first, seats] of sides)
      for (const [from, to] of spans) {
        const part = [first, seats, from, to] as const
        const meets = first < 5 && first + seats > 2 && from < 50 && to > 20
        const rest = meets ? without([2, 3, 20, 50], part).flat() : [2, 3, 20, 50]
        const kept = without([2, 3, 200, 300], part).flat()
        expect(Leases.without([2, 3, 20, 50, ...others], ...part)).toEqual([
          ...rest,
          ...others.slice(0, 4),
          ...kept,
        ])
      }
  })
})
