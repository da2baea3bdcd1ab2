// One seat's end of the tunnel, as a live party works it: its letters go over the pair channel, and what it finds is told.
import type { Agent } from "./Agent.ts"
import type * as Conduit from "./Conduit.ts"
import type * as Ends from "./Ends.ts"
import * as Party from "./Party.ts"
import * as ProviderEnd from "./ProviderEnd.ts"
import * as RequesterEnd from "./RequesterEnd.ts"
import { feed, note } from "./Turn.ts"

/** The end of one seat of a deal, or of its short deal with that nonce. */
export const conduit = (
  agent: Agent,
  party: Party.Party,
  at: { readonly seat: number; readonly short?: number },
  told: Ends.Told,
): Conduit.Conduit => {
  const { options } = agent
  const { seat, short } = at
  const of = Party.leased(party, short)!
  const which = short === undefined ? {} : { short }
  const { seconds, bytesUsed } = of.use
  return (party.role === "provider" ? ProviderEnd : RequesterEnd).make({
    adapter: options.adapter,
    lease: Party.lease(party, seat, options.adapter.counter, of),
    policy: options.policy,
    // What all have carried before is booked to the first.
    before: {
      seconds,
      bytesUsed: seat === 0 ? bytesUsed : 0,
      epoch: of.epoch,
      isDoubtful: short === undefined && Party.doubtfulSeats(party).has(seat),
      former: of.former.get(seat),
    },
    say: (tag, message) => {
      of.epoch = Math.max(of.epoch, message.epoch)
      const letter = { _tag: tag, ...message, ...which, ...(seat === 0 ? {} : { seat }) }
      note(agent, { _tag: "Write", party, letter })
    },
    up: told.up,
    down: (message) => options.heard({ _tag: "Trouble", message }),
    lent: {
      country: of.began.offer.resource.country,
      start: of.deal.start,
      ...options.lent,
    },
    address: told.address,
    objected: (reason) => {
      options.heard({ _tag: "Objected", id: party.id, reason })
      feed(agent, party, { _tag: "Leave", ...which })
    },
    attached: (attachment) =>
      options.heard({ _tag: "Attached", id: party.id, seat, ...which, attachment }),
  })
}
