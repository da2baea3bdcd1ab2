// `ipsx wallet`: what a key has in the market and outside of it, and moves tokens between the two.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Purse from "../../../src/live/Purse.ts"
import type * as Address from "../../../src/model/Address.ts"
import * as Amount from "../../../src/model/Amount.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx wallet --key FILE --relay URL --chain URL [--data DIR] [--patience S] [--fee-cap G]
            [--deposit N | --withdraw N | --send N --to 0x… | --collect]

Says what the key's wallet has in the market, what of it is reserved, and how many tokens are outside; with --deposit
or --withdraw it first moves N whole tokens in or out, with --send so many from outside to somebody else's account, with
--collect the market's commissions to the platform's own, and waits until the chain has done it for good. A deposit allows the
contracts exactly what it deposits, by a permit in the same transaction, so that no approval stays behind. The
password of the key comes in the environment variable ${Live.passwordVariable}. Do not use it with the key of a program that runs: its
transactions are numbered one after the other.

  --data DIR     where a transaction is kept until it is done (default: ipsx-wallet); a run that ends before leaves it there,
                 and the next one goes on with it: the same command given again moves nothing a second time
  --patience S   seconds to wait for the chain (default: 300); then it ends with exit code 2
  --fee-cap G    gwei that one gas may cost, at most (default: 500)
`

const options = {
  key: { type: "string" },
  relay: { type: "string" },
  chain: { type: "string" },
  data: { type: "string" },
  deposit: { type: "string" },
  withdraw: { type: "string" },
  send: { type: "string" },
  to: { type: "string" },
  collect: { type: "boolean" },
  patience: { type: "string" },
  "fee-cap": { type: "string" },
} as const

interface Given {
  readonly key: string
  readonly relay: string
  readonly chain: string
  readonly data: string
  readonly move: Move | undefined
  /** Seconds. */
  readonly patience: number
  /** Gwei; undefined for what is usual. */
  readonly feeCap: number | undefined
}

type Move =
  | { readonly how: "deposit" | "withdraw"; readonly amount: bigint }
  | { readonly how: "send"; readonly amount: bigint; readonly to: Address.Address }
  | { readonly how: "collect" }

const usualPatience = 300

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(Command.split("wallet", args, options), ({ values, positionals }) => {
    const bad = (problem: string) => Command.bad(problem, "wallet")
    if (positionals.length > 0) return bad(`expected no operand, got ${positionals[0]}`)
    const { key, relay, chain, data = "ipsx-wallet" } = values
    const lacking = Live.lacking({ key, relay, chain })
    if (lacking !== undefined) return bad(lacking)
    const move = moveAsked(values)
    if (Result.isFailure(move)) return bad(move.failure)
    const patience = Live.whole(values.patience ?? String(usualPatience), 86_400)
    if (patience === undefined)
      return bad(`--patience: expected seconds from 1 to 86400, got "${values.patience}"`)
    const cap = Live.feeCap(values["fee-cap"])
    if (Result.isFailure(cap)) return bad(cap.failure)
    const given = { key: key!, relay: relay!, chain: chain!, data, patience } as const
    return Result.succeed({ ...given, move: move.success, feeCap: cap.success })
  })

const ways = ["deposit", "withdraw", "send", "collect"] as const

/** What is to be moved, if anything is, of the options that say it. */
const moveAsked = (
  values: { readonly [way in "deposit" | "withdraw" | "send" | "to"]?: string | undefined } & {
    readonly collect?: boolean | undefined
  },
): Result.Result<Move | undefined, string> => {
  const [how, other] = ways.filter((way) => values[way] !== undefined)
  if (other !== undefined) return Result.fail(`expected one of --${how} and --${other}, got both`)
  if (values.to !== undefined && how !== "send")
    return Result.fail("--to: expected --send N beside it")
  if (how === undefined) return Result.succeed(undefined)
  if (how === "collect") return Result.succeed({ how })
  const text = values[how]!
  const read = Amount.parse(text)
  if (Result.isFailure(read) || read.success === 0n)
    return Result.fail(`--${how}: expected whole tokens above zero, got "${text}"`)
  const amount = read.success
  if (how !== "send") return Result.succeed({ how, amount })
  const to = Live.address(values.to ?? "")
  return to === undefined
    ? Result.fail("--to: expected whose account it is for, 0x and 40 hexadecimal digits")
    : Result.succeed({ how, amount, to })
}

const run = (terminal: Terminal, given: Given): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Setup, Teller] = yield* Effect.promise(() =>
        Promise.all([import("../../../src/live/Setup.ts"), import("../../../src/live/Teller.ts")]),
      )
      const { key, relay, chain, data, move, patience, feeCap } = given
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected the password of ${key}`,
        })
      const say = (message: string): void => terminal.error(`${message}\n`)
      const market = yield* Setup.market({
        key: { keystore: key, password },
        relay,
        chain,
        data,
        ...(feeCap === undefined ? {} : { feeCap }),
        patienceMs: Math.min(20, patience) * 1000,
        heard: (event) => {
          if (event._tag === "Trouble") say(event.message)
        },
      })
      const purse = yield* Teller.open(
        market,
        chain,
        join(data, `wallet-${market.signer.address}`),
        say,
      )
      const seconds = market.parameters.finality + waitingSeconds
      const waiting = setTimeout(
        () => say(waits(given, market.parameters.finality)),
        seconds * 1000,
      )
      const contents = yield* Effect.tryPromise({
        try: async () => {
          await carryOut(purse, move, say)
          return purse.read()
        },
        catch: (cause) => cause as Error,
      }).pipe(
        Effect.timeoutOrElse({
          duration: patience * 1000,
          orElse: () => Effect.fail(new NotTaken({ chain, data, seconds: patience })),
        }),
        Effect.ensuring(Effect.sync(() => clearTimeout(waiting))),
      )
      const { address, balance, reserved, tokens } = contents
      const line = (name: string, amount: bigint): void =>
        terminal.out(`${name.padEnd(10)}${Amount.format(amount).padStart(30)}\n`)
      terminal.out(`${address}\n`)
      line("balance", balance)
      line("reserved", reserved)
      return line("outside", tokens)
    }),
  )

/** Seconds beyond those that a block takes to be final, after which it is said what is waited for. */
const waitingSeconds = 2

const waits = ({ chain }: Given, finality: number): string =>
  `waiting for ${chain} to take it: a block counts when it is ${finality} seconds behind the head`

/** Goes on with what earlier runs have begun; a move that is one of those is not made once more. */
const carryOut = async (
  purse: Purse.Purse,
  move: Move | undefined,
  say: (message: string) => void,
): Promise<void> => {
  const begun = purse.resumed.map(({ transaction }) => words(moveOf(transaction)))
  for (const one of begun) say(`an earlier run has begun to ${one}: that is finished`)
  for (const { done } of purse.resumed) await done
  if (move === undefined) return
  if (begun.includes(words(move)))
    return say(`and no second one is made: give the command once more for that`)
  await make(purse, move)
}

const make = (purse: Purse.Purse, move: Move): Promise<void> => {
  if (move.how === "collect") return purse.collect()
  return move.how === "send" ? purse.send(move.amount, move.to) : purse[move.how](move.amount)
}

/** A move as people say it; of two that are said alike the second is the first again. */
const words = (move: Move | undefined): string => {
  if (move === undefined) return "move something"
  if (move.how === "collect") return "collect the commissions"
  return `${move.how} ${Amount.format(move.amount)}${move.how === "send" ? ` to ${move.to}` : ""}`
}

const moveOf = (transaction: Transaction): Move | undefined => {
  if (transaction._tag === "DepositWithPermit")
    return { how: "deposit", amount: transaction.amount }
  if (transaction._tag === "Withdraw") return { how: "withdraw", amount: transaction.amount }
  if (transaction._tag === "TransferTokens")
    return { how: "send", amount: transaction.amount, to: transaction.to }
  if (transaction._tag === "WithdrawFees") return { how: "collect" }
  return undefined
}

class NotTaken extends Schema.TaggedError<NotTaken>()("NotTaken", {
  chain: Schema.String,
  data: Schema.String,
  seconds: Schema.Number,
}) {
  override get message(): string {
    return `${this.chain} has not taken it within ${this.seconds} seconds: what was begun is kept in ${this.data}, and the same command goes on with it`
  }
}

export const command = Command.make({
  name: "wallet",
  operands: "",
  about: "say what a wallet has; deposit, withdraw, send",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
