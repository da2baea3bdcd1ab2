// The wallet of a live party and its account in the token: what the market can use, and what it cannot touch. The
// Centralizer is allowed exactly what is deposited at that moment, by a permit in the same transaction, so that no
// approval is ever left over (IPSX-WAL-011).
import * as Schema from "effect/Schema"
import * as Abi from "../chain/Abi.ts"
import type { Place } from "../chain/Signer.ts"
import type * as Rpc from "../chain/Rpc.ts"
import * as View from "../chain/View.ts"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import * as Id from "../model/Id.ts"
import * as Time from "../model/Time.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Journal } from "./Journal.ts"
import type * as Recording from "./Recording.ts"
import type { Submission, Submissions } from "./Submissions.ts"

/** Base units. `tokens` are the account's own, outside of the market. */
export interface Contents {
  readonly address: Address
  readonly balance: bigint
  readonly reserved: bigint
  readonly tokens: bigint
  /** What the Centralizer may still draw from the account. */
  readonly allowance: bigint
}

export interface Purse {
  readonly read: () => Promise<Contents>
  /** Resolve when the chain has taken it; reject with `Refused` or `Short`. */
  readonly deposit: (amount: bigint) => Promise<void>
  readonly withdraw: (amount: bigint) => Promise<void>
  /**
   * Deposits what the balance lacks of an amount beside what was covered before, as far as the owner has allowed it. The
   * answer is to be called when the chain has reserved the amount, or nobody needs it any more.
   */
  readonly cover: (needed: bigint) => Promise<() => void>
}

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly place: Place
  readonly address: Address
  readonly submissions: Submissions
  readonly journal: Journal
  /** What it may deposit by itself, in all, and what earlier runs have deposited so. */
  readonly topUp: bigint
  readonly topped: bigint
  /** What earlier runs have begun, in order; those that are not done go on. */
  readonly before: ReadonlyArray<Submission>
  readonly done: ReadonlySet<number>
}

const permitSeconds = 3600

/** The entries of a journal that are the purse's: they have no deal. */
export const recorded = (
  entries: ReadonlyArray<Recording.Entry>,
): Pick<Options, "before" | "done" | "topped"> => {
  const before = entries.flatMap((entry): ReadonlyArray<Submission> =>
    entry._tag === "Moved"
      ? [{ id: Id.zero, n: entry.n, transaction: entry.transaction, sent: undefined }]
      : [],
  )
  const done = new Set<number>()
  for (const entry of entries) {
    if (!("id" in entry) || entry.id !== Id.zero) continue
    if (entry._tag === "Done") done.add(entry.n)
    if (entry._tag !== "Signed") continue
    const { n, raw, hash, nonce } = entry
    const submission = before.find((one) => one.n === n)
    if (submission !== undefined) submission.sent = { raw, hash, nonce }
  }
  const topped = entries.reduce((sum, e) => (e._tag === "Topped" ? sum + e.amount : sum), 0n)
  return { before, done, topped }
}

/**
 * Opens it, and goes on with what an earlier run has begun (IPSX-CHN-051).
 *
 * @example
 * const purse = Purse.open({ ...options, ...Purse.recorded(entries) })
 * await purse.deposit(10n * 10n ** 18n)
 */
export const open = (options: Options): Purse => {
  const { address, submissions, journal, before, done } = options
  for (const submission of before) if (!done.has(submission.n)) submissions.submit(submission)
  let count = before.reduce((most, { n }) => Math.max(most, n + 1), 0)
  let left = Amount.maximum<bigint>(0n, options.topUp - options.topped)
  let pledged = 0n
  // One after the other: what one covers, the next must not count on.
  let turn: Promise<void> = Promise.resolve()

  const move = async (transaction: Transaction): Promise<void> => {
    const n = count++
    await journal.append([{ _tag: "Moved", n, transaction }])
    const { promise, resolve } = Promise.withResolvers<string | undefined>()
    submissions.submit({ id: Id.zero, n, transaction, sent: undefined, finished: resolve })
    const error = await promise
    if (error !== undefined) throw new Refused({ transaction: transaction._tag, error })
  }
  const deposit = (amount: bigint): Promise<void> => {
    const deadline = Time.seconds(Math.floor(Date.now() / 1000) + permitSeconds)
    const transaction = { amount: Amount.of(amount), deadline, sender: address, author: address }
    return move({ _tag: "DepositWithPermit", ...transaction })
  }
  const cover = async (needed: bigint): Promise<void> => {
    const { balance, tokens } = await read(options)
    const lacking = pledged + needed - balance
    if (lacking <= 0n) return
    if (lacking > left || lacking > tokens) throw new Short({ needed, balance, tokens, left })
    // IPSX-WAL-012: what is lacking and no more.
    left -= lacking
    await journal.append([{ _tag: "Topped", amount: Amount.of(lacking) }])
    await deposit(lacking)
  }
  return {
    read: () => read(options),
    deposit,
    withdraw: (amount) => move({ _tag: "Withdraw", sender: address, amount: Amount.of(amount) }),
    cover: (needed) => {
      const covered = turn.then(() => cover(needed)).then(() => void (pledged += needed))
      turn = covered.catch(() => {})
      let held = true
      return covered.then(() => () => {
        if (held) pledged -= needed
        held = false
      })
    },
  }
}

const read = async ({ rpc, place, address }: Options): Promise<Contents> => {
  const { centralizer, token } = place
  const [wallets, tokens, allowance] = await rpc.batch([
    View.walletsCall(centralizer, [address]),
    View.call(token, Abi.reads.balanceOf(address)),
    View.call(token, Abi.reads.allowance(address, centralizer)),
  ])
  const [wallet] = View.wallets([address], wallets)
  const { balance, reserved } = wallet!
  return {
    address,
    balance,
    reserved,
    tokens: View.integer(tokens),
    allowance: View.integer(allowance),
  }
}

/** The chain did not take what the purse wanted. */
export class Refused extends Schema.TaggedError<Refused>()("PurseRefused", {
  transaction: Schema.String,
  error: Schema.String,
}) {
  override get message(): string {
    return `the chain refuses the ${this.transaction}: ${this.error}`
  }
}

/** The wallet does not cover something, and may not or cannot be filled up. */
export class Short extends Schema.TaggedError<Short>()("PurseShort", {
  needed: Schema.BigInt,
  balance: Schema.BigInt,
  tokens: Schema.BigInt,
  left: Schema.BigInt,
}) {
  override get message(): string {
    const [needed, balance, tokens, left] = [this.needed, this.balance, this.tokens, this.left].map(
      Amount.format,
    )
    return `${needed} tokens are needed and the wallet has ${balance}: the account has ${tokens}, of which ${left} may be deposited without being asked (topUp); ipsx wallet --deposit N puts more in`
  }
}
