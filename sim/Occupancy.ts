// Who sits on which seat, kept apart from the ledger's own bookings and from the matcher's rectangles: the
// checker's independent witness that no seat is leased twice at an instant (IPSX-MAT-020).
import type { Deal } from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"

/** A deal's id, or a short deal's own object. */
type Key = Id | object

interface Stay {
  readonly id: Key
  readonly start: number
  readonly end: number
}

export type Occupancy = Map<string, Array<Stay>>

export const make = (): Occupancy => new Map()

type Seats = Pick<Deal, "provider" | "resource" | "firstSeat" | "seats" | "start" | "end">

const keys = function* (deal: Seats): Iterable<string> {
  for (let seat = deal.firstSeat; seat < deal.firstSeat + deal.seats; seat++)
    yield `${deal.provider}${deal.resource}${seat}`
}

/** Seats the deal, and returns the id of a deal that sits there already, if there is one. */
export const enter = (occupancy: Occupancy, id: Key, deal: Seats): Key | undefined => {
  let conflict: Key | undefined
  for (const key of keys(deal)) {
    const stays = occupancy.get(key) ?? []
    conflict ??= stays.find((stay) => stay.start < deal.end && deal.start < stay.end)?.id
    stays.push({ id, start: deal.start, end: deal.end })
    occupancy.set(key, stays)
  }
  return conflict
}

/** Frees the deal's seats; a deal that has left already changes nothing. */
export const leave = (occupancy: Occupancy, id: Key, deal: Seats): void => {
  for (const key of keys(deal)) {
    const stays = occupancy.get(key)?.filter((stay) => stay.id !== id) ?? []
    if (stays.length === 0) occupancy.delete(key)
    else occupancy.set(key, stays)
  }
}
