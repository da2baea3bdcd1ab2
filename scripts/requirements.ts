// Collects the requirements of all chapters into spec/requirements.json, spec/coverage.md and the index in
// spec/gaps.md.
//
//   node scripts/requirements.ts           writes them
//   node scripts/requirements.ts --check   writes nothing; fails when anything is wrong or stale
//   node scripts/requirements.ts --edition V
//                                          also records the texts as those of version V, in spec/editions.json
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import * as Schema from "effect/Schema"
import * as Chapter from "./requirements/Chapter.ts"
import * as Citation from "./requirements/Citation.ts"
import * as Edition from "./requirements/Edition.ts"
import * as Register from "./requirements/Register.ts"

const root = join(import.meta.dirname, "..")
const notChapters = new Set(["README.md", "coverage.md", "whitepaper.md", "threats.md"])
const searched = [
  "src",
  "sim",
  "test",
  "contracts/src",
  "contracts/script",
  "contracts/test",
  "spec/vectors",
  "spec/formal",
]
const begin = "<!-- generated: the decisions of the other chapters -->"
const end = "<!-- end of the generated part -->"

const textOf = (path: string): string => readFileSync(join(root, path), "utf8")

const filesUnder = (folder: string): ReadonlyArray<string> =>
  existsSync(join(root, folder))
    ? readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|sol|json|qnt|pml|smt2)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
        .sort()
    : []

const specPages = (): ReadonlyArray<string> =>
  readdirSync(join(root, "spec"))
    .filter((name) => name.endsWith(".md"))
    .sort()

const pages = (): ReadonlyArray<string> => [
  "README.md",
  "CHANGELOG.md",
  ...["docs", "spec"].flatMap((folder) =>
    (readdirSync(join(root, folder), { recursive: true }) as ReadonlyArray<string>)
      .filter((name) => name.endsWith(".md"))
      .sort()
      .map((name) => `${folder}/${name}`),
  ),
]

const editionsPath = "spec/editions.json"

const editions = (): Edition.Editions =>
  Schema.decodeUnknownSync(Edition.Editions)(JSON.parse(textOf(editionsPath)))

const editionProblems = (register: Register.Register): ReadonlyArray<string> =>
  Edition.problems(editions(), Register.requirementsOf(register), textOf("CHANGELOG.md"))

// The register of the working tree.
const load = (): Register.Register => ({
  chapters: specPages()
    .filter((name) => !notChapters.has(name))
    .map((name) => Chapter.read(name, textOf(`spec/${name}`))),
  citations: Citation.inFiles(
    new Map(searched.flatMap(filesUnder).map((file) => [file, textOf(file)])),
  ),
  paper: textOf("spec/whitepaper.md"),
})

// A page of the specification, or about it, that names a requirement which does not exist.
const pageProblems = (register: Register.Register): ReadonlyArray<string> => {
  const known = new Set(
    register.chapters.flatMap(({ requirements }) => requirements.map(({ id }) => id)),
  )
  return pages()
    .filter((path) => path !== "spec/coverage.md")
    .flatMap((path) =>
      Citation.identifiers(textOf(path))
        .filter((id) => !known.has(id))
        .map((id) => `${id}: named in ${path}, but no chapter defines it`),
    )
}

const generated = (register: Register.Register): ReadonlyMap<string, string> => {
  const gaps = textOf("spec/gaps.md")
  const from = gaps.indexOf(begin) + begin.length
  const to = gaps.indexOf(end)
  if (from < begin.length || to < from) throw new Error(`spec/gaps.md has lost its line ${begin}`)
  return new Map([
    ["spec/requirements.json", Register.toJson(register)],
    ["spec/coverage.md", Register.toCoverage(register)],
    [
      "spec/gaps.md",
      `${gaps.slice(0, from)}\n\n${Register.toGapIndex(register)}\n\n${gaps.slice(to)}`,
    ],
  ])
}

const staleProblems = (register: Register.Register): ReadonlyArray<string> =>
  [...generated(register)]
    .filter(([path, text]) => !existsSync(join(root, path)) || textOf(path) !== text)
    .map(([path]) => `${path}: is stale, run: node scripts/requirements.ts`)

const problems = (register: Register.Register): ReadonlyArray<string> => [
  ...Register.problems(register),
  ...pageProblems(register),
  ...editionProblems(register),
]

/** Everything that `--check` complains about. */
export const check = (): ReadonlyArray<string> => {
  const register = load()
  return [...problems(register), ...staleProblems(register)]
}

/** Writes the generated files and returns what is wrong with the register itself. */
const write = (): ReadonlyArray<string> => {
  const register = load()
  for (const [path, text] of generated(register)) writeFileSync(join(root, path), text)
  return problems(register)
}

// Records what the chapters say now as the edition of a version.
const publish = (version: string): void => {
  const added = Edition.add(editions(), version, Register.requirementsOf(load()))
  writeFileSync(join(root, editionsPath), `${JSON.stringify(added, null, 2)}\n`)
}

if (import.meta.main) {
  const edition = process.argv.indexOf("--edition")
  if (edition > 0) publish(process.argv[edition + 1]!)
  const found = process.argv.includes("--check") ? check() : write()
  for (const problem of found) console.error(problem)
  if (found.length > 0) process.exitCode = 1
}
