// A node that answers as a test wants it, and a purse over it: what a party does between two answers, without a chain.
import * as Fee from "../../src/chain/Fee.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import type { Journal } from "../../src/live/Journal.ts"
import * as Purse from "../../src/live/Purse.ts"
import * as Signer from "../../src/live/Signer.ts"
import * as Submissions from "../../src/live/Submissions.ts"
import { address } from "../arbitrary/deal.ts"

export const curve = NativeCurve.fastest()
export const place = { chainId: 31337, centralizer: address(0xc0), token: address(0xc1) }
export const signer = Signer.local(curve, new Uint8Array(32).fill(7))

export type Answers = (method: string, params: ReadonlyArray<unknown>) => unknown

/** `answers` may throw an `Rpc` error; what it leaves undefined is 1, which suits gas, fees and heights. */
const rpc = (answers: Answers): Rpc.Rpc => {
  const call = async (method: string, params: ReadonlyArray<unknown>): Promise<unknown> => {
    const answer = await answers(method, params)
    if (answer !== undefined) return answer
    const block = { baseFeePerGas: "0x0", number: "0x1", timestamp: "0x1", hash: "0x1" }
    return method === "eth_getBlockByNumber" ? block : "0x1"
  }
  const batch: Rpc.Rpc["batch"] = (calls) =>
    Promise.all(calls.map(({ method, params }) => call(method, params)))
  return { call, batch } as unknown as Rpc.Rpc
}

export const submissions = (
  answers: Answers,
  change: Partial<Submissions.Options> = {},
): Submissions.Submissions =>
  Submissions.make({
    rpc: rpc(answers),
    curve,
    place,
    signer,
    evidence: new Map(),
    journal: { append: async () => {} },
    pollMs: 1,
    finality: 0,
    feeCap: Fee.usualCap,
    numbered: 0,
    refused: async () => {},
    trouble: () => {},
    ...change,
  })

export const purse = (
  answers: Answers,
  of: Submissions.Submissions,
  journal: Journal = { append: async () => {} },
  change: Partial<Purse.Options> = {},
): Purse.Purse =>
  Purse.open({
    rpc: rpc(answers),
    place,
    address: signer.address,
    submissions: of,
    journal,
    topUp: 0n,
    ...Purse.recorded([]),
    ...change,
  })
