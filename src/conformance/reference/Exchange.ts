// The class exchange: the whole protocol, one command at a time.
import * as Result from "effect/Result"
import * as Exchanges from "../../Exchange.ts"
import type { Address } from "../../model/Address.ts"
import * as DealBook from "../../model/DealBook.ts"
import * as Profile from "../../model/Profile.ts"
import * as Time from "../../model/Time.ts"
import { noble } from "../../signature/Curve.ts"
import * as SignedOrder from "../../signature/SignedOrder.ts"
import * as Structure from "../../signature/Structure.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"
import * as Ledger from "./Ledger.ts"
import * as Matching from "./Matching.ts"

const hashing: Exchanges.Hashing = {
  channelId: (deal) => Structure.channelId(noble, deal),
  terms: (offer, request) => SignedOrder.terms(noble, offer, request),
}

const commandOf = (event: Json.JsonObject, params: Ledger.Params): Exchanges.Command => {
  const now = event.now === undefined ? undefined : Time.seconds(event.now as number)
  const { id, owner } = event as { id: never; owner: never }
  switch (event.type) {
    case "place":
      return { _tag: "Place", order: Json.revive(event.order!), now: now! }
    case "cancel":
      return { _tag: "Cancel", id, owner, now: now! }
    case "advance":
      return { _tag: "Advance", now: now! }
    case "report":
      return {
        _tag: "Report",
        message: Json.untagged(event.message as Json.JsonObject),
        now: now!,
      }
    case "lapse":
      return { _tag: "Lapse", id, now: now! }
    case "mine": {
      const transactions = (event.transactions as ReadonlyArray<Json.JsonObject>).map((one) =>
        Ledger.transactionOf(one, params),
      )
      const { number, timestamp } = event as { number: number; timestamp: number }
      return { _tag: "Mine", number, timestamp: Time.seconds(timestamp), transactions }
    }
    default:
      throw unknownEvent(event)
  }
}

const answerOf = (events: ReadonlyArray<Exchanges.Event>): Json.JsonObject => {
  const traded: Array<Json.Json> = []
  const proposed: Array<Json.Json> = []
  const moved: Array<Json.Json> = []
  const outcomes: Array<Json.Json> = []
  for (const event of events) {
    if (event._tag === "Traded") traded.push(Matching.eventOf(event.event))
    else if (event._tag === "Proposed")
      proposed.push({ id: event.id, deal: Json.plain(event.deal) })
    else if (event._tag === "Moved") moved.push({ id: event.id, from: event.from, to: event.to })
    else if (event._tag === "Mined") outcomes.push(...event.mined.outcomes.map(Ledger.outcome))
  }
  return { traded, proposed, moved, outcomes }
}

const look = (state: Exchanges.Exchange, owners: ReadonlyArray<Address>): Json.JsonObject => ({
  ...Ledger.money(state.ledger, owners),
  deals: Object.fromEntries(
    Object.entries(DealBook.byStatus(state.book)).filter(([, count]) => count > 0),
  ),
  ratings: owners.map((owner) => Profile.rating(state.profiles.get(owner) ?? Profile.empty(owner))),
})

export const open = (json: Json.JsonObject): Session => {
  const params = Ledger.paramsOf(json)
  const market = Matching.market(json.rules!, params.genesis.timestamp)
  const state = Exchanges.make(Ledger.begin(params), hashing, market)
  return {
    step: (event) => {
      if (event.type === "look") return look(state, event.wallets as ReadonlyArray<Address>)
      const applied = Exchanges.apply(state, commandOf(event, params))
      return Result.isSuccess(applied)
        ? answerOf(applied.success.events)
        : { error: applied.failure._tag }
    },
  }
}
