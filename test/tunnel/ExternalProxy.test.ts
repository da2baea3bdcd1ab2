import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import * as Net from "node:net"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Stream from "effect/Stream"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { behavesLikeATunnel } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as Id from "../../src/model/Id.ts"
import type * as Ip from "../../src/model/Ip.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as Embedded from "../../src/tunnel/Embedded.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Lease from "../../src/tunnel/Lease.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as ExternalProxy from "../../src/tunnel/ExternalProxy.ts"
import * as FreePort from "../../src/chain/FreePort.ts"
import * as Pace from "../pace.ts"
import * as ConnectServer from "./ConnectServer.ts"
import * as Loopback from "./Loopback.ts"

type Closeable = Stage & { readonly close: () => Promise<void> }

describe("external-proxy behind a CONNECT server without any policy", () => {
  const servers: Array<ConnectServer.ConnectServer> = []
  let stage: Closeable
  beforeAll(async () => {
    servers.push(await ConnectServer.start("127.0.9.1"), await ConnectServer.start("127.0.9.2"))
    const [one, two] = servers.map(({ port }) => `http://127.0.0.1:${port}`) as [string, string]
    stage = await Loopback.stage(
      ExternalProxy.make({
        proxy: one,
        proxyOf: (leased) => (leased === "127.0.9.2" ? two : one),
        listen: { host: "127.0.0.1" },
      }),
      ExternalProxy.make({ proxy: one }),
    )
  })
  afterAll(async () => {
    await stage.close()
    for (const server of servers) server.close()
  })
  behavesLikeATunnel(() => stage)
})

const microsocks = ["/usr/bin/microsocks", "/usr/local/bin/microsocks"].find((file) =>
  existsSync(file),
)
if (microsocks === undefined)
  console.log("skipped: external-proxy behind microsocks, because microsocks is not installed")

describe.skipIf(microsocks === undefined)("external-proxy behind microsocks", () => {
  const children: Array<ChildProcess> = []
  let stage: Closeable
  const answers = (port: number): Promise<boolean> =>
    new Promise((resolve) => {
      const socket = Net.connect(port, "127.0.0.1")
      socket.once("connect", () => socket.destroy() && resolve(true))
      socket.once("error", () => resolve(false))
    })
  const start = async (from: string): Promise<string> => {
    // Between being found free and being taken, a port can be taken by somebody else: then it is another one.
    for (let tries = 0; tries < 5; tries++) {
      const port = await FreePort.find("127.0.0.1")
      const options = ["-i", "127.0.0.1", "-p", String(port), "-b", from]
      const child = spawn(microsocks!, options, { stdio: "ignore" })
      children.push(child)
      const isGone = (): boolean => child.exitCode !== null || child.signalCode !== null
      for (let looks = 0; looks < 1000 && !isGone(); looks++) {
        if ((await answers(port)) && !isGone()) return `socks5://127.0.0.1:${port}`
        await new Promise((resolve) => setTimeout(resolve, 20))
      }
    }
    throw new Error("microsocks does not start")
  }
  beforeAll(async () => {
    const [one, two] = [await start("127.0.9.1"), await start("127.0.9.2")]
    stage = await Loopback.stage(
      ExternalProxy.make({
        proxy: one,
        proxyOf: (leased) => (leased === "127.0.9.2" ? two : one),
        listen: { host: "127.0.0.1" },
      }),
      ExternalProxy.make({ proxy: one }),
    )
  })
  afterAll(async () => {
    await stage.close()
    for (const child of children) child.kill("SIGKILL")
  })
  behavesLikeATunnel(() => stage)
})

describe("external-proxy in front of a proxy that stands still", () => {
  /** Answers a greeting for as long as it is told to. */
  const listen = async () => {
    const state = { answers: true }
    const sockets = new Set<Net.Socket>()
    const server = Net.createServer((socket) => {
      sockets.add(socket)
      socket.on("error", () => {})
      socket.on("data", () => state.answers && socket.write(Buffer.from([5, 0])))
    })
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
    const { port } = server.address() as Net.AddressInfo
    const close = (): void => {
      server.close()
      for (const socket of sockets) socket.destroy()
    }
    return { state, close, url: `socks5://127.0.0.1:${port}` }
  }
  const lease: Lease.Lease = {
    id: Id.fromNumber(3),
    address: "127.0.9.1" as Ip.Ip,
    protocols: Usage.protocolSet("http"),
    scopes: Usage.scopeSet("browsing"),
    counter: "l4-payload",
    tolerance: Lease.tolerance,
    heartbeat: 200,
    misses: 4,
  }

  it("IPSX-TUN-041 IPSX-TUN-030 takes it for gone within the budget, counts no time of it, and offers nothing meanwhile", async () => {
    const { state, close, url } = await listen()
    const provider = ExternalProxy.make({ proxy: url, listen: { host: "127.0.0.1" } })
    const requester = Embedded.make({ id: "external-proxy" })
    const outcome = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const offer = yield* provider.offer(lease, ExitPolicy.standard)
          const accept = yield* requester.accept(lease, offer)
          const both = [provider.serve(lease, accept), requester.connect(lease, offer)] as const
          const [serving, using] = yield* Effect.all(both, { concurrency: 2 })
          yield* serving.ungate(Tunnel.unlimited)
          yield* Effect.sleep(1000)
          state.answers = false
          const before = yield* serving.meter
          const pace = Pace.watch()
          const began = performance.now()
          yield* Stream.runDrain(using.state)
          const took = performance.now() - began
          const [there, here] = [yield* serving.meter, yield* using.meter]
          const again = yield* Effect.result(provider.offer(lease, ExitPolicy.standard))
          pace.stop()
          return { before, there, here, took, again, stall: pace.worst() }
        }),
      ),
    )
    close()
    const { before, there, here, took, again, stall } = outcome
    expect(took).toBeLessThanOrEqual(Lease.silence(lease) + 1000 + 4 * stall)
    for (const { millis } of [there, here])
      expect(millis - before.millis).toBeLessThanOrEqual(2.5 * lease.heartbeat + 2 * stall)
    expect(Result.isFailure(again) && again.failure.message).toMatch(/proxy .* does not answer/)
  })
})

it("IPSX-TUN-024 does not start for what is not the address of a proxy", () => {
  for (const proxy of ["", "ftp://127.0.0.1:21", "socks5://proxy.example:1080", "http://"])
    expect(() => ExternalProxy.make({ proxy })).toThrow(RangeError)
})
