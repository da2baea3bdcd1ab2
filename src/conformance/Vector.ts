// The files of the suite: groups of cases with what each of them decides and why, and the manifest that pins their
// bytes. Long groups share events and results through lists; `expand` takes the sharing out.
import * as Schema from "effect/Schema"
import type { Json, JsonObject } from "./Json.ts"
import { classes, observations, roles } from "./Subject.ts"

const JsonObject = Schema.Record(Schema.String, Schema.Unknown)
const Place = Schema.Int.pipe(Schema.check(Schema.isBetween({ minimum: 0, maximum: 2 ** 31 })))
const Requirements = Schema.Array(
  Schema.String.pipe(Schema.check(Schema.isPattern(/^IPSX-[A-Z]{3}-\d{3}$/))),
)
const CaseId = Schema.String.pipe(Schema.check(Schema.isPattern(/^[a-z]+(\/[A-Za-z0-9._-]+)+$/)))

/** `null` in `expected`: the result of that event is not judged. A number stands for an entry of the file's list. */
const FileCase = Schema.Struct({
  id: CaseId,
  why: Schema.optionalKey(Schema.String),
  requirements: Schema.optionalKey(Requirements),
  params: Schema.optionalKey(JsonObject),
  judge: Schema.optionalKey(Schema.Literals(["equal", "rules"])),
  events: Schema.Array(Schema.Union([Place, JsonObject])),
  expected: Schema.Array(Schema.Union([Place, JsonObject, Schema.Null])),
})

/** One file: `spec/vectors/<class>/<group>.json`. */
export const File = Schema.Struct({
  schema: Schema.Literal("ipsx.vectors/1"),
  class: Schema.Literals(classes),
  group: CaseId,
  about: Schema.String,
  why: Schema.String,
  roles: Schema.Array(Schema.Literals(roles)),
  requirements: Requirements,
  params: JsonObject,
  observe: Schema.optionalKey(Schema.Literals(observations)),
  events: Schema.optionalKey(Schema.Array(JsonObject)),
  results: Schema.optionalKey(Schema.Array(JsonObject)),
  cases: Schema.Array(FileCase),
})
export interface File extends Schema.Schema.Type<typeof File> {}

/** Every file with the number of its cases and the SHA-256 of its bytes. */
export const Manifest = Schema.Struct({
  schema: Schema.Literal("ipsx.vectors-manifest/1"),
  suite: Schema.String.pipe(Schema.check(Schema.isPattern(/^\d+\.\d+\.\d+$/))),
  protocol: Schema.Int,
  cases: Schema.Int,
  files: Schema.Array(
    Schema.Struct({
      file: Schema.String,
      class: Schema.Literals(classes),
      cases: Schema.Int,
      sha256: Schema.String.pipe(Schema.check(Schema.isPattern(/^[0-9a-f]{64}$/))),
    }),
  ),
})
export interface Manifest extends Schema.Schema.Type<typeof Manifest> {}

/** A case with everything that it has from its group. */
export interface Vector {
  readonly id: string
  readonly class: (typeof classes)[number]
  readonly group: string
  readonly why: string
  readonly roles: ReadonlyArray<(typeof roles)[number]>
  readonly requirements: ReadonlyArray<string>
  readonly params: JsonObject
  readonly observe: (typeof observations)[number] | undefined
  readonly judge: "equal" | "rules"
  readonly events: ReadonlyArray<JsonObject>
  readonly expected: ReadonlyArray<JsonObject | null>
}

/**
 * The cases of a file, each whole.
 *
 * @example
 * Vector.expand(file)[0].events // without numbers that stand for others
 */
export const expand = (file: File): ReadonlyArray<Vector> => {
  const event = (entry: unknown) =>
    (typeof entry === "number" ? file.events?.[entry] : entry) as JsonObject
  const result = (entry: unknown) =>
    (typeof entry === "number" ? file.results?.[entry] : entry) as JsonObject | null
  return file.cases.map((one) => ({
    id: one.id,
    class: file.class,
    group: file.group,
    why: one.why ?? file.why,
    roles: file.roles,
    requirements: one.requirements ?? file.requirements,
    params: { ...(file.params as JsonObject), ...(one.params as JsonObject | undefined) },
    observe: file.observe,
    judge: one.judge ?? "equal",
    events: one.events.map(event),
    expected: one.expected.map(result),
  }))
}

/** A group before its answers are known: what an author writes and the generator fills in. */
export interface Group {
  readonly class: (typeof classes)[number]
  readonly group: string
  readonly about: string
  readonly why: string
  readonly roles: ReadonlyArray<(typeof roles)[number]>
  readonly requirements: ReadonlyArray<string>
  readonly params?: JsonObject
  readonly observe?: (typeof observations)[number]
  /** Whether events and results stand in lists of the file, for groups that repeat them much. */
  readonly shared?: boolean
  readonly cases: ReadonlyArray<Question>
}

export interface Question {
  /** The part of the id after the group's. */
  readonly name: string
  readonly why?: string
  readonly requirements?: ReadonlyArray<string>
  readonly params?: JsonObject
  readonly judge?: "equal" | "rules"
  readonly events: ReadonlyArray<JsonObject>
  /** Events whose results are judged; all when left out. */
  readonly judged?: ReadonlyArray<number>
}

const listed = () => {
  const places = new Map<string, number>()
  const items: Array<JsonObject> = []
  const place = (item: JsonObject): number => {
    const text = JSON.stringify(item)
    const known = places.get(text)
    if (known !== undefined) return known
    places.set(text, items.length)
    return items.push(item) - 1
  }
  return { items, place }
}

/** The file of a group, with the answers that somebody gave for each of its cases. */
export const fileOf = (group: Group, answers: ReadonlyArray<ReadonlyArray<JsonObject>>): File => {
  const events = listed()
  const results = listed()
  const shared = group.shared === true
  const cases = group.cases.map((one, at) => {
    const judged = (place: number) => one.judged === undefined || one.judged.includes(place)
    const given = answers[at]!.map((answer, place): Json =>
      one.judge === "rules" || !judged(place) ? null : shared ? results.place(answer) : answer,
    )
    return {
      id: `${group.group}/${one.name}`,
      ...(one.why === undefined ? {} : { why: one.why }),
      ...(one.requirements === undefined ? {} : { requirements: one.requirements }),
      ...(one.params === undefined ? {} : { params: one.params }),
      ...(one.judge === undefined ? {} : { judge: one.judge }),
      events: shared ? one.events.map(events.place) : one.events,
      expected: given as File["cases"][number]["expected"],
    }
  })
  const { about, why, roles, requirements, params = {}, observe } = group
  return {
    schema: "ipsx.vectors/1",
    class: group.class,
    group: group.group,
    about,
    why,
    roles,
    requirements,
    params,
    ...(observe === undefined ? {} : { observe }),
    ...(shared ? { events: events.items, results: results.items } : {}),
    cases,
  }
}

/** The text of a file: one line a case, so that a reviewer sees what has changed. */
export const text = (file: File): string => {
  const { cases, events, results, ...head } = file
  const lines = (name: string, items: ReadonlyArray<unknown>): string =>
    `  ${JSON.stringify(name)}: [\n${items.map((item) => `    ${JSON.stringify(item)}`).join(",\n")}\n  ]`
  const fields = Object.entries(head).map(
    ([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`,
  )
  const lists = [
    ...(events === undefined ? [] : [lines("events", events)]),
    ...(results === undefined ? [] : [lines("results", results)]),
    lines("cases", cases),
  ]
  return `{\n${[...fields, ...lists].join(",\n")}\n}\n`
}
