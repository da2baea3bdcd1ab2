// `ipsx reconcile`: removes what programs that were killed have left behind.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"

const help = `ipsx reconcile

Removes what live programs and demonstrations that were killed have left on this machine, and names each thing:
interfaces and sockets of WireGuard tunnels whose process is gone, and a demonstration's temporary files. What a
program that still runs has is left alone; doing it twice does no harm. A provider and a requester do the same for
their tunnels whenever they start. Interfaces can only be removed with the rights that they were made with.
`

export const command = Command.make({
  name: "reconcile",
  operands: "",
  about: "remove what killed programs have left behind",
  help,
  read: (args) =>
    Result.flatMap(Command.split("reconcile", args, {}), ({ positionals }): Command.Read<void> =>
      positionals.length === 0
        ? Result.succeed(undefined)
        : Command.bad(`expected no operand, got ${positionals[0]}`, "reconcile"),
    ),
  run: ({ terminal }) =>
    Live.run(
      terminal,
      Effect.gen(function* () {
        const [Wireguard, Town] = yield* Effect.promise(() =>
          Promise.all([import("../../../src/tunnel/Wireguard.ts"), import("../../demo/Town.ts")]),
        )
        const residue = [...(yield* Wireguard.make().reconcile(new Set())), ...(yield* Town.sweep)]
        for (const { kind, name } of residue) terminal.out(`removed the ${kind} ${name}\n`)
        terminal.out(residue.length === 0 ? "Nothing was left behind.\n" : "")
      }),
    ),
})
