// Peers that keep the same offers in a database, each with the best index that it can be given, and the part of the
// work that a query cannot do, the caps, in JavaScript.
import type { Wish } from "../../src/matching/book/Wish.ts"
import * as Peer from "../harness/Peer.ts"
import * as Market from "./Market.ts"

/** What a request gets: offer and seats, in turn. */
export type Answer = ReadonlyArray<number>

export interface Row {
  readonly id: number
  readonly price: number
  readonly seats: number
  readonly owner: number
  readonly network: number
  readonly place: number
}

/** Takes from rows in rank what the caps let a request have. */
export class Picker {
  readonly answer: Array<number> = []
  readonly groups = new Map<number, number>()
  readonly networks = new Map<number, number>()
  readonly addresses = new Set<number>()
  left: number
  readonly wish: Wish

  constructor(wish: Wish) {
    this.wish = wish
    this.left = wish.addresses
  }

  take({ id, seats, owner, network, place }: Row): void {
    const { wish, groups, networks, addresses } = this
    if (wish.provider?.deny?.has(owner)) return
    const room = Math.min(seats, this.left, wish.maxPerNetwork - (networks.get(network) ?? 0))
    let taken = 0
    for (let at = 0; at < seats && taken < room; at++) {
      const group = Math.floor((place + at) / 256)
      const had = groups.get(group) ?? 0
      if (had >= wish.maxPerGroup || addresses.has(place + at)) continue
      addresses.add(place + at)
      groups.set(group, had + 1)
      taken++
    }
    if (taken === 0) return
    networks.set(network, (networks.get(network) ?? 0) + taken)
    this.answer.push(id, taken)
    this.left -= taken
  }
}

const cellsOf = (wish: Wish): Array<readonly [country: number, type: number]> => {
  const countries =
    wish.countries.length > 0 ? wish.countries : Array.from({ length: 200 }, (_, at) => at)
  return countries.flatMap((country) =>
    Market.types
      .filter((type) => (wish.classes & (1 << type)) !== 0)
      .map((type) => [country, type] as const),
  )
}

interface Statement {
  readonly iterate: (...values: ReadonlyArray<number>) => IterableIterator<Row>
  readonly run: (...values: ReadonlyArray<number>) => void
}
interface Sqlite {
  readonly default: new (path: string) => {
    readonly exec: (text: string) => void
    readonly prepare: (text: string) => Statement
  }
}

const columns = "country, type, price, id, bits, rating, until, least, seats, owner, network, place"

const rowOf = (offer: Market.Offer, id: number): ReadonlyArray<number> => [
  offer.country,
  offer.type,
  offer.price,
  id,
  offer.bits,
  Market.ratingOf(offer.owner),
  offer.to,
  Market.minLeaseOf(offer.owner),
  offer.seats,
  offer.owner,
  Market.networkOf(offer.owner),
  offer.place,
]

/** SQLite in memory: the table is its own covering index, a cursor for each cell is merged in JavaScript. */
export const sqlite = async (
  offers: ReadonlyArray<Market.Offer>,
): Promise<{ readonly name: string; readonly find: (wish: Wish) => Answer }> => {
  const { module, name } = await Peer.load<Sqlite>("better-sqlite3")
  const database = new module.default(":memory:")
  database.exec(
    `CREATE TABLE offer (${columns}, PRIMARY KEY (country, type, price, id)) WITHOUT ROWID`,
  )
  const insert = database.prepare(`INSERT INTO offer VALUES (${columns.replaceAll(/\w+/g, "?")})`)
  database.exec("BEGIN")
  for (const [id, offer] of offers.entries()) insert.run(...rowOf(offer, id))
  database.exec("COMMIT; ANALYZE")
  const statements = new Map<number, Statement>()
  const statement = (country: number, type: number): Statement => {
    const key = country * 12 + type
    const known = statements.get(key)
    if (known !== undefined) return known
    const made = database.prepare(
      `SELECT id, price, seats, owner, network, place FROM offer WHERE country = ${country} AND type = ${type}
       AND price <= ? AND (bits & ?) = ? AND rating >= ? AND until >= ? AND least <= ? ORDER BY price, id`,
    )
    statements.set(key, made)
    return made
  }
  const find = (wish: Wish): Answer => {
    const { perSecondMax, bits, minRating, duration } = wish
    const values = [perSecondMax, bits, bits, minRating, Market.now + duration, duration]
    const cursors = cellsOf(wish).map(([country, type]) =>
      statement(country, type).iterate(...values),
    )
    const picker = new Picker(wish)
    merge(cursors, picker)
    for (const cursor of cursors) cursor.return?.()
    return picker.answer
  }
  return { name, find }
}

// A binary heap of cursors by the row that each stands at.
const merge = (cursors: ReadonlyArray<IterableIterator<Row>>, picker: Picker): void => {
  const heap: Array<{ row: Row; cursor: IterableIterator<Row> }> = []
  const isLess = (a: Row, b: Row) => a.price < b.price || (a.price === b.price && a.id < b.id)
  const sink = (from: number) => {
    for (let at = from; ;) {
      let child = 2 * at + 1
      if (child >= heap.length) return
      if (child + 1 < heap.length && isLess(heap[child + 1]!.row, heap[child]!.row)) child++
      if (!isLess(heap[child]!.row, heap[at]!.row)) return
      ;[heap[at], heap[child]] = [heap[child]!, heap[at]!]
      at = child
    }
  }
  for (const cursor of cursors) {
    const { value, done } = cursor.next()
    if (done !== true) heap.push({ row: value, cursor })
  }
  for (let at = heap.length >> 1; at >= 0; at--) sink(at)
  while (heap.length > 0 && picker.left > 0) {
    const top = heap[0]!
    picker.take(top.row)
    const { value, done } = top.cursor.next()
    if (done === true) {
      const last = heap.pop()!
      if (heap.length === 0) return
      heap[0] = last
    } else top.row = value
    sink(0)
  }
}

interface Duck {
  readonly DuckDBInstance: {
    readonly create: (
      path: string,
      options: Record<string, string>,
    ) => Promise<{ readonly connect: () => Promise<Connection> }>
  }
}
interface Connection {
  readonly run: (text: string) => Promise<unknown>
  readonly runAndReadAll: (
    text: string,
  ) => Promise<{ readonly getRows: () => Array<Array<number>> }>
  readonly createAppender: (table: string) => Promise<Appender>
}
interface Appender {
  readonly appendInteger: (value: number) => void
  readonly endRow: () => void
  readonly closeSync: () => void
}

/** DuckDB in memory on one thread, its table sorted as the index of SQLite is; first the best 256 rows, then all. */
export const duckdb = async (
  offers: ReadonlyArray<Market.Offer>,
): Promise<{ readonly name: string; readonly find: (wish: Wish) => Promise<Answer> }> => {
  const { module, name } = await Peer.load<Duck>("@duckdb/node-api")
  const instance = await module.DuckDBInstance.create(":memory:", { threads: "1" })
  const connection = await instance.connect()
  await connection.run(`CREATE TABLE raw (${columns.replaceAll(/\w+/g, "$& INTEGER")})`)
  const appender = await connection.createAppender("raw")
  for (const [id, offer] of offers.entries()) {
    for (const value of rowOf(offer, id)) appender.appendInteger(value)
    appender.endRow()
  }
  appender.closeSync()
  await connection.run("CREATE TABLE offer AS SELECT * FROM raw ORDER BY country, type, price, id")
  await connection.run("DROP TABLE raw")
  const find = async (wish: Wish): Promise<Answer> => {
    const { perSecondMax, bits, minRating, duration, countries, classes } = wish
    const types = Market.types.filter((type) => (classes & (1 << type)) !== 0)
    const where = [
      ...(countries.length > 0 ? [`country IN (${countries.join()})`] : []),
      `type IN (${types.join()}) AND price <= ${perSecondMax} AND (bits & ${bits}) = ${bits}`,
      `rating >= ${minRating} AND until >= ${Market.now + duration} AND least <= ${duration}`,
    ].join(" AND ")
    const query = `SELECT id, price, seats, owner, network, place FROM offer WHERE ${where} ORDER BY price, id`
    for (const limit of [256, undefined]) {
      const reader = await connection.runAndReadAll(
        limit === undefined ? query : `${query} LIMIT ${limit}`,
      )
      const rows = reader.getRows()
      const picker = new Picker(wish)
      for (const [id, price, seats, owner, network, place] of rows as Array<
        [number, number, number, number, number, number]
      >) {
        if (picker.left === 0) break
        picker.take({ id, price, seats, owner, network, place })
      }
      if (picker.left === 0 || rows.length < (limit ?? Infinity)) return picker.answer
    }
    throw new Error("never")
  }
  return { name, find }
}
