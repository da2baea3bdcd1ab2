// What this process and a node cost: processor time and resident memory, from the system's own books.
import { readFileSync } from "node:fs"
import { setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

/** Microseconds of processor time of this process. */
export const ownCpu = (): number => {
  const { user, system } = process.cpuUsage()
  return user + system
}

/** Bytes that this process holds in memory. */
export const ownMemory = (): number => process.memoryUsage.rss()

/** The same when what nobody uses any more has been given back: a heap that has room puts that off. */
export const ownMemoryInUse = (): number => {
  setFlagsFromString("--expose-gc")
  const collect = runInNewContext("gc") as () => void
  collect()
  return ownMemory()
}

// The node is the supervisor's first child.
const nodeOf = (supervisor: number): string =>
  readFileSync(`/proc/${supervisor}/task/${supervisor}/children`, "utf8").split(" ")[0]!

/** Microseconds of processor time of the node under a supervisor, in steps of 10 ms; 0 where the system does not tell. */
export const nodeCpu = (supervisor: number): number => {
  try {
    const text = readFileSync(`/proc/${nodeOf(supervisor)}/stat`, "utf8")
    const fields = text.split(") ")[1]!.split(" ")
    return (Number(fields[11]) + Number(fields[12])) * 10_000
  } catch {
    return 0
  }
}

/** Bytes that the node holds in memory; 0 where the system does not tell. */
export const nodeMemory = (supervisor: number): number => {
  try {
    const text = readFileSync(`/proc/${nodeOf(supervisor)}/status`, "utf8")
    return Number(/VmRSS:\s+(\d+)/.exec(text)?.[1] ?? 0) * 1024
  } catch {
    return 0
  }
}
