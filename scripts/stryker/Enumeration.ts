// Everything that the finite parts of the agreement can do, written out line by line, of which the digest is printed: two
// versions with one digest are equivalent, because there is nothing else that they could be asked. Agreement and Inbox
// have no bound: of them it is every row with every event, timer and pair of pauses at moments that lie on each side of each
// other, and every five deliveries out of seven messages that link, contradict and repeat each other.
//
// Usage: node scripts/stryker/Enumeration.ts FOLDER, which holds a version of src/
import { createHash } from "node:crypto"
import * as path from "node:path"
import { pathToFileURL } from "node:url"
import type * as AgreementOf from "../../src/agreement-fsm/Agreement.ts"
import type * as DealStatusOf from "../../src/agreement-fsm/dealStatus.ts"
import type * as DerivationOf from "../../src/agreement-fsm/Derivation.ts"
import type * as EventOf from "../../src/agreement-fsm/Event.ts"
import type * as InboxOf from "../../src/agreement-fsm/Inbox.ts"
import type { Timer } from "../../src/agreement-fsm/Intent.ts"
import type * as StateOf from "../../src/agreement-fsm/State.ts"
import type * as TableOf from "../../src/agreement-fsm/Table.ts"
import { providerStatuses, requesterStatuses } from "../../src/model/Status.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Address } from "../../src/model/Address.ts"

const folder = process.argv[2]
if (folder === undefined) throw new Error("which version of src/?")
const load = async (name: string): Promise<unknown> =>
  import(pathToFileURL(path.resolve(folder, "agreement-fsm", name)).href)

const Derivation = (await load("Derivation.ts")) as typeof DerivationOf
const DealStatus = (await load("dealStatus.ts")) as typeof DealStatusOf
const Event = (await load("Event.ts")) as typeof EventOf
const State = (await load("State.ts")) as typeof StateOf
const Table = (await load("Table.ts")) as typeof TableOf
const Agreement = (await load("Agreement.ts")) as typeof AgreementOf
const Inbox = (await load("Inbox.ts")) as typeof InboxOf
const written = createHash("sha256")
const say = (...words: ReadonlyArray<unknown>): void => void written.update(JSON.stringify(words))

// The statechart and its derivation: every state, every event in it, what it asks for and where its third region is.
const derived = Derivation.derive()
say(derived)
const seen = new Set<number>()
const open = [Derivation.initialSnapshot()]
for (const snapshot of open) {
  const packed = Derivation.stateOf(snapshot)
  if (seen.has(packed)) continue
  seen.add(packed)
  say(packed, Derivation.dealOf(snapshot))
  for (const type of Event.types) {
    const stepped = Derivation.stepMachine(snapshot, type)
    say(type, stepped === undefined ? "rejected" : stepped.intents)
    if (stepped !== undefined) open.push(stepped.snapshot)
  }
}

// The function of two registers, and the numbers.
for (const provider of providerStatuses)
  for (const requester of requesterStatuses)
    say(
      DealStatus.dealStatus(provider, requester),
      DealStatus.dealStatusByRule(provider, requester),
    )
say(DealStatus.table, [...DealStatus.codes])
for (let packed = 0; packed < 1600; packed++)
  say(State.unpack(packed), State.pack(State.unpack(packed)))

// The table as programs see it.
say(
  [...Table.states],
  [...Table.next],
  [...Table.list],
  Table.initial,
  Table.columnOf,
  Table.rejected,
)
for (let row = 0; row < Table.states.length; row++) {
  say(Table.enabled(row))
  for (let column = 0; column < Event.types.length; column++)
    say(Table.step(row, column), Table.intents(row, column))
}

// The events: by wire number, by breach, by log; and who may bring them.
say(Event.types, Event.ownMoves, Event.automatic, Event.origins)
for (const role of ["provider", "requester"] as const)
  for (let status = 0; status < 256; status++) say(Event.ofStatus(role, status) ?? "none")
for (const byProvider of [false, true])
  for (const byRequester of [false, true]) say(Event.ofBreach({ byProvider, byRequester }))
const [provider, requester] = ["0x01", "0x02"] as unknown as readonly [Address, Address]
const logs = [
  "DealOpened DealStopped DealEnded NoticeGiven DealChallenged ChallengeAnswered ProviderDefaulted PaymentDemanded",
  "DemandMet DemandLapsed DealDisputed MeterProved EquivocationProved ServiceProved DealBreached DealSettled",
  "VoucherPaid OrdersCancelled Deposited Withdrawn Transferred Staked UnstakeRequested Unstaked Slashed",
]
for (const tag of logs.join(" ").split(" "))
  for (const by of [provider, requester])
    for (const breached of [false, true]) {
      const log = { _tag: tag, by, byProvider: breached, byRequester: true } as unknown as Log
      say(tag, by, Event.ofLog(log, provider) ?? "none")
    }

// The agreement of one deal: every row with every pair of pauses, and what it says about itself.
const timers = Object.keys(Agreement.start().epochs) as ReadonlyArray<Timer>
const pauses = [
  [0, -1],
  [0, 0],
  [7, 5],
  [7, -1],
] as const
const agreements = (row: number): ReadonlyArray<AgreementOf.Agreement> =>
  pauses.flatMap(([providerFor, providerSince]) =>
    pauses.map(([requesterFor, requesterSince]) => ({
      ...Agreement.start(),
      row,
      at: 5,
      pauses: { providerFor, requesterFor, providerSince, requesterSince },
    })),
  )
say(Agreement.start(), Agreement.initialIntents, Agreement.rowsMax)
for (let row = 0; row < Table.states.length; row++) {
  const [first] = agreements(row)
  say(Agreement.provider(first!), Agreement.requester(first!), Agreement.status(first!))
  say(Agreement.isUnsigned(first!), Agreement.isUncommitted(first!), Agreement.isLagging(first!))
  say(Agreement.isFinal(first!), Agreement.enabled(first!))
  for (const type of Event.types) say(Agreement.allows(first!, type))
  for (const timer of timers)
    for (const by of [-1, 0, 1]) {
      const epoch = Agreement.epoch(first!, timer) + by
      say(Agreement.isCurrent(first!, timer, epoch), Agreement.ring(first!, timer, epoch, 9))
      say(Agreement.rearm(first!, timer))
    }
  for (const agreement of agreements(row)) {
    for (const role of ["provider", "requester"] as const)
      for (const at of [0, 5, 9]) say(Agreement.pausedFor(agreement, role, at))
    for (const budget of [0, 5, 7, 20]) say(Agreement.suspendAt(agreement, budget) ?? "never")
    for (const type of Event.types)
      for (const at of [undefined, 9]) {
        const stepped = Agreement.step(agreement, { type }, at)
        if (stepped._tag === "Success") say(stepped.success)
        else say(stepped.failure.message, stepped.failure)
      }
  }
}
for (const parameters of [Parameters.standard, Parameters.small])
  for (let lease = 0; lease < 1000; lease++) say(Agreement.windows(parameters, lease))
for (const now of [4, 5, 6]) say(Agreement.hasEnded({ end: 5 }, now))

// The receiver of messages: three numbers, with contents that link and contents that contradict.
const zero = `0x${"0".repeat(64)}`
const message = (seq: number, digest: string, previous: string): InboxOf.Received =>
  ({ status: { seq, previous, digest }, digest }) as unknown as InboxOf.Received
const messages = [
  message(1, "c1", zero),
  message(2, "c2", "c1"),
  message(3, "c3", "c2"),
  message(1, "b1", zero),
  message(2, "b2", "c1"),
  message(2, "d2", "b1"),
  message(0, "a0", ""),
]
const deliver = (inbox: InboxOf.Inbox, left: number): void => {
  say(Inbox.seq(inbox), Inbox.last(inbox) ?? "none", Inbox.equivocation(inbox) ?? "none")
  if (left === 0) return
  for (const received of messages) {
    const delivered = Inbox.receive(inbox, received)
    say(delivered)
    deliver(delivered.inbox, left - 1)
  }
}
deliver(Inbox.empty(), 5)
for (const order of [1, -1]) {
  const far = Array.from({ length: 70 }, (_, n) => message(n + 2, `e${n + 2}`, `e${n + 1}`))
  let inbox = Inbox.empty()
  for (const received of far.toSorted((a, b) => order * (a.status.seq - b.status.seq))) {
    const delivered = Inbox.receive(inbox, received)
    inbox = delivered.inbox
    say(delivered)
  }
  say(Inbox.receive(inbox, message(1, "e1", zero)))
}
console.log(written.digest("hex"))
