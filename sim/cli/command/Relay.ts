// `ipsx relay`: the order relay, and the check of an order log.
import { randomBytes } from "node:crypto"
import { existsSync, mkdirSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Address from "../../../src/model/Address.ts"
import type * as Parameters from "../../../src/model/Parameters.ts"
import * as StandingTerms from "../../../src/model/StandingTerms.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import * as MarketParameters from "../MarketParameters.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx relay --chain URL --centralizer 0x… --token 0x… [--data DIR] [--host H] [--port N] [--parameters P]
           [--standing SECONDS[,LIFETIME[,DEALS]]]
ipsx relay --verify URL

Serves orders and deals over HTTP and a WebSocket, described at /openapi.json, until Ctrl-C. Every command is
in a signed order log that anybody can replay; --verify fetches the log of the relay at URL, replays it and says
whether the deals follow from the orders. The relay's key is made at the first start, in DIR/key.json, under the
password in the environment variable ${Live.passwordVariable}.

  --data DIR      where key and log are kept (default: ipsx-relay)
  --host, --port  where it serves (default: 127.0.0.1, 7400; 0 is any free port)
  --parameters P  those that the Centralizer was deployed with: default, small, or a JSON file like those in
                  spec/parameters (default: default)
  --standing S[,L[,D]]
                  leases shorter than S seconds run under a standing reservation of their two parties, which is opened and
                  settled once for many: for L seconds (default: 3600), with money for D such leases (default: 20). It
                  stands in the first entry of the log, for good (default: each lease is opened on the chain)
`

type Given =
  | { readonly do: "verify"; readonly url: string }
  | {
      readonly do: "serve"
      readonly chain: string
      readonly centralizer: Address.Address
      readonly token: Address.Address
      readonly data: string
      readonly host: string
      readonly port: number
      /** A preset's name, or a file. */
      readonly parameters: string
      readonly standing: StandingTerms.Policy | undefined
    }

const options = {
  verify: { type: "string" },
  chain: { type: "string" },
  centralizer: { type: "string" },
  token: { type: "string" },
  data: { type: "string" },
  host: { type: "string" },
  port: { type: "string" },
  parameters: { type: "string" },
  standing: { type: "string" },
} as const

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(Command.split("relay", args, options), (parsed): Command.Read<Given> => {
    const { values, positionals } = parsed
    const bad = (problem: string) => Command.bad(problem, "relay")
    if (positionals.length > 0) return bad(`expected no operand, got ${positionals[0]}`)
    const { verify, chain, data = "ipsx-relay", host = "127.0.0.1", port = "7400" } = values
    if (verify !== undefined)
      return URL.canParse(verify)
        ? Result.succeed({ do: "verify", url: verify })
        : bad(`--verify: expected a URL, got "${verify}"`)
    if (chain === undefined || !URL.canParse(chain)) return bad("--chain: expected a URL")
    const { centralizer, token } = values
    const contracts = [centralizer, token].map((text) => Live.address(text ?? ""))
    for (const [at, name] of ["centralizer", "token"].entries())
      if (contracts[at] === undefined)
        return bad(`--${name}: expected an address, 0x and 40 hexadecimal digits`)
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65_535)
      return bad(`--port: expected a number up to 65535, got "${port}"`)
    const { parameters = "default" } = values
    const problem = MarketParameters.problem(parameters)
    if (problem !== undefined) return bad(problem)
    const standing = standingOf(values.standing)
    if (Result.isFailure(standing)) return bad(standing.failure)
    return Result.succeed({
      do: "serve",
      chain,
      centralizer: contracts[0]!,
      token: contracts[1]!,
      data,
      host,
      port: Number(port),
      parameters,
      standing: standing.success,
    })
  })

const policyOf = Schema.decodeUnknownResult(StandingTerms.Policy)

const standingOf = (
  text: string | undefined,
): Result.Result<StandingTerms.Policy | undefined, string> => {
  if (text === undefined) return Result.succeed(undefined)
  const bad = `--standing: expected seconds, and behind commas a lifetime in seconds and a number of deals, up to 1000000, got "${text}"`
  if (!/^\d{1,9}(,\d{1,9}){0,2}$/.test(text)) return Result.fail(bad)
  const [below, lifetime = 3600, deals = 20] = text.split(",").map(Number)
  return Result.mapError(policyOf({ below, lifetime, deals }), () => bad)
}

/** What no lease could ever come under is a mistake, and a reservation lasts no longer than a deal may. */
const fits = (
  { below, lifetime }: StandingTerms.Policy,
  { minLease, shortLeaseMax, maxLease }: Parameters.Parameters,
): string | undefined =>
  below <= minLease || below > shortLeaseMax + 1
    ? `--standing: expected from ${minLease + 1} to ${shortLeaseMax + 1} seconds by these parameters, got ${below}`
    : lifetime < below || lifetime > maxLease
      ? `--standing: expected a lifetime from ${below} to ${maxLease} seconds by these parameters, got ${lifetime}`
      : undefined

const serve = (
  terminal: Terminal,
  given: Extract<Given, { readonly do: "serve" }>,
): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Relay, Keystore, NativeCurve, Repeats] = yield* Effect.promise(() =>
        Promise.all([
          import("../../../src/relay/Relay.ts"),
          import("../../../src/live/Keystore.ts"),
          import("../../../src/chain/NativeCurve.ts"),
          import("../../../src/live/Repeats.ts"),
        ]),
      )
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected a password for the relay's key`,
        })
      const { data: directory, chain, host, port, centralizer, token } = given
      const parameters = yield* MarketParameters.read(given.parameters)
      const { standing } = given
      const misfit = standing === undefined ? undefined : fits(standing, parameters)
      if (misfit !== undefined) return yield* Effect.fail({ message: misfit })
      yield* Effect.try({
        try: () => mkdirSync(directory, { recursive: true, mode: 0o700 }),
        catch: (cause) => cause as Error,
      })
      const file = join(directory, "key.json")
      if (!existsSync(file))
        yield* Keystore.create(file, randomBytes(32), password, Keystore.standard)
      const key = yield* Keystore.open(file, password)
      const chainId = yield* chainIdOf(chain, centralizer, parameters)
      const place = { chainId, centralizer, token }
      const started = yield* Relay.start({
        host,
        port,
        directory,
        chain,
        place,
        parameters,
        ...(standing === undefined ? {} : { standing }),
        curve: NativeCurve.fastest(),
        key,
        trouble: Repeats.quiet((message) => terminal.error(`${message}\n`)),
      })
      terminal.out(Live.line({ _tag: "Serving", url: `http://${host}:${started.port}`, place }))
      return yield* started.broken
    }),
  )

/** The chain's id, once it has said that the Centralizer has these parameters: a deal under others would be refused there. */
const chainIdOf = (
  chain: string,
  centralizer: Address.Address,
  parameters: Parameters.Parameters,
): Effect.Effect<number, { readonly message: string }> =>
  Effect.gen(function* () {
    const [Rpc, Chain, FixedParameters] = yield* Effect.promise(() =>
      Promise.all([
        import("../../../src/chain/Rpc.ts"),
        import("../../../src/chain/Chain.ts"),
        import("../../../src/chain/FixedParameters.ts"),
      ]),
    )
    const rpc = Rpc.make(chain, { timeoutMs: 10_000 })
    const asked = [{ method: "eth_chainId", params: [] }, FixedParameters.call(centralizer)]
    const [id, fixed] = yield* Effect.tryPromise({
      try: () => rpc.batch(asked),
      catch: Chain.asError,
    }).pipe(Effect.ensuring(Effect.sync(rpc.close)))
    const differences = FixedParameters.differences(parameters, fixed)
    if (differences.length === 0) return Number(id)
    const message = `--parameters: of the Centralizer ${centralizer}, ${FixedParameters.describe(differences)}`
    return yield* Effect.fail({ message })
  })

const verify = (terminal: Terminal, url: string): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Client, Market, NativeCurve] = yield* Effect.promise(() =>
        Promise.all([
          import("../../../src/relay/Client.ts"),
          import("../../../src/relay/Market.ts"),
          import("../../../src/chain/NativeCurve.ts"),
        ]),
      )
      const entries = yield* Client.log(url)
      const replayed = yield* Effect.fromResult(Market.replay(NativeCurve.fastest(), entries))
      const deals = entries.reduce((sum, entry) => sum + entry.deals.length, 0)
      const { number, hash } = replayed.last
      terminal.out(
        `${number + 1} entries signed by ${replayed.market.origin.relay}, ${deals} deals, as the orders make them; head ${hash}\n`,
      )
    }),
  )

export const command = Command.make({
  name: "relay",
  operands: "",
  about: "serve orders and deals, or verify an order log",
  help,
  read,
  run: ({ terminal }, given) =>
    given.do === "verify" ? verify(terminal, given.url) : serve(terminal, given),
})
