// A provider that heard of the opening a moment later than its requester let the offer to settle lie that came in between: a deal
// that was ended at once was settled by deadlines and not by both, and its limit stayed reserved for as long as those took.
import { expect, it } from "vitest"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Log } from "../../src/model/Log.ts"
import { id } from "../arbitrary/ledger.ts"
import { settings, terms } from "./../agent/Pair.ts"

it("IPSX-PAY-006 IPSX-AGR-020 what a requester offers to settle before its provider has heard of the opening is settled when it has", () => {
  const deal = terms()
  const provider = Provider.make(id, deal, settings())
  const requester = Requester.make(id, deal, settings())
  const here = { now: 0, meter: { seconds: 0, bytesUsed: 0 } }
  const { cap, bond, start, end } = deal
  const parties = { provider: deal.provider, requester: deal.requester }
  const opened: Log = { _tag: "DealOpened", id, ...parties, cap, bond, start, end }
  const wants = (input: Input): ReadonlyArray<Intent> => Provider.step(provider, input, here)
  for (const author of [deal.provider, deal.requester]) {
    const message = { _tag: "Accept", id, author } as const
    Provider.step(provider, { _tag: "Said", message }, here)
    Requester.step(requester, { _tag: "Said", message }, here)
  }
  Provider.step(provider, { _tag: "Proposed" }, here)
  Requester.step(requester, { _tag: "Proposed" }, here)
  const said = [
    ...Requester.step(requester, { _tag: "Leave" }, here),
    ...Requester.step(requester, { _tag: "Logged", log: opened }, here),
  ]
  for (const intent of said)
    if (intent._tag === "Send") expect(wants({ _tag: "Said", message: intent.message })).toEqual([])
  const settled = wants({ _tag: "Logged", log: opened }).flatMap((intent) =>
    intent._tag === "Submit" ? [intent.transaction._tag] : [],
  )
  expect(settled).toEqual(["Settle"])
})
