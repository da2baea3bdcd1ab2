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

/** What a group of providers draws from: its samplers are made once. */
interface Offering {
  readonly stands: Sampler.Sampler
  readonly pricePerHour: Sampler.Sampler
  readonly pricePerGigabyte: Sampler.Sampler
  readonly setupPrice: Sampler.Sampler
  readonly up: Sampler.Sampler | undefined
  readonly down: Sampler.Sampler | undefined
}

/** What a group of requesters draws from, and the filters that its draws fall on. */
interface Asking {
  readonly lease: Sampler.Sampler
  readonly addresses: Sampler.Sampler
  readonly limitPerHour: Sampler.Sampler
  readonly bytesPerSecond: Sampler.Sampler
  /** Milliseconds between requests, or after the last deal's end. */
  readonly arrival: Sampler.Sampler
  readonly filters: ReadonlyArray<{
    readonly below: number
    readonly filter: Filter.Filter
    readonly networksMin: number
  }>
}

export interface Demand {
  readonly scenario: Scenario.Scenario
  readonly parameters: Parameters
  readonly population: Population
  readonly byAddress: ReadonlyMap<Address, Actor>
  readonly offering: ReadonlyArray<Offering>
  readonly asking: ReadonlyArray<Asking>
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
  offering: scenario.providers.map(offeringOf),
  asking: scenario.requesters.map(askingOf),
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
  const group = demand.offering[actor.group]!
  const draw = actor.wants
  const resource: Resource = demand.population.resources.get(actor.address)!
  const stands = Math.round(group.stands(draw))
  const price = perSecond(group.pricePerHour(draw))
  const perByte = Sampler.baseUnits(group.pricePerGigabyte(draw)) / gigabyte
  const setup = Sampler.baseUnits(group.setupPrice(draw))
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

const classesOf = (filter: Scenario.RequestFilter | undefined): number => {
  if (filter === undefined) return IpClass.set()
  const version = filter.version === undefined ? {} : { version: filter.version === "ipv4" ? 4 : 6 }
  const sharing = filter.dedicated ? { sharing: "dedicated" } : {}
  const having = { ...version, ...sharing } as Partial<IpClass.IpClass>
  const kinds = filter.classes ?? IpClass.kinds
  return kinds.reduce((bits, kind) => bits | IpClass.set({ ...having, kind }), 0)
}

const filterOf = (wanted: Scenario.RequestFilter | undefined): Filter.Filter => ({
  ...Filter.any,
  countries: (wanted?.countries ?? []).map((code) => Country.of(code)),
  classes: classesOf(wanted),
  protocols: Usage.protocolSet("https"),
  scopes: Usage.scopeSet("browsing"),
})

const offeringOf = (group: Scenario.ProviderGroup): Offering => ({
  stands: Sampler.of(group.offer),
  pricePerHour: Sampler.of(group.pricePerHour),
  pricePerGigabyte: Sampler.of(group.pricePerGigabyte),
  setupPrice: Sampler.of(group.setupPrice),
  up: group.churn === undefined ? undefined : Sampler.of(group.churn.up),
  down: group.churn === undefined ? undefined : Sampler.of(group.churn.down),
})

const askingOf = (group: Scenario.RequesterGroup): Asking => {
  let below = 0
  const filters = group.filters.map((wanted) => {
    below += wanted.share
    return { below, filter: filterOf(wanted), networksMin: wanted.networksMin }
  })
  return {
    lease: Sampler.of(group.lease),
    addresses: Sampler.of(group.addresses),
    limitPerHour: Sampler.of(group.limitPerHour),
    bytesPerSecond: Sampler.of(group.bytesPerSecond),
    arrival: arrivalOf(group),
    // What the shares leave of 1 asks for anything.
    filters: [...filters, { below: Infinity, filter: filterOf(undefined), networksMin: 1 }],
  }
}

const arrivalOf = ({ arrival }: Scenario.RequesterGroup): Sampler.Sampler => {
  if ("poisson" in arrival) return Sampler.exponential((hour * 1000) / arrival.poisson.perHour)
  const think = Sampler.of(arrival.closed.think)
  return (stream) => think(stream) * 1000
}

const resting = 600

/** The requester's next request, covered by what it has (IPSX-WAL-007) or else refused by the exchange. */
export const request = (demand: Demand, actor: Actor, now: Seconds): Order.Request => {
  const group = demand.asking[actor.group]!
  const draw = actor.wants
  const duration = Math.round(group.lease(draw))
  const addresses = Math.round(group.addresses(draw))
  const limitPerSecond = perSecond(group.limitPerHour(draw))
  const drawn = Random.unit(draw)
  const { filter, networksMin } = group.filters.find(({ below }) => drawn < below)!
  const bytes = Math.ceil(group.bytesPerSecond(draw) * duration)
  const spread = Math.max(1, Math.ceil(addresses / networksMin))
  return {
    _tag: "Request",
    id: Random.bytes32(draw) as Id.Id,
    owner: actor.address,
    nonce: ++actor.nonce,
    addresses,
    minimum: 1,
    duration,
    window: null,
    filter,
    maxPerGroup: addresses,
    maxPerNetwork: networksMin > 1 ? spread : addresses,
    bytes,
    limit: Amount.of(limitPerSecond * BigInt(duration)),
    perSecondLimit: null,
    expiresAt: (now + resting) as Seconds,
  }
}

const isPoisson = ({ scenario }: Demand, actor: Actor): boolean =>
  "poisson" in scenario.requesters[actor.group]!.arrival

/** Milliseconds until a Poisson requester's next request; `undefined` for one that waits for its last deal. */
export const untilNext = (demand: Demand, actor: Actor): number | undefined =>
  isPoisson(demand, actor) ? Math.ceil(demand.asking[actor.group]!.arrival(actor.wants)) : undefined

/** Milliseconds that a closed-loop requester thinks after its last deal. */
export const thinking = (demand: Demand, actor: Actor): number | undefined =>
  isPoisson(demand, actor) ? undefined : Math.ceil(demand.asking[actor.group]!.arrival(actor.wants))

/** Milliseconds until a provider's address goes away, or comes back; `undefined` for one that always stays. */
export const untilChurn = (demand: Demand, actor: Actor): number | undefined => {
  const { up, down } = demand.offering[actor.group]!
  const sampler = actor.away ? down : up
  return sampler === undefined ? undefined : Math.ceil(sampler(actor.mood) * 1000)
}

/** Bytes a second that a requester's lease will carry. */
export const bytesPerSecond = (demand: Demand, actor: Actor): number =>
  Math.round(demand.asking[actor.group]!.bytesPerSecond(actor.wants))
