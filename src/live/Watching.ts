// A provider looks again and again at what passes unpaid: each tunnel is told anew how much it may still carry.
import type { Agent } from "./Agent.ts"
import * as Meters from "./Meters.ts"
import type { Party } from "./Party.ts"
import { feed } from "./Turn.ts"
import * as Unpaid from "./Unpaid.ts"

/** One look at all deals that are served. */
export const look = (agent: Agent): void => {
  if (agent.closed) return
  for (const party of agent.parties.values()) if (isServing(party)) void lookAt(agent, party)
}

const isServing = ({ role, participant: { serving, shorts } }: Party): boolean =>
  role === "provider" && (serving || shorts?.open.values().some((one) => one.serving) === true)

const lookAt = async (agent: Agent, party: Party): Promise<void> => {
  await Meters.measure(party)
  if (Unpaid.isExhausted(party, Date.now())) return feed(agent, party, { _tag: "Exhausted" })
  const { serving, shorts } = party.participant
  if (serving) party.ends?.ungate(() => Unpaid.left(party, Date.now()))
  for (const { deal, serving: serves } of shorts?.open.values() ?? [])
    if (serves)
      party.shorts.get(deal.nonce)?.ends?.ungate(() => Unpaid.left(party, Date.now(), deal.nonce))
}
