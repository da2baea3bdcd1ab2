// One column of a table of results, typed by what it holds: eight bytes for a cell. An object for each amount, and an
// array that must be copied whole when it grows, would be most of the memory of a month.

/** `integer` is a safe integer, `text` a string, `amount` base units as a bigint, written as decimal text. */
export type Kind = "integer" | "number" | "text" | "amount"
export type Cell = number | string | bigint | null

export interface Column {
  readonly name: string
  readonly kind: Kind
  readonly set: (row: number, cell: Cell) => void
  readonly get: (row: number) => Cell
}

const chunkBits = 14
const chunkRows = 2 ** chunkBits

/** The chunk of a row, made when it is the chunk's first. */
const placed = <A>(chunks: Array<A>, row: number, make: () => A): A => {
  if (row >>> chunkBits === chunks.length) chunks.push(make())
  return chunks[row >>> chunkBits]!
}

const newNumbers = (): Float64Array => new Float64Array(chunkRows)

/** What is not known is not a number. */
const numbers = (name: string, kind: Kind): Column => {
  const chunks: Array<Float64Array> = []
  return {
    name,
    kind,
    set: (row, cell) => {
      placed(chunks, row, newNumbers)[row % chunkRows] = cell === null ? NaN : (cell as number)
    },
    get: (row) => {
      const value = chunks[row >>> chunkBits]![row % chunkRows]!
      return Number.isNaN(value) ? null : value
    },
  }
}

const newTexts = (): Array<Cell> => []

const texts = (name: string): Column => {
  const chunks: Array<Array<Cell>> = []
  return {
    name,
    kind: "text",
    set: (row, cell) => {
      placed(chunks, row, newTexts)[row % chunkRows] = cell
    },
    get: (row) => chunks[row >>> chunkBits]![row % chunkRows]!,
  }
}

const newAmounts = (): BigUint64Array => new BigUint64Array(chunkRows)
const wideMax = 2n ** 64n - 1n

/** Most amounts are below 2^64 base units, which are eighteen tokens; the others are kept beside. */
const amounts = (name: string): Column => {
  const chunks: Array<BigUint64Array> = []
  const others = new Map<number, Cell>()
  return {
    name,
    kind: "amount",
    set: (row, cell) => {
      const chunk = placed(chunks, row, newAmounts)
      if (typeof cell !== "bigint" || cell < 0n || cell > wideMax) others.set(row, cell)
      else chunk[row % chunkRows] = cell
    },
    get: (row) => {
      const other = others.get(row)
      return other === undefined ? chunks[row >>> chunkBits]![row % chunkRows]! : other
    },
  }
}

/**
 * An empty column. Rows are set from the first one on.
 *
 * @example
 * const paid = Column.make("paid", "amount")
 * paid.set(0, 10n ** 18n)
 */
export const make = (name: string, kind: Kind): Column =>
  kind === "text" ? texts(name) : kind === "amount" ? amounts(name) : numbers(name, kind)
