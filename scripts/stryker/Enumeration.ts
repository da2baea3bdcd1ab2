// Everything that the finite parts of the agreement can do, written out line by line: two versions that write the same
// lines are equivalent, because there is nothing else that they could be asked.
//
// Usage: node scripts/stryker/Enumeration.ts FOLDER, which holds a version of src/
import * as path from "node:path"
import { pathToFileURL } from "node:url"
import type * as DealStatusOf from "../../src/agreement-fsm/dealStatus.ts"
import type * as DerivationOf from "../../src/agreement-fsm/Derivation.ts"
import type * as EventOf from "../../src/agreement-fsm/Event.ts"
import type * as StateOf from "../../src/agreement-fsm/State.ts"
import type * as TableOf from "../../src/agreement-fsm/Table.ts"
import { providerStatuses, requesterStatuses } from "../../src/model/Status.ts"
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
const say = (...words: ReadonlyArray<unknown>): void => console.log(JSON.stringify(words))

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
