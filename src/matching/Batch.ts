// Batches over another policy: requests are collected, and at each multiple of the interval they are served in the
// order of what they pay for a second, the highest first, each with the cheapest that is left (IPSX-MAT-018). Who
// came a moment earlier gains nothing. What a batch leaves unserved waits in the book, as ever.
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type { Command } from "./Command.ts"
import type { Event } from "./Event.ts"
import * as Match from "./Match.ts"
import type { Matching, Policy, Snapshot } from "./Policy.ts"

type Placed = Extract<Command, { _tag: "Place" }> & { readonly order: Order.Request }

/**
 * The policy that batches what another one serves at once. The interval is in seconds.
 *
 * @example
 * Batch.over(PriceTime.priceTime, 1) // a batch in each second
 */
export const over = (policy: Policy, interval: number): Policy => ({
  name: `${policy.name}, in batches of ${interval} s`,
  open: (rules, now) => batching(policy.open(rules, now), interval, now, []),
  restore: (rules, snapshot) =>
    batching(
      policy.restore(rules, snapshot),
      interval,
      snapshot.now,
      (snapshot.collected ?? []) as ReadonlyArray<Placed>,
    ),
})

const batching = (
  inner: Matching,
  interval: number,
  since: number,
  collected: ReadonlyArray<Placed>,
): Matching => {
  const waiting = new Map<Id, Placed>(collected.map((placed) => [placed.order.id, placed]))
  let now = since

  /** Takes requests out of the batch that is being collected. */
  const drop = (isGone: (order: Order.Request) => boolean): Array<Event> =>
    [...waiting.values()].flatMap(({ order }) =>
      isGone(order) && waiting.delete(order.id)
        ? [{ _tag: "Cancelled" as const, order: order.id }]
        : [],
    )
  const advance = (to: number): ReadonlyArray<Event> => {
    const isOver = Math.floor(to / interval) > Math.floor(now / interval)
    now = Math.max(now, to)
    const events = [...inner.apply({ _tag: "Advance", now: to })]
    if (!isOver) return events
    const batch = [...waiting.values()].sort(bestFirst)
    waiting.clear()
    for (const placed of batch) events.push(...inner.apply(placed))
    return events
  }
  const apply = (command: Command): ReadonlyArray<Event> => {
    switch (command._tag) {
      case "Place":
        if (command.order._tag === "Offer") return inner.apply(command)
        if (waiting.has(command.order.id))
          return [{ _tag: "Rejected", order: command.order.id, reason: "Duplicate" }]
        waiting.set(command.order.id, { ...command, order: command.order })
        return []
      case "Cancel": {
        const placed = waiting.get(command.order)
        if (placed === undefined) return inner.apply(command)
        return placed.order.owner === command.owner
          ? drop(({ id }) => id === command.order)
          : [{ _tag: "Rejected", order: command.order, reason: "NotOwner" }]
      }
      case "Replace": {
        const placed = waiting.get(command.old)
        if (placed === undefined) return inner.apply(command)
        if (command.order._tag !== "Request" || command.order.owner !== placed.order.owner)
          return [{ _tag: "Rejected", order: command.old, reason: "NotOwner" }]
        const events = drop(({ id }) => id === command.old)
        waiting.set(command.order.id, { ...placed, order: command.order })
        return events
      }
      case "CancelBelow":
        return [
          ...drop(({ owner, nonce }) => owner === command.owner && nonce < command.minimum),
          ...inner.apply(command),
        ]
      case "Advance":
        return advance(command.now)
      case "Release":
        return inner.apply(command)
    }
  }
  const snapshot = (): Snapshot => ({ ...inner.snapshot(), collected: [...waiting.values()] })
  return { apply, snapshot }
}

// Equal ones by their ids, which are digests: the order of arrival says nothing.
const bestFirst = (a: Placed, b: Placed): number => {
  const isMore = Match.isWorthMore(a.order, b.order)
  if (isMore !== undefined) return isMore ? -1 : 1
  return a.order.id < b.order.id ? -1 : 1
}
