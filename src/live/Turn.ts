// What a live party does in one turn: it takes what has happened, writes it down, steps the participant of each deal, and
// does what that wants. Nothing is done about anything that is not on disk.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import type { Input } from "../agent/Input.ts"
import type { Intent } from "../agent/Intent.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type { Letter } from "../pair-channel/Letter.ts"
import * as Alarm from "./Alarm.ts"
import type { Agent, Group, Thing } from "./Agent.ts"
import * as Meters from "./Meters.ts"
import * as Party from "./Party.ts"
import type * as Recording from "./Recording.ts"
import * as ShortLease from "./ShortLease.ts"
import * as Stop from "./Stop.ts"
import * as Substitution from "./Substitution.ts"
import * as Unpaid from "./Unpaid.ts"
import * as Writing from "./Writing.ts"

const queueMax = 100_000

/**
 * Feeds what happened; resolves when it is on disk.
 *
 * @throws Stopped when the party takes nothing any more.
 */
export const push = (agent: Agent, ...things: ReadonlyArray<Thing>): Promise<void> =>
  new Promise((stored, failed) => {
    if (!agent.closed && agent.queue.length >= queueMax)
      Stop.fail(agent, unwritten(agent, "it is too slow for what happens"))
    if (agent.closed) return failed(Stop.closed())
    agent.queue.push({ things, stored, failed })
    if (!agent.draining) void drain(agent)
    return undefined
  })

/** Feeds what happened, for those who do not wait until it is on disk: what does not get there was never acted upon. */
export const note = (agent: Agent, ...things: ReadonlyArray<Thing>): void =>
  void push(agent, ...things).catch(() => {})

export const feed = (agent: Agent, party: Party.Party, input: Input): void =>
  note(agent, { _tag: "Input", party, input })

const unwritten = ({ options }: Agent, reason: string): Stop.Stopped =>
  new Stop.Stopped({
    reason: `${options.journal} cannot be written (${reason}); when its disk has room, start again with the same data, and it goes on where it was`,
  })

const drain = async (agent: Agent): Promise<void> => {
  agent.draining = true
  try {
    while (agent.queue.length > 0 && !agent.closed) {
      const groups = agent.queue
      agent.queue = []
      await turn(agent, groups)
    }
  } catch (cause) {
    Stop.mistaken(agent, cause)
  } finally {
    agent.draining = false
  }
}

const turn = async (agent: Agent, groups: ReadonlyArray<Group>): Promise<void> => {
  const things = groups.flatMap((group) => group.things)
  const parties = new Set(things.flatMap((thing) => ("party" in thing ? [thing.party] : [])))
  await Promise.all([...parties].map(Meters.measure))
  const now = Date.now()
  // IPSX-PCH-012, IPSX-PAY-016: written down first, acted upon afterwards.
  const entries = things.map((thing) => entryOf(thing, now))
  const uses = new Map([...parties].map((party) => [party, Meters.read(party)]))
  try {
    await agent.journal.append(entries)
  } catch (cause) {
    // Whoever went on would have a gap behind it: the next run would be another participant than this one was.
    const why = unwritten(agent, (cause as Error).message)
    for (const { failed } of groups) failed(why)
    return Stop.fail(agent, why)
  }
  for (const { stored } of groups) stored()
  for (const thing of things) {
    // What is not done any more is done by the next run.
    if (agent.closed) return undefined
    // The meter may have been read again meanwhile: what is written down is what is acted by, or a replay differs.
    if ("party" in thing) Meters.set(thing.party, uses.get(thing.party)!)
    await act(agent, thing, now)
  }
  return undefined
}

const entryOf = (thing: Thing, now: number): Recording.Entry => {
  if (thing._tag === "Note") return thing.entry
  const { id } = thing.party
  if (thing._tag === "Write") return { _tag: "Wrote", id, letter: thing.letter }
  const moment = { id, now, ...Meters.read(thing.party) }
  if (thing._tag === "Heard")
    return { _tag: "Heard", ...moment, seq: thing.seq, letter: thing.letter }
  const { input, block } = thing
  return { _tag: "Happened", ...moment, input, ...(block === undefined ? {} : { block }) }
}

const act = async (agent: Agent, thing: Thing, now: number): Promise<void> => {
  if (thing._tag === "Note") return
  const { party } = thing
  if (thing._tag === "Write") {
    Writing.write(agent, party, thing.letter)
    if (Substitution.isSubstitute(thing.letter))
      await substitute(agent, party, Party.roleCode(party), thing.letter)
    ShortLease.wrote(party, thing.letter)
    return overShorts(agent, party)
  }
  if (thing._tag === "Heard") {
    Party.keepEvidence(party, agent.evidence, thing.seq, thing.letter)
    if (thing.letter._tag === "TunnelOffer" || thing.letter._tag === "TunnelAccept")
      return Party.leased(party, thing.letter.short)?.ends?.hear(thing.letter)
    if (Substitution.isSubstitute(thing.letter)) return hearSubstitute(agent, party, thing.letter)
  }
  if (thing._tag === "Heard") hearShort(agent, party, thing.letter)
  const input = thing._tag === "Heard" ? said(party, thing.letter) : thing.input
  if (input === undefined) return overShorts(agent, party)
  const before = {
    status: Agreement.status(party.participant.agreement),
    signed: party.participant.signed,
  }
  const intents = Party.step(party, input, now, agent.options.act ?? ((list) => list))
  for (const intent of intents) {
    if (agent.closed) return undefined
    await perform(agent, party, intent)
  }
  tell(agent, party, before)
  overShorts(agent, party)
  endUnwanted(agent, party)
  if (input._tag === "Logged")
    for (const short of ShortLease.due(party)) note(agent, told(party, short))
  Party.releasePledge(party)
  return finish(agent, party)
}

/** The partner has signed a short deal that this side does not want, or not so. */
const hearShort = (agent: Agent, party: Party.Party, letter: Letter): void => {
  const answer = ShortLease.hear(party, letter)
  if (answer !== "decline" || letter._tag !== "ShortDeal") return
  const { nonce } = letter.shortDeal
  note(agent, { _tag: "Write", party, letter: { _tag: "ShortDecline", nonce } })
}

/** What the partner has signed before, said now. */
export const told = (party: Party.Party, short: ShortDeal): Thing => {
  const { id, deal } = party
  const message = { _tag: "ShortDeal", id, author: deal.requester, short } as const
  return { _tag: "Input", party, input: { _tag: "Said", message } }
}

/** Clears away the short deals that are over, and says so. */
const overShorts = (agent: Agent, party: Party.Party): void => {
  const { id, role } = party
  for (const lease of ShortLease.takeOver(party, Party.isOver(party))) {
    const { agreed: opened, charged, use, began, deal } = lease
    const short = began.short.nonce
    agent.alarms.get(alarmName(party, ShortLease.timerName("end", short)))?.()
    void lease.ends?.dispose()
    const { request: order, seats } = deal
    if (role === "requester" && opened) {
      agent.taken.set(order, (agent.taken.get(order) ?? 0) + seats)
      note(agent, { _tag: "Note", entry: { _tag: "Took", order, seats } })
      forgetRequest(agent, role, lease)
    }
    const over = { _tag: "ShortOver", id, role, short, lease: lease.id, deal } as const
    agent.options.heard({
      ...over,
      addresses: Party.addresses(lease),
      country: began.offer.resource.country,
      opened,
      charged,
      use,
    })
  }
}

/** Ends what its owner did not want any more before it was signed. */
const endUnwanted = (agent: Agent, party: Party.Party): void => {
  for (const [short, lease] of party.shorts) {
    if (!lease.unwanted || party.participant.shorts?.open.has(short) !== true) continue
    lease.unwanted = false
    feed(agent, party, { _tag: "Leave", short })
  }
}

const alarmName = ({ id }: Party.Party, timer: string): string => `${id} ${timer}`

/** IPSX-AGR-081: what the provider asks, the requester answers; what the requester asks for or takes, the provider does. */
const hearSubstitute = async (
  agent: Agent,
  party: Party.Party,
  letter: Substitution.Substitute,
): Promise<void> => {
  const partner = party.role === "provider" ? 1 : 0
  await substitute(agent, party, partner, letter)
  if (party.role === "provider") {
    if (letter.by === null && letter.seat < party.seats.length)
      void offerSubstitute(agent, party, letter.seat)
    return
  }
  answerSubstitute(agent, party, letter)
}

/** A requester repeats the letter, or says to its owner why not. */
const answerSubstitute = (
  agent: Agent,
  party: Party.Party,
  letter: Substitution.Substitute,
): void => {
  // It was taken before, and offered once more by a provider that could not know that.
  if (letter.by === party.seats[letter.seat]) return
  const answer = Substitution.answer(party, letter, Math.floor(Date.now() / 1000))
  if ("why" in answer)
    agent.options.heard({ _tag: "Trouble", message: `${party.id}: ${answer.why}` })
  else note(agent, { _tag: "Write", party, letter: answer })
}

const lookAgainMs = 500

/**
 * A provider looks for another seat, and looks again for what other deals may have given back, as long as the lease waits
 * for one; the requester's patience decides how long that is (IPSX-AGR-080).
 */
export const offerSubstitute = async (
  agent: Agent,
  party: Party.Party,
  seat: number,
): Promise<void> => {
  // A partner can ask as often as it likes, and each look asks an echo.
  if (party.sought.has(seat)) return
  party.sought.add(seat)
  try {
    do {
      const letter = await Substitution.find(agent, party, seat)
      if (letter !== undefined) return note(agent, { _tag: "Write", party, letter })
      await new Promise((resolve) => setTimeout(resolve, lookAgainMs))
    } while (!agent.closed && Agreement.status(party.participant.agreement) === "Suspended")
  } finally {
    party.sought.delete(seat)
  }
}

const substitute = async (
  agent: Agent,
  party: Party.Party,
  by: 0 | 1,
  letter: Substitution.Substitute,
): Promise<void> => {
  const moved = Substitution.note(party, by, letter)
  if (moved === undefined) return
  const { id, role } = party
  agent.options.heard({ _tag: "Substituted", id, role, ...moved })
  await party.ends?.substitute(moved.seat, moved.address)
  if (role === "requester" && Substitution.isServedAgain(party))
    feed(agent, party, { _tag: "Resume" })
}

/** Goes on where the program was killed between the letters of a substitution. */
export const resumeSubstitutes = (agent: Agent, party: Party.Party): void => {
  const { seek, answer, resumes } = Substitution.owed(party)
  for (const seat of seek) void offerSubstitute(agent, party, seat)
  for (const letter of answer) answerSubstitute(agent, party, letter)
  if (resumes) feed(agent, party, { _tag: "Resume" })
}

const said = (party: Party.Party, letter: Letter): Input | undefined => {
  const message = Party.messageOf(party, letter)
  return message === undefined ? undefined : { _tag: "Said", message }
}

const perform = async (agent: Agent, party: Party.Party, intent: Intent): Promise<void> => {
  switch (intent._tag) {
    case "Send":
      return Writing.write(agent, party, Party.letterOf(intent.message))
    case "Submit":
      return agent.submissions.submit(Party.submission(party, intent.transaction))
    case "Arm":
      return arm(agent, party, intent)
    default:
      return tunnel(party, intent)
  }
}

type TunnelIntent = Exclude<Intent, { readonly _tag: "Send" | "Submit" | "Arm" }>

const tunnel = (party: Party.Party, { _tag, short }: TunnelIntent): void => {
  const of = Party.leased(party, short)
  if (of === undefined) return
  ShortLease.want(of, _tag)
  switch (_tag) {
    case "OpenTunnel":
      return of.ends?.open()
    case "Ungate":
      of.ends?.ungate(() => Unpaid.left(party, Date.now(), short))
      // A requester's short deal begins with this: it looks at its address then (IPSX-TUN-050).
      return short === undefined ? undefined : of.ends?.verify()
    case "Gate":
      return of.ends?.gate()
    case "CloseTunnel":
      return of.ends?.close()
  }
}

export const arm = (agent: Agent, party: Party.Party, armed: Party.Armed): void => {
  // A turn that was under way when the party was closed must not keep its program from ending.
  if (agent.closed) return
  const { timer, at, epoch, short } = armed
  const name = alarmName(party, ShortLease.timerName(timer, short))
  agent.alarms.get(name)?.()
  Party.arm(party, armed)
  const ring = (): void => {
    agent.alarms.delete(name)
    // IPSX-AGR-024: an option is over by a final block and not by the clock. Where no block comes the deal may be open already.
    if (timer === "accept" && agent.finalAt <= party.deal.validUntil)
      return void agent.alarms.set(name, Alarm.after(blockMs, ring))
    const which = short === undefined ? {} : { short }
    return feed(agent, party, { _tag: "Rang", timer, epoch, ...which })
  }
  agent.alarms.set(name, Alarm.at(at, ring))
}

/** Milliseconds after which a block that was missing is looked for again. */
const blockMs = 200

const tell = (
  agent: Agent,
  party: Party.Party,
  before: { readonly status: string; readonly signed: bigint },
): void => {
  const { heard } = agent.options
  const { id, role, participant } = party
  const status = Agreement.status(participant.agreement)
  // IPSX-TUN-050: when the session starts and whenever it resumes.
  if (status === "Active" && before.status !== "Active") party.ends?.verify()
  if (status !== before.status) heard({ _tag: "Moved", id, role, status, phase: participant.phase })
  if (participant.signed !== before.signed)
    heard({ _tag: "Signed", id, role, cumulative: participant.signed })
}

const lingerMs = 3000

/** A deal that is over, or was never opened, is kept for a moment for the partner's sake. */
export const finish = (agent: Agent, party: Party.Party): void => {
  const { participant, id, role } = party
  const name = `${id} over`
  if (!Party.isOver(party) || agent.closed || agent.alarms.has(name)) return
  const isHad = role === "requester" && participant.phase === "Final" && party.deal.seats > 0
  const had = { order: party.deal.request, seats: party.deal.seats }
  if (isHad) agent.taken.set(had.order, (agent.taken.get(had.order) ?? 0) + had.seats)
  agent.options.heard({
    _tag: "Over",
    id,
    role,
    opened: participant.phase === "Final",
    paid: participant.claimed,
    use: party.use,
  })
  agent.alarms.set(
    name,
    Alarm.after(lingerMs, () => {
      agent.alarms.delete(name)
      const notes = [
        ...(isHad ? [{ _tag: "Took", ...had } as const] : []),
        { _tag: "Closed", id } as const,
      ].map((entry) => ({ _tag: "Note", entry }) as const)
      void push(agent, ...notes).then(
        () => leave(agent, party),
        () => {},
      )
    }),
  )
}

const leave = (agent: Agent, party: Party.Party): void => {
  const { parties, left } = agent
  for (const [id, until] of left) if (until * 1000 < Date.now()) left.delete(id)
  left.set(party.id, party.deal.validUntil)
  parties.delete(party.id)
  agent.reporting.forget(party.id)
  Party.dropEvidence(party, agent.evidence)
  forgetRequest(agent, party.role, party)
  party.channel?.close("the deal is over")
  void party.ends?.dispose()
  for (const timer of party.timers.keys()) agent.alarms.get(alarmName(party, timer))?.()
}

/** Of a request whose addresses were all had nothing more can come, whatever a relay says. */
const forgetRequest = (
  { parties, orders, accounts, taken }: Agent,
  role: Party.Party["role"],
  { deal: { request }, began }: Pick<Party.Leased, "deal" | "began">,
): void => {
  const isWanted = (taken.get(request) ?? 0) < began.request.addresses
  if (role === "provider" || isWanted) return
  const all = [...parties.values()].flatMap(Party.allLeased)
  if (all.some(({ deal }) => deal.request === request)) return
  for (const map of [orders, accounts, taken]) map.delete(request)
}
