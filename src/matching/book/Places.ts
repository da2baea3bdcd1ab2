// First addresses of ranges as integers: of version 4 the address itself, of version 6 its place in a list, counted
// down from -1. What a signed 32-bit number cannot say is said by the version of the ware, so a place of version 4
// is kept as a number in [0, 2^32) wherever both versions meet (IPSX-ORD-007).
export interface Places {
  readonly values: Array<bigint>
  readonly numbers: Map<bigint, number>
}

export const make = (): Places => ({ values: [], numbers: new Map() })

const groupBits = 80n
const groupSize = Number(1n << groupBits)

/** The place of an address of version 6: below zero. */
export const of6 = (places: Places, value: bigint): number => {
  const known = places.numbers.get(value)
  if (known !== undefined) return known
  const place = -places.values.push(value)
  places.numbers.set(value, place)
  return place
}

/** The number of an address. */
export const valueOf = (places: Places, place: number): bigint =>
  place >= 0 ? BigInt(place) : places.values[-1 - place]!

const firstGroupEnd = (places: Places, place: number): number =>
  place >= 0
    ? 256 - (place & 255)
    : Number((1n << groupBits) - (places.values[-1 - place]! & ((1n << groupBits) - 1n)))

const firstGroup = (places: Places, place: number): number =>
  place >= 0 ? place >>> 8 : Number(places.values[-1 - place]! >> groupBits)

/** The group of the address `index` places after the first. */
export const groupOf = (places: Places, place: number, index: number): number => {
  const end = firstGroupEnd(places, place)
  const first = firstGroup(places, place)
  return index < end ? first : first + 1 + Math.floor((index - end) / sizeOf(place))
}

/** Where the group of an address ends, as a place after the first address. */
export const endOfGroup = (places: Places, place: number, index: number): number => {
  const end = firstGroupEnd(places, place)
  return index < end ? end : end + (Math.floor((index - end) / sizeOf(place)) + 1) * sizeOf(place)
}

const sizeOf = (place: number): number => (place >= 0 ? 256 : groupSize)

/** How many places one first address lies after another; NaN when no ranges of theirs can meet. */
export const shift = (places: Places, from: number, to: number): number => {
  if (from === to) return 0
  if (from >= 0 !== to >= 0) return NaN
  const distance = from >= 0 ? from - to : Number(valueOf(places, from) - valueOf(places, to))
  return Math.abs(distance) > 2 ** 32 ? NaN : distance
}
