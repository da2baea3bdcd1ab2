// `ipsx demo`: a lease from the first order to the settled wallets, with real processes, a real chain, a real tunnel and
// real vouchers, on one machine. Every sentence that it says is checked before it is said.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Proxy from "../../src/live/Proxy.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Id } from "../../src/model/Id.ts"
import type { Attachment } from "../../src/tunnel/Tunnel.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
import * as Echo from "./Echo.ts"
import * as Flow from "./Flow.ts"
import * as Ground from "./Ground.ts"
import * as Proof from "./Proof.ts"
import * as Stage from "./Stage.ts"
import * as Town from "./Town.ts"

const lease = 60
/** Seconds of service that may be unpaid: the provider's offer says so. */
const lag = 2
/** What a busy machine may add to any span that is measured here. */
const graceMs = 2500
/** How long a busy machine may take for what is quick elsewhere, and after how long the wait is worth a sentence. */
const patienceMs = 20_000
const waitMs = 6000

type Say = (sentence: string) => void

const require_ = (holds: boolean, problem: string): Effect.Effect<void, Unproved> =>
  holds ? Effect.void : Effect.fail(new Unproved({ problem }))

/** Waits for what a program has to say, and says so when that takes long. */
const hear = (
  say: Say,
  actor: Stage.Actor,
  tag: string,
  what: string,
): Effect.Effect<Stage.Said, Stage.Missed> =>
  Effect.raceFirst(
    actor.hears(tag, Town.patienceMs),
    Effect.forever(
      Effect.andThen(
        Effect.sleep(waitMs),
        Effect.sync(() => say(`  … a slow machine: still waiting for ${what}`)),
      ),
    ),
  )

const askScript = `fetch(process.argv[1]).then((page) => page.text()).then((text) => process.stdout.write(text))`

/** The page as it is for the requester's own machine. */
const direct = (ground: Ground.Ground, url: string): Effect.Effect<string, Error> =>
  Effect.tryPromise({
    try: () => Command.run(ground.requester.within, [process.execPath, "-e", askScript, url]),
    catch: (cause) => cause as Error,
  })

interface Rented {
  readonly id: Id
  readonly attachment: Attachment
}

/** The page sees the provider's address, and not the requester's. */
const browse = (
  say: Say,
  ground: Ground.Ground,
  attachment: Attachment,
  url: string,
): Effect.Effect<void, Error> =>
  Effect.gen(function* () {
    const own = yield* direct(ground, url)
    const { lends } = ground.provider
    const page = yield* Effect.tryPromise({
      try: () => Proxy.get(attachment, url),
      catch: (cause) => cause as Error,
    })
    yield* require_(page.body === lends, `the page saw ${page.body}`)
    yield* require_(own !== page.body, `the requester has the provider's address ${own}`)
    say(
      `The page at ${url} sees ${page.body}, the provider's address; the requester's own is ${own}.`,
    )
  })

/** No vouchers, no bytes; vouchers, bytes. */
const starve = (say: Say, requester: Stage.Actor, flow: Flow.Flow): Effect.Effect<void, Error> =>
  Effect.gen(function* () {
    yield* Flow.until(() => flow.bytes() > 100_000, patienceMs)
    const before = flow.bytes()
    yield* require_(before > 0, "no byte came through the tunnel")
    requester.tell("withhold")
    const began = performance.now()
    const still = 400
    const stopped = yield* Flow.until(() => flow.stillFor() > still, patienceMs)
    yield* require_(stopped !== undefined, "the bytes went on without vouchers")
    const after = performance.now() - began - still
    // A voucher may just have been sent: it pays for up to one interval more.
    yield* require_(after <= (lag + 1) * 1000 + graceMs, `the bytes stopped only after ${after} ms`)
    say(
      `The requester stops its vouchers: the bytes stop after ${(after / 1000).toFixed(1)} s (agreed lag ${lag} s).`,
    )
    const held = flow.bytes()
    requester.tell("pay")
    const resumed = yield* Flow.until(() => flow.bytes() > held, patienceMs)
    yield* require_(resumed !== undefined, "the bytes did not come back with the vouchers")
    say(`It pays again: the bytes flow again after ${(resumed! / 1000).toFixed(1)} s.`)
  })

const table = (
  say: Say,
  title: string,
  wallets: ReadonlyArray<{ readonly balance: bigint; readonly reserved: bigint }>,
): void => {
  say(title)
  for (const [at, name] of ["provider ", "requester"].entries()) {
    const { balance, reserved } = wallets[at]!
    say(
      `  ${name}  balance ${Amount.format(balance).padStart(22)}   reserved ${Amount.format(reserved).padStart(8)}`,
    )
  }
}

const rentWords = (town: Town.Town, ground: Ground.Ground): ReadonlyArray<string> => [
  "rent",
  "country=DE",
  `seconds=${lease}`,
  "limit=7",
  "protocol=http",
  "--control",
  "--tunnel",
  ground.tunnel,
  "--key",
  join(town.directory, "requester.json"),
  "--data",
  join(town.directory, "requester"),
  "--relay",
  town.url,
  "--chain",
  town.chain,
]

/**
 * Plays it; `say` gets each sentence. With wireguard it has to be in a `Cell`.
 *
 * @example
 * yield* Demo.play((sentence) => terminal.out(`${sentence}\n`), "embedded")
 */
export const play = (
  say: Say,
  kind: Ground.Kind,
): Effect.Effect<void, { readonly message: string }, Scope.Scope> =>
  Effect.gen(function* () {
    const ground = kind === "embedded" ? Ground.loopback : yield* Ground.machines
    const { lends } = ground.provider
    const town = yield* Town.build(ground)
    const echo = yield* Echo.serve(ground.echo.host, ground.echo.port)
    const url = `http://${echo.host}:${echo.port}/`
    const before = yield* town.read
    const environment = { IPSX_PASSWORD: town.password }
    const config = yield* Town.providerConfig(town, lends, echo, 1, ground)
    // All three start at once: whoever is early waits for the relay, and a request for its offer.
    const provider = yield* Stage.enter(
      "provider",
      ["provider", config],
      environment,
      ground.provider.within,
    )
    const requester = yield* Stage.enter(
      "requester",
      rentWords(town, ground),
      environment,
      ground.requester.within,
    )
    yield* hear(say, town.relay, "Serving", "the relay")
    say(`A chain at ${town.chain}, the contracts on it, and an order relay at ${town.url}.`)
    table(say, "Wallets before, in tokens:", before)
    yield* hear(say, provider, "Offering", "the provider's offer")
    say(`The provider offers ${lends} for 0.1 tokens a second.`)
    const { id, attachment } = (yield* hear(
      say,
      requester,
      "Rented",
      "the deal and its tunnel",
    )) as unknown as Rented
    say(
      `The orders match: deal ${id.slice(0, 18)}…, signed by both, opened on the chain; the tunnel is up.`,
    )
    yield* browse(say, ground, attachment, url)
    yield* Effect.scoped(
      Effect.gen(function* () {
        const flow = yield* Flow.open(attachment, echo)
        yield* starve(say, requester, flow)
        yield* Effect.sleep(2500)
      }),
    )
    requester.tell("leave")
    yield* hear(say, requester, "Ended", "the settlement, as the requester sees it")
    yield* hear(say, provider, "Over", "the settlement, as the provider sees it")
    const after = yield* town.read
    table(say, "The requester ends the lease; the deal is settled. Wallets after:", after)
    const proof = yield* Proof.collect(town, id)
    yield* require_(proof.paid > 0n, "nothing was paid")
    const gained = after[0]!.balance - before[0]!.balance
    const spent = before[1]!.balance - after[1]!.balance
    yield* require_(spent === proof.paid + proof.minCommission, "the requester paid another sum")
    yield* require_(
      gained === proof.paid - proof.commission + proof.minCommission,
      "the provider got another sum",
    )
    for (const sentence of proof.sentences) say(sentence)
    const hosts = new Set(echo.visitors)
    yield* require_(hosts.size === 2, `the echo was visited from ${[...hosts].join(", ")}`)
  })

/** Those who have a key with tokens in a market that stays, so that two programs never sign for one wallet. */
const customers = ["reseller", "crawler"] as const

/**
 * A market that stays until it is interrupted: chain, relay, a provider of eight addresses, a page to visit. Says what to
 * type in another terminal.
 *
 * @example
 * yield* Demo.stay((sentence) => terminal.out(`${sentence}\n`))
 */
export const stay = (say: Say): Effect.Effect<never, { readonly message: string }, Scope.Scope> =>
  Effect.gen(function* () {
    const ground = Ground.loopback
    const town = yield* Town.build(ground, customers)
    const echo = yield* Echo.serve(ground.echo.host, ground.echo.port)
    const config = yield* Town.providerConfig(town, ground.provider.lends, echo, 8)
    const provider = yield* Stage.enter("provider", ["provider", config], {
      IPSX_PASSWORD: town.password,
    })
    yield* hear(say, town.relay, "Serving", "the relay")
    say(`A chain at ${town.chain}, the contracts on it, and an order relay at ${town.url}.`)
    yield* hear(say, provider, "Offering", "the provider's offer")
    say(
      `A provider offers eight addresses, from ${ground.provider.lends} on, in DE, for 0.1 tokens a second.`,
    )
    const at = (name: string): string => join(town.directory, name)
    const places = `--relay ${town.url} --chain ${town.chain}`
    const variables = `IPSX_RELAY=${town.url} IPSX_CHAIN=${town.chain}`
    say(`Three keys have 100 tokens each. In another terminal, until Ctrl-C here:

export IPSX_PASSWORD=${town.password}
ipsx wallet --key ${at("requester.json")} ${places} --data ${at("wallet")}
ipsx rent country=DE seconds=60 limit=7 protocol=http --key ${at("requester.json")} ${places} --data ${at("rent")}
${variables} npx node docs/examples/reseller.ts ${at("reseller.json")} ${at("reseller")}
${variables} npx node docs/examples/crawler.ts ${at("crawler.json")} ${at("crawler")} http://${echo.host}:${echo.port}/
`)
    return yield* Effect.never
  })

/** Something that the demonstration was to show is not so. */
export class Unproved extends Schema.TaggedError<Unproved>()("Unproved", {
  problem: Schema.String,
}) {
  override get message(): string {
    return `the demonstration failed: ${this.problem}`
  }
}
