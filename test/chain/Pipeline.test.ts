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
/** Milliseconds. */
const patience = 2000

interface Note {
  readonly methods: ReadonlyArray<string>
  readonly texts: ReadonlyArray<string>
  readonly asked: number
  begun: number
  answered: number
}

/**
 * A node whose answers take a moment each, in the order of its clock: `asked`, `begun` and `answered` count events. It is
 * done with a block when it has been asked for what a driver that waits for nothing asks meanwhile: the calls of the block
 * after it, of `blocks` blocks, and the logs of the block before it. A driver that waits is not waited for longer than `patience`.
 */
const fake = (blocks = 0) => {
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
  const countOf = (method: RegExp, when: "asked" | "begun"): number =>
    notes.filter((note) => note[when] < Infinity && note.methods.some((name) => method.test(name)))
      .length
  const isAskedMeanwhile = (): boolean => {
    const mined = countOf(/evm_mine/, "begun")
    const sends = countOf(/eth_send/, "asked")
    const perBlock = countOf(/eth_send/, "begun") / mined
    return (
      (mined >= blocks || sends > perBlock * mined) && countOf(/eth_getLogs/, "begun") >= mined - 1
    )
  }
  const mine = async (): Promise<void> => {
    await sleep(20)
    if (blocks === 0) return
    const last = performance.now() + patience
    while (!isAskedMeanwhile() && performance.now() < last) await sleep(5)
  }
  const take = async (
    calls: ReadonlyArray<Rpc.Call>,
    texts: ReadonlyArray<string>,
    before?: Promise<unknown>,
  ) => {
    const methods = calls.map(({ method }) => method)
    const note = { methods, texts, asked: ++clock, begun: Infinity, answered: Infinity }
    notes.push(note)
    await before
    note.begun = ++clock
    await (methods.includes("evm_mine") ? mine() : sleep(2))
    const results = calls.map(({ method, params }) => answer(method, params))
    note.answered = ++clock
    return results
  }
  const parsed = (texts: ReadonlyArray<string>) => texts.map((text) => JSON.parse(text) as Rpc.Call)
  const lines = new Map<string, Promise<unknown>>()
  const rpc: Rpc.Rpc = {
    url: "",
    call: async (method, params) => (await take([{ method, params }], []))[0],
    batch: async (calls) => (calls.length === 0 ? [] : take(calls, [])),
    batchText: (texts) => take(parsed(texts), texts),
    inOrder: (name) => ({
      text: async (texts) => {
        const results = take(parsed(texts), texts, lines.get(name))
        lines.set(name, results)
        return JSON.stringify((await results).map((result, id) => ({ id, result })))
      },
    }),
    requests: () => notes.length,
    close: () => {},
  }
  return { rpc, notes }
}

const drive = async (signing: Wire.Signing, count: number, size: number) => {
  const { rpc, notes } = fake(count)
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
        expect(send.answered).toBeLessThan(mine.begun)
        if (at > 0) expect(send.begun).toBeGreaterThan(mines[at - 1]!.answered)
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

  it("asks for a block's logs at once and never for receipts, each of which costs anvil a whole block", async () => {
    const { notes, of } = await drive(signing, 12, 3)
    expect(
      notes.flatMap(({ methods }) => methods).filter((method) => /Receipt/.test(method)),
    ).toEqual([])
    expect(of("eth_getLogs").length).toBe(12)
  })

  it("reads a block back while the node mines the next, and what was asked as of it before that", async () => {
    const { of, sends } = await drive(signing, 6, 100)
    const [mines, pages, reads] = [of("evm_mine"), of("eth_getLogs"), of("eth_call")]
    reads.forEach((read, at) => {
      expect(read.begun).toBeGreaterThan(mines[at]!.answered)
      if (at + 1 < mines.length) expect(read.answered).toBeLessThan(mines[at + 1]!.begun)
    })
    // No block waited for the page of the one before: it was on its way when the page was answered.
    expect(sends[sends.length / 6]!.asked).toBeLessThan(pages[0]!.answered)
    for (const [at, mine] of mines.slice(1).entries())
      expect(pages[at]!.begun).toBeLessThan(mine.answered)
  })

  it("has a block's calls at the node before the node is done with the block before it", async () => {
    const { of, sends } = await drive(signing, 6, 100)
    of("evm_mine")
      .slice(0, -1)
      .forEach((mine, at) => {
        expect(sends[((at + 1) * sends.length) / 6]!.asked).toBeLessThan(mine.answered)
      })
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

  it("sends nothing more after a block that failed, and tells the first reason to every caller", async () => {
    const { rpc, notes } = fake()
    let mines = 0
    const failing: Rpc.Rpc = {
      ...rpc,
      inOrder: (name) => {
        const { text } = rpc.inOrder(name)
        return {
          text: (texts) =>
            texts[0]!.includes("evm_mine") && ++mines === 2
              ? Promise.reject(new RangeError("gone"))
              : text(texts),
        }
      },
    }
    const options = { chainId: 1, signing, curve, keys: () => key, isFresh: true }
    const blocks = await Blocks.make({ rpc: failing, ...options })
    const results = await Promise.allSettled(
      [1, 2, 3, 4, 5, 6].map((number) => blocks.mine({ number, timestamp: number, items: [] })),
    )
    expect(results.map(({ status }) => status)).toEqual([
      "fulfilled",
      ...Array.from({ length: 5 }, () => "rejected"),
    ])
    for (const result of results.slice(1))
      expect(result).toMatchObject({ reason: { message: "gone" } })
    // The first one, and at most the one that was on its way.
    expect(notes.filter(({ methods }) => methods.includes("evm_mine")).length).toBeLessThanOrEqual(
      2,
    )
  })
})
