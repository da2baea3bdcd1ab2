// Runs SPIN on a model of spec/formal: it writes a program in C that visits every state, which gcc compiles.
import { execFileSync, spawnSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"

/** The constants that a model is compiled with. */
export type Defines = Readonly<Record<string, number>>

export interface Found {
  readonly states: number
  readonly transitions: number
  /** Assertions or claims that some run breaks; SPIN stops at the first. */
  readonly errors: number
}

const models = path.resolve(import.meta.dirname, "../../spec/formal")

/** Why SPIN cannot run here; undefined where it can. */
export const missing = (): string | undefined => {
  for (const tool of ["spin", "gcc"])
    if (spawnSync(tool, ["--version"]).error !== undefined)
      return `${tool} is not installed (apt-get install spin gcc)`
  return undefined
}

const number = (text: string, pattern: RegExp): number => {
  const found = pattern.exec(text)
  if (found === null) throw new Error(`SPIN did not say ${String(pattern)}:\n${text}`)
  return Math.round(Number(found[1]))
}

const run = (
  model: string,
  defines: Defines,
  compile: ReadonlyArray<string>,
  search: ReadonlyArray<string>,
): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-spin-"))
  const options = { cwd: folder, encoding: "utf8" } as const
  try {
    const constants = Object.entries(defines).map(([name, value]) => `-D${name}=${value}`)
    execFileSync("spin", [...constants, "-a", path.join(models, `${model}.pml`)], options)
    execFileSync("gcc", ["-O1", "-w", "-DNOREDUCE", ...compile, "-o", "pan", "pan.c"], options)
    return execFileSync(path.join(folder, "pan"), ["-n", ...search], options)
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/**
 * Every state and every transition of a model, with its assertions. No reduction: the figures are to be compared.
 *
 * @example
 * Spin.count("registers", { ALONE: 1 }) // { states: 91, transitions: 772, errors: 0 }
 */
export const count = (model: string, defines: Defines): Found => {
  const said = run(model, defines, ["-DSAFETY", "-DNOCLAIM"], ["-m200000"])
  return {
    states: number(said, /([\d.e+]+) states, stored/),
    // SPIN counts the step into the initial state.
    transitions: number(said, /([\d.e+]+) transitions/) - 1,
    errors: number(said, /errors: (\d+)/),
  }
}

/** Whether every run of a model keeps a claim; with fairness, every process that can go on does in the end. */
export const keeps = (model: string, defines: Defines, claim: string, fair: boolean): boolean => {
  const said = run(model, defines, fair ? ["-DCOLLAPSE", "-DNFAIR=3"] : [], [
    "-m3000000",
    "-a",
    ...(fair ? ["-f"] : []),
    "-N",
    claim,
  ])
  if (/max search depth too small/.test(said)) throw new Error("SPIN did not search deep enough")
  return number(said, /errors: (\d+)/) === 0
}
