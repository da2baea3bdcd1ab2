// A party's transactions, one after the other: made, written down, sent, and watched until the chain has taken or
// refused each (IPSX-CHN-031). After a crash the same bytes go out again.
import type * as Chain from "../chain/Chain.ts"
import { asError } from "../chain/Chain.ts"
import * as Rpc from "../chain/Rpc.ts"
import * as Sender from "../chain/Sender.ts"
import type { Place } from "../chain/Signer.ts"
import type { Id } from "../model/Id.ts"
import type { Transaction } from "../model/Transaction.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Calldata from "./Calldata.ts"
import type { Journal } from "./Journal.ts"
import * as Signer from "./Signer.ts"

/** The n-th transaction of a deal. */
export interface Submission {
  readonly id: Id
  readonly n: number
  readonly transaction: Transaction
  /** What an earlier run of this program has sent of it. */
  sent: Sender.Raw | undefined
}

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  readonly place: Place
  readonly signer: Signer.Signer
  readonly evidence: Calldata.Evidence
  readonly journal: Journal
  /** Milliseconds between two looks at the chain. */
  readonly pollMs: number
  /** The contract refused it, by this error. */
  readonly refused: (submission: Submission, error: string) => void
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
const waitingMax = 10_000

/**
 * @example
 * const submissions = Submissions.make({ rpc, curve, place, signer, evidence, journal, pollMs: 250, refused, trouble })
 * submissions.submit({ id, n: 0, transaction, sent: undefined })
 */
export const make = (options: Options): Submissions => {
  const { rpc, curve, place, signer, pollMs } = options
  const sender: Sender.Options = {
    rpc,
    curve,
    chainId: place.chainId,
    sender: signer.address,
    sign: (digest) => Signer.recoverable(signer, digest),
  }
  let closed = false
  let waiting = 0
  let turn = Promise.resolve()
  const rest = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, pollMs))

  /** Repeats a task until the node answers; what the node answers is for the task. */
  const insist = async <A>(task: () => Promise<A>): Promise<A | undefined> => {
    while (!closed) {
      try {
        return await task()
      } catch (cause) {
        options.trouble(asError(cause))
        if (cause instanceof Calldata.NoEvidence) return undefined
        await rest()
      }
    }
    return undefined
  }

  /** Signs and writes down; undefined when the contract would refuse it. */
  const prepare = async (
    submission: Submission,
    call: Awaited<ReturnType<typeof Calldata.make>>,
  ): Promise<Sender.Raw | string> => {
    const refusal = await Sender.refusal(sender, call)
    if (refusal !== undefined) return refusal
    const { pending } = await Sender.nonces(rpc, signer.address)
    const raw = await Sender.sign(sender, call, pending)
    const { id, n } = submission
    await options.journal.append([{ _tag: "Signed", id, n, ...raw }])
    submission.sent = raw
    return raw
  }

  const finish = async (submission: Submission, error: string | undefined): Promise<void> => {
    const { id, n } = submission
    if (error !== undefined) options.refused(submission, error)
    await options.journal.append([{ _tag: "Done", id, n }])
  }

  const watch = async (
    submission: Submission,
    call: Awaited<ReturnType<typeof Calldata.make>>,
  ): Promise<void> => {
    for (let look = 1; !closed; look++) {
      await rest()
      const raw = submission.sent!
      const state = await insist(() => Sender.state(sender, raw, call))
      if (state === undefined) return
      if (state._tag === "Mined") return finish(submission, undefined)
      if (state._tag === "Refused") return finish(submission, state.error)
      if (state._tag === "Replaced") {
        // Another transaction has its number: it is made anew, or refused by now.
        const again = await insist(() => prepare(submission, call))
        if (typeof again === "string") return finish(submission, again)
        if (again !== undefined) await insist(() => Sender.send(rpc, again))
      } else if (look % resendAfter === 0) await insist(() => Sender.send(rpc, raw))
    }
  }

  const run = async (submission: Submission): Promise<void> => {
    const call = await insist(() => Calldata.make(options, submission.transaction))
    if (call === undefined) return
    const raw = submission.sent ?? (await insist(() => prepare(submission, call)))
    if (raw === undefined) return undefined
    if (typeof raw === "string") return finish(submission, raw)
    await insist(() => Sender.send(rpc, raw))
    // The next one may go out meanwhile: it has the next number.
    void watch(submission, call).finally(() => waiting--)
    waiting++
    return undefined
  }

  return {
    submit: (submission) => {
      if (closed || waiting >= waitingMax) return
      waiting++
      turn = turn.then(() => run(submission)).finally(() => waiting--)
    },
    waiting: () => waiting,
    close: () => {
      closed = true
    },
  }
}
