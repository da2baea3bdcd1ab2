import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Address from "../../src/model/Address.ts"
import * as Token from "../../src/model/Token.ts"
import { address, centralizer, holders } from "../arbitrary/deal.ts"

const make = () => Token.make(holders, centralizer)
const open = () => {
  const token = make()
  Result.getOrThrow(Token.openTransfers(token, holders.funding))
  return token
}
const failure = (result: Result.Result<unknown, { readonly _tag: string }>) =>
  Result.isFailure(result) ? result.failure : undefined

it("IPSX-TOK-001 the supply of 1.8 thousand million is created once, in four parts", () => {
  const token = make()
  const parts = (["funding", "partners", "bounty", "team"] as const).map((part) =>
    Token.balanceOf(token, holders[part]),
  )
  expect(parts.map((part) => part / 10n ** 24n)).toEqual([900n, 495n, 45n, 360n])
  expect(parts.reduce((sum, part) => sum + part)).toBe(token.supply)
  expect(token.supply).toBe(Token.totalSupply)
})

it("IPSX-TOK-003 nothing moves or burns before the controller opens transfers, once", () => {
  const token = make()
  const to = address(9)
  expect(failure(Token.transfer(token, holders.team, to, 1n))).toMatchObject({
    _tag: "TransfersLocked",
  })
  expect(failure(Token.burn(token, holders.team, 1n))).toMatchObject({ _tag: "TransfersLocked" })
  expect(failure(Token.openTransfers(token, holders.team))).toMatchObject({
    _tag: "NotFundingController",
    sender: holders.team,
  })
  Result.getOrThrow(Token.openTransfers(token, holders.funding))
  expect(failure(Token.openTransfers(token, holders.funding))).toMatchObject({
    _tag: "TransfersAlreadyOpen",
  })
  Result.getOrThrow(Token.transfer(token, holders.team, to, 1n))
  expect(Token.balanceOf(token, to)).toBe(1n)
})

it("IPSX-TOK-004 burning one's own tokens lowers the supply, and no more than one has", () => {
  const token = open()
  Result.getOrThrow(Token.burn(token, holders.bounty, 5n))
  expect(Token.totalSupply - token.supply).toBe(5n)
  expect(failure(Token.burn(token, address(9), 1n))).toMatchObject({
    _tag: "ERC20InsufficientBalance",
    balance: 0n,
    needed: 1n,
  })
  expect(failure(Token.transfer(token, holders.team, Address.zero, 1n))).toMatchObject({
    _tag: "ERC20InvalidReceiver",
  })
})

it("IPSX-TOK-001 the Centralizer draws within the allowance, which the unlimited one is not used up by", () => {
  const token = open()
  expect(failure(Token.draw(token, holders.team, 2n))).toMatchObject({
    _tag: "ERC20InsufficientAllowance",
    spender: centralizer,
    allowance: 0n,
    needed: 2n,
  })
  Token.approve(token, holders.team, 3n)
  Result.getOrThrow(Token.draw(token, holders.team, 2n))
  expect(Token.allowance(token, holders.team)).toBe(1n)
  Token.approve(token, holders.team, 2n ** 256n - 1n)
  Result.getOrThrow(Token.draw(token, holders.team, 2n))
  expect(Token.allowance(token, holders.team)).toBe(2n ** 256n - 1n)
  expect(Token.balanceOf(token, centralizer)).toBe(4n)
})

it("IPSX-TOK-001 a transfer takes from one what it gives to the other, and an account of nothing is none", () => {
  const token = open()
  const before = Token.balanceOf(token, holders.team)
  Result.getOrThrow(Token.transfer(token, holders.team, address(9), 5n))
  expect(Token.balanceOf(token, holders.team)).toBe(before - 5n)
  expect(Token.balanceOf(token, address(9))).toBe(5n)
  Result.getOrThrow(Token.transfer(token, address(9), address(9), 5n))
  expect(Token.balanceOf(token, address(9))).toBe(5n)
  Result.getOrThrow(Token.burn(token, address(9), 2n))
  expect(Token.balanceOf(token, address(9))).toBe(3n)
  Result.getOrThrow(Token.transfer(token, address(9), holders.team, 3n))
  expect([...token.balances.keys()]).not.toContain(address(9))
  expect(Token.balanceOf(token, holders.team)).toBe(before - 2n)
})
