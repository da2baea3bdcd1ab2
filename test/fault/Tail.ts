// The journal of a party, read by somebody else while it grows: what is in it has happened, and is on disk.
import { closeSync, openSync, readSync, statSync } from "node:fs"

/** An entry as it is written, and when it was first seen here. */
export interface Seen {
  readonly entry: { readonly _tag: string; readonly [field: string]: unknown }
  readonly at: number
}

export interface Tail {
  readonly entries: ReadonlyArray<Seen>
  readonly close: () => void
}

const lookMs = 4

/**
 * Follows a file that need not be there yet, and may be written anew in between.
 *
 * @example
 * const tail = Tail.open("provider/journal")
 */
export const open = (file: string): Tail => {
  const entries: Array<Seen> = []
  let at = 0
  let inode = 0
  let rest = ""
  const look = (): void => {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (stat === undefined) return
    // A journal that was written anew has nothing that was not known.
    if (stat.ino !== inode) [inode, at, rest] = [stat.ino, inode === 0 ? 0 : stat.size, ""]
    if (stat.size <= at) return
    const buffer = Buffer.alloc(stat.size - at)
    const descriptor = openSync(file, "r")
    at += readSync(descriptor, buffer, 0, buffer.length, at)
    closeSync(descriptor)
    const lines = (rest + buffer.toString("utf8")).split("\n")
    rest = lines.pop()!
    for (const line of lines)
      entries.push({ entry: JSON.parse(line.slice(9)) as Seen["entry"], at: performance.now() })
  }
  const timer = setInterval(look, lookMs)
  return { entries, close: () => clearInterval(timer) }
}
