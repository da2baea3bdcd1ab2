// First addresses of ranges as integers: of version 4 the address itself, of version 6 its place in a list, counted
// down from -1. What a signed 32-bit number cannot say is said by the version of the ware, so a place of version 4
// is kept as a number in [0, 2^32) wherever both versions meet (IPSX-ORD-007).
export interface Places {
  readonly values: Array<bigint>
  readonly numbers: Map<bigint, number>
  /** Of each of version 6: the number of its upper 96 bits, and the lower 32. */
  readonly uppers: Array<number>
  readonly lows: Array<number>
  readonly upperNumbers: Map<bigint, number>
}

export const make = (): Places => ({
  values: [],
  numbers: new Map(),
  uppers: [],
  lows: [],
  upperNumbers: new Map(),
})

const groupBits = 80n
const groupSize = Number(1n << groupBits)

/** The place of an address of version 6: below zero. */
export const of6 = (places: Places, value: bigint): number => {
  const known = places.numbers.get(value)
  if (known !== undefined) return known
  const place = -places.values.push(value)
  places.uppers.push(upperOf(places, value >> 32n))
  places.lows.push(Number(value & 0xffff_ffffn))
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

/** Addresses in a page: what is had of them is looked up page by page. */
export const page = 256

const half = 2 ** 32

/**
 * A number for the address `index` places after a first address: two that are the same address have the same, in
 * whichever range they lie, and those of a page follow one another. Below 2^53 up to two million upper halves.
 */
export const position = (places: Places, place: number, index: number): number => {
  if (place >= 0) return place + index
  const at = -1 - place
  const low = places.lows[at]! + index
  return low < half
    ? places.uppers[at]! * half + low
    : upperOf(places, (places.values[at]! >> 32n) + BigInt(Math.floor(low / half))) * half +
        (low % half)
}

// The number of the upper 96 bits of an address of version 6; version 4 has 0.
const upperOf = ({ upperNumbers }: Places, upper: bigint): number => {
  const known = upperNumbers.get(upper)
  if (known !== undefined) return known
  const number = upperNumbers.size + 1
  upperNumbers.set(upper, number)
  return number
}
