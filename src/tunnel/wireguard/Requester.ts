// The requester's end: an interface that lives in a network namespace of its own, where there is nothing else but the
// loopback. The encrypted packets leave from the machine; what the programs inside send has no other way.
import * as Ip from "../../model/Ip.ts"
import * as Block from "../Block.ts"
import type { Lease } from "../Lease.ts"
import * as Tunnel from "../Tunnel.ts"
import type { Offered } from "../Wireguard.ts"
import * as Command from "./Command.ts"
import type * as Control from "./Control.ts"
import * as Device from "./Device.ts"
import { Handshake } from "./Handshake.ts"
import { attempt, PeerSession } from "./PeerSession.ts"

export interface Options {
  readonly lease: Lease
  readonly offered: Offered
  readonly kind: Device.Kind
  readonly place: Device.Place
  readonly privateKey: string
  readonly presharedKey: string
  readonly signal: AbortSignal
}

// A mount namespace too, so that the name server is the tunnel's for the programs inside, and nothing of it is on disk.
const holderScript = `
ip link set lo up
if [ -n "$1" ]; then
  mount -t tmpfs none /mnt && echo "nameserver $1" > /mnt/resolv.conf && mount --bind /mnt/resolv.conf /etc/resolv.conf
fi
echo ready
exec sleep infinity
`

export const connect = async (options: Options): Promise<Tunnel.RequesterSession> => {
  const { offered, place, signal } = options
  const { within } = place
  const room = await makeRoom(within, offered.resolver)
  let device: Device.Device | undefined
  const undo = async (): Promise<void> => {
    await device?.remove()
    await room.end()
  }
  try {
    device = await Device.Device.make(options.kind, place)
    await device.control.configure(options.privateKey, 0)
    await device.move(room.pid, enter(within, room.pid))
    await furnish(enter(within, room.pid), device.name, offered.inner)
    const [here, peer] = [device, peerOf(options)]
    await here.control.add(peer)
    await new Handshake(here, peer.publicKey, signal).done(async () => {
      await here.control.drop(peer.publicKey)
      await here.control.add(peer)
    })
    const { lease } = options
    const session = new PeerSession({ lease, device: here, peer: peer.publicKey, undo })
    session.opening.open(Tunnel.unlimited.millis)
    return faceOf(session, options, room.pid)
  } catch (cause) {
    await undo()
    throw cause
  }
}

const enter = (within: Command.Within, pid: number): Command.Within => [
  ...within,
  "nsenter",
  "-t",
  String(pid),
  "-n",
  "-m",
]

const peerOf = ({ offered, presharedKey }: Options): Control.Peer => ({
  publicKey: offered.device,
  presharedKey,
  allowed: [Ip.version(offered.inner) === 4 ? "0.0.0.0/0" : "::/0"],
  endpoint: offered.endpoint,
})

const makeRoom = async (within: Command.Within, resolver: Ip.Ip | null): Promise<Command.Held> => {
  const command = ["unshare", "-n", "-m", "sh", "-c", holderScript, "room", resolver ?? ""]
  const room = await Command.hold(within, command)
  return new Promise((resolve, reject) => {
    let complaint = ""
    room.child.stderr?.on("data", (chunk: Buffer) => (complaint += chunk.toString()))
    room.child.stdout?.once("data", () => resolve(room))
    room.child.once("close", () => reject(new Error(`no network namespace: ${complaint.trim()}`)))
  })
}

const furnish = async (inside: Command.Within, name: string, inner: Ip.Ip): Promise<void> => {
  const v = Ip.version(inner)
  const ip = (...args: ReadonlyArray<string>) => Command.run(inside, ["ip", `-${v}`, ...args])
  await ip(
    "address",
    "add",
    `${inner}/${v === 4 ? 32 : 128}`,
    "dev",
    name,
    ...(v === 6 ? ["nodad"] : []),
  )
  await ip("link", "set", name, "up", "mtu", "1420")
  await ip("route", "add", "default", "dev", name)
}

const faceOf = (session: PeerSession, options: Options, room: number): Tunnel.RequesterSession => {
  const { lease, place } = options
  const inside = enter(place.within, room)
  return {
    ...session.face("requester"),
    attach: { kind: "netns", path: `/proc/${room}/ns/net`, enter: inside },
    // IPSX-TUN-050
    verifyExit: (echo) =>
      attempt("verifyExit", async () => {
        const seen = await ask(inside, echo)
        if (seen !== lease.address) session.watch.set("ip-mismatch")
        else if (session.watch.state === "ip-mismatch") session.watch.set("up")
        return seen
      }),
  }
}

const askScript = `
const [url, localAddress] = process.argv.slice(1)
const request = require("node:http").get(url, { timeout: 8000, localAddress }, (response) => {
  let text = ""
  response.on("data", (chunk) => (text += chunk))
  response.on("end", () => process.stdout.write(text))
})
request.on("timeout", () => request.destroy(new Error("no answer")))
`

/** The address that an echo sees of a program inside, or of one that leaves by an address of its own. */
export const ask = async (inside: Command.Within, echo: string, from?: Ip.Ip): Promise<Ip.Ip> => {
  const words = [process.execPath, "-e", askScript, echo, ...(from === undefined ? [] : [from])]
  const said = await Command.run(inside, words)
  const address = Block.normalise(said.trim())
  if (address === undefined) throw new Error(`${echo} answered ${said.slice(0, 80)}`)
  return address
}
