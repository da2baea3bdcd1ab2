// One column of a table of results, typed by what it holds: eight bytes for a cell, four for a text that comes again and
// again, thirty-two for an identifier. An object for each amount and each text, and an array that must be copied whole
// when it grows, would be most of the memory of a month.
import * as Hex from "../src/signature/Hex.ts"

/**
 * `integer` is a safe integer, `amount` base units as a bigint, written as decimal text, `id` thirty-two bytes as
 * hexadecimal with `0x`, `text` any other string: one of a few, of which each is kept once.
 */
export type Kind = "integer" | "number" | "text" | "amount" | "id"
export type Cell = number | string | bigint | null

export interface Column {
  readonly name: string
  readonly kind: Kind
  /** Pieces of so many rows each; of these only the ones of the column's kind are used. */
  readonly numbers: Array<Float64Array>
  readonly codes: Array<Uint32Array>
  readonly amounts: Array<BigUint64Array>
  readonly ids: Array<Uint8Array>
  /** The texts by their codes, and the code of each. */
  readonly texts: Array<Cell>
  readonly codeOf: Map<Cell, number>
  /** Most amounts are below 2^64 base units, which are eighteen tokens; the others, and what is no id, by row. */
  readonly others: Map<number, Cell>
}

const chunkBits = 14
const chunkRows = 2 ** chunkBits
const wideMax = 2n ** 64n - 1n

/**
 * An empty column. Rows are set one after the other, from the first one on.
 *
 * @example
 * const paid = Column.make("paid", "amount")
 * Column.set(paid, 0, 10n ** 18n)
 */
export const make = (name: string, kind: Kind): Column => ({
  name,
  kind,
  numbers: [],
  codes: [],
  amounts: [],
  ids: [],
  texts: [],
  codeOf: new Map(),
  others: new Map(),
})

/** The chunk of a row, made when it is the chunk's first. */
const placed = <A>(chunks: Array<A>, row: number, make: () => A): A => {
  if (row >>> chunkBits === chunks.length) chunks.push(make())
  return chunks[row >>> chunkBits]!
}

const newNumbers = (): Float64Array => new Float64Array(chunkRows)
const newCodes = (): Uint32Array => new Uint32Array(chunkRows)
const newAmounts = (): BigUint64Array => new BigUint64Array(chunkRows)
const newIds = (): Uint8Array => new Uint8Array(chunkRows * idBytes)

const idBytes = 32

const nibble = new Uint8Array(128).fill(255)
for (let digit = 0; digit < 16; digit++) nibble[digit.toString(16).charCodeAt(0)] = digit

/** Writes an identifier's bytes; false when the text is none, and what was written then means nothing. */
const writeId = (chunk: Uint8Array, from: number, text: string): boolean => {
  if (text.length !== 2 + 2 * idBytes || !text.startsWith("0x")) return false
  let seen = 0
  for (let i = 0, at = 2; i < idBytes; i++, at += 2) {
    const high = nibble[text.charCodeAt(at) & 127]!
    const low = nibble[text.charCodeAt(at + 1) & 127]!
    seen |= high | low | text.charCodeAt(at) | text.charCodeAt(at + 1)
    chunk[from + i] = (high << 4) | low
  }
  return seen < 128
}

const coded = ({ texts, codeOf }: Column, cell: Cell): number => {
  const known = codeOf.get(cell)
  if (known !== undefined) return known
  const code = texts.push(cell) - 1
  codeOf.set(cell, code)
  return code
}

export const set = (column: Column, row: number, cell: Cell): void => {
  const { kind, codes, amounts, numbers, ids, others } = column
  const at = row % chunkRows
  if (kind === "text") placed(codes, row, newCodes)[at] = coded(column, cell)
  else if (kind === "amount") {
    const chunk = placed(amounts, row, newAmounts)
    if (typeof cell !== "bigint" || cell < 0n || cell > wideMax) others.set(row, cell)
    else chunk[at] = cell
  } else if (kind === "id") {
    const chunk = placed(ids, row, newIds)
    if (typeof cell !== "string" || !writeId(chunk, at * idBytes, cell)) others.set(row, cell)
  }
  // What is not known is not a number.
  else placed(numbers, row, newNumbers)[at] = cell === null ? NaN : (cell as number)
}

export const get = (column: Column, row: number): Cell => {
  const { kind, codes, amounts, numbers, ids, others, texts } = column
  const chunk = row >>> chunkBits
  const at = row % chunkRows
  if (kind === "text") return texts[codes[chunk]![at]!]!
  if (kind === "amount" || kind === "id") {
    const other = others.get(row)
    if (other !== undefined) return other
    return kind === "amount"
      ? amounts[chunk]![at]!
      : Hex.fromBytes(ids[chunk]!.subarray(at * idBytes, (at + 1) * idBytes))
  }
  const value = numbers[chunk]![at]!
  return Number.isNaN(value) ? null : value
}
