// The class orders: filters, canonical texts, and the two lists.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../../model/Address.ts"
import * as Filter from "../../model/Filter.ts"
import type { Id } from "../../model/Id.ts"
import * as Order from "../../model/Order.ts"
import * as OrderBook from "../../model/OrderBook.ts"
import * as Resource from "../../model/Resource.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"

const isOrder = Schema.decodeUnknownResult(Order.Order)

const verdict = (reason: string | undefined): Json.JsonObject =>
  reason === undefined ? { accepts: true } : { accepts: false, reason }

type Answer = (event: Json.JsonObject) => Json.JsonObject

const answers: Readonly<Record<string, Answer>> = {
  classOf: ({ resource }) => ({ class: Resource.classOf(Json.revive(resource!)) }),
  filter: ({ filter, candidate }) =>
    verdict(Filter.accepts(Json.revive(filter!), Json.revive(candidate!))),
  admits: ({ counterparty, owner, rating }) =>
    verdict(
      Filter.admits(Json.revive(counterparty!), {
        owner: owner as Address,
        rating: rating as number,
      }),
    ),
  canonical: ({ order }) => ({ text: Order.canonical(Json.revive(order!)) }),
  readOrder: ({ json }) => ({ ok: Result.isSuccess(isOrder(json)) }),
  covers: ({ request, balance, commissionBp, minCommission }) => {
    const order = Json.revive<Order.Request>(request!)
    const available = BigInt(balance as string)
    const rate = Json.revive<{ commissionBp: number; minCommission: never }>({
      commissionBp: commissionBp!,
      minCommission: minCommission!,
    })
    const uncovered = Order.coverage(order, available, rate)
    const needed = Order.worstCase(order) + rate.minCommission
    return { covered: uncovered === undefined, needed: needed.toString() }
  },
}

const ids = (entries: ReadonlyArray<OrderBook.Entry>): Json.JsonObject => ({
  orders: entries.map(({ order }) => order.id),
})

const lists = (params: Json.JsonObject): Session => {
  const book = OrderBook.make(params.rules as unknown as OrderBook.Rules)
  const done = <A>(
    name: "placed" | "cancelled",
    result: Result.Result<A, OrderBook.OrderRejected>,
  ): Json.JsonObject =>
    Result.isSuccess(result) ? { [name]: true } : { [name]: false, reason: result.failure.reason }
  const order = (event: Json.JsonObject) => Json.revive<Order.Order>(event.order!)
  const steps: Readonly<Record<string, Answer>> = {
    place: (event) => done("placed", OrderBook.place(book, order(event), 500, event.now as number)),
    cancel: (event) =>
      done("cancelled", OrderBook.cancel(book, event.order as Id, event.owner as Address)),
    replace: (event) =>
      done("placed", OrderBook.replace(book, event.old as Id, order(event), event.now as number)),
    cancelBelow: (event) =>
      ids(OrderBook.cancelBelow(book, event.owner as Address, event.minimum as number)),
    expire: (event) => ids(OrderBook.expire(book, event.now as number)),
  }
  return {
    step: (event) => {
      const answer = steps[event.type as string] ?? answers[event.type as string]
      if (answer === undefined) throw unknownEvent(event)
      return answer(event)
    },
  }
}

export const open = (params: Json.JsonObject): Session => lists({ rules: {}, ...params })
