// The committed table of mutation scores, spec/formal/mutation.md: a section for each folder, written when the folder was
// measured. Measuring takes too long for every change, so each section names the sources that it was measured on.
import { createHash } from "node:crypto"
import * as fs from "node:fs"
import * as path from "node:path"
import * as Options from "./Options.ts"
import type { Survivor, Verdict } from "./Report.ts"

const root = path.resolve(import.meta.dirname, "../..")
const page = path.join(root, "spec/formal/mutation.md")

/** The least part of the mutants that are not proved equivalent which has to be killed. */
export const bars: Readonly<Record<string, number>> = {
  "agreement-fsm": 1,
  model: 0.95,
  matching: 0.95,
  book: 0.95,
}

const head = `# Mutation scores

Written by \`npm run test:stryker -- FOLDER\` from Stryker's report. Killed: a test fails, or does not end. Proved equivalent: what the
mutated file does, written out whole, is what the right one does (\`scripts/stryker/Enumeration.ts\`), a constant that is 0 is taken away
where it was added (\`scripts/stryker/Nothing.ts\`), or two that are equal are compared in another way and nothing comes of it
(\`scripts/stryker/Ties.ts\`). A score is killed over all that are
not proved equivalent; it has to be 100 % for agreement-fsm, 95 % for model, matching and book. The digest is of the sources that were mutated:
\`npm run test:stryker -- --check\` says which folders have changed since they were measured. What survives is listed by its line.
`

/** The digest of the sources of a folder that are mutated. */
const digest = (folder: string): string => {
  const hash = createHash("sha256")
  const patterns = Options.mutated[folder]!
  const exclude = patterns.filter((one) => one.startsWith("!")).map((one) => one.slice(1))
  const included = patterns.filter((one) => !one.startsWith("!"))
  for (const file of fs.globSync(included, { cwd: root, exclude }).toSorted())
    hash.update(file).update(fs.readFileSync(path.join(root, file)))
  return hash.digest("hex").slice(0, 16)
}

const nameOf = (file: string): string => file.replace(/^src\/[^/]+\//, "")

export const score = ({ mutants, killed, equivalent, unloadable }: Verdict): number =>
  (killed + unloadable.length) / (mutants - equivalent.length)

const percent = (part: number): string => `${(Math.floor(part * 10_000) / 100).toFixed(2)} %`

const section = (folder: string, verdict: Verdict): string => {
  const count = (list: ReadonlyArray<Survivor>, file: string): number =>
    list.filter((one) => one.file === file).length
  const inOrder = [...verdict.files].toSorted(([a], [b]) => (a < b ? -1 : 1))
  const rows = inOrder.map(([file, { mutants, killed }]) => {
    const [equivalent, unloadable, survivors] = [
      verdict.equivalent,
      verdict.unloadable,
      verdict.survivors,
    ].map((list) => count(list, file))
    return `| ${nameOf(file)} | ${mutants} | ${killed + unloadable!} | ${equivalent} | ${survivors} |`
  })
  const { mutants, killed, unloadable, equivalent, survivors } = verdict
  const all = `| **all** | ${mutants} | ${killed + unloadable.length} | ${equivalent.length} | ${survivors.length} |`
  const lines = Map.groupBy(survivors, ({ file }) => file)
  const left = [...lines].map(
    ([file, list]) => `\`${nameOf(file)}\` ${list.map(({ line }) => line).join(" ")}`,
  )
  return [
    `## ${folder}`,
    `${percent(score(verdict))}, measured on sources of digest \`${digest(folder)}\`.`,
    ["| file | mutants | killed | proved equivalent | survive |", "|---|---|---|---|---|"]
      .concat(rows, all)
      .join("\n"),
    left.length === 0 ? "Nothing survives." : `What survives: ${left.join("; ")}.`,
  ].join("\n\n")
}

const sections = (): Map<string, string> => {
  const text = fs.existsSync(page) ? fs.readFileSync(page, "utf8") : ""
  return new Map(
    text
      .split(/^(?=## )/m)
      .slice(1)
      .map((part) => [/^## (\S+)/.exec(part)![1]!, part.trim()]),
  )
}

/** Puts a folder's section in its place; the others stay as they are. */
export const write = (folder: string, verdict: Verdict): void => {
  const all = sections().set(folder, section(folder, verdict))
  const parts = Object.keys(bars).flatMap((name) => all.get(name) ?? [])
  fs.writeFileSync(page, `${[head.trim(), ...parts].join("\n\n")}\n`)
}

export interface Measured {
  readonly folder: string
  readonly score: number
  readonly fresh: boolean
}

/** What the committed table says. */
export const read = (): ReadonlyArray<Measured> =>
  [...sections()].map(([folder, text]) => {
    const [, said, measured] = /^([\d.]+) %, .*`([0-9a-f]+)`/m.exec(text)!
    return { folder, score: Number(said) / 100, fresh: measured === digest(folder) }
  })
