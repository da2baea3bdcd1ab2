// A letter that no frame can carry was written down and not sent. A program that played its journal again gave it a number all
// the same, and every letter behind it another one than the partner knew it by.
import { expect, it } from "vitest"
import type * as Recording from "../../src/live/Recording.ts"
import * as Restart from "../../src/live/Restart.ts"
import * as Correspondence from "../../src/pair-channel/Correspondence.ts"
import * as Frame from "../../src/pair-channel/Frame.ts"
import * as Lone from "./Lone.ts"
import { curve, signer } from "./Node.ts"

it("IPSX-PCH-012 IPSX-PCH-020 a letter that was too long to be sent has no number after a crash either", async () => {
  const offer = Lone.offer({ owner: Lone.own })
  const { id, deal, request } = Lone.proposal(offer, Lone.request())
  const began = {
    _tag: "Began",
    id,
    role: "provider",
    deal,
    offer,
    request,
    partner: null,
  } as const
  const wrote = (epoch: number, bytes: number): Recording.Entry => {
    const details = { text: "a".repeat(bytes) }
    return { _tag: "Wrote", id, letter: { _tag: "TunnelOffer", epoch, adapter: "null", details } }
  }
  const { settings, separator, evidence } = Lone.make().agent
  const options = { settings, separator, evidence, curve, signer, act: undefined }
  const entries = [began, wrote(1, 10), wrote(2, Frame.bytesMax), wrote(3, 10)]
  const { parties } = await Restart.play(entries, options)
  const { correspondence, epoch } = parties.get(id)!
  expect(Correspondence.unconfirmed(correspondence)).toMatchObject([
    { seq: 1, letter: { epoch: 1 } },
    { seq: 2, letter: { epoch: 3 } },
  ])
  expect(epoch).toBe(3)
})
