// `ipsx worker`: its arguments.
import * as Result from "effect/Result"
import * as Command from "../Command.ts"
import type { Arguments } from "../WorkerCommand.ts"

const help = `ipsx worker --queue redis://HOST:PORT [options]

Makes runs of sweeps that somebody started with ipsx sweep --queue and the same URL. Start as many
as there are machines, whenever you like. Ctrl-C gives an unfinished run back; a worker that is
killed loses it to another one after a while, and the result is the same.

  --queue URL           a Redis or Valkey; rediss:// for TLS. Instead of it the variable IPSX_QUEUE,
                        which does not show the password to everybody on the machine
  --workers N           runs at once, each in a thread of its own (one for each core)
  --idle SECONDS        end after so long without a run
  --patience SECONDS    how long a worker may be silent before its run goes to another (15)

A worker refuses a sweep of other code, gives the run back, and ends with 2.
`

const options = {
  queue: { type: "string" },
  workers: { type: "string" },
  idle: { type: "string" },
  patience: { type: "string" },
} as const

const bad = (problem: string) => Command.bad(problem, "worker")

const whole = (
  name: string,
  text: string | undefined,
  max: number,
): Command.Read<number | undefined> => {
  if (text === undefined) return Result.succeed(undefined)
  const value = /^\d{1,9}$/.test(text) ? Number(text) : NaN
  return value >= 1 && value <= max
    ? Result.succeed(value)
    : bad(`${name}: expected an integer between 1 and ${max}, got "${text}"`)
}

const read = (args: ReadonlyArray<string>): Command.Read<Arguments> =>
  Result.gen(function* () {
    const { values, positionals } = yield* Command.split("worker", args, options)
    if (positionals.length > 0) return yield* bad(`expected only options, got ${positionals[0]}`)
    const queue = values.queue ?? process.env["IPSX_QUEUE"]
    if (queue === undefined) return yield* bad("expected --queue redis://HOST:PORT")
    if (!/^rediss?:\/\//.test(queue) || !URL.canParse(queue))
      return yield* bad(`--queue: expected redis://HOST:PORT, got "${queue}"`)
    return {
      queue,
      workers: yield* whole("--workers", values.workers, 1024),
      idle: yield* whole("--idle", values.idle, 86_400),
      patience: (yield* whole("--patience", values.patience, 3600)) ?? 15,
    }
  })

export const command = Command.make({
  name: "worker",
  operands: "--queue URL",
  about: "make runs of sweeps that come through a queue",
  help,
  read,
  run: async (context, given) => (await import("../WorkerCommand.ts")).run(context, given),
})
