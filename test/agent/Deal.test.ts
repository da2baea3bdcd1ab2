// Deals between two sides of which each keeps to the rules.
import { expect, it } from "vitest"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Time from "../../src/model/Time.ts"
import { address, token } from "../arbitrary/deal.ts"
import { gains, has, losses, perSecond, play, settled } from "./Pair.ts"

const fee = (paid: bigint): bigint => (paid * 2n) / 100n

it("IPSX-AGR-020 IPSX-PAY-006 two honest sides open a deal, use it, pay for it and settle it by consent", () => {
  const played = play()
  // 0.1 s for the Accept, a block, its log a block later, 0.3 s and 0.2 s for the tunnel's ends: 57 whole seconds.
  expect(played.worth).toBe(57n * perSecond)
  expect(settled(played)).toMatchObject({
    cumulative: played.worth,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
  })
  expect(played.refused).toEqual([])
  expect(gains(played)).toEqual({
    provider: played.worth - fee(played.worth) + token / 100n,
    requester: -played.worth - token / 100n,
  })
  for (const side of [played.provider, played.requester]) {
    expect(side.phase).toBe("Final")
    expect(Agreement.status(side.agreement)).toBe("Settled")
    expect(Agreement.isFinal(side.agreement)).toBe(true)
  }
  expect(Ledger.totals(played.ledger).reserved).toBe(0n)
})

it("IPSX-AGR-010 each side says its own register and no more: Ready, Active, Stopped, Stopped, Settled", () => {
  const said = play().sent.flatMap((m) =>
    m._tag === "Status" ? [`${m.status.role} ${m.status.status}`] : [],
  )
  expect(said).toEqual(["0 3", "1 3", "0 5", "1 5", "1 6"])
})

it("IPSX-PAY-006 a requester that leaves early pays what it used and neither side pays a penalty", () => {
  const played = play({ script: [{ at: 20_000, role: "requester", input: { _tag: "Leave" } }] })
  expect(settled(played)).toMatchObject({ penaltyProvider: 0n, penaltyRequester: 0n })
  expect(settled(played).cumulative).toBe(played.worth)
  expect(played.worth).toBe(17n * perSecond)
  expect(has(played, "DealStopped")).toBe(false)
})

it("IPSX-PAY-009 a newcomer's first interval is paid from the opening on, and counts towards what it uses", () => {
  const prepaid = Amount.of(2n * perSecond)
  const played = play({ deal: { prepaid } })
  expect(settled(played).cumulative).toBe(57n * perSecond)
  const idle = play({
    deal: { prepaid },
    script: [{ at: 3000, role: "requester", input: { _tag: "Leave" } }],
  })
  expect(idle.worth).toBeLessThan(prepaid)
  expect(settled(idle).cumulative).toBe(prepaid)
})

it("IPSX-PAY-030 a requester declines a deal that makes it prepay more than one interval", () => {
  const played = play({ deal: { prepaid: Amount.of(2n * perSecond + 1n) } })
  expect(played.sent.map((m) => `${m._tag} ${m.author}`)).toEqual([
    `Accept ${address(1)}`,
    `Decline ${address(2)}`,
  ])
  expect(played.logs).toEqual([])
  expect(Agreement.isFinal(played.provider.agreement)).toBe(true)
})

it("IPSX-AGR-024 an Accept that finds no answer is over a while after validUntil, and not before", () => {
  const alone = (until: number) => play({ gone: { requester: 0 }, until })
  // validUntil is 10 s; 2 s of finality, and two blocks for the log of the last block.
  expect(Agreement.isFinal(alone(13).provider.agreement)).toBe(false)
  expect(Agreement.isFinal(alone(14).provider.agreement)).toBe(true)
  expect(alone(400).logs).toEqual([])
})

it("IPSX-PAY-014 the set-up price is paid before the first second, and once", () => {
  const setupPrice = Amount.of(token / 2n)
  const played = play({ deal: { setupPrice, cap: Amount.of(60n * perSecond + setupPrice) } })
  expect(settled(played).cumulative).toBe(57n * perSecond + setupPrice)
  const first = played.sent.find((m) => m._tag === "Voucher")
  expect(first?._tag === "Voucher" && first.voucher.cumulativeAmount).toBe(setupPrice)
})

it("IPSX-AGR-031 a deal ends on a chain with slow blocks as it does on a quick one", () => {
  for (const blockSeconds of [1, 2, 5]) {
    const played = play({ blockSeconds, deal: { validUntil: Time.seconds(1030) } })
    expect(settled(played).cumulative).toBe(played.worth)
    expect(losses(played).provider).toBe(0n)
  }
})
