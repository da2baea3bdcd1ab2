// What may leave through a lent address (IPSX-TUN-020..024). The numbers that a provider chooses; `Judge` decides.
import * as Schema from "effect/Schema"

/** A block of addresses in its usual spelling, like 192.0.2.0/24 or 2001:db8::/32. */
export const Cidr = Schema.String.pipe(Schema.check(Schema.isPattern(/^[0-9a-f.:]+\/\d{1,3}$/)))

const whole = (minimum: number, maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum, maximum })))

/** IPSX-TUN-025: an exception, by name, the only way to a destination that is refused otherwise. For tests and demonstrations. */
export const Allow = Schema.Struct({
  name: Schema.String,
  block: Cidr,
  ports: Schema.Array(whole(1, 65_535)),
})
export interface Allow extends Schema.Schema.Type<typeof Allow> {}

const Host = Schema.String.pipe(Schema.check(Schema.isPattern(/^[a-z0-9_-]+(\.[a-z0-9_-]+)*$/)))

/**
 * `hosts` are names and all below them, the only ones served when there are any, and `denyHosts` those never served.
 * `denyBlocks` and `denyPorts` come on top of what is always refused. `own` are the provider's own addresses beside
 * those that its machine's interfaces have: the one that its router shows the world, for example.
 * `bytesPerSecond` 0 is no limit; `quotaBytes` is for the whole lease.
 */
export const ExitPolicy = Schema.Struct({
  allow: Schema.Array(Allow),
  denyBlocks: Schema.Array(Cidr),
  denyPorts: Schema.Array(whole(1, 65_535)),
  hosts: Schema.Array(Host),
  denyHosts: Schema.Array(Host),
  own: Schema.Array(Cidr),
  connectionsMax: whole(1, 65_535),
  connectionsPerSecondMax: whole(1, 1_000_000),
  idleMs: whole(100, 86_400_000),
  bytesPerSecond: whole(0, Number.MAX_SAFE_INTEGER),
  quotaBytes: whole(0, Number.MAX_SAFE_INTEGER),
})
export interface ExitPolicy extends Schema.Schema.Type<typeof ExitPolicy> {}

/** Nothing but the open Internet, 256 connections at a time, two minutes of idleness, no quota. */
export const standard: ExitPolicy = {
  allow: [],
  denyBlocks: [],
  denyPorts: [],
  hosts: [],
  denyHosts: [],
  own: [],
  connectionsMax: 256,
  connectionsPerSecondMax: 512,
  idleMs: 120_000,
  bytesPerSecond: 0,
  quotaBytes: Number.MAX_SAFE_INTEGER,
}
