import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Channel from "../../src/model/Channel.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Token from "../../src/model/Token.ts"
import * as Wallet from "../../src/model/Wallet.ts"
import { address, deal, deployed, holders, token } from "../arbitrary/deal.ts"
import { opened } from "../arbitrary/ledger.ts"

const [ann, bob] = [address(1), address(2)]

describe("the digest's rows", () => {
  it("IPSX-SIM-006 are what a chain can be asked for, in an order that does not depend on history", () => {
    const ledger = deployed()
    const channel = { ...Channel.open(Id.fromNumber(9), deal()), phase: "Demanded" as const }
    Ledger.credit(ledger, bob, 5n)
    Ledger.setWallet(ledger, Result.getOrThrow(Wallet.reserve(Ledger.wallet(ledger, bob), 2n)))
    Ledger.credit(ledger, ann, 7n)
    Ledger.setWallet(ledger, Wallet.empty(address(3)))
    Ledger.setChannel(ledger, channel)
    Ledger.addFees(ledger, 3n)
    const parts = ["bounty", "funding", "partners", "team"] as const
    const accounts = parts.map((part) => `token ${holders[part]} ${Token.allocation[part]}`)
    expect(Ledger.digestRows(ledger)).toEqual([
      `channel ${Id.fromNumber(9)} 4 0 ${channel.deal.cap} ${channel.deal.bond}`,
      "fees 3",
      `supply ${Token.totalSupply}`,
      ...accounts.toSorted(),
      `wallet ${ann} 7 0`,
      `wallet ${bob} 3 2`,
    ])
  })
})

describe("a batch", () => {
  it("IPSX-PAY-015 leaves every record as it was when it fails, and as it wrote it when it does not", () => {
    const write = fc.record({ owner: fc.nat(3).map(address), amount: fc.bigInt(1n, 9n) })
    fc.assert(
      fc.property(fc.array(write), fc.array(write), fc.boolean(), (earlier, batch, fails) => {
        const ledger = deployed()
        const apply = (list: typeof batch) => {
          for (const { owner, amount } of list) {
            Ledger.credit(ledger, owner, amount)
            Ledger.addFees(ledger, amount)
            const id = Id.fromNumber(amount)
            Ledger.setChannel(ledger, {
              ...Channel.open(id, deal()),
              due: Amount.of(BigInt(owner)),
            })
          }
        }
        apply(earlier)
        const before = Ledger.clone(ledger)
        const after = Ledger.clone(ledger)
        expect(
          Ledger.atomically(
            ledger,
            () => apply(batch),
            () => fails,
          ),
        ).toBeUndefined()
        expect(ledger.undo).toBeUndefined()
        const sum = batch.reduce((total, { amount }) => total + amount, 0n)
        if (fails) expect(ledger).toEqual(before)
        else expect(ledger.fees).toBe(after.fees + sum)
        expect([...ledger.wallets.keys()].length).toBe(
          new Set((fails ? earlier : [...earlier, ...batch]).map(({ owner }) => owner)).size,
        )
      }),
    )
  })
})

describe("what the Centralizer holds", () => {
  it("IPSX-WAL-005 is what it owes, and what nobody deposited belongs to nobody", () => {
    const ledger = opened()
    const { minCommission } = ledger.parameters
    expect(Ledger.totals(ledger)).toEqual({
      balance: 200n * token - 11n * token - minCommission,
      reserved: 11n * token,
      fees: minCommission,
    })
    expect(Ledger.surplus(ledger)).toBe(0n)
    Result.getOrThrow(Token.transfer(ledger.token, holders.funding, ledger.centralizer, 3n))
    expect(Ledger.surplus(ledger)).toBe(3n)
    expect(Ledger.burned(ledger)).toBe(0n)
    Result.getOrThrow(Token.burn(ledger.token, ledger.centralizer, 2n))
    expect([Ledger.surplus(ledger), Ledger.burned(ledger)]).toEqual([1n, 2n])
  })

  it("IPSX-WAL-003 of a channel is the bond, the unpaid cap and each side's stakes, until it is final", () => {
    const { parameters } = deployed()
    const { challengeStake, disputeStake } = parameters
    const open = Channel.open(Id.zero, deal({ cap: Amount.of(100n), bond: Amount.of(30n) }))
    const held = (facts: Partial<Channel.Channel["facts"]>, phase: Channel.Phase = "Closing") => {
      const channel = { ...open, phase, facts: { ...open.facts, paid: Amount.of(40n), ...facts } }
      const { fromProvider, fromRequester } = Channel.held(channel, parameters)
      return [fromProvider - 30n, fromRequester - 60n]
    }
    expect(held({})).toEqual([0n, 0n])
    expect(held({ demanded: true })).toEqual([challengeStake, 0n])
    expect(held({ lagged: true, demanded: true })).toEqual([challengeStake, 0n])
    expect(held({ providerDisputed: true, lagged: true })).toEqual([
      challengeStake + disputeStake,
      0n,
    ])
    expect(held({ challenged: true, requesterDisputed: true })).toEqual([
      0n,
      challengeStake + disputeStake,
    ])
    expect(held({ challenged: true, providerDisputed: true }, "Final")).toEqual([-30n, -60n])
  })
})
