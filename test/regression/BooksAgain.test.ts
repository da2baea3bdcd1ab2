// A program that was closed within three seconds of a lease's end: its next run set the lease's limit aside once more, because
// the deal was in the journal still, and gave it back to nobody, because the lease was billed. The account had less to spend
// than its cap for as long as that run lasted.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import * as Books from "../../src/live/Books.ts"
import * as Spending from "../../src/live/Spending.ts"
import type * as Usage from "../../src/live/Usage.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import { deal, token } from "../arbitrary/deal.ts"
import { request as someRequest } from "../arbitrary/exchange.ts"

const id = Id.fromNumber(1)
const request = someRequest({ id: Id.fromNumber(2), limit: Amount.of(4n * token), addresses: 1 })
const bill = { account: "alice", lease: id, paid: token } as Usage.Row

it("a lease that is billed already takes nothing of its account's cap in the next run", () => {
  const agent = {
    options: { parameters: Parameters.small },
    bills: [bill],
    accounts: new Map([[request.id, "alice"]]),
    parties: new Map([[id, { id, deal: deal({ request: request.id }) }]]),
  } as unknown as Agent
  const spending = Result.getOrThrow(Spending.make({ alice: "10" }))
  const books = Books.open(agent, spending, true)
  const { left } = Spending.of(spending, "alice")
  expect(left).toBe(9n * token - Parameters.small.minCommission)
  Books.holdAgain(books, request)
  const use = { seconds: 60, bytesUsed: 0 }
  Books.hear(books, { _tag: "Over", id, role: "requester", opened: true, paid: token, use })
  expect(Spending.of(spending, "alice")).toEqual({
    spent: token + Parameters.small.minCommission,
    left,
  })
  expect(books.rows).toHaveLength(1)
})
