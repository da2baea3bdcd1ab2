// The provider's end: one interface for all deals, a peer and a few rules for each.
import * as Ip from "../../model/Ip.ts"
import * as Block from "../Block.ts"
import type { ExitPolicy } from "../ExitPolicy.ts"
import * as Key from "../Key.ts"
import type { Lease } from "../Lease.ts"
import type * as Tunnel from "../Tunnel.ts"
import * as Command from "./Command.ts"
import * as Device from "./Device.ts"
import * as Firewall from "./Firewall.ts"
import { Handshake } from "./Handshake.ts"
import { PeerSession } from "./PeerSession.ts"

export interface Options {
  readonly kind: () => Promise<Device.Kind>
  readonly place: Device.Place
  readonly port: number
  readonly inner: { readonly v4: Ip.Ip; readonly v6: Ip.Ip }
  readonly resolver: Ip.Ip | undefined
}

export interface Up {
  readonly device: Device.Device
  readonly firewall: Firewall.Firewall
  readonly publicKey: string
  readonly port: number
}

export interface Serving {
  readonly lease: Lease
  readonly policy: ExitPolicy
  readonly inner: Ip.Ip
  readonly peer: { readonly publicKey: string; readonly presharedKey: string }
  readonly signal: AbortSignal
}

const dealsMax = 65_000

export class Provider {
  readonly #options: Options
  #up: Promise<Up> | undefined
  #holders = 0
  #deals = 0
  readonly #taken = new Set<Ip.Ip>()

  constructor(options: Options) {
    this.#options = options
  }

  /** The interface is there for as long as somebody holds it. */
  async hold(): Promise<Up> {
    this.#holders++
    try {
      this.#up ??= this.#start()
      return await this.#up
    } catch (cause) {
      await this.release()
      throw cause
    }
  }

  async release(): Promise<void> {
    if (--this.#holders > 0) return
    const starting = this.#up
    this.#up = undefined
    const up = await starting?.catch(() => undefined)
    if (up === undefined) return
    await up.firewall.end()
    await up.device.remove()
  }

  /** An address inside the tunnel that no other deal has. */
  take(version: Ip.Version): Ip.Ip {
    const { v4, v6 } = this.#options.inner
    for (let at = 2; at < dealsMax; at++) {
      const inner = Ip.at(version === 4 ? v4 : v6, at)
      if (this.#taken.has(inner)) continue
      this.#taken.add(inner)
      return inner
    }
    throw new Error(`there are ${dealsMax} tunnels already`)
  }

  give(inner: Ip.Ip): void {
    this.#taken.delete(inner)
  }

  async serve(serving: Serving): Promise<Tunnel.ProviderSession> {
    const { device, firewall } = await this.#up!
    await this.#forwards(Ip.version(serving.lease.address))
    const { lease, policy, inner, peer, signal } = serving
    const own = await this.#own()
    const { resolver } = this.#options
    const deal = { index: ++this.#deals, lease, policy, inner, own, resolver }
    await firewall.admit(deal)
    const undo = async (): Promise<void> => {
      await device.control.drop(peer.publicKey).catch(() => {})
      await firewall.dismiss(deal).catch(() => {})
    }
    try {
      await device.control.add({
        ...peer,
        allowed: [`${inner}/${Ip.version(inner) === 4 ? 32 : 128}`],
      })
      await new Handshake(device, peer.publicKey, signal).done()
      const session = new PeerSession({ lease, device, peer: peer.publicKey, undo })
      return faceOf(session, firewall, deal)
    } catch (cause) {
      await undo()
      throw cause
    }
  }

  async #start(): Promise<Up> {
    const { kind, place, port, inner } = this.#options
    const { within } = place
    const device = await Device.Device.make(await kind(), place)
    let firewall: Firewall.Firewall | undefined
    try {
      const pair = Key.generate()
      firewall = await Firewall.Firewall.make(device.name, within)
      const listening = await device.control.configure(Key.secretText(pair), port)
      const ip = (...args: ReadonlyArray<string>) => Command.run(within, ["ip", ...args])
      await ip("address", "add", `${Ip.at(inner.v4, 1)}/16`, "dev", device.name)
      await ip("address", "add", `${Ip.at(inner.v6, 1)}/64`, "dev", device.name).catch(() => "")
      await ip("link", "set", device.name, "up", "mtu", "1420")
      return { device, firewall, publicKey: pair.public, port: listening }
    } catch (cause) {
      await firewall?.end()
      await device.remove()
      throw cause
    }
  }

  async #forwards(version: Ip.Version): Promise<void> {
    const name = version === 4 ? "net/ipv4/ip_forward" : "net/ipv6/conf/all/forwarding"
    const said = await Command.run(this.#options.place.within, ["cat", `/proc/sys/${name}`])
    if (said.trim() !== "1")
      throw new Error(
        `this machine does not forward packets: sysctl -w ${name.replaceAll("/", ".")}=1`,
      )
  }

  // The networks that this machine is on now (IPSX-TUN-021).
  async #own(): Promise<ReadonlyArray<Block.Block>> {
    const said = await Command.run(this.#options.place.within, ["ip", "-o", "address"])
    return [...said.matchAll(/ inet6? ([0-9a-f.:]+\/\d+)/g)].flatMap(
      ([, text]) => Block.parse(text!, "the provider's own network") ?? [],
    )
  }
}

const faceOf = (
  session: PeerSession,
  firewall: Firewall.Firewall,
  deal: Firewall.Deal,
): Tunnel.ProviderSession => ({
  ...session.face("provider"),
  ungate: (allowance) =>
    session.ifUp("ungate", async () => {
      const { up, down } = await session.read("provider")
      const left = Firewall.remaining(allowance, up + down, deal.policy.quotaBytes)
      await firewall.open(deal, left.bytes, left.millis)
      session.opening.open(left.millis)
    }),
  gate: session.ifUp("gate", async () => {
    await firewall.close(deal)
    session.opening.close()
  }),
  substitute: (address) => session.ifUp("substitute", () => firewall.substitute(deal, address)),
})
