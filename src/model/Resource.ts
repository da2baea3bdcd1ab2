// An offered address or range, and its seats: the places that can be leased (IPSX-ORD-001, IPSX-ORD-002).
import * as Schema from "effect/Schema"
import { Country } from "./Country.ts"
import { Id } from "./Id.ts"
import * as Ip from "./Ip.ts"
import * as IpClass from "./IpClass.ts"

/** The most addresses in one range, the most users of one address, and the most seats of both together. */
export const addressesMax = 2 ** 20
export const concurrencyMax = 1024
export const seatsMax = 2 ** 24

const int = (minimum: number, maximum: number) =>
  Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum, maximum })))

/** An integer in [0, 1000]: a quality or a rating. */
export const Permille = int(0, 1000)

/**
 * `first` and the `addresses − 1` after it; `concurrency` users may share each (1: dedicated). `network` is the
 * number of the autonomous system or of another group of networks, `bandwidth` kbit/s for each seat, `quality`
 * the promised availability in thousandths.
 */
export const Resource = Schema.Struct({
  id: Id,
  first: Ip.Ip,
  addresses: int(1, addressesMax),
  concurrency: int(1, concurrencyMax),
  country: Country,
  kind: IpClass.Kind,
  network: int(0, 0xffff_ffff),
  bandwidth: int(0, 0xffff_ffff),
  quality: Permille,
}).pipe(
  Schema.check(
    Schema.makeFilter<{ first: Ip.Ip; addresses: number; concurrency: number }>(
      (resource) =>
        resource.addresses * resource.concurrency <= seatsMax &&
        Ip.value(resource.first) + BigInt(resource.addresses) <=
          (Ip.version(resource.first) === 4 ? 2n ** 32n : 2n ** 128n),
      { expected: "a range that ends within its address space, of at most 2^24 seats" },
    ),
  ),
)
export interface Resource extends Schema.Schema.Type<typeof Resource> {}

/** All the places that can be leased at one instant. */
export const seats = (resource: Resource): number => resource.addresses * resource.concurrency

/** The place in the range of the address that a seat belongs to. */
export const addressIndex = (resource: Resource, seat: number): number =>
  Math.floor(seat / resource.concurrency)

/**
 * The address that a seat belongs to.
 *
 * @example
 * Resource.addressOf(shared, 7) // the fourth address when two share each
 */
export const addressOf = (resource: Resource, seat: number): Ip.Ip =>
  Ip.at(resource.first, addressIndex(resource, seat))

export const isShared = (resource: Resource): boolean => resource.concurrency > 1

/** Whether two resources number the same seats of the same addresses. */
export const isSameRange = (a: Resource, b: Resource): boolean =>
  a.first === b.first && a.addresses === b.addresses && a.concurrency === b.concurrency

/** Whether two ranges have an address in common. */
export const intersects = (a: Resource, b: Resource): boolean => {
  if (Ip.version(a.first) !== Ip.version(b.first)) return false
  const distance = Ip.value(b.first) - Ip.value(a.first)
  return distance < BigInt(a.addresses) && -distance < BigInt(b.addresses)
}

/** The number of the resource's class (IPSX-ORD-005). */
export const classOf = (resource: Resource): number =>
  IpClass.number({
    version: Ip.version(resource.first),
    sharing: isShared(resource) ? "shared" : "dedicated",
    kind: resource.kind,
  })
