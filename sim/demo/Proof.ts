// What a lease leaves behind, checked by somebody who took no part in it: the receipt that both signed, that the chain
// knows it, what was paid, and that the relay's deals follow from its orders.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Follower from "../../src/chain/Follower.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Journal from "../../src/live/Journal.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Fee from "../../src/model/Fee.ts"
import type { Id } from "../../src/model/Id.ts"
import type { Receipt } from "../../src/model/Receipt.ts"
import * as Client from "../../src/relay/Client.ts"
import * as Market from "../../src/relay/Market.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import * as Town from "./Town.ts"

export interface Proof {
  /** Base units that the channel paid, the whole commission on it, and the part that the opening cost. */
  readonly paid: bigint
  readonly commission: bigint
  readonly minCommission: bigint
  readonly sentences: ReadonlyArray<string>
}

/** The receipt in the letters that one side has heard of the other, with its signature. */
const receiptIn = (
  town: Town.Town,
  side: "provider" | "requester",
  id: Id,
): Effect.Effect<{ receipt: Receipt; signature: string }, Journal.JournalUnusable | NoProof> =>
  Effect.flatMap(Journal.read(join(town.directory, side, "journal")), (entries) => {
    for (const entry of entries)
      if (entry._tag === "Heard" && entry.id === id && entry.letter._tag === "Receipt")
        return Effect.succeed(entry.letter)
    return Effect.fail(new NoProof({ problem: `the ${side} has no receipt of its partner` }))
  })

const settledOn = (town: Town.Town, id: Id) =>
  Effect.acquireUseRelease(
    Effect.sync(() => Rpc.make(town.chain)),
    (rpc) =>
      Effect.tryPromise({
        try: async () => {
          const { centralizer } = town.place
          const nothing = async () => {}
          const options = {
            rpc,
            centralizer,
            after: 0,
            finality: 0,
            pollMs: 0,
            take: nothing,
            trouble: () => {},
          }
          const blocks = await Follower.next(options, 0)
          return blocks
            .flatMap(({ logs }) => logs)
            .find((log) => log._tag === "DealSettled" && log.id === id)
        },
        catch: (cause) => cause as Error,
      }),
    (rpc) => Effect.sync(rpc.close),
  )

const time = (second: number): string => new Date(second * 1000).toISOString().slice(11, 19)

/** Collects and checks it all; fails with what is missing or false. */
export const collect = (
  town: Town.Town,
  id: Id,
): Effect.Effect<Proof, { readonly message: string }> =>
  Effect.gen(function* () {
    const curve = NativeCurve.fastest()
    const separator = Structure.domain(curve, town.place)
    const ofRequester = yield* receiptIn(town, "provider", id)
    const ofProvider = yield* receiptIn(town, "requester", id)
    const { receipt } = ofRequester
    const digest = TypedData.digest(curve, separator, Structure.Receipt, receipt)
    yield* Effect.fromResult(Signed.verify(curve, digest, ofProvider.signature, receipt.provider))
    yield* Effect.fromResult(Signed.verify(curve, digest, ofRequester.signature, receipt.requester))
    const settled = yield* settledOn(town, id)
    if (settled?._tag !== "DealSettled" || settled.receipt !== Hex.fromBytes(digest))
      return yield* new NoProof({ problem: "the chain settled without this receipt" })
    const entries = yield* Client.log(town.url)
    const replayed = Market.replay(curve, entries)
    if (Result.isFailure(replayed)) return yield* replayed.failure
    const paid = settled.cumulative
    const { parameters } = Town
    const commission = Fee.commission(paid, parameters)
    const { minCommission } = parameters
    return {
      paid,
      commission,
      minCommission,
      sentences: [
        `Paid ${Amount.format(paid)} tokens in vouchers, of which ${Amount.format(commission)} commission; ${Amount.format(settled.penaltyProvider + settled.penaltyRequester)} penalties.`,
        `Lease receipt: seat ${receipt.seat} of ${receipt.provider} was ${receipt.requester}'s from ${time(receipt.from)} to ${time(receipt.to)} UTC.`,
        `  signed by both, and committed to by the settlement on the chain: ${Hex.fromBytes(digest).slice(0, 18)}…`,
        `Order log: ${entries.length} entries signed by the relay, replayed to the same ${entries.reduce((sum, e) => sum + e.deals.length, 0)} deal.`,
      ],
    }
  })

export class NoProof extends Schema.TaggedError<NoProof>()("NoProof", { problem: Schema.String }) {
  override get message(): string {
    return `the demonstration failed: ${this.problem}`
  }
}
