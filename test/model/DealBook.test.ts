import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as DealBook from "../../src/model/DealBook.ts"
import * as Id from "../../src/model/Id.ts"
import { dealStatuses } from "../../src/model/Status.ts"
import { deal } from "../arbitrary/deal.ts"

it("a deal stands in the book once, with both parties and its status", () => {
  const book = DealBook.make()
  const id = Id.fromNumber(1)
  const terms = deal()
  Result.getOrThrow(DealBook.add(book, id, terms))
  expect(DealBook.get(book, id)).toEqual({
    id,
    providerId: terms.provider,
    requesterId: terms.requester,
    deal: terms,
    status: "Proposed",
  })
  const again = DealBook.add(book, id, terms, "Active")
  expect(Result.isFailure(again) && again.failure._tag).toBe("DealExists")
  expect(DealBook.count(book, "Active")).toBe(0)
  const unknown = DealBook.setStatus(book, Id.zero, "Active")
  expect(Result.isFailure(unknown) && unknown.failure._tag).toBe("UnknownDeal")
})

it("the counts are those of the entries, whatever happened", () => {
  const move = fc.tuple(fc.nat(9), fc.constantFrom(...dealStatuses))
  fc.assert(
    fc.property(fc.array(move), (moves) => {
      const book = DealBook.make()
      for (const [n, status] of moves)
        if (Result.isFailure(DealBook.setStatus(book, Id.fromNumber(n), status)))
          DealBook.add(book, Id.fromNumber(n), deal(), status)
      const counts = DealBook.byStatus(book)
      for (const status of dealStatuses)
        expect(counts[status]).toBe(
          [...book.entries.values()].filter((entry) => entry.status === status).length,
        )
    }),
  )
})

it("a deal that nothing can happen to any more is forgotten, and goes on being counted", () => {
  const book = DealBook.make()
  const id = Id.fromNumber(1)
  Result.getOrThrow(DealBook.add(book, id, deal(), "Settled"))
  DealBook.forget(book, id)
  expect(DealBook.get(book, id)).toBeUndefined()
  expect(DealBook.count(book, "Settled")).toBe(1)
})
