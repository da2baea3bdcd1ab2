// What a live party hears for as long as it runs: the chain's blocks, the relay's proposals, and how much passes unpaid.
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Follower from "../chain/Follower.ts"
import * as Intake from "../pair-channel/Intake.ts"
import * as Client from "../relay/Client.ts"
import { Subscription } from "../relay/Server.ts"
import * as TypedData from "../signature/TypedData.ts"
import type { Agent } from "./Agent.ts"
import * as Meeting from "./Meeting.ts"
import * as Repeats from "./Repeats.ts"
import type * as Restart from "./Restart.ts"
import * as ShortMeeting from "./ShortMeeting.ts"
import * as Stop from "./Stop.ts"
import * as Watching from "./Watching.ts"

/** Milliseconds between two looks at the chain, and at what passes. */
export const pollMs = 200
const watchMs = 100

/**
 * The block behind which all begins that matters: who has no deal hears of the next one in a block that comes later, and a
 * chain may have millions of those before.
 */
export const from = ({ parties, rpc, options }: Agent): Effect.Effect<number> => {
  const { finality } = options.parameters
  return parties.size > 0
    ? Effect.succeed(0)
    : Effect.promise(() => Follower.finalNumber({ rpc, finality }).catch(() => 0))
}

/** Ends what goes on for ever when the party stops. */
const whileRuns = (agent: Agent, task: Effect.Effect<void>): Effect.Effect<void> =>
  Effect.raceFirst(task, Effect.ignore(Deferred.await(agent.broken)))

/** Deals that are under way at once, and bytes that a new one takes on the disk. */
const partiesMax = 4096
const proposalBytes = 4096

/** Of one order a relay can make up as many deals as it likes: what it proposes is taken up within bounds, like letters. */
export const proposed = (
  agent: Agent,
  proposal: Client.Proposed,
  intake: Intake.Intake,
  trouble: (why: { readonly message: string }) => void,
): void => {
  const { parties } = agent
  if (parties.has(proposal.id)) return Meeting.proposed(agent, proposal)
  const isTaken = parties.size < partiesMax && Intake.take(intake, proposalBytes, performance.now())
  if (isTaken) return Meeting.proposed(agent, proposal)
  const message = `the relay proposes more deals than are taken up: at most ${partiesMax} at a time, and ${Intake.perSecond / proposalBytes} a second for long`
  return trouble({ message })
}

/** Follows the chain and the relay, and watches what passes unpaid, for as long as the scope is open. */
export const follow = (
  agent: Agent,
  {
    block: after,
    hash,
    from,
  }: Pick<Restart.Restarted, "block" | "hash"> & { readonly from: number },
): Effect.Effect<void, never, Scope.Scope> =>
  Effect.gen(function* () {
    const { options, rpc, separator } = agent
    const { signer, curve, place, parameters } = options
    const trouble = Repeats.quiet((message) => options.heard({ _tag: "Trouble", message }))
    const intake = Intake.make(performance.now())
    const following = Follower.follow({
      rpc,
      centralizer: place.centralizer,
      after,
      hash,
      from,
      finality: parameters.finality,
      pollMs,
      take: (blocks) => Meeting.takeBlocks(agent, blocks),
      trouble,
    })
    yield* Effect.forkScoped(
      whileRuns(
        agent,
        Effect.catch(following, (forgot) => Effect.sync(() => Stop.fail(agent, forgot))),
      ),
    )
    yield* Effect.forkScoped(
      whileRuns(
        agent,
        Client.follow({
          url: options.relay,
          address: signer.address,
          endpoint: agent.endpoint,
          sign: (nonce) =>
            signer.sign(
              TypedData.digest(curve, separator, Subscription, { owner: signer.address, nonce }),
            ),
          proposed: (proposal) => proposed(agent, proposal, intake, trouble),
          shortProposed: (proposal) => ShortMeeting.proposed(agent, proposal),
          retired: (id) => ShortMeeting.retired(agent, id),
          trouble,
        }),
      ),
    )
    const watching = setInterval(() => Watching.look(agent), watchMs)
    yield* Effect.addFinalizer(() => Effect.sync(() => clearInterval(watching)))
  })
