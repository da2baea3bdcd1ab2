// What can be told to a matching. Moments are whole seconds; `rating` is the owner's, as its profile has it.
import type { Address } from "../model/Address.ts"
import type { Id } from "../model/Id.ts"
import type { Order } from "../model/Order.ts"

export type Command =
  | { readonly _tag: "Place"; readonly order: Order; readonly rating: number }
  | { readonly _tag: "Cancel"; readonly order: Id; readonly owner: Address }
  /** A new order of the same owner and side in place of an old one. */
  | { readonly _tag: "Replace"; readonly old: Id; readonly order: Order }
  /** The chain's cancellation of every order of an owner with a nonce below `minimum`. */
  | { readonly _tag: "CancelBelow"; readonly owner: Address; readonly minimum: number }
  /** Leased seats that are free again, for what remains of `from … to` (IPSX-MAT-013). */
  | {
      readonly _tag: "Release"
      readonly offer: Id
      readonly firstSeat: number
      readonly seats: number
      readonly from: number
      readonly to: number
    }
  /** Time passes: orders expire, future capacity becomes usable now. It never goes back. */
  | { readonly _tag: "Advance"; readonly now: number }
