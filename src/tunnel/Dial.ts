// How an exit reaches a destination that has been judged: straight from the leased address, or through a proxy that the
// provider already runs. What is dialled is always the address that was judged, never a name (IPSX-TUN-020).
import * as Net from "node:net"
import type { Ip } from "../model/Ip.ts"
import type { Pinned } from "./Destination.ts"

/** Connects or throws; `from` is the address that the outside is to see. */
export type Dial = (to: Pinned, from: Ip) => Promise<Net.Socket>

export const dialMs = 10_000

/** From the machine's own address that stands for a leased one; they differ behind a router. */
export const direct =
  (local: (leased: Ip) => string | undefined = (leased) => leased): Dial =>
  (to, from) => {
    const localAddress = local(from)
    return connected({
      host: to.address,
      port: to.port,
      ...(localAddress === undefined ? {} : { localAddress }),
    })
  }

/** An open connection, or the error of the attempt; it does not wait for ever. */
export const connected = (options: Net.TcpNetConnectOpts): Promise<Net.Socket> =>
  new Promise((resolve, reject) => {
    const socket = Net.connect({ noDelay: true, allowHalfOpen: true, ...options })
    const timer = setTimeout(
      () => socket.destroy(Object.assign(new Error("no answer"), { code: "ETIMEDOUT" })),
      dialMs,
    )
    socket.once("error", (cause) => {
      clearTimeout(timer)
      reject(cause)
    })
    socket.once("connect", () => {
      clearTimeout(timer)
      resolve(socket)
    })
  })
