// Other programs: those that do one thing and end, and those that live exactly as long as this process, because the kernel
// kills them with it. What such a one owns (an interface, a namespace, a table) needs nobody to clean up after a crash.
import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"

/** What to put before a command to run it in another namespace: `["ip", "netns", "exec", "name"]`, or nothing. */
export type Within = ReadonlyArray<string>

const runMs = 10_000
const outputMax = 2 ** 24

/**
 * Runs a command to its end and answers with what it said.
 *
 * @throws Error with the command and its complaint when it fails, cannot be found, or does not end.
 */
export const run = (
  within: Within,
  command: ReadonlyArray<string>,
  input = "",
  timeout = runMs,
): Promise<string> =>
  new Promise((resolve, reject) => {
    const [program, ...args] = [...within, ...command] as [string, ...Array<string>]
    // One that stands still does not listen to anything milder.
    const ending = { timeout, killSignal: "SIGKILL" } as const
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], ...ending })
    let [said, complained] = ["", ""]
    child.stdout.on("data", (chunk: Buffer) => {
      said += chunk.toString()
      if (said.length > outputMax) child.kill("SIGKILL")
    })
    child.stderr.on("data", (chunk: Buffer) => {
      if (complained.length < 4096) complained += chunk.toString()
    })
    child.stdin.on("error", () => {})
    child.stdin.end(input)
    child.once("error", (cause) => reject(new Error(`${program}: ${cause.message}`)))
    child.once("close", (code) => {
      if (code === 0) resolve(said)
      else reject(new Error(`${command.join(" ")}: ${complained.trim() || `exit code ${code}`}`))
    })
  })

// This process may have died before the kernel was asked to tell: then nobody is told.
const unlessOrphaned = '[ "$PPID" = "$1" ] || exit 1; shift; exec "$@"'

/** A program that is killed when this process ends, however it ends. */
export interface Held {
  readonly child: ChildProcess
  readonly pid: number
  /** Kills it, and waits until it is gone. */
  readonly end: () => Promise<void>
}

export const hold = (
  within: Within,
  command: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>> = {},
): Promise<Held> =>
  new Promise((resolve, reject) => {
    // Every program in between replaces itself, so that the child is the command itself. The wish to die with this process
    // comes last, because a change of namespace may forget it.
    const mortal = ["setpriv", "--pdeathsig", "KILL", "--", "sh", "-c", unlessOrphaned, "sh"]
    const [program, ...args] = [...within, ...mortal, String(process.pid), ...command]
    const child = spawn(program!, args, {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, ...environment },
    })
    const gone = new Promise<void>((done) => child.once("close", () => done()))
    child.stdin.on("error", () => {})
    child.once("error", (cause) => reject(new Error(`${program}: ${cause.message}`)))
    child.once("spawn", () =>
      resolve({
        child,
        pid: child.pid!,
        end: async () => {
          child.kill("SIGKILL")
          await gone
        },
      }),
    )
  })
