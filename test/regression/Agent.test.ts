// What the two participants once did wrong, each in the shortest form.
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import * as Status from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import { id } from "../arbitrary/ledger.ts"
import { digest, has, losses, perSecond, play, settings, settled, terms } from "../agent/Pair.ts"

const agreed = terms()
const { provider, requester, cap, bond, start, end } = agreed
const opened: Log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end }
const logged = (log: Log): Input => ({ _tag: "Logged", log })
const says = (message: Message): Input => ({ _tag: "Said", message })
const tunnelUp: Input = { _tag: "TunnelUp" }
const voucher = (tenths: number, channelId = id): Input =>
  says({
    _tag: "Voucher",
    id,
    author: requester,
    voucher: { channelId, cumulativeAmount: Amount.of(BigInt(tenths) * perSecond) },
  })

const sequence = (role: Status.Role) => {
  let [seq, previous] = [0, Id.zero]
  return (name: Status.ProviderStatus, reason: Status.Reason = "None"): Input => {
    const status: Status.Status = {
      channelId: id,
      role: Status.roleCode(role),
      seq: ++seq,
      status: Status.statusCode(name),
      reason: Status.reasonCode(reason),
      at: Time.seconds(1000),
      cumulativeAmount: Amount.zero,
      previous,
    }
    previous = digest(status)
    return says({ _tag: "Status", id, author: role === "provider" ? provider : requester, status })
  }
}

/** A side, and what it does when it is told something at a moment with so many seconds on the meter. */
const serving = (deal = agreed) => {
  const side = Provider.make(id, deal, settings())
  const tell = (input: Input, now = 0, seconds = 0): ReadonlyArray<Intent> =>
    Provider.step(side, input, { now, meter: { seconds, bytesUsed: 0 } })
  tell({ _tag: "Proposed" })
  tell(says({ _tag: "Accept", id, author: requester }))
  tell(logged(opened))
  return { side, tell, hears: sequence("requester") }
}
const renting = () => {
  const side = Requester.make(id, agreed, settings())
  const tell = (input: Input, now = 0, seconds = 0): ReadonlyArray<Intent> =>
    Requester.step(side, input, { now, meter: { seconds, bytesUsed: 0 } })
  tell({ _tag: "Proposed" })
  tell(says({ _tag: "Accept", id, author: provider }))
  tell(logged(opened))
  return { side, tell, hears: sequence("provider") }
}
const tags = (intents: ReadonlyArray<Intent>): ReadonlyArray<string> =>
  intents.map((i) =>
    i._tag === "Submit" ? i.transaction._tag : i._tag === "Send" ? i.message._tag : i._tag,
  )
const armed = (intents: ReadonlyArray<Intent>, timer: string): number | undefined =>
  intents.flatMap((i) => (i._tag === "Arm" && i.timer === timer ? [i.at] : []))[0]

it("IPSX-PCH-001 a provider served for a voucher that was signed for another channel", () => {
  const { side, tell } = serving()
  tell(voucher(5, Id.fromNumber(9)))
  expect(side.signed).toBe(0n)
  const closing = { channelId: Id.fromNumber(9), cumulativeAmount: cap, receipt: Id.zero }
  expect(tell(says({ _tag: "Closing", id, author: requester, closing }))).toEqual([])
})

it("IPSX-AGR-023 a provider served before the lease had begun, on seats that were not booked for it", () => {
  const later = { start: Time.seconds(1030), end: Time.seconds(1090) }
  const { tell } = serving(terms(later))
  expect(tell(tunnelUp, 300)).toEqual([])
  const played = play({ deal: later })
  expect(played.history.find(({ served }) => served > 0n)?.at).toBeGreaterThan(30_000)
  expect(settled(played).cumulative).toBe(played.worth)
})

it("IPSX-AGR-080 a provider whose address had changed said Ready when its tunnel came up", () => {
  const { tell } = serving()
  tell({ _tag: "AddressChanged" })
  expect(tell(tunnelUp)).toEqual([])
  expect(tags(tell({ _tag: "AddressRestored" }))).toContain("Status")
})

it("IPSX-AGR-080 a provider whose address came back said Ready before its tunnel was up", () => {
  const { tell } = serving()
  expect(tell({ _tag: "AddressRestored" })).toEqual([])
  expect(tags(tell(tunnelUp))).toContain("Status")
})

it("IPSX-AGR-036 every pause had the whole suspend budget to itself", () => {
  const { tell, hears } = serving()
  tell(tunnelUp)
  tell(hears("Ready"))
  expect(armed(tell(hears("Paused"), 10_000), "suspend")).toBe(25_000)
  tell(hears("Ready"), 20_000)
  expect(armed(tell(hears("Paused"), 30_000), "suspend")).toBe(35_000)
})

it("IPSX-PAY-017 a provider did not claim a voucher that came after its last claim", () => {
  const { tell } = serving()
  tell(voucher(3))
  expect(tags(tell(logged({ _tag: "DealStopped", id, by: requester })))).toContain("Claim")
  const paid: Log = {
    _tag: "VoucherPaid",
    id,
    cumulative: Amount.of(3n * perSecond),
    feeDelta: Amount.zero,
  }
  expect(tags([...tell(voucher(5)), ...tell(logged(paid))])).toEqual(["Claim"])
})

it("IPSX-PAY-017 a provider that was convicted left its vouchers unclaimed", () => {
  const { tell } = serving()
  tell(voucher(3))
  expect(tags(tell(logged({ _tag: "ProviderDefaulted", id })))).toContain("Claim")
})

it("IPSX-AGR-061 two stories that were told before the opening were never proved", () => {
  const side = Provider.make(id, agreed, settings())
  const now = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
  for (const reason of ["None", "Unwanted"] as const)
    expect(Provider.step(side, sequence("requester")("Paused", reason), now)).toEqual([])
  expect(tags(Provider.step(side, logged(opened), now))).toContain("ProveEquivocation")
})

it("IPSX-PAY-023 a requester forgave an early stop when the lease ended before the verdict", () => {
  const played = play({ script: [{ at: 50_000, role: "provider", input: { _tag: "Leave" } }] })
  expect(settled(played).penaltyProvider).toBe(bond / 6n)
})

it("IPSX-PAY-024 a requester forgave an unanswered challenge when the lease ended before the verdict", () => {
  const { tell } = renting()
  tell({ _tag: "Rang", timer: "provision", epoch: 1 }, 50_000)
  tell(logged({ _tag: "DealChallenged", id }), 52_000)
  expect(tags(tell({ _tag: "Rang", timer: "end", epoch: 1 }, 60_000))).not.toContain("Closing")
})

it("IPSX-PAY-007 demands that were each a little too high added up", () => {
  const { side, tell, hears } = renting()
  tell(hears("Ready"))
  tell(tunnelUp)
  const interval = 2n * perSecond
  const demand = (due: bigint) =>
    tags(tell(logged({ _tag: "PaymentDemanded", id, due: Amount.of(due) })))
  expect(demand(interval)).toEqual(["Claim"])
  tell(logged({ _tag: "DemandMet", id }))
  expect(demand(2n * interval)).toContain("Stop")
  expect(side.signed).toBe(interval)
})

it("IPSX-AGR-034 a voucher that was lost was not sent again, and the traffic stayed held", () => {
  const { tell, hears } = renting()
  tell(hears("Ready"))
  tell(tunnelUp)
  expect(tags(tell({ _tag: "Rang", timer: "bill", epoch: 1 }, 2000, 2))).toContain("Voucher")
  expect(tags(tell(hears("Ready", "PaymentLag"), 4000, 2))).toEqual(["Voucher", "Status"])
  expect(tags(tell({ _tag: "Rang", timer: "bill", epoch: 2 }, 4000, 2))).toContain("Voucher")
})

it("IPSX-AGR-048 a requester said Active between its challenge and the block that took it", () => {
  const { tell, hears } = renting()
  expect(tags(tell({ _tag: "Rang", timer: "provision", epoch: 1 }, 10_000))).toContain("Challenge")
  tell(hears("Ready"), 10_500)
  expect(tags(tell(tunnelUp, 10_700))).not.toContain("Status")
  const transaction = { _tag: "Challenge", sender: requester, id } as const
  tell({ _tag: "Refused", transaction, error: "WrongPhase" }, 12_000)
  expect(tags(tell(tunnelUp, 12_000))).toContain("Status")
})

it("IPSX-AGR-024 an option was taken for lapsed just before the log of the block that used it", () => {
  const played = play({
    blockSeconds: 2,
    deal: { validUntil: Time.seconds(1012) },
    deliver: () => [11_000],
  })
  expect(has(played, "DealOpened")).toBe(true)
  for (const side of [played.provider, played.requester])
    expect(Agreement.status(side.agreement)).not.toBe("Declined")
})

it("IPSX-PAY-007 a requester's own pause went on being billed while the provider was gone", () => {
  const played = play({
    gone: { provider: 22_000 },
    script: [
      { at: 20_000, role: "requester", input: { _tag: "Pause" } },
      { at: 25_000, role: "requester", input: { _tag: "Silent" } },
    ],
  })
  expect(played.requester.signed).toBeLessThanOrEqual(23n * perSecond)
  expect(losses(played).requester).toBeLessThanOrEqual(losses(played).requesterBound)
})
