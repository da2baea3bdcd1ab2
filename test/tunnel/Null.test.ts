import * as Effect from "effect/Effect"
import * as Stream from "effect/Stream"
import { describe, expect, it } from "vitest"
import { behavesLikeATunnel, leaseOf, open } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import * as Patience from "../../src/tunnel/Patience.ts"
import * as Reading from "../../src/tunnel/Reading.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import type { Answer } from "./Client.ts"

const allowed = "127.0.0.1" as Ip
const chunk = 65_536
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

// The world of the stage answers by counting: what does not pass now is tried again, as TCP would.
const stage = (faults: Null.Faults = {}): Stage => {
  const adapter = Null.make(faults)
  const seen = new Set<string>()
  const carry = async (
    through: Tunnel.Attachment,
    port: number,
    up: number,
    down: number,
  ): Promise<Answer> => {
    if (through.kind !== "none") throw new Error("not a null tunnel")
    const to = { address: allowed, port }
    if (through.carry(to, 1, 0).up === 0) throw new Error("nothing passes")
    seen.add(address)
    for (let [leftUp, leftDown] = [up, down]; leftUp > 0 || leftDown > 0;) {
      const passed = through.carry(to, Math.min(leftUp, chunk), Math.min(leftDown, chunk))
      leftUp -= passed.up
      leftDown -= passed.down
      if (passed.up + passed.down === 0) await pause(5)
    }
    return { status: 200, body: address, bytes: down, isWhole: true }
  }
  const address = "203.0.113.7" as Ip
  return {
    provider: adapter,
    requester: adapter,
    policy: {
      ...ExitPolicy.standard,
      allow: [{ name: "the stage's target", block: `${allowed}/32`, ports: [80] }],
    },
    address,
    otherAddress: "203.0.113.8" as Ip,
    echo: "http://127.0.0.1/",
    forbidden: "http://127.0.0.1:81/",
    get: (through, url) => {
      const { port, pathname } = new URL(url)
      const answer: Answer = { status: 200, body: "", bytes: 0, isWhole: true }
      if (through === "direct") return Promise.resolve(answer)
      return carry(through, Number(port || 80), 80, Number(/\d+/.exec(pathname)?.[0] ?? 12))
    },
    post: (through, bytes) => carry(through, 80, bytes, 80),
    bytesUrl: (bytes) => `http://127.0.0.1/bytes/${bytes}`,
    sources: () => {
      const before = new Set(seen)
      seen.clear()
      return before
    },
    left: () => Promise.resolve([]),
    overhead: { percent: 0, perRequest: 1024 },
    tolerance: { bytesPerConnection: 0, millionths: 0 },
    chatter: 0,
    requestMs: 1500,
  }
}

const plain = stage()
describe("null", () => behavesLikeATunnel(() => plain))

// A party uses every adapter like this.
const adapter = Patience.of(stage().provider)
const bounded: Stage = { ...stage(), provider: adapter, requester: adapter }
describe("null, bounded in time", () => behavesLikeATunnel(() => bounded))

describe("null with faults", () => {
  const run = Effect.runPromise

  it("IPSX-TUN-001 is slow to set up, but not for ever", async () => {
    const slow = stage({ setUpMs: 60 })
    const began = performance.now()
    await (await open(slow)).close()
    expect(performance.now() - began).toBeGreaterThanOrEqual(59)
    const tooSlow = stage({ setUpMs: 10_000 })
    const lease = leaseOf(tooSlow, { heartbeat: 20, misses: 2 })
    const attempt = Effect.gen(function* () {
      const offer = yield* tooSlow.provider.offer(lease, tooSlow.policy)
      const accept = yield* tooSlow.requester.accept(lease, offer)
      return yield* tooSlow.provider.serve(lease, accept)
    })
    const error = await run(Effect.flip(Effect.scoped(attempt)))
    expect(error).toMatchObject({ _tag: "TunnelConnectFailed", reason: "no answer in time" })
  })

  it("IPSX-TUN-040 dies, and both ends are down", async () => {
    const { provider, requester, close } = await open(stage({ diesAfterMs: 30 }))
    await run(provider.ungate(Tunnel.unlimited))
    await pause(60)
    expect(await run(provider.current)).toBe("down")
    expect(await run(requester.current)).toBe("down")
    await close()
  })

  it("IPSX-TUN-040 falls silent, and is down after the heartbeats that the lease allows", async () => {
    const [heartbeat, misses] = [60, 3]
    const { requester, close } = await open(stage({ silentAfterMs: 20 }), { heartbeat, misses })
    const began = performance.now()
    const states = await run(Stream.runCollect(requester.state))
    expect([...states].slice(-2)).toEqual(["degraded", "down"])
    expect(performance.now() - began).toBeGreaterThanOrEqual(heartbeat * (misses - 1))
    await close()
  })

  it("IPSX-TUN-032 has a meter that is wrong, and the other end's reading says so", async () => {
    const lying = stage({ meterPermille: 1200 })
    const { lease, provider, requester, close } = await open(lying)
    await run(provider.ungate(Tunnel.unlimited))
    await lying.get(requester.attach, lying.bytesUrl(100_000_000))
    const [there, here] = [await run(provider.meter), await run(requester.meter)]
    expect(Reading.agree(there, here, lease.tolerance)).toBe(false)
    expect(Reading.agree(here, here, lease.tolerance)).toBe(true)
    await close()
  })

  it("IPSX-TUN-051 loses its address and forwards nothing until there is a substitute", async () => {
    const moved = "198.51.100.9" as Ip
    const world = stage({ addressChanges: { afterMs: 20, to: moved } })
    const { provider, requester, close } = await open(world)
    await run(provider.ungate(Tunnel.unlimited))
    await pause(40)
    expect(await run(provider.current)).toBe("ip-mismatch")
    await run(provider.ungate(Tunnel.unlimited))
    await expect(world.get(requester.attach, world.echo)).rejects.toThrow()
    expect(await run(requester.verifyExit(world.echo))).toBe(moved)
    await run(provider.substitute(world.address))
    await run(provider.ungate(Tunnel.unlimited))
    expect((await world.get(requester.attach, world.echo)).status).toBe(200)
    await close()
  })
})
