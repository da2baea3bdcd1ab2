// What a transaction comes to: the logs that it leaves, or the one reason why nothing happened.
import * as Result from "effect/Result"
import type * as Channel from "../Channel.ts"
import type { Id } from "../Id.ts"
import * as Ledger from "../Ledger.ts"
import type * as Log from "../Log.ts"
import * as Revert from "../Revert.ts"

export type Outcome = Result.Result<ReadonlyArray<Log.Log>, Revert.Revert>

/** A channel that was opened; the first check of every function on a channel. */
export const known = (
  ledger: Ledger.Ledger,
  id: Id,
): Result.Result<Channel.Channel, Revert.UnknownChannel> => {
  const channel = Ledger.channel(ledger, id)
  return channel === undefined
    ? Result.fail(new Revert.UnknownChannel({ id }))
    : Result.succeed(channel)
}

/** A channel that was opened and is not final (IPSX-PAY-011). */
export const live = (
  ledger: Ledger.Ledger,
  id: Id,
): Result.Result<Channel.Channel, Revert.UnknownChannel | Revert.ChannelFinal> => {
  const channel = Ledger.channel(ledger, id)
  if (channel === undefined) return Result.fail(new Revert.UnknownChannel({ id }))
  return channel.phase === "Final"
    ? Result.fail(new Revert.ChannelFinal({ id }))
    : Result.succeed(channel)
}
