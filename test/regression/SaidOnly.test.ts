// A provider that says something and does nothing: Stopped, without stopping on the chain, or Ready, without letting
// anybody in. The requester believed it, and waited until the end of the lease with its whole cap reserved.
import { expect, it } from "vitest"
import type { Intent } from "../../src/agent/Intent.ts"
import { has, losses, play, settled } from "../agent/Pair.ts"

const silentOnChain = (intents: ReadonlyArray<Intent>) =>
  intents.filter((intent) => intent._tag !== "Submit")

it("IPSX-AGR-050 IPSX-AGR-052 a Stopped that does not reach the chain is challenged there, and convicts", () => {
  const played = play({
    script: [{ at: 10_000, role: "provider", input: { _tag: "Leave" } }],
    act: { provider: silentOnChain },
  })
  expect(has(played, "DealChallenged")).toBe(true)
  expect(settled(played).penaltyProvider).toBe(played.deal.bond)
})

it("IPSX-AGR-050 a Stopped that reaches the chain is not challenged", () => {
  const played = play({ script: [{ at: 10_000, role: "provider", input: { _tag: "Leave" } }] })
  expect(has(played, "DealChallenged")).toBe(false)
  expect(settled(played).penaltyProvider).toBeGreaterThan(0n)
  expect(settled(played).penaltyProvider).toBeLessThan(played.deal.bond)
})

it("IPSX-AGR-032 IPSX-PAY-007 a Ready without a tunnel ends with the requester's stop, well before the lease", () => {
  const played = play({ setUp: { requester: undefined }, act: { provider: silentOnChain } })
  expect(played.logs.map((log) => log._tag)).toEqual(["DealOpened", "DealStopped", "DealSettled"])
  const loss = losses(played)
  expect(loss.requester).toBeLessThanOrEqual(loss.requesterBound)
})
