// An empty chain for anvil to fork from. anvil 1.7.1 computes the root of its whole state for every block
// unless it forks, and then it asks its upstream once for each account that it has not seen. This one answers in
// process, with a fixed genesis and enough ether for everybody, so that no account needs any (IPSX-CHN-023).
import * as Http from "node:http"
import type { AddressInfo } from "node:net"

export interface Upstream {
  readonly url: string
  readonly close: () => void
}

/** The ether of every account that has not sent anything: 2^80 wei. */
export const balance = 2n ** 80n

/**
 * Serves the empty chain on a free port of this machine.
 *
 * @param timestamp of its only block, in seconds: blocks of the fork must be later.
 */
export const serve = (chainId: number, timestamp: number): Promise<Upstream> => {
  const answer = answers(chainId, timestamp)
  const server = Http.createServer((request, response) => {
    const chunks: Array<Buffer> = []
    request.on("data", (chunk: Buffer) => chunks.push(chunk))
    request.on("end", () => {
      response.setHeader("content-type", "application/json")
      response.end(JSON.stringify(reply(answer, Buffer.concat(chunks).toString("utf8"))))
    })
  })
  // anvil keeps its connections for the whole run and takes a closed one for a failure.
  server.keepAliveTimeout = 0
  return new Promise((resolve, reject) => {
    server.once("error", reject)
    server.listen(0, "127.0.0.1", () => {
      // The program may end while the server is open: it serves a child that ends with it.
      server.unref()
      const { port } = server.address() as AddressInfo
      const close = () => {
        server.close()
        server.closeAllConnections()
      }
      resolve({ url: `http://127.0.0.1:${port}`, close })
    })
  })
}

type Answer = (method: string) => unknown

const reply = (answer: Answer, text: string): unknown => {
  const calls = JSON.parse(text) as Request | ReadonlyArray<Request>
  const one = ({ id, method }: Request) => {
    const result = answer(method)
    return result === undefined
      ? { jsonrpc: "2.0", id, error: { code: -32601, message: `an empty chain has no ${method}` } }
      : { jsonrpc: "2.0", id, result }
  }
  return Array.isArray(calls) ? calls.map(one) : one(calls as Request)
}

interface Request {
  readonly id: unknown
  readonly method: string
}

const hex = (n: number | bigint): string => `0x${n.toString(16)}`
const zeros = (bytes: number): string => `0x${"00".repeat(bytes)}`

const answers = (chainId: number, timestamp: number): Answer => {
  const block = genesis(timestamp)
  const account = { balance: hex(balance), nonce: "0x0", code: "0x" }
  const table: Record<string, unknown> = {
    eth_chainId: hex(chainId),
    net_version: String(chainId),
    eth_blockNumber: "0x0",
    eth_gasPrice: "0x0",
    eth_getBlockByNumber: block,
    eth_getBlockByHash: block,
    eth_getBalance: account.balance,
    eth_getTransactionCount: account.nonce,
    eth_getCode: account.code,
    eth_getAccountInfo: account,
    eth_getStorageAt: zeros(32),
    // A transaction that waits for its block is one that nobody knows.
    eth_getTransactionReceipt: null,
    eth_getTransactionByHash: null,
  }
  return (method) => table[method]
}

const genesis = (timestamp: number) => ({
  number: "0x0",
  hash: `0x${"11".repeat(32)}`,
  parentHash: zeros(32),
  sha3Uncles: "0x1dcc4de8dec75d7aab85b567b6ccd41ad312451b948a7413f0a142fd40d49347",
  logsBloom: zeros(256),
  transactionsRoot: zeros(32),
  stateRoot: zeros(32),
  receiptsRoot: zeros(32),
  withdrawalsRoot: zeros(32),
  parentBeaconBlockRoot: zeros(32),
  miner: zeros(20),
  difficulty: "0x0",
  totalDifficulty: "0x0",
  extraData: "0x",
  size: "0x0",
  gasLimit: "0x1c9c380",
  gasUsed: "0x0",
  timestamp: hex(timestamp),
  mixHash: zeros(32),
  nonce: zeros(8),
  baseFeePerGas: "0x0",
  blobGasUsed: "0x0",
  excessBlobGas: "0x0",
  uncles: [],
  transactions: [],
  withdrawals: [],
})
