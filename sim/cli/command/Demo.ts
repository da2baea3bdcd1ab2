// `ipsx demo`: shows it all, on one machine.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Ground from "../../demo/Ground.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"

const help = `ipsx demo [--tunnel embedded|wireguard | --stay]

Plays a lease from the first order to the settled wallets, with real processes, a real chain, a real tunnel and real
vouchers, in less than half a minute, without root. Nothing is left behind, also after Ctrl-C.

With wireguard the provider, the requester and the page are on machines of their own: network namespaces, in a user
namespace of the program's (or as root). That needs Linux, wireguard-go or the kernel's WireGuard, wireguard-tools,
nftables and iproute2; what is missing is said.

With --stay there is no lease: chain, relay and a provider of eight addresses stay until Ctrl-C, with keys that have tokens,
to rent from in another terminal or to try a program of your own on. The lines to type are said.
`

interface Given {
  readonly kind: Ground.Kind
  readonly stays: boolean
}

const kinds = ["embedded", "wireguard"] as const satisfies ReadonlyArray<Ground.Kind>

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(
    Command.split("demo", args, { tunnel: { type: "string" }, stay: { type: "boolean" } }),
    ({ values, positionals }): Command.Read<Given> => {
      if (positionals.length > 0)
        return Command.bad(`expected no operand, got ${positionals[0]}`, "demo")
      const { tunnel = "embedded", stay: stays = false } = values
      if (stays && tunnel !== "embedded")
        return Command.bad(`--stay: expected the tunnel embedded, got ${tunnel}`, "demo")
      const kind = kinds.find((name) => name === tunnel)
      return kind === undefined
        ? Command.bad(`--tunnel: expected ${kinds.join(" or ")}, got "${tunnel}"`, "demo")
        : Result.succeed({ kind, stays })
    },
  )

export const command = Command.make({
  name: "demo",
  operands: "",
  about: "show a whole lease on this machine",
  help,
  read,
  run: ({ terminal }, { kind, stays }) =>
    Live.run(
      terminal,
      Effect.gen(function* () {
        const [Demo, Cell] = yield* Effect.promise(() =>
          Promise.all([import("../../demo/Demo.ts"), import("../../demo/Cell.ts")]),
        )
        if (kind === "wireguard" && !Cell.isInside())
          return yield* Cell.enter(["demo", "--tunnel", kind], terminal)
        const began = terminal.seconds()
        const say = (sentence: string): void =>
          terminal.out(`${(terminal.seconds() - began).toFixed(1).padStart(5)} s  ${sentence}\n`)
        if (stays) return yield* Demo.stay(say)
        yield* Demo.play(say, kind)
        return say("All of it checked.")
      }),
    ),
})
