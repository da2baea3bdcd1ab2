// Orders as a matching keeps them: with what is still free of an offer and what a request still wants.
import type { Address } from "../model/Address.ts"
import * as Ip from "../model/Ip.ts"
import * as Order from "../model/Order.ts"
import type { Entry } from "../model/OrderBook.ts"
import * as Resource from "../model/Resource.ts"
import type { Rectangle } from "./Capacity.ts"

/** A rectangle of free capacity. It has the price and the place in time of its offer (IPSX-MAT-011). */
export interface Piece extends Rectangle {
  readonly offer: Offer
}

/** Also what `Filter.accepts` looks at. `groupEnd` is how many of its addresses lie in the first one's group. */
export interface Offer {
  readonly order: Order.Offer
  readonly sequence: number
  readonly rating: number
  readonly owner: Address
  readonly resource: Resource.Resource
  readonly protocols: number
  readonly scopes: number
  readonly group: number
  readonly groupEnd: number
  readonly groupSize: number
  readonly pieces: Set<Piece>
}

/** Neighbouring addresses of one network, as places after the first address of a range. */
export interface Had {
  readonly first: Ip.Ip
  readonly from: number
  readonly to: number
  readonly network: number
}

/**
 * What a request has had so far: addresses, whoever offered them, and counts by group and network. They hold for its
 * whole life, however many matches it takes (IPSX-MAT-008).
 */
export interface Tally {
  addresses: ReadonlyArray<Had>
  readonly groups: Map<number, number>
  readonly networks: Map<number, number>
}

export interface Request {
  readonly order: Order.Request
  readonly sequence: number
  readonly rating: number
  readonly owner: Address
  remaining: number
  tally: Tally
}

export const offer = (entry: Entry<Order.Offer>): Offer => {
  const { order, sequence, rating } = entry
  const { resource } = order
  const family = Ip.version(resource.first)
  const value = Ip.value(resource.first)
  const size = 1n << Ip.groupBits[family]
  return {
    order,
    sequence,
    rating,
    owner: order.owner,
    resource,
    protocols: order.protocols,
    scopes: order.scopes,
    group: Ip.group(value, family),
    groupEnd: Number(size - (value & (size - 1n))),
    groupSize: Number(size),
    pieces: new Set(),
  }
}

/** Nothing had yet. */
const emptyTally = (): Tally => ({
  addresses: [],
  groups: new Map(),
  networks: new Map(),
})

/** The list is never changed in place, so the copy is as deep as it must be. */
export const copyTally = (tally: Tally): Tally => ({
  addresses: tally.addresses,
  groups: new Map(tally.groups),
  networks: new Map(tally.networks),
})

export const request = ({ order, sequence, rating }: Entry<Order.Request>): Request => ({
  order,
  sequence,
  rating,
  owner: order.owner,
  remaining: order.addresses,
  tally: emptyTally(),
})
