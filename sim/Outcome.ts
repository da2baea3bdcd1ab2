// The summary and the details of a run, from what the world recorded.
import * as Table_ from "../src/agreement-fsm/Table.ts"
import * as State from "../src/agreement-fsm/State.ts"
import type { Address } from "../src/model/Address.ts"
import * as DealBook from "../src/model/DealBook.ts"
import * as Ledger from "../src/model/Ledger.ts"
import { dealStatuses } from "../src/model/Status.ts"
import * as Checker from "./Checker.ts"
import * as Measures from "./Measures.ts"
import * as Metrics from "./Metrics.ts"
import type * as Recorder from "./Recorder.ts"
import type * as ScenarioFile from "./ScenarioFile.ts"
import * as Summary from "./Summary.ts"
import * as Trace from "./Trace.ts"
import type { World } from "./World.ts"

/** What the shell knows beside the world: the clock on the wall, and the chain's side. */
export interface Outside {
  readonly version: string
  readonly replay: string
  readonly wallSeconds: number
  readonly partial: boolean
  readonly chain: Summary.Summary["chain"]
  readonly oracle: Summary.Summary["oracle"]
  readonly failures: ReadonlyArray<Summary.Failure>
}

const count = (recorder: Recorder.Recorder, name: string): number =>
  Metrics.counted(recorder.metrics, name)

const losses = (world: World): Summary.Summary["losses"] =>
  [...world.invariants.losses.values()]
    .map(({ role, honest, loss, bound }) => ({
      role,
      honest,
      max: loss.toString(),
      bound: bound.toString(),
      ok: !honest || loss <= bound,
    }))
    .sort((a, b) => (`${a.role} ${a.honest}` < `${b.role} ${b.honest}` ? -1 : 1))

/** The pairs of registers of rows of the agreement's table, as `provider,requester`. */
const pairsOf = (isReached: (row: number) => boolean): ReadonlySet<string> =>
  new Set(
    Array.from(Table_.states, (packed, row) => {
      const { provider, requester } = State.unpack(packed)
      return isReached(row) ? [`${provider},${requester}`] : []
    }).flat(),
  )

const allPairs: ReadonlyArray<string> = [...pairsOf(() => true)]

const tokens = (ledger: Ledger.Ledger): Summary.Summary["tokens"] => {
  const { balance, reserved, fees } = Ledger.totals(ledger)
  return {
    supply: ledger.token.supply.toString(),
    balance: balance.toString(),
    reserved: reserved.toString(),
    fees: fees.toString(),
    conserved: Ledger.surplus(ledger) === 0n && outside(ledger) === 0n,
  }
}

// Every token is with somebody: the supply less all token accounts is zero.
const outside = (ledger: Ledger.Ledger): bigint => {
  let sum = 0n
  for (const amount of ledger.token.balances.values()) sum += amount
  return ledger.token.supply - sum
}

export const summary = (
  world: World,
  loaded: ScenarioFile.Loaded,
  outside: Outside,
): Summary.Summary => {
  const { recorder, scenario, demand } = world
  const reached = pairsOf((row) => recorder.rows[row] === 1)
  const unreached = allPairs.filter((pair) => !reached.has(pair)).sort()
  const bare = {
    schema: "ipsx.summary/1" as const,
    ipsx: outside.version,
    scenario: { name: scenario.name, hash: loaded.hash },
    seed: scenario.seed,
    partial: outside.partial,
    virtualSeconds: world.kernel.now / 1000,
    wallSeconds: outside.wallSeconds,
    events: world.kernel.handled,
    traceHash: Trace.hash(world.trace),
    actors: {
      providers: demand.population.providers.length,
      requesters: demand.population.requesters.length,
    },
    chain: outside.chain,
    orders: {
      offers: count(recorder, "offers"),
      requests: count(recorder, "requests"),
      matched: count(recorder, "matched"),
      cancelled: count(recorder, "cancelled"),
      expired: count(recorder, "expired"),
    },
    deals: {
      opened: count(recorder, "opened"),
      settled: count(recorder, "settled"),
      byStatus: Object.fromEntries(
        Object.entries(DealBook.byStatus(world.exchange.book)).filter(([, deals]) => deals > 0),
      ),
    },
    tokens: tokens(world.exchange.ledger),
    losses: losses(world),
    oracle: outside.oracle,
    checks: Checker.rows(world.invariants.checker),
    coverage: {
      statesReached: allPairs.length - unreached.length,
      statesTotal: allPairs.length,
      unreached,
    },
  }
  const known = { ...bare, ...Measures.of(world) }
  const expect = scenario.expect.map(({ name, value: path, ...bounds }) => {
    const value = Summary.at(known, path)
    return { name, ok: Summary.meets(value, bounds), value, bounds }
  })
  return { ...bare, expect }
}

const line = (
  name: (typeof Summary.lines)[number],
  unit: string,
  values: ReadonlyArray<number | null>,
) => ({
  name,
  unit,
  values,
})

const finite = (values: Float64Array): Array<number | null> =>
  Array.from(values, (value) => (Number.isFinite(value) && value !== 0 ? value : null))

/** The moves that happened, by their names in the order of the alphabet. */
const edgesOf = (edges: Float64Array): Summary.Details["statusFlow"]["edges"] =>
  Array.from(edges, (deals, at) => ({
    from: dealStatuses[Math.floor(at / dealStatuses.length)]!,
    to: dealStatuses[at % dealStatuses.length]!,
    deals,
  }))
    .filter(({ deals }) => deals > 0)
    .sort((a, b) => (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1))

export const details = (world: World, outside: Outside): Summary.Details => {
  const { recorder } = world
  const actorsOf = new Map<string, number>()
  for (const { role, behaviourName } of [
    ...world.demand.population.providers,
    ...world.demand.population.requesters,
  ])
    actorsOf.set(`${role} ${behaviourName}`, (actorsOf.get(`${role} ${behaviourName}`) ?? 0) + 1)
  return {
    schema: "ipsx.details/1",
    question: world.scenario.question,
    replay: outside.replay,
    bucketMs: recorder.prices.bucketMs,
    series: [
      line("price", "tokens an hour", Metrics.means(recorder.prices)),
      line("priceLow", "tokens an hour", finite(recorder.priceLow)),
      line("priceHigh", "tokens an hour", finite(recorder.priceHigh)),
      line("utilisation", "share of all seats", Metrics.means(recorder.activeSeries)),
      line("dealsOpened", "deals", Metrics.sums(recorder.opened)),
    ],
    statusFlow: {
      nodes: dealStatuses.map((status, code) => ({ status, deals: recorder.visited[code]! })),
      edges: edgesOf(recorder.edges),
    },
    endings: [...recorder.endings]
      .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .map(([ending, deals]) => ({ ending, deals })),
    gas: [...recorder.gas]
      .sort()
      .map(([call, { calls, gas }]) => ({ call, calls, gas: gas.toString() })),
    behaviours: [...actorsOf].sort().map(([key, actors]) => {
      const [role, behaviour] = key.split(" ")
      const row = recorder.nets.get(key)
      return {
        role: role as "provider" | "requester",
        behaviour: behaviour!,
        actors,
        deals: row?.deals ?? 0,
        net: (row?.net ?? 0n).toString(),
      }
    }),
    failures: [...world.invariants.checker.failures, ...outside.failures],
  }
}

/** Everybody who has a wallet, for the last comparison: the actors and the accounts of the genesis. */
export const accounts = (world: World): ReadonlyArray<Address> => [
  ...world.demand.byAddress.keys(),
  ...world.exchange.ledger.wallets.keys(),
]

/** A row of the state that model and chain do not share, with what each of them has. */
export interface Difference {
  readonly subject: string
  readonly expected: string
  readonly actual: string
}

const columns: Readonly<Record<string, ReadonlyArray<string>>> = {
  wallet: ["balance", "reserved"],
  channel: ["phase", "paid", "cap", "bond"],
}

// A row begins with what it is about; of the fees and the supply there is only one.
const subjectOf = (row: string): string => /^(?:fees|supply|\S+ \S+)/.exec(row)?.[0] ?? row

const valuesOf = (row: string | undefined): string => {
  if (row === undefined) return "nothing"
  const values = row.slice(subjectOf(row).length).trim().split(" ")
  const names = columns[row.split(" ", 1)[0]!] ?? []
  return values
    .map((value, i) => (names[i] === undefined ? value : `${names[i]} ${value}`))
    .join(", ")
}

/**
 * The rows that only one side has, those about the same thing together.
 *
 * @example
 * Outcome.difference(["fees 17"], ["fees 18"]) // [{ subject: "fees", expected: "17", actual: "18" }]
 */
export const difference = (
  expected: ReadonlyArray<string>,
  actual: ReadonlyArray<string>,
): ReadonlyArray<Difference> => {
  const onlyIn = (rows: ReadonlyArray<string>, others: ReadonlyArray<string>) => {
    const shared = new Set(others)
    return new Map(rows.filter((row) => !shared.has(row)).map((row) => [subjectOf(row), row]))
  }
  const wanted = onlyIn(expected, actual)
  const got = onlyIn(actual, expected)
  return [...new Set([...wanted.keys(), ...got.keys()])].map((subject) => ({
    subject,
    expected: valuesOf(wanted.get(subject)),
    actual: valuesOf(got.get(subject)),
  }))
}
