// The lines between the runner and a driver, as spec/driver/PROTOCOL.md has them. Every line that comes in goes
// through these schemas; fields that they do not name are ignored, which lets the protocol grow.
import * as Schema from "effect/Schema"
import { observations, roles } from "./Subject.ts"

/** The version of the protocol that this runner and these drivers speak. */
export const protocol = 1

/** What a runner and a driver grant each other. Bytes, milliseconds, counts. */
export const limits = {
  lineBytes: 1_048_576,
  startMs: 30_000,
  answerMs: 5_000,
  endMs: 2_000,
  underWay: 16,
  restarts: 3,
  errorBytes: 4_096,
} as const

const Seq = Schema.Union([Schema.Int, Schema.String])
const JsonObject = Schema.Record(Schema.String, Schema.Unknown)

const opening = {
  seq: Seq,
  case: Schema.String,
  class: Schema.String,
  params: JsonObject,
  observe: Schema.optionalKey(Schema.Literals(observations)),
}

/** From the runner to the driver. */
export const Command = Schema.Union([
  Schema.Struct({
    cmd: Schema.Literal("start"),
    seq: Seq,
    protocol: Schema.Int,
    suite: Schema.String,
  }),
  Schema.Struct({
    cmd: Schema.Literal("run"),
    ...opening,
    events: Schema.Array(JsonObject),
  }),
  Schema.Struct({ cmd: Schema.Literal("reset"), ...opening }),
  Schema.Struct({ cmd: Schema.Literal("step"), seq: Seq, event: JsonObject }),
  Schema.Struct({ cmd: Schema.Literal("stop"), seq: Seq }),
])
export type Command = typeof Command.Type

/** The first answer: who the driver is and what it claims. */
export const Started = Schema.Struct({
  seq: Seq,
  protocol: Schema.Int,
  implementation: Schema.Struct({
    name: Schema.String,
    version: Schema.String,
    language: Schema.String,
    homepage: Schema.optionalKey(Schema.String),
  }),
  classes: Schema.Array(Schema.String),
  roles: Schema.optionalKey(Schema.Array(Schema.Literals(roles))),
  observe: Schema.optionalKey(Schema.Literals(observations)),
  step: Schema.optionalKey(Schema.Boolean),
})
export interface Started extends Schema.Schema.Type<typeof Started> {}

/** From the driver to the runner, for every other command. */
export const Answer = Schema.Union([
  Schema.Struct({ seq: Seq, results: Schema.Array(JsonObject) }),
  Schema.Struct({ seq: Seq, result: JsonObject }),
  Schema.Struct({
    seq: Seq,
    skipped: Schema.Literal(true),
    message: Schema.String,
    issue: Schema.optionalKey(Schema.String),
  }),
  Schema.Struct({ seq: Seq, errored: Schema.Literal(true), message: Schema.String }),
  Schema.Struct({ seq: Seq }),
])
export type Answer = typeof Answer.Type

/** Any line of the protocol, in either direction: what `driver.schema.json` describes. */
export const Line = Schema.Union([...Command.members, Started, ...Answer.members])
