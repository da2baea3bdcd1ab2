// Markets with so much in them that every list has several blocks: first many offers, or many requests that nobody
// serves, then a usual flow, then most of them go. The flow knows by the events what there is.
import type { Command } from "../../../src/matching/Command.ts"
import type { Event } from "../../../src/matching/Event.ts"
import type { Rules } from "../../../src/matching/Policy.ts"
import * as Amount from "../../../src/model/Amount.ts"
import * as Country from "../../../src/model/Country.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Ip from "../../../src/model/Ip.ts"
import type { Order } from "../../../src/model/Order.ts"
import * as Time from "../../../src/model/Time.ts"
import { address } from "../../arbitrary/deal.ts"
import { rules } from "../../arbitrary/order.ts"
import { Flow, type Kind } from "../Flow.ts"

export interface Crowd {
  readonly name: string
  readonly of: "offers" | "requests"
  readonly size: number
  readonly prices: Kind["prices"]
  /** So many prices of a second there are, where a price stands alone. */
  readonly spread: number
  readonly rules: Partial<Rules>
  /** In so many countries and of all kinds; else nearly all are in one country and of one kind. */
  readonly countries?: number
}

/** When every market opens. */
export const begin = 1000

const countries = ["DE", "FR", "US"].map(Country.of)
const later = (moment: Time.Seconds) => Time.seconds(moment + 2000)

/** The commands of a market, one by one; whoever asks for the next tells what came of the last. */
export function* commands(
  crowd: Crowd,
  seed: number,
): Generator<Command, void, ReadonlyArray<Event>> {
  const flow = new Flow(seed, { prices: crowd.prices, rules: rulesOf(crowd) }, begin)
  const say = function* (asked: Command): Generator<Command, void, ReadonlyArray<Event>> {
    const command = everywhere(asked, crowd, flow)
    flow.note(command, yield command)
  }
  for (let placed = 0; placed < crowd.size;) {
    const command = flow.next()
    // No time passes before there is a crowd.
    flow.now = begin
    if (command._tag !== "Place") continue
    const { order } = command
    if ((order._tag === "Offer") !== (crowd.of === "offers")) continue
    placed++
    yield* say({ ...command, order: lasting(order, crowd, flow) })
  }
  const cancel = (order: Order): Command => ({
    _tag: "Cancel",
    order: order.id,
    owner: order.owner,
  })
  for (let step = 0; step < 160; step++) yield* say(flow.next())
  for (let left = (flow.live.length * 3) >> 2; left > 0; left--) {
    yield* say(cancel(flow.live[flow.below(flow.live.length)]!))
    if (left % 16 === 0) yield* say(flow.next())
  }
  for (let step = 0; step < 40; step++) yield* say(flow.next())
  yield* say({ _tag: "Advance", now: flow.now + 1200 })
  yield* say({ _tag: "Advance", now: flow.now + 2400 })
}

// Requests that name countries name many of them.
const everywhere = (command: Command, { countries }: Crowd, { below }: Flow): Command => {
  if (countries === undefined || command._tag !== "Place") return command
  const { order } = command
  if (order._tag === "Offer" || order.filter.countries.length === 0) return command
  const some = Country.all.slice(0, countries).filter(() => below(3) > 0)
  return { ...command, order: { ...order, filter: { ...order.filter, countries: some } } }
}

// Few lists, so that they are long; two offers for each range of addresses.
const lasting = (order: Order, crowd: Crowd, { below }: Flow): Order => {
  const { spread, prices } = crowd
  if (order._tag === "Request") return { ...order, expiresAt: later(order.expiresAt) }
  const { tariff, resource } = order
  return {
    ...order,
    // Some are everybody's, so that no owner has too many to look through.
    owner: below(2) === 0 ? order.owner : address(20 + below(40)),
    to: later(order.to),
    expiresAt: later(order.expiresAt),
    resource: {
      ...resource,
      id: Id.fromNumber(0x5000_0000 + order.nonce),
      first: Ip.simulatedAt(
        0x10_0000n + 512n * BigInt(order.nonce >> 1),
        Ip.version(resource.first),
      ),
      concurrency: order.nonce % 6 === 0 ? resource.concurrency : 1,
      country:
        crowd.countries === undefined
          ? countries[Math.max(0, below(8) - 5)]!
          : Country.all[below(crowd.countries)]!,
      kind: crowd.countries === undefined ? "mobile" : resource.kind,
    },
    tariff:
      prices === "plain" ? { ...tariff, perSecond: Amount.of(BigInt(1 + below(spread))) } : tariff,
  }
}

export const rulesOf = (crowd: Crowd): Rules => ({
  ...rules,
  bookAheadMax: 10_000,
  ordersMax: 100_000,
  ordersPerOwnerMax: 10_000,
  ...crowd.rules,
})
