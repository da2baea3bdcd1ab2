// On a busy machine a provider held the traffic long after its last reading. The requester pays for no more than one interval
// beyond what it has been told of, which left more than the tolerated lag unpaid, and a provider that holds the traffic
// said nothing more: the bytes never came back.
import { expect, it } from "vitest"
import * as Terms from "../../src/model/Terms.ts"
import { Two } from "../agent/Two.ts"

it("IPSX-TUN-035 a lease that was held long after its last reading goes on once the requester pays", () => {
  const two = new Two().open()
  two.use(1, 1)
  two.ring("meter", "provider")
  two.lost = ({ _tag }) => _tag === "Voucher"
  const late = 2 * Terms.billingInterval(two.deal) + two.deal.maxLag
  two.use(late, late)
  two.feed("provider", { _tag: "Exhausted" })
  expect(two.provider.serving).toBe(false)
  two.lost = () => false
  two.ring("bill", "requester")
  expect(two.provider.serving).toBe(false)
  two.ring("meter", "provider")
  two.ring("bill", "requester")
  expect(two.provider.serving).toBe(true)
})

it("IPSX-TUN-035 a reading while the traffic is held is one, however long that lasts", () => {
  const two = new Two().open()
  two.lost = ({ _tag }) => _tag === "Voucher"
  two.use(100, 100)
  two.feed("provider", { _tag: "Exhausted" })
  const epoch = two.provider.epochs.get("meter")
  two.ring("meter", "provider")
  expect(two.provider.epochs.get("meter")).toBe(epoch)
  two.both({ _tag: "Leave" })
  const before = two.read().length
  two.ring("meter", "provider")
  expect(two.read().length).toBe(before)
})
