// Quantities of a run that expectations may name beside those of the summary. `spec/simulation.md` says what
// each of them means; every one is a plain number.
import * as DealBook from "../src/model/DealBook.ts"
import * as Checker from "./Checker.ts"
import * as Metrics from "./Metrics.ts"
import * as Summary from "./Summary.ts"
import type { World } from "./World.ts"

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole)

/** The mean of a part of a series, between two shares of its length; 0 where nothing was added. */
const meanOf = ({ sums, weights }: Metrics.Series, from: number, to: number): number => {
  const [first, last] = [Math.floor(from * sums.length), Math.floor(to * sums.length)]
  let sum = 0
  let weight = 0
  for (let i = first; i < last; i++) {
    sum += sums[i]!
    weight += weights[i]!
  }
  return share(sum, weight)
}

/** How far the last third is from the second, as a share of the second: near 0 once something has settled down. */
const drift = (series: Metrics.Series): number => {
  const before = meanOf(series, 1 / 3, 2 / 3)
  return share(Math.abs(meanOf(series, 2 / 3, 1) - before), before)
}

/** Thousandths are exact enough for a bound, and do not overflow what a double holds. */
const ratio = (part: bigint, whole: bigint): number =>
  whole === 0n ? Number(part > 0n) * 1000 : Number((part * 1000n) / whole) / 1000

/** The worst loss of an honest side, as a share of what the specification lets it lose. */
const honestLoss = (world: World): number =>
  Math.max(
    0,
    ...[...world.invariants.losses.values()].map(({ honest, loss, bound }) =>
      honest ? ratio(loss, bound) : 0,
    ),
  )

const breached = ({ exchange }: World): number => {
  const { BreachedByProvider, BreachedByRequester, BreachedByBoth } = DealBook.byStatus(
    exchange.book,
  )
  return BreachedByProvider + BreachedByRequester + BreachedByBoth
}

/** The names that expectations use. */
export const names = [
  "otherPaths",
  "breached",
  "claimed",
  "vouchered",
  "reverted",
  "dealsPerRequest",
  "shortDeals",
  "reservations",
  "honestLoss",
  "brokenChecks",
  "price",
  "priceDrift",
  "utilisation",
  "utilisationDrift",
] as const

/** What a run comes to, by those names. */
export const of = (world: World): Readonly<Record<(typeof names)[number], number>> => {
  const { recorder } = world
  const counted = (name: string): number => Metrics.counted(recorder.metrics, name)
  const settled = counted("settled")
  const happy = recorder.endings.get(Summary.happyEnding) ?? 0
  return {
    otherPaths: share(settled - happy, settled),
    breached: breached(world),
    claimed: counted("claimed"),
    vouchered: counted("vouchered"),
    reverted: counted("reverted"),
    dealsPerRequest: share(settled, counted("requests")),
    shortDeals: counted("short deals"),
    reservations: counted("reservations"),
    honestLoss: honestLoss(world),
    brokenChecks: Checker.rows(world.invariants.checker).filter(({ ok }) => !ok).length,
    price: meanOf(recorder.prices, 0, 1),
    priceDrift: drift(recorder.prices),
    utilisation: meanOf(recorder.activeSeries, 0, 1),
    utilisationDrift: drift(recorder.activeSeries),
  }
}
