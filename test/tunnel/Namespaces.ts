// A small internet in namespaces of the test's own: a requester's machine, a provider's with two addresses, and between them
// a router on which the target stands. All of it belongs to one process and ends with it; neither root nor traces.
import { spawn, spawnSync } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { readdirSync, readFileSync } from "node:fs"
import * as path from "node:path"
import { createInterface } from "node:readline"
import type { Stage } from "../behaviour/tunnel.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
import type { Answer } from "./Client.ts"

export const addresses = {
  requester: "46.46.46.2",
  provider: "45.45.45.2" as Ip,
  other: "45.45.45.3" as Ip,
  target: "9.9.9.9",
  forbidden: "10.77.0.1",
} as const

const script = `
set -e
mount -t tmpfs tmpfs /run
mkdir -p /run/netns /run/wireguard
for name in req prov int; do ip netns add $name; ip -n $name link set lo up; done
wire() { # name, its address, the router's address
  ip -n $1 link add up0 type veth peer name to-$1 netns int
  ip -n $1 address add $2/24 dev up0
  ip -n $1 link set up0 up
  ip -n int address add $3/24 dev to-$1
  ip -n int link set to-$1 up
  ip -n $1 route add default via $3
}
wire req ${addresses.requester} 46.46.46.1
wire prov ${addresses.provider} 45.45.45.1
ip -n prov address add ${addresses.other}/24 dev up0
ip -n int route add local ${addresses.target} dev lo
ip -n int route add local ${addresses.forbidden} dev lo
for name in prov int; do ip netns exec $name sh -c 'echo 1 > /proc/sys/net/ipv4/ip_forward'; done
echo ready
exec sleep infinity
`

export interface World {
  readonly requester: Command.Within
  readonly provider: Command.Within
  readonly internet: Command.Within
  readonly pid: number
  readonly close: () => void
}

/** @throws Error with the reason why this machine cannot make one. */
export const make = (): Promise<World> =>
  new Promise((resolve, reject) => {
    const holder = spawn(
      "setpriv",
      ["--pdeathsig", "KILL", "--", "unshare", "-r", "-n", "-m", "sh", "-c", script],
      { stdio: ["ignore", "pipe", "pipe"] },
    )
    let complaint = ""
    const pid = holder.pid ?? 0
    const root = ["nsenter", "-t", String(pid), "-U", "-n", "-m", "--preserve-credentials"]
    const inside = (name: string): Command.Within => [...root, "ip", "netns", "exec", name]
    holder.stderr.on("data", (chunk: Buffer) => (complaint += chunk.toString()))
    holder.stdout.once("data", () =>
      resolve({
        requester: inside("req"),
        provider: inside("prov"),
        internet: inside("int"),
        pid,
        close: () => holder.kill("SIGKILL"),
      }),
    )
    holder.once("error", (cause) => reject(cause))
    holder.once("exit", () => reject(new Error(complaint.trim() || "the namespaces are gone")))
  })

/** Why namespaces cannot be had here; nothing when they can. */
export const impossible = (): string | undefined => {
  const tried = spawnSync(
    "unshare",
    ["-r", "-n", "-m", "sh", "-c", "ip link set lo up && [ -c /dev/net/tun ]"],
    {
      encoding: "utf8",
    },
  )
  if (tried.error !== undefined) return "unshare or ip is not installed"
  return tried.status === 0 ? undefined : tried.stderr.trim() || "no /dev/net/tun"
}

const here = (file: string): string => path.join(import.meta.dirname, file)

/** What a program in a namespace gets; @throws when it gets nothing. */
export const request = async (
  within: Command.Within,
  ...args: ReadonlyArray<string>
): Promise<Answer> =>
  JSON.parse(
    await Command.run(within, [process.execPath, here("request.ts"), ...args], "", 25_000),
  ) as Answer

export interface RemoteTarget {
  readonly sources: () => Promise<ReadonlySet<string>>
  readonly child: ChildProcess
}

export const target = async (
  within: Command.Within,
  host: string,
  port: number,
): Promise<RemoteTarget> => {
  const { child } = await Command.hold(within, [
    process.execPath,
    here("targetProcess.ts"),
    host,
    String(port),
  ])
  const lines = createInterface({ input: child.stdout! })[Symbol.asyncIterator]()
  const next = async (): Promise<string> => {
    const { value, done } = await lines.next()
    if (done === true) throw new Error("the target is gone")
    return value as string
  }
  await next()
  return {
    child,
    sources: async () => {
      child.stdin!.write("\n")
      return new Set(JSON.parse(await next()) as ReadonlyArray<string>)
    },
  }
}

/** Our own children that belong to tunnels. */
export const processes = (): ReadonlyArray<string> =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const [, comm, , parent] = /^\d+ \((.*)\) (\S) (\d+)/.exec(
          readFileSync(`/proc/${pid}/stat`, "utf8"),
        )!
        return Number(parent) === process.pid && /^(wireguard-go|nft|sleep|wg)$/.test(comm!)
          ? [`${comm} ${pid}`]
          : []
      } catch {
        return []
      }
    })

export const stage = async (
  world: World,
  provider: Tunnel.Adapter,
  requester: Tunnel.Adapter,
  policy: ExitPolicy.ExitPolicy = ExitPolicy.standard,
): Promise<Stage & { readonly close: () => void; readonly target: RemoteTarget }> => {
  const open = await target(world.internet, "0.0.0.0", 80)
  const base = new Set(processes())
  const inside = (through: Tunnel.Attachment | "direct"): Command.Within => {
    if (through === "direct") return world.provider
    if (through.kind !== "netns") throw new Error("no namespace to attach to")
    return through.enter
  }
  const url = (path: string): string => `http://${addresses.target}${path}`
  return {
    provider,
    requester,
    policy,
    address: addresses.provider,
    otherAddress: addresses.other,
    echo: url("/"),
    forbidden: `http://${addresses.forbidden}/`,
    get: (through, to) => request(inside(through), to),
    post: (through, bytes) => request(inside(through), url("/"), String(bytes)),
    bytesUrl: (bytes) => url(`/bytes/${bytes}`),
    sources: () => open.sources(),
    left: async () => {
      const links = await Promise.all(
        [world.requester, world.provider].map((within) =>
          Command.run(within, ["ip", "-o", "link"]),
        ),
      )
      const interfaces = links.flatMap((said) =>
        [...said.matchAll(/ipsx[^:@\s]*/g)].map(([name]) => name),
      )
      const tables = await Command.run(world.provider, ["nft", "list", "tables"])
      return [
        ...interfaces,
        ...tables.split("\n").filter((line) => line !== ""),
        ...processes().filter((one) => !base.has(one)),
      ]
    },
    // What old builds of wireguard-go lose on their way is sent again by TCP: a fifth and more on a busy machine.
    overhead: { percent: 60, perRequest: 65_536 },
    tolerance: { bytesPerConnection: 2 ** 20, millionths: 400_000 },
    chatter: 2048,
    requestMs: 8000,
    target: open,
    close: () => {
      open.child.kill("SIGKILL")
    },
  }
}
