// The seats that live channels occupy (IPSX-AGR-023, IPSX-MAT-020). A booking is the id of its channel: it
// ends when the channel leaves the phases in which service is due, so no settlement ever writes here.
import type { Address } from "./Address.ts"
import type { Block } from "./Block.ts"
import * as Channel from "./Channel.ts"
import type { Deal } from "./Deal.ts"
import type { Id } from "./Id.ts"

/** As many as the contract keeps for one seat, so that its loops are bounded. */
export const bookingsPerSeat = 16

/** One seat of one provider's resource, as a key. */
export type Seat = string

export const seat = (provider: Address, resource: Id, index: number): Seat =>
  `${provider}:${resource}:${index}`

/** A booking still counts while its channel is served and its lease has not ended. */
export const isLive = (channel: Channel.Channel, block: Block): boolean =>
  Channel.isServed(channel.phase) && channel.deal.end > block.timestamp

/** What stands in the way of one more booking of a seat, given those that are live. */
export const obstacle = (
  live: ReadonlyArray<Channel.Channel>,
  deal: Pick<Deal, "start" | "end">,
): "SeatTaken" | "TooManyBookings" | undefined => {
  for (const other of live)
    if (other.deal.start < deal.end && deal.start < other.deal.end) return "SeatTaken"
  return live.length >= bookingsPerSeat ? "TooManyBookings" : undefined
}
