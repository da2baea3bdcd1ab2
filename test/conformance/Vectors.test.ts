// The first door to the suite, by which any implementation can come: its own unit tests read the committed files.
import * as fs from "node:fs"
import * as path from "node:path"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import * as Reference from "../../src/conformance/reference/Reference.ts"
import * as Judge from "../../src/conformance/Judge.ts"
import * as Subject from "../../src/conformance/Subject.ts"
import * as Vector from "../../src/conformance/Vector.ts"

const folder = path.resolve(import.meta.dirname, "../../spec/vectors")
const groups = fs.globSync("*/*.json", { cwd: folder }).toSorted()

it.each(groups)("the reference answers %s as it is committed", async (file) => {
  const text = fs.readFileSync(path.join(folder, file), "utf8")
  const vectors = Vector.expand(Schema.decodeUnknownSync(Vector.File)(JSON.parse(text)))
  for (const vector of vectors) {
    const observe = vector.observe ?? "full"
    const opening = { class: vector.class, params: vector.params, observe }
    const answers = await Subject.run(Reference.subject(observe), opening, vector.events)
    expect(Judge.difference(vector, answers), vector.id).toBeUndefined()
  }
})
