// The register of all requirements: what is wrong with it, and its two generated forms.
import * as Chapter from "./Chapter.ts"
import * as Citation from "./Citation.ts"

export interface Register {
  readonly chapters: ReadonlyArray<Chapter.Chapter>
  readonly citations: ReadonlyArray<Citation.Citation>
  /** The paper's statements as the repository quotes them; every quoted source must be among them. */
  readonly paper: string
}

/** All requirements, in the order of their identifiers. */
export const requirementsOf = (register: Register): ReadonlyArray<Chapter.Requirement> =>
  register.chapters
    .flatMap((chapter) => chapter.requirements)
    .sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

const gapsOf = (register: Register): ReadonlyArray<Chapter.Gap> =>
  register.chapters
    .flatMap((chapter) => chapter.gaps)
    .sort((a, b) => Number(a.id.slice(4)) - Number(b.id.slice(4)))

const repeated = (ids: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...new Set(ids.filter((id, index) => ids.indexOf(id) !== index)),
]

// Requirements with the keyword MUST or MUST NOT that no test, vector or model cites and that do not come later.
const untested = (register: Register): ReadonlyArray<Chapter.Requirement> => {
  const tested = new Set(
    register.citations.filter(({ kind }) => Citation.decisive.has(kind)).map(({ id }) => id),
  )
  return requirementsOf(register).filter(
    ({ id, level, later }) => level.startsWith("MUST") && !later && !tested.has(id),
  )
}

const formProblems = (
  requirement: Chapter.Requirement,
  gaps: ReadonlySet<string>,
  paper: string,
): ReadonlyArray<string> => {
  const { id, chapter, keywords, source, retired } = requirement
  const where = `${id} (spec/${chapter})`
  if (retired) return keywords === 0 ? [] : [`${where}: is retired and still has a keyword`]
  return [
    ...(keywords === 1 ? [] : [`${where}: has ${keywords} keywords, expected exactly one`]),
    ...(source.paper.length + source.gaps.length > 0
      ? []
      : [`${where}: has no source, expected (WP: "…") or (GAP-nn)`]),
    ...source.gaps
      .filter((gap) => !gaps.has(gap))
      .map((gap) => `${where}: its source ${gap} is not written down`),
    ...source.paper
      .filter((quote) => !paper.includes(Chapter.plain(quote)))
      .map((quote) => `${where}: spec/whitepaper.md does not have its quote "${quote}"`),
  ]
}

/** Everything that is wrong with the register, one sentence each; empty when it is in order. */
export const problems = (register: Register): ReadonlyArray<string> => {
  const requirements = requirementsOf(register)
  const known = new Set(requirements.map(({ id }) => id))
  const retired = new Set(requirements.filter((one) => one.retired).map(({ id }) => id))
  const gaps = gapsOf(register).map(({ id }) => id)
  const paper = Chapter.plain(register.paper)
  return [
    ...repeated(requirements.map(({ id }) => id)).map((id) => `${id}: is defined twice`),
    ...repeated(gaps).map((id) => `${id}: is decided twice`),
    ...requirements.flatMap((requirement) => formProblems(requirement, new Set(gaps), paper)),
    ...register.citations
      .filter(({ id }) => !known.has(id))
      .map(({ id, file }) => `${id}: cited in ${file}, but no chapter defines it`),
    ...register.citations
      .filter(({ id }) => retired.has(id))
      .map(({ id, file }) => `${id}: cited in ${file}, but it is retired`),
    ...untested(register).map(
      ({ id, chapter }) => `${id} (spec/${chapter}): no test, vector or model cites it`,
    ),
  ]
}

const filesOf = (register: Register, id: string, kind: Citation.Kind): ReadonlyArray<string> =>
  register.citations
    .filter((citation) => citation.id === id && citation.kind === kind)
    .map(({ file }) => file)
    .sort()

/** `spec/requirements.json`: the machine's view of all chapters. */
export const toJson = (register: Register): string => {
  const requirements = requirementsOf(register).map(({ id, level, text, sha256, ...rest }) => ({
    id,
    level,
    text,
    sha256,
    source: rest.source,
    chapter: rest.chapter,
    ...(rest.later ? { later: true } : {}),
    code: filesOf(register, id, "code"),
    tests: filesOf(register, id, "tests"),
    contractTests: filesOf(register, id, "contracts"),
    vectors: filesOf(register, id, "vectors"),
    models: filesOf(register, id, "models"),
  }))
  const gaps = gapsOf(register).map(({ id, title, chapter }) => ({ id, title, chapter }))
  return `${JSON.stringify({ schema: "ipsx.requirements/1", requirements, gaps }, null, 2)}\n`
}

const links = (files: ReadonlyArray<string>, none: string): string =>
  files.length === 0
    ? none
    : files.map((file) => `[${file.split("/").at(-1)}](../${file})`).join(", ")

const coverageOf = (register: Register, chapter: Chapter.Chapter): ReadonlyArray<string> => [
  `## [${chapter.name.replace(/\.md$/, "")}](${chapter.name})`,
  "",
  "| requirement | level | code | tests | contract tests | vectors | models |",
  "|---|---|---|---|---|---|---|",
  ...chapter.requirements.map(({ id, level, later }) => {
    const tests = links(filesOf(register, id, "tests"), later ? "later" : "")
    const [code, contracts, vectors, models] = (
      ["code", "contracts", "vectors", "models"] as const
    ).map((kind) => links(filesOf(register, id, kind), ""))
    return `| ${id} | ${level} | ${code} | ${tests} | ${contracts} | ${vectors} | ${models} |`
  }),
  "",
]

/** `spec/coverage.md`: which code and which tests cite each requirement. */
export const toCoverage = (register: Register): string => {
  const all = requirementsOf(register)
  const musts = all.filter(({ level }) => level.startsWith("MUST"))
  const later = musts.filter((requirement) => requirement.later).length
  const open = untested(register).length
  return [
    "# Coverage",
    "",
    "Generated by `scripts/requirements.ts`; do not edit.",
    "",
    `${all.length} requirements, ${musts.length} of them MUST or MUST NOT: ` +
      `${musts.length - later - open} shown by tests, vectors or models, ${later} of a later part, ${open} open.`,
    "",
    ...register.chapters
      .filter(({ requirements }) => requirements.length > 0)
      .flatMap((chapter) => coverageOf(register, chapter)),
  ].join("\n")
}

/** The lines of `spec/gaps.md` that point to the decisions of the other chapters. */
export const toGapIndex = (register: Register): string =>
  gapsOf(register)
    .filter(({ chapter }) => chapter !== "gaps.md")
    .map(({ id, title, chapter, anchor }) => {
      const target = anchor === "" ? chapter : `${chapter}#${anchor}`
      return `- [${id}](${target}) ${title}`
    })
    .join("\n")
