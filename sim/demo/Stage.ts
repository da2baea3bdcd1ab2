// The processes of a demonstration: each is the program itself, started with a command of its own, and each is gone
// when the scope closes, however that comes about.
import { spawn, type ChildProcess } from "node:child_process"
import { extname } from "node:path"
import { createInterface } from "node:readline"
import { fileURLToPath } from "node:url"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { leashVariable } from "../cli/Live.ts"
import type * as Scope from "effect/Scope"

/** A line that a program said on its standard output, as JSON. */
export interface Said {
  readonly _tag: string
  readonly [field: string]: unknown
}

export interface Actor {
  readonly name: string
  readonly child: ChildProcess
  /** Waits for a line of a kind that has not been asked for yet, past or to come. */
  readonly hears: (tag: string, withinMs: number) => Effect.Effect<Said, Missed>
  readonly tell: (word: string) => void
  /** Asks it to end, and waits until it has. */
  readonly dismiss: Effect.Effect<number>
}

const graceMs = 4000

/** The program itself, as it lies here: TypeScript in a clone, JavaScript in a package. */
const program = fileURLToPath(
  new URL(`../cli${extname(fileURLToPath(import.meta.url))}`, import.meta.url),
)

/**
 * Starts the program with a command; `within` is what to put before it, to start it on another machine of the
 * demonstration.
 *
 * @example
 * const relay = yield* Stage.enter("relay", ["relay", "--chain", url, …], { IPSX_PASSWORD: "…" })
 */
export const enter = (
  name: string,
  args: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>>,
  within: ReadonlyArray<string> = [],
): Effect.Effect<Actor, never, Scope.Scope> =>
  Effect.acquireRelease(
    Effect.sync(() => start(name, args, environment, within)),
    (actor) => actor.dismiss,
  )

/** What a program has said, and whoever waits for more of it. */
interface Voice {
  readonly name: string
  readonly child: ChildProcess
  readonly said: Array<Said>
  readonly taken: Set<Said>
  readonly waiting: Set<() => void>
  complaint: string
}

const listen = (name: string, child: ChildProcess): Voice => {
  const voice: Voice = {
    name,
    child,
    said: [],
    taken: new Set(),
    waiting: new Set(),
    complaint: "",
  }
  const wake = (): void => {
    for (const look of voice.waiting) look()
  }
  child.stderr!.on("data", (chunk: Buffer) => {
    if (voice.complaint.length < 4096) voice.complaint += chunk.toString("utf8")
  })
  createInterface({ input: child.stdout! }).on("line", (line) => {
    try {
      voice.said.push(JSON.parse(line) as Said)
    } catch {
      voice.complaint += `${line}\n`
    }
    wake()
  })
  child.once("exit", wake)
  return voice
}

const hears = (voice: Voice, tag: string, withinMs: number): Effect.Effect<Said, Missed> =>
  Effect.callback<Said, Missed>((resume) => {
    const { name, child, said, taken, waiting } = voice
    const done = (result: Effect.Effect<Said, Missed>): void => {
      waiting.delete(look)
      clearTimeout(timer)
      resume(result)
    }
    const missed = (reason: string): void => {
      const last = said.slice(-4).map((one) => JSON.stringify(one).slice(0, 300))
      const why = [reason, voice.complaint.trim(), ...last].filter((t) => t !== "").join("\n  ")
      done(Effect.fail(new Missed({ name, tag, why })))
    }
    const look = (): void => {
      const found = said.find((one) => one._tag === tag && !taken.has(one))
      if (found !== undefined) {
        taken.add(found)
        done(Effect.succeed(found))
      } else if (child.exitCode !== null || child.signalCode !== null)
        missed(`it ended with ${child.exitCode ?? child.signalCode}`)
    }
    const timer = setTimeout(() => missed(`nothing in ${withinMs} ms`), withinMs)
    waiting.add(look)
    look()
    return Effect.sync(() => {
      waiting.delete(look)
      clearTimeout(timer)
    })
  })

const start = (
  name: string,
  args: ReadonlyArray<string>,
  environment: Readonly<Record<string, string>>,
  within: ReadonlyArray<string>,
): Actor => {
  // Its own process group: Ctrl-C is for the demonstration, which then dismisses its actors in turn. The leash is for
  // the case that it cannot.
  const [first, ...rest] = [...within, process.execPath, program, ...args]
  const child = spawn(first!, rest, {
    env: { ...process.env, ...environment, [leashVariable]: "stdin" },
    stdio: ["pipe", "pipe", "pipe"],
    detached: true,
  })
  const ended = new Promise<number>((resolve) => {
    child.once("exit", (code, signal) => resolve(code ?? (signal === null ? 1 : 128)))
  })
  child.stdin.on("error", () => {})
  const voice = listen(name, child)
  return {
    name,
    child,
    hears: (tag, withinMs) => hears(voice, tag, withinMs),
    tell: (word) => void child.stdin.write(`${word}\n`),
    dismiss: Effect.promise(async () => {
      if (child.exitCode === null && child.signalCode === null) {
        child.kill("SIGTERM")
        const late = setTimeout(() => child.kill("SIGKILL"), graceMs)
        await ended
        clearTimeout(late)
      }
      return ended
    }),
  }
}

/** A program did not say what it should have said. */
export class Missed extends Schema.TaggedError<Missed>()("Missed", {
  name: Schema.String,
  tag: Schema.String,
  why: Schema.String,
}) {
  override get message(): string {
    return `the ${this.name} did not say ${this.tag}: ${this.why}`
  }
}
