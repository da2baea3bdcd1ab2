// Runs the program as its users do: as a process. And without one, for what is over before anything begins.
import { spawn, type ChildProcess } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Main from "../../sim/cli/Main.ts"
import type { Runner } from "../../sim/cli/RunCommand.ts"
import * as Version from "../../sim/cli/Version.ts"

export interface Ended {
  readonly code: number | null
  readonly signal: NodeJS.Signals | null
  readonly out: string
  readonly error: string
}

export interface Running {
  readonly child: ChildProcess
  readonly ended: Promise<Ended>
}

/** Starts `ipsx` with the words of a line, and more that may have spaces in them. */
export const start = (line: string, ...more: ReadonlyArray<string>): Running => {
  const child = spawn(process.execPath, ["sim/cli.ts", ...line.split(" "), ...more], {
    stdio: ["ignore", "pipe", "pipe"],
  })
  let out = ""
  let error = ""
  child.stdout.on("data", (chunk: Buffer) => void (out += chunk.toString("utf8")))
  child.stderr.on("data", (chunk: Buffer) => void (error += chunk.toString("utf8")))
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal, out, error }))
  })
  return { child, ended }
}

export const run = (line: string, ...more: ReadonlyArray<string>): Promise<Ended> =>
  start(line, ...more).ended

const runner: Runner = (loaded, options) =>
  Effect.flatMap(
    Effect.promise(() => import("../../sim/Run.ts")),
    (Run) => Run.run(loaded, options),
  )

/**
 * The same in this process, whose exit code it does not touch: a second of processor time less for each refusal. That a
 * process ends with the code and prints the text is what the others show.
 */
export const inside = async (line: string, ...more: ReadonlyArray<string>): Promise<Ended> => {
  let out = ""
  let error = ""
  const code = await Main.main(
    [...line.split(" "), ...more],
    {
      out: (text) => void (out += text),
      error: (text) => void (error += text),
      interactive: false,
      onInterrupt: () => () => {},
      seconds: () => performance.now() / 1000,
    },
    runner,
    Version.read(),
  )
  return { code, signal: null, out, error }
}

/** The processes whose parent is one of these, and theirs: found in /proc, where there is one. */
export const descendants = (parent: number): ReadonlyArray<number> => {
  const parentOf = new Map<number, number>()
  for (const entry of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    try {
      const stat = readFileSync(`/proc/${entry}/stat`, "utf8")
      // The name in brackets may have spaces; the parent is the second field behind it.
      parentOf.set(Number(entry), Number(stat.slice(stat.lastIndexOf(")") + 2).split(" ")[1]))
    } catch {
      // It ended while we looked.
    }
  }
  const found: Array<number> = []
  const visit = (of: number): void => {
    for (const [child, its] of parentOf)
      if (its === of) {
        found.push(child)
        visit(child)
      }
  }
  visit(parent)
  return found
}

/** Whether a process is there; a zombie that nobody has waited for is not. */
export const isAlive = (id: number): boolean => {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, "utf8")
    return stat.slice(stat.lastIndexOf(")") + 2)[0] !== "Z"
  } catch {
    return false
  }
}

export const commandOf = (id: number): string => {
  try {
    return readFileSync(`/proc/${id}/cmdline`, "utf8").replaceAll("\0", " ")
  } catch {
    return ""
  }
}

/** Waits until something is so, and says whether it became so in time. */
export const until = async (holds: () => boolean, withinMs: number): Promise<boolean> => {
  const end = performance.now() + withinMs
  while (!holds()) {
    if (performance.now() > end) return false
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return true
}
