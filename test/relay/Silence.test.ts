// Feeds whose other end is there no more, and does not say so.
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import type { AddressInfo } from "node:net"
import { expect, it } from "vitest"
import { WebSocket, WebSocketServer } from "ws"
import * as Alive from "../../src/relay/Alive.ts"
import * as Client from "../../src/relay/Client.ts"
import * as Pace from "../pace.ts"
import { addressOf } from "./market.ts"

const listen = async (isDeaf: boolean) => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1", autoPong: !isDeaf })
  await new Promise((resolve) => server.on("listening", resolve))
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

it("IPSX-MAT-043 a feed that is connected and says nothing is noticed, said, and subscribed to anew", async () => {
  const { server, url } = await listen(true)
  let feeds = 0
  server.on("connection", () => feeds++)
  const troubles: Array<string> = []
  const following = Client.follow({
    url,
    address: addressOf("provider"),
    endpoint: null,
    sign: async () => "0x",
    proposed: () => {},
    shortProposed: () => {},
    retired: () => {},
    trouble: ({ message }) => troubles.push(message),
    aliveMs: 40,
  })
  const fiber = Effect.runFork(following)
  await Pace.until(() => feeds >= 2)
  await Effect.runPromise(Fiber.interrupt(fiber))
  expect(troubles[0]).toMatch(/cannot be reached: its feed does not answer/)
  for (const feed of server.clients) feed.terminate()
  server.close()
})

it("IPSX-MAT-043 either end finds the other gone, and keeps one that answers", async () => {
  const { server, url } = await listen(false)
  const gone: Array<string> = []
  server.on("connection", (feed, { url: path }) =>
    Alive.watch(
      feed,
      () => {
        gone.push(path!)
        feed.terminate()
      },
      40,
    ),
  )
  const connect = (path: string, autoPong: boolean) =>
    new WebSocket(`${url.replace("http", "ws")}${path}`, { autoPong })
  const [good, deaf] = [connect("/good", true), connect("/deaf", false)]
  const closed = new Promise((resolve) => deaf.on("close", resolve))
  deaf.on("error", () => {})
  await closed
  expect(gone).toEqual(["/deaf"])
  expect(good.readyState).toBe(good.OPEN)
  good.terminate()
  server.close()
})
