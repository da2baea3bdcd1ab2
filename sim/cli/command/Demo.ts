// `ipsx demo`: shows it all, on one machine.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"

const help = `ipsx demo [--tunnel embedded]

Plays a lease from the first order to the settled wallets, with real processes, a real chain, a real tunnel and real
vouchers, in less than half a minute, without root. Nothing is left behind, also after Ctrl-C.
`

const read = (args: ReadonlyArray<string>): Command.Read<"embedded"> =>
  Result.flatMap(
    Command.split("demo", args, { tunnel: { type: "string" } }),
    ({ values, positionals }): Command.Read<"embedded"> => {
      if (positionals.length > 0)
        return Command.bad(`expected no operand, got ${positionals[0]}`, "demo")
      const { tunnel = "embedded" } = values
      return tunnel === "embedded"
        ? Result.succeed(tunnel)
        : Command.bad(`--tunnel: expected embedded, got "${tunnel}"`, "demo")
    },
  )

export const command = Command.make({
  name: "demo",
  operands: "",
  about: "show a whole lease on this machine",
  help,
  read,
  run: ({ terminal }) =>
    Live.run(
      terminal,
      Effect.gen(function* () {
        const Demo = yield* Effect.promise(() => import("../../demo/Demo.ts"))
        const began = terminal.seconds()
        const say = (sentence: string): void =>
          terminal.out(`${(terminal.seconds() - began).toFixed(1).padStart(5)} s  ${sentence}\n`)
        yield* Demo.play(say)
        say("All of it checked.")
      }),
    ),
})
