// The formal models at full length: the counts of all parameter sets in both engines, the claims about runs without
// end, the wallet that several deals share. Prints a line for each and fails when one does not hold.
//
// Usage: node scripts/formal.ts [--only PART-OF-NAME]
import { readFileSync } from "node:fs"
import { parseArgs } from "node:util"
import * as Finding from "./formal/Finding.ts"
import * as Lemma from "./formal/Lemma.ts"
import * as Quint from "./formal/Quint.ts"
import * as Replay from "./formal/Replay.ts"
import * as Sets from "./formal/Sets.ts"
import * as Spin from "./formal/Spin.ts"
import * as Statechart from "./formal/Statechart.ts"
import * as Deals from "../src/agreement-fsm/explore/Deals.ts"
import * as Table from "../src/agreement-fsm/Table.ts"

const { values } = parseArgs({ options: { only: { type: "string" } } })
const unable = Spin.missing()
if (unable !== undefined) console.log(`skipped with SPIN: ${unable}`)

const solved = (decisions: ReadonlyArray<Lemma.Decision>): string =>
  (decisions.reduce((sum, { milliseconds }) => sum + milliseconds, 0) / 1000).toFixed(1)

const part = (name: string, holds: () => boolean, tell: () => string = () => ""): void => {
  if (!name.includes(values.only ?? "")) return
  const { user, system } = process.cpuUsage()
  const good = holds()
  const spent = process.cpuUsage({ user, system })
  const seconds = `${((spent.user + spent.system) / 1e6).toFixed(1)} s of this process`
  console.log(`${good ? "holds " : "FAILS "} ${name}: ${tell()} ${seconds}`)
  if (!good) process.exitCode = 1
}

for (const set of Sets.all) {
  let said = ""
  part(
    set.name,
    () => {
      const { states, transitions } = set.explore(Table.step)
      said = `${states} states, ${transitions} transitions;`
      const charted = set.explore(Statechart.make().step)
      if (charted.states !== states || charted.transitions !== transitions) {
        said += ` the statechart ${charted.states}, ${charted.transitions};`
        return false
      }
      if (unable !== undefined) return true
      const spin = Spin.count(set.model, set.defines)
      said += ` SPIN ${spin.states}, ${spin.transitions}, ${spin.errors} errors;`
      return spin.states === states && spin.transitions === transitions && spin.errors === 0
    },
    () => said,
  )
}

const sides = [
  ["two liars", { HONEST_P: 0, HONEST_R: 0, LEVELS: 1 }],
  ["honest provider", { HONEST_P: 1, HONEST_R: 0, LEVELS: 1 }],
  ["honest requester", { HONEST_P: 0, HONEST_R: 1, LEVELS: 1, PREPAID: 1 }],
] as const
if (unable === undefined)
  for (const [name, defines] of sides) {
    const live = { ...defines, LIVENESS: 1 }
    part(`${name}: every deal ends`, () => Spin.keeps("agreement", live, "ends", true))
    part(`${name}: what is reserved is released`, () =>
      Spin.keeps("agreement", live, "released", true),
    )
    part(`${name}: no Anomalous pair`, () => Spin.keeps("agreement", defines, "sane", false))
  }

if (unable === undefined)
  part(
    "without the automatic assignments SPIN finds a deal that never ends",
    () =>
      !Spin.keeps("agreement", { ...sides[0][1], LIVENESS: 1, NO_AUTOMATIC: 1 }, "released", true),
  )

const figures = readFileSync(new URL("../spec/formal/README.md", import.meta.url), "utf8")
for (const without of [[], ...Finding.all.map((name) => [name]), Finding.all]) {
  const row = Finding.row(without)
  part(
    `without ${without.join(", ")}`,
    () => Finding.isIn(figures, row),
    () => JSON.stringify(row),
  )
}

let replayed = ""
part(
  "random traces of the Quint model on the implementation",
  () => {
    const traces = Quint.traces({ traces: 130, steps: 85, seed: 2026 })
    const mismatches = traces.flatMap((trace) => Replay.mismatch(trace) ?? [])
    const steps = traces.reduce((sum, { length }) => sum + length - 1, 0)
    const never = Quint.never(traces)
    replayed = `${steps} steps, ${mismatches.length} mismatches ${JSON.stringify(mismatches.slice(0, 1))};`
    replayed +=
      never.length === 0 ? " every transaction was taken;" : ` never taken: ${never.join(" ")};`
    return steps >= 10_000 && mismatches.length === 0 && never.length === 0
  },
  () => replayed,
)

const decisions = await Lemma.decide(Lemma.all())
part(
  "lemmas about amounts of any size",
  () => decisions.every(({ lemma, mutant }) => lemma === "unsat" && mutant === "sat"),
  () => `${decisions.length} unsat, their mutants sat, ${solved(decisions)} s of Z3;`,
)

let report = ""
part(
  "3 deals of cap 3, a wallet of 8",
  () => {
    const { states, transitions, ends, stuck, locked, overdrawn } = Deals.explore({
      deals: 3,
      cap: 3,
      budget: 8,
    })
    report = `${states} states, ${transitions} transitions, ${ends} ends, ${stuck} stuck, ${locked} locked;`
    const large = states >= 1e7 && transitions >= 1e8
    return large && stuck === 0 && locked === 0 && overdrawn === 0
  },
  () => report,
)
