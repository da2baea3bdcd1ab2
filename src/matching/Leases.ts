// The leases that were matched and are not over: what keeps a seat from being leased twice even when its offer has
// been cancelled and another has come for the same addresses (IPSX-MAT-020). Owned and mutable.
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import * as Resource from "../model/Resource.ts"
import * as Capacity from "./Capacity.ts"

interface Leased {
  readonly resource: Resource.Resource
  rectangles: Array<Capacity.Rectangle>
  /** How many there may be before those that are over are looked for again. */
  sweepAt: number
}

export type Leases = Map<Address, Map<Id, Leased>>

export const make = (): Leases => new Map()

/** The rectangles of one resource of an owner that are not over. */
export const of = (
  leases: Leases,
  owner: Address,
  resource: Id,
  now: number,
): ReadonlyArray<Capacity.Rectangle> =>
  (leases.get(owner)?.get(resource)?.rectangles ?? []).filter(({ to }) => to > now)

/** Whether an owner's other leases number the same addresses in another way. */
export const conflicts = (
  leases: Leases,
  owner: Address,
  resource: Resource.Resource,
  now: number,
): boolean => {
  for (const [id, leased] of leases.get(owner) ?? []) {
    const differs =
      id === resource.id
        ? !Resource.isSameRange(leased.resource, resource)
        : Resource.intersects(leased.resource, resource)
    if (differs && of(leases, owner, id, now).length > 0) return true
  }
  return false
}

export const add = (
  leases: Leases,
  owner: Address,
  resource: Resource.Resource,
  rectangle: Capacity.Rectangle,
  now: number,
): void => {
  const owned = leases.get(owner) ?? new Map<Id, Leased>()
  leases.set(owner, owned)
  const leased = owned.get(resource.id)
  if (leased === undefined || !Resource.isSameRange(leased.resource, resource)) {
    owned.set(resource.id, { resource, rectangles: [rectangle], sweepAt: 32 })
    return
  }
  leased.rectangles.push(rectangle)
  if (leased.rectangles.length < leased.sweepAt) return
  leased.rectangles = leased.rectangles.filter(({ to }) => to > now)
  leased.sweepAt = Math.max(32, 2 * leased.rectangles.length)
}

/** Gives a part of one lease back; whether there was such a lease. */
export const release = (
  leases: Leases,
  owner: Address,
  resource: Id,
  part: Capacity.Rectangle,
): boolean => {
  const leased = leases.get(owner)?.get(resource)
  const whole = leased?.rectangles.find((one) => Capacity.contains(one, part))
  if (leased === undefined || whole === undefined) return false
  leased.rectangles = leased.rectangles.flatMap((one) =>
    one === whole ? Capacity.without(one, part) : [one],
  )
  return true
}

/** Every lease that is not over, for a snapshot. */
export const all = (
  leases: Leases,
  now: number,
): ReadonlyArray<{
  readonly owner: Address
  readonly resource: Resource.Resource
  readonly rectangles: ReadonlyArray<Capacity.Rectangle>
}> =>
  [...leases].flatMap(([owner, owned]) =>
    [...owned].map(([id, { resource }]) => ({
      owner,
      resource,
      rectangles: of(leases, owner, id, now),
    })),
  )
