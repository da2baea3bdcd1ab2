// What a provider writes down: its key, where it can be reached, what it offers at which price, and what may leave
// through its addresses. YAML or JSON.
import { readFile } from "node:fs/promises"
import { dirname, resolve } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { parse as parseYaml } from "yaml"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import { Address as AddressSchema } from "../model/Address.ts"
import { Country } from "../model/Country.ts"
import type { Id } from "../model/Id.ts"
import * as Ip from "../model/Ip.ts"
import * as IpClass from "../model/IpClass.ts"
import type * as Order from "../model/Order.ts"
import { Permille } from "../model/Resource.ts"
import type { Seconds } from "../model/Time.ts"
import * as Usage from "../model/Usage.ts"
import * as ExitPolicy from "../tunnel/ExitPolicy.ts"
import * as ExternalProxy from "../tunnel/ExternalProxy.ts"

const whole = (minimum: number, maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum, maximum })))
const port = whole(0, 65_535)
const Tokens = Schema.Union([Schema.String, Schema.Number])

const Listen = Schema.Struct({
  host: Schema.String,
  port: Schema.optionalKey(port),
  advertise: Schema.optionalKey(Schema.String),
})

/** Which tunnel, and where requesters dial it; without a place of its own it is the pair channel's, on another port. */
const listening = { listen: Schema.optionalKey(Listen) }
const TunnelChoice = Schema.Union([
  Schema.Struct({ adapter: Schema.Literal("embedded"), ...listening }),
  Schema.Struct({
    adapter: Schema.Literal("wireguard"),
    resolver: Schema.optionalKey(Ip.Ip),
    ...listening,
  }),
  Schema.Struct({
    adapter: Schema.Literal("external-proxy"),
    proxy: Schema.String.pipe(
      Schema.check(
        Schema.makeFilter<string>(
          (text) =>
            ExternalProxy.isProxy(text) || "expected socks5://ADDRESS:PORT or http://ADDRESS:PORT",
        ),
      ),
    ),
    ...listening,
  }),
])

const Offer = Schema.Struct({
  first: Ip.Ip,
  addresses: Schema.optionalKey(whole(1, 65_536)),
  concurrency: Schema.optionalKey(whole(1, 1024)),
  country: Country,
  countrySource: Schema.optionalKey(
    Schema.String.pipe(Schema.check(Schema.isMinLength(1), Schema.isMaxLength(200))),
  ),
  kind: IpClass.Kind,
  network: Schema.optionalKey(whole(0, 0xffff_ffff)),
  bandwidth: Schema.optionalKey(whole(0, 0xffff_ffff)),
  quality: Schema.optionalKey(Permille),
  pricePerHour: Tokens,
  pricePerGigabyte: Schema.optionalKey(Tokens),
  setupPrice: Schema.optionalKey(Tokens),
  noShowCharge: Schema.optionalKey(Tokens),
  minLease: Schema.optionalKey(whole(1, 86_400)),
  hours: Schema.optionalKey(whole(1, 24 * 31)),
  notice: Schema.optionalKey(whole(0, 86_400)),
  maxLag: Schema.optionalKey(whole(2, 3600)),
  protocols: Schema.optionalKey(Schema.Array(Schema.Literals(Usage.protocols))),
  scopes: Schema.optionalKey(Schema.Array(Schema.Literals(Usage.scopes))),
})

const rules = ExitPolicy.ExitPolicy.fields

export const ProviderConfig = Schema.Struct({
  key: Schema.String,
  data: Schema.String,
  relay: Schema.String,
  chain: Schema.String,
  centralizer: Schema.optionalKey(AddressSchema),
  blockSeconds: Schema.optionalKey(whole(1, 60)),
  topUp: Schema.optionalKey(Tokens),
  /** Gwei. */
  feeCap: Schema.optionalKey(whole(1, 1_000_000)),
  exitCheck: Schema.optionalKey(
    Schema.Struct({
      echo: Schema.String.pipe(Schema.check(Schema.isPattern(/^http:\/\/\S{1,190}$/))),
      everySeconds: Schema.optionalKey(whole(1, 3600)),
    }),
  ),
  /** Left out behind a router: then this side dials the requester, who has to listen. */
  listen: Schema.optionalKey(Listen),
  tunnel: Schema.optionalKey(TunnelChoice),
  offer: Offer,
  policy: Schema.optionalKey(
    Schema.Struct({
      allow: Schema.optionalKey(rules.allow),
      denyBlocks: Schema.optionalKey(rules.denyBlocks),
      denyPorts: Schema.optionalKey(rules.denyPorts),
      hosts: Schema.optionalKey(rules.hosts),
      denyHosts: Schema.optionalKey(rules.denyHosts),
      own: Schema.optionalKey(rules.own),
      connectionsMax: Schema.optionalKey(rules.connectionsMax),
      connectionsPerSecondMax: Schema.optionalKey(rules.connectionsPerSecondMax),
      idleMs: Schema.optionalKey(rules.idleMs),
      bytesPerSecond: Schema.optionalKey(rules.bytesPerSecond),
      quotaBytes: Schema.optionalKey(rules.quotaBytes),
    }),
  ),
})
export interface ProviderConfig extends Schema.Schema.Type<typeof ProviderConfig> {}

const decode = Schema.decodeUnknownResult(ProviderConfig, {
  errors: "all",
  onExcessProperty: "error",
})

/** Reads a file; paths in it are relative to it. */
export const load = (file: string): Effect.Effect<ProviderConfig, BadConfig> =>
  Effect.gen(function* () {
    const bad = (reason: string): BadConfig => new BadConfig({ file, reason })
    const text = yield* Effect.tryPromise({
      try: () => readFile(file, "utf8"),
      catch: (cause) =>
        bad(
          (cause as NodeJS.ErrnoException).code === "ENOENT"
            ? "there is no such file"
            : (cause as Error).message,
        ),
    })
    const value = yield* Effect.try({
      try: () => parseYaml(text) as unknown,
      catch: (cause) => bad((cause as Error).message.split("\n")[0]!),
    })
    const decoded = decode(value)
    if (Result.isFailure(decoded)) {
      const { issue, message } = decoded.failure
      return yield* new BadConfig({ file, reason: message, refused: { issue, value } })
    }
    const config = decoded.success
    const at = (path: string): string => resolve(dirname(file), path)
    return { ...config, key: at(config.key), data: at(config.data) }
  })

export const policy = (config: ProviderConfig): ExitPolicy.ExitPolicy => ({
  ...ExitPolicy.standard,
  ...config.policy,
})

const baseUnits = (field: string, tokens: string | number): Result.Result<bigint, BadConfig> =>
  Result.mapError(
    Amount.parse(String(tokens)),
    ({ message }) => new BadConfig({ file: `offer.${field}`, reason: message }),
  )

/**
 * The offer that a configuration describes. A second and a byte cost at least one base unit where the configuration
 * names a price at all: fractions are rounded up, in favour of the provider.
 *
 * @example
 * ProviderConfig.offer(config, { owner, id, nonce, now, resource })
 */
export const offer = (
  { offer: o }: ProviderConfig,
  by: {
    readonly owner: Address
    readonly id: Id
    readonly resource: Id
    readonly nonce: number
    readonly now: Seconds
    readonly least: number
    readonly maxLag: number
  },
): Result.Result<Order.Offer, BadConfig> =>
  Result.gen(function* () {
    const hourly = yield* baseUnits("pricePerHour", o.pricePerHour)
    const gigabyte = yield* baseUnits("pricePerGigabyte", o.pricePerGigabyte ?? 0)
    const setup = yield* baseUnits("setupPrice", o.setupPrice ?? 0)
    const noShow = yield* baseUnits("noShowCharge", o.noShowCharge ?? 0)
    const up = (amount: bigint, by: bigint): Amount.Amount => Amount.of((amount + by - 1n) / by)
    const perSecond = up(hourly, 3600n)
    const to = (by.now + (o.hours ?? 24) * 3600) as Seconds
    return {
      _tag: "Offer",
      id: by.id,
      owner: by.owner,
      nonce: by.nonce,
      resource: {
        id: by.resource,
        first: o.first,
        addresses: o.addresses ?? 1,
        concurrency: o.concurrency ?? 1,
        country: o.country,
        kind: o.kind,
        network: o.network ?? 0,
        bandwidth: o.bandwidth ?? 0,
        quality: o.quality ?? 0,
      },
      from: by.now,
      to,
      minLease: o.minLease ?? by.least,
      protocols: Usage.protocolSet(...(o.protocols ?? ["http", "https"])),
      scopes: Usage.scopeSet(...(o.scopes ?? Usage.scopes)),
      tariff: { perSecond, perByte: up(gigabyte, 1_000_000_000n), setup: Amount.of(setup) },
      noShowCharge: Amount.of(noShow > 0n ? noShow : perSecond > 0n ? perSecond : 1n),
      requester: { minRating: 0, allow: [], deny: [] },
      expiresAt: to,
      notice: o.notice ?? 600,
      maxLag: o.maxLag ?? by.maxLag,
    } as const
  })

export class BadConfig extends Schema.TaggedError<BadConfig>()("BadConfig", {
  file: Schema.String,
  reason: Schema.String,
  /** What the schema found, and in what, for whoever has better words for it. */
  refused: Schema.optionalKey(Schema.Struct({ issue: Schema.Any, value: Schema.Unknown })),
}) {
  override get message(): string {
    return `${this.file}: ${this.reason}`
  }
}
