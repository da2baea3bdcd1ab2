// What the partners of a deal write to each other: one schema for every letter, with the signature that makes it
// binding (IPSX-PCH-001). A letter is never more than JSON of a few hundred bytes, a tunnel's message excepted.
import * as Schema from "effect/Schema"
import { AmountFromString } from "../model/Amount.ts"
import { Closing } from "../model/Closing.ts"
import { Count, Count32 } from "../model/Deal.ts"
import { ExitClaim } from "../model/ExitClaim.ts"
import { Meter } from "../model/Meter.ts"
import { Receipt } from "../model/Receipt.ts"
import { ShortDeal } from "../model/ShortDeal.ts"
import { Status } from "../model/Status.ts"
import { Seconds } from "../model/Time.ts"
import { Voucher } from "../model/Voucher.ts"

/** 65 bytes r ‖ s ‖ v; what is inside is for `Signed.parse` to judge. */
export const Signature = Schema.TemplateLiteral(["0x", Schema.String]).pipe(
  Schema.check(Schema.isPattern(/^0x[0-9a-f]{130}$/)),
)
export type Signature = typeof Signature.Type

/** The name of a tunnel adapter, like `embedded`. */
const Adapter = Schema.String.pipe(Schema.check(Schema.isPattern(/^[a-z0-9-]{1,32}$/)))

/** IPSX-PCH-029: what is nested deeper can be read, and then neither signed nor written down. */
const depthMax = 16

const isShallow = (value: unknown, left = depthMax): boolean =>
  typeof value !== "object" ||
  value === null ||
  (left > 0 && Object.values(value).every((item) => isShallow(item, left - 1)))

const Details = Schema.Record(Schema.String, Schema.Unknown).pipe(
  Schema.check(
    Schema.makeFilter<{ readonly [key: string]: unknown }>((details) => isShallow(details), {
      expected: `at most ${depthMax} objects or lists in each other`,
    }),
  ),
)

/** `epoch` counts the tunnels of a deal: a provider that set up its end again offers under the next number. `seat` says
 * which of several seats, from 0, `short` which deal under a reservation, by its nonce. An offer has what the provider
 * claims about the address (IPSX-TUN-052). */
const tunnel = {
  epoch: Count,
  short: Schema.optionalKey(Count),
  seat: Schema.optionalKey(Count32),
  adapter: Adapter,
  details: Details,
  signature: Signature,
}

/**
 * Accept is signed under the `Deal`; Decline, the ends of short deals, the tunnel's messages, Substitute and Notice under a
 * `Note`; the others under the structure that they carry. A requester's ShortEnd is a payment too: `payment` is its signature
 * under the voucher, which a provider that repeats the letter in consent leaves out (IPSX-AGR-079). `Notice.at` is the moment at which a provider takes its address back. A provider's Substitute
 * offers another seat of its resource, `by`, for one of the deal, `seat` from 0, with its claim about that address; the
 * requester's takes it, or asks for one where it names none (IPSX-AGR-081).
 */
export const Letter = Schema.TaggedUnion({
  Accept: { signature: Signature },
  Decline: { signature: Signature },
  Status: { status: Status, signature: Signature },
  Voucher: { voucher: Voucher, signature: Signature },
  Meter: { meter: Meter, signature: Signature },
  Closing: { closing: Closing, signature: Signature },
  Receipt: { receipt: Receipt, signature: Signature },
  ShortDeal: { shortDeal: ShortDeal, signature: Signature },
  ShortDecline: { nonce: Count, signature: Signature },
  ShortEnd: {
    nonce: Count,
    charged: AmountFromString,
    voucher: Voucher,
    payment: Schema.optionalKey(Signature),
    signature: Signature,
  },
  TunnelOffer: { ...tunnel, exit: Schema.optionalKey(ExitClaim) },
  TunnelAccept: tunnel,
  Substitute: {
    seat: Count32,
    by: Schema.NullOr(Count32),
    exit: Schema.optionalKey(ExitClaim),
    signature: Signature,
  },
  Notice: { at: Seconds, signature: Signature },
})
export type Letter = typeof Letter.Type
export type Tag = Letter["_tag"]

/** A letter that its sender has still to sign. */
export type Unsigned = Letter extends infer L
  ? L extends Letter
    ? Omit<L, "signature">
    : never
  : never

/** Which role may write what: the others are both's (IPSX-PAY-001, IPSX-TUN-003). */
export const writers: Readonly<Partial<Record<Tag, 0 | 1>>> = {
  Voucher: 1,
  TunnelOffer: 0,
  TunnelAccept: 1,
  Notice: 0,
}
