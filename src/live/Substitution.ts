// Another seat in the place of one whose address was lost in the middle of a lease: the provider offers one in a letter, the
// requester takes it by the same letter, and from then on the seat is that one (IPSX-AGR-081, IPSX-AGR-082). The two letters are the
// proof of who held which address, beside the receipt.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Effect from "effect/Effect"
import * as ExitClaim from "../model/ExitClaim.ts"
import type { Ip } from "../model/Ip.ts"
import * as Resource from "../model/Resource.ts"
import type { Letter, Unsigned } from "../pair-channel/Letter.ts"
import type { Agent } from "./Agent.ts"
import * as Lent from "./Lent.ts"
import * as Party from "./Party.ts"

export type Substitute = Extract<Unsigned, { readonly _tag: "Substitute" }>

export const isSubstitute = (letter: Letter | Unsigned): letter is Substitute & Letter =>
  letter._tag === "Substitute"

/** Seats that a provider tries before it gives up. */
const triesMax = 16

/** The seats that are offered in the place of others and not taken yet. */
export const offered = ({ substitutes }: Party.Party): ReadonlyArray<number> =>
  [...substitutes.values()].map(({ by }) => by)

/** Seats of the same resource that no deal of the provider still holds, by other addresses than the deal's own. */
function* free(agent: Agent, party: Party.Party): Generator<number> {
  const { resource } = party.began.offer
  const held = new Set(
    [...agent.parties.values()]
      .filter((one) => one.role === "provider" && one.began.offer.resource.id === resource.id)
      .filter((one) => !Party.isFree(one))
      .flatMap((one) => [
        ...Party.booked(one),
        ...Party.allLeased(one).flatMap(({ seats }) => seats),
        ...offered(one),
      ]),
  )
  const own = new Set(Party.addresses(party))
  for (let by = 0; by < Resource.seats(resource); by++)
    if (!held.has(by) && !own.has(Resource.addressOf(resource, by)) && !party.tried.has(by))
      yield by
}

/**
 * A seat whose address its echo sees, offered in the place of one of a deal; undefined when there is none. What is offered
 * already is offered again and nothing else, so that both sides always know which one is meant.
 */
export const find = async (
  agent: Agent,
  party: Party.Party,
  seat: number,
): Promise<Substitute | undefined> => {
  const { adapter, lent: of } = agent.options
  const { resource } = party.began.offer
  const lent = { country: resource.country, start: party.deal.start, ...of }
  const before = party.substitutes.get(seat)
  let tries = 0
  for (const by of before === undefined ? free(agent, party) : [before.by]) {
    if (++tries > triesMax) return undefined
    party.tried.add(by)
    const address = Resource.addressOf(resource, by)
    const claim = Lent.claim({ adapter, lease: { address }, lent })
    const claimed = await Effect.runPromise(Effect.result(claim))
    if (claimed._tag === "Failure") continue
    // Another search of the same seat may have been quicker.
    if ((party.substitutes.get(seat)?.by ?? by) !== by) return undefined
    party.substitutes.set(seat, { by })
    return { _tag: "Substitute", seat, by, exit: claimed.success }
  }
  return undefined
}

/** What a requester answers to a seat that is offered: the same letter, or why not. */
export const answer = (
  party: Party.Party,
  { seat, by, exit }: Substitute,
  now: number,
): Substitute | { readonly why: string } => {
  const { began, deal, participant } = party
  const { resource } = began.offer
  const { agreement } = participant
  if (by === null || seat >= party.seats.length || by >= Resource.seats(resource))
    return { why: "it offers no seat of what was rented" }
  // Who has an address that works keeps it.
  if (Agreement.provider(agreement) !== "Paused" && Agreement.requester(agreement) !== "Paused")
    return { why: "it offers another seat while the first one serves" }
  const address = Resource.addressOf(resource, by)
  if (party.seats.some((one) => Resource.addressOf(resource, one) === address))
    return { why: "it offers an address that is rented already" }
  const why = ExitClaim.objection(
    exit,
    { address, country: resource.country, start: deal.start },
    now,
  )
  return why === undefined ? { _tag: "Substitute", seat, by } : { why }
}

/** A seat of a deal, and the address that it has from now on. */
export interface Moved {
  readonly seat: number
  readonly address: Ip
}

/**
 * Takes note of a letter of either side, now or when it is played again after a crash; says when a seat has become
 * another one, which is when the requester has taken what the provider offered.
 */
export const note = (
  party: Party.Party,
  role: 0 | 1,
  { seat, by, exit }: Substitute,
): Moved | undefined => {
  const { seats, substitutes, asked, tried, began } = party
  if (seat >= seats.length) return undefined
  if (by === null) {
    if (role === 1) asked.add(seat)
    return undefined
  }
  if (role === 0) {
    // What is offered once more after it was taken changes nothing.
    if (seats[seat] !== by) substitutes.set(seat, { by, ...(exit === undefined ? {} : { exit }) })
    tried.add(by)
    return undefined
  }
  if (substitutes.get(seat)?.by !== by) return undefined
  substitutes.delete(seat)
  asked.delete(seat)
  party.former.set(seat, Party.addresses(party)[seat]!)
  seats[seat] = by
  return { seat, address: Resource.addressOf(began.offer.resource, by) }
}

/** What a party owes its partner after a crash: seats to look for, letters to answer, and whether it goes on itself. */
export interface Owed {
  readonly seek: ReadonlyArray<number>
  readonly answer: ReadonlyArray<Substitute>
  readonly resumes: boolean
}

/** IPSX-AGR-083: what was left between the letters of a substitution when the program ended. */
export const owed = (party: Party.Party): Owed => {
  const { role, asked, substitutes } = party
  if (role === "provider") {
    // Where one is offered the letter goes out again by itself, until the requester has it.
    const seek = [...asked].filter((seat) => !substitutes.has(seat))
    return { seek, answer: [], resumes: false }
  }
  const answer = [...substitutes].map(([seat, one]): Substitute => ({
    _tag: "Substitute",
    seat,
    ...one,
  }))
  return { seek: [], answer, resumes: isServedAgain(party) }
}

/** It was the requester who paused, because the address was of no use to it, and now it has others. */
export const isServedAgain = ({ participant, asked }: Party.Party): boolean =>
  asked.size === 0 &&
  Agreement.requester(participant.agreement) === "Paused" &&
  participant.heldSince < 0
