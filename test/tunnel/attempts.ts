// Tries to reach, through a tunnel, what an exit policy forbids. Runs in a network namespace of its own, where every one
// of these addresses answers: each attempt counts only because its target answered when it was asked directly. Says in a
// line of JSON what became of each.
//
//   unshare -rn node test/tunnel/attempts.ts
import { execFileSync } from "node:child_process"
import * as Effect from "effect/Effect"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as Embedded from "../../src/tunnel/Embedded.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Lease from "../../src/tunnel/Lease.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Client from "./Client.ts"
import * as Target from "./Target.ts"

export interface Attempt {
  readonly what: string
  /** As the requester's program spells it. */
  readonly host: string
  readonly port: number
  /** What answers when it is asked directly; the host itself where it says nothing else. */
  readonly direct?: string
}

export interface Outcome extends Attempt {
  readonly answersDirectly: boolean
  readonly isReached: boolean
}

const open4 = "9.9.9.9"
const open6 = "2620:fe::fe"
const [leased4, leased6] = ["198.41.0.4", "2a00:1450::5"] as [Ip.Ip, Ip.Ip]
const [own4, own6] = ["11.22.33.44", "2a01:4f8::7"]
const ports = [22, 25, 80, 465, 587, 8080]

const on = (host: string, what: string, direct?: string, port = 80): Attempt => ({
  what,
  host,
  port,
  ...(direct === undefined ? {} : { direct }),
})

const attempts4: ReadonlyArray<Attempt> = [
  on("10.0.0.1", "private 10/8"),
  on("10.255.255.254", "private 10/8, its end"),
  on("172.16.0.1", "private 172.16/12"),
  on("172.31.255.254", "private 172.16/12, its end"),
  on("192.168.0.1", "private 192.168/16"),
  on("127.0.0.1", "loopback"),
  on("127.1.2.3", "loopback, another address of it"),
  on("0.0.0.0", "unspecified"),
  on("0.1.2.3", "this network", "127.0.0.1"),
  on("169.254.169.254", "metadata of most clouds"),
  on("169.254.0.1", "link-local"),
  on("100.64.0.1", "a carrier's shared space"),
  on("100.100.100.200", "metadata of Alibaba"),
  on("192.0.0.192", "metadata of Oracle"),
  on("168.63.129.16", "a service of Azure"),
  on("192.0.2.1", "documentation 1"),
  on("198.51.100.1", "documentation 2"),
  on("203.0.113.1", "documentation 3"),
  on("198.18.0.1", "benchmarks"),
  on("192.88.99.1", "6to4 relay"),
  on(leased4, "the leased address itself"),
  on(own4, "another address of the provider's machine"),
  on("11.22.33.99", "a neighbour in the provider's network"),
  on("45.45.45.45", "the address of the provider's router"),
  on("::ffff:10.0.0.1", "private, mapped into IPv6", "10.0.0.1"),
  on("::ffff:7f00:1", "loopback, mapped, in hexadecimal", "127.0.0.1"),
  on("0:0:0:0:0:FFFF:0b16:212c", "own, mapped, written out", own4),
  on("localhost", "the name of the loopback", "127.0.0.1"),
  on("LOCALHOST.", "the same in capitals with a dot", "127.0.0.1"),
  on("127.1", "loopback in two parts", "127.0.0.1"),
  on("2130706433", "loopback as one number", "127.0.0.1"),
  on("0x7f000001", "loopback in hexadecimal", "127.0.0.1"),
  on("0177.0.0.1", "loopback in octal", "127.0.0.1"),
  on("intern.example", "a name of a private address", "10.0.0.1"),
  on("both.example", "a name of an open and of a private address", "10.0.0.1"),
  on("mapped.example", "a name of a mapped address", "127.0.0.1"),
  on("rebinding.example", "a name that means something else a moment later", "10.0.0.1"),
  on(open4, "mail 25", open4, 25),
  on(open4, "mail 465", open4, 465),
  on(open4, "mail 587", open4, 587),
  on(open4, "a port outside the deal's scope", open4, 22),
  on(open4, "a port that this provider denies", open4, 8080),
  on("66.66.66.66", "a block that this provider denies"),
  on("www.denied.example", "a host that this provider denies", open4),
  on(open4, "a redirect into the private network", "10.0.0.1"),
]

const attempts6: ReadonlyArray<Attempt> = [
  on("::1", "loopback"),
  on("::", "unspecified", "::1"),
  on("fd00:ec2::254", "metadata of Amazon"),
  on("fc00::1", "private fc00::/7"),
  on("fec0::1", "site-local"),
  on("64:ff9b::a00:1", "NAT64 of a private address"),
  on("64:ff9b:1::a00:1", "local NAT64"),
  on("::ffff:0:a00:1", "translated (SIIT)"),
  on("::a00:1", "IPv4-compatible"),
  on("2002:a00:1::1", "6to4 of a private address"),
  on("2001:0:5ef5:79fb::1", "Teredo"),
  on("2001:db8::1", "documentation 1"),
  on("3fff::1", "documentation 2"),
  on("100::1", "discard"),
  on("5f00::1", "segment routing"),
  on(own6, "another address of the provider's machine"),
  on("2a01:4f8::99", "a device in the provider's home, globally addressed"),
  on("2A01:04F8:0:0:0:0:0:0099", "the same in another spelling", "2a01:4f8::99"),
  on(leased6, "the leased address itself"),
  on("intern6.example", "a name of a private address", "fd00:ec2::254"),
  on(open6, "mail 25", open6, 25),
]

const ip = (...args: ReadonlyArray<string>): void => void execFileSync("ip", args)

/** Makes an address answer in this namespace without an interface having it. */
const local = (address: string): void => {
  const family = address.includes(":") ? "-6" : "-4"
  ip(family, "route", "replace", "local", address, "dev", "lo")
}

const build = (): void => {
  ip("link", "set", "lo", "up")
  ip("address", "add", `${own4}/24`, "dev", "lo")
  ip("address", "add", `${own6}/64`, "dev", "lo", "nodad")
  // IPv6 binds to no address that no interface has.
  ip("address", "add", `${leased6}/128`, "dev", "lo", "nodad")
  const hosts = [...attempts4, ...attempts6].map(({ host, direct }) => direct ?? host)
  for (const host of new Set([...hosts, open4, open6, leased4, "45.45.45.45"]))
    if (Ip.parse(host) !== undefined && !/^(127\.|0\.|::1?$)/.test(host)) local(host)
}

let turn = 0
const names: Readonly<Record<string, () => ReadonlyArray<string>>> = {
  "open.example": () => [open4, open6],
  "intern.example": () => ["10.0.0.1"],
  "intern6.example": () => ["fd00:ec2::254"],
  "both.example": () => [open4, "10.0.0.1"],
  "mapped.example": () => ["::ffff:127.0.0.1"],
  // The first answer is good, and every later one is not.
  "rebinding.example": () => (turn++ === 0 ? [open4] : ["10.0.0.1"]),
  "www.denied.example": () => [open4],
}

const policy: ExitPolicy.ExitPolicy = {
  ...ExitPolicy.standard,
  own: ["45.45.45.45/32"],
  denyBlocks: ["66.66.66.0/24"],
  denyHosts: ["denied.example"],
  denyPorts: [8080],
}

const tunnel = (address: Ip.Ip) =>
  Effect.gen(function* () {
    const lease: Lease.Lease = {
      id: Id.fromNumber(Ip.value(address)),
      address,
      protocols: Usage.protocolSet("http"),
      scopes: Usage.scopeSet("browsing"),
      counter: "l4-payload",
      tolerance: Lease.tolerance,
      heartbeat: 1000,
      misses: 5,
    }
    const adapter = Embedded.make({
      listen: { host: "127.0.0.1" },
      resolve: async (name) => {
        const known = names[name]
        if (known !== undefined) return known()
        const { promises } = await import("node:dns")
        return (await promises.lookup(name, { all: true })).map((found) => found.address)
      },
    })
    const offer = yield* adapter.offer(lease, policy)
    const accept = yield* adapter.accept(lease, offer)
    const both = [adapter.serve(lease, accept), adapter.connect(lease, offer)] as const
    const [provider, requester] = yield* Effect.all(both, { concurrency: 2 })
    yield* provider.ungate(Tunnel.unlimited)
    if (requester.attach.kind !== "proxy") throw new Error("no proxy")
    return requester.attach.socks
  })

const answers = (proxy: string | undefined, host: string, port: number): Promise<boolean> =>
  Client.knock(proxy, host, port).then(
    () => true,
    () => false,
  )

const tryAll = async (
  proxy: string,
  open: string,
  attempts: ReadonlyArray<Attempt>,
): Promise<ReadonlyArray<Outcome>> => {
  const outcomes: Array<Outcome> = []
  for (const attempt of attempts) {
    const { host, port, direct = host, what } = attempt
    const answersDirectly = await answers(undefined, direct, port)
    // The first answer of a name that is rebound is good; what counts is what comes of the next ones.
    if (what.startsWith("a name that means")) await answers(proxy, host, port)
    // A client that follows a redirect makes a new connection, which is judged like any other.
    const isReached = what.startsWith("a redirect")
      ? /302[^]*location: http:\/\/10\.0\.0\.1\//i.test(
          await Client.knock(proxy, "open.example", 80),
        ) && (await answers(proxy, "10.0.0.1", 80))
      : await answers(proxy, host, port)
    outcomes.push({ ...attempt, answersDirectly, isReached })
  }
  // The tunnel itself works: without this every refusal would prove nothing.
  outcomes.push({
    what: "what is allowed",
    host: open,
    port: 80,
    answersDirectly: await answers(undefined, open, 80),
    isReached: await answers(proxy, open, 80),
  })
  return outcomes
}

const main = Effect.gen(function* () {
  build()
  for (const port of ports)
    yield* Effect.promise(() => Target.start("::", port, "http://10.0.0.1/"))
  const proxy4 = yield* tunnel(leased4)
  const proxy6 = yield* tunnel(leased6)
  const outcomes = yield* Effect.promise(async () => [
    ...(await tryAll(proxy4, open4, attempts4)),
    ...(await tryAll(proxy6, open6, attempts6)),
  ])
  for (const outcome of outcomes) console.log(JSON.stringify(outcome))
})
await Effect.runPromise(Effect.scoped(main))
process.exit()
