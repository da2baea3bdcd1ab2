import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, describe, expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"

type Handler = (body: string, response: Http.ServerResponse, request: Http.IncomingMessage) => void

const servers: Array<Http.Server> = []
const clients: Array<Rpc.Rpc> = []

const serve = async (handler: Handler): Promise<string> => {
  const server = Http.createServer((request, response) => {
    let body = ""
    request.on("data", (chunk) => (body += chunk))
    request.on("end", () => handler(body, response, request))
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

const client = (url: string, options?: Rpc.Options): Rpc.Rpc => {
  const rpc = Rpc.make(url, options)
  clients.push(rpc)
  return rpc
}

const failure = async (promise: Promise<unknown>): Promise<Rpc.RpcError> =>
  promise.then(
    () => expect.fail("it succeeded"),
    (cause: Rpc.RpcError) => cause,
  )

afterEach(() => {
  for (const rpc of clients.splice(0)) rpc.close()
  for (const server of servers.splice(0)) {
    server.close()
    server.closeAllConnections()
  }
})

const echo: Handler = (body, response) => {
  const calls = JSON.parse(body) as
    | { id: number; method: string }
    | Array<{ id: number; method: string }>
  const one = ({ id, method }: { id: number; method: string }) =>
    method === "bad"
      ? { id, error: { code: 3, message: "no", data: "0xff" } }
      : { id, result: `${method}#${id}` }
  response.end(JSON.stringify(Array.isArray(calls) ? calls.map(one).toReversed() : one(calls)))
}

describe("IPSX-CHN-020 the JSON-RPC client", () => {
  it("puts the answers of a batch into the order of its calls, in one request", async () => {
    const rpc = client(await serve(echo))
    const calls = Array.from({ length: 50 }, (_, at) => ({ method: `m${at}`, params: [] }))
    expect(await rpc.batch(calls)).toEqual(calls.map(({ method }, id) => `${method}#${id}`))
    expect(await rpc.batch([])).toEqual([])
    expect(rpc.requests()).toBe(1)
  })

  it("keeps its connection", async () => {
    const ports = new Set<number>()
    const rpc = client(
      await serve((body, response, request) => {
        ports.add(request.socket.remotePort!)
        echo(body, response, request)
      }),
    )
    for (let at = 0; at < 10; at++) await rpc.call("m", [])
    expect(ports.size).toBe(1)
  })

  it("reads once more what a block has overtaken, a few times, and repeats nothing else", async () => {
    let late = 0
    const rpc = client(
      await serve((body, response, request) => {
        if (late-- <= 0) return echo(body, response, request)
        const error = {
          code: -32602,
          message: "BlockOutOfRangeError: block height is 71 but requested was 70",
        }
        const calls = JSON.parse(body) as { id: number } | Array<{ id: number }>
        const answer = Array.isArray(calls) ? calls.map(({ id }) => ({ id, error })) : { error }
        response.end(JSON.stringify(answer))
      }),
    )
    const read = { method: "eth_call", params: [] }
    late = 4
    expect(await rpc.call("eth_call", [])).toBe("eth_call#0")
    late = 1
    const calls = [{ method: "eth_chainId", params: [] }, read]
    expect(await rpc.batch(calls)).toEqual(["eth_chainId#0", "eth_call#1"])
    for (const ask of [
      () => rpc.call("eth_sendRawTransaction", []),
      () => rpc.batch([read, { method: "eth_sendRawTransaction", params: [] }]),
      () => rpc.batchText([Rpc.serialise(0, "eth_call", [])]),
    ]) {
      late = 1
      expect((await failure(ask()))._tag).toBe("RpcRefused")
    }
    late = 100
    const before = rpc.requests()
    expect((await failure(rpc.call("eth_call", []))).message).toContain("requested was 70")
    expect(rpc.requests() - before).toBe(5)
  })

  it("tells a refusal with method, code and data, alone and in a batch", async () => {
    const rpc = client(await serve(echo))
    for (const promise of [
      rpc.call("bad", []),
      rpc.batch([
        { method: "good", params: [] },
        { method: "bad", params: [] },
      ]),
    ]) {
      const error = (await failure(promise)) as Rpc.RpcRefused
      expect(error).toMatchObject({
        _tag: "RpcRefused",
        method: "bad",
        code: 3,
        reason: "no",
        data: "0xff",
      })
    }
  })

  it("says that nothing listens, and what to do", async () => {
    const url = await serve(echo)
    servers.splice(0).forEach((server) => server.close())
    const error = await failure(client(url).call("m", []))
    expect(error._tag).toBe("RpcUnreachable")
    expect(error.message).toContain(`${url} (ECONNREFUSED): start a node there`)
    expect(() => Rpc.make("ws://127.0.0.1:1")).toThrow("no http or https URL")
  })

  it("says that the connection was dropped, before and in the middle of the answer", async () => {
    const before = await failure(
      client(await serve((_, response) => response.destroy())).call("m", []),
    )
    expect(before).toMatchObject({ _tag: "RpcDropped", what: "m" })
    const middle = await serve((_, response) => {
      response.writeHead(200, { "content-length": 100 })
      response.write("{", () => response.destroy())
    })
    expect(await failure(client(middle).call("m", []))).toMatchObject({ _tag: "RpcDropped" })
  })

  it("waits no longer than the time-out, also when bytes trickle", async () => {
    const url = await serve((_, response) => {
      const timer = setInterval(() => response.write(" "), 10)
      response.once("close", () => clearInterval(timer))
    })
    const error = await failure(client(url, { timeoutMs: 150 }).call("slow", []))
    expect(error).toMatchObject({ _tag: "RpcTimeout", what: "slow", timeoutMs: 150 })
  })

  it("limits requests and answers", async () => {
    const url = await serve((_, response) => response.end("x".repeat(5000)))
    const rpc = client(url, { bytesMax: 1000 })
    expect(await failure(rpc.call("m", []))).toMatchObject({ _tag: "RpcTooLarge", bytesMax: 1000 })
    expect(await failure(rpc.call("m", ["y".repeat(1000)]))).toMatchObject({ _tag: "RpcTooLarge" })
    expect(rpc.requests()).toBe(2)
  })

  it.each(["<html>", "[]", '[{"id":0,"result":1}]'])(
    "refuses the answer %s to two calls",
    async (text) => {
      const rpc = client(await serve((_, response) => response.end(text)))
      const two = [
        { method: "a", params: [] },
        { method: "b", params: [] },
      ]
      expect(await failure(rpc.batch(two))).toMatchObject({ _tag: "RpcMalformed" })
    },
  )
})
