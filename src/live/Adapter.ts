// The tunnel of a live party, by the name that its owner gives it. What a provider offers, a requester has to have too:
// the name travels with the offer (IPSX-TUN-003).
import * as Effect from "effect/Effect"
import type { Ip } from "../model/Ip.ts"
import * as Embedded from "../tunnel/Embedded.ts"
import * as ExternalProxy from "../tunnel/ExternalProxy.ts"
import * as Patience from "../tunnel/Patience.ts"
import * as Tunnel from "../tunnel/Tunnel.ts"
import * as Wireguard from "../tunnel/Wireguard.ts"

/** What a requester can name: its end of an external proxy's tunnel is the embedded one. */
export type Requesting = "embedded" | "wireguard"

export interface Listen {
  readonly host: string
  readonly port?: number
  readonly advertise?: string
}

/** A provider's choice. The proxy is the URL of one that it runs; the resolver serves the names of wireguard's programs. */
export type Providing =
  | { readonly adapter: "embedded" }
  | { readonly adapter: "external-proxy"; readonly proxy: string }
  | { readonly adapter: "wireguard"; readonly resolver?: Ip }

/**
 * The adapter of a provider, which others dial at `listen`; without it, it dials.
 *
 * @example
 * Adapter.providing({ adapter: "wireguard" }, { host: "203.0.113.2", port: 51820 })
 */
export const providing = (choice: Providing, listen?: Listen): Tunnel.Adapter => {
  const listens = listen === undefined ? {} : { listen }
  switch (choice.adapter) {
    case "embedded":
      return Embedded.make(listens)
    case "external-proxy":
      return ExternalProxy.make({ ...listens, proxy: choice.proxy })
    case "wireguard": {
      const { resolver } = choice
      return Wireguard.make({
        ...(listen === undefined
          ? {}
          : { listen: { advertise: listen.advertise ?? listen.host, port: listen.port ?? 0 } }),
        ...(resolver === undefined ? {} : { resolver }),
      })
    }
  }
}

/**
 * The adapter of a requester. The embedded one also answers offers of an external proxy, whose tunnel is the same. With
 * `listen` it also takes the connections of providers behind routers.
 *
 * @example
 * Ipsx.connect({ …, adapter: Adapter.requester("wireguard") })
 */
export const requester = (name: Requesting, listen?: Listen): Tunnel.Adapter => {
  if (name === "wireguard") return Wireguard.make()
  const options = listen === undefined ? {} : { listen }
  const embedded = Embedded.make(options)
  const others = new Map([["external-proxy", Embedded.make({ ...options, id: "external-proxy" })]])
  const of = ({ adapter }: Tunnel.Offer): Tunnel.Adapter => others.get(adapter) ?? embedded
  return {
    ...embedded,
    accept: (lease, offer) => of(offer).accept(lease, offer),
    connect: (lease, offer) => of(offer).connect(lease, offer),
  }
}

/** Fails with the reason why an adapter cannot run here (IPSX-TUN-005): before anything is promised to anybody. */
export const ready = (adapter: Tunnel.Adapter): Effect.Effect<void, Tunnel.Unavailable> =>
  Effect.catch(
    Effect.flatMap(
      Patience.within(adapter.id, "probe", Patience.networkMs, adapter.probe),
      (can): Effect.Effect<void, { readonly reason: string }> =>
        can.runs ? Effect.void : Effect.fail(can),
    ),
    ({ reason }) => Effect.fail(new Tunnel.Unavailable({ adapter: adapter.id, reason })),
  )
