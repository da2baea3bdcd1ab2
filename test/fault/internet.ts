// The internet of a case: a server in a process of its own that streams bytes to whoever comes, and says each visitor's
// address.
//
//   node internet.ts HOST PORT
import * as Http from "node:http"
import type { AddressInfo } from "node:net"

const chunk = Buffer.alloc(4096, "ipsx ")
const everyMs = 20
const [host, port] = process.argv.slice(2) as [string, string]

const say = (value: object): void => void process.stdout.write(`${JSON.stringify(value)}\n`)

const server = Http.createServer((_, response) => {
  const flow = setInterval(() => {
    if (response.writableLength < 65_536) response.write(chunk)
  }, everyMs)
  response.on("close", () => clearInterval(flow))
})
server.on("connection", (socket) =>
  say({ _tag: "Visited", from: (socket.remoteAddress ?? "").replace(/^::ffff:/, "") }),
)
server.listen(Number(port), host, () =>
  say({ _tag: "Serving", port: (server.address() as AddressInfo).port }),
)
// It ends with whoever started it.
process.stdin.on("close", () => process.exit()).resume()
