// How an interface is told its peers and asked for its counters: wireguard-go through its socket, which costs no process
// for a heartbeat, and the kernel through the program `wg`.
import { connect } from "node:net"
import * as Command from "./Command.ts"

export interface Peer {
  /** Base64, as everywhere in WireGuard. */
  readonly publicKey: string
  readonly presharedKey: string
  readonly allowed: ReadonlyArray<string>
  readonly endpoint?: string
}

/** Bytes as WireGuard counts them, its own headers included; `handshake` in whole seconds since 1970, 0 for none. */
export interface Transfer {
  readonly received: number
  readonly sent: number
  readonly handshake: number
}

export interface Control {
  /** Gives the interface its key, and says on which port it listens. */
  readonly configure: (privateKey: string, port: number) => Promise<number>
  /** Adds a peer; when it has an endpoint, a keepalive starts a handshake at once. */
  readonly add: (peer: Peer) => Promise<void>
  readonly drop: (publicKey: string) => Promise<void>
  /** Sends one keepalive to a peer: authenticated, and by this process, so that a frozen one is silent. */
  readonly poke: (publicKey: string) => Promise<void>
  /** What has passed, by the public key of the peer. */
  readonly transfers: () => Promise<ReadonlyMap<string, Transfer>>
}

// A keepalive so rare that none is sent: turning it on is what sends one.
const seldom = 65_535
const answerMs = 5000
const answerMax = 2 ** 26

const hex = (key: string): string => Buffer.from(key, "base64").toString("hex")
const base64 = (key: string): string => Buffer.from(key, "hex").toString("base64")

/** wireguard-go's own protocol, of lines `key=value`, on a socket in the file system. */
export const socket = (path: string): Control => {
  const ask = (request: string): Promise<string> => exchange(path, request)
  const set = async (...lines: ReadonlyArray<string>): Promise<void> => {
    await ask(`set=1\n${lines.join("\n")}\n\n`)
  }
  return {
    configure: async (privateKey, port) => {
      await set(`private_key=${hex(privateKey)}`, `listen_port=${port}`)
      return Number(/^listen_port=(\d+)$/m.exec(await ask("get=1\n\n"))?.[1] ?? 0)
    },
    add: ({ publicKey, presharedKey, allowed, endpoint }) =>
      set(
        `public_key=${hex(publicKey)}`,
        `preshared_key=${hex(presharedKey)}`,
        "replace_allowed_ips=true",
        ...allowed.map((block) => `allowed_ip=${block}`),
        ...(endpoint === undefined
          ? []
          : [`endpoint=${endpoint}`, `persistent_keepalive_interval=${seldom}`]),
      ),
    drop: (publicKey) => set(`public_key=${hex(publicKey)}`, "remove=true"),
    poke: async (publicKey) => {
      const peer = [`public_key=${hex(publicKey)}`, "update_only=true"]
      await set(...peer, "persistent_keepalive_interval=0")
      await set(...peer, `persistent_keepalive_interval=${seldom}`)
    },
    transfers: async () => {
      const [, ...peers] = (await ask("get=1\n\n")).split(/^public_key=/m)
      const number = (text: string, name: string): number =>
        Number(new RegExp(`^${name}=(\\d+)$`, "m").exec(text)?.[1] ?? 0)
      return new Map(
        peers.map((text) => [
          base64(text.slice(0, 64)),
          {
            handshake: number(text, "last_handshake_time_sec"),
            received: number(text, "rx_bytes"),
            sent: number(text, "tx_bytes"),
          },
        ]),
      )
    },
  }
}

const exchange = (path: string, request: string): Promise<string> =>
  new Promise((resolve, reject) => {
    const connection = connect(path)
    let said = ""
    const fail = (reason: string): void => {
      connection.destroy()
      reject(new Error(`wireguard-go at ${path}: ${reason}`))
    }
    const timer = setTimeout(() => fail("no answer"), answerMs)
    connection.once("error", (cause) => fail(cause.message))
    connection.once("close", () => {
      clearTimeout(timer)
      fail("hung up")
    })
    connection.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1")
      if (said.length > answerMax) return fail("answers too much")
      if (!said.endsWith("\n\n")) return
      const errno = /^errno=(-?\d+)$/m.exec(said)?.[1]
      if (errno !== "0") return fail(`errno ${errno}`)
      resolve(said)
      connection.destroy()
    })
    connection.write(request)
  })

/** The program `wg`, where the interface is. */
export const tool = (name: string, within: Command.Within): Control => {
  const wg = (...args: ReadonlyArray<string>): Promise<string> =>
    Command.run(within, ["wg", ...args])
  // Keys never stand in the arguments, which everybody can read. Our standard input is a socket, which cannot be opened
  // by its name: `cat` makes a pipe of it.
  const configure = (how: "setconf" | "addconf", lines: ReadonlyArray<string>): Promise<string> => {
    const script = 'cat | wg "$1" "$2" /dev/stdin'
    return Command.run(within, ["sh", "-c", script, "sh", how, name], `${lines.join("\n")}\n`)
  }
  const keepalive = (publicKey: string, seconds: number): Promise<string> =>
    wg("set", name, "peer", publicKey, "persistent-keepalive", String(seconds))
  return {
    configure: async (privateKey, port) => {
      await configure("setconf", [
        "[Interface]",
        `PrivateKey = ${privateKey}`,
        `ListenPort = ${port}`,
      ])
      return Number(await wg("show", name, "listen-port"))
    },
    add: async ({ publicKey, presharedKey, allowed, endpoint }) => {
      await configure("addconf", [
        "[Peer]",
        `PublicKey = ${publicKey}`,
        `PresharedKey = ${presharedKey}`,
        `AllowedIPs = ${allowed.join(", ")}`,
        ...(endpoint === undefined
          ? []
          : [`Endpoint = ${endpoint}`, `PersistentKeepalive = ${seldom}`]),
      ])
    },
    drop: async (publicKey) => {
      await wg("set", name, "peer", publicKey, "remove")
    },
    poke: async (publicKey) => {
      await keepalive(publicKey, 0)
      await keepalive(publicKey, seldom)
    },
    transfers: async () => {
      const peers = (await wg("show", name, "dump")).trim().split("\n").slice(1)
      return new Map(
        peers.map((line) => {
          const [key, , , , handshake, received, sent] = line.split("\t")
          const numbers = { handshake: Number(handshake), received: Number(received) }
          return [key!, { ...numbers, sent: Number(sent) }]
        }),
      )
    },
  }
}
