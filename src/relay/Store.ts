// The order log in lasting storage: SQLite, because a relay is asked for any part of it by number. Every entry is on
// disk before anybody hears of it (synchronous = FULL).
import { DatabaseSync } from "node:sqlite"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import { Endpoint } from "../pair-channel/Tls.ts"
import * as OrderLog from "./OrderLog.ts"

/** What cannot be read or written now throws `StoreFailed`. */
export interface Store {
  readonly append: (entry: OrderLog.Entry) => void
  /** Entries from a number on, in order. */
  readonly entries: (from: number, count: number) => ReadonlyArray<OrderLog.Entry>
  readonly all: () => Iterable<OrderLog.Entry>
  /** Where an owner can be reached: no part of the log. */
  readonly reachable: (owner: Address, at: Endpoint | null) => void
  readonly endpoint: (owner: Address) => Endpoint | null
  /** The last block whose logs are in the order log. */
  readonly block: () => number
  readonly setBlock: (number: number) => void
  /** Writes what it has already: whether anything can be written. */
  readonly probe: () => void
  readonly close: () => void
}

const encode = Schema.encodeSync(Schema.fromJsonString(OrderLog.Entry))
const decode = Schema.decodeUnknownSync(Schema.fromJsonString(OrderLog.Entry))
const encodeEndpoint = Schema.encodeSync(Schema.fromJsonString(Endpoint))
const decodeEndpoint = Schema.decodeUnknownSync(Schema.fromJsonString(Endpoint))

const tables = `
PRAGMA journal_mode = WAL;
PRAGMA synchronous = FULL;
CREATE TABLE IF NOT EXISTS entry (number INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS endpoint (owner TEXT PRIMARY KEY, body TEXT NOT NULL) STRICT;
CREATE TABLE IF NOT EXISTS progress (name TEXT PRIMARY KEY, value INTEGER NOT NULL) STRICT;
`

/**
 * Opens a log, or begins one. Only one process may have it.
 *
 * @example
 * const store = Result.getOrThrow(Store.open("relay/orders.db"))
 */
export const open = (file: string): Result.Result<Store, StoreUnusable> => {
  try {
    return Result.succeed(over(new DatabaseSync(file)))
  } catch (cause) {
    return Result.fail(new StoreUnusable({ file, reason: (cause as Error).message }))
  }
}

const over = (database: DatabaseSync): Store => {
  database.exec(tables)
  database.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN IMMEDIATE; COMMIT")
  const insert = database.prepare("INSERT INTO entry VALUES (?, ?)")
  const page = database.prepare("SELECT body FROM entry WHERE number >= ? ORDER BY number LIMIT ?")
  const every = database.prepare("SELECT body FROM entry ORDER BY number")
  const reach = database.prepare("INSERT OR REPLACE INTO endpoint VALUES (?, ?)")
  const forget = database.prepare("DELETE FROM endpoint WHERE owner = ?")
  const found = database.prepare("SELECT body FROM endpoint WHERE owner = ?")
  const progress = database.prepare("SELECT value FROM progress WHERE name = 'block'")
  const advance = database.prepare("INSERT OR REPLACE INTO progress VALUES ('block', ?)")
  const block = (): number => Number(progress.get()?.["value"] ?? 0)
  return {
    append: (entry) => trying(() => void insert.run(entry.number, encode(entry))),
    entries: (from, count) => trying(() => page.all(from, count).map(({ body }) => decode(body))),
    all: function* () {
      const rows = every.iterate()
      for (;;) {
        const next = trying(() => rows.next())
        if (next.done === true) return
        yield trying(() => decode(next.value["body"]))
      }
    },
    reachable: (owner, at) =>
      trying(() => void (at === null ? forget.run(owner) : reach.run(owner, encodeEndpoint(at)))),
    endpoint: (owner) =>
      trying(() => {
        const row = found.get(owner)
        return row === undefined ? null : decodeEndpoint(row["body"])
      }),
    block: () => trying(block),
    setBlock: (number) => trying(() => void advance.run(number)),
    probe: () => trying(() => void advance.run(block())),
    close: () => database.close(),
  }
}

const trying = <A>(task: () => A): A => {
  try {
    return task()
  } catch (cause) {
    throw new StoreFailed({ reason: (cause as Error).message.slice(0, 300) })
  }
}

/** The disk is full, or gone, or the log on it is damaged. */
export class StoreFailed extends Schema.TaggedError<StoreFailed>()("StoreFailed", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the relay's order log cannot be used now: ${this.reason}; nothing was taken, try again later`
  }
}

export class StoreUnusable extends Schema.TaggedError<StoreUnusable>()("StoreUnusable", {
  file: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.file} cannot be used as an order log: ${this.reason}; is another relay running with it?`
  }
}
