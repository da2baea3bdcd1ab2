// A wrong implementation that the conformance suite has to see: the reference with one thing changed, as a driver's
// subject. `red` are the requirements that have to go red; nothing else may.
import * as Result from "effect/Result"
import type { JsonObject } from "../../../src/conformance/Json.ts"
import * as LedgerSubject from "../../../src/conformance/reference/Ledger.ts"
import * as Reference from "../../../src/conformance/reference/Reference.ts"
import type { Class, Opening, Session } from "../../../src/conformance/Subject.ts"
import type { Block } from "../../../src/model/Block.ts"
import * as Centralizer from "../../../src/model/Centralizer.ts"
import type { Id } from "../../../src/model/Id.ts"
import type { Ledger } from "../../../src/model/Ledger.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"

export interface Mutant {
  readonly name: string
  readonly sentence: string
  readonly class: Class
  readonly red: ReadonlyArray<string>
  readonly open: (opening: Opening) => Session
}

type Head = Omit<Mutant, "open">

const right = (opening: Opening): Session => Reference.open(opening)
const stepOf = (session: Session, event: JsonObject): JsonObject =>
  session.step(event) as JsonObject

/** Answers something else to events of some types; `again` asks the reference another question. */
export const answering = (
  head: Head,
  change: (
    event: JsonObject,
    answer: JsonObject,
    again: (event: JsonObject) => JsonObject,
  ) => JsonObject | undefined,
): Mutant => ({
  ...head,
  open: (opening) => {
    const session = right(opening)
    const again = (event: JsonObject) => stepOf(session, event)
    return {
      step: (event) => {
        const answer = stepOf(session, event)
        return change(event, answer, again) ?? answer
      },
    }
  },
})

/** Understands events as other ones: a field is ignored, a bound is another one. Undefined leaves an event as it is. */
export const hearing = (
  head: Head,
  change: (event: JsonObject, past: ReadonlyArray<JsonObject>) => JsonObject | undefined,
): Mutant => ({
  ...head,
  open: (opening) => {
    const session = right(opening)
    const past: Array<JsonObject> = []
    return {
      step: (event) => {
        const heard = change(event, past) ?? event
        past.push(event)
        return stepOf(session, heard)
      },
    }
  },
})

/** Begins with other parameters. */
export const beginning = (head: Head, change: (params: JsonObject) => JsonObject): Mutant => ({
  ...head,
  open: (opening) => right({ ...opening, params: change(opening.params) }),
})

export interface Given {
  readonly ledger: Ledger
  readonly transaction: Transaction
  readonly block: Block
}

/**
 * A ledger that does something else with transactions: `step` gets the right function and calls it as it likes. Groups that
 * are no ledgers are answered rightly.
 */
export const tampering = (
  head: Head,
  step: (given: Given, apply: (given: Given) => Centralizer.Outcome) => Centralizer.Outcome,
): Mutant => ({
  ...head,
  open: (opening) => {
    if (opening.params.genesis === undefined) return right(opening)
    const params = LedgerSubject.paramsOf(opening.params)
    const ledger = LedgerSubject.begin(params)
    const apply = ({ ledger, transaction, block }: Given) =>
      Centralizer.apply(ledger, transaction, block)
    const one = (event: JsonObject, block: Block): Centralizer.Outcome =>
      step({ ledger, transaction: LedgerSubject.transactionOf(event, params), block }, apply)
    return {
      step: (event) => {
        if (opening.class === "chain/1") return chained(event, one, () => money(ledger, event))
        return {
          ...LedgerSubject.outcome(one(event, event.block as unknown as Block)),
          ...LedgerSubject.money(ledger, params.watch),
          channel: LedgerSubject.channel(ledger, event.id as Id | undefined),
        }
      },
    }
  },
})

const money = (ledger: Ledger, event: JsonObject): JsonObject => ({
  ...LedgerSubject.money(ledger, event.owners as never),
  held: LedgerSubject.held(ledger).toString(),
})

const chained = (
  event: JsonObject,
  one: (event: JsonObject, block: Block) => Centralizer.Outcome,
  read: () => JsonObject,
): JsonObject => {
  if (event.type === "wallets") return read()
  const outcomes = (event.transactions as ReadonlyArray<JsonObject>).map((transaction) =>
    one(transaction, event as unknown as Block),
  )
  return {
    logs: outcomes.flatMap((outcome) =>
      Result.isSuccess(outcome)
        ? (LedgerSubject.outcome(outcome).logs as ReadonlyArray<JsonObject>)
        : [],
    ),
    refused: outcomes.flatMap((outcome, index) => (Result.isFailure(outcome) ? [{ index }] : [])),
  }
}
