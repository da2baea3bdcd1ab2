// The exhaustive search: everything that two sides, the network, the clock and the chain can do to one deal. The
// counts are part of the specification (spec/agreement.md); a change of a rule changes them.
import { describe, expect, test } from "vitest"
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Explorer from "../../src/agreement-fsm/explore/Explorer.ts"
import * as Ledger from "../../src/agreement-fsm/explore/Ledger.ts"
import type { Setup } from "../../src/agreement-fsm/explore/Moves.ts"

const { unit, challengeStake, noShowCharge } = Ledger.amounts
const base = { levels: 2, inFlight: 1, prepaid: 0, rules: Channel.rules } as const

const worlds: ReadonlyArray<readonly [string, Setup, Partial<Explorer.Report>]> = [
  ["two liars", { ...base, honestP: false, honestR: false }, { worlds: 925_538, edges: 3_589_442 }],
  [
    "an honest provider and a lying requester",
    { ...base, honestP: true, honestR: false },
    { worlds: 898_048, edges: 6_534_902, pairs: 40, worstLossP: unit + challengeStake },
  ],
  [
    "an honest requester, prepaid, and a lying provider",
    { ...base, honestP: false, honestR: true, prepaid: 1 },
    { worlds: 1_208_180, edges: 9_134_816, pairs: 44, worstLossR: unit + challengeStake },
  ],
  [
    "two honest sides and a network",
    { ...base, honestP: true, honestR: true, levels: 1 },
    { worlds: 631_785, edges: 4_977_916, pairs: 34, worstLossR: noShowCharge + challengeStake },
  ],
]

describe.each(worlds)("IPSX-AGR-043: %s", (name, setup, expected) => {
  const report = Explorer.explore(setup)
  console.log(name, JSON.stringify({ ...report, broken: report.broken.size }))

  test("IPSX-AGR-043: the counts are those of the specification", () => {
    expect(report).toMatchObject(expected)
  })

  test("IPSX-AGR-004: no side ever holds an Anomalous pair", () => {
    expect(report.anomalous).toBe(0)
  })

  test("IPSX-AGR-045: silence ends every deal, by at most two automatic assignments", () => {
    expect(report.stuck).toBe(0)
    expect(report.longestSilence).toBe(2)
  })

  test("IPSX-AGR-046 IPSX-PAY-007: the honest are never in breach, keep their bond, and lose at most their bound", () => {
    expect([...report.broken]).toEqual([])
  })
})
