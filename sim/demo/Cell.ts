// Namespaces for a demonstration that needs network interfaces: the program starts itself once more inside of them, with
// no right on this machine. The kernel takes them back, and all that is in them, with the last process; and the first
// process takes all the others with it.
import { spawn } from "node:child_process"
import { fileURLToPath } from "node:url"
import { extname } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { leashVariable } from "../cli/Live.ts"

/** Set for the program inside. */
const insideVariable = "IPSX_CELL"

export const isInside = (): boolean => process.env[insideVariable] !== undefined

const program = fileURLToPath(
  new URL(`../cli${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)

// Temporary files lie in memory that belongs to the mount namespace: they are gone with it.
const script = `
mount -t tmpfs tmpfs /run && mkdir /run/ipsx && exec env TMPDIR=/run/ipsx "$@"
`
const command =
  "setpriv --pdeathsig KILL -- unshare --map-root-user --net --mount --pid --fork --kill-child --mount-proc --"
    .split(" ")
    .concat("sh", "-c", script, "sh", process.execPath, program)

const graceMs = 8000

/**
 * Plays the words inside, and comes back with the exit code; `out` and `error` get what is said there. Whoever
 * interrupts it ends the program inside, which dismisses its actors in turn; who kills it, kills all.
 *
 * @example
 * const code = yield* Cell.enter(["demo", "--tunnel", "wireguard"], terminal)
 */
export const enter = (
  words: ReadonlyArray<string>,
  terminal: { readonly out: (text: string) => void; readonly error: (text: string) => void },
): Effect.Effect<void, NoCell> =>
  Effect.callback<void, NoCell>((resume) => {
    const [first, ...rest] = command
    const child = spawn(first!, [...rest, ...words], {
      stdio: ["pipe", "pipe", "pipe"],
      env: { ...process.env, [insideVariable]: "1", [leashVariable]: "stdin" },
      detached: true,
    })
    let complaint = ""
    const gone = new Promise<void>((resolve) => {
      child.once("error", (cause) => {
        resume(Effect.fail(new NoCell({ reason: cause.message })))
        resolve()
      })
      child.once("close", (code) => {
        const reason = complaint.replace(/^ipsx: /, "").trim() || `exit code ${code}`
        resume(code === 0 ? Effect.void : Effect.fail(new NoCell({ reason })))
        resolve()
      })
    })
    child.stdin.on("error", () => {})
    child.stdout.on("data", (chunk: Buffer) => terminal.out(chunk.toString("utf8")))
    child.stderr.on("data", (chunk: Buffer) => {
      if (complaint.length < 8192) complaint += chunk.toString("utf8")
    })
    return Effect.promise(async () => {
      child.stdin.end()
      const late = setTimeout(() => child.kill("SIGKILL"), graceMs)
      await gone
      clearTimeout(late)
    })
  })

/** The namespaces cannot be had, or what was played in them went wrong. */
export class NoCell extends Schema.TaggedError<NoCell>()("NoCell", { reason: Schema.String }) {
  override get message(): string {
    return this.reason
  }
}
