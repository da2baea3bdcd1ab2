// The barest client that we know how to write: it has everything ready as bytes, sends a block's calls, has the block
// mined, and reads nothing back. What it reaches is the ceiling of the node.
import * as Http from "node:http"
import * as Wire from "../../src/chain/Wire.ts"

/** A block that is ready to be sent. */
export interface Ready {
  readonly bodies: ReadonlyArray<Buffer>
  readonly mine: Buffer
}

export const ready = (requests: Wire.Requests, timestamp: number): Ready => ({
  bodies: requests.map((calls) => Buffer.from(`[${calls.join(",")}]`)),
  mine: Buffer.from(
    `{"jsonrpc":"2.0","id":0,"method":"evm_mine","params":[{"timestamp":"${Wire.hex(timestamp)}"}]}`,
  ),
})

export interface Raw {
  readonly send: (blocks: ReadonlyArray<Ready>) => Promise<void>
  readonly close: () => void
}

export const make = (url: string): Raw => {
  const agent = new Http.Agent({ keepAlive: true, maxSockets: 8 })
  const { hostname: host, port } = new URL(url)
  const post = (body: Buffer) =>
    new Promise<void>((resolve, reject) => {
      const headers = { "content-type": "application/json", "content-length": body.length }
      const request = Http.request({ agent, host, port, method: "POST", headers }, (response) => {
        response.on("end", resolve)
        response.resume()
      })
      request.on("error", reject)
      request.end(body)
    })
  return {
    send: async (blocks) => {
      for (const { bodies, mine } of blocks) {
        await Promise.all(bodies.map(post))
        await post(mine)
      }
    },
    close: () => agent.destroy(),
  }
}
