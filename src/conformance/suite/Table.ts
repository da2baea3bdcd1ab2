// The shape that the tables of cases share: a name, what the case decides, and the events that it consists of.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"

/** One line of a table. */
export const told = (
  name: string,
  requirements: ReadonlyArray<string>,
  ...events: ReadonlyArray<JsonObject>
): Question => ({ name, requirements, events })

/** The rules of a book of orders under a set of parameters, and how many orders it may hold. */
export const rules = (
  { minLease, maxLease, bookAheadMax, maxSeats }: JsonObject,
  ordersMax: number,
  ordersPerOwnerMax: number,
): JsonObject => ({
  minLease: minLease!,
  maxLease: maxLease!,
  bookAheadMax: bookAheadMax!,
  maxSeats: maxSeats!,
  ordersMax,
  ordersPerOwnerMax,
})
