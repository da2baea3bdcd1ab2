// The wallet of a live party and its account in the token: what the market can use, and what it cannot touch. The
// Centralizer is allowed exactly what is deposited at that moment, by a permit in the same transaction, so that no
// approval is ever left over (IPSX-WAL-011).
import * as Schema from "effect/Schema"
import * as Abi from "../chain/Abi.ts"
import type * as Sender from "../chain/Sender.ts"
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
import type { Submission } from "./Submission.ts"
import type { Submissions } from "./Submissions.ts"

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
  /** Resolve when the chain has taken it for good; reject with `Refused`, `Short` or `TransactionUnfinished`. */
  readonly deposit: (amount: bigint) => Promise<void>
  readonly withdraw: (amount: bigint) => Promise<void>
  /** Tokens outside of the market, to somebody else's account. */
  readonly send: (amount: bigint, to: Address) => Promise<void>
  /** The commissions so far, to the own account; the contract lets the platform alone (IPSX-PAY-019). */
  readonly collect: () => Promise<void>
  /**
   * Deposits what the balance lacks of an amount beside what was covered before, as far as the owner has allowed it. `deals`
   * are those that the amount has become, if any: what the chain has reserved for them is in no balance any more. The
   * answer is to be called when nobody needs the amount any more.
   */
  readonly cover: (needed: bigint, deals?: () => ReadonlyArray<Id.Id>) => Promise<() => void>
  /** What earlier runs have begun and the chain had not taken for good, and what becomes of each. */
  readonly resumed: ReadonlyArray<Resumed>
}

export interface Resumed {
  readonly transaction: Transaction
  readonly done: Promise<void>
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
  const sent = new Map<number, Array<Sender.Raw>>()
  const remissions = new Map<number, ReadonlyArray<Recording.Entry>>()
  const done = new Set<number>()
  let topped = 0n
  for (const entry of entries) {
    if (entry._tag === "Untopped") topped -= entry.amount
    if (entry._tag === "Topped") {
      topped += entry.amount
      if (entry.n !== undefined) remissions.set(entry.n, remissionOf(entry.amount))
    }
    if (!("id" in entry) || entry.id !== Id.zero) continue
    if (entry._tag === "Done") done.add(entry.n)
    if (entry._tag !== "Signed") continue
    const { n, raw, hash, nonce } = entry
    sent.set(n, [...(sent.get(n) ?? []), { raw, hash, nonce }])
  }
  const before = entries.flatMap((entry): ReadonlyArray<Submission> => {
    if (entry._tag !== "Moved") return []
    const { n, transaction } = entry
    const remission = remissions.get(n) ?? []
    return [{ id: Id.zero, n, transaction, sent: sent.get(n) ?? [], remission }]
  })
  return { before, done, topped }
}

/** What is written down when a deposit is refused that nobody was asked for: it may be made once more. */
const remissionOf = (amount: bigint): ReadonlyArray<Recording.Entry> => [
  { _tag: "Untopped", amount: Amount.of(amount) },
]

/** What was covered, and the deals that it has become. */
interface Pledge {
  readonly amount: bigint
  readonly deals: () => ReadonlyArray<Id.Id>
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
  let count = before.reduce((most, { n }) => Math.max(most, n + 1), 0)
  let left = Amount.maximum<bigint>(0n, options.topUp - options.topped)
  const pledges = new Set<Pledge>()
  // One after the other: what one covers, the next must not count on.
  let turn: Promise<void> = Promise.resolve()

  const submit = (submission: Submission, until: "taken" | "final"): Promise<void> => {
    const { promise, resolve, reject } = Promise.withResolvers<void>()
    submissions.submit({
      ...submission,
      taken: () => until === "taken" && resolve(),
      finished: (end) => {
        if (end === undefined) return resolve()
        if (typeof end !== "string") return reject(end)
        for (const entry of submission.remission ?? [])
          if (entry._tag === "Untopped") left += entry.amount
        return reject(new Refused({ transaction: submission.transaction._tag, error: end }))
      },
    })
    return promise
  }
  const move = async (
    transaction: Transaction,
    topped: ReadonlyArray<bigint>,
    until: "taken" | "final",
  ): Promise<void> => {
    const n = count++
    // With its deposit or not at all: what is not deposited uses up nothing.
    const tops = topped.map((amount) => ({ _tag: "Topped", n, amount: Amount.of(amount) }) as const)
    await journal.append([...tops, { _tag: "Moved", n, transaction }])
    for (const amount of topped) left -= amount
    const remission = topped.flatMap(remissionOf)
    return submit({ id: Id.zero, n, transaction, sent: [], remission }, until)
  }
  const depositOf = (amount: bigint): Transaction => {
    const deadline = Time.seconds(Math.floor(Date.now() / 1000) + permitSeconds)
    const transaction = { amount: Amount.of(amount), deadline, sender: address, author: address }
    return { _tag: "DepositWithPermit", ...transaction }
  }
  const cover = async (needed: bigint): Promise<void> => {
    const deals = [...pledges].flatMap((pledge) => pledge.deals())
    const { balance, tokens, opened } = await read(options, deals)
    const pledged = [...pledges].reduce(
      (sum, { amount, deals }) => (deals().some((id) => opened.has(id)) ? sum : sum + amount),
      0n,
    )
    const lacking = pledged + needed - balance
    if (lacking <= 0n) return
    if (lacking > left || lacking > tokens) throw new Short({ needed, balance, tokens, left })
    // IPSX-WAL-012: what is lacking and no more. A deposit that is in a block counts already: one that falls out of it is
    // sent again.
    await move(depositOf(lacking), [lacking], "taken")
  }
  const resumed = before
    .filter(({ n }) => !done.has(n))
    .map((submission) => ({
      transaction: submission.transaction,
      done: submit(submission, "final"),
    }))
  for (const one of resumed) one.done.catch(() => {})
  return {
    resumed,
    read: () => read(options),
    deposit: (amount) => move(depositOf(amount), [], "final"),
    withdraw: (amount) =>
      move({ _tag: "Withdraw", sender: address, amount: Amount.of(amount) }, [], "final"),
    send: (amount, to) =>
      move({ _tag: "TransferTokens", sender: address, to, amount: Amount.of(amount) }, [], "final"),
    collect: () => move({ _tag: "WithdrawFees", sender: address, to: address }, [], "final"),
    cover: (needed, deals = () => []) => {
      const pledge = { amount: needed, deals }
      const covered = turn.then(() => cover(needed)).then(() => void pledges.add(pledge))
      turn = covered.catch(() => {})
      return covered.then(() => () => void pledges.delete(pledge))
    },
  }
}

/** The wallet, and those of some deals that are open on the chain, or were. */
const read = async (
  { rpc, place, address }: Options,
  deals: ReadonlyArray<Id.Id> = [],
): Promise<Contents & { readonly opened: ReadonlySet<Id.Id> }> => {
  const { centralizer, token } = place
  const [wallets, tokens, allowance, channels] = await rpc.batch([
    View.walletsCall(centralizer, [address]),
    View.call(token, Abi.reads.balanceOf(address)),
    View.call(token, Abi.reads.allowance(address, centralizer)),
    ...(deals.length === 0 ? [] : [View.channelsCall(centralizer, deals)]),
  ])
  const [wallet] = View.wallets([address], wallets)
  const { balance, reserved } = wallet!
  const known = deals.length === 0 ? [] : View.channels(deals, channels)
  return {
    address,
    balance,
    reserved,
    tokens: View.integer(tokens),
    allowance: View.integer(allowance),
    opened: new Set(known.flatMap(({ id, phase }) => (phase === "None" ? [] : [id]))),
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
