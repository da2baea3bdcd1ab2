// A lease that ended in a pause, or without its address, had a receipt of no time at all: the end of the use was not noted when
// the traffic stopped. After a pause the provider had noted it and did not sign; after a change of its address both signed.
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Role } from "../../src/model/Status.ts"
import { Two } from "../agent/Two.ts"

it.each<[string, Role, Input]>([
  ["the requester pauses", "requester", { _tag: "Pause" }],
  ["the requester sees another address", "requester", { _tag: "AddressBanned" }],
  ["the provider loses the address", "provider", { _tag: "AddressChanged" }],
])("IPSX-TUN-060 a receipt says how long the traffic passed, also when %s", (_, role, input) => {
  const two = new Two().open()
  for (const seconds of [2, 4, 6, 8]) two.use(seconds, seconds)
  two.feed(role, input)
  for (let n = 0; n < 4; n++) two.use(8, 8)
  two.feed("requester", { _tag: "Leave" })
  const receipts = two.said.flatMap((m) => (m._tag === "Receipt" ? [m] : []))
  expect(receipts.map(({ author }) => author)).toEqual([two.deal.requester, two.deal.provider])
  expect(receipts[0]!.receipt).toMatchObject({ from: 1000, to: 1008 })
})
