// The order log of a relay (IPSX-MAT-031): every command that its exchange was given, in order, each entry linked to
// the one before by its hash and signed by the relay. Whoever has it can make the same deals out of it.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import { Count } from "../model/Deal.ts"
import * as Id from "../model/Id.ts"
import { Log } from "../model/Log.ts"
import { Order } from "../model/Order.ts"
import { Parameters } from "../model/Parameters.ts"
import * as StandingTerms from "../model/StandingTerms.ts"
import { Seconds } from "../model/Time.ts"
import * as Letter from "../pair-channel/Letter.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as Signed from "../signature/Signed.ts"
import * as Structure from "../signature/Structure.ts"
import * as TypedData from "../signature/TypedData.ts"

/** Where the market of a log is: its signatures count there and nowhere else. */
export const Place = Schema.Struct({ chainId: Count, centralizer: Address, token: Address })
export interface Place extends Schema.Schema.Type<typeof Place> {}

/**
 * Begin is the first entry and the only one of its kind. `balance` is what the chain said of the owner's wallet when
 * the order came (IPSX-WAL-007). A Report is a letter of the pair channel that its writer repeats to the relay. With
 * `standing` short leases run under reservations (IPSX-MAT-046); a Lapse with `short` is that short deal's of one.
 */
export const Command = Schema.TaggedUnion({
  Begin: {
    relay: Address,
    place: Place,
    parameters: Parameters,
    policy: Schema.String,
    standing: Schema.optionalKey(StandingTerms.Policy),
  },
  Place: { order: Order, signature: Letter.Signature, balance: Amount.AmountFromString },
  Cancel: { order: Id.Id, owner: Address, signature: Letter.Signature },
  Report: { id: Id.Id, role: Schema.Literals([0, 1]), seq: Count, letter: Letter.Letter },
  Observe: { log: Log, block: Count },
  Lapse: { id: Id.Id, short: Schema.optionalKey(Count) },
  Advance: {},
})
export type Command = typeof Command.Type

/** `deals` are the channels that the command made, in order, of a short deal its digest; `hash` is over everything else and the hash before. */
export const Entry = Schema.Struct({
  number: Count,
  at: Seconds,
  command: Command,
  deals: Schema.Array(Id.Id),
  hash: Id.Id,
  signature: Letter.Signature,
})
export interface Entry extends Schema.Schema.Type<typeof Entry> {}

/** What is known of an entry before it is hashed. */
export type Draft = Omit<Entry, "hash" | "signature">

const encode = Schema.encodeSync(Command)

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== "object" || value === null) return value
  const entries = Object.entries(value).map(([key, item]) => [key, sorted(item)] as const)
  return Object.fromEntries(entries.sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** The hash of an entry: keccak-256 of the hash before and the entry's JSON, its keys in ascending order. */
export const hash = (curve: Curve, previous: Id.Id, draft: Draft): Id.Id => {
  const { number, at, command, deals } = draft
  const text = JSON.stringify(sorted({ number, at, command: encode(command), deals }))
  const bytes = Hex.concat(Hex.toBytes(previous), new TextEncoder().encode(text))
  return Hex.fromBytes(curve.keccak(bytes)) as string as Id.Id
}

const LogEntry = TypedData.structure("LogEntry", [
  ["number", "uint64"],
  ["hash", "bytes32"],
])

/** The 32 bytes that the relay signs: with the hash it vouches for all entries before it. */
export const digest = (curve: Curve, place: Place, entry: Pick<Entry, "number" | "hash">) =>
  TypedData.digest(curve, Structure.domain(curve, place), LogEntry, entry)

/** Who signs a log, and where it counts: what its first entry says. */
export interface Origin {
  readonly relay: Address
  readonly place: Place
}

/** What the first entry of a log says of the others; undefined for any other entry. */
export const originOf = ({
  command,
}: Entry): Extract<Command, { readonly _tag: "Begin" }> | undefined =>
  command._tag === "Begin" ? command : undefined

/**
 * Whether an entry continues a log: its number, its link and its signature.
 *
 * @example
 * OrderLog.check(curve, origin, previous, entry) // Result.succeed(undefined)
 */
export const check = (
  curve: Curve,
  origin: Origin,
  previous: Pick<Entry, "number" | "hash"> | undefined,
  entry: Entry,
): Result.Result<void, BrokenLog> => {
  const fail = (reason: string) => Result.fail(new BrokenLog({ number: entry.number, reason }))
  const expected = previous === undefined ? 0 : previous.number + 1
  if (entry.number !== expected) return fail(`expected the number ${expected}`)
  if ((entry.number === 0) !== (entry.command._tag === "Begin")) return fail("Begin is not first")
  if (hash(curve, previous?.hash ?? Id.zero, entry) !== entry.hash)
    return fail("its hash is not that of its content after the entry before")
  const signed = digest(curve, origin.place, entry)
  const verified = Signed.verify(curve, signed, entry.signature, origin.relay)
  return Result.isFailure(verified) ? fail(verified.failure.message) : Result.succeed(undefined)
}

/** An order log that is not what its relay signed, or whose deals do not follow from its commands. */
export class BrokenLog extends Schema.TaggedError<BrokenLog>()("BrokenLog", {
  number: Schema.Number,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the order log breaks at entry ${this.number}: ${this.reason}`
  }
}

/** A log without its first entry. */
export const noBegin: BrokenLog = new BrokenLog({
  number: 0,
  reason: "it does not begin with Begin",
})
