// A program that uses what was rented, whatever becomes of it: it asks for a stream, says when bytes come, and asks again
// when they stop. It knows no other way than the one that it was given.
//
//   node traffic.ts HOST PORT [URL of an HTTP proxy]
import * as Net from "node:net"

const [host, port, proxy] = process.argv.slice(2) as [string, string, string | undefined]
const stillMs = 1500
const pauseMs = 50

const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

const attempt = (): void => {
  const url = proxy === undefined ? undefined : new URL(proxy)
  const socket = Net.connect(Number(url?.port ?? port), url?.hostname ?? host)
  const get = `GET /stream HTTP/1.1\r\nHost: ${host}\r\n\r\n`
  let isOpen = url === undefined
  const still = setInterval(() => socket.destroy(), stillMs)
  socket.once("connect", () => {
    const basic = Buffer.from(`ipsx:${url?.password ?? ""}`).toString("base64")
    socket.write(
      isOpen
        ? get
        : `CONNECT ${host}:${port} HTTP/1.1\r\nHost: ${host}:${port}\r\nProxy-Authorization: Basic ${basic}\r\n\r\n`,
    )
  })
  socket.on("data", (bytes) => {
    if (isOpen) {
      still.refresh()
      return say({ _tag: "Got", bytes: bytes.length })
    }
    if (!bytes.toString("latin1").startsWith("HTTP/1.1 200")) return void socket.destroy()
    isOpen = true
    socket.write(get)
    return undefined
  })
  socket.on("error", () => {})
  socket.once("close", () => {
    clearInterval(still)
    setTimeout(attempt, pauseMs)
  })
}

say({ _tag: "Begun" })
attempt()
process.stdin.on("close", () => process.exit()).resume()
