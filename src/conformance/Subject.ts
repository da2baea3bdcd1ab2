// An implementation under test, as a driver shows it: it opens a fresh state for a case and takes the case's events.
// The reference library, the statechart and the contracts are subjects, and so is every wrong one of the zoo.
import * as Schema from "effect/Schema"
import type { JsonObject } from "./Json.ts"

/** Each class of cases with its version, as a driver claims it. */
export const classes = [
  "codec/1",
  "signature/1",
  "wallet/1",
  "voucher/1",
  "settlement/1",
  "orders/1",
  "matching/1",
  "agreement/1",
  "exchange/1",
  "chain/1",
] as const
export type Class = (typeof classes)[number]

export const roles = ["provider", "requester", "exchange", "contract"] as const
export type Role = (typeof roles)[number]

/** Whether an agreement shows its registers, or the status of the deal alone. */
export const observations = ["full", "external"] as const
export type Observe = (typeof observations)[number]

/** What a case begins with. */
export interface Opening {
  readonly class: Class
  readonly params: JsonObject
  readonly observe: Observe
}

type Awaitable<A> = A | Promise<A>

/** The state of one case. */
export interface Session {
  readonly step: (event: JsonObject) => Awaitable<JsonObject>
}

export interface Subject {
  readonly name: string
  readonly version: string
  readonly classes: ReadonlyArray<Class>
  readonly roles: ReadonlyArray<Role>
  readonly observe: Observe
  /** Opens a fresh state: nothing of an earlier case can be seen in it. */
  readonly open: (opening: Opening) => Awaitable<Session>
}

/**
 * The results of a case's events, each from the state that those before it left.
 *
 * @example
 * await Subject.run(Reference.subject, opening, [{ type: "parseAmount", text: "1.5" }])
 */
export const run = async (
  subject: Subject,
  opening: Opening,
  events: ReadonlyArray<JsonObject>,
): Promise<ReadonlyArray<JsonObject>> => {
  const session = await subject.open(opening)
  const results: Array<JsonObject> = []
  for (const event of events) results.push(await session.step(event))
  return results
}

/** The subject does not know such an event or class: the case is skipped, and has not failed. */
export class Unsupported extends Schema.TaggedError<Unsupported>()("Unsupported", {
  what: Schema.String,
}) {
  override get message(): string {
    return `${this.what} is not known here`
  }
}

/** An event of a type that the class has not got. */
export const unknownEvent = (event: JsonObject): Unsupported =>
  new Unsupported({ what: `an event of type ${JSON.stringify(event.type)}` })
