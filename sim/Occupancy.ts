// Who sits on which seat, kept apart from the ledger's own bookings and from the matcher's rectangles: the
// checker's independent witness that no seat is leased twice at an instant (IPSX-MAT-020).
import type { Address } from "../src/model/Address.ts"
import type { Deal } from "../src/model/Deal.ts"
import type { Id } from "../src/model/Id.ts"

/** A deal's id, or a short deal's own object. */
type Key = Id | object

interface Stay {
  readonly key: Key
  readonly resource: Id
  readonly start: number
  readonly end: number
}

/** By provider, then by seat. */
export type Occupancy = Map<Address, Array<Array<Stay>>>

export const make = (): Occupancy => new Map()

type Seats = Pick<Deal, "resource" | "firstSeat" | "seats" | "start" | "end">

/** Seats the deal, and returns the key of a deal that sits there already, if there is one. */
export const enter = (
  occupancy: Occupancy,
  key: Key,
  deal: Seats,
  provider: Address,
): Key | undefined => {
  const { resource, firstSeat, seats, start, end } = deal
  if (seats === 0) return undefined
  let rows = occupancy.get(provider)
  if (rows === undefined) occupancy.set(provider, (rows = []))
  let conflict: Key | undefined
  for (let seat = firstSeat; seat < firstSeat + seats; seat++) {
    const stays = (rows[seat] ??= [])
    for (const stay of stays)
      if (stay.resource === resource && stay.start < end && start < stay.end) conflict ??= stay.key
    stays.push({ key, resource, start, end })
  }
  return conflict
}

/** Frees the deal's seats; a deal that has left already changes nothing. */
export const leave = (occupancy: Occupancy, key: Key, deal: Seats, provider: Address): void => {
  const rows = occupancy.get(provider)
  if (rows === undefined) return
  for (let seat = deal.firstSeat; seat < deal.firstSeat + deal.seats; seat++) {
    const stays = rows[seat]
    const at = stays?.findIndex((stay) => stay.key === key) ?? -1
    if (stays === undefined || at < 0) continue
    stays[at] = stays[stays.length - 1]!
    stays.pop()
  }
}
