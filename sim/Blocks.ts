// The simulated chain's pulse: transactions queue, a block takes the oldest of them at its own virtual time,
// and what came of them is known one block later. Blocks without transactions are not made; their numbers
// are passed over, as time passes (IPSX-CHN, design of the mirror).
import type { Lease } from "./Lease.ts"
import * as Settlement from "./Settlement.ts"
import type { Role } from "../src/model/Status.ts"
import type { Transaction } from "../src/model/Transaction.ts"

export interface Pending {
  readonly transaction: Transaction
  /** Whom a refusal concerns, where it is one side of a deal. */
  readonly lease: Lease | undefined
  readonly role: Role
  /** What the transaction does together, where it does several things. */
  readonly parts?: ReadonlyArray<Pending>
  /** It was refused together with others and now goes by itself. */
  readonly isAlone?: boolean
}

export interface Blocks {
  readonly blockMs: number
  readonly transactionsMax: number
  readonly settlement: Settlement.Settlement
  queue: Array<Pending>
  /** What the block that is being made took. */
  mining: ReadonlyArray<Pending>
  scheduled: boolean
  /** Blocks with transactions so far. */
  made: number
  transactions: number
}

/** Blocks before the first simulated one: deployment and funding happen there. */
export const genesis = 64

const queueMax = 5_000_000

export const make = (
  blockSeconds: number,
  transactionsMax: number,
  settlement: Settlement.Settlement = "deal",
): Blocks => ({
  settlement,
  blockMs: blockSeconds * 1000,
  transactionsMax,
  queue: [],
  mining: [],
  scheduled: false,
  made: 0,
  transactions: 0,
})

/** @throws RangeError when more transactions wait than any run should have. */
export const submit = (blocks: Blocks, pending: Pending): void => {
  if (blocks.queue.length >= queueMax) throw new RangeError(`${queueMax} transactions are waiting`)
  blocks.queue.push(pending)
}

/** IPSX-SIM-046: what was refused together goes by itself, one by one. */
export const takeApart = (blocks: Blocks, parts: ReadonlyArray<Pending> = []): void => {
  for (const part of parts) submit(blocks, { ...part, isAlone: true })
}

/** The moment of the first block after `now`. */
export const next = (blocks: Blocks, now: number): number =>
  (Math.floor(now / blocks.blockMs) + 1) * blocks.blockMs

export const numberAt = (blocks: Blocks, at: number): number => genesis + at / blocks.blockMs

/** Takes what the block has room for, oldest first, and joins what goes together. */
export const take = (blocks: Blocks, now: number): ReadonlyArray<Pending> => {
  const { queue, transactionsMax, settlement } = blocks
  const taken = Settlement.join(settlement, queue.slice(0, transactionsMax), now)
  blocks.queue = blocks.queue.slice(blocks.transactionsMax)
  blocks.made += 1
  blocks.transactions += taken.length
  return taken
}
