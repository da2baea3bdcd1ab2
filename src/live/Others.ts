// What else a party has promised or bought that a proposed deal has to be compared with (IPSX-MAT-030): deals and short
// deals alike.
import type { Deal } from "../model/Deal.ts"
import type { Agent } from "./Agent.ts"
import * as Party from "./Party.ts"
import * as Substitution from "./Substitution.ts"

/** The own deals in the way of one of a party, or of the same request; of those parties that count. */
export const othersOf = (
  agent: Agent,
  party: Party.Party,
  of: Party.Leased,
  counts: (one: Party.Party) => boolean = () => true,
): ReadonlyArray<Deal> =>
  [...agent.parties.values()]
    .filter((one) => one.role === party.role && isLive(one) && counts(one))
    .flatMap((one) => Party.allLeased(one).map((each) => ({ one, each })))
    .filter(({ each }) => each !== of)
    .flatMap(({ one, each }) =>
      party.role === "provider" ? inTheWay(of, one, each) : sharing(of, each),
    )

/** A requester's deal of the same request. */
const sharing = (of: Party.Leased, one: Party.Leased): ReadonlyArray<Deal> =>
  one.deal.request === of.deal.request ? [one.deal] : []

/**
 * What a provider's other deal, of this offer or of an earlier one, has of the same addresses, as seats of this range: when
 * the owner has described the range anew meanwhile, its seats have other numbers.
 */
const inTheWay = (of: Party.Leased, party: Party.Party, one: Party.Leased): ReadonlyArray<Deal> => {
  if (one.deal.resource === of.deal.resource)
    return one === party ? [one.deal, ...replaced(party)] : [one.deal]
  const wanted = new Set(Party.addresses(of))
  const has = [...Party.addresses(one), ...Party.bookedAddresses(one)]
  const { resource, firstSeat, seats } = of.deal
  return has.some((address) => wanted.has(address))
    ? [{ ...one.deal, resource, firstSeat, seats }]
    : []
}

/** The seats that a deal has beside those that it was signed for. */
const replaced = (party: Party.Party): ReadonlyArray<Deal> => {
  const booked = Party.booked(party)
  return [...party.seats, ...Substitution.offered(party)]
    .filter((seat) => !booked.includes(seat))
    .map((firstSeat) => ({ ...party.deal, firstSeat, seats: 1 }))
}

/** Whether a deal still takes of its order: for a requester also one that is broken and not settled yet. */
const isLive = (party: Party.Party): boolean =>
  party.role === "provider" ? !Party.isFree(party) : !Party.isOver(party)
