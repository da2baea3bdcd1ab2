// Where the parties of a demonstration stand: all on the loopback of this machine, or each on a machine of its own, which
// are network namespaces around a router.
import * as Effect from "effect/Effect"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"

export type Kind = "embedded" | "wireguard"

export interface Ground {
  readonly tunnel: Kind
  /** Where chain and relay serve. */
  readonly host: string
  /** The page's address and port; 0 is any. */
  readonly echo: { readonly host: string; readonly port: number }
  /** What to put before a program of each party; where the provider is dialled, and the address that it lends. */
  readonly provider: {
    readonly within: Command.Within
    readonly host: string
    readonly lends: string
  }
  readonly requester: { readonly within: Command.Within; readonly own: string }
}

/** On the loopback every party is at home; an exception, by name, lets the provider's traffic reach the page. */
export const loopback: Ground = {
  tunnel: "embedded",
  host: "127.0.0.1",
  echo: { host: "127.9.9.9", port: 0 },
  provider: { within: [], host: "127.0.0.1", lends: "127.11.0.1" },
  requester: { within: [], own: "127.0.0.1" },
}

const machine = (name: string): Command.Within => ["ip", "netns", "exec", name]

/** The addresses are of the open Internet, so that the exit policy needs no exception. */
const apart: Ground = {
  tunnel: "wireguard",
  host: "9.9.9.1",
  echo: { host: "9.9.9.9", port: 80 },
  provider: { within: machine("provider"), host: "45.45.45.2", lends: "45.45.45.2" },
  requester: { within: machine("requester"), own: "46.46.46.2" },
}

const layout = `
set -e
mkdir -p /run/netns /run/wireguard
ip link set lo up
ip address add ${apart.host}/32 dev lo
ip address add ${apart.echo.host}/32 dev lo
wire() { # name, its address, the router's
  ip netns add $1
  ip -n $1 link set lo up
  ip link add to-$1 type veth peer name up0 netns $1
  ip -n $1 address add $2/24 dev up0
  ip -n $1 link set up0 up
  ip address add $3/24 dev to-$1
  ip link set to-$1 up
  ip -n $1 route add default via $3
}
wire provider ${apart.provider.lends} 45.45.45.1
wire requester ${apart.requester.own} 46.46.46.1
echo 1 > /proc/sys/net/ipv4/ip_forward
ip netns exec provider sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'
`

/**
 * Makes the machines, in the namespaces that this program was started in for the purpose (`Cell`).
 *
 * @example
 * const ground = yield* Ground.machines
 */
export const machines: Effect.Effect<Ground, Tunnel.TunnelError> = Effect.gen(function* () {
  const adapter = "wireguard"
  yield* Effect.tryPromise({
    try: () => Command.run([], ["sh", "-c", layout]),
    catch: (cause) => new Tunnel.Unavailable({ adapter, reason: (cause as Error).message }),
  })
  const can = yield* Effect.promise(() => Wireguard.probe(apart.provider.within))
  if (!can.runs) return yield* new Tunnel.Unavailable({ adapter, reason: can.reason })
  return apart
})
