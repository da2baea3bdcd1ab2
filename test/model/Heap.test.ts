import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Heap from "../../src/model/Heap.ts"

test("a heap gives out what a sorted list would, whatever came between", () => {
  const command = fc.option(fc.integer({ min: 0, max: 20 }), { freq: 3, nil: "pop" as const })
  fc.assert(
    fc.property(fc.array(command, { maxLength: 80 }), (commands) => {
      const heap = Heap.make<number>((a, b) => a < b)
      let list: ReadonlyArray<number> = []
      for (const given of commands) {
        if (given === "pop") {
          expect(Heap.pop(heap)).toBe(list[0])
          list = list.slice(1)
        } else {
          Heap.push(heap, given)
          list = [...list, given].sort((a, b) => a - b)
        }
        expect(Heap.peek(heap)).toBe(list[0])
        expect(heap.items.length).toBe(list.length)
      }
      for (const least of list) expect(Heap.pop(heap)).toBe(least)
      expect(Heap.pop(heap)).toBeUndefined()
    }),
  )
})

test("a heap of a thousand compares few of them for each: it is one", () => {
  let compared = 0
  const heap = Heap.make<number>((a, b) => {
    compared++
    return a < b
  })
  for (let n = 1000; n > 0; n--) Heap.push(heap, n)
  expect(compared).toBeLessThan(1000 * 10)
  compared = 0
  for (let n = 1; n <= 1000; n++) expect(Heap.pop(heap)).toBe(n)
  expect(compared).toBeLessThan(1000 * 20)
  expect(Heap.make<number>((a, b) => a < b).items).toEqual([])
})
