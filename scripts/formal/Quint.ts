// Runs Quint on spec/formal/agreement.qnt: random traces as ITF, the interchange format of informal trace files.
import { execFileSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")
const model = "spec/formal/agreement.qnt"

/** Numbers, flags, words, lists, records; a variant is its name alone. */
export type Value =
  | number
  | boolean
  | string
  | ReadonlyArray<Value>
  | { readonly [field: string]: Value }

/** The states of one trace, the first one the beginning. */
export type Trace = ReadonlyArray<{ readonly [variable: string]: Value }>

const decode = (value: unknown): Value => {
  if (Array.isArray(value)) return value.map(decode)
  if (typeof value !== "object" || value === null) return value as Value
  if ("#bigint" in value) return Number(value["#bigint"])
  if ("#set" in value) return decode(value["#set"])
  if ("#tup" in value) return decode(value["#tup"])
  if ("tag" in value) return String(value.tag)
  return Object.fromEntries(Object.entries(value).map(([field, inner]) => [field, decode(inner)]))
}

const quint = (args: ReadonlyArray<string>): string =>
  execFileSync(
    process.execPath,
    [path.join(root, "node_modules/@informalsystems/quint/dist/src/cli.js"), ...args],
    { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"], maxBuffer: 1 << 28 },
  )

/** Types are checked, and the runs of the model, one for one rule: their names. */
export const test = (): ReadonlyArray<string> =>
  [
    ...quint(["test", model, "--backend", "typescript", "--match", "Test$"]).matchAll(
      /ok (\w+) passed/g,
    ),
  ].map(([, name]) => name!)

export interface Options {
  readonly traces: number
  readonly steps: number
  readonly seed: number
}

/** What repeats a random run. */
export const command = ({ traces, steps, seed }: Options): string =>
  `npx quint run ${model} --backend typescript --invariant inv --max-samples ${traces} --max-steps ${steps} --seed ${seed}`

/**
 * Random traces of the model, whose invariant is tested in each state.
 *
 * @throws with Quint's own words when the invariant breaks.
 */
export const traces = (options: Options): ReadonlyArray<Trace> => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-quint-"))
  try {
    const [, , ...args] = command(options).split(" ")
    const into = ["--n-traces", String(options.traces), "--out-itf", `${folder}/{seq}.itf.json`]
    quint([...args, ...into])
    return fs
      .readdirSync(folder)
      .sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10))
      .map((name) => JSON.parse(fs.readFileSync(path.join(folder, name), "utf8")))
      .map(
        ({ states }: { states: ReadonlyArray<unknown> }) => states.map(decode) as unknown as Trace,
      )
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

/** Every function of the contracts that the model submits. */
const functions = [
  "openDeal claim settle stop expire giveNotice challenge answer convict demand lapse proveMeter proveEquivocation",
  "proveService dispute finalize withdraw",
].flatMap((names) => names.split(" "))

/** The transactions that were taken in none of these traces: what a replay of them does not show. */
export const never = (traces: ReadonlyArray<Trace>): ReadonlyArray<string> => {
  const taken = new Set(
    traces.flat().flatMap(({ last }) => {
      const { what, name, ok } = last as { readonly [field: string]: Value }
      return what === "submits" && ok === true ? [String(name)] : []
    }),
  )
  return functions.filter((name) => !taken.has(name))
}
