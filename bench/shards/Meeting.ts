// Where shards meet over a request that more than one of them could serve. Each writes what it would give into shared
// memory, waits for the others, and then all of them, alone, come to the same decision.

/** Picks of one shard in one round: price, sequence and seats of each. */
const pickWidth = 3
/** What a request has had of one shard: the four numbers of each run, as in `Wish.had`. */
const hadWidth = 4
const picksMax = 128

const doubles = 2 + picksMax * (pickWidth + hadWidth)

export interface Meeting {
  /** How far each shard has come: a number that only grows. */
  readonly tickets: Int32Array
  readonly tables: ReadonlyArray<Float64Array>
  readonly shards: number
}

export const memory = (shards: number): SharedArrayBuffer =>
  new SharedArrayBuffer(8 * shards + 8 * doubles * shards)

export const open = (buffer: SharedArrayBuffer, shards: number): Meeting => ({
  tickets: new Int32Array(buffer, 0, shards),
  tables: Array.from(
    { length: shards },
    (_, at) => new Float64Array(buffer, 8 * shards + 8 * doubles * at, doubles),
  ),
  shards,
})

/** Says that a shard has come to a point, and waits until all that take part have. */
export const wait = (
  { tickets }: Meeting,
  self: number,
  among: ReadonlyArray<number>,
  ticket: number,
): void => {
  Atomics.store(tickets, self, ticket)
  Atomics.notify(tickets, self)
  for (const other of among)
    for (let at = Atomics.load(tickets, other); at < ticket; at = Atomics.load(tickets, other))
      Atomics.wait(tickets, other, at)
}

export const begin = ({ tables }: Meeting, self: number): void => {
  // What the request has had stays: another shard may be at reading it, until it comes to the next meeting.
  tables[self]![0] = 0
}

export const offer = (
  { tables }: Meeting,
  self: number,
  price: number,
  sequence: number,
  seats: number,
): void => {
  const table = tables[self]!
  table.set([price, sequence, seats], 2 + table[0]! * pickWidth)
  table[0]! += 1
}

export const count = ({ tables }: Meeting, shard: number): number => tables[shard]![0]!
const price = ({ tables }: Meeting, shard: number, pick: number): number =>
  tables[shard]![2 + pick * pickWidth]!
const sequence = ({ tables }: Meeting, shard: number, pick: number): number =>
  tables[shard]![3 + pick * pickWidth]!
export const seats = ({ tables }: Meeting, shard: number, pick: number): number =>
  tables[shard]![4 + pick * pickWidth]!

/** Whether a pick of one shard comes before a pick of another: the cheaper, then the older offer (IPSX-MAT-005). */
export const isBefore = (
  meeting: Meeting,
  [a, pickOfA]: readonly [number, number],
  [b, pickOfB]: readonly [number, number],
): boolean => {
  const difference = price(meeting, a, pickOfA) - price(meeting, b, pickOfB)
  return difference === 0
    ? sequence(meeting, a, pickOfA) < sequence(meeting, b, pickOfB)
    : difference < 0
}

const hadAt = 2 + picksMax * pickWidth

/** Tells the others what the request has had of this shard just now. */
export const tell = ({ tables }: Meeting, self: number, had: ReadonlyArray<number>): void => {
  tables[self]!.set(had, hadAt)
  tables[self]![1] = had.length
}

export const heard = ({ tables }: Meeting, shard: number): Float64Array =>
  tables[shard]!.subarray(hadAt, hadAt + tables[shard]![1]!)
