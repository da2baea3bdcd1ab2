import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Random from "../../sim/Random.ts"

const draw = (stream: Random.Stream, n: number): ReadonlyArray<number> =>
  Array.from({ length: n }, () => Random.word(stream))

describe("Random", () => {
  it("IPSX-SIM-004 gives one name the same stream for ever", () => {
    // Golden values: a change of them changes every trace hash that anybody ever wrote down.
    expect(draw(Random.stream("7", "provider-0", "prices"), 4)).toEqual([
      3861064974, 834228875, 2069137033, 30179740,
    ])
    expect(draw(Random.stream("0", "", ""), 2)).toEqual([3558446623, 2531588005])
    expect(Random.bytes32(Random.stream("7", "requester-1", "salts"))).toBe(
      "0xe37ad525a2181b636970e009c97426abb86c6a84f81338deb96935090fc40c05",
    )
  })

  it("IPSX-SIM-004 gives different names different streams", () => {
    const names: Array<readonly [string, string, string]> = [
      ["7", "a", "bc"],
      ["7", "ab", "c"],
      ["7a", "", "bc"],
      ["8", "a", "bc"],
      ["7", "a", "cb"],
    ]
    const firsts = names.map(([seed, actor, purpose]) =>
      Random.word(Random.stream(seed, actor, purpose)),
    )
    expect(new Set(firsts).size).toBe(names.length)
    const many = Array.from({ length: 20_000 }, (_, i) =>
      Random.bytes32(Random.stream("7", `actor-${i}`, "x")),
    )
    expect(new Set(many).size).toBe(many.length)
  })

  it("draws every integer below a bound equally often", () => {
    const stream = Random.stream("7", "test", "below")
    const counts = [0, 0, 0, 0, 0, 0]
    for (let i = 0; i < 60_000; i++) counts[Random.below(stream, 6)]! += 1
    // Chi-squared with five degrees of freedom: 20.5 is exceeded once in a thousand.
    const chi = counts.reduce((sum, n) => sum + (n - 10_000) ** 2 / 10_000, 0)
    expect(chi).toBeLessThan(20.5)
  })

  it("keeps adjacent streams independent", () => {
    const firsts = Array.from({ length: 20_000 }, (_, i) =>
      Random.unit(Random.stream(String(i), "actor", "purpose")),
    )
    const pairs = firsts.slice(1).map((value, i) => (value - 0.5) * (firsts[i]! - 0.5))
    const correlation = (12 * pairs.reduce((a, b) => a + b, 0)) / pairs.length
    expect(Math.abs(correlation)).toBeLessThan(4 / Math.sqrt(pairs.length))
  })

  it("stays in its range, and refuses a bound that is none", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 2 ** 32 }), (seed, bound) => {
        const stream = Random.stream(seed, "test", "range")
        const integer = Random.below(stream, bound)
        const unit = Random.unit(stream)
        return integer >= 0 && integer < bound && unit >= 0 && unit < 1 && Random.open(stream) > 0
      }),
    )
    for (const bound of [0, -1, 1.5, 2 ** 32 + 1])
      expect(() => Random.below(Random.stream("7", "", ""), bound)).toThrow(RangeError)
  })

  it("shuffles without losing anything, and picks what is there", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { minLength: 1 }), fc.string(), (items, seed) => {
        const stream = Random.stream(seed, "test", "shuffle")
        expect(items).toContain(Random.pick(stream, items))
        const shuffled = Random.shuffle(stream, [...items])
        const sorted = (of: ReadonlyArray<number>) => of.toSorted((a, b) => a - b)
        expect(sorted(shuffled)).toEqual(sorted(items))
      }),
    )
    const stream = Random.stream("7", "test", "orders")
    const orders = new Set(
      Array.from({ length: 200 }, () => Random.shuffle(stream, [1, 2, 3]).join("")),
    )
    expect(orders.size).toBe(6)
  })

  it("draws once for a chance, whatever its probability", () => {
    const a = Random.stream("7", "test", "chance")
    const b = Random.stream("7", "test", "chance")
    expect(Random.chance(a, 0)).toBe(false)
    expect(Random.chance(b, 1)).toBe(true)
    expect(Random.word(a)).toBe(Random.word(b))
  })
})
