// What the driver asks of a node and when, seen by a node that only takes notes. Each title names one of the ways in
// which anvil becomes slow or wrong (docs/chain.md).
import { setTimeout as sleep } from "node:timers/promises"
import { describe, expect, it } from "vitest"
import * as Blocks from "../../src/chain/Blocks.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import type * as Wire from "../../src/chain/Wire.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Signed from "../../src/signature/Signed.ts"

const curve = NativeCurve.fastest()
const key = new Uint8Array(32).fill(7)
const sender = Signed.address(curve, key)
const hex = (n: number): string => `0x${n.toString(16)}`

interface Note {
  readonly methods: ReadonlyArray<string>
  readonly texts: ReadonlyArray<string>
  readonly asked: number
  answered: number
}

/** A node whose answers take a moment each, in the order of its clock: `asked` and `answered` count events. */
const fake = () => {
  const notes: Array<Note> = []
  let clock = 0
  let head = 0
  let pool = 0
  const sizes = new Map<number, number>()
  const answer = (method: string, params: ReadonlyArray<unknown>): unknown => {
    if (method.startsWith("eth_send")) pool++
    if (method === "evm_mine") {
      sizes.set(++head, pool)
      pool = 0
    }
    if (method === "anvil_mine") head += Number(params[0])
    if (method === "eth_getLogs") return []
    if (method === "eth_getTransactionCount") return "0x0"
    if (method !== "eth_getBlockByNumber") return `0x${"00".repeat(32)}`
    const number = params[0] === "latest" ? head : Number(params[0])
    const transactions = Array.from({ length: sizes.get(number) ?? 0 }, (_, at) => hex(at))
    return {
      number: hex(number),
      timestamp: hex(number),
      hash: hex(number),
      gasUsed: "0x0",
      transactions,
    }
  }
  const take = async (calls: ReadonlyArray<Rpc.Call>, texts: ReadonlyArray<string>) => {
    const methods = calls.map(({ method }) => method)
    const note = { methods, texts, asked: ++clock, answered: Infinity }
    notes.push(note)
    await sleep(methods.includes("evm_mine") ? 20 : 2)
    const results = calls.map(({ method, params }) => answer(method, params))
    note.answered = ++clock
    return results
  }
  const rpc: Rpc.Rpc = {
    url: "",
    call: async (method, params) => (await take([{ method, params }], []))[0],
    batch: async (calls) => (calls.length === 0 ? [] : take(calls, [])),
    batchText: (texts) =>
      take(
        texts.map((text) => JSON.parse(text) as Rpc.Call),
        texts,
      ),
    requests: () => notes.length,
    close: () => {},
  }
  return { rpc, notes }
}

const drive = async (signing: Wire.Signing, count: number, size: number) => {
  const { rpc, notes } = fake()
  const options = { chainId: 1, signing, curve, keys: () => key, logsOf: sender, isFresh: true }
  const blocks = await Blocks.make({ rpc, ...options })
  notes.length = 0
  const items = Array.from({ length: size }, (): Wire.Item => ({ sender, to: sender, data: "0x" }))
  const reads = [{ method: "eth_call", params: [] }]
  await Promise.all(
    Array.from({ length: count }, (_, at) =>
      blocks.mine({ number: at + 1, timestamp: at + 1, items }, { reads }),
    ),
  )
  const of = (method: string) => notes.filter(({ methods }) => methods.includes(method))
  return {
    notes,
    of,
    sends: of(signing === "signed" ? "eth_sendRawTransaction" : "eth_sendUnsignedTransaction"),
  }
}

describe.each(["impersonated", "signed"] as const)("IPSX-CHN-020 the driver, %s", (signing) => {
  it("never has two blocks in the pool, which anvil copies for every call", async () => {
    const { of, sends } = await drive(signing, 6, 100)
    const mines = of("evm_mine")
    expect(mines.length).toBe(6)
    const perBlock = sends.length / 6
    mines.forEach((mine, at) => {
      for (const send of sends.slice(at * perBlock, (at + 1) * perBlock)) {
        expect(send.answered).toBeLessThan(mine.asked)
        if (at > 0) expect(send.asked).toBeGreaterThan(mines[at - 1]!.answered)
      }
    })
  })

  it("gives nonce, gas and both fees with each call, which anvil would look up one by one", async () => {
    const { sends } = await drive(signing, 2, 70)
    const texts = sends.flatMap(({ texts }) => texts)
    expect(texts.length).toBe(140)
    if (signing === "signed") return
    const all = texts.map(
      (text) => (JSON.parse(text) as { params: [Record<string, string>] }).params[0],
    )
    expect(all.map(({ nonce }) => Number(nonce))).toEqual(all.map((_, at) => at))
    for (const { gas, maxFeePerGas, maxPriorityFeePerGas } of all) {
      expect(Number(gas)).toBeGreaterThan(21_000)
      expect(Number(maxFeePerGas)).toBeGreaterThan(0)
      expect(maxPriorityFeePerGas).toBe("0x0")
    }
  })

  it("lets the fee cap fall through a block, which is what anvil orders it by", async () => {
    if (signing === "signed") return
    const { sends } = await drive(signing, 1, 70)
    const caps = sends[0]!.texts.map((text) => Number(/"maxFeePerGas":"(0x\w+)"/.exec(text)![1]))
    expect(caps).toEqual(Array.from({ length: 70 }, (_, at) => 70 - at))
  })

  it("asks for logs by ranges and never for receipts, each of which costs anvil a whole block", async () => {
    const { notes, of } = await drive(signing, 12, 3)
    expect(
      notes.flatMap(({ methods }) => methods).filter((method) => /Receipt/.test(method)),
    ).toEqual([])
    expect(of("eth_getLogs").length).toBeLessThanOrEqual(12)
  })

  it("reads a block back while the node mines the next, and what was asked as of it before that", async () => {
    const { of, sends } = await drive(signing, 6, 100)
    const [mines, pages, reads] = [of("evm_mine"), of("eth_getLogs"), of("eth_call")]
    reads.forEach((read, at) => {
      expect(read.asked).toBeGreaterThan(mines[at]!.answered)
      if (at + 1 < mines.length) expect(read.answered).toBeLessThan(mines[at + 1]!.asked)
    })
    // No block waited for the page of the one before: it was on its way when the page was answered.
    expect(sends[sends.length / 6]!.asked).toBeLessThan(pages[0]!.answered)
    for (const mine of mines.slice(1))
      expect(pages.some(({ asked }) => asked < mine.asked)).toBe(true)
  })

  it("makes only so many blocks in advance", async () => {
    let made = 0
    const { rpc } = fake()
    const blocks = await Blocks.make({
      rpc,
      chainId: 1,
      signing,
      curve,
      keys: () => key,
      isFresh: true,
    })
    const lazy: Wire.Items = {
      length: 1,
      *[Symbol.iterator]() {
        made++
        yield { sender: sender as Address, to: sender, data: "0x" }
      },
    }
    const all = Array.from({ length: 9 }, (_, at) =>
      blocks.mine({ number: at + 1, timestamp: at + 1, items: lazy }),
    )
    await all[0]
    expect(made).toBeLessThanOrEqual(4)
    await Promise.all(all)
    expect(made).toBe(9)
  })

  it("mines nothing more after a block that failed, and tells the first reason to every caller", async () => {
    const { rpc, notes } = fake()
    const failing: Rpc.Rpc = {
      ...rpc,
      call: (method, params) =>
        method === "evm_mine" && notes.some(({ methods }) => methods.includes("evm_mine"))
          ? Promise.reject(new RangeError("gone"))
          : rpc.call(method, params),
    }
    const options = { chainId: 1, signing, curve, keys: () => key, isFresh: true }
    const blocks = await Blocks.make({ rpc: failing, ...options })
    const results = await Promise.allSettled(
      [1, 2, 3, 4].map((number) => blocks.mine({ number, timestamp: number, items: [] })),
    )
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "rejected",
      "rejected",
    ])
    expect(notes.filter(({ methods }) => methods.includes("evm_mine")).length).toBe(1)
  })
})
