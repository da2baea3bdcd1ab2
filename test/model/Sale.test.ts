import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Sale from "../../src/model/Sale.ts"
import * as Token from "../../src/model/Token.ts"
import { address } from "../arbitrary/deal.ts"

const plan: Sale.Plan = {
  privateOpens: 100n,
  preSaleOpens: 200n,
  publicOpens: 300n,
  closes: 400n,
  privateMinimum: 10n,
  softCap: 100n,
  hardCap: 777n,
}
const [ann, bob] = [address(1), address(2)]
const reason = (result: Result.Result<unknown, Sale.SaleRefused>) =>
  Result.isFailure(result) ? result.failure.reason : undefined
const pay = (sale: Sale.Sale, who: typeof ann, amount: bigint, now = 300n) =>
  Result.getOrThrow(Sale.contribute(sale, who, amount, now))

describe("the sale", () => {
  it("IPSX-TOK-005 goes through its stages, each from its first second", () => {
    const at = [99n, 100n, 199n, 200n, 300n, 399n, 400n]
    expect(at.map((now) => Sale.stage(Sale.make(plan), now))).toEqual([
      "Before",
      "Private",
      "Private",
      "PreSale",
      "Public",
      "Public",
      "Over",
    ])
  })

  it("IPSX-TOK-005 asks the private stage's list and minimum, and the pre-sale's list", () => {
    const sale = Sale.make(plan)
    expect(reason(Sale.contribute(sale, ann, 10n, 100n))).toBe("NotAdmitted")
    const listed = Sale.admit(sale, "Private", ann, true)
    expect(reason(Sale.contribute(listed, ann, 9n, 100n))).toBe("BelowMinimum")
    expect(pay(listed, ann, 10n, 100n).raised).toBe(10n)
    expect(reason(Sale.contribute(listed, ann, 10n, 200n))).toBe("NotAdmitted")
    expect(reason(Sale.contribute(Sale.admit(listed, "Private", ann, false), ann, 10n, 100n))).toBe(
      "NotAdmitted",
    )
    expect(reason(Sale.contribute(listed, ann, 0n, 300n))).toBe("NothingPaid")
  })

  it("IPSX-TOK-006 gives for a sum what it gives for its pieces", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 60n), { minLength: 1, maxLength: 10 }), (pieces) => {
        const sold = pieces.reduce((sale, piece) => pay(sale, ann, piece), Sale.make(plan)).sold
        const total = pieces.reduce((sum, piece) => sum + piece)
        expect(sold).toBe(pay(Sale.make(plan), ann, total).sold)
      }),
    )
  })

  it("IPSX-TOK-006 sells the whole part for the hard cap, and of it the share that is paid, rounded down", () => {
    const part = Token.allocation.funding
    for (const sum of [1n, 100n, 776n, 777n])
      expect(pay(Sale.make(plan), ann, sum).sold).toBe((part * sum) / 777n)
    expect(pay(Sale.make(plan), ann, 777n).sold).toBe(part)
  })

  it("IPSX-TOK-005 takes nothing before it opens and nothing when it is over", () => {
    for (const now of [0n, 99n, 400n])
      expect(reason(Sale.contribute(Sale.make(plan), ann, 50n, now))).toBe("NotOpen")
  })

  it("IPSX-TOK-007 burns nothing while somebody has still to claim", () => {
    const paid = pay(pay(Sale.make(plan), ann, 101n), bob, 103n)
    const first = Result.getOrThrow(Sale.claim(Result.getOrThrow(Sale.succeed(paid, 400n)), ann))
    expect([first.burned, first.sale.held]).toEqual([0n, Token.allocation.funding - first.amount])
    const last = Result.getOrThrow(Sale.claim(first.sale, bob))
    expect(last.burned).toBe(Token.allocation.funding - first.amount - last.amount)
    expect(last.burned).toBeGreaterThan(0n)
  })

  it("IPSX-TOK-007 gives everything to the contributors in proportion, and burns less than one unit for each", () => {
    fc.assert(
      fc.property(fc.array(fc.bigInt(1n, 200n), { minLength: 1, maxLength: 5 }), (sums) => {
        const raised = sums.reduce((sum, one) => sum + one)
        fc.pre(raised >= plan.softCap && raised <= plan.hardCap)
        const names = sums.map((_, index) => address(index + 1))
        let sale = names.reduce((s, who, i) => pay(s, who, sums[i]!), Sale.make(plan))
        sale = Result.getOrThrow(Sale.succeed(sale, 400n))
        let burned = 0n
        const got = names.map((who) => {
          const given = Result.getOrThrow(Sale.claim(sale, who))
          expect(reason(Sale.claim(given.sale, who))).toBe("NothingToClaim")
          sale = given.sale
          burned += given.burned
          return given.amount
        })
        const part = Token.allocation.funding
        expect(sale.held).toBe(0n)
        expect(got.reduce((sum, one) => sum + one) + burned).toBe(part)
        // Each of a contributor's two divisions loses less than a unit.
        expect(burned).toBeLessThanOrEqual(2n * BigInt(names.length))
        for (const [i, tokens] of got.entries()) {
          const fair = (part * sums[i]!) / raised
          expect(tokens >= fair - 2n && tokens <= fair + BigInt(names.length)).toBe(true)
        }
      }),
    )
  })

  it("IPSX-TOK-008 pays each contributor back what it paid, once, when the soft cap is missed", () => {
    const sale = pay(pay(Sale.make(plan), ann, 60n), bob, 39n)
    expect(reason(Sale.payBack(sale, ann, 399n))).toBe("StillOpen")
    expect(reason(Sale.succeed(sale, 400n))).toBe("SoftCapNotReached")
    const first = Result.getOrThrow(Sale.payBack(sale, ann, 400n))
    expect(first.amount).toBe(60n)
    expect(reason(Sale.payBack(first.sale, ann, 400n))).toBe("NothingToClaim")
    expect(Result.getOrThrow(Sale.payBack(first.sale, bob, 400n)).amount).toBe(39n)
    expect(reason(Sale.payBack(pay(sale, bob, 1n), bob, 400n))).toBe("SoftCapReached")
  })

  it("IPSX-TOK-009 takes nothing above the hard cap, and is over when it is reached", () => {
    const sale = pay(Sale.make(plan), ann, 700n)
    expect(reason(Sale.contribute(sale, bob, 78n, 300n))).toBe("AboveHardCap")
    const full = pay(sale, bob, 77n)
    expect(Sale.stage(full, 300n)).toBe("Over")
    expect(reason(Sale.contribute(full, bob, 1n, 300n))).toBe("NotOpen")
    expect(full.sold <= Token.allocation.funding).toBe(true)
  })

  it("IPSX-TOK-010 gives no tokens before it has succeeded", () => {
    const sale = pay(Sale.make(plan), ann, 100n)
    expect(reason(Sale.claim(sale, ann))).toBe("NotSucceeded")
    expect(reason(Sale.succeed(sale, 399n))).toBe("StillOpen")
    const done = Result.getOrThrow(Sale.succeed(sale, 400n))
    expect(reason(Sale.succeed(done, 400n))).toBe("AlreadySucceeded")
  })
})
