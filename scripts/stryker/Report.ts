// What Stryker reported of a folder, and which of its survivors are proved equivalent: the mutated source writes the same
// enumeration as the right one (Enumeration.ts), or its text tells that it does the same (Nothing.ts, Ties.ts).
import { spawnSync } from "node:child_process"
import * as fs from "node:fs"
import * as path from "node:path"
import * as Nothing from "./Nothing.ts"
import * as Ties from "./Ties.ts"

interface Place {
  readonly line: number
  readonly column: number
}

interface Mutant {
  readonly status: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: Place; readonly end: Place }
}

export interface Report {
  readonly files: Readonly<
    Record<string, { readonly source: string; readonly mutants: ReadonlyArray<Mutant> }>
  >
}

export interface Survivor {
  readonly file: string
  readonly line: number
  readonly mutator: string
  readonly replacement: string
}

export interface Count {
  readonly mutants: number
  readonly killed: number
}

export interface Verdict extends Count {
  readonly files: ReadonlyMap<string, Count>
  /** Survivors for Stryker, because no test of a file that cannot be loaded fails; any program that loads it does. */
  readonly unloadable: ReadonlyArray<Survivor>
  /** Proved: they write the same enumeration, add nothing in another way, or differ at a tie of which nothing comes. */
  readonly equivalent: ReadonlyArray<Survivor>
  readonly survivors: ReadonlyArray<Survivor>
}

const root = path.resolve(import.meta.dirname, "../..")

/** The files whose whole behaviour Enumeration.ts writes out. */
const parts = "Agreement dealStatus Derivation Event Inbox machine State Table"
const finite = parts.split(" ").map((name) => `src/agreement-fsm/${name}.ts`)

const offset = (source: string, { line, column }: Place): number =>
  source
    .split("\n")
    .slice(0, line - 1)
    .reduce((sum, text) => sum + text.length + 1, 0) +
  column -
  1

/** The source with the mutant in its place. */
const mutated = (source: string, { location, replacement }: Mutant): string =>
  source.slice(0, offset(source, location.start)) +
  replacement +
  source.slice(offset(source, location.end))

/** Whether the text of a mutant tells that it does what was there. */
const isProved = (file: string, source: string, { location, replacement }: Mutant): boolean => {
  const [start, end] = [offset(source, location.start), offset(source, location.end)]
  const was = source.slice(start, end)
  const change = { before: source.slice(0, start), was, is: replacement, after: source.slice(end) }
  return Nothing.isNothing(file, source, was, replacement) || Ties.isTie(file, change)
}

const failed = "fails:"

// The digest of what a version of src/ does; a version that does not run has none in common with any other.
const enumeration = (file: string, source: string): string => {
  const out = path.join(root, "out")
  fs.mkdirSync(out, { recursive: true })
  const folder = fs.mkdtempSync(path.join(out, "equivalence-"))
  try {
    fs.cpSync(path.join(root, "src"), path.join(folder, "src"), { recursive: true })
    fs.cpSync(path.join(root, "spec/parameters"), path.join(folder, "spec/parameters"), {
      recursive: true,
    })
    fs.writeFileSync(path.join(folder, file), source)
    const script = path.join(import.meta.dirname, "Enumeration.ts")
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      [script, path.join(folder, "src")],
      { encoding: "utf8", timeout: 120_000 },
    )
    return status === 0 ? stdout : `${failed} ${stderr}`
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Reads a report and tries to prove each survivor equivalent. */
export const judge = (file: string): Verdict => {
  const { files }: Report = JSON.parse(fs.readFileSync(file, "utf8"))
  const found = { mutants: 0, killed: 0 }
  const counts = new Map<string, Count>()
  const [unloadable, equivalent, survivors]: [Array<Survivor>, Array<Survivor>, Array<Survivor>] = [
    [],
    [],
    [],
  ]
  for (const [name, { source, mutants }] of Object.entries(files)) {
    let right: string | undefined
    const before = { ...found }
    for (const mutant of mutants) {
      if (mutant.status === "Ignored" || mutant.status === "CompileError") continue
      found.mutants++
      if (
        mutant.status === "Killed" ||
        mutant.status === "Timeout" ||
        mutant.status === "RuntimeError"
      ) {
        found.killed++
        continue
      }
      const { mutatorName: mutator, replacement, location } = mutant
      const survivor = { file: name, line: location.start.line, mutator, replacement }
      if (!finite.includes(name)) {
        const isSame = isProved(name, source, mutant)
        ;(isSame ? equivalent : survivors).push(survivor)
        continue
      }
      right ??= enumeration(name, source)
      const own = enumeration(name, mutated(source, mutant))
      ;(own === right ? equivalent : own.startsWith(failed) ? unloadable : survivors).push(survivor)
    }
    counts.set(name, {
      mutants: found.mutants - before.mutants,
      killed: found.killed - before.killed,
    })
  }
  return { ...found, files: counts, unloadable, equivalent, survivors }
}
