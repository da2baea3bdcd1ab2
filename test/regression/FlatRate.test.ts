// A lease whose whole price is the set-up: its tolerated lag is worth nothing, so that a provider took it for used up when
// nothing was owed, and stopped; and a tunnel was let go on for ever when the flat rate was not paid. Found by the property
// of the allowance, seed -394256230.
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Status from "../../src/model/Status.ts"
import * as Allowance from "../../src/tunnel/Allowance.ts"
import type { Reading } from "../../src/tunnel/Reading.ts"
import { play, terms } from "../agent/Pair.ts"
import { token } from "../arbitrary/deal.ts"

const flat = {
  cap: Amount.of(token),
  setupPrice: Amount.of(token),
  prepaid: Amount.of(token),
  noShowCharge: Amount.of(token),
  pricePerSecond: Amount.zero,
}

it("IPSX-PAY-008 a flat rate that is paid is served to the end, however often its provider looks", () => {
  const looks = Array.from({ length: 100 }, (_, n) => ({
    at: 500 * n,
    role: "provider" as const,
    input: { _tag: "Exhausted" as const },
  }))
  const { sent, logs } = play({ deal: flat, script: looks })
  const reasons = sent.flatMap((said) => (said._tag === "Status" ? [said.status.reason] : []))
  expect(reasons.length).toBeGreaterThan(0)
  expect(reasons).not.toContain(Status.reasonCode("PaymentLag"))
  expect(logs.at(-1)).toMatchObject({ _tag: "DealSettled", cumulative: token })
})

const reading: Reading = {
  up: 0n,
  down: 7n,
  millis: 0,
  at: 0,
  counter: "l4-payload",
  confirmedBy: "receiver",
  seq: 1,
  connections: 1,
}

it("IPSX-PAY-008 IPSX-TUN-014 a flat rate that is not paid lets nothing pass", () => {
  const deal = terms(flat)
  expect(Allowance.of(deal, token - 1n, reading)).toEqual({ untilBytes: 7n, millis: 0 })
  expect(Allowance.of(deal, token, reading).millis).toBeGreaterThan(1e9)
})
