import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { behavesLikeATunnel, open } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
import * as Pace from "../pace.ts"
import * as Namespaces from "./Namespaces.ts"

const impossible = Namespaces.impossible()
const world = impossible === undefined ? await Namespaces.make() : undefined
const capabilities =
  world === undefined
    ? { runs: false as const, reason: impossible! }
    : await Wireguard.probe(world.provider)
if (!capabilities.runs) console.log(`skipped: wireguard: ${capabilities.reason}`)

afterAll(() => world?.close())

describe.skipIf(!capabilities.runs)("wireguard", () => {
  let stage: Stage & { readonly close: () => void }
  beforeAll(async () => {
    const sockets = `/proc/${world!.pid}/root/run/wireguard`
    const listen = { advertise: Namespaces.addresses.provider }
    stage = await Namespaces.stage(
      world!,
      Wireguard.make({ within: world!.provider, sockets, listen }),
      Wireguard.make({ within: world!.requester, sockets }),
    )
  })
  afterAll(() => stage.close())
  behavesLikeATunnel(() => stage)

  it("IPSX-TUN-030 meters what passed on the wire, byte for byte, without its headers of IP and UDP", async () => {
    const [here, there] = [Namespaces.addresses.requester, Namespaces.addresses.provider]
    const counter = (from: string, to: string): string =>
      `add rule ip passed on ip saddr ${from} ip daddr ${to} meta l4proto udp counter`
    const rules = [
      "add table ip passed",
      "add chain ip passed on { type filter hook forward priority 0; }",
      counter(here, there),
      counter(there, here),
    ]
    await Command.run(world!.internet, ["nft", "-f", "-"], `${rules.join("\n")}\n`)
    /** What the router between both has forwarded to the provider and back, less 28 bytes a packet. */
    const passed = async (): Promise<ReadonlyArray<number>> => {
      const listing = await Command.run(world!.internet, ["nft", "list", "table", "ip", "passed"])
      const counts = [...listing.matchAll(/packets (\d+) bytes (\d+)/g)]
      return counts.map(([, packets, bytes]) => Number(bytes) - 28 * Number(packets))
    }
    const { provider, requester, close } = await open(stage)
    try {
      await Effect.runPromise(provider.ungate(Tunnel.unlimited))
      const size = 2 * 2 ** 20
      await stage.get(requester.attach, stage.bytesUrl(size))
      // Signs of life go on meanwhile: the moment is awaited in which nothing is between the two counts.
      await Pace.until(async () => {
        const wire = await passed()
        const { up, down } = await Effect.runPromise(provider.meter)
        return up === BigInt(wire[0]!) && down === BigInt(wire[1]!)
      })
      const { up, down } = await Effect.runPromise(provider.meter)
      // 60 bytes of headers in a packet of at most 1420, acknowledgements the other way, and what a busy machine sends again.
      expect(Number(down) / size).toBeGreaterThan(1.04)
      expect(Number(down) / size).toBeLessThan(1.6)
      expect(up).toBeGreaterThan(0n)
    } finally {
      await close()
      await Command.run(world!.internet, ["nft", "delete", "table", "ip", "passed"])
    }
  })

  it.skipIf(capabilities.runs && capabilities.note === "kernel")(
    "IPSX-TUN-006 ends a daemon whose owner is no more, also one that stands still",
    async () => {
      const ended = spawnSync("true")
      const name = `ipsx${ended.pid.toString(36)}.0`
      const command = ["sh", "-c", `wireguard-go -f ${name} & echo $!; exec sleep infinity`]
      const { child, end } = await Command.hold(world!.provider, command)
      const pid = Number(await new Promise((done) => child.stdout!.once("data", done)))
      const isThere = (): boolean => {
        const stat = existsSync(`/proc/${pid}/stat`)
          ? readFileSync(`/proc/${pid}/stat`, "utf8")
          : ""
        return stat.includes("(wireguard-go)") && !stat.includes(") Z ")
      }
      try {
        while (!isThere()) await new Promise((done) => setTimeout(done, 5))
        process.kill(pid, "SIGSTOP")
        const found = await Effect.runPromise(stage.provider.reconcile(new Set()))
        expect(found).toContainEqual({ kind: "process", name })
        expect(isThere()).toBe(false)
      } finally {
        await end()
      }
    },
  )
})
