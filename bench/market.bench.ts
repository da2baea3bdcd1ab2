// The whole market in memory, with every rule and every invariant: matching, short deals under reservations, ledger,
// metrics, checks and trace. The month of `scenarios/month-large.yaml` at an eighth of its size, a day of it.
//
//   node bench/market.bench.ts [hours]
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Progress } from "../sim/Progress.ts"
import * as Run from "../sim/Run.ts"
import * as ScenarioFile from "../sim/ScenarioFile.ts"
import type * as Summary from "../sim/Summary.ts"
import * as Trace from "../sim/Trace.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"

const hours = Number(process.argv[2] ?? 24)
const rounds = 3
const settings = [
  `duration=${hours}h`,
  "providers.0.count=1125",
  "providers.1.count=125",
  ...Array.from({ length: 8 }, (_, i) => `requesters.${i}.count=156`),
  "expect=[]",
]
const file = `${import.meta.dirname}/../scenarios/month-large.yaml`
const loaded = Result.getOrThrow(ScenarioFile.load(file, settings))

/** Microseconds of processor time, and how far the run was then. */
interface Mark extends Progress {
  readonly micros: number
}

interface Measured {
  readonly summary: Summary.Summary
  readonly marks: ReadonlyArray<Mark>
}

const run = async (): Promise<Measured> => {
  const marks: Array<Mark> = []
  const began = process.cpuUsage()
  const micros = (): number => {
    const { user, system } = process.cpuUsage(began)
    return user + system
  }
  const tick = (progress: Progress): Promise<boolean> => {
    marks.push({ ...progress, micros: micros() })
    return Promise.resolve(true)
  }
  const { summary } = await Effect.runPromise(
    Run.run(loaded, { chain: "memory", observer: { tick }, version: "bench", replay: "bench" }),
  )
  if (!summary.checks.every(({ ok }) => ok) || !summary.tokens.conserved)
    throw new Error("market: an invariant does not hold")
  return { summary, marks }
}

/** Between two shares of a run's events: microseconds, events, deals that were opened. */
const between = ({ marks }: Measured, from: number, to: number) => {
  const a = marks[Math.floor((marks.length - 1) * from)]!
  const b = marks[Math.floor((marks.length - 1) * to)]!
  return {
    micros: b.micros - a.micros,
    events: b.events - a.events,
    deals: b.opened - a.opened,
  }
}

/** What the trace of a run costs: as many events of the usual size as it had, into a trace of its own. */
const tracing = async (events: number): Promise<number> => {
  const trace = Trace.make()
  const [, micros] = await Pair.cpu(() => {
    for (let i = 0; i < events; i++)
      Trace.record(trace, i, i % 2 === 0 ? "ShortEnd" : "filled", i, "requester", 10n ** 18n, 7)
  })
  return micros
}

const measured: Array<Measured> = []
for (let round = 0; round < rounds; round++) measured.push(await run())
const [first] = measured
if (measured.some(({ summary }) => summary.traceHash !== first!.summary.traceHash))
  throw new Error("market: two runs of one seed differ")

const later = measured.map((one) => between(one, 0.25, 1))
const common = { bench: "market", higherIsBetter: false } as const
Row.print(
  Row.limit({
    ...common,
    case: "full model in memory",
    unit: "events/s/core",
    higherIsBetter: true,
    samples: later.map(({ events, micros }) => (events * 1e6) / micros),
    limit: 1_000_000,
    note: `${first!.summary.deals.settled} deals, ${first!.summary.events} events`,
  }),
)
Row.print(
  Row.limit({
    ...common,
    case: "a deal, all its events",
    unit: "µs",
    samples: later.map(({ deals, micros }) => micros / deals),
    limit: 36,
    note: "five million deals in three minutes",
  }),
)
Row.print(
  Row.limit({
    ...common,
    case: "an event of the last quarter beside one of the second",
    unit: "times",
    samples: measured.map((one) => {
      const [early, late] = [between(one, 0.25, 0.5), between(one, 0.75, 1)]
      return late.micros / late.events / (early.micros / early.events)
    }),
    limit: 1.2,
    note: "what is over must not slow what goes on",
  }),
)
const shares: Array<number> = []
for (const { summary, marks } of measured)
  shares.push((await tracing(summary.events)) / marks[marks.length - 1]!.micros)
Row.print(
  Row.limit({
    ...common,
    case: "the trace's share",
    unit: "of the run",
    samples: shares,
    limit: 0.1,
  }),
)
