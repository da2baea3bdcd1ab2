// What a command says that did not come to its end, and the exit code that goes with it.
import * as Cause from "effect/Cause"
import * as Result from "effect/Result"
import type { Terminal } from "./Terminal.ts"

/**
 * The optional package whose absence ended a command. Those who install the library get only what every import of it
 * needs; a command that needs more finds out when it loads it.
 */
const missing = (defect: unknown): string | undefined => {
  const { code, message } = (defect ?? {}) as { readonly code?: unknown; readonly message?: string }
  if (code !== "ERR_MODULE_NOT_FOUND") return undefined
  return /^Cannot find package '([^']+)'/.exec(message ?? "")?.[1]
}

/**
 * Says why a command did not end well: 2 and one message for what the input or the machine lacks, 1 and the whole story
 * for a mistake of the program.
 *
 * @example
 * if (Exit.isFailure(exit)) return Complaint.say(terminal, exit.cause)
 */
export const say = (
  terminal: Terminal,
  cause: Cause.Cause<{ readonly message: string }>,
): 1 | 2 => {
  const failure = Cause.findError(cause)
  const absent = missing(Cause.squash(cause))
  if (Result.isFailure(failure) && absent === undefined) {
    terminal.error(
      `ipsx: this is a mistake of the program, please report it:\n${Cause.pretty(cause)}\n`,
    )
    return 1
  }
  const lacking = Result.isSuccess(failure)
    ? failure.success.message
    : `the package ${absent} is not installed: npm install ${absent}`
  terminal.error(`ipsx: ${lacking}\n`)
  return 2
}
