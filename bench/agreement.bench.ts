// The agreement: a million deals, fifteen steps each, by the table alone, as the exchange keeps short deals, and as the
// agreement of one side, with its epochs and pauses. The peer is the machine that both are derived from.
import * as Result from "effect/Result"
import { initialTransition, transition } from "xstate"
import * as Agreement from "../src/agreement-fsm/Agreement.ts"
import type * as Event from "../src/agreement-fsm/Event.ts"
import { machine } from "../src/agreement-fsm/machine.ts"
import * as Derivation from "../src/agreement-fsm/Derivation.ts"
import * as Table from "../src/agreement-fsm/Table.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"

/** A deal with a pause on either side, from its proposal to its verdict. */
const path: ReadonlyArray<Event.Type> = [
  "provider.accept",
  "requester.accept",
  "commit",
  "provider.ready",
  "requester.activate",
  "provider.pause",
  "provider.ready",
  "requester.pause",
  "requester.activate",
  "provider.ready",
  "requester.activate",
  "end",
  "requester.settle",
  "provider.settle",
  "finalSettled",
]
const events = path.map((type) => ({ type }))
const columns = Uint8Array.from(path, (type) => Table.columnOf[type])
const deals = 1_000_000
const unit = "steps/s/core"

/** All deals abreast: each event of the path is taken by every deal before the next one. */
const abreast = (rows: Uint8Array): number => {
  rows.fill(0)
  for (const column of columns)
    for (let deal = 0; deal < rows.length; deal++) rows[deal] = Table.step(rows[deal]!, column)
  return Table.states[rows[rows.length - 1]!]!
}

/** One deal after the other, as values. */
const values = (count: number): number => {
  let row = 0
  for (let deal = 0; deal < count; deal++) {
    let agreement = Agreement.start()
    for (const event of events) {
      const stepped = Agreement.step(agreement, event)
      if (Result.isFailure(stepped)) throw stepped.failure
      agreement = stepped.success.agreement
    }
    row = agreement.row
  }
  return Table.states[row]!
}

const machines = (count: number): number => {
  let [snapshot] = initialTransition(machine)
  for (let deal = 0; deal < count; deal++) {
    ;[snapshot] = initialTransition(machine)
    for (const type of path) [snapshot] = transition(machine, snapshot, { type })
  }
  return Derivation.stateOf(snapshot)
}

const rows = new Uint8Array(deals)
if (abreast(rows) !== machines(1) || values(1) !== machines(1))
  throw new Error("agreement: table and machine end in different states")

const limits: ReadonlyArray<readonly [name: string, run: () => number]> = [
  ["a million deals, 15 steps each, by the table", () => abreast(rows)],
  ["a million deals, 15 steps each, as agreements", () => values(deals)],
]
for (const [name, run] of limits) {
  const samples: Array<number> = []
  run()
  for (let round = 0; round < 5; round++) samples.push((await Pair.cpu(run))[1] / 1e6)
  Row.print(
    Row.limit({
      bench: "agreement",
      case: name,
      unit: "s",
      higherIsBetter: false,
      samples,
      limit: 2,
    }),
  )
}

const peer = { name: "XState transition", few: 40 }
for (const [name, run, count] of [
  ["table", () => abreast(rows), deals],
  ["agreement", () => values(20_000), 20_000],
] as const) {
  const samples: Array<readonly [number, number]> = []
  machines(peer.few)
  for (let round = 0; round < 7; round++) {
    const [, ours] = await Pair.cpu(run)
    const [, theirs] = await Pair.cpu(() => machines(peer.few))
    const figure = (many: number, micros: number) => (many * path.length * 1e6) / micros
    samples.push([figure(count, ours), figure(peer.few, theirs)])
  }
  Row.print(
    Row.of({
      bench: "agreement",
      case: `step, ${name}`,
      unit,
      higherIsBetter: true,
      peer: peer.name,
      samples,
      bar: 100,
    }),
  )
}
