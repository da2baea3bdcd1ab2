// Runs the tests of the core for Stryker, in its own worker process and with Node's own loader: no bundler and no worker
// thread for each mutant, so that most mutants cost milliseconds. It does not say "killed" on the word of
// modules that an earlier mutant has touched: who kills must pass without the mutant, or everything is loaded anew. What
// survives because an earlier run has filled a cache counts as a survivor, which only makes the score worse.
import * as fs from "node:fs"
import * as module from "node:module"
import * as path from "node:path"
import * as process from "node:process"
import { fileURLToPath, pathToFileURL } from "node:url"
import * as fc from "fast-check"
import * as Collector from "./Collector.ts"
import * as Selection from "./Selection.ts"

/** What the instrumented sources read: which mutant is on, and how often they may still pass by it. */
interface Switchboard {
  activeMutant?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
}

interface Mutant {
  readonly id: string
  readonly fileName: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: { readonly line: number; readonly column: number } }
}

interface MutantRun {
  readonly testFilter?: ReadonlyArray<string>
  readonly hitLimit?: number
  readonly activeMutant: Mutant
  /** Its file in the copy of the project that is mutated. */
  readonly sandboxFileName: string
  readonly reloadEnvironment: boolean
}

const switchboard: Switchboard = ((
  globalThis as unknown as { __stryker__?: Switchboard }
).__stryker__ ??= {})

// Every mutated expression asks which mutant is on, so counting that counts steps. A test that takes far more of them than
// it did without a mutant does not end: Stryker's own limit counts how often the mutant itself is passed by, which is once
// for one that closes a list into a ring or forgets to shrink a heap.
let active: string | undefined
let steps = 0
let stepsMax = Infinity
Object.defineProperty(switchboard, "activeMutant", {
  get: () => {
    if (++steps > stepsMax) throw new Error("takes too many steps")
    return active
  },
  set: (id: string | undefined) => {
    active = id
  },
})

const here = pathToFileURL(import.meta.dirname).href
let generation = 0
let root = ""

// PERF: counting by name which test passes by which mutant takes most of the time of tight loops, and asking for mutants that
// cannot be on takes most of the rest. So the dry run counts by number, after it nothing counts, and a file without the mutant
// asks only where it goes round, for the sake of the steps: at the head of a loop and at the beginning of a block.
const hits = new Float64Array(2 ** 16)
Object.assign(globalThis, { mutantHits: hits })
const counted = (call: string): string =>
  `(${[...call.matchAll(/"(\d+)"/g)].map(([, id]) => `mutantHits[${id}]++`).join()})`

/** What has been counted since it was asked last. */
const passed = (): Record<string, number> => {
  const found: Record<string, number> = {}
  for (const [id, times] of hits.entries()) if (times > 0) found[id] = times
  hits.fill(0)
  return found
}

const counting = /stryCov_\w+\([^()]*\)(?! \{)/g
const asking = /(?<!while \(|; )stryMutAct_\w+\("\d+"\)(?= \?)/g

/** The file of the mutant at hand; none in the dry run. */
let mutated: string | undefined

/** The sources without their types, by file: what changes from mutant to mutant is which of them is switched on. */
const stripped = new Map<string, string>()
const strip = (file: string): string => {
  const known = stripped.get(file)
  if (known !== undefined) return known
  const text = module.stripTypeScriptTypes(fs.readFileSync(file, "utf8"))
  const shorter =
    mutated === undefined
      ? text.replaceAll(counting, counted)
      : file === mutated
        ? text.replaceAll(counting, "0")
        : text.replaceAll(counting, "0").replaceAll(asking, "false")
  stripped.set(file, shorter)
  return shorter
}

const ours = (name: string) => ({
  url: `${here}/${name}.ts`,
  shortCircuit: true,
  format: "module-typescript",
})

/** Each generation of the project's modules is loaded for itself; what is below node_modules stays. */
const hook = (): void => {
  root = `${pathToFileURL(fs.realpathSync(process.cwd())).href}/`
  module.registerHooks({
    resolve: (specifier, context, next) => {
      if (specifier === "vitest" && context.parentURL?.startsWith(root) === true)
        return ours("Collector")
      if (specifier === "fast-check" && context.parentURL?.startsWith(root) === true)
        return ours("Examples")
      const found = next(specifier, context)
      return found.url.startsWith(root) && !found.url.includes("/node_modules/")
        ? { ...found, url: `${found.url}?${generation}` }
        : found
    },
    load: (url, context, next) =>
      url.startsWith(root) && /\.ts\?\d+$/.test(url)
        ? { format: "module", source: strip(fileURLToPath(url)), shortCircuit: true }
        : next(url, context),
  })
}

const folder = process.env["IPSX_FOLDER"] ?? "agreement-fsm"
let loaded = new Map<string, ReadonlyArray<Collector.Case>>()
/** The milliseconds of each case in the dry run, and how many mutants of a file it has killed since. */
const spent = new Map<string, number>()
/** The steps of each case in the dry run. */
const taken = new Map<string, number>()
const kills = new Map<string, number>()
const memory = path.resolve(import.meta.dirname, `../../out/stryker/${folder}.memory.json`)

const remember = (): void =>
  fs.writeFileSync(
    memory,
    JSON.stringify({ spent: [...spent], taken: [...taken], kills: [...kills] }),
  )

/** A whole folder takes long: who works on it reads here what has come of each so far. */
const journal = path.resolve(import.meta.dirname, `../../out/stryker/${folder}.log`)
const nameOf = ({ fileName, location, mutatorName, replacement }: Mutant): string => {
  const file = fileName.slice(fileName.lastIndexOf("/src/") + 1)
  const { line, column } = location.start
  return `${file}:${line + 1}:${column + 1} ${mutatorName} ${JSON.stringify(replacement)}`
}
const note = (mutant: Mutant, by: string): void =>
  fs.appendFileSync(journal, `${nameOf(mutant)}\t${by}\n`)

const began = "began"
const suspect = "suspect"
const survived = "survived"

/**
 * What a run that was broken off has found out: by which case each was killed. What began twice and came to no end is one
 * that has none; Stryker gives it up after its time, and takes a new process.
 */
const known = new Map<string, string>()
const read = (): void => {
  if (process.env["IPSX_RESUME"] === undefined || !fs.existsSync(journal)) return
  const begun = new Map<string, number>()
  for (const line of fs.readFileSync(journal, "utf8").split("\n")) {
    const [name, by] = line.split("\t")
    if (by === undefined) continue
    if (by === suspect) known.delete(name!)
    else if (by === began) begun.set(name!, (begun.get(name!) ?? 0) + 1)
    else if (by !== survived) known.set(name!, by)
    else begun.delete(name!)
  }
  for (const [name, times] of begun) if (times > 1 && !known.has(name)) known.set(name, began)
}

/** A worker that takes over knows what the one before it knew. */
const recall = (): void => {
  if (spent.size > 0) return
  const known = JSON.parse(fs.readFileSync(memory, "utf8"))
  for (const [id, ms] of known.spent) spent.set(id, ms)
  for (const [id, number] of known.taken) taken.set(id, number)
  for (const [key, number] of known.kills) kills.set(key, number)
}

/** Loads everything anew for the mutants of another file. */
const turnTo = (file: string): void => {
  const real = fs.realpathSync(file)
  if (mutated === real) return
  mutated = real
  stripped.clear()
  renew()
}

const renew = (): void => {
  generation++
  loaded = new Map()
}

/** The cases of a file, loaded when they are first asked for. */
const casesOf = async (file: string): Promise<ReadonlyArray<Collector.Case>> => {
  const known = loaded.get(file)
  if (known !== undefined) return known
  const cases = Collector.begin(file)
  await import(`${root}${file}`)
  const chosen = cases.filter(({ id }) => Selection.isChosen(folder, id))
  loaded.set(file, chosen)
  return chosen
}

const fileOf = (id: string): string => id.slice(0, id.indexOf(" > "))

interface Failure {
  readonly id: string
  readonly message: string
}

/** How many times as many steps as in the dry run do not end, and so many that any case may take. */
const [patience, fewSteps] = [4, 100_000]

const failureOf = async (one: Collector.Case): Promise<Failure | undefined> => {
  const known = taken.get(one.id)
  steps = 0
  stepsMax = known === undefined ? Infinity : fewSteps + patience * known
  try {
    await one.run()
    return undefined
  } catch (error) {
    return { id: one.id, message: String((error as Error).message).slice(0, 500) }
  } finally {
    stepsMax = Infinity
  }
}

/** With a share of the examples, a mutant is left for the next run after cases of so many steps; those that are too long for what is left of them are passed over. */
const stepsOfShare = 60_000_000

/** The cases of a filter: first those that kill most of this file in their time, then those of its own test, then the quickest. */
const ordered = (filter: ReadonlyArray<string>, file: string): ReadonlyArray<string> => {
  const promise = (id: string): number => (kills.get(`${file} ${id}`) ?? 0) / (1 + spent.get(id)!)
  const own = `/${path.basename(file, ".ts")}.test.ts`
  const isOther = (id: string): number => (fileOf(id).endsWith(own) ? 0 : 1)
  const all = filter.toSorted(
    (a, b) => promise(b) - promise(a) || isOther(a) - isOther(b) || spent.get(a)! - spent.get(b)!,
  )
  if (Number(process.env["IPSX_SHARE"]) >= 1) return all
  let left = stepsOfShare
  return all.filter((id) => {
    const steps = taken.get(id) ?? 0
    if (steps > left) return false
    left -= steps
    return true
  })
}

/** The case with a name. A mutant that changes what it is named after leaves one that nobody knows in its place. */
const named = (cases: ReadonlyArray<Collector.Case>, id: string): ReadonlyArray<Collector.Case> => {
  const same = cases.filter((one) => one.id === id)
  return same.length > 0 ? same : cases.filter((one) => !spent.has(one.id))
}

/** The first failure among these cases; a file that does not load fails. */
const firstFailure = async (ids: ReadonlyArray<string>): Promise<Failure | undefined> => {
  for (const id of ids) {
    try {
      for (const one of named(await casesOf(fileOf(id)), id)) {
        const failure = await failureOf(one)
        if (failure !== undefined) return failure
      }
    } catch (error) {
      return { id, message: `does not load: ${String(error).slice(0, 500)}` }
    }
  }
  return undefined
}

const withMutant = async (id: string, filter: ReadonlyArray<string>) => {
  switchboard.activeMutant = id
  try {
    return await firstFailure(filter)
  } finally {
    switchboard.activeMutant = undefined
  }
}

class Runner {
  capabilities() {
    return { reloadEnvironment: true }
  }

  init(): void {
    // The same examples for every mutant, and none of the time that shrinking takes.
    fc.configureGlobal({ seed: 20_170_901, endOnFailure: true })
    if (root === "") hook()
    read()
  }

  async dryRun() {
    const perTest: Record<string, Record<string, number>> = {}
    const loading: Record<string, number> = {}
    const tests = []
    for (const file of Selection.filesOf(folder))
      for (const one of await casesOf(file)) {
        Object.assign(loading, passed())
        const began = performance.now()
        const failure = await failureOf(one)
        const timeSpentMs = performance.now() - began
        taken.set(one.id, steps)
        perTest[one.id] = passed()
        // It may count its examples, and have too few; it judges when there are all of them.
        if (failure !== undefined && Number(process.env["IPSX_SHARE"]) < 1) continue
        spent.set(one.id, timeSpentMs)
        tests.push({
          id: one.id,
          name: one.id,
          fileName: path.resolve(file),
          timeSpentMs,
          ...(failure === undefined
            ? { status: 0 }
            : { status: 1, failureMessage: failure.message }),
        })
      }
    remember()
    return { status: "complete", tests, mutantCoverage: { static: loading, perTest } }
  }

  async mutantRun({ testFilter, activeMutant, reloadEnvironment, ...run }: MutantRun) {
    recall()
    const before = known.get(nameOf(activeMutant))
    if (before === began) return { status: "timeout", reason: "came to no end before" }
    if (before !== undefined)
      return { status: "killed", killedBy: [before], failureMessage: "as before", nrOfTests: 1 }
    note(activeMutant, began)
    turnTo(run.sandboxFileName)
    // Stryker allows a hundred times what all tests together went round; what goes round ten times as often does not end.
    const hitLimit = run.hitLimit === undefined ? undefined : Math.ceil(run.hitLimit / 10)
    const { id, fileName } = activeMutant
    const cases = ordered(testFilter ?? [...spent.keys()], fileName)
    switchboard.hitLimit = hitLimit
    switchboard.hitCount = hitLimit === undefined ? undefined : 0
    if (reloadEnvironment) renew()
    let failure = await withMutant(id, cases)
    const isTried = !reloadEnvironment && isToTry(failure, activeMutant)
    if (isTried && (await isDoubtful(failure))) {
      // Whether those since the last that was tried were killed is for the next run to say.
      for (const one of untried) note(one, suspect)
      renew()
      failure = await withMutant(id, cases)
    }
    if (isTried) untried = []
    if (reloadEnvironment) renew()
    const overrun = (switchboard.hitCount ?? 0) > (hitLimit ?? Infinity)
    if (failure !== undefined) {
      const key = `${fileName} ${failure.id}`
      kills.set(key, (kills.get(key) ?? 0) + 1)
      remember()
    }
    note(activeMutant, failure?.id ?? survived)
    if (overrun) return { status: "timeout", reason: "went round too often" }
    return failure === undefined
      ? { status: "survived", nrOfTests: cases.length }
      : {
          status: "killed",
          killedBy: [failure.id],
          failureMessage: failure.message,
          nrOfTests: cases.length,
        }
  }
}

/** With a share of the examples, one kill in eight is tried for what an earlier mutant may have left behind. */
let untried: Array<Mutant> = []
const isToTry = (failure: Failure | undefined, mutant: Mutant): boolean => {
  if (failure === undefined || Number(process.env["IPSX_SHARE"]) >= 1) return failure !== undefined
  untried.push(mutant)
  return untried.length >= 8
}

/** Whether modules that were loaded before may have decided: it fails without the mutant, too. */
const isDoubtful = async (failure: Failure | undefined): Promise<boolean> =>
  failure !== undefined && (await firstFailure([failure.id])) !== undefined

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: Runner }]
