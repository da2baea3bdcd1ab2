import { expect, it } from "vitest"
import * as Gas from "../../src/chain/Gas.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import { Transaction } from "../../src/model/Transaction.ts"

const account = `0x${"01".repeat(20)}` as Address

it("IPSX-CHN-031 every kind of transaction has a price in gas, above the 21,000 of any", () => {
  for (const _tag of Object.keys(Transaction.cases)) {
    const empty = { _tag, sender: account, claims: [], settlements: [], deposits: [], entries: [] }
    expect(Gas.of(empty as unknown as Transaction), _tag).toBeGreaterThan(21_000)
  }
})

it("IPSX-CHN-031 a batch costs by its items, and less than as many single ones", () => {
  const claim = { id: Id.zero, cumulative: Amount.zero, author: account }
  const batch = (size: number) =>
    Gas.of({
      _tag: "ClaimMany",
      sender: account,
      claims: Array.from({ length: size }, () => claim),
    })
  expect(batch(7) - batch(6)).toBe(batch(2) - batch(1))
  expect(batch(10)).toBeLessThan(10 * Gas.of({ _tag: "Claim", sender: account, ...claim }))
})
