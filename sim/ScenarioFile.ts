// Reads a scenario: YAML, the changes of `--set`, the schema, the files that it names. Everything that a run
// needs comes out of here checked, and everything that is wrong comes out with its path.
import { createHash } from "node:crypto"
import { readFileSync } from "node:fs"
import { dirname, resolve } from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { parseDocument } from "yaml"
import * as Parameters from "../src/model/Parameters.ts"
import * as Distribution from "./Distribution.ts"
import * as Expectation from "./Expectation.ts"
import * as Metrics from "./Metrics.ts"
import * as Problem from "./Problem.ts"
import * as Scenario from "./Scenario.ts"
import * as Supply from "./Supply.ts"
import * as SystemError from "./SystemError.ts"

export interface Loaded {
  readonly scenario: Scenario.Scenario
  /** Names the question and the population, not the seed nor the kind of chain (IPSX-SIM-005). */
  readonly hash: string
  readonly parameters: Parameters.Parameters
  /** All rows of each supply, by the name of its file as the scenario writes it; see `rowsOf`. */
  readonly supplies: ReadonlyMap<string, ReadonlyArray<Supply.Row>>
  /** The price of gas in gwei, one value for each virtual day, the last one for ever after. */
  readonly gasGwei: ReadonlyArray<number>
  /** The text of each file that the scenario names, for a run's own copy. */
  readonly files: ReadonlyMap<string, string>
}

const bytesMax = 64 * 1024 * 1024

/** Reads a file next to the scenario; a refusal is a text that says why. */
export type Read = (path: string) => Result.Result<string, string>

const invalid = (file: string, problems: ReadonlyArray<Problem.Problem>) =>
  Result.fail(new InvalidScenario({ file, problems }))

const plain = (text: string, file: string): Result.Result<unknown, InvalidScenario> => {
  const document = parseDocument(text, { prettyErrors: true })
  const [error] = document.errors
  if (error?.code === "MULTIPLE_DOCS")
    return invalid(file, [
      { path: "", message: "expected one YAML document, got more, with --- between them" },
    ])
  if (error !== undefined)
    return invalid(file, [
      { path: "", message: `not YAML: ${error.message.split("\n")[0]!.replace(/:$/, "")}` },
    ])
  try {
    return Result.succeed(document.toJS({ maxAliasCount: 100 }))
  } catch {
    return invalid(file, [{ path: "", message: "expected at most 100 uses of YAML aliases" }])
  }
}

type Tree = Record<string, unknown> | Array<unknown>
const isTree = (value: unknown): value is Tree => typeof value === "object" && value !== null

const nameOf = (item: unknown): unknown => (isTree(item) && "name" in item ? item.name : undefined)

// A list of groups is addressed by index or by the group's name.
const keyIn = (tree: Tree, part: string): string | undefined => {
  if (!Array.isArray(tree)) return part
  if (/^\d+$/.test(part)) return Number(part) < tree.length ? part : undefined
  const named = tree.findIndex((item) => nameOf(item) === part)
  return named < 0 ? undefined : String(named)
}

const placesIn = (tree: Tree): string => {
  const names = Object.values(tree)
    .map(nameOf)
    .filter((name) => typeof name === "string")
  const index =
    names.length === 0 ? "an index" : `one of the names ${names.join(", ")}, or an index`
  return `${index} below ${Object.keys(tree).length}`
}

/**
 * Applies one `--set key.path=value`; the value is read as YAML.
 *
 * @example
 * ScenarioFile.change(tree, "providers.tor.count=10")
 */
export const change = (tree: unknown, setting: string): Problem.Problem | undefined => {
  const equals = setting.indexOf("=")
  if (equals < 1) return { path: "--set", message: `expected key.path=value, got "${setting}"` }
  const path = setting.slice(0, equals)
  const value = parseDocument(setting.slice(equals + 1))
  if (value.errors.length > 0)
    return { path, message: `expected a YAML value, got "${setting.slice(equals + 1)}"` }
  const parts = path.split(".")
  if (parts.some((part) => part === "" || part === "__proto__"))
    return { path, message: "expected keys with dots between them" }
  let here: unknown = tree
  for (const [i, part] of parts.entries()) {
    const at = parts.slice(0, i).join(".")
    if (!isTree(here)) return { path: at, message: `has no key ${part} to set` }
    const key = keyIn(here, part)
    if (key === undefined) return { path: at, message: `expected ${placesIn(here)}, got ${part}` }
    const parent = here as Record<string, unknown>
    if (i === parts.length - 1) parent[key] = value.toJS()
    else here = parent[key] ??= {}
  }
  return undefined
}

const canonical = (value: unknown): string => {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  if (!isTree(value)) return JSON.stringify(value)
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${entries.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(",")}}`
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex")

/**
 * The scenario's fingerprint: everything that it says but for the seed, the sweep, the kind of chain and the limit of
 * events, which an interrupted run's replay lowers. A file counts by
 * its content, so that a run's own copy, with the files under other names, has the same fingerprint.
 */
const hashOf = (scenario: Scenario.Scenario, files: ReadonlyMap<string, string>): string => {
  const { seed: _seed, maxEvents: _maxEvents, sweep: _sweep, chain, ...rest } = scenario
  const { mode: _mode, signing: _signing, tamper: _tamper, ...pace } = chain
  const content = renamed(rest, (name) => sha256(files.get(name) ?? ""))
  return `0x${sha256(canonical({ ...content, chain: pace }))}`
}

/** The scenario with other names for the files that it names. */
export const renamed = <A extends Pick<Scenario.Scenario, "providers" | "gas">>(
  scenario: A,
  rename: (file: string) => string,
): A => ({
  ...scenario,
  providers: scenario.providers.map((group) =>
    group.supply === undefined
      ? group
      : { ...group, supply: { ...group.supply, file: rename(group.supply.file) } },
  ),
  gas: "file" in scenario.gas ? { file: rename(scenario.gas.file) } : scenario.gas,
})

const parametersOf = (
  scenario: Scenario.Scenario,
): Result.Result<Parameters.Parameters, Problem.Problem[]> => {
  const preset = scenario.parameters.preset === "small" ? Parameters.small : Parameters.standard
  const input = {
    ...Schema.encodeSync(Parameters.Parameters)(preset),
    ...scenario.parameters.overrides,
  }
  const under = ({ path, message }: Problem.Problem): Problem.Problem => ({
    path: `parameters.overrides${path === "" ? "" : `.${path}`}`,
    message,
  })
  const decoded = Schema.decodeUnknownResult(Parameters.Parameters, {
    errors: "all",
    onExcessProperty: "error",
  })(input)
  if (Result.isFailure(decoded))
    return Result.fail(Problem.list(decoded.failure.issue, input).map(under))
  const valid = Parameters.validate(decoded.success)
  if (Result.isSuccess(valid)) return Result.succeed(valid.success)
  return Result.fail(
    valid.failure.problems.map(({ name, value, expected }) =>
      under({ path: name, message: `expected ${expected}, got ${value}` }),
    ),
  )
}

/** Whether a text is an actor's name or an account. */
const isActor = (scenario: Scenario.Scenario, account: string): boolean => {
  if (/^0x[0-9a-f]{40}$/.test(account)) return true
  const [, name, number] = /^(.+)-(\d+)$/.exec(account) ?? []
  return [...scenario.providers, ...scenario.requesters].some(
    (group) => group.name === name && Number(number) < (group.count ?? Infinity),
  )
}

/** What the schema cannot see: a lease that the parameters of this very scenario do not allow. */
const conflicts = (
  scenario: Scenario.Scenario,
  parameters: Parameters.Parameters,
): ReadonlyArray<Problem.Problem> => [
  ...(scenario.bucket !== undefined && scenario.duration / scenario.bucket > Metrics.pointsMax
    ? [
        {
          path: "bucket",
          message: `expected at least ${Math.ceil(scenario.duration / Metrics.pointsMax)} seconds for this duration, got ${scenario.bucket}`,
        },
      ]
    : []),
  ...(scenario.chain.blockSeconds > parameters.acceptWindow
    ? [
        {
          path: "chain.blockSeconds",
          message: `expected at most the parameter acceptWindow (${parameters.acceptWindow}), within which an agreement has to be in a block, got ${scenario.chain.blockSeconds}`,
        },
      ]
    : []),
  ...(scenario.standing !== undefined && scenario.standing.below > parameters.shortLeaseMax + 1
    ? [
        {
          path: "standing.below",
          message: `expected at most one second more than the parameter shortLeaseMax (${parameters.shortLeaseMax}), the longest lease that runs under a reservation, got ${scenario.standing.below}`,
        },
      ]
    : []),
  ...(scenario.chain.tamper === undefined || isActor(scenario, scenario.chain.tamper.account)
    ? []
    : [
        {
          path: "chain.tamper.account",
          message: `expected a group's name and a number, like ${scenario.providers[0]?.name ?? "homes"}-3, or an address, got ${scenario.chain.tamper.account}`,
        },
      ]),
  ...scenario.expect.flatMap(({ value }, i) => {
    const problem = Expectation.problem(value)
    return problem === undefined ? [] : [{ path: `expect.${i}.value`, message: problem }]
  }),
  ...scenario.requesters.flatMap((group, i) => {
    const lease = Distribution.support(group.lease)
    const problems: Array<Problem.Problem> = []
    if (lease.min < parameters.minLease || lease.max > parameters.maxLease)
      problems.push({
        path: `requesters.${i}.lease`,
        message: `expected seconds between the parameters minLease (${parameters.minLease}) and maxLease (${parameters.maxLease}), got ${lease.min} to ${lease.max}`,
      })
    return problems
  }),
]

const named = (
  scenario: Scenario.Scenario,
): ReadonlyArray<readonly [path: string, file: string]> => [
  ...scenario.providers.flatMap(({ supply }, i) =>
    supply === undefined ? [] : [[`providers.${i}.supply.file`, supply.file] as const],
  ),
  ...("file" in scenario.gas ? [["gas.file", scenario.gas.file] as const] : []),
]

/** Of a file that says it is something else, a summary for instance, every other complaint would be noise. */
const otherSchema = (tree: unknown): Problem.Problem | undefined => {
  if (!isTree(tree) || !("schema" in tree) || tree.schema === Scenario.schema) return undefined
  return {
    path: "schema",
    message: `expected "${Scenario.schema}", got ${JSON.stringify(tree.schema)}`,
  }
}

/**
 * Checks a scenario's text and reads what it names.
 *
 * @example
 * ScenarioFile.parse(text, "quickstart.yaml", ["seed=8"], read)
 */
export const parse = (
  text: string,
  file: string,
  settings: ReadonlyArray<string>,
  read: Read,
): Result.Result<Loaded, InvalidScenario> => {
  const tree = plain(text, file)
  if (Result.isFailure(tree)) return Result.fail(tree.failure)
  const refused = settings
    .map((setting) => change(tree.success, setting))
    .filter((p) => p !== undefined)
  if (refused.length > 0) return invalid(file, refused)
  const other = otherSchema(tree.success)
  if (other !== undefined) return invalid(file, [other])
  const decoded = Schema.decodeUnknownResult(Scenario.Scenario, {
    errors: "all",
    onExcessProperty: "error",
  })(tree.success)
  if (Result.isFailure(decoded))
    return invalid(file, Problem.list(decoded.failure.issue, tree.success))
  const scenario = decoded.success
  const parameters = parametersOf(scenario)
  if (Result.isFailure(parameters)) return invalid(file, parameters.failure)
  return withFiles(scenario, parameters.success, file, read)
}

const withFiles = (
  scenario: Scenario.Scenario,
  parameters: Parameters.Parameters,
  file: string,
  read: Read,
): Result.Result<Loaded, InvalidScenario> => {
  const problems = [...conflicts(scenario, parameters)]
  const files = new Map<string, string>()
  const supplies = new Map<string, ReadonlyArray<Supply.Row>>()
  let gasGwei: ReadonlyArray<number> = "gwei" in scenario.gas ? [scenario.gas.gwei] : []
  for (const [path, name] of named(scenario)) {
    const text = read(name)
    if (Result.isFailure(text)) {
      problems.push({
        path,
        message: `expected a file that can be read, got ${name}: ${text.failure}`,
      })
      continue
    }
    files.set(name, text.success)
    if (path === "gas.file") {
      const prices = Supply.parseGas(text.success)
      if (Result.isSuccess(prices)) gasGwei = prices.success
      else problems.push({ path, message: `${name}: ${prices.failure.message}` })
      continue
    }
    const rows = Supply.parse(text.success)
    if (Result.isSuccess(rows)) supplies.set(name, rows.success)
    else problems.push({ path, message: `${name}: ${rows.failure.message}` })
  }
  if (problems.length > 0) return invalid(file, problems)
  return Result.succeed({
    scenario,
    hash: hashOf(scenario, files),
    parameters,
    supplies,
    gasGwei,
    files,
  })
}

/**
 * The rows behind a group of providers, thinned to its limit; none for a group that has only a count.
 *
 * @example
 * for (const row of ScenarioFile.rowsOf(loaded, group)) world.addProvider(group, row)
 */
export const rowsOf = (
  loaded: Loaded,
  group: Scenario.ProviderGroup,
): ReadonlyArray<Supply.Row> => {
  if (group.supply === undefined) return []
  const rows = loaded.supplies.get(group.supply.file) ?? []
  return Supply.thin(rows, group.supply.limit ?? rows.length)
}

export const readText = (path: string): Result.Result<string, string> => {
  try {
    const bytes = readFileSync(path)
    return bytes.length > bytesMax
      ? Result.fail(`it is larger than ${bytesMax} bytes`)
      : Result.succeed(bytes.toString("utf8"))
  } catch (error) {
    return Result.fail(SystemError.reading(error))
  }
}

/** Reads and checks a scenario file; the files that it names are looked up beside it. */
export const load = (
  path: string,
  settings: ReadonlyArray<string> = [],
): Result.Result<Loaded, InvalidScenario> => {
  const text = readText(path)
  if (Result.isFailure(text))
    return invalid(path, [{ path: "", message: `cannot be read: ${text.failure}` }])
  return parse(text.success, path, settings, (name) => readText(resolve(dirname(path), name)))
}

export class InvalidScenario extends Schema.TaggedError<InvalidScenario>()("InvalidScenario", {
  file: Schema.String,
  problems: Schema.Array(Schema.Struct({ path: Schema.String, message: Schema.String })),
}) {
  override get message(): string {
    return this.problems.map((problem) => `${this.file}: ${Problem.line(problem)}`).join("\n")
  }
}
