// One market whose payments reach the chain in three ways.
import { beforeAll, describe, expect, it } from "vitest"
import type * as Blocks from "../../sim/Blocks.ts"
import * as Settlement from "../../sim/Settlement.ts"
import type * as Summary from "../../sim/Summary.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import { address } from "../arbitrary/deal.ts"
import * as Running from "./running.ts"

const small = [
  "duration=5m",
  "chain.blockSeconds=30",
  "providers.0.count=12",
  "requesters.0.count=20",
  "requesters.1.count=6",
  "expect=[]",
]
const runs = new Map<string, Summary.RunResult>()
const of = (name: string): Summary.RunResult => runs.get(name)!

beforeAll(async () => {
  const run = async (name: string, ...settings: ReadonlyArray<string>): Promise<void> =>
    void runs.set(name, await Running.run(Running.load("short-leases", [...small, ...settings])))
  await run("deal")
  for (const way of ["batch", "net"])
    for (const mode of ["memory", "anvil"])
      await run(`${way} ${mode}`, `chain.settlement=${way}`, `chain.mode=${mode}`)
})

const calls = ({ details }: Summary.RunResult, call: string): number =>
  details.gas.find((row) => row.call === call)?.calls ?? 0

describe.each(["batch", "net"])("IPSX-SIM-046 settlement: %s", (way) => {
  it("is the same run in memory and on contracts", () => {
    const [memory, anvil] = [of(`${way} memory`), of(`${way} anvil`)]
    expect(anvil.summary.oracle.mismatches).toBe(0)
    expect(anvil.summary.traceHash).toBe(memory.summary.traceHash)
    expect(anvil.summary.chain.stateDigest).toBe(memory.summary.chain.stateDigest)
    expect(anvil.summary.chain.transactions).toBe(memory.summary.chain.transactions)
  })

  it("settles every deal, among cheats too, and nothing honest is lost", () => {
    const { checks, deals, losses, tokens } = of(`${way} memory`).summary
    expect(deals.settled).toBe(deals.opened)
    expect(checks.filter(({ ok }) => !ok)).toEqual([])
    expect(losses.filter(({ ok }) => !ok)).toEqual([])
    expect(tokens.conserved).toBe(true)
  })

  it("joins what one block has, and takes fewer transactions for a deal", () => {
    const run = of(`${way} memory`)
    if (way === "net") expect(calls(run, "ClaimStatement")).toBeGreaterThan(0)
    expect(calls(run, "SettleMany")).toBeGreaterThan(0)
    const perDeal = ({ summary: { chain, deals } }: Summary.RunResult) =>
      chain.transactions / deals.settled
    expect(perDeal(run)).toBeLessThan(perDeal(of("deal")))
  })
})

describe("IPSX-SIM-046 what one block has", () => {
  const [provider, requester] = [address(1), address(2)]
  const pending = (tag: "Claim" | "Stop", id: number, change: Partial<Blocks.Pending> = {}) =>
    ({
      transaction:
        tag === "Stop"
          ? { _tag: tag, sender: requester, id: Id.fromNumber(id) }
          : {
              _tag: tag,
              sender: provider,
              id: Id.fromNumber(id),
              cumulative: Amount.of(7n),
              author: requester,
            },
      lease: undefined,
      role: "provider",
      ...change,
    }) as Blocks.Pending
  const tags = (settlement: Settlement.Settlement, list: ReadonlyArray<Blocks.Pending>) =>
    Settlement.join(settlement, list, 0).map(({ transaction }) => transaction._tag)

  it("goes together by provider, in the place of the first, and not after a refusal", () => {
    const list = [pending("Claim", 1), pending("Stop", 9), pending("Claim", 2)]
    expect(tags("deal", list)).toEqual(["Claim", "Stop", "Claim"])
    expect(tags("batch", list)).toEqual(["ClaimMany", "Stop"])
    expect(tags("net", list)).toEqual(["ClaimMany", "Stop"])
    const alone = list.map((one) => ({ ...one, isAlone: true }))
    expect(tags("batch", alone)).toEqual(["Claim", "Stop", "Claim"])
  })

  it("never overtakes another transaction on the same channel", () => {
    const list = [pending("Claim", 1), pending("Stop", 2), pending("Claim", 2), pending("Claim", 3)]
    expect(tags("batch", list)).toEqual(["ClaimMany", "Stop", "Claim"])
  })
})
