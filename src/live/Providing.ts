// A provider as a running program: its offer stands at the relay for as long as it runs, and is renewed.
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import type { Seconds } from "../model/Time.ts"
import * as Hex from "../signature/Hex.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import * as Adapter from "./Adapter.ts"
import * as Agent from "./Agent.ts"
import type * as Event from "./Event.ts"
import { nonce, randomId } from "./Ipsx.ts"
import * as ProviderConfig from "./ProviderConfig.ts"
import * as Repeats from "./Repeats.ts"
import * as Setup from "./Setup.ts"

/** The same range has the same name in every offer of its owner: what is leased of one is not offered by the next. */
const resourceOf = (agent: Agent.Agent, { offer }: ProviderConfig.ProviderConfig): Id => {
  const { curve, signer } = agent.options
  const { first, addresses = 1, concurrency = 1 } = offer
  const text = `${signer.address} ${first} ${addresses} ${concurrency}`
  return Hex.fromBytes(curve.keccak(new TextEncoder().encode(text))) as string as Id
}

const adapterOf = ({ tunnel, listen }: ProviderConfig.ProviderConfig): Tunnel.Adapter => {
  const beside = listen === undefined ? undefined : { ...listen, port: 0 }
  return Adapter.providing(tunnel ?? { adapter: "embedded" }, tunnel?.listen ?? beside)
}

const lentOf = ({
  exitCheck,
  offer,
}: ProviderConfig.ProviderConfig): NonNullable<Setup.Options["lent"]> => ({
  ...(offer.countrySource === undefined ? {} : { source: offer.countrySource }),
  ...(exitCheck === undefined
    ? {}
    : { echo: exitCheck.echo, everyMs: 1000 * (exitCheck.everySeconds ?? 5) }),
})

export interface Providing {
  readonly agent: Agent.Agent
  readonly offer: Order.Offer
}

export type ProvidingError =
  | ProviderConfig.BadConfig
  | Setup.SetupError
  | Tunnel.Unavailable
  | Agent.StartError
  | Agent.OrderError

const retryMs = 1000

/**
 * Starts a provider; it ends with the scope.
 *
 * @example
 * yield* Providing.start(yield* ProviderConfig.load("provider.yaml"), password, heard)
 */
export const start = (
  config: ProviderConfig.ProviderConfig,
  password: string,
  heard: (event: Event.Event) => void,
): Effect.Effect<Providing, ProvidingError, Scope.Scope> =>
  Effect.gen(function* () {
    const { relay, chain, data, centralizer, blockSeconds, listen } = config
    const adapter = adapterOf(config)
    yield* Adapter.ready(adapter)
    const options = yield* Setup.prepare({
      key: { keystore: config.key, password },
      relay,
      chain,
      data,
      adapter,
      policy: ProviderConfig.policy(config),
      ...(listen === undefined ? {} : { listen: { port: 0, ...listen } }),
      heard,
      // It runs for as long as its owner wants, and waits for relay and chain as long as that.
      patienceMs: Infinity,
      ...(centralizer === undefined ? {} : { centralizer }),
      ...(blockSeconds === undefined ? {} : { blockSeconds }),
      lent: lentOf(config),
      ...(config.topUp === undefined ? {} : { topUp: String(config.topUp) }),
      ...(config.feeCap === undefined ? {} : { feeCap: config.feeCap }),
    })
    const agent = yield* Agent.start(options)
    const offer = (yield* again(agent)) ?? (yield* place(agent, config))
    yield* Effect.forkScoped(renew(agent, config, offer))
    return { agent, offer }
  })

/** The last offer of an earlier run, if its time is not over. */
const standing = (agent: Agent.Agent): Order.Offer | undefined =>
  [...agent.orders.values()].findLast(
    (order): order is Order.Offer =>
      order._tag === "Offer" && order.expiresAt > Math.floor(Date.now() / 1000) + 60,
  )

/**
 * That offer, if the relay has it. It is placed once more, because a program that was killed may have written it down and
 * not placed it (IPSX-MAT-037).
 */
const again = (agent: Agent.Agent): Effect.Effect<Order.Offer | undefined, Agent.OrderError> =>
  Effect.gen(function* () {
    const offer = standing(agent)
    if (offer === undefined) return undefined
    const placed = yield* Effect.result(Agent.place(agent, offer))
    if (placed._tag === "Success") return offer
    if (placed.failure._tag !== "RelayRefused") return yield* placed.failure
    return undefined
  })

const place = (
  agent: Agent.Agent,
  config: ProviderConfig.ProviderConfig,
): Effect.Effect<Order.Offer, ProviderConfig.BadConfig | Agent.OrderError> =>
  Effect.gen(function* () {
    const offer = yield* made(agent, config)
    yield* Agent.order(agent, offer)
    return offer
  })

/** The offer that the configuration describes, from now on. */
const made = (
  agent: Agent.Agent,
  config: ProviderConfig.ProviderConfig,
): Effect.Effect<Order.Offer, ProviderConfig.BadConfig> =>
  Effect.suspend(() => {
    const { parameters, signer } = agent.options
    return Effect.fromResult(
      ProviderConfig.offer(config, {
        owner: signer.address,
        id: randomId(),
        resource: resourceOf(agent, config),
        nonce: nonce(),
        now: Math.floor(Date.now() / 1000) as Seconds,
        least: parameters.minLease,
        maxLag: parameters.maxLag,
      }),
    )
  })

const renew = (
  agent: Agent.Agent,
  config: ProviderConfig.ProviderConfig,
  first: Order.Offer,
): Effect.Effect<never> => {
  let last = first
  let isPlaced = true
  const trouble = Repeats.quiet((message) => agent.options.heard({ _tag: "Trouble", message }))
  return Effect.forever(
    Effect.gen(function* () {
      if (Date.now() / 1000 >= last.expiresAt) {
        const next = yield* Effect.result(made(agent, config))
        if (next._tag === "Success") {
          last = next.success
          isPlaced = false
        } else trouble(next.failure)
      }
      if (!isPlaced) {
        // The relay may be away for long: it is the same offer that it gets then.
        const isWritten = agent.orders.has(last.id)
        const placing = isWritten ? Agent.place(agent, last) : Agent.order(agent, last)
        const placed = yield* Effect.result(placing)
        isPlaced = placed._tag === "Success"
        if (placed._tag === "Failure") trouble(placed.failure)
      }
      yield* Effect.sleep(retryMs)
    }),
  )
}
