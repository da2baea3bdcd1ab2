// What a live party does in one turn: it takes what has happened, writes it down, steps the participant of each deal, and
// does what that wants. Nothing is done about anything that is not on disk.
import * as Agreement from "../agreement-fsm/Agreement.ts"
import type { Input } from "../agent/Input.ts"
import type { Intent } from "../agent/Intent.ts"
import type { Letter } from "../pair-channel/Letter.ts"
import * as Alarm from "./Alarm.ts"
import type { Agent, Group, Thing } from "./Agent.ts"
import * as Party from "./Party.ts"
import type * as Recording from "./Recording.ts"
import * as Stop from "./Stop.ts"
import * as Substitution from "./Substitution.ts"
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
  await Promise.all(
    [...parties].map(async (party) => {
      if (party.ends !== undefined) party.use = await party.ends.use()
    }),
  )
  const now = Date.now()
  // IPSX-PCH-012, IPSX-PAY-016: written down first, acted upon afterwards.
  const entries = things.map((thing) => entryOf(thing, now))
  const uses = new Map([...parties].map((party) => [party, party.use]))
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
    if ("party" in thing) thing.party.use = uses.get(thing.party)!
    await act(agent, thing, now)
  }
  return undefined
}

const entryOf = (thing: Thing, now: number): Recording.Entry => {
  if (thing._tag === "Note") return thing.entry
  const { id, use } = thing.party
  if (thing._tag === "Write") return { _tag: "Wrote", id, letter: thing.letter }
  const moment = { id, now, ...use }
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
    return
  }
  if (thing._tag === "Heard") {
    Party.keepEvidence(party, agent.evidence, thing.seq, thing.letter)
    if (thing.letter._tag === "TunnelOffer" || thing.letter._tag === "TunnelAccept")
      return party.ends?.hear(thing.letter)
    if (Substitution.isSubstitute(thing.letter)) return hearSubstitute(agent, party, thing.letter)
  }
  const input = thing._tag === "Heard" ? said(party, thing.letter) : thing.input
  if (input === undefined) return
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
  Party.releasePledge(party)
  return finish(agent, party)
}

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
    case "Send": {
      const letter = Party.letterOf(intent.message)
      return letter === undefined ? undefined : Writing.write(agent, party, letter)
    }
    case "Submit":
      return agent.submissions.submit(Party.submission(party, intent.transaction))
    case "Arm":
      return arm(agent, party, intent)
    case "OpenTunnel":
      party.tunnel = true
      return party.ends?.open()
    case "Ungate":
      return party.ends?.ungate(() => Party.left(party, Date.now()))
    case "Gate":
      return party.ends?.gate()
    case "CloseTunnel":
      party.tunnel = false
      return party.ends?.close()
  }
}

export const arm = (
  agent: Agent,
  party: Party.Party,
  { timer, at, epoch }: Extract<Intent, { readonly _tag: "Arm" }>,
): void => {
  // A turn that was under way when the party was closed must not keep its program from ending.
  if (agent.closed) return
  const name = `${party.id} ${timer}`
  agent.alarms.get(name)?.()
  party.timers.set(timer, { at, epoch })
  const ring = (): void => {
    agent.alarms.delete(name)
    // IPSX-AGR-024: an option is over by a final block and not by the clock. Where no block comes the deal may be open already.
    if (timer === "accept" && agent.finalAt <= party.deal.validUntil)
      return void agent.alarms.set(name, Alarm.after(blockMs, ring))
    return feed(agent, party, { _tag: "Rang", timer, epoch })
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
  const isHad = role === "requester" && participant.phase === "Final"
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
  forgetRequest(agent, party)
  party.channel?.close("the deal is over")
  void party.ends?.dispose()
  for (const name of party.timers.keys()) agent.alarms.get(`${party.id} ${name}`)?.()
}

/** Of a request whose addresses were all had nothing more can come, whatever a relay says. */
const forgetRequest = ({ parties, orders, accounts, taken }: Agent, party: Party.Party): void => {
  const { request } = party.deal
  const isWanted = (taken.get(request) ?? 0) < party.began.request.addresses
  if (party.role === "provider" || isWanted) return
  if ([...parties.values()].some(({ deal }) => deal.request === request)) return
  for (const map of [orders, accounts, taken]) map.delete(request)
}
