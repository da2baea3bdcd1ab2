// The short deals under one reservation in the simulated world: their tunnels, and what the world remembers of them to
// judge the channel by.
import type { Meters, Use } from "../src/agent/Shorts.ts"
import * as Deal from "../src/model/Deal.ts"
import * as Handful from "../src/model/Handful.ts"
import type { Id } from "../src/model/Id.ts"
import type { ShortDeal } from "../src/model/ShortDeal.ts"
import type { Role } from "../src/model/Status.ts"
import * as StandingTerms from "../src/model/StandingTerms.ts"
import * as Tunnel from "./Tunnel.ts"

export interface ShortLease {
  readonly deal: ShortDeal
  readonly request: Id
  readonly tunnel: Tunnel.Tunnel
  /** Which ends let the traffic pass: 1 the provider's, 2 the requester's. It passes when both do. */
  ends: number
  /** The requester has signed it and not ended it: it holds its slices of the cap and of the bond. */
  holds: boolean
  /** The moment of the second signature. */
  agreedAt: number
  charged: bigint
  /** What each side may lose by it, since both have signed. */
  exposure: Readonly<Record<Role, bigint>>
  /** The event of each side's timer, of which one runs at a time, and the platform's; −1 when there is none. */
  readonly timers: Record<Role, number>
  lapse: number
}

/** All short deals of a reservation; `worth` is what those that are over have served. */
export interface Standing {
  readonly maxLag: number
  /** The slices that are held, and the nonce signed last, for the checks of IPSX-AGR-071 … IPSX-AGR-074. */
  caps: bigint
  bonds: bigint
  nonce: number
  readonly open: Handful.Handful<ShortLease>
  worth: bigint
  charged: bigint
  deals: number
  /** What may be lost by the deals that run now, and the most that it ever was (IPSX-PAY-007). */
  readonly exposed: Record<Role, bigint>
  readonly exposedMost: Record<Role, bigint>
}

export const unknown = -1

const unexposed = { provider: 0n, requester: 0n }

export const make = (maxLag: number): Standing => ({
  maxLag,
  caps: 0n,
  bonds: 0n,
  nonce: 0,
  open: Handful.make(),
  worth: 0n,
  charged: 0n,
  deals: 0,
  exposed: { provider: 0n, requester: 0n },
  exposedMost: { provider: 0n, requester: 0n },
})

export const add = (
  self: Standing,
  deal: ShortDeal,
  request: Id,
  bytesPerSecond: number,
): ShortLease => {
  const short: ShortLease = {
    deal,
    request,
    tunnel: Tunnel.make(bytesPerSecond),
    ends: 0,
    holds: false,
    agreedAt: unknown,
    charged: 0n,
    exposure: unexposed,
    timers: { provider: unknown, requester: unknown },
    lapse: unknown,
  }
  self.open.set(deal.nonce, short)
  return short
}

/** The meters of both sides: they read the same tunnel. */
export const meters =
  (self: Standing, now: number): Meters =>
  (nonce) =>
    meter(self.open.get(nonce), now)

const nothing: Use = { seconds: 0, bytesUsed: 0 }

const meter = (short: ShortLease | undefined, now: number): Use =>
  short === undefined ? nothing : Tunnel.meter(short.tunnel, now)

const bitOf = (role: Role): number => (role === "provider" ? 1 : 2)

export const ungate = (short: ShortLease | undefined, role: Role, now: number): void => {
  if (short === undefined) return
  short.ends |= bitOf(role)
  if (short.ends === 3) Tunnel.ungate(short.tunnel, now)
}

export const gate = (short: ShortLease | undefined, role: Role, now: number): void => {
  if (short === undefined) return
  short.ends &= ~bitOf(role)
  Tunnel.gate(short.tunnel, now)
}

/** An end of every tunnel dies. */
export const breakAt = (self: Standing, now: number): void => {
  for (const { tunnel } of self.open.values()) Tunnel.breakAt(tunnel, now)
}

/** PERF: worked out once, when it begins to count. */
const exposureOf = ({ maxLag }: Standing, { deal }: ShortLease): Record<Role, bigint> => {
  const second = StandingTerms.lagBound(deal, 1) + 1n
  return {
    provider: second + StandingTerms.lagBound(deal, maxLag),
    requester: second + StandingTerms.intervalBound(deal, maxLag),
  }
}

const expose = ({ exposed, exposedMost }: Standing, { exposure }: ShortLease): void => {
  exposed.provider += exposure.provider
  exposed.requester += exposure.requester
  if (exposed.provider > exposedMost.provider) exposedMost.provider = exposed.provider
  if (exposed.requester > exposedMost.requester) exposedMost.requester = exposed.requester
}

/** Both have signed. */
export const agree = (self: Standing, short: ShortLease, now: number): void => {
  short.agreedAt = now
  short.exposure = exposureOf(self, short)
  expose(self, short)
}

/** The requester has signed: what is held now, and whether the nonce has risen. */
export const sign = (self: Standing, short: ShortLease): boolean => {
  const rises = short.deal.nonce > self.nonce
  self.nonce = short.deal.nonce
  short.holds = true
  self.caps += short.deal.cap
  self.bonds += short.deal.bond
  return rises
}

const release = (self: Standing, short: ShortLease): void => {
  if (!short.holds) return
  short.holds = false
  self.caps -= short.deal.cap
  self.bonds -= short.deal.bond
}

/** The requester has said what a deal has cost. */
export const charge = (self: Standing, short: ShortLease, charged: bigint): void => {
  short.charged = charged
  self.charged += charged
  release(self, short)
}

/** The price of what was served; nothing where nothing was. */
const worthOf = ({ deal, tunnel }: ShortLease, now: number): bigint => {
  const use = Tunnel.meter(tunnel, now)
  return use.seconds === 0 && use.bytesUsed === 0 ? 0n : Deal.price(deal, use)
}

/** A deal is over, whoever said so: what it was worth counts for the channel. */
export const end = (self: Standing, short: ShortLease, now: number): void => {
  Tunnel.gate(short.tunnel, now)
  self.open.delete(short.deal.nonce)
  release(self, short)
  if (short.agreedAt === unknown) return
  self.deals += 1
  self.worth += worthOf(short, now)
  self.exposed.provider -= short.exposure.provider
  self.exposed.requester -= short.exposure.requester
}
