// A party's transactions, one after the other: made, written down, sent, and watched until the chain has taken or
// refused each (IPSX-CHN-051). After a crash the same bytes go out again.
import { reads as AbiReads, type Calldata as Call } from "../chain/Abi.ts"
import type * as Chain from "../chain/Chain.ts"
import { asError } from "../chain/Chain.ts"
import type * as Rpc from "../chain/Rpc.ts"
import * as Sender from "../chain/Sender.ts"
import type { Place } from "../chain/Signer.ts"
import * as View from "../chain/View.ts"
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Calldata from "./Calldata.ts"
import type { Journal } from "./Journal.ts"
import type * as Recording from "./Recording.ts"
import * as Signer from "./Signer.ts"

/** The n-th transaction of a deal. */
export interface Submission {
  readonly id: Id
  readonly n: number
  readonly transaction: Transaction
  /** What an earlier run of this program has sent of it. */
  sent: Sender.Raw | undefined
  /** Told when it is done, with the contract's error if it was refused. */
  readonly finished?: (error: string | undefined) => void
}

type Done = Recording.Of<"Done">

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  readonly place: Place
  readonly signer: Signer.Signer
  readonly evidence: Calldata.Evidence
  readonly journal: Journal
  /** Milliseconds between two looks at the chain. */
  readonly pollMs: number
  /** The contract refused it, by this error: what that means is written down together with `done`, or not at all. */
  readonly refused: (submission: Submission, error: string, done: Done) => Promise<void>
  readonly trouble: (error: Chain.ChainError | Calldata.NoEvidence) => void
}

export interface Submissions {
  readonly submit: (submission: Submission) => void
  /** How many are not done. */
  readonly waiting: () => number
  readonly close: () => void
}

/** Looks at the chain after which a transaction that nobody has seen is sent again, and how many may wait. */
const resendAfter = 12
/**
 * Looks in a row by which its number is used up and it has no receipt, before another one is taken to have the number: a
 * node may know a block sooner than its receipts, and of several behind one address one may be behind.
 */
const replacedAfter = 12
const waitingMax = 10_000

interface State {
  readonly options: Options
  readonly sender: Sender.Options
  closed: boolean
  waiting: number
  /** Transactions are made one after the other, because each has the next number. */
  turn: Promise<void>
}

/**
 * @example
 * const submissions = Submissions.make({ rpc, curve, place, signer, evidence, journal, pollMs: 250, refused, trouble })
 * submissions.submit({ id, n: 0, transaction, sent: undefined })
 */
export const make = (options: Options): Submissions => {
  const { rpc, curve, place, signer } = options
  const state: State = {
    options,
    sender: {
      rpc,
      curve,
      chainId: place.chainId,
      sender: signer.address,
      sign: (digest) => Signer.recoverable(signer, digest),
    },
    closed: false,
    waiting: 0,
    turn: Promise.resolve(),
  }
  return {
    submit: (submission) => {
      if (state.closed || state.waiting >= waitingMax) return
      state.waiting++
      state.turn = state.turn.then(() => run(state, submission)).finally(() => state.waiting--)
    },
    waiting: () => state.waiting,
    close: () => {
      state.closed = true
    },
  }
}

const rest = ({ options }: State): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, options.pollMs))

/** Repeats a task until the node answers; what the node answers is for the task. */
const insist = async <A>(state: State, task: () => Promise<A>): Promise<A | undefined> => {
  while (!state.closed) {
    try {
      return await task()
    } catch (cause) {
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

/** Signs and writes down; the name of the refusal when the contract would refuse it. */
const prepare = async (
  { options, sender }: State,
  submission: Submission,
  call: Call,
): Promise<Sender.Raw | string> => {
  const refusal = await Sender.refusal(sender, call)
  if (refusal !== undefined) return refusal
  const { pending } = await Sender.nonces(options.rpc, sender.sender)
  const raw = await Sender.sign(sender, call, pending)
  const { id, n } = submission
  await options.journal.append([{ _tag: "Signed", id, n, ...raw }])
  submission.sent = raw
  return raw
}

const finish = async (
  state: State,
  submission: Submission,
  error: string | undefined,
): Promise<void> => {
  const { journal, refused } = state.options
  const { id, n } = submission
  const done: Done = { _tag: "Done", id, n }
  await insist(state, () =>
    error === undefined ? journal.append([done]) : refused(submission, error, done),
  )
  submission.finished?.(error)
}

const watch = async (state: State, submission: Submission, call: Call): Promise<void> => {
  const { options, sender } = state
  let replaced = 0
  for (let look = 1; !state.closed; look++) {
    await rest(state)
    const raw = submission.sent!
    const now = await insist(state, () => Sender.state(sender, raw, call))
    if (now === undefined) return
    if (now._tag === "Mined") return finish(state, submission, undefined)
    if (now._tag === "Refused") return finish(state, submission, now.error)
    replaced = now._tag === "Replaced" ? replaced + 1 : 0
    if (replaced === replacedAfter) {
      replaced = 0
      // Another transaction has its number: it is made anew, or refused by now.
      const again = await insist(state, () => prepare(state, submission, call))
      if (typeof again === "string") return finish(state, submission, again)
      if (again !== undefined) await insist(state, () => Sender.send(options.rpc, again))
    } else if (look % resendAfter === 0) await insist(state, () => Sender.send(options.rpc, raw))
  }
}

const run = async (state: State, submission: Submission): Promise<void> => {
  const { options } = state
  const permits = async (owner: Address): Promise<number> => {
    // Those before it that wait for a block have their permits too (IPSX-WAL-011).
    const { method, params } = View.call(options.place.token, AbiReads.nonces(owner), "pending")
    return Number(View.integer(await options.rpc.call(method, params)))
  }
  const call = await insist(state, () =>
    Calldata.make({ ...options, permits }, submission.transaction),
  )
  if (call === undefined) return
  const raw = submission.sent ?? (await insist(state, () => prepare(state, submission, call)))
  if (raw === undefined) return
  if (typeof raw === "string") return finish(state, submission, raw)
  await insist(state, () => Sender.send(options.rpc, raw))
  // The next one may go out meanwhile: it has the next number.
  state.waiting++
  void watch(state, submission, call).finally(() => state.waiting--)
}
