// That only one program at a time has a party's file: two would number and sign different letters alike. The lock is the
// system's own on a file of SQLite's, which is gone with its process, however that ends; a file with a process's number in
// it would outlive a kill, and the number could be another's by then.
import { DatabaseSync } from "node:sqlite"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"

/** A program that is being ended still has it for a moment. */
const patienceMs = 1000

/**
 * Holds the lock `FILE.lock` until the scope closes.
 *
 * @example
 * yield* Lock.hold("provider/journal")
 */
export const hold = (file: string): Effect.Effect<void, InUse, Scope.Scope> =>
  Effect.asVoid(
    Effect.acquireRelease(
      Effect.try({
        try: () => take(`${file}.lock`),
        catch: (cause) => new InUse({ file, reason: (cause as Error).message }),
      }),
      (lock) => Effect.sync(() => lock.close()),
    ),
  )

const take = (file: string): DatabaseSync => {
  const lock = new DatabaseSync(file, { timeout: patienceMs })
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
    return lock
  } catch (cause) {
    lock.close()
    throw cause
  }
}

export class InUse extends Schema.TaggedError<InUse>()("InUse", {
  file: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `another program has it (${this.reason}): end that one, or use another data directory`
  }
}
