// The statuses that one party reports on one channel form a chain: seq counts from 1 without gaps and
// `previous` is the digest of the one before (IPSX-SIG-005). Two of one seq with different digests are an equivocation.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Id from "../model/Id.ts"
import type { Curve } from "./Curve.ts"
import * as Hex from "./Hex.ts"
import * as Structure from "./Structure.ts"
import * as TypedData from "./TypedData.ts"

/** How far a sender's chain goes: the seq and the digest of its last status. */
export interface Head {
  readonly seq: number
  readonly digest: Id.Id
}

/** Before the first status. */
export const start: Head = { seq: 0, digest: Id.zero }

/** The digest that the next status links to: the signed one, domain included. */
export const digest = (
  curve: Curve,
  separator: Uint8Array,
  status: Structure.StatusRecord,
): Id.Id =>
  Hex.fromBytes(TypedData.digest(curve, separator, Structure.Status, status)) as string as Id.Id

/**
 * The head after a status that links to `head`, or the first rule that it breaks.
 *
 * @example
 * Result.flatMap(StatusChain.extend(curve, separator, StatusChain.start, first), (head) =>
 *   StatusChain.extend(curve, separator, head, second))
 */
export const extend = (
  curve: Curve,
  separator: Uint8Array,
  head: Head,
  status: Structure.StatusRecord,
): Result.Result<Head, BrokenLink> => {
  const seq = Number(status.seq)
  if (seq !== head.seq + 1 || status.previous !== head.digest)
    return Result.fail(
      new BrokenLink({
        seq,
        expectedSeq: head.seq + 1,
        previous: status.previous,
        expectedPrevious: head.digest,
      }),
    )
  return Result.succeed({ seq, digest: digest(curve, separator, status) })
}

/** Whether two statuses prove that their sender says two things at once: same channel, role and seq, not the same text. */
export const equivocates = (
  curve: Curve,
  separator: Uint8Array,
  a: Structure.StatusRecord,
  b: Structure.StatusRecord,
): boolean =>
  a.channelId === b.channelId &&
  BigInt(a.role) === BigInt(b.role) &&
  BigInt(a.seq) === BigInt(b.seq) &&
  digest(curve, separator, a) !== digest(curve, separator, b)

export class BrokenLink extends Schema.TaggedError<BrokenLink>()("BrokenLink", {
  seq: Schema.Number,
  expectedSeq: Schema.Number,
  previous: Schema.String,
  expectedPrevious: Schema.String,
}) {
  override get message(): string {
    return `status ${this.seq} after ${this.previous} does not continue: expected status ${this.expectedSeq} after ${this.expectedPrevious}`
  }
}
