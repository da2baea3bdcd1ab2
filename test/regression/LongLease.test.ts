// A party that came back in a lease of many hours: it has all its letters of that lease again, and does not know which of them its
// partner has. They were more than may wait for a partner, so the first letter of the new run, which was the offer of its
// tunnel, was never written, and the lease was over.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Restart from "../../src/live/Restart.ts"
import type { Signer } from "../../src/live/Signer.ts"
import * as Correspondence from "../../src/pair-channel/Correspondence.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import { settings, terms } from "../agent/Pair.ts"
import { address } from "../arbitrary/deal.ts"
import { offer, request } from "../arbitrary/exchange.ts"
import { id } from "../arbitrary/ledger.ts"

const letter = { _tag: "Decline" } as const
const signature = `0x${"00".repeat(65)}` as const

it("IPSX-PCH-021 letters of an earlier run do not count against those that may wait for a partner", async () => {
  const count = Correspondence.outgoingMax + 1
  const began = { _tag: "Began", id, role: "provider", deal: terms(), partner: null } as const
  const signer: Signer = { address: address(1), sign: async () => signature }
  const { parties } = await Restart.play(
    [
      { ...began, offer: offer(), request: request() },
      ...Array.from({ length: count }, () => ({ _tag: "Wrote", id, letter }) as const),
    ],
    {
      settings: settings(),
      curve: NativeCurve.fastest(),
      separator: new Uint8Array(32),
      evidence: new Map(),
      signer,
      act: undefined,
    },
  )
  const { correspondence } = parties.get(id)!
  const write = () => Correspondence.write(correspondence, { ...letter, signature } as Letter)
  expect(write()).toEqual(Result.succeed(count + 1))
  // Of its own it keeps no more than before, also when the partner has confirmed the earlier ones.
  for (let more = 1; more < Correspondence.outgoingMax; more++) write()
  expect(Result.isFailure(write())).toBe(true)
  Correspondence.confirm(correspondence, count)
  expect(Result.isFailure(write())).toBe(true)
  Correspondence.confirm(correspondence, count + 1)
  expect(Result.isSuccess(write())).toBe(true)
})
