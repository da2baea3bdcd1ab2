// A relay as a running program: its log, its server, and the chain that it follows.
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type * as Scope from "effect/Scope"
import type * as Chain from "../chain/Chain.ts"
import * as Follower from "../chain/Follower.ts"
import * as Rpc from "../chain/Rpc.ts"
import type { Parameters } from "../model/Parameters.ts"
import type * as StandingTerms from "../model/StandingTerms.ts"
import type { Seconds } from "../model/Time.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Signed from "../signature/Signed.ts"
import * as Clock from "./Clock.ts"
import type * as OrderLog from "./OrderLog.ts"
import * as Server from "./Server.ts"
import * as Service from "./Service.ts"
import * as Store from "./Store.ts"

export interface Options {
  readonly host: string
  readonly port: number
  /** Where the order log is kept. */
  readonly directory: string
  readonly chain: string
  readonly place: OrderLog.Place
  readonly parameters: Parameters
  /** With it short leases run under standing reservations; without it each is a deal of its own. */
  readonly standing?: StandingTerms.Policy
  readonly curve: Curve
  readonly key: Uint8Array
  readonly trouble: (error: { readonly message: string }) => void
}

const pollMs = 250

export type RelayError =
  | Server.CannotServe
  | Store.StoreUnusable
  | Store.StoreFailed
  | OrderLog.BrokenLog
  | Service.OtherMarket
  | Service.OtherStanding
  | Chain.ChainError

export interface Running {
  readonly port: number
  /** Fails when nothing can go on: the chain has forgotten what happened on it. */
  readonly broken: Effect.Effect<never, Follower.ChainForgot>
}

/**
 * Runs until the scope closes.
 *
 * @example
 * const { port } = yield* Relay.start({ host: "127.0.0.1", port: 0, directory, chain, place, … })
 */
export const start = (options: Options): Effect.Effect<Running, RelayError, Scope.Scope> =>
  Effect.gen(function* () {
    const { curve, key, place, parameters, directory } = options
    yield* Effect.try({
      try: () => mkdirSync(directory, { recursive: true, mode: 0o700 }),
      catch: (cause) =>
        new Store.StoreUnusable({ file: directory, reason: (cause as Error).message }),
    })
    const store = yield* Effect.acquireRelease(
      Effect.fromResult(Store.open(join(directory, "orders.db"))),
      (store) => Effect.sync(store.close),
    )
    const rpc = yield* Effect.acquireRelease(
      Effect.sync(() => Rpc.make(options.chain, { timeoutMs: 10_000 })),
      (rpc) => Effect.sync(rpc.close),
    )
    let server: Server.Server | undefined
    let opened: Service.Service | undefined
    const clock = Clock.make(parameters.finality)
    const relay = Signed.address(curve, key)
    const standing = options.standing === undefined ? {} : { standing: options.standing }
    const service = yield* Effect.fromResult(
      Service.open({
        curve,
        origin: { _tag: "Begin", relay, place, parameters, policy: "price-time", ...standing },
        sign: (digest) => Signed.sign(curve, digest, key),
        store,
        rpc,
        now: () =>
          Clock.read(clock, {
            wall: Date.now() / 1000,
            steady: performance.now() / 1000,
            finalAt: opened?.finalAt ?? 0,
          }) as Seconds,
        propose: (proposal) => server?.propose(proposal),
        retire: (id, requester) => server?.retire(id, requester),
      }),
    )
    opened = service
    const started = yield* Server.serve(options, () => service)
    server = started
    const following = yield* Effect.forkScoped(
      follow(service, yield* newest(service), options.trouble),
    )
    yield* Effect.forkScoped(ticking(service, clock, options.trouble))
    return { port: started.port, broken: Fiber.join(following) }
  })

/** What a chain said before there was a relay concerns none of its deals, and a chain may have millions of blocks. */
const newest = ({ options: { store, rpc, origin } }: Service.Service): Effect.Effect<number> => {
  const { finality } = origin.parameters
  return store.block() > 0
    ? Effect.succeed(0)
    : Effect.promise(() => Follower.finalNumber({ rpc, finality }).catch(() => 0))
}

const follow = (
  service: Service.Service,
  from: number,
  trouble: Options["trouble"],
): Effect.Effect<never, Follower.ChainForgot> => {
  const { rpc, store, origin } = service.options
  return Follower.follow({
    rpc,
    centralizer: origin.place.centralizer,
    after: store.block(),
    from,
    finality: origin.parameters.finality,
    pollMs,
    take: async (blocks) => {
      for (const { number, logs } of blocks)
        for (const log of logs) Service.observe(service, log, number)
      const { number: last, timestamp } = blocks.at(-1)!
      store.setBlock(last)
      service.finalAt = timestamp
    },
    trouble,
  })
}

/** Lets time pass in the market, and says what is wrong with the time. */
const ticking = (
  service: Service.Service,
  clock: Clock.Clock,
  trouble: Options["trouble"],
): Effect.Effect<never> => {
  const tick = Effect.try({
    try: () => {
      const wrong = Clock.doubt(clock) ?? Service.logAhead(service)
      if (wrong !== undefined) trouble(wrong)
      Service.tick(service)
    },
    catch: (cause) => cause as Error,
  })
  const once = Effect.ignore(Effect.tapError(tick, (failed) => Effect.sync(() => trouble(failed))))
  return Effect.forever(Effect.andThen(once, Effect.sleep(500)))
}
