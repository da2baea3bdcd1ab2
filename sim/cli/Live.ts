// What the commands of live programs have in common: they run until they are told to stop, say what happens as lines of
// JSON or of text, and leave nothing behind.
import * as Cause from "effect/Cause"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import type * as Scope from "effect/Scope"
import * as Complaint from "./Complaint.ts"
import * as Address from "../../src/model/Address.ts"
import type { Terminal } from "./Terminal.ts"

/** The environment variable that a keystore's password comes in: arguments are seen by everybody on a machine. */
export const passwordVariable = "IPSX_PASSWORD"

export const password = (): string | undefined => process.env[passwordVariable]

/** A whole number from 1 to a most; undefined for anything else. */
export const whole = (text: string, most: number): number | undefined =>
  /^[1-9]\d{0,8}$/.test(text) && Number(text) <= most ? Number(text) : undefined

/** An address; undefined for anything else. */
export const address = (text: string): Address.Address | undefined =>
  /^0x[0-9a-f]{40}$/i.test(text) ? Address.of(text.toLowerCase()) : undefined

/** The gwei of `--fee-cap`, if it is given. */
export const feeCap = (text: string | undefined): Result.Result<number | undefined, string> => {
  const gwei = text === undefined ? undefined : whole(text, 1_000_000)
  return text === undefined || gwei !== undefined
    ? Result.succeed(gwei)
    : Result.fail(`--fee-cap: expected gwei from 1 to 1000000, got "${text}"`)
}

const plain = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value

/** One line of JSON, amounts as decimal strings. */
export const line = (value: unknown): string => `${JSON.stringify(value, plain)}\n`

/** Whose key, and which market: what every command needs that deals with one. Who makes one has no relay yet. */
interface Market {
  readonly key: string | undefined
  readonly relay?: string | undefined
  readonly chain: string | undefined
}

/** What of it is missing, or cannot be; a market that is not there would be asked again and again. */
export const lacking = ({ key, ...urls }: Market): string | undefined => {
  if (key === undefined) return "--key: expected the FILE of a key (ipsx key FILE makes one)"
  for (const [name, value] of Object.entries(urls))
    if (value === undefined || !/^https?:\/\//.test(value) || !URL.canParse(value))
      return `--${name}: expected an http(s) URL, got ${value === undefined ? "none" : `"${value}"`}`
  return undefined
}

const lingerMs = 300
const unheldMs = 4000

/**
 * Set by whoever starts a program for its own ends: then the program stops when its standard input is closed, which
 * happens also when the other one is killed.
 */
export const leashVariable = "IPSX_LEASH"

const leash = (stop: () => void): void => {
  if (process.env[leashVariable] === undefined) return
  const letGo = (): void => {
    stop()
    // Whoever held it is gone, and with it perhaps the chain that an orderly end would wait for.
    setTimeout(() => process.exit(), unheldMs).unref()
  }
  process.stdin.once("close", letGo)
  process.stdin.once("end", letGo)
  process.stdin.resume()
}

/**
 * Runs a program until it ends, or until Ctrl-C, a SIGTERM, a closed terminal or a reader of its lines that has gone ends
 * its scope: nobody would learn of what it does.
 *
 * @returns the exit code: 0 when it was stopped, 2 for what the input or the machine lacks, 1 for a mistake.
 */
export const run = async (
  terminal: Terminal,
  program: Effect.Effect<void, { readonly message: string }, Scope.Scope>,
): Promise<number> => {
  const controller = new AbortController()
  const forget = terminal.onInterrupt(() => controller.abort())
  leash(() => controller.abort())
  const deaf = () => controller.abort()
  process.stdout.once("error", deaf)
  try {
    const exit = await Effect.runPromiseExit(Effect.scoped(program), {
      signal: controller.signal,
    })
    if (Exit.isSuccess(exit) || Cause.hasInterruptsOnly(exit.cause)) return 0
    return Complaint.say(terminal, exit.cause)
  } finally {
    forget()
    process.stdout.off("error", deaf)
    // Told to stop, a program stops, whatever a connection that is being closed still waits for.
    setTimeout(() => process.exit(), lingerMs).unref()
  }
}
