// The orders of the fast matching: who placed what under which name and for which exact amounts, and which numbers
// stand for them in the book.
import type { Address } from "../model/Address.ts"
import * as Country from "../model/Country.ts"
import type { Counterparty } from "../model/Filter.ts"
import type { Id } from "../model/Id.ts"
import * as Ip from "../model/Ip.ts"
import * as Order from "../model/Order.ts"
import * as OrderBook from "../model/OrderBook.ts"
import * as Resource from "../model/Resource.ts"
import * as Book from "./book/Book.ts"
import * as Mark from "./book/Mark.ts"
import * as Pieces from "./book/Pieces.ts"
import * as Place from "./book/Places.ts"
import * as Ware from "./book/Ware.ts"
import type { Wish } from "./book/Wish.ts"
import type { Event } from "./Event.ts"
import * as Match from "./Match.ts"
import type { Rules } from "./Policy.ts"

export interface Offered {
  readonly entry: OrderBook.Entry<Order.Offer>
  readonly lot: Pieces.Lot
}

export interface Wanted {
  readonly entry: OrderBook.Entry<Order.Request>
  readonly wish: Wish
}

/** Owned and mutable. Offers and requests have numbers, which are used again a command after they are free. */
export interface Keeper {
  readonly rules: Rules
  readonly orders: OrderBook.OrderBook
  readonly book: Book.Book<Resource.Resource>
  readonly owners: Map<Address, number>
  readonly names: Array<Address>
  readonly offers: Array<Offered | undefined>
  readonly requests: Array<Wanted | undefined>
  readonly numbers: Map<Id, number>
  readonly spareOffers: Array<number>
  readonly spareRequests: Array<number>
  readonly left: Array<{ readonly spare: Array<number>; readonly number: number }>
  now: number
  out: Array<Event>
}

/** The moment that the book counts from, so that every second of the chain is a signed 32-bit integer. */
export const middle = 2 ** 31

export const make = (rules: Rules, now: number): Keeper => {
  const offers: Array<Offered | undefined> = []
  const requests: Array<Wanted | undefined> = []
  const cost = (offer: number, wish: number): bigint =>
    Order.costFor(requests[wish]!.entry.order, offers[offer]!.entry.order.tariff)
  const book = Book.make<Resource.Resource>(
    rules,
    {
      cost,
      isWithinLimits: (offer, wish) => {
        const { limit, perSecondLimit } = requests[wish]!.entry.order
        const { perSecond } = offers[offer]!.entry.order.tariff
        return (
          cost(offer, wish) <= limit && (perSecondLimit === null || perSecond <= perSecondLimit)
        )
      },
      isWorthMore: (a, b) =>
        Match.isWorthMore(requests[a.number]!.entry.order, requests[b.number]!.entry.order),
      lot: (offer) => offers[offer]!.lot,
      sequence: (offer) => offers[offer]!.lot.sequence,
      resource: (offer) => offers[offer]!.entry.order.resource,
      offersOf: (owners) => offersOf(keeper, owners),
    },
    now - middle,
  )
  const keeper: Keeper = {
    rules,
    orders: OrderBook.make(rules),
    book,
    owners: new Map(),
    names: [],
    offers,
    requests,
    numbers: new Map(),
    spareOffers: [],
    spareRequests: [],
    left: [],
    now,
    out: [],
  }
  return keeper
}

function* offersOf(keeper: Keeper, owners: ReadonlySet<number>): Generator<number> {
  for (const owner of owners)
    for (const id of keeper.orders.owners.get(keeper.names[owner]!) ?? [])
      if (keeper.orders.offers.has(id)) yield keeper.numbers.get(id)!
}

/** The number of an owner; each gets one when it first appears. */
export const ownerOf = ({ owners, names }: Keeper, owner: Address): number => {
  const known = owners.get(owner)
  if (known !== undefined) return known
  const number = names.push(owner) - 1
  owners.set(owner, number)
  return number
}

/** The place of a first address, below zero for version 6. */
export const placeOf = ({ book }: Keeper, first: Ip.Ip): number =>
  Ip.version(first) === 6 ? Place.of6(book.places, Ip.value(first)) : Number(Ip.value(first))

const admissionOf = (keeper: Keeper, { minRating, allow, deny }: Counterparty): Ware.Admission => {
  const numbers = (list: ReadonlyArray<Address>) =>
    list.length === 0 ? null : new Set(list.map((owner) => ownerOf(keeper, owner)))
  return { minRating, allow: numbers(allow), deny: numbers(deny) }
}

/** Gives an offer a number and describes it to the book. */
export const offer = (keeper: Keeper, entry: OrderBook.Entry<Order.Offer>): Offered => {
  const { order, sequence, rating } = entry
  const { resource, tariff, requester } = order
  const version = Ip.version(resource.first)
  const isOpen = requester.minRating === 0 && requester.allow.length + requester.deny.length === 0
  const ware = Ware.acquire(keeper.book.pieces.wares, {
    owner: ownerOf(keeper, order.owner),
    network: resource.network,
    concurrency: resource.concurrency,
    bandwidth: resource.bandwidth,
    quality: resource.quality,
    rating,
    version,
    minLease: order.minLease,
    admission: isOpen ? null : admissionOf(keeper, requester),
  })
  const [perSecond, perByte, setup] = [
    Number(tariff.perSecond),
    Number(tariff.perByte),
    Number(tariff.setup),
  ]
  const number = keeper.spareOffers.pop() ?? keeper.offers.push(undefined) - 1
  const lot: Pieces.Lot = {
    offer: number,
    ware,
    place: placeOf(keeper, resource.first) | 0,
    sequence,
    kind: Country.position(resource.country) * 12 + Resource.classOf(resource),
    mark: Mark.of(
      Mark.bits(order.protocols, order.scopes),
      rating,
      order.minLease,
      resource.quality,
    ),
    reference: Match.reference(tariff),
    isMixed: perByte !== 0 || setup !== 0 || perSecond >= 2 ** 53,
    perSecond,
    perByte,
    setup,
  }
  const offered = { entry, lot }
  keeper.offers[number] = offered
  keeper.numbers.set(order.id, number)
  return offered
}

const exactMax = 2n ** 53n - 1n

/** Gives a request a number and describes it to the book. */
export const want = (keeper: Keeper, entry: OrderBook.Entry<Order.Request>): Wanted => {
  const { order, sequence, rating } = entry
  const { filter, window, limit, perSecondLimit } = order
  const number = keeper.spareRequests.pop() ?? keeper.requests.push(undefined) - 1
  const { provider } = filter
  const seconds = BigInt(Math.max(1, order.duration))
  const most = order.duration === 0 ? exactMax : limit / seconds
  const capped = perSecondLimit !== null && perSecondLimit < most ? perSecondLimit : most
  const wish: Wish = {
    number,
    owner: ownerOf(keeper, order.owner),
    rating,
    sequence,
    worth: Number((limit << 32n) / seconds) / 2 ** 32,
    duration: order.duration,
    addresses: order.addresses,
    minimum: order.minimum,
    isNow: window === null,
    windowFrom: (window?.from ?? 0) - middle,
    windowTo: (window?.to ?? 0) - middle,
    countries: [...new Set(filter.countries)].map(Country.position),
    classes: filter.classes,
    bits: Mark.bits(filter.protocols, filter.scopes),
    coarseRating: Mark.coarse.rating(provider.minRating),
    coarseQuality: Mark.coarse.quality(filter.minQuality),
    coarseLease: Mark.coarse.lease(order.duration),
    minRating: provider.minRating,
    minQuality: filter.minQuality,
    minBandwidth: filter.minBandwidth,
    provider:
      provider.allow.length + provider.deny.length === 0 ? null : admissionOf(keeper, provider),
    maxPerGroup: order.maxPerGroup,
    maxPerNetwork: order.maxPerNetwork,
    bytes: order.bytes,
    limit: Number(limit),
    perSecondLimit: perSecondLimit === null ? Infinity : Number(perSecondLimit),
    perSecondMax: Number(capped > exactMax ? exactMax : capped),
    remaining: order.addresses,
    had: [],
  }
  const wanted = { entry, wish }
  keeper.requests[number] = wanted
  keeper.numbers.set(order.id, number)
  return wanted
}

/** Forgets the names of an offer or a request; its number is free after the command at hand. */
export const forget = (keeper: Keeper, order: Order.Order): void => {
  const number = keeper.numbers.get(order.id)!
  keeper.numbers.delete(order.id)
  const isOffer = order._tag === "Offer"
  if (isOffer) Ware.release(keeper.book.pieces.wares, keeper.offers[number]!.lot.ware)
  keeper.left.push({ spare: isOffer ? keeper.spareOffers : keeper.spareRequests, number })
}
