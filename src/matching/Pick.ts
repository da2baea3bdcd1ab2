// Which seats of a piece a request takes: from the lowest up, one seat of an address, within the spread caps
// (IPSX-MAT-008, IPSX-MAT-009).
import * as Ip from "../model/Ip.ts"
import type * as Resting from "./Resting.ts"

export interface Run {
  readonly first: number
  readonly seats: number
}

/**
 * The runs of neighbouring seats that a request takes of a piece, at most `wanted` seats in all and `seatsMax` in
 * one run, and notes them in the tally.
 */
export const runs = (
  piece: Resting.Piece,
  request: Resting.Request,
  wanted: number,
  seatsMax: number,
): ReadonlyArray<Run> => {
  const { offer } = piece
  const { concurrency } = offer.resource
  const end = piece.first + piece.seats
  const had = hadOf(request, offer)
  const found: Array<{ first: number; seats: number }> = []
  let left = Math.min(wanted, room(request, offer))
  for (let seat = piece.first; seat < end && left > 0;) {
    const address = Math.floor(seat / concurrency)
    const free = freeAddresses(had, address)
    const groupEnd = endOfGroup(offer, address)
    const inGroup = groupRoom(request, offer, address)
    if (free.until === address || inGroup <= 0) {
      seat = (inGroup <= 0 ? groupEnd : free.next) * concurrency
      continue
    }
    const count =
      concurrency > 1
        ? 1
        : Math.min(left, inGroup, groupEnd - address, free.until - address, end - seat)
    append(found, seat, count, seatsMax)
    note(request, offer, address, count)
    left -= count
    seat = (address + count) * concurrency
  }
  return found
}

// How many more addresses of this network the request may have.
const room = ({ order, tally }: Resting.Request, { resource }: Resting.Offer): number =>
  order.maxPerNetwork - (tally.networks.get(resource.network) ?? 0)

const groupOf = (offer: Resting.Offer, address: number): number =>
  address < offer.groupEnd
    ? offer.group
    : offer.group + 1 + Math.floor((address - offer.groupEnd) / offer.groupSize)

const endOfGroup = (offer: Resting.Offer, address: number): number =>
  offer.groupEnd + (groupOf(offer, address) - offer.group) * offer.groupSize

const groupRoom = (
  { order, tally }: Resting.Request,
  offer: Resting.Offer,
  address: number,
): number => order.maxPerGroup - (tally.groups.get(groupOf(offer, address)) ?? 0)

// The addresses of this offer's range that the request has had, whoever offered them and in whatever range.
const hadOf = (
  { tally }: Resting.Request,
  { resource }: Resting.Offer,
): ReadonlyArray<readonly [number, number]> =>
  tally.addresses.flatMap(({ first, from, to }) => {
    if (first === resource.first) return [[from, to] as const]
    if (Ip.version(first) !== Ip.version(resource.first)) return []
    const shift = Number(Ip.value(first) - Ip.value(resource.first))
    // Ranges are far shorter than this, so those further apart have nothing in common.
    return Math.abs(shift) > 2 ** 32 ? [] : [[from + shift, to + shift] as const]
  })

// From an address on: where the free ones end (at the address itself when the request has had it), and the next free.
const freeAddresses = (
  had: ReadonlyArray<readonly [number, number]>,
  address: number,
): { readonly until: number; readonly next: number } => {
  let until = Infinity
  let next = address
  for (const [from, to] of had) {
    if (from <= address && address < to) {
      until = address
      next = to
    } else if (from > address) until = Math.min(until, from)
  }
  return { until, next }
}

const append = (
  found: Array<{ first: number; seats: number }>,
  seat: number,
  count: number,
  seatsMax: number,
): void => {
  let first = seat
  const last = found.at(-1)
  if (last !== undefined && last.first + last.seats === seat) {
    const more = Math.min(count, seatsMax - last.seats)
    last.seats += more
    first += more
  }
  for (const end = seat + count; first < end;) {
    const seats = Math.min(seatsMax, end - first)
    found.push({ first, seats })
    first += seats
  }
}

const note = (
  { tally }: Resting.Request,
  offer: Resting.Offer,
  address: number,
  count: number,
): void => {
  const { network } = offer.resource
  tally.networks.set(network, (tally.networks.get(network) ?? 0) + count)
  const group = groupOf(offer, address)
  tally.groups.set(group, (tally.groups.get(group) ?? 0) + count)
  const had = tally.addresses
  const { first } = offer.resource
  const last = had.at(-1)
  tally.addresses =
    last !== undefined && last.first === first && last.to === address && last.network === network
      ? [...had.slice(0, -1), { first, from: last.from, to: address + count, network }]
      : [...had, { first, from: address, to: address + count, network }]
}
