// A page that had no end filled the memory of whoever asked for it through a lease, and one that said nothing more was waited for
// for ever.
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import * as Proxy from "../../src/live/Proxy.ts"
import * as ConnectServer from "../tunnel/ConnectServer.ts"

let proxy: ConnectServer.ConnectServer
let world: Http.Server
let answer: (response: Http.ServerResponse) => void = () => {}
beforeEach(async () => {
  proxy = await ConnectServer.start("127.0.0.1")
  world = Http.createServer((_, response) => answer(response))
  await new Promise<void>((resolve) => world.listen(0, "127.0.0.1", resolve))
})
afterEach(() => {
  vi.useRealTimers()
  proxy.close()
  world.closeAllConnections()
  world.close()
})

const get = () => {
  const url = `http://a:b@127.0.0.1:${proxy.port}`
  const { port } = world.address() as AddressInfo
  return Proxy.get({ kind: "proxy", socks: url, http: url }, `http://127.0.0.1:${port}/page`)
}

it("a page without an end is given up", async () => {
  let sent = 0
  const chunk = Buffer.alloc(2 ** 20)
  answer = (response) => {
    const more = (): void => {
      while (!response.destroyed && response.write(chunk)) sent += chunk.length
      sent += chunk.length
    }
    response.on("drain", more)
    more()
  }
  await expect(get()).rejects.toThrow(/page: it has more than 16777216 bytes; read it by/)
  expect(sent).toBeLessThan(4 * Proxy.pageBytesMax)
})

it("a page that stands still is given up, and one that goes on is not", async () => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] })
  /** Real time, in which what was written arrives. */
  const arrives = async (): Promise<void> => {
    const end = performance.now() + 150
    while (performance.now() < end) await new Promise((resolve) => setImmediate(resolve))
  }
  const responses: Array<Http.ServerResponse> = []
  answer = (response) => void responses.push(response)
  let outcome = ""
  const page = get().catch((cause: Error) => void (outcome = cause.message))
  await arrives()
  for (const letter of ["a", "b", "c"]) {
    responses[0]!.write(letter)
    await arrives()
    vi.advanceTimersByTime(29_000)
  }
  await arrives()
  expect(outcome).toBe("")
  vi.advanceTimersByTime(2000)
  await page
  expect(outcome).toMatch(/page: nothing has come for 30 seconds/)
})

it("a page that is whole is had", async () => {
  answer = (given) => given.end("whole")
  expect(await get()).toEqual({ status: 200, body: "whole" })
})
