// A party reports Declined about a deal that both have accepted, or that the chain has opened. The registers did not
// move, and yet the seats went back into the book and were let a second time.
import { expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import {
  at,
  mine,
  place,
  proposed,
  provider,
  report,
  request,
  requester,
  run,
  traded,
} from "../arbitrary/exchange.ts"

it.each([provider, requester])(
  "IPSX-MAT-020 IPSX-AGR-010 a Decline by %s after the commit frees no seat",
  (author) => {
    const { state, id, opening } = proposed()
    run(
      state,
      report({ _tag: "Accept", id, author: provider }),
      report({ _tag: "Accept", id, author: requester }),
      mine(1001, opening),
    )
    expect(traded(run(state, report({ _tag: "Decline", id, author }, 1002)))).toEqual([])
    const second = request({ id: Id.fromNumber(0x44), nonce: 2, duration: 30 })
    expect(traded(run(state, place(second, 1002)))).toEqual(["Rested"])
  },
)

it("IPSX-AGR-024 a Decline after the own Accept frees no seat as long as the option lives", () => {
  const { state, id } = proposed()
  run(
    state,
    report({ _tag: "Accept", id, author: provider }),
    report({ _tag: "Accept", id, author: requester }),
  )
  expect(traded(run(state, report({ _tag: "Decline", id, author: requester })))).toEqual([])
})

it("IPSX-AGR-024 a Decline beside the other side's Accept frees the seats when the option is over", () => {
  const { state, id, deal } = proposed()
  run(state, report({ _tag: "Accept", id, author: provider }))
  expect(traded(run(state, report({ _tag: "Decline", id, author: requester })))).toEqual([])
  const over = deal.validUntil + 1
  expect(traded(run(state, { _tag: "Lapse", id, now: at(over) }))).toEqual(["Released"])
})
