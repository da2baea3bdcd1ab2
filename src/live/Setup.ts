// From what an owner writes down to the options of an agent: the key is opened, the relay says which market it is, and
// the chain is asked whether that is true.
import { mkdir } from "node:fs/promises"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import * as Abi from "../chain/Abi.ts"
import type * as Chain from "../chain/Chain.ts"
import { asError } from "../chain/Chain.ts"
import * as Fee from "../chain/Fee.ts"
import * as FixedParameters from "../chain/FixedParameters.ts"
import * as NativeCurve from "../chain/NativeCurve.ts"
import * as Rpc from "../chain/Rpc.ts"
import * as View from "../chain/View.ts"
import type { Place } from "../chain/Signer.ts"
import type { Address } from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import type { Parameters } from "../model/Parameters.ts"
import type * as StandingTerms from "../model/StandingTerms.ts"
import * as Client from "../relay/Client.ts"
import type { Curve } from "../signature/Curve.ts"
import * as ExitPolicy from "../tunnel/ExitPolicy.ts"
import type * as Tunnel from "../tunnel/Tunnel.ts"
import type * as Agent from "./Agent.ts"
import type * as Event from "./Event.ts"
import * as Keystore from "./Keystore.ts"
import * as Listeners from "./Listeners.ts"
import type * as Party from "./Party.ts"
import * as Repeats from "./Repeats.ts"
import * as Signer from "./Signer.ts"

/** Where a party's key is: a keystore file and its password, or a signer of its own. */
export type Key =
  | { readonly keystore: string; readonly password: string }
  | { readonly signer: Signer.Signer }

export interface Options {
  readonly key: Key
  /** URLs of the relay and of an Ethereum node. */
  readonly relay: string
  readonly chain: string
  /** A directory of its own, where it keeps its journal. */
  readonly data: string
  readonly adapter: Tunnel.Adapter
  readonly policy?: ExitPolicy.ExitPolicy
  readonly listen?: Agent.Options["listen"]
  /** The Centralizer that the owner means; otherwise the relay's word is taken. */
  readonly centralizer?: Address
  readonly blockSeconds?: number
  /**
   * An http echo that answers with the address it sees: a requester's own choice to ask through each tunnel, instead of the
   * provider's; a provider asks it from its address, every so many ms, and says where its country claim comes from.
   */
  readonly lent?: Partial<Agent.Options["lent"]>
  /** Whole tokens that it may deposit by itself, in all, when an order or a bond lacks them; none unless named. */
  readonly topUp?: string
  readonly heard: (event: Event.Event) => void
  /** Gwei that one gas may cost, at most; 500 unless named (IPSX-CHN-053). */
  readonly feeCap?: number
  /** Milliseconds to wait for a relay or a chain that is not there yet; 20 seconds unless named. */
  readonly patienceMs?: number
  readonly act?: Party.Act
}

/** A key, and the market that it is for, checked. */
export interface Market {
  readonly signer: Signer.Signer
  readonly curve: Curve
  readonly place: Place
  readonly parameters: Parameters
  /** Under which reservations short leases run by the relay's policy, if it has one. */
  readonly standing?: StandingTerms.Policy
  /** Wei that one gas may cost. */
  readonly feeCap: bigint
}

export type SetupError =
  | Keystore.WrongPassword
  | Keystore.UnusableKeystore
  | Client.RelayError
  | Chain.ChainError
  | Amount.InvalidAmount
  | OtherCentralizer
  | OtherParameters
  | DataUnusable

/** IPSX-MAT-036: what a relay says of its market is what the chain says. */
const require_ = (
  chain: string,
  { place, parameters }: Pick<Market, "place" | "parameters">,
): Effect.Effect<void, Chain.ChainError | OtherCentralizer | OtherParameters> =>
  Effect.acquireUseRelease(
    Effect.try({ try: () => Rpc.make(chain, { timeoutMs: 5000 }), catch: asError }),
    (rpc) =>
      Effect.gen(function* () {
        const { centralizer, chainId, token } = place
        const [id, held, fixed] = yield* Effect.tryPromise({
          try: () =>
            rpc.batch([
              { method: "eth_chainId", params: [] },
              View.call(centralizer, Abi.reads.token()),
              FixedParameters.call(centralizer),
            ]),
          catch: asError,
        })
        if (Number(id) !== chainId || !String(held).endsWith(token.slice(2)))
          return yield* new OtherCentralizer({ chain, centralizer, chainId })
        const differences = FixedParameters.differences(parameters, fixed)
        if (differences.length > 0) return yield* new OtherParameters({ centralizer, differences })
        return undefined
      }),
    (rpc) => Effect.sync(rpc.close),
  )

// Programs that are started together come up in any order.
const usualPatienceMs = 20_000
const pauseMs = 250
/** Milliseconds after which it is said what an answer is waited for. */
const silentMs = 2000
const away: ReadonlySet<string> = new Set([
  "RelayAway",
  "RpcUnreachable",
  "RpcDropped",
  "RpcTimeout",
])

/** Asks what is not there yet again, for a while, and says that it does: at once, or when there was no answer for a while. */
const insist = <A, E extends { readonly _tag: string; readonly message: string }>(
  whom: string,
  ask: Effect.Effect<A, E>,
  { patienceMs = usualPatienceMs, heard = () => {} }: Partial<Options>,
): Effect.Effect<A, E> =>
  Effect.gen(function* () {
    const began = performance.now()
    const tell = Listeners.telling([heard])
    const say = Repeats.quiet((message) => tell({ _tag: "Trouble", message }))
    const waiting = Effect.andThen(
      Effect.sleep(silentMs),
      Effect.sync(() => say({ message: `${whom} has not answered yet; it is waited for` })),
    )
    for (;;) {
      const answer = yield* Effect.result(
        Effect.raceFirst(ask, Effect.andThen(waiting, Effect.never)),
      )
      if (answer._tag === "Success") return answer.success
      if (!away.has(answer.failure._tag) || performance.now() - began > patienceMs)
        return yield* Effect.fail(answer.failure)
      say({ message: `${answer.failure.message}; it is asked again` })
      yield* Effect.sleep(pauseMs)
    }
  })

/**
 * Opens a key and checks that relay and chain are of one market, and that there is a place for its data.
 *
 * @example
 * const { signer, place } = yield* Setup.market({ key, relay, chain, data })
 */
export const market = (
  options: Pick<Options, "key" | "relay" | "chain" | "data" | "centralizer"> &
    Pick<Partial<Options>, "heard" | "patienceMs" | "feeCap">,
): Effect.Effect<Market, SetupError> =>
  Effect.gen(function* () {
    const { key, relay, chain, data } = options
    const curve = NativeCurve.fastest()
    const signer =
      "signer" in key
        ? key.signer
        : Signer.local(curve, yield* Keystore.open(key.keystore, key.password))
    const info = yield* insist(relay, Client.info(relay), options)
    const { place, parameters } = info
    if (options.centralizer !== undefined && options.centralizer !== place.centralizer)
      return yield* new OtherCentralizer({ chain, ...place })
    yield* insist(chain, require_(chain, { place, parameters }), options)
    yield* Effect.tryPromise({
      try: () => mkdir(data, { recursive: true, mode: 0o700 }),
      catch: (cause) => new DataUnusable({ data, reason: (cause as Error).message }),
    })
    const feeCap = options.feeCap === undefined ? Fee.usualCap : Fee.ofGwei(options.feeCap)
    const standing = info.standing === undefined ? {} : { standing: info.standing }
    return { signer, curve, place, parameters, ...standing, feeCap }
  })

/**
 * The options of an agent, once everything that they rest on has been checked.
 *
 * @example
 * const agent = yield* Agent.start(yield* Setup.prepare(options))
 */
export const prepare = (options: Options): Effect.Effect<Agent.Options, SetupError> =>
  Effect.gen(function* () {
    const { relay, chain, data } = options
    const topUp = yield* Effect.fromResult(Amount.parse(options.topUp ?? "0"))
    const checked = yield* market(options)
    const { adapter, policy = ExitPolicy.standard, blockSeconds = 1, heard } = options
    return {
      ...checked,
      topUp,
      lent: { source: "the provider's own word", echo: undefined, everyMs: 5000, ...options.lent },
      blockSeconds,
      chain,
      relay,
      journal: join(data, "journal"),
      adapter,
      policy,
      heard,
      ...(options.listen === undefined ? {} : { listen: options.listen }),
      ...(options.act === undefined ? {} : { act: options.act }),
    }
  })

export class OtherCentralizer extends Schema.TaggedError<OtherCentralizer>()("OtherCentralizer", {
  chain: Schema.String,
  centralizer: Schema.String,
  chainId: Schema.Number,
}) {
  override get message(): string {
    return `the relay's market is the Centralizer ${this.centralizer} on chain ${this.chainId}, which ${this.chain} or the configuration does not know: check the URLs and the address`
  }
}

/** A relay says other parameters than those that the contract was deployed with. */
export class OtherParameters extends Schema.TaggedError<OtherParameters>()("OtherParameters", {
  centralizer: Schema.String,
  differences: Schema.Array(FixedParameters.Difference),
}) {
  override get message(): string {
    return `the relay does not tell the truth about the Centralizer ${this.centralizer}: there ${FixedParameters.describe(this.differences)}`
  }
}

export class DataUnusable extends Schema.TaggedError<DataUnusable>()("DataUnusable", {
  data: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.data} cannot be used for data: ${this.reason}`
  }
}
