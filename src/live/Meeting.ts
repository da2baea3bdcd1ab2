// How the deals of a live party begin: what the relay proposes is checked and taken up, the pair channel and the tunnel
// are put in place, and the chain's logs find their deal.
import * as Effect from "effect/Effect"
import * as Opening from "../agent/Opening.ts"
import type * as Follower from "../chain/Follower.ts"
import * as Deal from "../model/Deal.ts"
import type * as Log from "../model/Log.ts"
import type * as Order from "../model/Order.ts"
import * as Resource from "../model/Resource.ts"
import * as Terms from "../model/Terms.ts"
import * as Dialling from "../pair-channel/Dialling.ts"
import * as PairChannel from "../pair-channel/PairChannel.ts"
import type * as Client from "../relay/Client.ts"
import * as SignedOrder from "../signature/SignedOrder.ts"
import * as Structure from "../signature/Structure.ts"
import type { Agent, Thing } from "./Agent.ts"
import * as Ends from "./Ends.ts"
import * as Party from "./Party.ts"
import * as Repeats from "./Repeats.ts"
import * as Seat from "./Seat.ts"
import * as ShortMeeting from "./ShortMeeting.ts"
import { othersOf } from "./Others.ts"
import * as Unpaid from "./Unpaid.ts"
import { arm, feed, finish, note, offerSubstitute, push, resumeSubstitutes } from "./Turn.ts"

const endsOf = (agent: Agent, party: Party.Party): Ends.Ends =>
  Ends.make({
    seats: party.seats.length,
    doubtful: Party.doubtfulSeats(party),
    make: (seat, told) => Seat.conduit(agent, party, { seat }, told),
    up: () => feed(agent, party, { _tag: "TunnelUp" }),
    lose: (seat) => {
      feed(agent, party, {
        _tag: party.role === "requester" ? "AddressBanned" : "AddressChanged",
      })
      if (party.role === "provider") return void offerSubstitute(agent, party, seat)
      const letter = { _tag: "Substitute", seat, by: null } as const
      return note(agent, { _tag: "Write", party, letter })
    },
    restored: () => feed(agent, party, { _tag: "AddressRestored" }),
  })

/** Connects a deal with the outside: its channel, its end of the tunnel, whatever it was in the middle of. */
const attach = (agent: Agent, party: Party.Party): void => {
  const { options, endpoint, settings } = agent
  const { heartbeat, heartbeatMisses } = settings.parameters
  // A partner can do wrong as often as it likes.
  const trouble = Repeats.quiet((message) => options.heard({ _tag: "Trouble", message }))
  if (!Deal.isReservation(party.deal)) party.ends = endsOf(agent, party)
  const isIdle = (): boolean => party.participant.shorts?.open.size === 0
  const channel = PairChannel.open({
    self: {
      context: party.context,
      chainId: options.place.chainId,
      centralizer: options.place.centralizer,
      role: Party.roleCode(party),
      sign: options.signer.sign,
    },
    correspondence: party.correspondence,
    heartbeatMs: heartbeat * 1000,
    misses: heartbeatMisses,
    keep: (seq, letter) => push(agent, { _tag: "Heard", party, seq, letter }),
    silent: () => {
      // Nobody waits for anybody while nothing runs under a reservation: it stands also for a partner whose program is off.
      const idle = isIdle()
      if (idle && party.participant.phase !== "None") return
      options.heard({ _tag: "Silent", id: party.id, role: party.role })
      if (!idle) feed(agent, party, { _tag: "Silent" })
    },
    refused: (error) => {
      // A letter that came again, or pays no more than the one before it, is none.
      if (error._tag !== "Repeated" && error._tag !== "Stale")
        trouble({ message: `${error._tag}: ${error.message}` })
    },
  })
  party.channel = channel
  // Who is asked for comes to whoever can be found; of two that can, the requester comes.
  if (party.role === "requester" || endpoint === null)
    Effect.runFork(
      Effect.raceFirst(
        Dialling.keep(channel, Party.dials(party), () => {}),
        Effect.promise(() => untilGone(agent, party)),
      ),
    )
}

const untilGone = async (agent: Agent, party: Party.Party): Promise<void> => {
  while (!agent.closed && agent.parties.get(party.id) === party)
    await new Promise((resolve) => setTimeout(resolve, 100))
}

/** The relay says that two orders matched: both are checked before the deal is taken up (IPSX-MAT-030). */
export const proposed = (agent: Agent, proposal: Client.Proposed): void => {
  const { options, parties, orders } = agent
  // What comes when all is being closed would be left behind.
  if (agent.closed) return
  const { id, deal, partner } = proposal
  const { address } = options.signer
  const role = deal.provider === address ? "provider" : "requester"
  const known = parties.get(id)
  if (known !== undefined) {
    // IPSX-MAT-038
    if (partner !== null) known.partner = partner
    return
  }
  const ours = orders.get(role === "provider" ? deal.offer : deal.request)
  // An option that is over, or was declined, is nobody's to take up, however often a relay tells of it.
  if (ours === undefined || deal.validUntil * 1000 < Date.now() || agent.left.has(id)) return
  // The own order as it was signed, not as the relay tells it.
  const offer = role === "provider" ? (ours as Order.Offer) : proposal.offer
  const request = role === "requester" ? (ours as Order.Request) : proposal.request
  const isTrue = isOf(agent, proposal, { offer, request })
  // IPSX-MAT-030: what was had and is over counts, or a relay could let the same request twice.
  const isMore = ours._tag === "Request" && isMoreThan(agent, ours, deal)
  if (!isTrue || isMore)
    return options.heard({
      _tag: "Trouble",
      message: isMore
        ? `the relay proposes ${id}, which is more than the request asked for`
        : `the relay proposes ${id}, which is not of its orders`,
    })
  const began = { _tag: "Began", id, role, deal, offer, request, partner } as const
  const party = Party.make(
    began,
    agent.settings,
    Party.contextOf(options.curve, agent.separator, began),
  )
  parties.set(id, party)
  options.heard({ _tag: "Proposed", id, role, deal })
  note(agent, { _tag: "Note", entry: began })
  attach(agent, party)
  consider(agent, party)
  return undefined
}

/** Whether a deal is more than a request has left; of one reservation for it all its leases come. */
const isMoreThan = (
  { taken, parties }: Agent,
  request: Order.Request,
  deal: Deal.Deal,
): boolean => {
  const had = taken.get(request.id) ?? 0
  if (!Deal.isReservation(deal)) return had + deal.seats > request.addresses
  const isLet = [...parties.values()].some(
    (one) => one.deal.request === request.id && !Party.isOver(one),
  )
  return isLet || had >= request.addresses
}

/** Whether a deal comes of two orders, and is one: nothing is begun that could not even be declined. */
const isOf = (
  { options, settings }: Agent,
  { id, deal }: Client.Proposed,
  { offer, request }: { readonly offer: Order.Offer; readonly request: Order.Request },
): boolean =>
  Terms.isSound(deal) &&
  deal.seats <= settings.parameters.maxSeats &&
  deal.firstSeat + deal.seats <= Resource.seats(offer.resource) &&
  Structure.channelId(options.curve, deal) === id &&
  SignedOrder.terms(options.curve, offer, request) === deal.terms

/**
 * Compares a deal with the own order, and with what is known of the chain, and has the participant accept or decline it;
 * once more when the program was killed in between.
 */
const consider = (agent: Agent, party: Party.Party): void => {
  void findings(agent, party).then((found) => judge(agent, party, found, 0))
}

/** Milliseconds between two looks at a deal that is in the way and about to be over, and looks at it. */
const lookMs = 250
const looksMax = 16

/**
 * The relay may have seen that a seat is free again before its provider has, as each asks the chain now and then: whoever
 * rents the same address again at once would be declined, and bound until the option is over.
 */
const judge = (agent: Agent, party: Party.Party, found: Findings, looks: number): void => {
  const { role, deal } = party
  const { offer, request } = party.began
  const { standing } = agent.options
  const isStanding = Deal.isReservation(deal)
  // Nobody waits for a second deal of the same request: each would be paid for.
  const scattered =
    role === "requester" &&
    !isStanding &&
    request.minimum === request.addresses &&
    deal.seats < request.addresses
  const input = {
    _tag: "Proposed",
    orders: { offer, request },
    others: othersOf(agent, party, party),
    ...(standing === undefined || !isStanding ? {} : { standing }),
    ...found,
    ...(scattered ? { scattered } : {}),
    ...(deal.validUntil * 1000 < Date.now() ? { late: true } : {}),
  } as const
  const objection = (others: ReadonlyArray<Deal.Deal>): string | undefined =>
    Opening.objection(party.participant, { ...input, others })
  const reason = objection(input.others)
  const isPassing =
    role === "provider" &&
    reason !== undefined &&
    objection(othersOf(agent, party, party, (one) => !Party.isEnding(one))) === undefined
  if (isPassing && looks < looksMax && !agent.closed)
    return void setTimeout(() => judge(agent, party, found, looks + 1), lookMs)
  if (reason !== undefined) agent.options.heard({ _tag: "Objected", id: party.id, reason })
  feed(agent, party, input)
}

interface Findings {
  readonly newcomer?: boolean
  readonly uncovered?: boolean
}

/** What a provider has to look up on the chain before it signs; what cannot be learned speaks against the deal. */
const findings = async (agent: Agent, party: Party.Party): Promise<Findings> => {
  const { history, options } = agent
  const { role, deal } = party
  if (role === "requester") return {}
  const uncovered = !(await pledge(agent, party))
  // IPSX-PAY-009: who prepays enough need not be known.
  if (deal.prepaid >= Terms.newcomerBound(deal)) return { uncovered }
  const newcomer = await history.hasSettled(deal.requester).then(
    (settled) => !settled,
    (cause: Error) => {
      options.heard({ _tag: "Trouble", message: cause.message })
      return true
    },
  )
  return { newcomer, uncovered }
}

/** Covers a provider's bond, and keeps it for this deal until the chain has it: no other deal may count on the same tokens. */
const pledge = async ({ purse, options }: Agent, party: Party.Party): Promise<boolean> => {
  try {
    Party.keepPledge(party, await purse.cover(party.deal.bond, () => [party.id]))
    return true
  } catch (cause) {
    options.heard({ _tag: "Trouble", message: (cause as Error).message })
    return false
  }
}

/** What a deal was in the middle of when the program ended: its timers, its transactions, its end of the tunnel. */
export const resume = (agent: Agent, party: Party.Party): void => {
  attach(agent, party)
  for (const armed of party.timers.values()) arm(agent, party, armed)
  for (const submission of party.submissions)
    if (!party.done.has(submission.n)) agent.submissions.submit(submission)
  // What an earlier run has said may not have reached the relay; what did changes nothing there.
  for (const said of party.reports)
    agent.reporting.report({ id: party.id, role: Party.roleCode(party), ...said })
  // It was killed before it could answer, or has answered and relies on what its wallet has.
  if (Party.isUnanswered(party)) consider(agent, party)
  else if (party.role === "provider" && party.participant.phase === "None" && !Party.isFree(party))
    void pledge(agent, party)
  if (party.tunnel) party.ends?.open()
  // The provider waits for an answer, and does not offer anew: it has heard that its letter was kept.
  for (const offer of party.offered.values()) party.ends?.hear(offer)
  if (party.participant.serving) party.ends?.ungate(() => Unpaid.left(party, Date.now()))
  ShortMeeting.resume(agent, party)
  resumeSubstitutes(agent, party)
  finish(agent, party)
}

const logged = (agent: Agent, block: Follower.FinalBlock, log: Log.Log): ReadonlyArray<Thing> => {
  const party = "id" in log ? agent.parties.get(log.id) : undefined
  if (party === undefined || block.number <= party.block) return []
  agent.options.heard({ _tag: "Logged", log })
  if (log._tag === "DealSettled") agent.history.settled(party.deal.requester)
  return [{ _tag: "Input", party, input: { _tag: "Logged", log }, block: block.number }]
}

export const takeBlocks = async (
  agent: Agent,
  blocks: ReadonlyArray<Follower.FinalBlock>,
): Promise<void> => {
  const things = blocks.flatMap((block) => block.logs.flatMap((log) => logged(agent, block, log)))
  const { number, timestamp, hash } = blocks.at(-1)!
  await push(agent, ...things, { _tag: "Note", entry: { _tag: "Followed", block: number, hash } })
  agent.finalAt = timestamp
}
