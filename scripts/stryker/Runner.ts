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

/** What the instrumented sources read: which mutant is on, and where they count which test passes by which mutant. */
interface Switchboard {
  activeMutant?: string | undefined
  currentTestId?: string | undefined
  hitCount?: number | undefined
  hitLimit?: number | undefined
  mutantCoverage?: {
    readonly static: Record<string, number>
    readonly perTest: Record<string, Record<string, number>>
  }
}

interface Mutant {
  readonly id: string
  readonly fileName: string
  readonly mutatorName: string
  readonly replacement: string
  readonly location: { readonly start: { readonly line: number } }
}

interface MutantRun {
  readonly testFilter?: ReadonlyArray<string>
  readonly hitLimit?: number
  readonly activeMutant: Mutant
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

/** Whether it is still counted which test passes by which mutant. It takes most of the time of tight loops. */
let isCovering = true
const covering = /stryCov_\w+\([^()]*\)(?! \{)/g

/** The sources without their types, by file: what changes from mutant to mutant is which of them is switched on. */
const stripped = new Map<string, string>()
const strip = (file: string): string => {
  const known = stripped.get(file)
  if (known !== undefined) return known
  const text = module.stripTypeScriptTypes(fs.readFileSync(file, "utf8"))
  const shorter = isCovering ? text : text.replaceAll(covering, "0")
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

/** A whole folder takes long: who works on it reads here what has survived so far. */
const note = ({ fileName, location, mutatorName, replacement }: Mutant): void => {
  const file = fileName.slice(fileName.lastIndexOf("/src/") + 1)
  const line = `${file}:${location.start.line + 1} ${mutatorName} ${JSON.stringify(replacement)}\n`
  fs.appendFileSync(path.resolve(import.meta.dirname, `../../out/stryker/${folder}.log`), line)
}

/** A worker that takes over knows what the one before it knew. */
const recall = (): void => {
  if (spent.size > 0) return
  const known = JSON.parse(fs.readFileSync(memory, "utf8"))
  for (const [id, ms] of known.spent) spent.set(id, ms)
  for (const [id, number] of known.taken) taken.set(id, number)
  for (const [key, number] of known.kills) kills.set(key, number)
}

/** From now on nothing is counted but steps. */
const stopCovering = (): void => {
  if (!isCovering) return
  isCovering = false
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
const [patience, fewSteps] = [10, 100_000]

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

/** The cases of a filter: first those that kill most of this file in their time, then the quickest. */
const ordered = (filter: ReadonlyArray<string>, file: string): ReadonlyArray<string> => {
  const promise = (id: string): number => (kills.get(`${file} ${id}`) ?? 0) / (1 + spent.get(id)!)
  return filter.toSorted((a, b) => promise(b) - promise(a) || spent.get(a)! - spent.get(b)!)
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
  }

  async dryRun() {
    switchboard.mutantCoverage ??= { static: {}, perTest: {} }
    const tests = []
    for (const file of Selection.filesOf(folder))
      for (const one of await casesOf(file)) {
        switchboard.currentTestId = one.id
        const began = performance.now()
        const failure = await failureOf(one)
        const timeSpentMs = performance.now() - began
        taken.set(one.id, steps)
        switchboard.currentTestId = undefined
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
    return { status: "complete", tests, mutantCoverage: switchboard.mutantCoverage }
  }

  async mutantRun({ testFilter, activeMutant, reloadEnvironment, ...run }: MutantRun) {
    recall()
    stopCovering()
    // Stryker allows a hundred times what all tests together went round; what goes round ten times as often does not end.
    const hitLimit = run.hitLimit === undefined ? undefined : Math.ceil(run.hitLimit / 10)
    const { id, fileName } = activeMutant
    const cases = ordered(testFilter ?? [...spent.keys()], fileName)
    switchboard.hitLimit = hitLimit
    switchboard.hitCount = hitLimit === undefined ? undefined : 0
    if (reloadEnvironment) renew()
    let failure = await withMutant(id, cases)
    if (!reloadEnvironment && (await isDoubtful(failure))) {
      renew()
      failure = await withMutant(id, cases)
    }
    if (reloadEnvironment) renew()
    const overrun = (switchboard.hitCount ?? 0) > (hitLimit ?? Infinity)
    if (failure !== undefined) {
      const key = `${fileName} ${failure.id}`
      kills.set(key, (kills.get(key) ?? 0) + 1)
      remember()
    }
    if (overrun) return { status: "timeout", reason: "went round too often" }
    if (failure === undefined) note(activeMutant)
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

/** Whether modules that were loaded before may have decided: it fails without the mutant, too. */
const isDoubtful = async (failure: Failure | undefined): Promise<boolean> =>
  failure !== undefined && (await firstFailure([failure.id])) !== undefined

export const strykerPlugins = [{ kind: "TestRunner", name: "in-process", injectableClass: Runner }]
