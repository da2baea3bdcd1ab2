// One WireGuard interface: of the kernel where it has one, else of wireguard-go, whose interface ends with its process.
import { connect } from "node:net"
import { readFile, readdir, unlink } from "node:fs/promises"
import { setTimeout as pause } from "node:timers/promises"
import * as Command from "./Command.ts"
import * as Control from "./Control.ts"

export type Kind = "kernel" | "wireguard-go"

/** Where a machine's side of things is. */
export interface Place {
  readonly within: Command.Within
  /** The folder of wireguard-go's sockets, as this process sees it. */
  readonly sockets: string
}

// Every interface of ours: the process that made it, and a number.
const prefix = "ipsx"
const nameOf = /^ipsx([0-9a-z]+)\.([0-9a-z]+)$/
const startMs = 5000

let made = 0

export class Device {
  readonly name: string
  control: Control.Control
  readonly #place: Place
  readonly #daemon: Command.Held | undefined

  private constructor(name: string, place: Place, daemon: Command.Held | undefined) {
    this.name = name
    this.#place = place
    this.#daemon = daemon
    this.control =
      daemon === undefined
        ? Control.tool(name, place.within)
        : Control.socket(`${place.sockets}/${name}.sock`)
  }

  static async make(kind: Kind, place: Place): Promise<Device> {
    const name = `${prefix}${process.pid.toString(36)}.${(made++).toString(36)}`
    if (kind === "kernel") {
      await Command.run(place.within, ["ip", "link", "add", name, "type", "wireguard"])
      return new Device(name, place, undefined)
    }
    // A socket that a dead process has left would be taken for a sign that this one is ready.
    await unlink(`${place.sockets}/${name}.sock`).catch(() => {})
    const environment = { LOG_LEVEL: "error", WG_PROCESS_FOREGROUND: "1" }
    const daemon = await Command.hold(place.within, ["wireguard-go", "-f", name], environment)
    const device = new Device(name, place, daemon)
    try {
      await device.#ready()
    } catch (cause) {
      await device.remove()
      throw cause
    }
    return device
  }

  /** Into the network namespace of a process. wireguard-go stays where it is, with the socket that it sends from. */
  async move(pid: number, inside: Command.Within): Promise<void> {
    await Command.run(this.#place.within, ["ip", "link", "set", this.name, "netns", String(pid)])
    if (this.#daemon === undefined) this.control = Control.tool(this.name, inside)
  }

  async remove(): Promise<void> {
    const { within, sockets } = this.#place
    if (this.#daemon === undefined)
      await Command.run(within, ["ip", "link", "delete", this.name]).catch(() => {})
    else await this.#daemon.end()
    await unlink(`${sockets}/${this.name}.sock`).catch(() => {})
  }

  async #ready(): Promise<void> {
    const until = performance.now() + startMs
    for (;;) {
      try {
        await this.control.transfers()
        return
      } catch (cause) {
        const { exitCode } = this.#daemon!.child
        if (exitCode !== null)
          throw new Error(`wireguard-go ended with exit code ${exitCode}`, { cause })
        if (performance.now() > until) throw cause
        await pause(2)
      }
    }
  }
}

/** Whether the process that made a name is still there. */
const isOrphan = (name: string): boolean => {
  const owner = nameOf.exec(name)?.[1]
  if (owner === undefined) return false
  try {
    process.kill(Number.parseInt(owner, 36), 0)
    return false
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code === "ESRCH"
  }
}

/** Daemons whose owner is no more: one that stands still does not see that its interface has gone. */
const orphanedDaemons = async (): Promise<ReadonlyArray<{ pid: number; name: string }>> => {
  const found: Array<{ pid: number; name: string }> = []
  for (const entry of await readdir("/proc").catch(() => [])) {
    if (!/^\d+$/.test(entry)) continue
    const command = await readFile(`/proc/${entry}/cmdline`, "utf8").catch(() => "")
    const [program = "", flag, name = ""] = command.split("\0")
    if (/(^|\/)wireguard-go$/.test(program) && flag === "-f" && isOrphan(name))
      found.push({ pid: Number(entry), name })
  }
  return found
}

const endMs = 2000

/** Ends a process, and waits until it has ended: a busy machine takes a while to carry out what a signal asks. */
const end = async (pid: number): Promise<void> => {
  try {
    process.kill(pid, "SIGKILL")
  } catch {
    // It has ended by itself.
  }
  const until = performance.now() + endMs
  while (performance.now() < until) {
    const stat = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => ") Z ")
    // What its parent has not asked after yet is not there any more either.
    if (/\) [ZX] /.test(stat)) return
    await pause(2)
  }
}

/** Removes daemons, interfaces and sockets of processes that are no more, and names them. */
export const sweep = async ({
  within,
  sockets,
}: Place): Promise<
  ReadonlyArray<{ readonly kind: "process" | "interface" | "socket"; readonly name: string }>
> => {
  const daemons = await orphanedDaemons()
  await Promise.all(daemons.map(({ pid }) => end(pid)))
  const links = await Command.run(within, ["ip", "-o", "link"]).catch(() => "")
  const interfaces = [...links.matchAll(/^\d+: ([^:@]+)/gm)]
    .map(([, name]) => name!)
    .filter(isOrphan)
  for (const name of interfaces)
    await Command.run(within, ["ip", "link", "delete", name]).catch(() => {})
  const files = (await readdir(sockets).catch(() => [])).map((file) => file.replace(/\.sock$/, ""))
  const orphans: Array<string> = []
  for (const name of files.filter(isOrphan)) {
    if (await answers(`${sockets}/${name}.sock`)) continue
    await unlink(`${sockets}/${name}.sock`).catch(() => {})
    orphans.push(name)
  }
  return [
    ...daemons.map(({ name }) => ({ kind: "process" as const, name })),
    ...interfaces.map((name) => ({ kind: "interface" as const, name })),
    ...orphans.map((name) => ({ kind: "socket" as const, name })),
  ]
}

const answers = (path: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(path)
    socket.once("connect", () => {
      socket.destroy()
      resolve(true)
    })
    socket.once("error", () => resolve(false))
  })
