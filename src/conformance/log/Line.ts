// The lines of `ipsx.log/1`, the log of a running system that `ipsx conform --trace` judges: what
// spec/schemas/log.schema.json describes. A line that has the key of a kind is held to it; lines of other kinds are ignored,
// so that a system may keep its own in the same file.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Address } from "../../model/Address.ts"
import { AmountFromString } from "../../model/Amount.ts"
import { Count, Deal } from "../../model/Deal.ts"
import { Id } from "../../model/Id.ts"
import { Log } from "../../model/Log.ts"
import { Parameters } from "../../model/Parameters.ts"
import { DealStatus, ProviderStatus, RequesterStatus } from "../../model/Status.ts"
import { Seconds } from "../../model/Time.ts"
import { Wallet } from "../../model/Wallet.ts"
import type { JsonObject } from "../Json.ts"
import type { Record } from "./Record.ts"

// On the wire a log is named by `event`, as in a driver's answers; its fields are the contract's.
const events = Object.values(Log.cases).map(({ fields: { _tag, ...fields } }) =>
  Schema.Struct({ event: _tag, ...fields }),
)

/** The first line. */
const Head = Schema.Struct({
  schema: Schema.Literal("ipsx.log/1"),
  parameters: Schema.optionalKey(Parameters),
})

/** A deal whose channel may be opened: lets penalties and windows be checked. */
const Known = Schema.Struct({ deal: Deal })

const Block = Schema.Struct({
  block: Count,
  timestamp: Schema.optionalKey(Seconds),
  logs: Schema.optionalKey(Schema.Array(Schema.Union(events))),
  /** Which transactions were not refused, in their order, where that is known. */
  transactions: Schema.optionalKey(
    Schema.Array(Schema.Struct({ type: Schema.String, sender: Address })),
  ),
})

/** What is read back after the last block; before the first one, what the books begin with. */
const Wallets = Schema.Struct({
  wallets: Schema.Array(Wallet),
  fees: Schema.optionalKey(AmountFromString),
  supply: Schema.optionalKey(AmountFromString),
  held: Schema.optionalKey(AmountFromString),
})

/** The registers of a deal as one side has them. */
const Moved = Schema.Struct({
  moved: Id,
  provider: ProviderStatus,
  requester: RequesterStatus,
  deal: DealStatus,
})

/** Any line: what `log.schema.json` describes. */
export const Line = Schema.Union([Head, Known, Block, Wallets, Moved])

type Kind = "schema" | "moved" | "block" | "wallets" | "deal"
type Decode = (value: JsonObject) => Result.Result<unknown, Schema.SchemaError>

const kinds: Readonly<{ [K in Kind]: Decode }> = {
  schema: Schema.decodeUnknownResult(Head),
  moved: Schema.decodeUnknownResult(Moved),
  block: Schema.decodeUnknownResult(Block),
  wallets: Schema.decodeUnknownResult(Wallets),
  deal: Schema.decodeUnknownResult(Known),
}

const kindOf = (value: JsonObject): Kind | undefined =>
  (Object.keys(kinds) as ReadonlyArray<Kind>).find((key) => value[key] !== undefined)

/**
 * The record of a line; undefined for a line that the rules do not look at.
 *
 * @example
 * Line.record({ moved: id, provider: "Ready", requester: "Active", deal: "Active" })
 * @throws with the place of what a line of a known kind has wrong.
 */
export const record = (value: JsonObject): Record | undefined => {
  const kind = kindOf(value)
  if (kind === undefined) return undefined
  const read = kinds[kind](value)
  if (Result.isFailure(read)) throw new Error(String(read.failure).replaceAll(/\s*\n\s*/g, " "))
  const { moved, block, ...rest } = value
  switch (kind) {
    case "schema":
      return value.parameters === undefined
        ? undefined
        : { kind: "parameters", parameters: value.parameters as JsonObject }
    case "deal":
      return { kind: "deal", deal: value.deal as JsonObject }
    case "block":
      return { kind: "block", number: block, logs: [], ...rest } as unknown as Record
    case "wallets":
      return { kind: "wallets", ...value } as unknown as Record
    case "moved":
      return { kind: "moved", id: moved, ...rest } as unknown as Record
  }
}
