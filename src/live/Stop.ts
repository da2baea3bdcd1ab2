// How a live party stops: its owner closes it, or it cannot go on. From then on it takes nothing and does nothing, so that
// what is on disk is all that was ever acted upon, and the next run carries on from there (IPSX-PCH-012).
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Follower from "../chain/Follower.ts"
import type { Agent } from "./Agent.ts"

/** Ends everything that the party has of the outside, once; resolves when nothing is left of it. */
export const stop = (agent: Agent, why: Stopped | Follower.ChainForgot): Promise<void> =>
  (agent.stopping ??= stopNow(agent, why))

const stopNow = async (agent: Agent, why: Stopped | Follower.ChainForgot): Promise<void> => {
  agent.closed = true
  agent.submissions.close()
  agent.reporting.close()
  for (const disarm of agent.alarms.values()) disarm()
  for (const { failed } of agent.queue.splice(0)) failed(why)
  Effect.runSync(Deferred.fail(agent.broken, why))
  agent.options.heard({ _tag: "Stopped", reason: why.message })
  for (const { channel } of agent.parties.values()) channel?.close("the program ends")
  await Promise.allSettled([...agent.parties.values()].map(({ ends }) => ends?.dispose()))
}

/** Stops because it cannot go on, and says what happened; `detail` is for who mends the program. */
export const fail = (
  agent: Agent,
  why: Stopped | Follower.ChainForgot,
  detail: string = why.message,
): void => {
  if (agent.closed) return
  agent.options.heard({ _tag: "Failed", reason: detail })
  void stop(agent, why)
}

/** Stops because of a mistake of the program. */
export const mistaken = (agent: Agent, cause: unknown): void => {
  const { message, stack } = cause as Error
  fail(agent, new Stopped({ reason: `the program has a mistake (${message})` }), stack ?? message)
}

/** What its owner's own end is called. */
export const closed = (): Stopped => new Stopped({ reason: "it was closed" })

/** The party takes nothing and does nothing any more: it was closed, or its journal cannot be written. */
export class Stopped extends Schema.TaggedError<Stopped>()("Stopped", { reason: Schema.String }) {
  override get message(): string {
    return `nothing is done any more: ${this.reason}`
  }
}
