import { describe, expect, it } from "vitest"
import * as Requirements from "../../scripts/requirements.ts"
import * as Chapter from "../../scripts/requirements/Chapter.ts"
import * as Citation from "../../scripts/requirements/Citation.ts"
import * as Edition from "../../scripts/requirements/Edition.ts"
import * as Register from "../../scripts/requirements/Register.ts"

// Made-up identifiers are put together here, so that the checker does not find them in this file.
const id = (n: number): string => `IPSX-${"ZZZ"}-${String(n).padStart(3, "0")}`

const paper = 'A provider lends an address. "It pays," says the paper.'
const decided = "## GAP-07 What is decided\n"
const good = `**[${id(1)}]** A provider MUST lend. (WP: "A provider lends an address.")\n`

const problemsOf = (
  markdown: string,
  files: Readonly<Record<string, string>> = { "test/a.test.ts": `${id(1)}..002` },
) =>
  Register.problems({
    chapters: [Chapter.read("zoo.md", `${decided}\n${markdown}`)],
    citations: Citation.inFiles(new Map(Object.entries(files))),
    paper,
  })

const onlyFirst = { "test/a.test.ts": `it("${id(1)} lends")` }

describe("a chapter", () => {
  it("gives its requirements with level, source and hash", () => {
    const [first] = Chapter.read("zoo.md", good).requirements
    expect(first).toMatchObject({
      id: id(1),
      level: "MUST",
      text: "A provider MUST lend.",
      source: { paper: ["A provider lends an address."], gaps: [] },
      chapter: "zoo.md",
      later: false,
      keywords: 1,
    })
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/)
  })

  it("may put them into lists, tables and several lines, and leaves fenced code alone", () => {
    const markdown = [
      `- **[${id(1)}]** One MUST NOT`,
      "  lie. (GAP-07)",
      `- **[${id(2)}]** One SHOULD hurry. (GAP-07) (implemented: later)`,
      "",
      `| **[${id(3)}]** One MAY rest. (GAP-07) | why |`,
      "```",
      `**[${id(4)}]** no requirement`,
      "```",
    ].join("\n")
    const read = Chapter.read("zoo.md", markdown).requirements
    expect(read.map(({ level }) => level)).toEqual(["MUST NOT", "SHOULD", "MAY"])
    expect(read.map(({ later }) => later)).toEqual([false, true, false])
    expect(read[0]?.text).toBe("One MUST NOT lie.")
  })

  it("gives its gap decisions, as headings or as bold words", () => {
    const gaps = Chapter.read("zoo.md", `${decided}\n- **GAP-08** Nothing follows. Why not.\n`).gaps
    expect(gaps.map(({ id: gap, title }) => [gap, title])).toEqual([
      ["GAP-07", "What is decided"],
      ["GAP-08", "Nothing follows."],
    ])
  })
})

describe("the checker", () => {
  it("is content with a sourced, tested requirement", () => {
    expect(problemsOf(good, onlyFirst)).toEqual([])
  })

  it.each([
    ["an identifier defined twice", good + good.replace("lend", "give"), /is defined twice/],
    ["two keywords", good + `**[${id(2)}]** One MUST and SHOULD. (GAP-07)\n`, /has 2 keywords/],
    ["no keyword", good + `**[${id(2)}]** One must. (GAP-07)\n`, /has 0 keywords/],
    ["no source", good + `**[${id(2)}]** One MUST.\n`, /has no source/],
    [
      "an undecided gap",
      good + `**[${id(2)}]** One MUST. (GAP-99)\n`,
      /GAP-99 is not written down/,
    ],
    ["a gap decided twice", `${good}\n${decided}`, /is decided twice/],
    [
      "a quote that the paper does not have",
      good + `**[${id(2)}]** One MUST. (WP: "A provider sells.")\n`,
      /does not have its quote "A provider sells\."/,
    ],
  ])("finds %s", (_, markdown, expected) => {
    const files = {
      "test/a.test.ts": `${id(1)}..${String(markdown.includes(id(2)) ? 2 : 1).padStart(3, "0")}`,
    }
    const found = problemsOf(markdown, files)
    expect(found).toHaveLength(1)
    expect(found[0]).toMatch(expected)
  })

  it("finds an identifier that no chapter defines, wherever it is cited", () => {
    for (const file of ["src/a.ts", "sim/a.ts", "test/b.ts", "contracts/src/A.sol"])
      expect(problemsOf(good, { ...onlyFirst, [file]: id(9) })).toEqual([
        `${id(9)}: cited in ${file}, but no chapter defines it`,
      ])
  })

  it("finds a MUST that no test cites, and accepts a contract's test, a later part or a SHOULD", () => {
    const second = (text: string) => `${good}**[${id(2)}]** ${text} (GAP-07)\n`
    const untested = [`${id(2)} (spec/zoo.md): no test, vector or model cites it`]
    expect(problemsOf(second("One MUST."), onlyFirst)).toEqual(untested)
    for (const file of ["src/a.ts", "test/fixture.ts", "contracts/test/Handler.sol"])
      expect(problemsOf(second("One MUST NOT."), { ...onlyFirst, [file]: id(2) })).toEqual(untested)
    expect(
      problemsOf(second("One MUST."), { ...onlyFirst, "contracts/test/A.t.sol": id(2) }),
    ).toEqual([])
    for (const file of ["spec/vectors/wallet/reserve.json", "spec/formal/wallet.smt2"])
      expect(problemsOf(second("One MUST."), { ...onlyFirst, [file]: id(2) })).toEqual([])
    expect(problemsOf(second("One MUST. (implemented: later)"), onlyFirst)).toEqual([])
    expect(problemsOf(second("One SHOULD."), onlyFirst)).toEqual([])
  })
})

describe("what was published", () => {
  const textAfter = (markdown: string) => Chapter.read("zoo.md", markdown).requirements
  const published = Edition.add(
    { schema: "ipsx.editions/1", editions: [] },
    "0.1.0",
    textAfter(good),
  )
  const news = "# Changelog\n\n## Unreleased\n\nsomething\n\n## 0.1.0\n\nold\n"
  const changed = good.replace("lend", "lease")

  it("stays as it was, and more may come", () => {
    const more = `${good}**[${id(2)}]** One SHOULD. (GAP-07)\n`
    expect(Edition.problems(published, textAfter(more), news)).toEqual([])
  })

  it("may not go, but be retired", () => {
    expect(Edition.problems(published, [], news)).toEqual([
      `${id(1)}: was in edition 0.1.0 and is gone; retire it instead`,
    ])
    const told = news.replace("something", `${id(1)} is retired`)
    const retired = `**[${id(1)}]** Retired, because nobody lends.\n`
    expect(Edition.problems(published, textAfter(retired), told)).toEqual([])
    expect(problemsOf(retired, {})).toEqual([])
    expect(problemsOf(retired, { "src/a.ts": id(1) })).toEqual([
      `${id(1)}: cited in src/a.ts, but it is retired`,
    ])
  })

  it("may not change without a word about it since", () => {
    const silent = [
      `${id(1)}: its text is not that of edition 0.1.0; CHANGELOG.md must name it above 0.1.0`,
    ]
    expect(Edition.problems(published, textAfter(changed), news)).toEqual(silent)
    const long = news.replace("old", id(1))
    expect(Edition.problems(published, textAfter(changed), long)).toEqual(silent)
    const told = news.replace("something", `${id(1)} says lease`)
    expect(Edition.problems(published, textAfter(changed), told)).toEqual([])
  })

  it("may not move to another identifier", () => {
    const moved = textAfter(good.replace(id(1), id(2)))
    expect(Edition.problems(published, moved, news)).toContain(
      `${id(2)}: has the text of ${id(1)}; identifiers are never renumbered`,
    )
  })
})

describe("the specification of this repository", () => {
  it("has no duplicate, no untraced MUST, no unknown identifier and no stale generated file", () => {
    expect(Requirements.check()).toEqual([])
  })
})
