// A driver's process: lines to it, lines from it, and a certain end. It lives in a process group of its own under a
// shell that holds the other end of a pipe: however the runner ends, the pipe closes and the whole group is killed.
import { spawn } from "node:child_process"
import { once } from "node:events"
import type { Connection, Reply } from "../Runner.ts"
import { limits } from "../Wire.ts"

// The driver's input is handed over by hand, because a shell gives background commands none. The watch outlives the
// driver: what the driver has started and left ends with it.
const script = `
exec 4<&0
"$@" <&4 4<&- 3<&- &
driver=$!
exec 4<&- </dev/null
(cat <&3; kill -s KILL 0) >/dev/null 2>&1 &
wait $driver
`

// Lines that wait unread before the driver's output is held back.
const waitingMax = 64

/**
 * Starts a driver. It may fail at once; then the first reply says so.
 *
 * @example
 * const connection = connect(["java", "Ipsx.java"])
 * connection.send('{"cmd":"start","seq":1,"protocol":1,"suite":"1.4.0"}')
 * const reply = await connection.receive(30_000)
 */
export const connect = (command: ReadonlyArray<string>): Connection => {
  const child = spawn("/bin/sh", ["-c", script, "driver", ...command], {
    stdio: ["pipe", "pipe", "pipe", "pipe"],
    detached: true,
  })
  const lifeline = child.stdio[3] as NodeJS.WritableStream
  const replies: Array<Reply> = []
  let wake: (() => void) | undefined
  let over = false
  const push = (reply: Reply): void => {
    if (over) return
    over = reply.kind !== "line"
    replies.push(reply)
    wake?.()
  }

  let said = Buffer.alloc(0)
  child.stderr.on("data", (chunk: Buffer) => {
    said = Buffer.concat([said, chunk]).subarray(-limits.errorBytes)
  })
  const framer = lines(push)
  child.stdout.on("data", (chunk: Buffer) => {
    // What nobody will read is not held back either: a driver that never stops could not be seen to end.
    if (over) return
    framer(chunk)
    if (replies.length > waitingMax) child.stdout.pause()
  })
  const ended = once(child, "close").catch(() => undefined)
  let how = "ended"
  child.once("error", (error) => push({ kind: "ended", how: error.message }))
  child.once("exit", (code, signal) => {
    how = signal === null ? `ended with exit code ${code}` : `was ended by ${signal}`
    lifeline.end()
  })
  child.once("close", () => push({ kind: "ended", how }))
  // The other end is gone: what it said last says why, or its exit does.
  for (const stream of [child.stdin, lifeline]) stream.on("error", () => {})

  const receive = async (ms: number): Promise<Reply> => {
    if (replies.length === 0) {
      let timer: NodeJS.Timeout | undefined
      await new Promise<void>((resolve) => {
        wake = resolve
        timer = setTimeout(resolve, ms)
      })
      wake = undefined
      clearTimeout(timer)
    }
    if (child.stdout.isPaused()) child.stdout.resume()
    return replies.shift() ?? (over ? { kind: "ended", how } : { kind: "silent" })
  }

  const end = async (graceMs: number): Promise<void> => {
    over = true
    child.stdin.end()
    child.stdout.resume()
    const timer = setTimeout(() => lifeline.end(), graceMs)
    await ended
    clearTimeout(timer)
    lifeline.end()
  }

  return {
    send: (line) => void child.stdin.write(`${line}\n`),
    receive,
    end,
    said: () => said.toString("utf8").trim(),
  }
}

// Cuts a stream of bytes into lines; one that is too long ends it.
const lines = (push: (reply: Reply) => void): ((chunk: Buffer) => void) => {
  let rest: ReadonlyArray<Buffer> = []
  let length = 0
  let overlong = false
  return (chunk) => {
    let from = 0
    for (;;) {
      if (overlong) return
      const at = chunk.indexOf(10, from)
      const piece = chunk.subarray(from, at < 0 ? chunk.length : at)
      length += piece.length
      if (length > limits.lineBytes) {
        overlong = true
        push({ kind: "overlong" })
        return
      }
      rest = [...rest, piece]
      if (at < 0) return
      const text = Buffer.concat(rest).toString("utf8").replace(/\r$/, "")
      rest = []
      length = 0
      from = at + 1
      if (text.trim() !== "") push({ kind: "line", text })
    }
  }
}
