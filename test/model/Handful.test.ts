import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Handful from "../../src/model/Handful.ts"

test("a handful keeps what a map keeps, in the same order", () => {
  const number = fc.integer({ min: 0, max: 6 })
  const command = fc.oneof(
    fc.record({ set: number, value: fc.integer() }),
    fc.record({ delete: number }),
  )
  fc.assert(
    fc.property(fc.array(command, { maxLength: 60 }), (commands) => {
      const handful = Handful.make<number>()
      const map = new Map<number, number>()
      for (const given of commands) {
        if ("set" in given) {
          handful.set(given.set, given.value)
          map.set(given.set, given.value)
        } else expect(handful.delete(given.delete)).toBe(map.delete(given.delete))
        expect([...handful.values()]).toEqual([...map.values()])
        expect(handful.size).toBe(map.size)
        for (let i = 0; i <= 6; i++)
          expect([handful.get(i), handful.has(i)]).toEqual([map.get(i), map.has(i)])
      }
    }),
  )
})

test("whoever goes through the values may take each of them out", () => {
  const handful = Handful.make<number>()
  for (let i = 0; i < 5; i++) handful.set(i, i)
  const gone: Array<number> = []
  for (const value of handful.values()) if (handful.delete(value)) gone.push(value)
  expect(gone).toEqual([0, 1, 2, 3, 4])
  expect(handful.size).toBe(0)
})
