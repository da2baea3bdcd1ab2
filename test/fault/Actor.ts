// A process of a case, with what it has said: killed, stopped, continued and started again by the one who plays.
import { spawn, type ChildProcess } from "node:child_process"
import { createInterface } from "node:readline"

/** A line of JSON that a program said, and when it was heard. */
export interface Said {
  readonly _tag: string
  readonly at: number
  readonly [field: string]: unknown
}

export interface Actor {
  readonly name: string
  readonly pid: number
  readonly child: ChildProcess
  readonly said: ReadonlyArray<Said>
  /** What it wrote to its standard error, and what was no JSON. */
  readonly complaint: () => string
  readonly tell: (word: string) => void
  readonly signal: (name: NodeJS.Signals) => void
  readonly isGone: () => boolean
  readonly gone: Promise<void>
}

/** The environment variable by which every process of a case is found again, also one that nobody owns any more. */
export const mark = "IPSX_FAULT_CASE"

export interface Options {
  readonly name: string
  readonly command: ReadonlyArray<string>
  readonly environment: Readonly<Record<string, string>>
  readonly heard: (said: Said) => void
}

export const start = ({ name, command, environment, heard }: Options): Actor => {
  const [program, ...args] = command
  const child = spawn(program!, args, {
    env: { ...process.env, ...environment },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  })
  const said: Array<Said> = []
  let complaint = ""
  let isGone = false
  child.stdin.on("error", () => {})
  child.stderr.on("data", (chunk: Buffer) => {
    if (complaint.length < 8192) complaint += chunk.toString("utf8")
  })
  createInterface({ input: child.stdout }).on("line", (line) => {
    if (!line.startsWith("{")) return void (complaint += `${line}\n`)
    const one = { ...(JSON.parse(line) as { _tag: string }), at: performance.now() }
    said.push(one)
    heard(one)
    return undefined
  })
  const gone = new Promise<void>((resolve) =>
    child.once("exit", () => {
      isGone = true
      resolve()
    }),
  )
  return {
    name,
    pid: child.pid!,
    child,
    said,
    complaint: () => complaint.trim(),
    tell: (word) => void child.stdin.write(`${word}\n`),
    signal: (signal) => void child.kill(signal),
    isGone: () => isGone,
    gone,
  }
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Waits until something holds; undefined when it does not in time. */
export const until = async <A>(
  look: () => A | undefined | false,
  withinMs: number,
): Promise<A | undefined> => {
  const end = performance.now() + withinMs
  for (;;) {
    const found = look()
    if (found !== undefined && found !== false) return found
    if (performance.now() > end) return undefined
    await sleep(10)
  }
}
