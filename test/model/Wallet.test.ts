import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Wallet from "../../src/model/Wallet.ts"
import { address, amount } from "../arbitrary/deal.ts"
import { lacking } from "../arbitrary/lacking.ts"

const wallet = (n: number) =>
  fc.record({ id: fc.constant(address(n)), balance: amount(), reserved: amount() })

it("IPSX-WAL-001 a wallet is exactly an id, a balance and a reserve", () => {
  expect(Object.keys(Wallet.empty(address(1)))).toEqual(["id", "balance", "reserved"])
})

it("IPSX-WAL-003 reserving and releasing the same amount is the identity", () => {
  fc.assert(
    fc.property(wallet(1), amount(), (before, a) => {
      const reserved = Wallet.reserve(before, a)
      expect(Result.isSuccess(reserved)).toBe(before.balance >= a)
      if (Result.isFailure(reserved)) return
      expect(Wallet.total(reserved.success)).toBe(Wallet.total(before))
      expect(reserved.success.reserved).toBe(before.reserved + a)
      expect(Result.getOrThrow(Wallet.release(reserved.success, a))).toEqual(before)
    }),
  )
})

it("IPSX-WAL-004 nothing overdraws: it fails whole and says what was free and what was needed", () => {
  fc.assert(
    fc.property(wallet(1), amount(), (before, a) => {
      for (const take of [Wallet.debit(before, a), Wallet.reserve(before, a)]) {
        if (before.balance >= a) expect(Result.isSuccess(take)).toBe(true)
        else
          expect(Result.isFailure(take) && take.failure).toMatchObject({
            _tag: "InsufficientBalance",
            wallet: before.id,
            available: before.balance,
            needed: a,
          })
      }
      const release = Wallet.release(before, a)
      expect(Result.isSuccess(release)).toBe(before.reserved >= a)
    }),
  )
  const refused = Wallet.debit(Wallet.empty(address(1)), 1n)
  expect(Result.isFailure(refused) && refused.failure.message).toContain(
    "needs 0.000000000000000001",
  )
})

it("IPSX-WAL-005 a transfer keeps the sum, and to oneself changes nothing", () => {
  fc.assert(
    fc.property(wallet(1), wallet(2), amount(), (from, to, a) => {
      const moved = Wallet.transfer(from, to, a)
      expect(Result.isFailure(moved)).toBe(from.balance < a)
      if (Result.isFailure(moved)) return
      const [left, right] = moved.success
      expect(left.balance).toBe(from.balance - a)
      expect(right.balance).toBe(to.balance + a)
      expect([left.reserved, right.reserved]).toEqual([from.reserved, to.reserved])
      expect(Result.getOrThrow(Wallet.transfer(from, from, a))).toEqual([from, from])
    }),
  )
})

it("IPSX-WAL-008 settling takes from the reserve and adds to the balance what comes back", () => {
  const before = { id: address(1), balance: Amount.of(1n), reserved: Amount.of(10n) }
  expect(Result.getOrThrow(Wallet.settle(before, 10n, 7n))).toEqual({
    id: address(1),
    balance: 8n,
    reserved: 0n,
  })
  expect(Result.isFailure(Wallet.settle(before, 11n, 0n))).toBe(true)
  expect(Wallet.credit(before, 5n).balance).toBe(6n)
})

it("IPSX-WAL-001 a wallet is empty when it has neither a balance nor a reserve", () => {
  const of = (balance: bigint, reserved: bigint): Wallet.Wallet => ({
    id: address(1),
    balance: Amount.of(balance),
    reserved: Amount.of(reserved),
  })
  expect([of(0n, 0n), of(1n, 0n), of(0n, 1n), of(1n, 1n)].map(Wallet.isEmpty)).toEqual([
    true,
    false,
    false,
    false,
  ])
  expect(Wallet.total(of(2n, 3n))).toBe(5n)
  const wire = { id: address(1), balance: "2", reserved: "3" }
  expect(Schema.decodeUnknownSync(Wallet.Wallet)(wire)).toEqual(of(2n, 3n))
  for (const less of lacking(wire))
    expect(Result.isFailure(Schema.decodeUnknownResult(Wallet.Wallet)(less))).toBe(true)
})

it("IPSX-WAL-004 an amount below zero turns no operation round: it is a mistake of the program", () => {
  const [from, to] = [1, 2].map((n) => Wallet.credit(Wallet.empty(address(n)), 5n))
  const held = Result.getOrThrow(Wallet.reserve(from!, 2n))
  for (const mistake of [
    () => Wallet.credit(from!, -1n),
    () => Wallet.debit(from!, -1n),
    () => Wallet.reserve(held, -1n),
    () => Wallet.release(held, -1n),
    () => Wallet.settle(held, -1n, 0n),
    () => Wallet.settle(held, 1n, -1n),
    () => Wallet.transfer(from!, to!, -1n),
    () => Wallet.transfer(from!, from!, -1n),
  ])
    expect(mistake).toThrow(new RangeError("not an amount: -1"))
})
