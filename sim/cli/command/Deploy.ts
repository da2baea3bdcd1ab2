// `ipsx deploy`: the contracts of a market of one's own, on somebody else's chain.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Contracts from "../../../src/live/Contracts.ts"
import * as Address from "../../../src/model/Address.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import * as MarketParameters from "../MarketParameters.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx deploy --key FILE --chain URL [--token 0x… | --open] [--parameters P] [--platform 0x…] [--fee-cap G]
            [--patience S] [--funding 0x…] [--partners 0x…] [--bounty 0x…] [--team 0x…]

Puts the contracts of a market on a chain: a token, unless there is one, and a Centralizer, whose parameters nobody can
change afterwards and which has no owner. Says as a line of JSON on standard output where they are, once their blocks are
final. The key pays for the gas; its password comes in the environment variable ${Live.passwordVariable}. The next command is
ipsx relay, with what this one says; docs/market.md goes through all of them.

  --token 0x…     a token that is there, with 18 decimals and permits (EIP-2612); without it one is made, with the paper's
                  supply of 1.8 thousand million
  --open          open the new token's transfers at once. Until its funding does that, tokens do not move, and nobody can deposit
  --funding, --partners, --bounty, --team
                  who gets these parts of a new token's supply (default: the key's own address)
  --platform 0x…  who may withdraw the commissions (default: the key's own address)
  --parameters P  default, small, or a JSON file like those in spec/parameters (default: default)
  --fee-cap G     gwei that one gas may cost, at most (default: 500)
  --patience S    seconds to wait for the chain, for all of it (default: 600). What was sent until then is said, and may
                  still be taken: when the token is there, go on with --token
`

const holders = ["funding", "partners", "bounty", "team"] as const
const accounts = ["token", "platform", ...holders] as const
type Account = (typeof accounts)[number]

const text = { type: "string" } as const
const options = {
  key: text,
  chain: text,
  open: { type: "boolean" },
  parameters: text,
  "fee-cap": text,
  patience: text,
  token: text,
  platform: text,
  funding: text,
  partners: text,
  bounty: text,
  team: text,
} as const

interface Given {
  readonly key: string
  readonly chain: string
  readonly opens: boolean
  readonly parameters: string
  /** Gwei; undefined for what is usual. */
  readonly feeCap: number | undefined
  /** Seconds. */
  readonly patience: number
  readonly named: { readonly [account in Account]?: Address.Address }
}

const usualPatience = 600

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(Command.split("deploy", args, options), ({ values, positionals }) => {
    const bad = (problem: string) => Command.bad(problem, "deploy")
    if (positionals.length > 0) return bad(`expected no operand, got ${positionals[0]}`)
    const { key, chain, open = false, parameters = "default" } = values
    const lacking = Live.lacking({ key, chain })
    if (lacking !== undefined) return bad(lacking)
    const named: { [account in Account]?: Address.Address } = {}
    for (const name of accounts) {
      const given = values[name]
      if (given === undefined) continue
      const address = Live.address(given)
      if (address === undefined)
        return bad(`--${name}: expected an address, 0x and 40 hexadecimal digits, got "${given}"`)
      named[name] = address
    }
    const useless = [...holders, ...(open ? (["open"] as const) : [])].find(
      (name) => name === "open" || named[name] !== undefined,
    )
    if (named.token !== undefined && useless !== undefined)
      return bad(`--${useless} is for a new token, and --token names one that is there`)
    const problem = MarketParameters.problem(parameters)
    if (problem !== undefined) return bad(problem)
    const cap = Live.feeCap(values["fee-cap"])
    if (Result.isFailure(cap)) return bad(cap.failure)
    const patience = Live.whole(values.patience ?? String(usualPatience), 86_400)
    if (patience === undefined)
      return bad(`--patience: expected seconds from 1 to 86400, got "${values.patience}"`)
    const given = { key: key!, chain: chain!, opens: open, parameters, patience, named }
    return Result.succeed({ ...given, feeCap: cap.success })
  })

const run = (terminal: Terminal, given: Given): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Contracts, Chain, Fee, Keystore, NativeCurve, Repeats, Rpc, Signer] =
        yield* Effect.promise(() =>
          Promise.all([
            import("../../../src/live/Contracts.ts"),
            import("../../../src/chain/Chain.ts"),
            import("../../../src/chain/Fee.ts"),
            import("../../../src/live/Keystore.ts"),
            import("../../../src/chain/NativeCurve.ts"),
            import("../../../src/live/Repeats.ts"),
            import("../../../src/chain/Rpc.ts"),
            import("../../../src/live/Signer.ts"),
          ]),
        )
      const { key, chain, opens, named, feeCap, patience } = given
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected the password of ${key}`,
        })
      const parameters = yield* MarketParameters.read(given.parameters)
      const curve = NativeCurve.fastest()
      const signer = Signer.local(curve, yield* Keystore.open(key, password))
      const own = signer.address
      const { platform = own, funding = own, partners = own, bounty = own, team = own } = named
      const rpc = yield* Effect.acquireRelease(
        Effect.sync(() => Rpc.make(chain, { timeoutMs: 10_000 })),
        (rpc) => Effect.sync(rpc.close),
      )
      const say = Repeats.quiet((message) => terminal.error(`${message}\n`))
      const asked: Contracts.Options = {
        rpc,
        curve,
        signer,
        parameters,
        platform,
        token: named.token ?? { funding, partners, bounty, team },
        opens,
        feeCap: feeCap === undefined ? Fee.usualCap : Fee.ofGwei(feeCap),
        pollMs: 200,
        heard: (step) => say({ message: words(step) }),
      }
      const made = yield* Effect.tryPromise({
        try: (signal) => Contracts.deploy(asked, signal),
        catch: Chain.asError,
      }).pipe(
        Effect.timeoutOrElse({
          duration: patience * 1000,
          orElse: () => Effect.fail(new NotThere({ chain, seconds: patience })),
        }),
      )
      terminal.out(Live.line({ _tag: "Deployed", ...made }))
      if (!made.isOpen) say({ message: locked })
      return undefined
    }),
  )

const locked =
  "the token's transfers are closed: until its funding calls openTransfers(), nobody can deposit"

const words = (step: Contracts.Step): string => {
  if (step._tag === "Trouble") return step.message
  const what = step.what === "opening" ? "opening of the token's transfers" : step.what
  return step._tag === "Sending"
    ? `the ${what} goes out as ${step.transaction}, and is waited for at ${step.address}`
    : `the ${what} is there`
}

class NotThere extends Schema.TaggedError<NotThere>()("NotThere", {
  chain: Schema.String,
  seconds: Schema.Number,
}) {
  override get message(): string {
    return `${this.chain} has not taken all of it within ${this.seconds} seconds: what was sent may still be taken, so look for it before you start again; a token that is there is named by --token`
  }
}

export const command = Command.make({
  name: "deploy",
  operands: "",
  about: "put the contracts of a market on a chain",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
