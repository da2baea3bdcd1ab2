import { spawn } from "node:child_process"
import type { ChildProcess } from "node:child_process"
import { existsSync } from "node:fs"
import * as Net from "node:net"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { behavesLikeATunnel } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as ExternalProxy from "../../src/tunnel/ExternalProxy.ts"
import * as Loopback from "./Loopback.ts"

type Closeable = Stage & { readonly close: () => Promise<void> }

/** The simplest CONNECT server there is, with no policy at all, leaving by one address. */
const connectServer = async (from: string): Promise<{ port: number; close: () => void }> => {
  const server = Net.createServer({ allowHalfOpen: true }, (socket) => {
    socket.on("error", () => socket.destroy())
    let head = Buffer.alloc(0)
    const onData = (chunk: Buffer): void => {
      head = Buffer.concat([head, chunk])
      const end = head.indexOf("\r\n\r\n")
      if (end < 0) return
      socket.off("data", onData)
      socket.pause()
      const [, host, port] = /^CONNECT ([\d.]+):(\d+) /.exec(head.toString("latin1")) ?? []
      const far = Net.connect({
        host: host!,
        port: Number(port),
        localAddress: from,
        allowHalfOpen: true,
      })
      far.on("error", () => socket.destroy())
      far.once("connect", () => {
        socket.write("HTTP/1.1 200 OK\r\n\r\n")
        far.write(head.subarray(end + 4))
        socket.pipe(far)
        far.pipe(socket)
        far.once("close", () => socket.destroy())
        socket.once("close", () => far.destroy())
      })
    }
    socket.on("data", onData)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return { port: (server.address() as Net.AddressInfo).port, close: () => server.close() }
}

describe("external-proxy behind a CONNECT server without any policy", () => {
  const servers: Array<{ port: number; close: () => void }> = []
  let stage: Closeable
  beforeAll(async () => {
    servers.push(await connectServer("127.0.9.1"), await connectServer("127.0.9.2"))
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
  const start = async (from: string, port: number): Promise<string> => {
    const options = ["-i", "127.0.0.1", "-p", String(port), "-b", from]
    children.push(spawn(microsocks!, options, { stdio: "ignore" }))
    for (let tries = 0; tries < 100; tries++) {
      const isUp = await new Promise((resolve) => {
        const socket = Net.connect(port, "127.0.0.1")
        socket.once("connect", () => socket.destroy() && resolve(true))
        socket.once("error", () => resolve(false))
      })
      if (isUp === true) break
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    return `socks5://127.0.0.1:${port}`
  }
  beforeAll(async () => {
    const base = 20_000 + (process.pid % 20_000)
    const [one, two] = [await start("127.0.9.1", base), await start("127.0.9.2", base + 1)]
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

it("IPSX-TUN-024 does not start for what is not the address of a proxy", () => {
  for (const proxy of ["", "ftp://127.0.0.1:21", "socks5://proxy.example:1080", "http://"])
    expect(() => ExternalProxy.make({ proxy })).toThrow(RangeError)
})
