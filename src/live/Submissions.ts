// A party's transactions, one after the other: made, written down, sent, and watched until the chain has taken or
// refused each for good (IPSX-CHN-051). After a crash the same bytes go out again.
import { reads as AbiReads, type Calldata as Call } from "../chain/Abi.ts"
import type * as Chain from "../chain/Chain.ts"
import { asError } from "../chain/Chain.ts"
import * as Fee from "../chain/Fee.ts"
import * as Rpc from "../chain/Rpc.ts"
import * as Sender from "../chain/Sender.ts"
import type { Place } from "../chain/Signer.ts"
import * as View from "../chain/View.ts"
import type { Address } from "../model/Address.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Calldata from "./Calldata.ts"
import * as Insistence from "./Insistence.ts"
import type { Journal } from "./Journal.ts"
import type * as Recording from "./Recording.ts"
import * as Signer from "./Signer.ts"
import { Unfinished, type Submission } from "./Submission.ts"

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  readonly place: Place
  readonly signer: Signer.Signer
  readonly evidence: Calldata.Evidence
  readonly journal: Journal
  /** Milliseconds between two looks at the chain. */
  readonly pollMs: number
  /** Seconds that a block must be behind the head before it counts (a parameter of the market). */
  readonly finality: number
  /** Wei that one gas may cost (IPSX-CHN-053). */
  readonly feeCap: bigint
  /** The first number that no transaction of an earlier run has, see `numbered`. */
  readonly numbered: number
  /** The contract refused it, by this error: what that means is written down together with `notes`, or not at all. */
  readonly refused: (
    submission: Submission,
    error: string,
    notes: ReadonlyArray<Recording.Entry>,
  ) => Promise<void>
  readonly trouble: (error: Trouble) => void
}

export type Trouble =
  | Chain.ChainError
  | Calldata.NoEvidence
  | Insistence.FeeCapReached
  | Insistence.NumberMissing
  | Signer.Unsigned
  | Unfinished

export interface Submissions {
  readonly submit: (submission: Submission) => void
  /** How many are not done. */
  readonly waiting: () => number
  /** Ends it: whoever waits hears `Unfinished`, and the next run goes on. */
  readonly close: () => void
}

/**
 * Looks in a row by which its number is used up and it has no receipt, before another one is taken to have the number: a
 * node may know a block sooner than its receipts, and of several behind one address one may be behind.
 */
const replacedAfter = 12
/** Blocks for which it is waited that somebody else's transaction, which would have this one refused, is in one. */
const waitsMax = 3
/** Looks after which a signer is asked again that did not want to. */
const askAgainAfter = 25
const waitingMax = 10_000
/** Versions of one transaction that are looked for. */
const versionsMax = 24

interface State {
  readonly options: Options
  readonly sender: Sender.Options
  readonly signer: Signer.Signer
  /** Those that are not done. */
  readonly open: Set<Submission>
  closed: boolean
  /** Transactions are made one after the other, because each has the next number. */
  turn: Promise<unknown>
}

/** The first number above those of an earlier run's transactions that are not done: the node may have lost them. */
export const numbered = (entries: ReadonlyArray<Recording.Entry>): number => {
  const open = new Map<string, number>()
  for (const entry of entries) {
    if (entry._tag === "Signed") open.set(`${entry.id} ${entry.n}`, entry.nonce + 1)
    if (entry._tag === "Done") open.delete(`${entry.id} ${entry.n}`)
  }
  return [...open.values()].reduce((most, next) => Math.max(most, next), 0)
}

/**
 * @example
 * const submissions = Submissions.make({ ...options, numbered: Submissions.numbered(entries), refused, trouble })
 * submissions.submit({ id, n: 0, transaction, sent: [] })
 */
export const make = (options: Options): Submissions => {
  const { rpc, curve, place, finality } = options
  const signer = Signer.careful(options.signer)
  const state: State = {
    options,
    signer,
    sender: {
      rpc,
      curve,
      chainId: place.chainId,
      sender: signer.address,
      finality,
      sign: (digest) => Signer.recoverable(signer, digest),
    },
    open: new Set(),
    closed: false,
    turn: Promise.resolve(),
  }
  return {
    submit: (submission) => {
      if (state.closed) return submission.finished?.(unfinished(submission, theEnd))
      if (state.open.size >= waitingMax) {
        const error = unfinished(
          submission,
          `${waitingMax} transactions wait for the chain already`,
        )
        options.trouble(error)
        return submission.finished?.(error)
      }
      state.open.add(submission)
      state.turn = state.turn.then(() => run(state, submission))
      return undefined
    },
    waiting: () => state.open.size,
    close: () => {
      state.closed = true
      for (const one of state.open) one.finished?.(unfinished(one, theEnd))
      state.open.clear()
    },
  }
}

const theEnd = "the program ends; started again with the same data it goes on"
const unfinished = ({ transaction }: Submission, reason: string): Unfinished =>
  new Unfinished({ transaction: transaction._tag, reason })

const rest = ({ options }: State): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, options.pollMs))

/** Repeats a task until the node answers; what the node answers is for the task. Rejects with `Unsigned` alone. */
const insist = async <A>(state: State, task: () => Promise<A>): Promise<A | undefined> => {
  while (!state.closed) {
    try {
      return await task()
    } catch (cause) {
      if (state.closed) return undefined
      if (cause instanceof Signer.Unsigned) {
        state.options.trouble(cause)
        throw cause
      }
      if (cause instanceof Calldata.NoEvidence) {
        state.options.trouble(cause)
        return undefined
      }
      state.options.trouble(asError(cause))
      await rest(state)
    }
  }
  return undefined
}

/** The number after all that the node knows of, and those that it may not know of. */
const nextNumber = async ({ options, sender, open }: State): Promise<number> => {
  const { pending } = await Sender.nonces(options.rpc, sender.sender)
  let next = Math.max(pending, options.numbered)
  for (const { sent } of open) for (const { nonce } of sent) next = Math.max(next, nonce + 1)
  return next
}

/** It is asked for again later; the others do not wait for it. `since` is the block from which on that is so. */
interface Later {
  readonly since: number
}

/**
 * Signs and writes down; the name of the refusal when the contract would refuse it. What somebody has only sent refuses
 * nothing, because it may be taken back: it is waited for, and no longer than some blocks (IPSX-CHN-055).
 */
const prepare = async (
  state: State,
  submission: Submission,
  call: Call,
  since: number,
): Promise<Sender.Raw | string | Later> => {
  const { options, sender } = state
  const isFree = (await Sender.refusal(sender, call, "pending")) === undefined
  const refusal = isFree ? undefined : await Sender.refusal(sender, call, "latest")
  if (refusal !== undefined) return refusal
  const price = await Sender.price(options.rpc)
  if (!isFree && price.block < since + waitsMax) return { since: Math.min(since, price.block) }
  const fee = Fee.first(price, options.feeCap)
  const number = await nextNumber(state)
  const of = isFree ? "pending" : "latest"
  return keep(state, submission, await Sender.sign(sender, call, number, fee, of))
}

/** IPSX-CHN-051: what is not written down is not sent. */
const keep = async (
  { options }: State,
  { id, n, sent }: Submission,
  raw: Sender.Raw,
): Promise<Sender.Raw> => {
  await options.journal.append([{ _tag: "Signed", id, n, ...raw }])
  sent.push(raw)
  if (sent.length > versionsMax) sent.shift()
  return raw
}

/** Sends what was signed; a node that is away is waited for, and what it refuses now it may take later. */
const send = (state: State, raw: Sender.Raw): Promise<void> =>
  insist(state, async () => {
    try {
      await Sender.send(state.options.rpc, raw)
    } catch (cause) {
      if (!(cause instanceof Rpc.RpcRefused)) throw cause
      state.options.trouble(cause)
    }
  })

const finish = async (
  state: State,
  submission: Submission,
  error: string | undefined,
): Promise<void> => {
  const { journal, refused } = state.options
  const { id, n, remission = [] } = submission
  const done = { _tag: "Done", id, n } as const
  await insist(state, () =>
    error === undefined ? journal.append([done]) : refused(submission, error, [done, ...remission]),
  )
  if (state.open.delete(submission)) submission.finished?.(error)
}

/** Another transaction has its number: it is made anew, in its turn, or refused by now. */
const makeAnew = (
  state: State,
  submission: Submission,
  call: Call,
): Promise<string | undefined> => {
  const made = state.turn.then(async () => {
    const raw = await insist(state, () => prepare(state, submission, call, -Infinity))
    if (typeof raw === "string") return raw
    if (raw !== undefined && !("since" in raw)) await send(state, raw)
    return undefined
  })
  // Who does not sign now is asked again by the watch.
  const settled = made.catch(() => undefined)
  state.turn = settled
  return settled
}

const watch = async (state: State, submission: Submission, call: Call): Promise<void> => {
  const { options, sender } = state
  const insistence = Insistence.make()
  const around: Insistence.Around<Submission> = {
    sender,
    feeCap: options.feeCap,
    open: state.open,
    keep: (one, raw) => keep(state, one, raw),
    trouble: (error) => state.closed || options.trouble(error),
  }
  // A block that has the other one may be replaced for as long as one that has this one.
  const patience = Math.max(replacedAfter, Math.ceil((options.finality * 1000) / options.pollMs))
  let replaced = 0
  while (!state.closed) {
    await rest(state)
    const now = await insist(state, () => Sender.state(sender, submission.sent, call))
    if (now === undefined) return
    replaced = now._tag === "Replaced" ? replaced + 1 : 0
    if (now._tag === "Mined" || now._tag === "Refused") {
      if (now._tag === "Mined") submission.taken?.()
      // IPSX-CHN-054: until then its block may be replaced, and it is sent again.
      if (now.isFinal)
        return finish(state, submission, now._tag === "Mined" ? undefined : now.error)
    } else if (now._tag === "Pending") await Insistence.look(insistence, around, submission, now)
    else if (replaced >= patience) {
      replaced = 0
      const refusal = await makeAnew(state, submission, call)
      if (refusal !== undefined) return finish(state, submission, refusal)
    }
  }
}

/** Comes to it again after so many looks, behind those that are there by then. */
const later = async (state: State, submission: Submission, since: number, looks: number) => {
  for (let look = 0; look < looks && !state.closed; look++) await rest(state)
  state.turn = state.turn.then(() => run(state, submission, since))
}

const run = async (state: State, submission: Submission, since = Infinity): Promise<void> => {
  const { options } = state
  if (state.closed) return
  const permits = async (owner: Address): Promise<number> => {
    // Those before it that wait for a block have their permits too (IPSX-WAL-011).
    const { method, params } = View.call(options.place.token, AbiReads.nonces(owner), "pending")
    return Number(View.integer(await options.rpc.call(method, params)))
  }
  try {
    const given = { ...options, signer: state.signer, permits }
    const call = await insist(state, () => Calldata.make(given, submission.transaction))
    if (call === undefined) return void state.open.delete(submission)
    const raw =
      submission.sent.at(-1) ?? (await insist(state, () => prepare(state, submission, call, since)))
    if (raw === undefined) return
    if (typeof raw === "string") return await finish(state, submission, raw)
    if ("since" in raw) return void later(state, submission, raw.since, 1)
    await send(state, raw)
    // The next one may go out meanwhile: it has the next number.
    void watch(state, submission, call)
  } catch (cause) {
    if (!(cause instanceof Signer.Unsigned)) options.trouble(asError(cause))
    // Its signer does not want to. The others do not wait for that.
    void later(state, submission, since, askAgainAfter)
  }
}
