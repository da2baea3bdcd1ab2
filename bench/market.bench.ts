// The whole market in memory, with every rule and every invariant: matching, short deals under reservations, ledger,
// metrics, checks and trace. The month of `scenarios/month-large.yaml` at an eighth of its size, a day of it.
//
//   node bench/market.bench.ts [hours] [deals]
//
// With a number of deals, a million say, it also runs on until there are so many, and compares what a deal costs then
// with what it costs at ten thousand, and when the market is full: some minutes, and some gigabytes
// (--max-old-space-size=8000).
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Progress } from "../sim/Progress.ts"
import * as Run from "../sim/Run.ts"
import * as ScenarioFile from "../sim/ScenarioFile.ts"
import type * as Summary from "../sim/Summary.ts"
import * as Trace from "../sim/Trace.ts"
import * as Pace from "./harness/Pace.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"

const hours = Number(process.argv[2] ?? 24)
const dealsMost = Number(process.argv[3] ?? 0)
const rounds = 3
const settings = (hours: number) => [
  `duration=${hours}h`,
  "providers.0.count=1125",
  "providers.1.count=125",
  ...Array.from({ length: 8 }, (_, i) => `requesters.${i}.count=156`),
  "expect=[]",
]
const file = `${import.meta.dirname}/../scenarios/month-large.yaml`
const load = (hours: number) => Result.getOrThrow(ScenarioFile.load(file, settings(hours)))

/** Microseconds of processor time, how far the run was then, the machine's pace, and the bytes in use. */
interface Mark extends Progress {
  readonly micros: number
  readonly pace: number
  readonly heap: number
}

interface Measured {
  readonly summary: Summary.Summary
  readonly marks: ReadonlyArray<Mark>
}

const run = async (loaded: ScenarioFile.Loaded, most = Infinity): Promise<Measured> => {
  const marks: Array<Mark> = []
  const began = process.cpuUsage()
  let paced = 0
  const tick = (progress: Progress): Promise<boolean> => {
    const { user, system } = process.cpuUsage(began)
    const pace = Pace.sample()
    const { heapUsed } = process.memoryUsage()
    marks.push({ ...progress, micros: user + system - paced, pace, heap: heapUsed })
    paced += pace
    return Promise.resolve(progress.opened < most)
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
for (let round = 0; round < rounds; round++) measured.push(await run(load(hours)))
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

/** A stretch of a run: what a deal costs in it, also beside the machine's pace, and the least that is in use. */
const stretch = ({ marks }: Measured, from: number, to: number) => {
  const within = marks.filter(({ opened }) => opened >= from && opened <= to)
  const [a, b] = [within[0]!, within[within.length - 1]!]
  const cost = (b.micros - a.micros) / (b.opened - a.opened)
  return {
    cost,
    paced: cost / Row.median(within.map(({ pace }) => pace)),
    // The least is hardly garbage.
    heap: Math.min(...within.map(({ heap }) => heap)),
  }
}
type Stretch = ReturnType<typeof stretch>

/** The middle of the stretches into which a part of a run is cut. */
const middle = (one: Measured, from: number, to: number): Stretch => {
  const length = (to - from) / 10
  const parts = Array.from({ length: 10 }, (_, i) =>
    stretch(one, from + i * length, from + (i + 1) * length),
  )
  const of = (field: keyof Stretch) => Row.median(parts.map((part) => part[field]))
  return { cost: of("cost"), paced: of("paced"), heap: of("heap") }
}

const printGrowth = (name: string, before: Stretch, after: Stretch): void => {
  Row.print(
    Row.limit({
      ...common,
      case: name,
      unit: "times",
      samples: [after.paced / before.paced],
      limit: 1.2,
      note: `${before.cost.toFixed(1)} and ${after.cost.toFixed(1)} µs, by the machine's pace beside each`,
    }),
  )
}

const few = 10_000
if (dealsMost >= 10 * few) {
  // The runs above have warmed the compiler up, so that the early stretch has no advantage left.
  const early = stretch(await run(load(hours)), few, 2 * few)
  const long = await run(load(Math.ceil(dealsMost / 900)), dealsMost)
  const late = middle(long, 0.75 * dealsMost, dealsMost)
  printGrowth(`a deal after ${dealsMost} beside one after ${few}`, early, late)
  // Until leases of days end as fast as they begin, more of them are open from hour to hour.
  const full = middle(long, 0.15 * dealsMost, 0.4 * dealsMost)
  printGrowth(`a deal after ${dealsMost} beside one when the market is just full`, full, late)
  Row.print(
    Row.limit({
      ...common,
      case: `memory by deal until ${dealsMost}`,
      unit: "bytes",
      // The early stretch may have more garbage than the late one has deals.
      samples: [Math.max(1, (late.heap - early.heap) / dealsMost)],
      limit: 1500,
      note: `${Math.round(late.heap / 1e6)} MB in use`,
    }),
  )
}
