// A scenario: the question, who takes part, what goes wrong, what the answer should be. This file is its
// schema; `ScenarioFile.ts` reads it from YAML. Unknown keys are refused, and so is what cannot be.
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as SchemaTransformation from "effect/SchemaTransformation"
import * as Country from "../src/model/Country.ts"
import * as IpClass from "../src/model/IpClass.ts"
import * as Distribution from "./Distribution.ts"
import { Bounds } from "./Summary.ts"
import * as StopRule from "./sweep/StopRule.ts"

/** The shortest and the longest lease, in seconds, of the paper: five seconds and a month. */
export const leaseSecondsMin = 5
export const leaseSecondsMax = 2_678_400

export const providerBehaviours = [
  "honest",
  "vanishing",
  "noShow",
  "earlyStopping",
  "overClaiming",
  "equivocating",
  "massClosing",
  "declining",
] as const
export const requesterBehaviours = [
  "honest",
  "vanishing",
  "noShow",
  "lagging",
  "earlyStopping",
  "equivocating",
  "challenging",
  "massClosing",
] as const

// A pattern and not the model's own check, because an editor's schema can say it.
const CountryCode = Schema.String.pipe(
  Schema.check(
    Schema.isPattern(new RegExp(`^(${Country.all.join("|")})$`, "u"), {
      expected: "a country code of ISO 3166, like DE",
    }),
  ),
)

const integer = (minimum: number, maximum = Number.MAX_SAFE_INTEGER) => {
  const expected =
    maximum === Number.MAX_SAFE_INTEGER
      ? `an integer ≥ ${minimum}`
      : `an integer between ${minimum} and ${maximum}`
  // Two plain checks and not one of our own, because an editor's schema can say them.
  return Schema.Finite.pipe(
    Schema.check(Schema.isInt({ expected }), Schema.isBetween({ minimum, maximum }, { expected })),
  )
}

const withDefault = <S extends Schema.Top>(schema: S, value: S["Encoded"]) =>
  schema.pipe(Schema.withDecodingDefaultKey(Effect.succeed(value)))

const Text = Schema.String.pipe(
  Schema.check(Schema.isMinLength(1, { expected: "a text that is not empty" })),
)
const Name = Schema.String.pipe(
  Schema.check(
    Schema.isPattern(/^[a-z][a-z0-9-]{0,63}$/u, {
      expected: "lower-case letters, digits and hyphens, beginning with a letter, at most 64",
    }),
  ),
)
const spanUnits = { s: 1, m: 60, h: 3600, d: 86_400 } as const
const spanPattern = /^(\d{1,9})(s|m|h|d)$/u

/** Whole seconds, written as a number or as `90s`, `10m`, `2h`, `30d`. */
const Span = Schema.Union([
  integer(1),
  Schema.String.pipe(Schema.check(Schema.isPattern(spanPattern))),
])
  .annotate({ expected: "whole seconds > 0, or a text like 90s, 10m, 2h, 30d" })
  .pipe(
    Schema.decodeTo(
      integer(1, 366 * 86_400),
      SchemaTransformation.transform({
        decode: (written) => {
          if (typeof written === "number") return written
          const [, digits, unit] = spanPattern.exec(written)!
          return Number(digits) * spanUnits[unit as keyof typeof spanUnits]
        },
        encode: (seconds) => seconds,
      }),
    ),
  )

const seedPattern = /^(0|[1-9]\d{0,18})$/u
export const Seed = Schema.Union([
  integer(0),
  Schema.String.pipe(Schema.check(Schema.isPattern(seedPattern))),
])
  .annotate({ expected: "an integer ≥ 0 with at most 19 digits" })
  .pipe(
    Schema.decodeTo(
      Schema.String.pipe(Schema.check(Schema.isPattern(seedPattern))),
      SchemaTransformation.transform<string, string | number>({
        decode: String,
        encode: (seed) => seed,
      }),
    ),
  )

const Share = Distribution.Probability

const sum = (shares: ReadonlyArray<number>): number => shares.reduce((a, b) => a + b, 0)
const rounding = 1e-9

/** Shares by name; what they leave of 1 belongs to `rest`, or they must fill it when there is no rest. */
const mix = <const K extends ReadonlyArray<string>>(names: K, rest: string | undefined) => {
  const fields = Object.fromEntries(names.map((name) => [name, Schema.optionalKey(Share)])) as {
    readonly [P in K[number]]: Schema.optionalKey<typeof Share>
  }
  const filled = (total: number) =>
    total <= 1 + rounding && (rest !== undefined || total >= 1 - rounding)
  return Schema.Struct(fields).pipe(
    Schema.check(
      Schema.makeFilter<object>((shares) => filled(sum(Object.values(shares))), {
        expected: `shares that add up to ${rest === undefined ? "1" : `at most 1 (the rest is ${rest})`}`,
      }),
    ),
  )
}

const FilePath = Text.annotate({ description: "relative to the scenario's own file" })

const Parameters = Schema.Struct({
  preset: Schema.Literals(["default", "small"]).annotate({ expected: '"default" or "small"' }),
  /** Any key of the preset with another value; amounts as decimal strings of base units. */
  overrides: withDefault(
    Schema.Record(Schema.String, Schema.Union([integer(0), Schema.String])),
    {},
  ),
})

const Tamper = Schema.Struct({
  /** The block after which one balance on the chain is falsified, to show that the oracle bites. */
  block: integer(1),
  account: Text,
  delta: Schema.String.pipe(
    Schema.check(
      Schema.isPattern(/^-?[1-9]\d{0,27}$/u, {
        expected: "a whole number of base units, not zero, as text",
      }),
    ),
  ),
})

const Chain = Schema.Struct({
  mode: Schema.Literals(["memory", "anvil"]).annotate({ expected: '"memory" or "anvil"' }),
  signing: withDefault(
    Schema.Literals(["signed", "impersonated"]).annotate({
      expected: '"signed" or "impersonated"',
    }),
    "impersonated",
  ),
  /** Claims and closings one by one, a provider's together, or a requester's under one statement of its own. */
  settlement: Schema.optionalKey(
    Schema.Literals(["deal", "batch", "net"]).annotate({ expected: '"deal", "batch" or "net"' }),
  ),
  blockSeconds: withDefault(integer(1, 3600), 12),
  maxTransactionsPerBlock: withDefault(integer(1, 100_000), 500),
  tamper: Schema.optionalKey(Tamper),
})

const Supply = Schema.Struct({
  file: FilePath,
  limit: Schema.optionalKey(integer(0, 10_000_000)),
})

const countriesFilled = Schema.makeFilter<Readonly<Record<string, number>>>(
  (shares) => Math.abs(sum(Object.values(shares)) - 1) <= 1e-6,
  { expected: "shares that add up to 1" },
)

const Churn = Schema.Struct({
  up: Distribution.within(1, Infinity, "seconds"),
  down: Distribution.within(1, Infinity, "seconds"),
})

const population = {
  name: Name,
  count: Schema.optionalKey(integer(0, 10_000_000)),
}

export const ProviderGroup = Schema.Struct({
  ...population,
  supply: Schema.optionalKey(Supply),
  countries: withDefault(Schema.Record(CountryCode, Share).pipe(Schema.check(countriesFilled)), {
    US: 1,
  }),
  classes: withDefault(mix(IpClass.kinds, undefined), { residential: 1 }),
  ipv6: withDefault(Share, 0),
  addresses: withDefault(Distribution.within(1, 65_536, "addresses"), 1),
  /** Leases that one address can carry at once; 1 is a dedicated address. */
  concurrency: withDefault(Distribution.within(1, 256, "leases at once"), 1),
  pricePerHour: Distribution.within(0, 1e9, "tokens"),
  pricePerGigabyte: withDefault(Distribution.within(0, 1e9, "tokens"), 0),
  setupPrice: withDefault(Distribution.within(0, 1e9, "tokens"), 0),
  /** How long an offer stands. */
  offer: withDefault(Distribution.within(leaseSecondsMin, 366 * 86_400, "seconds"), 86_400),
  tokens: Distribution.within(0, 1e9, "tokens"),
  behaviours: withDefault(mix(providerBehaviours, "honest"), {}),
  churn: Schema.optionalKey(Churn),
}).pipe(
  Schema.check(
    Schema.makeFilter((group) => (group.count === undefined) !== (group.supply === undefined), {
      expected: "either count or supply",
    }),
  ),
)
export interface ProviderGroup extends Schema.Schema.Type<typeof ProviderGroup> {}

const Arrival = Schema.Union([
  Schema.Struct({
    /** Requests come to each requester as a Poisson process of this rate. */
    poisson: Schema.Struct({ perHour: Distribution.Positive }),
  }),
  Schema.Struct({
    /** Each requester asks again so many seconds after its last deal ended. */
    closed: Schema.Struct({ think: Distribution.within(0, Infinity, "seconds") }),
  }),
]).annotate({ expected: "a mapping with one of the keys poisson, closed" })

export const RequestFilter = Schema.Struct({
  share: Share,
  countries: Schema.optionalKey(Schema.Array(CountryCode)),
  classes: Schema.optionalKey(
    Schema.Array(IpClass.Kind.annotate({ expected: `one of ${IpClass.kinds.join(", ")}` })),
  ),
  version: Schema.optionalKey(
    Schema.Literals(["ipv4", "ipv6"]).annotate({ expected: '"ipv4" or "ipv6"' }),
  ),
  dedicated: withDefault(Schema.Boolean, false),
  /** The least number of different networks among the addresses. */
  networksMin: withDefault(integer(1, 65_536), 1),
})
export interface RequestFilter extends Schema.Schema.Type<typeof RequestFilter> {}

const Filters = Schema.Array(RequestFilter).pipe(
  Schema.check(
    Schema.makeFilter(
      (filters: ReadonlyArray<RequestFilter>) =>
        sum(filters.map(({ share }) => share)) <= 1 + rounding,
      { expected: "shares that add up to at most 1 (the rest asks for anything)" },
    ),
  ),
)

export const RequesterGroup = Schema.Struct({
  ...population,
  count: integer(0, 10_000_000),
  arrival: Arrival,
  lease: Distribution.within(leaseSecondsMin, leaseSecondsMax, "seconds"),
  addresses: withDefault(Distribution.within(1, 64, "addresses"), 1),
  filters: withDefault(Filters, []),
  /** The most that a requester pays for one address and hour. */
  limitPerHour: Distribution.within(0, 1e9, "tokens"),
  /** Bytes a second while a lease is active. */
  bytesPerSecond: withDefault(Distribution.within(0, 1e10, "bytes"), 0),
  tokens: Distribution.within(0, 1e9, "tokens"),
  behaviours: withDefault(mix(requesterBehaviours, "honest"), {}),
})
export interface RequesterGroup extends Schema.Schema.Type<typeof RequesterGroup> {}

const Partition = Schema.Struct({
  from: integer(0),
  until: integer(1),
  /** The share of the actors, drawn by name, that the rest cannot reach meanwhile. */
  share: Share,
}).pipe(
  Schema.check(Schema.makeFilter(({ from, until }) => from < until, { expected: "from < until" })),
)

export const Network = Schema.Struct({
  delayMs: withDefault(Distribution.within(0, 3_600_000, "milliseconds"), 0),
  loss: withDefault(Share, 0),
  duplicate: withDefault(Share, 0),
  partitions: withDefault(Schema.Array(Partition), []),
})
export interface Network extends Schema.Schema.Type<typeof Network> {}

/** Leases shorter than `below` run under a reservation of the pair, and are not opened on the chain one by one. */
const Standing = Schema.Struct({
  below: Span,
  /** How long a reservation stands. */
  lifetime: withDefault(Span, "1d"),
  /** How many deals like its first one it covers. */
  deals: withDefault(integer(1, 1_000_000), 20),
})

const Gas = Schema.Union([
  Schema.Struct({
    gwei: Schema.Finite.pipe(
      Schema.check(Schema.isGreaterThanOrEqualTo(0, { expected: "a number ≥ 0" })),
    ),
  }),
  /** A file with the columns `date` and `gwei`; its first row is the scenario's first day. */
  Schema.Struct({ file: FilePath }),
]).annotate({ expected: "a mapping with one of the keys gwei, file" })

const Expect = Schema.Struct({ name: Text, value: Text, ...Bounds.fields }).pipe(
  Schema.check(
    Schema.makeFilter(
      ({ min, max, equals }) => min !== undefined || max !== undefined || equals !== undefined,
      { expected: "at least one of min, max, equals" },
    ),
  ),
)

const Sweep = Schema.Struct({
  /** Keys, as `--set` takes them, with their values. */
  vary: withDefault(
    Schema.Record(
      Schema.String,
      Schema.Array(Schema.Union([Schema.Finite, Schema.String, Schema.Boolean])),
    ),
    {},
  ),
  seeds: Schema.optionalKey(
    Schema.String.pipe(
      Schema.check(
        Schema.isPattern(/^(0|[1-9]\d{0,18})(\.\.(0|[1-9]\d{0,18}))?$/u, {
          expected: "A..B with integers ≥ 0 of at most 19 digits",
        }),
      ),
    ),
  ),
  until: Schema.optionalKey(StopRule.StopRule),
})

const uniqueNames = Schema.makeFilter<ReadonlyArray<{ readonly name: string }>>(
  (groups) => new Set(groups.map(({ name }) => name)).size === groups.length,
  { expected: "groups with different names" },
)

/** By which a file says that it is a scenario. */
export const schema = "ipsx.scenario/1"

export const Scenario = Schema.Struct({
  schema: Schema.Literal(schema).annotate({ expected: `"${schema}"` }),
  name: Name,
  question: Text,
  seed: Seed,
  duration: Span,
  /** The chain's second at which virtual time begins: 2026-01-01 unless it says otherwise. */
  epoch: withDefault(integer(1, 0xffff_ffff), 1_767_225_600),
  parameters: withDefault(Parameters, { preset: "default" }),
  chain: Chain,
  providers: Schema.Array(ProviderGroup).pipe(Schema.check(uniqueNames)),
  requesters: Schema.Array(RequesterGroup).pipe(Schema.check(uniqueNames)),
  standing: Schema.optionalKey(Standing),
  network: withDefault(Network, {}),
  gas: withDefault(Gas, { gwei: 0 }),
  /** A run ends with `partial` when it has handled so many events. */
  maxEvents: withDefault(integer(1, 1e12), 200_000_000),
  /** The width of a point in the charts; a hundredth of the duration unless it says otherwise. */
  bucket: Schema.optionalKey(Span),
  expect: withDefault(Schema.Array(Expect), []),
  /** What `ipsx sweep` varies and how often it repeats; a single run does not look at it. */
  sweep: Schema.optionalKey(Sweep),
})
export interface Scenario extends Schema.Schema.Type<typeof Scenario> {}
