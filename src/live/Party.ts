// One deal of a live party: the participant, and what it has of the outside: its letters, its timers, its end of the
// tunnel, its transactions. Everything that happens is fed through `feed`, now or when it is played again after a crash.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import type { Input } from "../agent/Input.ts"
import type { Intent } from "../agent/Intent.ts"
import type * as Participant from "../agent/Participant.ts"
import * as Provider from "../agent/Provider.ts"
import * as Requester from "../agent/Requester.ts"
import type { Address } from "../model/Address.ts"
import * as Deal from "../model/Deal.ts"
import type { ExitClaim } from "../model/ExitClaim.ts"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import type { Message } from "../model/Message.ts"
import * as Resource from "../model/Resource.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type { Transaction } from "../model/Transaction.ts"
import * as Correspondence from "../pair-channel/Correspondence.ts"
import type { Letter, Unsigned } from "../pair-channel/Letter.ts"
import type { PairChannel } from "../pair-channel/PairChannel.ts"
import * as Seal from "../pair-channel/Seal.ts"
import type { Endpoint } from "../pair-channel/Tls.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as TunnelLease from "../tunnel/Lease.ts"
import type { Evidence } from "./Calldata.ts"
import type { Message as TunnelMessage, Use } from "./Conduit.ts"
import type { Ends } from "./Ends.ts"
import * as Meters from "./Meters.ts"
import type * as Recording from "./Recording.ts"
import * as ShortLease from "./ShortLease.ts"
import type { Submission } from "./Submission.ts"

export interface Party {
  readonly began: Recording.Of<"Began">
  readonly id: Id
  readonly deal: Deal.Deal
  readonly role: "provider" | "requester"
  readonly context: Seal.Context
  readonly participant: Provider.Provider | Requester.Requester
  readonly correspondence: Correspondence.Correspondence
  readonly timers: Map<string, Armed>
  readonly submissions: Array<Submission>
  /** Its own letters that move its register, for the relay. */
  readonly reports: Array<{ readonly seq: number; readonly letter: Letter }>
  /** The digests of the partner's letters that are kept as proofs. */
  readonly proofs: Array<string>
  /** Transactions of which it is known what became of them. */
  readonly done: Set<number>
  /** The seats that the deal has now, in its order. */
  readonly seats: Array<number>
  /** By its place in the deal: the address that a seat's present one has taken the place of. */
  readonly former: Map<number, Ip>
  /** By its place in the deal: another seat that the provider has offered and the requester has not taken. */
  readonly substitutes: Map<number, Substitute>
  /** Places for which the requester asks for one, and seats that the provider has tried. */
  readonly asked: Set<number>
  readonly tried: Set<number>
  /** Places for which the provider is looking for another seat at the moment. */
  readonly sought: Set<number>
  /** Requester, by its place in the deal: the provider's last offer of a tunnel, as long as it is not answered. */
  readonly offered: Map<number, TunnelMessage>
  /** Of a reservation, its short deals by their nonces; the last one that was proposed; what the partner has signed before that. */
  readonly shorts: Map<number, ShortLease.ShortLease>
  readonly early: Map<number, ShortDeal>
  lastShort: number
  /** Whether the participant wants its end of the tunnel, and how many this deal has had. */
  tunnel: boolean
  epoch: number
  use: Use
  /** The last block whose logs it has heard. */
  block: number
  /** Where the partner takes connections now, as far as the relay knows. */
  partner: Endpoint | null
  /** Of the shell, while the program runs. */
  channel: PairChannel | undefined
  ends: Ends | undefined
  /** The last letter that is being signed: those behind it wait. */
  writing: Promise<void>
  /** Provider: gives back what its wallet keeps for the bond, when the chain has it or nobody needs it any more. */
  pledge: (() => void) | undefined
}

/** A timer that runs: with `short` one of that short deal. */
export type Armed = Extract<Intent, { readonly _tag: "Arm" }>

/** What has seats and tunnels for them: a deal, or a short one under a reservation. */
export type Leased = Pick<
  Party,
  "id" | "deal" | "use" | "epoch" | "tunnel" | "ends" | "offered"
> & {
  readonly began: Pick<Recording.Of<"Began">, "offer" | "request">
  readonly seats: ReadonlyArray<number>
  readonly former: ReadonlyMap<number, Ip>
}

/** The deal itself, or its short deal with that nonce. */
export const leased = (party: Party, short: number | undefined): Leased | undefined =>
  short === undefined ? party : party.shorts.get(short)

/** All that has seats. */
export const allLeased = (party: Party): ReadonlyArray<Leased> =>
  Deal.isReservation(party.deal) ? [...party.shorts.values()] : [party]

/** A seat that is offered in the place of one of a deal, and what is claimed of its address. */
export interface Substitute {
  readonly by: number
  readonly exit?: ExitClaim
}

/** Rewrites what an honest participant does: how a test or a demonstration makes one misbehave. */
export type Act = (
  intents: ReadonlyArray<Intent>,
  participant: Participant.Participant,
) => ReadonlyArray<Intent>

/** The seats that a deal was signed for. */
export const seatsOf = ({
  firstSeat,
  seats,
}: Pick<Deal.Deal, "firstSeat" | "seats">): Array<number> =>
  Array.from({ length: seats }, (_, at) => firstSeat + at)

/** The seats that the chain has booked for it, whatever was substituted since. */
export const booked = ({ deal }: Party): ReadonlyArray<number> => seatsOf(deal)

export const make = (
  began: Recording.Of<"Began">,
  settings: Participant.Settings,
  context: Seal.Context,
): Party => {
  const { id, deal, role } = began
  return {
    began,
    id,
    deal,
    role,
    context,
    participant:
      role === "provider" ? Provider.make(id, deal, settings) : Requester.make(id, deal, settings),
    correspondence: Correspondence.empty(),
    timers: new Map(),
    submissions: [],
    proofs: [],
    done: new Set(),
    seats: seatsOf(deal),
    former: new Map(),
    substitutes: new Map(),
    asked: new Set(),
    tried: new Set(),
    sought: new Set(),
    offered: new Map(),
    reports: [],
    shorts: new Map(),
    early: new Map(),
    lastShort: 0,
    tunnel: false,
    epoch: 0,
    use: { seconds: 0, bytesUsed: 0 },
    block: 0,
    partner: began.partner,
    channel: undefined,
    ends: undefined,
    writing: Promise.resolve(),
    pledge: undefined,
  }
}

const register = ({ role, participant: { agreement } }: Party): string =>
  role === "provider" ? Agreement.provider(agreement) : Agreement.requester(agreement)

/** Whether it has neither accepted the deal nor declined it. */
export const isUnanswered = (party: Party): boolean =>
  register(party) === "Offered" && !Agreement.isFinal(party.participant.agreement)

/** Whether no seat and no address is taken by the deal any more: it has ended, or this side has signed nothing of it. */
export const isFree = (party: Party): boolean =>
  Agreement.isFinal(party.participant.agreement) || register(party) === "Declined"

/** Whether nothing is served any more, and only the chain has to say that the deal is over. */
export const isEnding = ({ participant: { agreement } }: Party): boolean =>
  Agreement.status(agreement) === "Closing" || Agreement.status(agreement) === "Settled"

/** Whether the deal needs nothing more. Who has declined need not wait until the other side's Accept lapses (IPSX-AGR-024). */
export const isOver = (party: Party): boolean => {
  const { phase } = party.participant
  return phase === "Final" || (phase === "None" && isFree(party))
}

/** Keeps what was covered for the bond until the deal is open, or over. */
export const keepPledge = (party: Party, release: () => void): void => {
  party.pledge = release
  releasePledge(party)
}

export const releasePledge = (party: Party): void => {
  if (party.participant.phase === "None" && !isFree(party)) return
  party.pledge?.()
  party.pledge = undefined
}

/** Where to dial the partner: where it is said to be, and every other time where it was at first, in case that is not so. */
export const dials = (party: Party): (() => Endpoint | null) => {
  let turn = 0
  const { partner: first } = party.began
  return () => (turn++ % 2 === 0 ? (party.partner ?? first) : (first ?? party.partner))
}

const partnerOf = ({ role, deal }: Party): Address =>
  role === "provider" ? deal.requester : deal.provider
export const roleCode = ({ role }: Party): 0 | 1 => (role === "provider" ? 0 : 1)

/** Takes note of a timer that runs from now on, in the place of an earlier one of its name. */
export const arm = ({ timers }: Party, armed: Armed): void =>
  void timers.set(ShortLease.timerName(armed.timer, armed.short), armed)

/** What the participant wants done about one input. */
export const step = (party: Party, input: Input, now: number, act: Act): ReadonlyArray<Intent> => {
  // A timer that has rung is over, also after a crash.
  if (input._tag === "Rang") {
    const name = ShortLease.timerName(input.timer, input.short)
    if (party.timers.get(name)?.epoch === input.epoch) party.timers.delete(name)
  }
  const situation = { now, meter: party.use, used: Meters.ofShorts(party) }
  const { participant, role } = party
  const intents =
    role === "provider"
      ? Provider.step(participant as Provider.Provider, input, situation)
      : Requester.step(participant as Requester.Requester, input, situation)
  ShortLease.follow(party, input, intents)
  return act(intents, participant)
}

/** The letter that says what a participant's message says, still to be signed. */
export const letterOf = (message: Message): Unsigned => {
  switch (message._tag) {
    case "Accept":
    case "Decline":
      return { _tag: message._tag }
    case "Status":
      return { _tag: "Status", status: message.status }
    case "Voucher":
      return { _tag: "Voucher", voucher: message.voucher }
    case "Meter":
      return { _tag: "Meter", meter: message.meter }
    case "Closing":
      return { _tag: "Closing", closing: message.closing }
    case "Receipt":
      return { _tag: "Receipt", receipt: message.receipt }
    case "ShortDeal":
      return { _tag: "ShortDeal", shortDeal: message.short }
    case "ShortDecline":
      return { _tag: "ShortDecline", nonce: message.nonce }
    case "ShortEnd": {
      const { nonce, charged, voucher } = message
      return { _tag: "ShortEnd", nonce, charged, voucher }
    }
  }
}

/** What a partner's letter says to the participant; undefined for one that is the shell's, or of no short deal that it wants. */
export const messageOf = (party: Party, letter: Letter): Message | undefined => {
  const said = { id: party.id, author: partnerOf(party) }
  switch (letter._tag) {
    case "Accept":
    case "Decline":
      return { _tag: letter._tag, ...said }
    case "Status":
      return { _tag: "Status", ...said, status: letter.status }
    case "Voucher":
      return { _tag: "Voucher", ...said, voucher: letter.voucher }
    case "Meter":
      return { _tag: "Meter", ...said, meter: letter.meter }
    case "Closing":
      return { _tag: "Closing", ...said, closing: letter.closing }
    case "Receipt":
      return { _tag: "Receipt", ...said, receipt: letter.receipt }
    case "ShortDeal":
      return ShortLease.admits(party, letter.shortDeal)
        ? { _tag: "ShortDeal", ...said, short: letter.shortDeal }
        : undefined
    case "ShortDecline":
      return { _tag: "ShortDecline", ...said, nonce: letter.nonce }
    case "ShortEnd": {
      const { nonce, charged, voucher } = letter
      return { _tag: "ShortEnd", ...said, nonce, charged, voucher }
    }
    default:
      return undefined
  }
}

/** Keeps the partner's signature: with it the letter is proof on the chain (IPSX-PAY-016). */
export const keepEvidence = (
  party: Party,
  evidence: Evidence,
  seq: number,
  letter: Letter,
): void => {
  const partnerRole = party.role === "provider" ? 1 : 0
  const keep = (digest: Uint8Array, signature: Letter["signature"]): void => {
    const name = Hex.bare(digest)
    evidence.set(name, signature)
    party.proofs.push(name)
  }
  keep(Seal.digest(party.context, partnerRole, seq, letter), letter.signature)
  const paid = Seal.payment(party.context, letter)
  if (paid !== undefined) keep(paid.digest, paid.signature)
}

/** Nothing of the deal is to be proved any more. */
export const dropEvidence = ({ proofs }: Party, evidence: Evidence): void => {
  for (const name of proofs.splice(0)) evidence.delete(name)
}

/** Keeps an own letter that moves the register, and says whether it is one: the relay is told of it. */
export const keepReport = (party: Party, seq: number, letter: Letter): boolean => {
  const isShort = shortTags.has(letter._tag)
  const moves = isShort || letter._tag === "Accept" || letter._tag === "Decline"
  if (!moves && letter._tag !== "Status") return false
  party.reports.push({ seq, letter })
  // Of short deals the relay wants to hear while they last, and there are many in the life of a reservation.
  const old = party.reports.filter((one) => shortTags.has(one.letter._tag))
  if (isShort && old.length > shortReportsMax)
    party.reports.splice(party.reports.indexOf(old[0]!), 1)
  return true
}

const shortTags: ReadonlySet<Letter["_tag"]> = new Set(["ShortDeal", "ShortDecline", "ShortEnd"])
const shortReportsMax = 64

/** A transaction that the participant wants submitted: its number in the deal is what it is known by after a crash. */
export const submission = (party: Party, transaction: Transaction): Submission => {
  const made = { id: party.id, n: party.submissions.length, transaction, sent: [] }
  party.submissions.push(made)
  return made
}

/** The addresses that it has now, in the order of its seats. */
export const addresses = ({ began, seats }: Pick<Leased, "began" | "seats">): ReadonlyArray<Ip> =>
  seats.map((seat) => Resource.addressOf(began.offer.resource, seat))

/** Those that the chain has booked for it. */
export const bookedAddresses = ({ began, deal }: Leased): ReadonlyArray<Ip> =>
  seatsOf(deal).map((seat) => Resource.addressOf(began.offer.resource, seat))

/** Seats whose address may be another one since before the program ended: whether it is, each has to show. */
export const doubtfulSeats = ({ role, participant, seats }: Party): ReadonlySet<number> => {
  const isLost = role === "provider" && !(participant as Provider.Provider).addressed
  return new Set(isLost ? seats.keys() : [])
}

/** IPSX-TUN-009: by what adapters know a seat's tunnel: the first has the deal's own id. */
const leaseId = (
  { context }: Pick<Party, "context">,
  { id }: { readonly id: Id },
  seat: number,
): Id => {
  if (seat === 0) return id
  const text = new TextEncoder().encode(`${id} ${seat}`)
  return Hex.fromBytes(context.curve.keccak(text)) as string as Id
}

export const leaseIds = (party: Party): ReadonlyArray<Id> =>
  allLeased(party).flatMap((of) => of.seats.map((_, seat) => leaseId(party, of, seat)))

/** What a tunnel adapter is told of one seat of the deal, or of a short one under it. */
export const lease = (
  party: Party,
  seat: number,
  counter: TunnelLease.Counter,
  of: Leased = party,
): TunnelLease.Lease => {
  const { offer, request } = of.began
  const { heartbeat, heartbeatMisses } = party.participant.settings.parameters
  return {
    id: leaseId(party, of, seat),
    address: addresses(of)[seat]!,
    // IPSX-TUN-027: what both orders have: the offer permits at least what the request needs, and a request may leave it open.
    protocols: request.filter.protocols === 0 ? offer.protocols : request.filter.protocols,
    scopes: request.filter.scopes === 0 ? offer.scopes : request.filter.scopes,
    counter,
    tolerance: TunnelLease.tolerance,
    heartbeat: heartbeat * 1000,
    misses: heartbeatMisses,
  }
}

export const contextOf = (
  curve: Curve,
  separator: Uint8Array,
  { id, deal }: Pick<Recording.Of<"Began">, "id" | "deal">,
): Seal.Context => ({ curve, separator, id, deal })
