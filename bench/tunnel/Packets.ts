// wireguard-go under the adapter, and the same program driven by hand, in one small internet of namespaces: seconds of
// processor time for each GiB, of both daemons and of this process, which for the adapter also sends the heartbeats.
import { readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import * as Id from "../../src/model/Id.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Key from "../../src/tunnel/Key.ts"
import * as Lease from "../../src/tunnel/Lease.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
import * as Namespaces from "../../test/tunnel/Namespaces.ts"

const GiB = 2 ** 30
const ticks = 100

/** Seconds of processor time that processes have used. */
const spent = (pids: ReadonlyArray<number>): number =>
  pids.reduce((sum, pid) => {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^.*\) /, "")
      .split(" ")
    return sum + (Number(fields[11]) + Number(fields[12])) / ticks
  }, 0)

/** Seconds for each GiB that a program in a namespace gets. */
const carry = async (
  inside: Command.Within,
  bytes: number,
  pids: ReadonlyArray<number>,
): Promise<number> => {
  const url = `http://${Namespaces.addresses.target}/bytes/${bytes}`
  const [before, own] = [spent(pids), process.cpuUsage()]
  const answer = await Namespaces.request(inside, url)
  const { user, system } = process.cpuUsage(own)
  if (answer.bytes !== bytes) throw new Error(`${answer.bytes} bytes came, not ${bytes}`)
  return ((spent(pids) - before + (user + system) / 1e6) * GiB) / bytes
}

interface Side {
  readonly carry: () => Promise<number>
  readonly end: () => Promise<void>
}

/** Two interfaces, keys, routes and a masquerade, as anybody would type them. */
const byHand = async (world: Namespaces.World, bytes: number): Promise<Side> => {
  const [provider, requester] = [Key.generate(), Key.generate()]
  const daemons = [
    await Command.hold(world.provider, ["wireguard-go", "-f", "hand0"]),
    await Command.hold(world.requester, ["wireguard-go", "-f", "hand1"]),
  ]
  await new Promise((resolve) => setTimeout(resolve, 1000))
  const sh = (within: Command.Within, script: string, input: string) =>
    Command.run(within, ["sh", "-c", script], input)
  await sh(
    world.provider,
    "cat | wg setconf hand0 /dev/stdin; ip address add 10.202.0.1/24 dev hand0; ip link set hand0 up mtu 1420; " +
      "nft 'add table ip hand; add chain ip hand post { type nat hook postrouting priority 100; }; add rule ip hand post ip saddr 10.202.0.2 masquerade'",
    `[Interface]\nPrivateKey = ${Key.secretText(provider)}\nListenPort = 51999\n[Peer]\nPublicKey = ${requester.public}\nAllowedIPs = 10.202.0.2/32\n`,
  )
  await sh(
    world.requester,
    `cat | wg setconf hand1 /dev/stdin; ip address add 10.202.0.2/32 dev hand1; ip link set hand1 up mtu 1420; ip route add ${Namespaces.addresses.target} dev hand1`,
    `[Interface]\nPrivateKey = ${Key.secretText(requester)}\n[Peer]\nPublicKey = ${provider.public}\nAllowedIPs = 0.0.0.0/0\nEndpoint = ${Namespaces.addresses.provider}:51999\n`,
  )
  return {
    carry: () =>
      carry(
        world.requester,
        bytes,
        daemons.map(({ pid }) => pid),
      ),
    end: async () => {
      for (const daemon of daemons) await daemon.end()
    },
  }
}

/** Paired runs, [the adapter's, by hand], or the reason why there are none. */
export const pairs = async (
  bytes: number,
  rounds: number,
): Promise<ReadonlyArray<readonly [number, number]> | string> => {
  const impossible = Namespaces.impossible()
  if (impossible !== undefined) return impossible
  const world = await Namespaces.make()
  const capabilities = await Wireguard.probe(world.provider)
  if (!capabilities.runs) return capabilities.reason
  const sockets = `/proc/${world.pid}/root/run/wireguard`
  const listen = { advertise: Namespaces.addresses.provider }
  const provider = Wireguard.make({ within: world.provider, sockets, listen })
  const requester = Wireguard.make({ within: world.requester, sockets })
  const lease: Lease.Lease = {
    id: Id.fromNumber(1),
    address: Namespaces.addresses.provider,
    protocols: Usage.protocolSet("http"),
    scopes: Usage.scopeSet("browsing"),
    counter: "wg-transport",
    tolerance: Lease.tolerance,
    heartbeat: 5000,
    misses: 6,
  }
  const target = await Namespaces.target(world.internet, "0.0.0.0", 80)
  const measured = Effect.gen(function* () {
    const offer = yield* provider.offer(lease, ExitPolicy.standard)
    const accept = yield* requester.accept(lease, offer)
    const both = [provider.serve(lease, accept), requester.connect(lease, offer)] as const
    const [serving, using] = yield* Effect.all(both, { concurrency: 2 })
    yield* serving.ungate(Tunnel.unlimited)
    const { attach } = using
    if (attach.kind !== "netns") throw new Error("no namespace")
    const pids = Namespaces.processes().flatMap((one) =>
      one.startsWith("wireguard-go ") ? [Number(one.split(" ")[1])] : [],
    )
    const hand = yield* Effect.promise(() => byHand(world, bytes))
    return yield* Effect.promise(async () => {
      const samples: Array<readonly [number, number]> = []
      const ours = (): Promise<number> => carry(attach.enter, bytes, pids)
      for (let round = 0; round <= rounds; round++) {
        // The first round warms up. Who begins takes turns, as the second finds a machine that is busy with its own traffic.
        const theirsFirst = round % 2 === 0 ? await hand.carry() : undefined
        const mine = await ours()
        if (round > 0) samples.push([mine, theirsFirst ?? (await hand.carry())])
      }
      await hand.end()
      return samples
    })
  })
  try {
    return await Effect.runPromise(Effect.scoped(measured))
  } finally {
    target.child.kill("SIGKILL")
    world.close()
  }
}
