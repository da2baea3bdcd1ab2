// A short deal of a live party under its reservation: what it has of the outside, its tunnel above all. What it costs and
// when it is over is for the participant to say; whether it may be told of it at all was decided when the deal was proposed.
import type { Input } from "../agent/Input.ts"
import type { Intent } from "../agent/Intent.ts"
import type { Deal } from "../model/Deal.ts"
import * as Amount from "../model/Amount.ts"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import type { Letter, Unsigned } from "../pair-channel/Letter.ts"
import type * as Seal from "../pair-channel/Seal.ts"
import * as Hex from "../signature/Hex.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"
import type { Message as TunnelMessage, Use } from "./Conduit.ts"
import type { Ends } from "./Ends.ts"
import type { Party } from "./Party.ts"
import type * as Recording from "./Recording.ts"

export interface ShortLease {
  readonly began: Recording.Of<"ShortBegan">
  /** What its tunnel and its bill are known by: the digest of what both sign. */
  readonly id: Id
  /** The deal that it would be if it were one of its own. */
  readonly deal: Deal
  readonly seats: ReadonlyArray<number>
  readonly former: ReadonlyMap<number, Ip>
  /** Requester, by its seat: the provider's last offer of a tunnel, as long as it is not answered. */
  readonly offered: Map<number, TunnelMessage>
  /** The participant has been told of it; both have signed it; it was declined before the participant was told. */
  told: boolean
  agreed: boolean
  declined: boolean
  /** The owner wants no more of it, and it is to be ended as soon as it is signed. */
  unwanted: boolean
  charged: Amount.Amount
  tunnel: boolean
  epoch: number
  use: Use
  /** Of the shell, while the program runs. */
  ends: Ends | undefined
}

/** Short deals that the partner has not signed, and those that it has signed and the relay has not told of. */
const untoldMax = 64

/** Seconds after its end for which a short deal that was never signed is remembered. */
const rememberedFor = 60

/** What a short deal is known by, wherever an id is wanted: its digest under the domain of the Centralizer. */
const idOf = ({ curve, separator }: Seal.Context, short: ShortDeal): Id =>
  Hex.fromBytes(TypedData.digest(curve, separator, Structure.ShortDeal, short)) as string as Id

/** Whether the party takes one more proposal: a relay that tells of many deals that nobody signs is not listened to. */
export const hasRoom = ({ shorts }: Party): boolean =>
  [...shorts.values()].filter(({ told }) => !told).length < untoldMax

/** Takes up a short deal that was proposed, now or when it is played again after a crash. */
export const begin = (party: Party, began: Recording.Of<"ShortBegan">): ShortLease => {
  const { short, now } = began
  for (const [nonce, { told, deal }] of party.shorts)
    if (!told && (deal.end + rememberedFor) * 1000 < now) party.shorts.delete(nonce)
  const deal = StandingTerms.asDeal(party.deal, short, began)
  const lease: ShortLease = {
    began,
    id: idOf(party.context, short),
    deal,
    seats: Array.from({ length: short.seats }, (_, at) => short.firstSeat + at),
    former: new Map(),
    offered: new Map(),
    told: false,
    agreed: false,
    declined: false,
    unwanted: false,
    charged: Amount.zero,
    tunnel: false,
    epoch: 0,
    use: { seconds: 0, bytesUsed: 0 },
    ends: undefined,
  }
  party.shorts.set(short.nonce, lease)
  party.lastShort = short.nonce
  return lease
}

/** Whether what the partner has signed is the very deal that was proposed, and the party has no objection to it. */
const isWanted = (party: Party, short: ShortDeal): boolean => {
  const lease = party.shorts.get(short.nonce)
  return (
    lease !== undefined &&
    !lease.declined &&
    lease.began.objection === undefined &&
    lease.id === idOf(party.context, short)
  )
}

/** Whether the participant is told of it now: not before it has heard that the chain has opened the reservation. */
export const admits = (party: Party, short: ShortDeal): boolean =>
  party.participant.phase !== "None" && isWanted(party, short)

/** What the partner has signed and the participant can be told of by now. */
export const due = (party: Party): ReadonlyArray<ShortDeal> =>
  [...party.early.values()].filter((short) => admits(party, short))

/**
 * Takes note of the partner's word about a short deal of which the participant is not told. Says whether it is to be
 * declined; what comes before the relay's word, or before the chain's, is kept until then.
 */
export const hear = (party: Party, letter: Letter): "decline" | undefined => {
  const { shorts, early } = party
  if (letter._tag === "ShortDecline" || letter._tag === "ShortEnd") {
    early.delete(letter.nonce)
    const lease = shorts.get(letter.nonce)
    if (lease !== undefined && !lease.told) lease.declined = true
    return undefined
  }
  if (letter._tag !== "ShortDeal" || party.role !== "provider") return undefined
  const { shortDeal } = letter
  if (admits(party, shortDeal)) return undefined
  if (shorts.has(shortDeal.nonce) && !isWanted(party, shortDeal)) return "decline"
  if (!shorts.has(shortDeal.nonce) && shortDeal.nonce <= party.lastShort) return undefined
  early.set(shortDeal.nonce, shortDeal)
  for (const nonce of early.keys()) if (early.size > untoldMax) early.delete(nonce)
  return undefined
}

/** The shell has written a letter: what it declines needs nothing more. */
export const wrote = ({ shorts, early }: Party, letter: Unsigned): void => {
  if (letter._tag !== "ShortDecline") return
  early.delete(letter.nonce)
  const lease = shorts.get(letter.nonce)
  if (lease !== undefined && !lease.told) lease.declined = true
}

/** Whether the participant wants an end of the tunnel, after one of its intents about it. */
export const want = (of: { tunnel: boolean }, tag: Intent["_tag"]): void => {
  if (tag === "OpenTunnel") of.tunnel = true
  else if (tag === "CloseTunnel") of.tunnel = false
}

/** What a step of the participant says about its short deals. */
export const follow = (party: Party, input: Input, intents: ReadonlyArray<Intent>): void => {
  const { shorts, participant } = party
  const nonce =
    input._tag === "ShortProposed"
      ? input.deal.nonce
      : input._tag === "Said" && input.message._tag === "ShortDeal"
        ? input.message.short.nonce
        : undefined
  const told = nonce === undefined ? undefined : shorts.get(nonce)
  if (told !== undefined) {
    told.told = true
    party.early.delete(told.began.short.nonce)
  }
  for (const intent of intents)
    if (intent._tag === "Send" && intent.message._tag === "ShortEnd") {
      const lease = shorts.get(intent.message.nonce)
      if (lease !== undefined) lease.charged = intent.message.charged
    }
  for (const [at, lease] of shorts)
    lease.agreed ||= participant.shorts?.open.get(at)?.agreed === true
}

/** Takes away the short deals of which nothing more comes: those that are over, all of them when `ends` says so. */
export const takeOver = (party: Party, ends: boolean): ReadonlyArray<ShortLease> => {
  const { shorts, participant, timers } = party
  const waiting = participant.shorts?.waiting ?? []
  const over = [...shorts].filter(([nonce, { told, declined }]) => {
    const isKnown = participant.shorts?.open.has(nonce) === true
    return ends || declined || (told && !isKnown && !waiting.some((one) => one.nonce === nonce))
  })
  for (const [nonce] of over) {
    shorts.delete(nonce)
    party.early.delete(nonce)
    timers.delete(timerName("end", nonce))
  }
  return over.map(([, lease]) => lease)
}

/** By what a timer is known: of a short deal one runs at a time (IPSX-AGR-030). */
export const timerName = (timer: string, short: number | undefined): string =>
  short === undefined ? timer : `short ${short}`
