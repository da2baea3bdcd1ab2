// What address the outside sees (IPSX-TUN-050): asks an echo service, over a connection that somebody else makes.
import type { Duplex } from "node:stream"
import type { Ip } from "../model/Ip.ts"
import * as Block from "./Block.ts"
import * as Destination from "./Destination.ts"
import type { Dial } from "./Dial.ts"

export type Connect = (authority: string) => Promise<Duplex>

const answerMax = 4096
const answerMs = 10_000

/** Connections of a provider's own, from a leased address, past the exit policy: the echo is the provider's choice. */
export const by =
  (dial: Dial, resolve: Destination.Resolver, from: Ip): Connect =>
  async (authority) => {
    const { host, port } = Destination.parse(authority)!
    const address = Block.normalise(host) ?? Block.normalise((await resolve(host))[0] ?? "")
    if (address === undefined) throw new Error(`no address of ${host}`)
    return dial({ address, port }, from)
  }

/**
 * The address that an echo sees. `echo` is an http URL whose answer is an address in plain text.
 *
 * @throws when there is no answer, or one that is no address.
 */
export const seen = async (echo: string, connect: Connect): Promise<Ip> => {
  const url = new URL(echo)
  if (url.protocol !== "http:") throw new Error(`an echo has an http URL, not ${echo}`)
  const host = url.hostname.replace(/^\[|\]$/g, "")
  const stream = await connect(Destination.format(host, Number(url.port === "" ? 80 : url.port)))
  const text = await ask(stream, `GET ${url.pathname}${url.search}`, url.host)
  const address = Block.normalise(text.slice(text.indexOf("\r\n\r\n") + 4).trim())
  if (!/^HTTP\/1\.[01] 200 /.test(text) || address === undefined)
    throw new Error(`${echo} answered ${JSON.stringify(text.slice(0, 80))}, not with an address`)
  return address
}

const ask = (stream: Duplex, request: string, host: string): Promise<string> =>
  new Promise((resolve, reject) => {
    let text = ""
    const timer = setTimeout(() => fail(new Error("the echo does not answer")), answerMs)
    const fail = (cause: Error): void => {
      clearTimeout(timer)
      stream.destroy()
      reject(cause)
    }
    stream.on("error", fail)
    stream.on("data", (chunk: Buffer) => {
      text += chunk.toString("latin1")
      if (text.length > answerMax) fail(new Error("the echo answers too much"))
    })
    stream.on("close", () => fail(new Error("the echo hung up")))
    stream.on("end", () => {
      clearTimeout(timer)
      resolve(text)
      stream.destroy()
    })
    stream.write(`${request} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`)
  })
