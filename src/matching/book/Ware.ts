// What many offers have in common beside price and time: whose they are and in which network, how good, for how
// long at least and for whom. Each such combination is kept once, as a row of eight integers, with a count of the
// offers that have it. Owned and mutable.
import * as Shelf from "./Shelf.ts"

/** Whom a side deals with: owners are numbers here. No list is `null`. */
export interface Admission {
  readonly minRating: number
  readonly allow: ReadonlySet<number> | null
  readonly deny: ReadonlySet<number> | null
}

/** `network` and `bandwidth` are below 2^32; `version` is the address family. */
export interface Ware {
  readonly owner: number
  readonly network: number
  readonly concurrency: number
  readonly bandwidth: number
  readonly quality: number
  readonly rating: number
  readonly version: 4 | 6
  readonly minLease: number
  readonly admission: Admission | null
}

export interface Wares {
  rows: Int32Array
  readonly admissions: Array<Admission | null>
  readonly keys: Array<string>
  readonly numbers: Map<string, number>
  readonly spare: Array<number>
  /** Of each owner: how many offers it has. */
  owned: Int32Array
  used: number
}

export const width = 8
export const field = {
  owner: 0,
  network: 1,
  concurrency: 2,
  bandwidth: 3,
  quality: 4,
  minLease: 5,
  isPicky: 6,
  offers: 7,
} as const

/** Set in the field of the quality, below which the rating lies sixteen bits up, for version 6. */
export const version6 = 1 << 30

export const make = (): Wares => ({
  rows: new Int32Array(64 * width),
  admissions: [],
  keys: [],
  numbers: new Map(),
  spare: [],
  owned: new Int32Array(64),
  used: 0,
})

const names = (set: ReadonlySet<number> | null): string => (set === null ? "" : [...set].join())

/** The number of a ware, for one more offer that has it. */
export const acquire = (wares: Wares, ware: Ware): number => {
  const { owner, network, concurrency, bandwidth, quality, rating, version, minLease } = ware
  const { admission } = ware
  const whom =
    admission === null
      ? ""
      : `${admission.minRating} ${names(admission.allow)} ${names(admission.deny)}`
  const key = `${owner} ${network} ${concurrency} ${bandwidth} ${quality} ${rating} ${version} ${minLease} ${whom}`
  if (owner >= wares.owned.length)
    wares.owned = Shelf.longer(wares.owned, Math.ceil(owner * 1.25) + 64)
  wares.owned[owner]!++
  const known = wares.numbers.get(key)
  if (known !== undefined) {
    wares.rows[known * width + field.offers]!++
    return known
  }
  const number = wares.spare.pop() ?? wares.used++
  if ((number + 1) * width > wares.rows.length)
    wares.rows = Shelf.longer(wares.rows, wares.rows.length * 2)
  wares.rows.set(
    [
      owner,
      network,
      concurrency,
      bandwidth,
      quality | (rating << 16) | (version === 6 ? version6 : 0),
      minLease,
      admission === null ? 0 : 1,
      1,
    ],
    number * width,
  )
  wares.admissions[number] = admission
  wares.keys[number] = key
  wares.numbers.set(key, number)
  return number
}

/** The rating in a field of the quality. */
export const ratingIn = (quality: number): number => (quality >>> 16) & 0x3ff

/** How many offers an owner has. */
export const ownedBy = ({ owned }: Wares, owner: number): number =>
  owner < owned.length ? owned[owner]! : 0

export const isVersion6 = ({ rows }: Wares, number: number): boolean =>
  (rows[number * width + field.quality]! & version6) !== 0

/** Whether something about a ware is not usual (`Row.special`). */
export const isSpecial = ({ rows }: Wares, number: number): boolean => {
  const at = number * width
  return (
    rows[at + field.isPicky] !== 0 ||
    rows[at + field.concurrency] !== 1 ||
    (rows[at + field.quality]! & version6) !== 0
  )
}

/** One offer fewer has it. */
export const release = (wares: Wares, number: number): void => {
  wares.owned[wares.rows[number * width + field.owner]!]!--
  if (--wares.rows[number * width + field.offers]! > 0) return
  wares.numbers.delete(wares.keys[number]!)
  wares.keys[number] = ""
  wares.admissions[number] = null
  wares.spare.push(number)
}

/** Whether a side deals with an owner of a rating (IPSX-ORD-011). */
export const admits = (admission: Admission, owner: number, rating: number): boolean =>
  rating >= admission.minRating &&
  (admission.allow === null || admission.allow.has(owner)) &&
  (admission.deny === null || !admission.deny.has(owner))
