// When the actors order, and what: offers that stand for a while and are renewed, requests by each group's
// arrival process. The orders are the library's own; only the quantities in them are drawn here.
import type * as Market from "../src/matching/index.ts"
import * as Policy from "../src/matching/Policy.ts"
import type { Address } from "../src/model/Address.ts"
import * as Amount from "../src/model/Amount.ts"
import * as Country from "../src/model/Country.ts"
import * as Filter from "../src/model/Filter.ts"
import * as Id from "../src/model/Id.ts"
import * as IpClass from "../src/model/IpClass.ts"
import type * as Order from "../src/model/Order.ts"
import type { Parameters } from "../src/model/Parameters.ts"
import type { Resource } from "../src/model/Resource.ts"
import type { Seconds } from "../src/model/Time.ts"
import * as Usage from "../src/model/Usage.ts"
import type { Actor } from "./Actor.ts"
import type { Population } from "./Population.ts"
import * as Random from "./Random.ts"
import * as Sampler from "./Sampler.ts"
import type * as Scenario from "./Scenario.ts"

export interface Demand {
  readonly scenario: Scenario.Scenario
  readonly parameters: Parameters
  readonly population: Population
  readonly byAddress: ReadonlyMap<Address, Actor>
}

export const make = (
  scenario: Scenario.Scenario,
  parameters: Parameters,
  population: Population,
): Demand => ({
  scenario,
  parameters,
  population,
  byAddress: new Map(
    [...population.providers, ...population.requesters].map((actor) => [actor.address, actor]),
  ),
})

/** The limits of the simulated order book. */
export const rules = (parameters: Parameters): Market.Rules => ({
  ...Policy.rules(parameters),
  ordersMax: 5_000_000,
  ordersPerOwnerMax: 1000,
})

export const actorOf = (demand: Demand, address: Address): Actor => demand.byAddress.get(address)!

const hour = 3600
const gigabyte = 1_000_000_000n

const perSecond = (tokensPerHour: number): bigint => Sampler.baseUnits(tokensPerHour) / BigInt(hour)

const everything = {
  protocols: 2 ** Usage.protocols.length - 1,
  scopes: 2 ** Usage.scopes.length - 1,
}

const nobody: Filter.Counterparty = { minRating: 0, allow: [], deny: [] }

/** The provider's next offer: all of its range, for as long as the group's offers stand. */
export const offer = (demand: Demand, actor: Actor, now: Seconds): Order.Offer => {
  const group = demand.scenario.providers[actor.group]!
  const draw = actor.wants
  const resource: Resource = demand.population.resources.get(actor.address)!
  const stands = Math.round(Sampler.of(group.offer)(draw))
  const price = perSecond(Sampler.of(group.pricePerHour)(draw))
  const perByte = Sampler.baseUnits(Sampler.of(group.pricePerGigabyte)(draw)) / gigabyte
  const setup = Sampler.baseUnits(Sampler.of(group.setupPrice)(draw))
  return {
    _tag: "Offer",
    id: Id.of(Random.bytes32(draw)),
    owner: actor.address,
    nonce: ++actor.nonce,
    resource,
    from: now,
    to: (now + stands) as Seconds,
    minLease: demand.parameters.minLease,
    ...everything,
    tariff: {
      // An offer for nothing cannot be a deal: the least price is one base unit a second.
      perSecond: Amount.of(price > 0n ? price : 1n),
      perByte: Amount.of(perByte),
      setup: Amount.of(setup),
    },
    noShowCharge: Amount.of(setup > 0n ? setup : price > 0n ? price : 1n),
    requester: nobody,
    expiresAt: (now + stands) as Seconds,
    notice: 600,
    maxLag: demand.parameters.maxLag,
  }
}

/** Shares of the filters in order; what they leave asks for anything. */
const filterOf = (
  group: Scenario.RequesterGroup,
  unit: number,
): Scenario.RequestFilter | undefined => {
  let below = 0
  for (const filter of group.filters) {
    below += filter.share
    if (unit < below) return filter
  }
  return undefined
}

const classesOf = (filter: Scenario.RequestFilter | undefined): number => {
  if (filter === undefined) return IpClass.set()
  const version = filter.version === undefined ? {} : { version: filter.version === "ipv4" ? 4 : 6 }
  const sharing = filter.dedicated ? { sharing: "dedicated" } : {}
  const having = { ...version, ...sharing } as Partial<IpClass.IpClass>
  const kinds = filter.classes ?? IpClass.kinds
  return kinds.reduce((bits, kind) => bits | IpClass.set({ ...having, kind }), 0)
}

const resting = 600

/** The requester's next request, covered by what it has (IPSX-WAL-007) or else refused by the exchange. */
export const request = (demand: Demand, actor: Actor, now: Seconds): Order.Request => {
  const group = demand.scenario.requesters[actor.group]!
  const draw = actor.wants
  const duration = Math.round(Sampler.of(group.lease)(draw))
  const addresses = Math.round(Sampler.of(group.addresses)(draw))
  const limitPerSecond = perSecond(Sampler.of(group.limitPerHour)(draw))
  const wanted = filterOf(group, Random.unit(draw))
  const bytes = Math.ceil(Sampler.of(group.bytesPerSecond)(draw) * duration)
  const networks = wanted?.networksMin ?? 1
  const spread = Math.max(1, Math.ceil(addresses / networks))
  return {
    _tag: "Request",
    id: Id.of(Random.bytes32(draw)),
    owner: actor.address,
    nonce: ++actor.nonce,
    addresses,
    minimum: 1,
    duration,
    window: null,
    filter: {
      ...Filter.any,
      countries: (wanted?.countries ?? []).map((code) => Country.of(code)),
      classes: classesOf(wanted),
      protocols: Usage.protocolSet("https"),
      scopes: Usage.scopeSet("browsing"),
    },
    maxPerGroup: addresses,
    maxPerNetwork: networks > 1 ? spread : addresses,
    bytes,
    limit: Amount.of(limitPerSecond * BigInt(duration)),
    perSecondLimit: null,
    expiresAt: (now + resting) as Seconds,
  }
}

/** Milliseconds until a Poisson requester's next request; `undefined` for one that waits for its last deal. */
export const untilNext = (demand: Demand, actor: Actor): number | undefined => {
  const { arrival } = demand.scenario.requesters[actor.group]!
  if (!("poisson" in arrival)) return undefined
  return Math.ceil(Sampler.exponential((hour * 1000) / arrival.poisson.perHour)(actor.wants))
}

/** Milliseconds that a closed-loop requester thinks after its last deal. */
export const thinking = (demand: Demand, actor: Actor): number | undefined => {
  const { arrival } = demand.scenario.requesters[actor.group]!
  if (!("closed" in arrival)) return undefined
  return Math.ceil(Sampler.of(arrival.closed.think)(actor.wants) * 1000)
}

/** Milliseconds until a provider's address goes away, or comes back; `undefined` for one that always stays. */
export const untilChurn = (demand: Demand, actor: Actor): number | undefined => {
  const { churn } = demand.scenario.providers[actor.group]!
  if (churn === undefined) return undefined
  return Math.ceil(Sampler.of(actor.away ? churn.down : churn.up)(actor.mood) * 1000)
}

/** Bytes a second that a requester's lease will carry. */
export const bytesPerSecond = (demand: Demand, actor: Actor): number =>
  Math.round(Sampler.of(demand.scenario.requesters[actor.group]!.bytesPerSecond)(actor.wants))
