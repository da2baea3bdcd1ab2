import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import type { Block } from "../../src/model/Block.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Channel from "../../src/model/Channel.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Time from "../../src/model/Time.ts"
import * as Token from "../../src/model/Token.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { deployed, holders, token } from "../arbitrary/deal.ts"
import { parties, pick, read, type Pick } from "../arbitrary/transaction.ts"

const start: Block = { number: 1, timestamp: Time.seconds(1000) }

const funded = (): Ledger.Ledger => {
  const ledger = deployed()
  const amount = Amount.of(10_000n * token)
  const setUp: ReadonlyArray<Transaction> = [
    { _tag: "OpenTransfers", sender: holders.funding },
    { _tag: "ApproveTokens", sender: holders.funding, amount: 2n ** 256n - 1n },
    {
      _tag: "DepositMany",
      sender: holders.funding,
      deposits: parties.map((owner) => ({ owner, amount })),
    },
    ...parties.flatMap((to): ReadonlyArray<Transaction> => [
      { _tag: "TransferTokens", sender: holders.funding, to, amount },
      { _tag: "ApproveTokens", sender: to, amount: 2n ** 256n - 1n },
    ]),
  ]
  for (const transaction of setUp) Result.getOrThrow(Centralizer.apply(ledger, transaction, start))
  return ledger
}

// Every stored word, not only what the digest covers.
const dump = (ledger: Ledger.Ledger): string =>
  JSON.stringify(ledger, (_, value: unknown) => {
    if (typeof value === "bigint") return `${value}n`
    if (value instanceof Map || value instanceof Set) return [...value]
    return value
  })

const run = (
  picks: ReadonlyArray<Pick>,
  check: (step: {
    readonly before: Ledger.Ledger
    readonly ledger: Ledger.Ledger
    readonly transaction: Transaction
    readonly block: Block
    readonly outcome: Centralizer.Outcome
  }) => void,
): void => {
  const ledger = funded()
  let block = start
  for (const choice of picks) {
    const next = read(ledger, choice, block)
    const before = Ledger.clone(ledger)
    block = next.block
    const outcome = Centralizer.apply(ledger, next.transaction, block)
    check({ before, ledger, transaction: next.transaction, block, outcome })
  }
}

const sequences = fc.array(pick, { minLength: 1, maxLength: 60, size: "max" })
const options = { numRuns: 150 }

describe("random transactions", () => {
  it("IPSX-WAL-005 the Centralizer holds what it owes, and supply falls by what is burned alone", () => {
    fc.assert(
      fc.property(sequences, (picks) =>
        run(picks, ({ ledger }) => {
          expect(Ledger.surplus(ledger)).toBe(0n)
          const outside = [...ledger.token.balances.values()].reduce((sum, a) => sum + a, 0n)
          expect(outside).toBe(ledger.token.supply)
          expect(ledger.token.supply + Ledger.burned(ledger)).toBe(Token.totalSupply)
        }),
      ),
      options,
    )
  })

  it("IPSX-WAL-003 the reserve is the unpaid caps, the bonds and the stakes of what is not final", () => {
    fc.assert(
      fc.property(sequences, (picks) =>
        run(picks, ({ ledger }) => {
          const expected = new Map<string, bigint>()
          const add = (owner: string, amount: bigint) =>
            expected.set(owner, (expected.get(owner) ?? 0n) + amount)
          for (const channel of ledger.channels.values()) {
            const held = Channel.held(channel, ledger.parameters)
            add(channel.deal.provider, held.fromProvider)
            add(channel.deal.requester, held.fromRequester)
          }
          for (const [owner, stake] of ledger.stakes) add(owner, stake.amount)
          for (const wallet of ledger.wallets.values())
            expect(wallet.reserved).toBe(expected.get(wallet.id) ?? 0n)
        }),
      ),
      options,
    )
  })

  it("IPSX-WAL-004 IPSX-PAY-015 a refused transaction changes nothing at all", () => {
    fc.assert(
      fc.property(sequences, (picks) =>
        run(picks, ({ before, ledger, outcome }) => {
          if (Result.isSuccess(outcome)) return
          expect(dump(ledger)).toBe(dump(before))
          expect(outcome.failure.message.length).toBeGreaterThan(0)
        }),
      ),
      options,
    )
  })

  it("IPSX-PAY-011 paid never falls nor passes the cap, and a final channel never changes", () => {
    fc.assert(
      fc.property(sequences, (picks) =>
        run(picks, ({ before, ledger }) => {
          for (const [id, old] of before.channels) {
            const channel = ledger.channels.get(id)!
            if (Channel.isFinal(old)) expect(channel).toBe(old)
            expect(channel.facts.paid >= old.facts.paid).toBe(true)
            expect(channel.facts.paid <= channel.deal.cap).toBe(true)
          }
        }),
      ),
      options,
    )
  })

  it("IPSX-PAY-011 no rule can tell a final channel that was put away from the whole", () => {
    fc.assert(
      fc.property(sequences, (picks) => {
        const brief = funded()
        run(picks, ({ ledger, transaction, block, outcome }) => {
          expect(Centralizer.apply(brief, transaction, block)).toEqual(outcome)
          for (const id of brief.channels.keys()) Ledger.putAway(brief, id)
          expect([...brief.channels.values()].some(Channel.isFinal)).toBe(false)
          expect(Ledger.digestRows(brief)).toEqual(Ledger.digestRows(ledger))
          expect(Ledger.digestRows(Ledger.clone(brief))).toEqual(Ledger.digestRows(ledger))
        })
      }),
      options,
    )
  })

  it("IPSX-PAY-018 the commission is φ of what every channel paid", () => {
    fc.assert(
      fc.property(sequences, (picks) => {
        let charged = 0n
        let last: Ledger.Ledger | undefined
        run(picks, ({ before, ledger, transaction }) => {
          if (transaction._tag !== "WithdrawFees") charged += ledger.fees - before.fees
          last = ledger
        })
        let owed = 0n
        for (const { facts } of last!.channels.values())
          owed += Fee.commission(facts.paid, last!.parameters)
        expect(charged).toBe(owed)
      }),
      options,
    )
  })
})

describe("the generator", () => {
  it("gets most transactions through, and reaches every function and every phase", () => {
    const tried = new Map<string, number>()
    const done = new Map<string, number>()
    const phases = new Set<string>()
    const refusals = new Set<string>()
    for (const picks of fc.sample(sequences, { numRuns: 300, seed: 7 }))
      run(picks, ({ ledger, transaction, outcome }) => {
        tried.set(transaction._tag, (tried.get(transaction._tag) ?? 0) + 1)
        if (Result.isSuccess(outcome))
          done.set(transaction._tag, (done.get(transaction._tag) ?? 0) + 1)
        else refusals.add(outcome.failure._tag)
        for (const channel of ledger.channels.values()) phases.add(channel.phase)
      })
    const sum = (map: Map<string, number>) => [...map.values()].reduce((a, b) => a + b, 0)
    expect(sum(done) / sum(tried)).toBeGreaterThan(0.6)
    expect([...tried.keys()].filter((tag) => (done.get(tag) ?? 0) === 0)).toEqual([])
    expect(done.size).toBe(33)
    expect(phases.size).toBe(Channel.phases.length - 1)
    expect(refusals.size).toBeGreaterThan(15)
  })
})
