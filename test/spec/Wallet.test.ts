// What the chapters on wallets, tokens and payment promise about any history whatever, tried on random ones.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as TokenAbi from "../../src/chain/abi/IpsxToken.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Block } from "../../src/model/Block.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Reservation from "../../src/model/Reservation.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import * as Wallet from "../../src/model/Wallet.ts"
import { deal, token } from "../arbitrary/deal.ts"
import * as Arranged from "../arbitrary/ledger.ts"
import { parties, pick, read } from "../arbitrary/transaction.ts"

const start: Block = { number: 1, timestamp: Time.seconds(1000) }

const funded = (): Ledger.Ledger => {
  const ledger = Arranged.funded()
  const deposits = parties.map((owner) => ({ owner, amount: Amount.of(1_000n * token) }))
  const sender = ledger.token.controller
  Result.getOrThrow(Centralizer.apply(ledger, { _tag: "DepositMany", sender, deposits }, start))
  return ledger
}

/** Runs random transactions and shows every one that took effect, with the ledger before and after it. */
const histories = (
  look: (before: Ledger.Ledger, transaction: Transaction, after: Ledger.Ledger) => void,
): void =>
  fc.assert(
    fc.property(fc.array(pick, { maxLength: 40 }), (picks) => {
      const ledger = funded()
      let block = start
      for (const choice of picks) {
        const next = read(ledger, choice, block)
        const before = Ledger.clone(ledger)
        block = next.block
        if (Result.isSuccess(Centralizer.apply(ledger, next.transaction, block)))
          look(before, next.transaction, ledger)
      }
    }),
    { numRuns: 150 },
  )

/** Whether the owner sent the transaction, or signed the deal or the receipts that it is about. */
const agreed = (before: Ledger.Ledger, transaction: Transaction, owner: Address): boolean => {
  const parties = (authors: { readonly provider: Address; readonly requester: Address }) =>
    authors.provider === owner || authors.requester === owner
  const ids = (): ReadonlyArray<Id.Id> => {
    if (transaction._tag === "ClaimMany") return transaction.claims.map(({ id }) => id)
    if (transaction._tag === "ClaimStatement") return transaction.entries.map(({ id }) => id)
    if (transaction._tag === "SettleMany") return transaction.settlements.map(({ id }) => id)
    return "id" in transaction ? [transaction.id] : []
  }
  if (transaction.sender === owner) return true
  if (transaction._tag === "OpenDeal") return parties(transaction.authors)
  if (transaction._tag === "ProveDoubleLease") return transaction.first.authors.provider === owner
  return ids().some((id) => {
    const channel = Ledger.channel(before, id)
    return channel !== undefined && parties(channel.deal)
  })
}

describe("any history of transactions", () => {
  it("IPSX-WAL-010 takes tokens out of a wallet only with its owner's transaction or signature", () => {
    let taken = 0
    histories((before, transaction, after) => {
      for (const owner of parties) {
        const had = Wallet.total(Ledger.wallet(before, owner))
        if (Wallet.total(Ledger.wallet(after, owner)) >= had) continue
        taken++
        expect(agreed(before, transaction, owner), `${transaction._tag} by a stranger`).toBe(true)
      }
    })
    expect(taken).toBeGreaterThan(100)
  })

  it("IPSX-TOK-002 never raises the supply", () => {
    histories((before, _, after) => {
      expect(after.token.supply <= before.token.supply).toBe(true)
    })
  })
})

describe("the token's interface", () => {
  it("IPSX-TOK-002 has no function that could create tokens", () => {
    const names = TokenAbi.abi.flatMap((entry) =>
      entry.type === "function" && !["view", "pure"].includes(entry.stateMutability)
        ? [entry.name]
        : [],
    )
    expect(names.sort()).toEqual([
      "approve",
      "burn",
      "openTransfers",
      "permit",
      "transfer",
      "transferFrom",
    ])
  })
})

describe("a balance", () => {
  const { apply, done, id, provider, requester } = Arranged

  it("IPSX-WAL-002 can be used to its last base unit, and no further", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: 90n * token }), (reserve) => {
        const ledger = Arranged.funded()
        done(ledger, { _tag: "Stake", sender: provider, amount: Amount.of(reserve) })
        const { balance } = Ledger.wallet(ledger, provider)
        const withdraw = (amount: bigint) =>
          apply(ledger, { _tag: "Withdraw", sender: provider, amount: Amount.of(amount) })
        expect(balance).toBe(100n * token - reserve)
        expect(Result.isFailure(withdraw(balance + 1n))).toBe(true)
        expect(Result.isSuccess(withdraw(balance))).toBe(true)
      }),
    )
  })

  it("IPSX-WAL-002 covers a deal when it covers the cap and the minimum commission", () => {
    const needed = Fee.openingCost(deal().cap, Parameters.small)
    for (const [left, opens] of [
      [needed, true],
      [needed - 1n, false],
    ] as const) {
      const ledger = Arranged.funded()
      const { balance } = Ledger.wallet(ledger, requester)
      const amount = Amount.of(balance - left)
      done(ledger, { _tag: "Withdraw", sender: requester, amount })
      expect(Result.isSuccess(apply(ledger, Arranged.openDeal()))).toBe(opens)
    }
  })

  it("IPSX-TRM-006 moments are judged by the block: the same transaction, in two blocks, has two outcomes", () => {
    const { validUntil, end } = deal()
    const opens = (timestamp: number) =>
      Result.isSuccess(apply(Arranged.funded(), Arranged.openDeal(), Arranged.at(timestamp)))
    expect([opens(validUntil), opens(validUntil + 1)]).toEqual([true, false])
    const expires = (timestamp: number) => {
      const ledger = Arranged.opened()
      return Result.isSuccess(
        apply(ledger, { _tag: "Expire", sender: provider, id }, Arranged.at(timestamp)),
      )
    }
    expect([expires(end - 1), expires(end)]).toEqual([false, true])
  })
})

describe("a settlement", () => {
  const { at, done, id, provider, requester } = Arranged

  it("IPSX-PAY-022 does not depend on orders: cancelling them all changes nothing about it", () => {
    const outcome = (cancel: boolean) => {
      const ledger = Arranged.opened()
      if (cancel)
        for (const sender of [provider, requester])
          done(ledger, { _tag: "CancelOrders", sender, minimum: 1_000 })
      done(ledger, Arranged.claim(4n * token))
      done(ledger, { _tag: "Expire", sender: provider, id }, at(1060))
      const ripe = at(1060 + Parameters.small.settleGrace)
      const logs = done(ledger, { _tag: "Finalize", sender: provider, id, deal: deal() }, ripe)
      return { logs, balances: Arranged.balances(ledger) }
    }
    expect(outcome(true)).toEqual(outcome(false))
  })

  it("IPSX-PAY-028 one voucher on the reservation pays for all the short deals under it", () => {
    const ledger = Arranged.opened({ seats: 0 })
    const terms = deal({ seats: 0 })
    const short = (nonce: number, cap: bigint) => ({
      ...terms,
      reservation: id,
      nonce,
      seats: 1,
      start: Time.seconds(1010 + 10 * nonce),
      end: Time.seconds(1015 + 10 * nonce),
      cap: Amount.of(cap),
      bond: Amount.zero,
    })
    let books = Reservation.of(id, terms)
    for (const [nonce, charged] of [
      [1, 2n * token],
      [2, 3n * token],
    ] as const) {
      books = Result.getOrThrow(
        Reservation.countersign(books, short(nonce, 4n * token), Parameters.small),
      )
      books = Result.getOrThrow(Reservation.finish(books, nonce, Amount.of(charged)))
    }
    expect(books.spent).toBe(5n * token)
    const before = Ledger.wallet(ledger, provider).balance
    done(ledger, Arranged.claim(books.spent))
    const fee = Fee.increment(0n, books.spent, Parameters.small)
    expect(Ledger.wallet(ledger, provider).balance).toBe(before + books.spent - fee)
  })
})
