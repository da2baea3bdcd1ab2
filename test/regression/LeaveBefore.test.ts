// Somebody gave up waiting for an address when both sides had signed and the chain had not opened the deal yet: nobody
// remembered it, so the deal was opened, served and paid to its end with nobody there to use it.
import { expect, it } from "vitest"
import * as Requester from "../../src/agent/Requester.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import { id } from "../arbitrary/ledger.ts"
import { address } from "../arbitrary/deal.ts"
import { play, settings, terms } from "../agent/Pair.ts"

const tags = (intents: ReadonlyArray<Intent>) =>
  intents.map((intent) => (intent._tag === "Submit" ? intent.transaction._tag : intent._tag))
const here = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
const accept = { _tag: "Said", message: { _tag: "Accept", id, author: address(1) } } as const

it("IPSX-AGR-024 a requester that leaves before the deal is open does not open it", () => {
  const requester = Requester.make(id, terms(), settings())
  expect(tags(Requester.step(requester, { _tag: "Proposed" }, here))).toContain("Send")
  Requester.step(requester, { _tag: "Leave" }, here)
  expect(tags(Requester.step(requester, accept, here))).toEqual([])
})

it("IPSX-AGR-024 a requester that leaves while its deal is being opened ends it as soon as it is open", () => {
  for (let at = 0; at < 4000; at += 250) {
    const played = play({ script: [{ at, role: "requester", input: { _tag: "Leave" } }] })
    const settled = played.logs.find(({ _tag }) => _tag === "DealSettled")
    if (played.logs.length > 0) expect(settled, String(at)).toMatchObject({ penaltyRequester: 0n })
    expect(played.worth, String(at)).toBeLessThan(2n * 10n ** 17n)
  }
})
