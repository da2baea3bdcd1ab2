// The processes of this machine as /proc shows them.
import { readdirSync, readFileSync } from "node:fs"
import * as Actor from "./Actor.ts"

interface Process {
  readonly pid: number
  readonly name: string
  readonly parent: number
}

const read = (pid: string): Process | undefined => {
  try {
    const [, name, state, parent] = /^\d+ \((.*)\) (\S) (\d+)/.exec(
      readFileSync(`/proc/${pid}/stat`, "utf8"),
    )!
    return state === "Z" ? undefined : { pid: Number(pid), name: name!, parent: Number(parent) }
  } catch {
    return undefined
  }
}

const all = (): ReadonlyArray<Process> =>
  readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => read(pid) ?? [])

/** The children of a process, those of one name where one is given. */
export const children = (of: number, name?: string): ReadonlyArray<number> =>
  all()
    .filter((one) => one.parent === of && (name === undefined || one.name === name))
    .map(({ pid }) => pid)

/** The daemons of wireguard-go that a process holds: not one that only says its version. */
export const tunnels = (of: number): ReadonlyArray<number> =>
  children(of, "wireguard-go").filter((pid) => {
    try {
      return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0")[1] === "-f"
    } catch {
      return false
    }
  })

/** Processes that carry the mark of a case, whoever owns them now. */
export const marked = (mark: string): ReadonlyArray<string> =>
  all().flatMap(({ pid, name }) => {
    try {
      const environment = readFileSync(`/proc/${pid}/environ`, "utf8").split("\0")
      return environment.includes(`${Actor.mark}=${mark}`) ? [`${name} ${pid}`] : []
    } catch {
      return []
    }
  })
