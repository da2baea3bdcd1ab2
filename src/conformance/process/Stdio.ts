// A subject as a driver process: lines on standard input, answers on standard output, until `stop` or the end of input.
import { createInterface } from "node:readline"
import * as Server from "../Server.ts"
import type { Subject } from "../Subject.ts"

/** A subject that holds something of the outside, which it gives back at the end. */
export interface Disposable extends Subject {
  readonly dispose?: () => Promise<void>
}

/**
 * Serves until the runner has had enough; the exit code comes out.
 *
 * @example
 * process.exitCode = await Stdio.serve(Reference.subject("full"))
 */
export const serve = async (subject: Disposable): Promise<number> => {
  const server = Server.make(subject)
  // A runner that is gone closes the pipe; there is nobody left to tell.
  process.stdout.on("error", () => process.exit(0))
  try {
    for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
      if (line.trim() === "") continue
      const answer = await server.answer(line)
      if (!process.stdout.write(`${answer}\n`))
        await new Promise<void>((resolve) => process.stdout.once("drain", resolve))
      if (server.isStopped()) break
    }
  } finally {
    await subject.dispose?.()
  }
  process.stdin.destroy()
  return 0
}
