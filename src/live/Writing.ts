// The letters of a live party: each is signed under its number and handed to the channel, in their order. Nothing but the
// letters behind it waits for the signer: a turn goes on, and what the chain and the tunnel have to hear in time they hear.
import * as Result from "effect/Result"
import type { Unsigned } from "../pair-channel/Letter.ts"
import * as Seal from "../pair-channel/Seal.ts"
import type * as Signed from "../signature/Signed.ts"
import type { Agent } from "./Agent.ts"
import * as Party from "./Party.ts"
import * as Repeats from "./Repeats.ts"
import * as Stop from "./Stop.ts"

/** Milliseconds after which a signer is asked again that did not want to, or did not answer. */
const askAgainMs = 5000

/** Writes a letter behind those before it; what moves a register goes to the relay too. */
export const write = (agent: Agent, party: Party.Party, unsigned: Unsigned): void => {
  const written = party.writing.then(() => writeNow(agent, party, unsigned))
  party.writing = written.catch((cause: unknown) => Stop.mistaken(agent, cause))
}

const writeNow = async (agent: Agent, party: Party.Party, unsigned: Unsigned): Promise<void> => {
  const { channel } = party
  if (channel === undefined) return
  const seq = channel.next()
  const role = Party.roleCode(party)
  const letter = await Seal.sign(party.context, role, seq, unsigned, (digest) =>
    sign(agent, party, digest),
  )
  if (letter === undefined) return
  const written = channel.write(letter)
  if (Result.isFailure(written)) {
    agent.options.heard({ _tag: "Trouble", message: written.failure.message })
    return
  }
  if (Party.keepReport(party, seq, letter))
    agent.reporting.report({ id: party.id, role, seq, letter })
}

/**
 * Asks until there is a signature, or nobody needs it: a letter that is left out would take the number of the next one, and
 * after a restart both would be written under others.
 */
const sign = async (
  agent: Agent,
  party: Party.Party,
  digest: Uint8Array,
): Promise<Signed.Signature | undefined> => {
  const trouble = Repeats.quiet((message) => agent.options.heard({ _tag: "Trouble", message }))
  const isNeeded = (): boolean => !agent.closed && agent.parties.get(party.id) === party
  while (isNeeded()) {
    try {
      const signature = await agent.options.signer.sign(digest)
      return isNeeded() ? signature : undefined
    } catch (cause) {
      trouble(cause as Error)
      await new Promise((resolve) => setTimeout(resolve, askAgainMs))
    }
  }
  return undefined
}
