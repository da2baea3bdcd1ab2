// What the log of a running system consists of, whoever wrote it: the records that the rules look at.
import type { Json, JsonObject } from "../Json.ts"

export type Record =
  | { readonly kind: "parameters"; readonly parameters: JsonObject }
  /** A deal whose channel may be opened: with it penalties and charges can be foreseen. */
  | { readonly kind: "deal"; readonly deal: JsonObject }
  /** Number and time are left out where the log does not tell. */
  | {
      readonly kind: "block"
      readonly number?: number
      readonly timestamp?: number
      readonly logs: ReadonlyArray<JsonObject>
      /** The transactions that were not refused, where they are known: who did what, in order. */
      readonly transactions?: ReadonlyArray<JsonObject>
    }
  | {
      readonly kind: "wallets"
      readonly wallets: ReadonlyArray<JsonObject>
      readonly fees?: string
      readonly supply?: string
      readonly held?: string
    }
  | {
      readonly kind: "moved"
      readonly id: string
      readonly provider: string
      readonly requester: string
      readonly deal: string
    }

/** A rule that a record breaks. */
export interface Broken {
  readonly requirement: string
  /** What is wrong, in a few words. */
  readonly subject: string
  readonly expected: Json
  readonly actual: Json
}

/** A finding, in the order that expected and actual have everywhere. */
export const broken = (
  requirement: string,
  subject: string,
  expected: unknown,
  actual: unknown,
): Broken => ({
  requirement,
  subject,
  expected: shown(expected),
  actual: shown(actual),
})

const shown = (value: unknown): Json =>
  typeof value === "bigint" ? value.toString() : ((value ?? null) as Json)
