// What the text of a mutant is trusted to prove (scripts/stryker): each proof by an example, and by others next to it that
// it must not accept.
import { describe, expect, it } from "vitest"
import * as Nothing from "../../scripts/stryker/Nothing.ts"
import * as Ties from "../../scripts/stryker/Ties.ts"

const file = "src/matching/book/Zone.ts"
const head = 'import * as Mark from "./Mark.ts"\nimport * as Shelf from "./Shelf.ts"\n'

/** Whether a comparison, marked by « », may be said in another way. */
const isTie = (text: string, is: string): boolean => {
  const [before, rest] = text.split("«")
  const [was, after] = rest!.split("»")
  return Ties.isTie(file, { before: head + before!, was: was!, is, after: after! })
}

describe("a comparison that is less strict, or stricter, changes nothing", () => {
  it.each([
    ["if («to > best») best = to\n", "to >= best"],
    ["if («to >= best») best = to\n", "to > best"],
    ["if («to < rows[at]!») rows[at] = to\n", "to <= rows[at]!"],
    ["if («rows[at]! > place») rows[at] = place\n", "rows[at]! >= place"],
    ["if (a && «to < first») first = to\n", "to <= first"],
    ["if («to > best») {\n  best = to\n}\n", "to >= best"],
    [
      "if («Mark.ratingIn(mark) > zones[at]!»)\n  zones[at] = Mark.ratingIn(mark)\n",
      "Mark.ratingIn(mark) >= zones[at]!",
    ],
    ["if (a !== b) return «a < b»\n", "a <= b"],
    ["if (key !== rows[at * 4]) return «key < rows[at * 4]!»\n", "key <= rows[at * 4]!"],
    ["return by === 0 ? isOlder(a, b) : «by < 0»\n", "by <= 0"],
    ["return «had < left» ? had : left\n", "had <= left"],
  ])("in %s", (text, is) => {
    expect(isTie(text, is)).toBe(true)
  })

  it.each([
    ["another is assigned", "if («to > best») best = to + 1\n", "to >= best"],
    ["to another", "if («to > best») last = to\n", "to >= best"],
    ["more is done", "if («to > best») {\n  best = to\n  count++\n}\n", "to >= best"],
    [
      "something else is done otherwise",
      "if («to > best») best = to\n  else left--\n",
      "to >= best",
    ],
    ["or in braces", "if («to > best») {\n  best = to\n} else left--\n", "to >= best"],
    ["the other way round", "if («to > best») best = to\n", "to < best"],
    ["another is compared", "if («to > best») best = to\n", "to >= last"],
    ["it goes round", "while («to > best») best = to\n", "to >= best"],
    ["reading changes it", "if («next() > best») best = next()\n", "next() >= best"],
    ["reading counts", "if («at++ > best») best = at++\n", "at++ >= best"],
    [
      "a function may do anything",
      "if («Shelf.remove(a) > best») best = Shelf.remove(a)\n",
      "Shelf.remove(a) >= best",
    ],
    ["others are different", "if (a !== c) return «a < b»\n", "a <= b"],
    ["they are the same", "if (a === b) return «a < b»\n", "a <= b"],
    ["only part of it is returned", "if (a !== b) return «a < b» || c\n", "a <= b"],
    ["the same is asked of another", "return c === 0 ? isOlder(a, b) : «by < 0»\n", "by <= 0"],
    ["one of two ways", "return c && by === 0 ? isOlder(a, b) : «by < 0»\n", "by <= 0"],
    ["neither is chosen", "return «had < left» ? had : right\n", "had <= left"],
  ])("but where %s", (_, text, is) => {
    expect(isTie(text, is)).toBe(false)
  })
})

describe("a constant that is taken away where it was added changes nothing", () => {
  const source = `${head}const field = { place: 0, first: 1 }\n`
  it.each([
    ["at + field.place", "at - field.place", true],
    ["at + field.first", "at - field.first", false],
    ["at + field.place", "at * field.place", false],
    ["at + field.place", "to - field.place", false],
    ["at + place", "at - place", false],
  ])("%s as %s: %s", (was, is, expected) => {
    expect(Nothing.isNothing(file, source, was, is)).toBe(expected)
  })
})
