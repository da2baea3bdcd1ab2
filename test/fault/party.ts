// A party of a case whose tunnel is not the default one, as a process; or both parties in one, as the null adapter needs
// it. Says what happens as lines of JSON and takes the words of `ipsx rent --control` on its standard input.
//
//   node party.ts JSON
import { createInterface } from "node:readline"
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Live from "../../sim/cli/Live.ts"
import * as Terminal from "../../sim/cli/Terminal.ts"
import type * as Event from "../../src/live/Event.ts"
import * as Agent from "../../src/live/Agent.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as ProviderConfig from "../../src/live/ProviderConfig.ts"
import * as Setup from "../../src/live/Setup.ts"
import * as Wish from "../../src/live/Wish.ts"
import type { Id } from "../../src/model/Id.ts"
import type { Ip } from "../../src/model/Ip.ts"
import type * as Order from "../../src/model/Order.ts"
import type { Seconds } from "../../src/model/Time.ts"
import * as ExternalProxy from "../../src/tunnel/ExternalProxy.ts"
import * as Embedded from "../../src/tunnel/Embedded.ts"
import * as Null from "../../src/tunnel/Null.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Result from "effect/Result"

/** Which adapter, and what it needs; `within` is the machine that its packets leave from. */
export type Means =
  | { readonly adapter: "embedded" | "null" }
  | { readonly adapter: "external-proxy"; readonly proxy?: string }
  | {
      readonly adapter: "wireguard"
      readonly within: ReadonlyArray<string>
      readonly sockets: string
      readonly advertise?: string
    }

export interface Given {
  readonly means: Means
  /** The provider's configuration file. */
  readonly provider?: string
  readonly requester?: {
    readonly wish: ReadonlyArray<string>
    readonly key: string
    readonly data: string
    readonly relay: string
    readonly chain: string
    /** Goes on with what an earlier run has left. */
    readonly resumes: boolean
    /** Where its programs go, where the tunnel itself carries nothing. */
    readonly target: { readonly host: string; readonly port: number }
  }
  readonly reconciles?: boolean
}

const adapterOf = (means: Means): Tunnel.Adapter => {
  const listen = { host: "127.0.0.1" }
  switch (means.adapter) {
    case "embedded":
      return Embedded.make({ listen })
    case "null":
      return Null.make()
    case "external-proxy":
      return means.proxy === undefined
        ? Embedded.make({ id: "external-proxy" })
        : ExternalProxy.make({ proxy: means.proxy, listen })
    case "wireguard": {
      const { within, sockets, advertise } = means
      return Wireguard.make({
        within,
        sockets,
        ...(advertise === undefined ? {} : { listen: { advertise } }),
      })
    }
  }
}

const say = (event: { readonly _tag: string }): void => void process.stdout.write(Live.line(event))
const password = process.env[Live.passwordVariable]!

const provide = (
  file: string,
  adapter: Tunnel.Adapter,
): Effect.Effect<void, { readonly message: string }, Scope.Scope> =>
  Effect.gen(function* () {
    const config = yield* ProviderConfig.load(file)
    const { key, relay, chain, data, listen } = config
    const options = yield* Setup.prepare({
      relay,
      chain,
      data,
      adapter,
      policy: ProviderConfig.policy(config),
      heard: say,
      key: { keystore: key, password },
      ...(listen === undefined ? {} : { listen: { port: 0, ...listen } }),
    })
    const agent = yield* Agent.start(options)
    const known = [...agent.orders.values()].find((o): o is Order.Offer => o._tag === "Offer")
    // Whoever was killed does not know whether it was placed.
    if (known !== undefined) yield* Effect.ignore(Agent.place(agent, known))
    else {
      const { parameters, signer } = options
      const made = yield* Effect.fromResult(
        ProviderConfig.offer(config, {
          owner: signer.address,
          id: Ipsx.randomId(),
          resource: signer.address.padEnd(66, "0") as Id,
          nonce: Ipsx.nonce(),
          now: Math.floor(Date.now() / 1000) as Seconds,
          least: parameters.minLease,
          maxLag: parameters.maxLag,
        }),
      )
      yield* Agent.order(agent, made)
    }
    say({ _tag: "Offering" })
  })

const until = async (deals: ReadonlyMap<unknown, unknown>): Promise<void> => {
  while (deals.size > 0) await new Promise((resolve) => setTimeout(resolve, 100))
}

const carryMs = 20

/** What a program would send through a tunnel that carries nothing: it is counted as it would pass. */
const carry = (
  attachment: Tunnel.Attachment,
  { host, port }: { readonly host: string; readonly port: number },
): void => {
  if (attachment.kind !== "none") return
  const to = { address: host as Ip, port }
  const timer = setInterval(() => {
    const { down } = attachment.carry(to, 100, 4096)
    if (down > 0) say({ _tag: "Carried", bytes: down } as { _tag: string })
  }, carryMs)
  timer.unref()
}

const rent = async (
  given: NonNullable<Given["requester"]>,
  adapter: Tunnel.Adapter,
): Promise<void> => {
  let withheld = false
  const ipsx = await Ipsx.connect({
    key: { keystore: given.key, password },
    relay: given.relay,
    chain: given.chain,
    data: given.data,
    adapter,
    resume: given.resumes,
    heard: (event: Event.Event) => {
      say(event)
      if (event._tag === "Attached") carry(event.attachment, given.target)
    },
    act: (intents) =>
      withheld ? intents.filter((i) => i._tag !== "Send" || i.message._tag !== "Voucher") : intents,
  })
  const leave = (): void => {
    for (const id of ipsx.agent.parties.keys()) Agent.want(ipsx.agent, id, "Leave")
  }
  const words: Record<string, () => void> = {
    leave,
    withhold: () => void (withheld = true),
    pay: () => void (withheld = false),
  }
  createInterface({ input: process.stdin }).on("line", (word) => words[word]?.())
  if (given.resumes) {
    await Promise.allSettled(ipsx.resumed)
    await until(ipsx.agent.parties)
  } else
    try {
      const lease = await ipsx.rent(Result.getOrThrow(Wish.parse(given.wish)))
      say({ _tag: "Rented" })
      await lease.ended
    } catch (cause) {
      say({ _tag: "Nothing", reason: (cause as Error).message } as { _tag: string })
      await until(ipsx.agent.parties)
    }
  say({ _tag: "Ended" })
  await ipsx.close()
}

const given = JSON.parse(process.argv[2]!) as Given
const adapter = adapterOf(given.means)
const program = Effect.gen(function* () {
  if (given.reconciles === true) {
    for (const residue of yield* adapter.reconcile(new Set())) say({ _tag: "Residue", ...residue })
    return
  }
  if (given.provider !== undefined) yield* provide(given.provider, adapter)
  if (given.requester !== undefined)
    yield* Effect.tryPromise({
      try: () => rent(given.requester!, adapter),
      catch: (cause) => cause as Error,
    })
  if (given.provider !== undefined) yield* Effect.never
})
process.exitCode = await Live.run(Terminal.real(), program)
process.exit()
