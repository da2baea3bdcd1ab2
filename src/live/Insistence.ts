// A transaction that nobody takes: it is sent again, for a higher fee when it is the fee, and a number that is missing
// before it is filled, each within limits (IPSX-CHN-053).
import * as Schema from "effect/Schema"
import { asError, type ChainError } from "../chain/Chain.ts"
import * as Envelope from "../chain/Envelope.ts"
import * as Fee from "../chain/Fee.ts"
import * as Sender from "../chain/Sender.ts"

/** Looks at the chain after which a transaction that nobody has seen is sent again. */
const resendAfter = 12
/** Blocks that go by without a transaction which is the next one of its sender, before more is offered for it. */
const blocksMax = 5
const raisesMax = 16
/** Times that a number was missing before it is filled, and how many are. */
const missingMax = 5
const gapMax = 8

export interface Insistence {
  looks: number
  /** The block from which on it is waited for, and how often its fee was raised. */
  since: number | undefined
  raises: number
  missing: number
}

/** What was signed of a transaction so far; the last one is sent. */
export interface Signed {
  readonly transaction: { readonly _tag: string }
  readonly sent: Array<Sender.Raw>
}

/** The transactions beside it, and who signs, keeps and pays. */
export interface Around<A extends Signed> {
  readonly sender: Sender.Options
  /** Wei that one gas may cost. */
  readonly feeCap: bigint
  /** All that are not done. */
  readonly open: ReadonlySet<A>
  /** Writes down what is going to be sent of one. */
  readonly keep: (submission: A, raw: Sender.Raw) => Promise<unknown>
  readonly trouble: (error: ChainError | FeeCapReached | NumberMissing) => void
}

export const make = (): Insistence => ({ looks: 0, since: undefined, raises: 0, missing: 0 })

/** One more look by which it waits; what cannot be done now is told, and done at a later one. */
export const look = async <A extends Signed>(
  insistence: Insistence,
  around: Around<A>,
  submission: A,
  nonces: Sender.Nonces,
): Promise<void> => {
  if (++insistence.looks % resendAfter !== 0) return
  const { rpc } = around.sender
  try {
    const price = await Sender.price(rpc)
    const { nonce } = submission.sent.at(-1)!
    if (nonce <= nonces.mined) await raise(insistence, around, submission, price)
    else await fill(insistence, around, nonce, nonces, price)
    await Sender.send(rpc, submission.sent.at(-1)!)
  } catch (cause) {
    around.trouble(asError(cause))
  }
}

/** Offers more, where the block's price is above what is offered, or blocks go by without it. */
const raise = async <A extends Signed>(
  insistence: Insistence,
  around: Around<A>,
  submission: A,
  price: Fee.Price,
): Promise<void> => {
  const raw = submission.sent.at(-1)!
  const { maxFeePerGas, maxPriorityFeePerGas } = Envelope.fields(raw.raw)
  const last = {
    maxFeePerGas: BigInt(maxFeePerGas),
    maxPriorityFeePerGas: BigInt(maxPriorityFeePerGas),
  }
  insistence.since ??= price.block
  const isTooDear = price.base > last.maxFeePerGas
  // Where gas costs nothing, more of nothing does not help.
  const isPassedBy = price.base > 0n && price.block >= insistence.since + blocksMax
  if (!isTooDear && !isPassedBy) return
  const fee = insistence.raises < raisesMax ? Fee.raised(last, price, around.feeCap) : undefined
  if (fee === undefined) {
    const transaction = submission.transaction._tag
    return around.trouble(new FeeCapReached({ transaction, offered: last.maxFeePerGas }))
  }
  insistence.raises++
  insistence.since = price.block
  await around.keep(submission, await Sender.again(around.sender, raw, fee))
}

/**
 * The chain waits for a number before that of every transaction here: whoever had it has lost it, or was another program
 * with this key. It is used up by a transaction that does nothing, or all others would wait for ever.
 */
const fill = async <A extends Signed>(
  insistence: Insistence,
  around: Around<A>,
  nonce: number,
  { pending }: Sender.Nonces,
  price: Fee.Price,
): Promise<void> => {
  const { sender, open } = around
  const isFirst = [...open].every(({ sent }) => sent.length === 0 || sent.at(-1)!.nonce >= nonce)
  insistence.missing = isFirst && nonce > pending ? insistence.missing + 1 : 0
  if (insistence.missing < missingMax) return
  around.trouble(new NumberMissing({ address: sender.sender, nonce, missing: pending }))
  if (nonce - pending > gapMax) return
  const fee = Fee.first(price, around.feeCap)
  for (let number = pending; number < nonce; number++)
    await Sender.send(sender.rpc, await Sender.blank(sender, number, fee))
  insistence.missing = 0
}

/** Nobody takes a transaction for what may be paid. */
export class FeeCapReached extends Schema.TaggedError<FeeCapReached>()("FeeCapReached", {
  transaction: Schema.String,
  offered: Schema.BigInt,
}) {
  override get message(): string {
    return `the ${this.transaction} waits for a block: ${Fee.format(this.offered)} are offered for its gas, which is not enough now and as much as it may be (feeCap): start again with a higher feeCap, or wait until gas is cheaper`
  }
}

/** The chain has not had the transaction with a number that comes before this program's. */
export class NumberMissing extends Schema.TaggedError<NumberMissing>()("NumberMissing", {
  address: Schema.String,
  nonce: Schema.Number,
  missing: Schema.Number,
}) {
  override get message(): string {
    return `the chain waits for transaction ${this.missing} of ${this.address}, and the next one here has the number ${this.nonce}: another program may use this key, or the chain is another one than before; a few missing ones are filled`
  }
}
