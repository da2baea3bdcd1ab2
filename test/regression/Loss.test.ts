// How the simulator judged what a deal cost its sides.
import { expect, it } from "vitest"
import * as Honest from "../../sim/behaviour/Provider.ts"
import * as Renting from "../../sim/behaviour/Requester.ts"
import * as Invariants from "../../sim/Invariants.ts"
import * as Lease from "../../sim/Lease.ts"
import * as Tunnel from "../../sim/Tunnel.ts"
import type { Log } from "../../src/model/Log.ts"
import { terms } from "../agent/Pair.ts"

/** A finished lease that was never served, between two honest actors, as far as its judge looks at it. */
const finished = (
  change: Partial<Lease.Lease>,
  ...told: ReadonlyArray<Log["_tag"]>
): Lease.Lease => {
  const lease = {
    deal: terms(),
    tunnel: Tunnel.make(0),
    provider: { actor: { behaviour: Honest.byName.honest } },
    requester: { actor: { behaviour: Renting.byName.honest } },
    openedAt: 0,
    finalAt: 60_000,
    told: 0,
    stoppedByProvider: false,
    breachedByProvider: false,
    breachedByRequester: false,
    paid: 0n,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
    ...change,
  } as unknown as Lease.Lease
  for (const _tag of told) Lease.remember(lease, { _tag } as Log, 60_000)
  return lease
}

const problems = (lease: Lease.Lease): number => {
  const invariants = Invariants.make(10n)
  Invariants.settled(invariants, lease, 60_000)
  return invariants.checker.failures.length
}

it("IPSX-PAY-007 a penalty of an honest provider passed as long as it was within the bound of its loss", () => {
  expect(problems(finished({}))).toBe(0)
  expect(problems(finished({ penaltyProvider: 1n }))).toBe(1)
  expect(problems(finished({ penaltyRequester: 1n }))).toBe(1)
})

it("IPSX-PAY-026 a deal that both settled for nothing was counted as if it had cost the no-show charge", () => {
  const lost = (lease: Lease.Lease) => Lease.losses(lease, 10n)[1]!.loss
  const charge = terms().noShowCharge
  expect(lost(finished({}))).toBe(0n)
  expect(lost(finished({}, "DealEnded"))).toBe(charge)
  expect(lost(finished({ stoppedByProvider: true }, "DealStopped"))).toBe(0n)
})
