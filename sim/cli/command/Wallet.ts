// `ipsx wallet`: what a key has in the market and outside of it, and moves tokens between the two.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Amount from "../../../src/model/Amount.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx wallet --key FILE --relay URL --chain URL [--data DIR] [--deposit N | --withdraw N]

Says what the key's wallet has in the market, what of it is reserved, and how many tokens are outside; with --deposit
or --withdraw it first moves N whole tokens in or out, and waits until the chain has done it. A deposit allows the
contracts exactly what it deposits, by a permit in the same transaction, so that no approval stays behind. The
password of the key comes in the environment variable ${Live.passwordVariable}. Do not use it with the key of a program that runs: its
transactions are numbered one after the other.

  --data DIR   where a transaction is kept until it is done (default: ipsx-wallet)
`

const options = {
  key: { type: "string" },
  relay: { type: "string" },
  chain: { type: "string" },
  data: { type: "string" },
  deposit: { type: "string" },
  withdraw: { type: "string" },
} as const

interface Given {
  readonly key: string
  readonly relay: string
  readonly chain: string
  readonly data: string
  readonly move: { readonly how: "deposit" | "withdraw"; readonly amount: bigint } | undefined
}

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(Command.split("wallet", args, options), ({ values, positionals }) => {
    const bad = (problem: string) => Command.bad(problem, "wallet")
    if (positionals.length > 0) return bad(`expected no operand, got ${positionals[0]}`)
    const { key, relay, chain, data = "ipsx-wallet", deposit, withdraw } = values
    for (const [name, value] of Object.entries({ key, relay, chain }))
      if (value === undefined) return bad(`--${name}: it is needed`)
    if (deposit !== undefined && withdraw !== undefined)
      return bad("expected --deposit or --withdraw, got both")
    const how = deposit === undefined ? ("withdraw" as const) : ("deposit" as const)
    const text = deposit ?? withdraw
    const amount = text === undefined ? undefined : Amount.parse(text)
    if (amount !== undefined && (Result.isFailure(amount) || amount.success === 0n))
      return bad(`--${how}: expected whole tokens above zero, got "${text}"`)
    const move = amount === undefined ? undefined : { how, amount: Result.getOrThrow(amount) }
    return Result.succeed({ key: key!, relay: relay!, chain: chain!, data, move } as const)
  })

const run = (terminal: Terminal, { key, relay, chain, data, move }: Given): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Setup, Teller] = yield* Effect.promise(() =>
        Promise.all([import("../../../src/live/Setup.ts"), import("../../../src/live/Teller.ts")]),
      )
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected the password of ${key}`,
        })
      const market = yield* Setup.market({
        key: { keystore: key, password },
        relay,
        chain,
        data,
        heard: (event) => {
          if (event._tag === "Trouble") terminal.error(`${event.message}\n`)
        },
      })
      const purse = yield* Teller.open(market, chain, join(data, "wallet"))
      const contents = yield* Effect.tryPromise({
        try: async () => {
          if (move !== undefined) await purse[move.how](move.amount)
          return purse.read()
        },
        catch: (cause) => cause as Error,
      })
      const { address, balance, reserved, tokens } = contents
      const line = (name: string, amount: bigint): void =>
        terminal.out(`${name.padEnd(10)}${Amount.format(amount).padStart(30)}\n`)
      terminal.out(`${address}\n`)
      line("balance", balance)
      line("reserved", reserved)
      return line("outside", tokens)
    }),
  )

export const command = Command.make({
  name: "wallet",
  operands: "",
  about: "say what a wallet has; deposit and withdraw",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
