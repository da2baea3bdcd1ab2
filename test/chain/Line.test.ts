import * as Net from "node:net"
import { setTimeout as sleep } from "node:timers/promises"
import { afterEach, describe, expect, it } from "vitest"
import * as Rpc from "../../src/chain/Rpc.ts"

type Serve = (socket: Net.Socket) => void

const open: Array<{ close: () => void }> = []
afterEach(() => {
  for (const one of open.splice(0)) one.close()
})

/** A server that does with a connection what the test says, and a client for it. */
const client = async (serve: Serve, options: Rpc.Options = {}): Promise<Rpc.Rpc> => {
  const sockets: Array<Net.Socket> = []
  const server = Net.createServer((socket) => {
    sockets.push(socket)
    socket.on("error", () => {})
    serve(socket)
  })
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  const rpc = Rpc.make(`http://127.0.0.1:${(server.address() as Net.AddressInfo).port}`, {
    isOwn: true,
    ...options,
  })
  open.push(rpc, {
    close: () => {
      server.close()
      for (const socket of sockets) socket.destroy()
    },
  })
  return rpc
}

const response = (body: string): string =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`

/** The bodies of the requests in a text that came in. */
const bodies = (text: string): ReadonlyArray<string> =>
  text.split("POST / HTTP/1.1\r\n").flatMap((part) => part.split("\r\n\r\n")[1]?.trim() ?? [])

describe("IPSX-CHN-020 requests in order", () => {
  it("are all on their way before the first is answered, and answers find their calls", async () => {
    let got = ""
    const rpc = await client((socket) => {
      socket.on("data", (chunk) => {
        got += chunk.toString("utf8")
        if (bodies(got).length < 3 || socket.bytesWritten > 0) return
        // Answers that come in pieces, and two in one piece.
        const all = bodies(got)
          .map((body) => response(body.toUpperCase()))
          .join("")
        socket.write(all.slice(0, 20))
        setTimeout(() => socket.write(all.slice(20, 150)), 5)
        setTimeout(() => socket.write(all.slice(150)), 10)
      })
    })
    const { text } = rpc.inOrder("a")
    expect(await Promise.all([text(["first"]), text(["zweitens §"]), text(["third"])])).toEqual([
      "[FIRST]",
      "[ZWEITENS §]",
      "[THIRD]",
    ])
    expect(rpc.inOrder("a")).toBe(rpc.inOrder("a"))
    expect(rpc.requests()).toBe(3)
  })

  it("acknowledge each answer while others are due, so that the node need not wait to send them", async () => {
    let got = ""
    const rpc = await client((socket) => {
      let answers = 0
      socket.on("data", (chunk) => {
        got += chunk.toString("utf8")
        if (answers === 0 && bodies(got).length === 2)
          answers = Number(socket.write(response("[1]")))
        // An empty line came, and with it the system's acknowledgement.
        else if (got.endsWith("]\r\n")) socket.write(response("[2]"))
      })
    })
    const { text } = rpc.inOrder("a")
    expect(await Promise.all([text(["x"]), text(["y"])])).toEqual(["[1]", "[2]"])
  })

  it.each([
    ["a node that goes away", (socket: Net.Socket) => socket.end(), "RpcDropped"],
    ["a node that is silent", () => {}, "RpcTimeout"],
    [
      "an answer of another kind",
      (socket: Net.Socket) => socket.write("SSH-2.0-OpenSSH_9.2\r\n\r\n"),
      "RpcMalformed",
    ],
    [
      "an answer without a length",
      (socket: Net.Socket) =>
        socket.write("HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n"),
      "RpcMalformed",
    ],
    [
      "a refusal of HTTP",
      (socket: Net.Socket) => socket.write("HTTP/1.1 404 Not Found\r\ncontent-length: 0\r\n\r\n"),
      "RpcMalformed",
    ],
    [
      "too long an answer",
      (socket: Net.Socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-length: 100000\r\n\r\n"),
      "RpcTooLarge",
    ],
    [
      "a head without an end",
      (socket: Net.Socket) => socket.write("HTTP/1.1 200 OK\r\n".padEnd(20_000, "x")),
      "RpcMalformed",
    ],
  ] as const)("say so of %s, to all who wait and all who come later", async (_, serve, tag) => {
    const rpc = await client((socket) => socket.once("data", () => serve(socket)), {
      timeoutMs: 60,
      bytesMax: 50_000,
    })
    const { text } = rpc.inOrder("a")
    const both = await Promise.allSettled([text(["x"]), text(["y"])])
    for (const outcome of both) expect(outcome).toMatchObject({ reason: { _tag: tag } })
    await expect(text(["z"])).rejects.toMatchObject({ _tag: tag })
  })

  it("count a node's time by request, from when it is its turn", async () => {
    const rpc = await client(
      (socket) => {
        let due = 0
        socket.on("data", (chunk) => {
          for (const body of bodies(chunk.toString("utf8")))
            void sleep((due += 60)).then(() => socket.write(response(body)))
        })
      },
      { timeoutMs: 150 },
    )
    const { text } = rpc.inOrder("a")
    const answers = await Promise.all(["a", "b", "c", "d"].map((call) => text([call])))
    expect(answers).toEqual(["[a]", "[b]", "[c]", "[d]"])
  })

  it("wait for each other at a node that was not started here", async () => {
    let under = 0
    const rpc = await client(
      (socket) =>
        socket.on("data", (chunk) => {
          under++
          void sleep(10).then(() => {
            expect(under--).toBe(1)
            socket.write(response(bodies(chunk.toString("utf8"))[0]!))
          })
        }),
      { isOwn: false },
    )
    const { text } = rpc.inOrder("a")
    expect(await Promise.all([text(["x"]), text(["y"])])).toEqual(["[x]", "[y]"])
  })
})
