// The findings as they come: every worker has a file of its own, to which whole lines are added. A process that dies
// in the middle of a line loses that line and nothing else; nobody holds them all in memory.
import {
  closeSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readSync,
  writeSync,
} from "node:fs"
import { hostname } from "node:os"
import { join } from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Finding from "./Finding.ts"
import * as Plan from "./Plan.ts"

const folder = "parts"
const ending = ".ndjson"

const decode = Schema.decodeUnknownResult(Finding.Finding)

/** Where a line of some file begins, and its length in bytes. */
interface Line {
  readonly at: number
  readonly text: string
}

const chunk = 1 << 16

/** The whole lines of a file; what comes after the last end of line was never finished. */
function* linesOf(file: number): Generator<Line> {
  const buffer = Buffer.alloc(chunk)
  let [rest, start, offset] = [Buffer.alloc(0), 0, 0]
  for (;;) {
    const read = readSync(file, buffer, 0, chunk, offset)
    if (read === 0) return
    offset += read
    let bytes = Buffer.concat([rest, buffer.subarray(0, read)])
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10)) {
      yield { at: start, text: bytes.toString("utf8", 0, end) }
      start += end + 1
      bytes = bytes.subarray(end + 1)
    }
    rest = Buffer.from(bytes)
  }
}

export interface Writer {
  readonly append: (finding: Finding.Finding) => void
  readonly close: () => void
}

/**
 * Files for the workers whose findings this process gets, one each; an earlier process's are only read. Their names
 * hold the machine's, the process's and the worker's, because several may write into one directory.
 */
export const write = (directory: string): Writer => {
  mkdirSync(join(directory, folder), { recursive: true })
  const files = new Map<string, number>()
  return {
    append: (finding) => {
      const { worker } = finding
      let file = files.get(worker)
      if (file === undefined) {
        const own = `${hostname()}-${process.pid}-${worker}`.replaceAll(/[^\w.-]/g, "_")
        files.set(worker, (file = openSync(join(directory, folder, `${own}${ending}`), "a")))
      }
      writeSync(file, `${JSON.stringify(finding)}\n`)
    },
    close: () => {
      for (const file of files.values()) {
        fsyncSync(file)
        closeSync(file)
      }
    },
  }
}

/** Where each run's finding lies, in typed arrays: sixteen bytes a run. */
export interface Index {
  readonly plan: Plan.Plan
  /** How many runs of the plan have a finding. */
  readonly found: number
  readonly has: (run: Plan.Run) => boolean
  /** The finding of a replication of a cell; undefined when there is none. */
  readonly get: (cell: number, replication: number) => Finding.Finding | undefined
  readonly close: () => void
}

/** The same run twice with two outcomes: the one thing that must never happen (IPSX-SIM-044). */
const contradiction = (a: Finding.Finding, b: Finding.Finding): string | undefined =>
  a.traceHash === b.traceHash && a.stateDigest === b.stateDigest && a.headHash === b.headHash
    ? undefined
    : `cell ${a.cell}, seed ${a.seed}: worker ${a.worker} found the trace ${a.traceHash}, worker ${b.worker} ${b.traceHash}`

/** Goes once through all files and remembers where what is. */
export const index = (
  directory: string,
  plan: Plan.Plan,
  expected: { readonly code: string; readonly hashes: ReadonlyArray<string> },
): Result.Result<Index, UnusableParts> => {
  const runs = plan.cells * plan.replications
  const [fileOf, atOf, lengthOf] = [
    new Int32Array(runs).fill(-1),
    new Float64Array(runs),
    new Int32Array(runs),
  ]
  const files: Array<number> = []
  const problems: Array<string> = []
  let found = 0
  const at = (slot: number): Finding.Finding | undefined => {
    if (fileOf[slot]! < 0) return undefined
    const bytes = Buffer.alloc(lengthOf[slot]!)
    readSync(files[fileOf[slot]!]!, bytes, 0, bytes.length, atOf[slot]!)
    return JSON.parse(bytes.toString("utf8")) as Finding.Finding
  }
  const take = (name: string, line: Line): void => {
    let input: unknown
    try {
      input = JSON.parse(line.text)
    } catch {
      return void problems.push(`${name}: a line is not JSON`)
    }
    const decoded = decode(input)
    if (Result.isFailure(decoded)) return void problems.push(`${name}: a line is no finding`)
    const finding = decoded.success
    const replication = Plan.replicationOf(plan, finding.seed)
    if (finding.code !== expected.code)
      return void problems.push(
        `${name}: cell ${finding.cell}, seed ${finding.seed} is of other code`,
      )
    if (finding.cell >= plan.cells || finding.scenarioHash !== expected.hashes[finding.cell])
      return void problems.push(`${name}: cell ${finding.cell} is of another scenario`)
    // Seeds of an earlier, longer sweep.
    if (replication === undefined) return
    const slot = finding.cell * plan.replications + replication
    const earlier = at(slot)
    if (earlier !== undefined) {
      const differs = contradiction(earlier, finding)
      return differs === undefined ? undefined : void problems.push(differs)
    }
    found += 1
    fileOf[slot] = files.length - 1
    atOf[slot] = line.at
    lengthOf[slot] = Buffer.byteLength(line.text)
  }
  const close = () => files.forEach((file) => closeSync(file))
  for (const name of names(directory)) {
    const file = openSync(join(directory, folder, name), "r")
    files.push(file)
    for (const line of linesOf(file)) take(name, line)
  }
  if (problems.length > 0) {
    close()
    return Result.fail(new UnusableParts({ directory, problems: problems.slice(0, problemsMax) }))
  }
  const slotOf = ({ cell, seed }: Plan.Run) =>
    cell * plan.replications + (Plan.replicationOf(plan, seed) ?? NaN)
  return Result.succeed({
    plan,
    found,
    has: (run) => (fileOf[slotOf(run)] ?? -1) >= 0,
    get: (cell, replication) => at(cell * plan.replications + replication),
    close,
  })
}

const problemsMax = 10

const names = (directory: string): ReadonlyArray<string> => {
  try {
    return readdirSync(join(directory, folder))
      .filter((name) => name.endsWith(ending))
      .sort()
  } catch {
    return []
  }
}

export class UnusableParts extends Schema.TaggedError<UnusableParts>()("UnusableParts", {
  directory: Schema.String,
  problems: Schema.Array(Schema.String),
}) {
  override get message(): string {
    return this.problems.map((problem) => `${this.directory}: ${problem}`).join("\n")
  }
}
