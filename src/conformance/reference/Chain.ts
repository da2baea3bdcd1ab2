// The class chain: blocks, and the log that they leave.
import * as Result from "effect/Result"
import type { Address } from "../../model/Address.ts"
import type { Block } from "../../model/Block.ts"
import * as Centralizer from "../../model/Centralizer.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"
import * as Ledger from "./Ledger.ts"

export const open = (json: Json.JsonObject): Session => {
  const params = Ledger.paramsOf(json)
  const ledger = Ledger.begin(params)
  return {
    step: (event) => {
      if (event.type === "wallets")
        return {
          ...Ledger.money(ledger, event.owners as ReadonlyArray<Address>),
          held: Ledger.held(ledger).toString(),
        }
      if (event.type !== "block") throw unknownEvent(event)
      const block = event as unknown as Block
      const logs: Array<Json.Json> = []
      const refused: Array<Json.Json> = []
      for (const [index, one] of (event.transactions as Array<Json.JsonObject>).entries()) {
        const outcome = Centralizer.apply(ledger, Ledger.transactionOf(one, params), block)
        if (Result.isSuccess(outcome))
          logs.push(...outcome.success.map((log) => Json.tagged("event", log)))
        else {
          const { name, values } = Ledger.refusal(outcome.failure) as {
            name: string
            values: Json.Json
          }
          refused.push({ index, error: name, values })
        }
      }
      return { logs, refused }
    },
  }
}
