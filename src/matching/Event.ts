// What a matching answers: the same commands give the same events, in the same order (IPSX-MAT-002).
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import type { Rejection } from "../model/OrderBook.ts"
import type { Tariff } from "../model/Tariff.ts"

/**
 * Neighbouring seats of one offer for one request: the content of one deal (IPSX-MAT-010). `tariff`,
 * `noShowCharge` and `cost` are for all its seats together; `cost` is what the expected use will cost, the deal's cap.
 */
export interface Fill {
  readonly offer: Id
  readonly request: Id
  readonly provider: Address
  readonly requester: Address
  readonly resource: Id
  readonly firstSeat: number
  readonly seats: number
  readonly start: number
  readonly end: number
  readonly tariff: Tariff
  readonly noShowCharge: bigint
  readonly cost: bigint
}

/** Capacity of an offer: seats × seconds. */
export interface Space {
  readonly offer: Id
  readonly firstSeat: number
  readonly seats: number
  readonly from: number
  readonly to: number
}

export type Event =
  | { readonly _tag: "Filled"; readonly fill: Fill }
  /** The order is in the book now; a request with what it still wants. */
  | { readonly _tag: "Rested"; readonly order: Id; readonly remaining: number }
  /** The request has all that it wanted and has left the book. */
  | { readonly _tag: "Completed"; readonly order: Id }
  | { readonly _tag: "Cancelled"; readonly order: Id }
  | { readonly _tag: "Expired"; readonly order: Id }
  | { readonly _tag: "Rejected"; readonly order: Id; readonly reason: Rejection }
  /** Capacity too short for the offer's least lease: nobody can use it any more (IPSX-MAT-012). */
  | { readonly _tag: "Discarded"; readonly space: Space }
  | { readonly _tag: "Released"; readonly space: Space }
  /** The search for a request stopped after this candidate at the latest (IPSX-MAT-015). */
  | { readonly _tag: "Exhausted"; readonly order: Id; readonly fills: number }
