// What was published before: the texts of the last edition, by their hashes. An identifier is for ever, so whatever
// an edition had must still be there, as it was, or changed with a word about it, or retired.
import * as Schema from "effect/Schema"
import type * as Chapter from "./Chapter.ts"

/** `spec/editions.json`: each edition's identifiers with the hashes of their texts, the oldest first. */
export const Editions = Schema.Struct({
  schema: Schema.Literal("ipsx.editions/1"),
  editions: Schema.Array(
    Schema.Struct({
      version: Schema.String,
      requirements: Schema.Record(Schema.String, Schema.String),
    }),
  ),
})
export interface Editions extends Schema.Schema.Type<typeof Editions> {}

/** The part of a changelog that is about what comes after an edition: everything above that edition's heading. */
const newsSince = (changelog: string, version: string): string => {
  const heading = changelog.indexOf(`\n## ${version}`)
  return heading < 0 ? changelog : changelog.slice(0, heading)
}

/**
 * What is wrong with the chapters beside what was published: an identifier that is gone, one that moved to
 * another text, one whose text changed without a line in the changelog.
 */
export const problems = (
  { editions }: Editions,
  requirements: ReadonlyArray<Chapter.Requirement>,
  changelog: string,
): ReadonlyArray<string> => {
  const now = new Map(requirements.map((requirement) => [requirement.id, requirement]))
  const found: Array<string> = []
  const published = new Map<string, { readonly hash: string; readonly version: string }>()
  for (const { version, requirements: hashes } of editions)
    for (const [id, hash] of Object.entries(hashes)) published.set(id, { hash, version })
  const idOf = new Map([...published].map(([id, { hash }]) => [hash, id]))
  for (const [id, { hash, version }] of published) {
    const requirement = now.get(id)
    const last = editions.at(-1)!.version
    if (requirement === undefined)
      found.push(`${id}: was in edition ${version} and is gone; retire it instead`)
    else if (requirement.sha256 !== hash && !newsSince(changelog, last).includes(id))
      found.push(
        `${id}: its text is not that of edition ${version}; CHANGELOG.md must name it above ${last}`,
      )
  }
  for (const { id, sha256 } of requirements) {
    const before = idOf.get(sha256)
    if (before !== undefined && before !== id && now.get(before)?.sha256 !== sha256)
      found.push(`${id}: has the text of ${before}; identifiers are never renumbered`)
  }
  return found
}

/** The editions with one more, of the requirements as they are now. */
export const add = (
  { editions, schema }: Editions,
  version: string,
  requirements: ReadonlyArray<Chapter.Requirement>,
): Editions => ({
  schema,
  editions: [
    ...editions.filter((edition) => edition.version !== version),
    {
      version,
      requirements: Object.fromEntries(requirements.map(({ id, sha256 }) => [id, sha256])),
    },
  ],
})
