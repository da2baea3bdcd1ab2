import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import * as IdList from "../../src/model/IdList.ts"

const id = fc.oneof(
  fc.nat({ max: 40 }).map(Id.fromNumber),
  fc.bigInt({ min: 0n, max: 2n ** 256n - 1n }).map(Id.fromNumber),
)

describe("IdList", () => {
  it("is a set that remembers the order in which it was filled", () => {
    fc.assert(
      fc.property(fc.array(id, { maxLength: 200, size: "max" }), fc.array(id), (added, asked) => {
        const list = IdList.make()
        const places = new Map<Id.Id, number>()
        for (const one of added) {
          expect(IdList.find(list, one)).toBe(places.get(one) ?? -1)
          if (!places.has(one)) places.set(one, places.size)
          expect(IdList.add(list, one)).toBe(places.get(one))
        }
        const copy = IdList.clone(list)
        IdList.add(list, Id.fromNumber(2n ** 256n - 1n))
        expect(copy.size).toBe(places.size)
        for (const [one, place] of places) expect(IdList.get(copy, place)).toBe(one)
        for (const one of asked) expect(IdList.find(copy, one)).toBe(places.get(one) ?? -1)
      }),
    )
  })

  it("holds more identifiers than one piece of it has", () => {
    const list = IdList.make()
    for (let i = 0; i < 10_000; i++) expect(IdList.add(list, Id.fromNumber(i * 7919))).toBe(i)
    for (let i = 0; i < 10_000; i += 37) {
      expect(IdList.get(list, i)).toBe(Id.fromNumber(i * 7919))
      expect(IdList.find(list, Id.fromNumber(i * 7919))).toBe(i)
      expect(IdList.find(list, Id.fromNumber(i * 7919 + 1))).toBe(-1)
    }
  })
})
