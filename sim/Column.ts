// One column of a table of results, typed by what it holds: eight bytes for a cell. An object for each amount, and an
// array that must be copied whole when it grows, would be most of the memory of a month.

/** `integer` is a safe integer, `text` a string, `amount` base units as a bigint, written as decimal text. */
export type Kind = "integer" | "number" | "text" | "amount"
export type Cell = number | string | bigint | null

export interface Column {
  readonly name: string
  readonly kind: Kind
  /** Pieces of so many rows each; of these only the ones of the column's kind are used. */
  readonly numbers: Array<Float64Array>
  readonly texts: Array<Array<Cell>>
  readonly amounts: Array<BigUint64Array>
  /** Most amounts are below 2^64 base units, which are eighteen tokens; the others, by row. */
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
  texts: [],
  amounts: [],
  others: new Map(),
})

/** The chunk of a row, made when it is the chunk's first. */
const placed = <A>(chunks: Array<A>, row: number, make: () => A): A => {
  if (row >>> chunkBits === chunks.length) chunks.push(make())
  return chunks[row >>> chunkBits]!
}

const newNumbers = (): Float64Array => new Float64Array(chunkRows)
const newTexts = (): Array<Cell> => []
const newAmounts = (): BigUint64Array => new BigUint64Array(chunkRows)

export const set = (column: Column, row: number, cell: Cell): void => {
  const { kind, texts, amounts, numbers, others } = column
  const at = row % chunkRows
  if (kind === "text") placed(texts, row, newTexts)[at] = cell
  else if (kind === "amount") {
    const chunk = placed(amounts, row, newAmounts)
    if (typeof cell !== "bigint" || cell < 0n || cell > wideMax) others.set(row, cell)
    else chunk[at] = cell
  }
  // What is not known is not a number.
  else placed(numbers, row, newNumbers)[at] = cell === null ? NaN : (cell as number)
}

export const get = ({ kind, texts, amounts, numbers, others }: Column, row: number): Cell => {
  const chunk = row >>> chunkBits
  const at = row % chunkRows
  if (kind === "text") return texts[chunk]![at]!
  if (kind === "amount") {
    const other = others.get(row)
    return other === undefined ? amounts[chunk]![at]! : other
  }
  const value = numbers[chunk]![at]!
  return Number.isNaN(value) ? null : value
}
