// Identifiers in the order in which they came, each once, with its place. PERF: thirty-two bytes and a place for each in
// typed arrays, where a set of strings takes some hundred and forty: a month has millions.
import type { Id } from "./Id.ts"

export interface IdList {
  /** Eight words for each identifier, in pieces. */
  readonly pieces: Array<Uint32Array>
  /** Open addressing: a place plus one, 0 where nothing is; a power of two, and at most half full. */
  slots: Int32Array
  size: number
}

const words = 8
const pieceBits = 12
const pieceIds = 2 ** pieceBits

/**
 * An empty list.
 *
 * @example
 * const list = IdList.make()
 * IdList.add(list, id) // 0
 * IdList.find(list, id) // 0
 */
export const make = (): IdList => ({ pieces: [], slots: new Int32Array(16), size: 0 })

/** The place of an identifier, −1 when it is not there. */
export const find = (list: IdList, id: Id): number => {
  if (list.size === 0) return -1
  read(id)
  return list.slots[slotOf(list)]! - 1
}

/** The place of an identifier, which is put at the end when it is new. */
export const add = (list: IdList, id: Id): number => {
  read(id)
  const slot = slotOf(list)
  if (list.slots[slot] !== 0) return list.slots[slot]! - 1
  const place = list.size++
  if (place >>> pieceBits === list.pieces.length)
    list.pieces.push(new Uint32Array(pieceIds * words))
  list.pieces[place >>> pieceBits]!.set(wanted, (place % pieceIds) * words)
  list.slots[slot] = place + 1
  if (2 * list.size > list.slots.length) widen(list)
  return place
}

/** The identifier at a place. */
export const get = ({ pieces }: IdList, place: number): Id => {
  const piece = pieces[place >>> pieceBits]!
  const from = (place % pieceIds) * words
  let text = "0x"
  for (let word = from; word < from + words; word++)
    text += piece[word]!.toString(16).padStart(8, "0")
  return text as Id
}

/** An independent copy. */
export const clone = ({ pieces, slots, size }: IdList): IdList => ({
  pieces: pieces.map((piece) => piece.slice()),
  slots: slots.slice(),
  size,
})

// The identifier that is looked for, as words.
const wanted = new Uint32Array(words)

const digit = (code: number): number => (code < 58 ? code - 48 : code - 87)

const read = (id: Id): void => {
  for (let word = 0, at = 2; word < words; word++) {
    let value = 0
    for (const end = at + 8; at < end; at++) value = (value << 4) | digit(id.charCodeAt(at))
    wanted[word] = value
  }
}

const hashOf = (piece: Uint32Array, from: number): number => {
  let hash = 0
  for (let word = 0; word < words; word++) {
    hash = Math.imul(hash ^ piece[from + word]!, 0x9e3779b1)
    hash ^= hash >>> 15
  }
  return hash
}

/** Where the wanted identifier is, or belongs. */
const slotOf = ({ pieces, slots }: IdList): number => {
  const mask = slots.length - 1
  for (let slot = hashOf(wanted, 0) & mask; ; slot = (slot + 1) & mask) {
    const place = slots[slot]! - 1
    if (place < 0 || isAt(pieces[place >>> pieceBits]!, (place % pieceIds) * words)) return slot
  }
}

const isAt = (piece: Uint32Array, from: number): boolean => {
  for (let word = 0; word < words; word++) if (piece[from + word] !== wanted[word]) return false
  return true
}

const widen = (list: IdList): void => {
  const slots = new Int32Array(2 * list.slots.length)
  const mask = slots.length - 1
  for (let place = 0; place < list.size; place++) {
    const piece = list.pieces[place >>> pieceBits]!
    let slot = hashOf(piece, (place % pieceIds) * words) & mask
    while (slots[slot] !== 0) slot = (slot + 1) & mask
    slots[slot] = place + 1
  }
  list.slots = slots
}
