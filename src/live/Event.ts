// What a live party tells its owner, as it happens.
import type { Use } from "./Conduit.ts"
import type { Phase } from "../agent/Participant.ts"
import type { Deal } from "../model/Deal.ts"
import type { Id } from "../model/Id.ts"
import type { Ip } from "../model/Ip.ts"
import type { Log } from "../model/Log.ts"
import type { DealStatus, Role } from "../model/Status.ts"
import type { Attachment, Residue } from "../tunnel/Tunnel.ts"

/** Amounts are base units. Over: the deal needs nothing more; `paid` is what the chain has paid the provider in all. */
export type Event =
  | { readonly _tag: "Proposed"; readonly id: Id; readonly role: Role; readonly deal: Deal }
  | {
      readonly _tag: "Moved"
      readonly id: Id
      readonly role: Role
      readonly status: DealStatus
      readonly phase: Phase
    }
  | { readonly _tag: "Signed"; readonly id: Id; readonly role: Role; readonly cumulative: bigint }
  /** One seat's tunnel, by its place in the deal, from 0. */
  | {
      readonly _tag: "Attached"
      readonly id: Id
      readonly seat: number
      /** Of a short deal under the reservation `id`: its nonce. */
      readonly short?: number
      readonly attachment: Attachment
    }
  /** A seat has another address from now on: the provider offered it, the requester took it. */
  | {
      readonly _tag: "Substituted"
      readonly id: Id
      readonly role: Role
      readonly seat: number
      readonly address: Ip
    }
  /** A party declines a deal, or a requester does not use what the provider offers, and leaves. */
  | { readonly _tag: "Objected"; readonly id: Id; readonly reason: string }
  | { readonly _tag: "Silent"; readonly id: Id; readonly role: Role }
  | { readonly _tag: "Logged"; readonly log: Log }
  | {
      readonly _tag: "Over"
      readonly id: Id
      readonly role: Role
      readonly opened: boolean
      readonly paid: bigint
      readonly use: Use
    }
  /** A short deal under the reservation `id`, as the deal that it would be if it were one of its own; `lease` is its own id. */
  | ({ readonly _tag: "ShortProposed" } & Short)
  /** It is over: whether both had signed it, and what it has cost. The chain pays when the reservation ends. */
  | ({
      readonly _tag: "ShortOver"
      readonly addresses: ReadonlyArray<Ip>
      readonly country: string
      readonly opened: boolean
      readonly charged: bigint
      readonly use: Use
    } & Short)
  | {
      readonly _tag: "Refused"
      readonly id: Id
      readonly transaction: string
      readonly error: string
    }
  /** What a run that was killed had left of its tunnels has been removed. */
  | { readonly _tag: "Cleared"; readonly residue: ReadonlyArray<Residue> }
  /** Something did not work and is tried again. */
  | { readonly _tag: "Trouble"; readonly message: string }
  /** The program has a mistake, its journal cannot be written, or the chain has forgotten it: it stops. */
  | { readonly _tag: "Failed"; readonly reason: string }
  /** It was closed, or has failed: it does nothing any more, and nothing more is heard of it. */
  | { readonly _tag: "Stopped"; readonly reason: string }

export interface Short {
  readonly id: Id
  readonly role: Role
  /** Its nonce under the reservation. */
  readonly short: number
  readonly lease: Id
  readonly deal: Deal
}
