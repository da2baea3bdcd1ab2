// The class voucher as its parties see it: what may be signed and served, and the books of a standing reservation; and
// the verdict, which both of them can foresee.
import * as Result from "effect/Result"
import * as Deal from "../../model/Deal.ts"
import * as Fee from "../../model/Fee.ts"
import type { Id } from "../../model/Id.ts"
import type { Parameters } from "../../model/Parameters.ts"
import * as Reservation from "../../model/Reservation.ts"
import * as Terms from "../../model/Terms.ts"
import * as Verdict from "../../model/Verdict.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"

const deal = (event: Json.JsonObject): Deal.Deal => Json.revive(event.deal!)
const big = (value: Json.Json | undefined): bigint => BigInt(value as string)
const rate = (event: Json.JsonObject): Pick<Parameters, "commissionBp" | "minCommission"> =>
  Json.revive({ commissionBp: event.commissionBp!, minCommission: event.minCommission! })

const price = (deal: Deal.Deal, seconds: Json.Json, bytesUsed: Json.Json = 0): bigint =>
  Deal.price(deal, { seconds: seconds as number, bytesUsed: bytesUsed as number })

type Answer = (event: Json.JsonObject) => Json.JsonObject

const answers: Readonly<Record<string, Answer>> = {
  price: (event) => ({ amount: price(deal(event), event.seconds!, event.bytesUsed).toString() }),
  commission: (event) => ({
    amount: Fee.commission(big(event.cumulative), rate(event)).toString(),
  }),
  commissionOf: (event) => ({
    amount: Fee.increment(big(event.from), big(event.to), rate(event)).toString(),
  }),
  interval: ({ maxLag }) => ({ seconds: Terms.billingInterval({ maxLag: maxLag as number }) }),
  mayForward: (event) => ({
    may: price(deal(event), event.seconds!) <= big(event.signed) + Terms.lagBound(deal(event)),
  }),
  mayAdmit: (event) => ({ may: deal(event).prepaid >= firstInterval(deal(event)) }),
  shouldPrepay: (event) => ({
    should: deal(event).prepaid <= deal(event).setupPrice + Terms.intervalBound(deal(event)),
  }),
  verdict: ({ facts, terms, rates }) => {
    const {
      fromProvider: _p,
      fromRequester: _r,
      ...verdict
    } = Verdict.of(Json.revive(facts!), Json.revive(terms!), Json.revive(rates!))
    return Json.plain(verdict) as Json.JsonObject
  },
}

// IPSX-PAY-009: what a newcomer prepays at least.
const firstInterval = (deal: Deal.Deal): bigint => {
  const first = deal.setupPrice + Terms.intervalBound(deal)
  return first < deal.cap ? first : deal.cap
}

const books = (params: Json.JsonObject): Session => {
  const parameters = Json.revive<Parameters>(params.parameters!)
  let book = Reservation.of(params.id as Id, Json.revive(params.reservation!))
  const keep = <E extends { readonly _tag: string }>(
    next: Result.Result<Reservation.Reservation, E>,
  ): Json.JsonObject => {
    if (Result.isFailure(next)) return { error: next.failure._tag }
    book = next.success
    return {
      freeCap: Reservation.freeCap(book).toString(),
      freeBond: Reservation.freeBond(book).toString(),
    }
  }
  return {
    step: (event) => {
      switch (event.type) {
        case "countersign":
          return keep(Reservation.countersign(book, Json.revive(event.short!), parameters))
        case "finish": {
          const { nonce, charged } = Json.revive<{ nonce: number; charged: never }>(event)
          return keep(Reservation.finish(book, nonce, charged))
        }
        case "close":
          return keep(Result.succeed(Reservation.close(book)))
        default:
          throw unknownEvent(event)
      }
    },
  }
}

export const open = (params: Json.JsonObject): Session =>
  params.reservation !== undefined
    ? books(params)
    : {
        step: (event) => {
          const answer = answers[event.type as string]
          if (answer === undefined) throw unknownEvent(event)
          return answer(event)
        },
      }
