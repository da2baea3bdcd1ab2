// An offer of a tunnel with four thousand lists in each other, in half of a message's length: whoever wanted to see whether it
// was signed went as deep, and the program was gone, with all its other deals.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Frame from "../../src/pair-channel/Frame.ts"
import * as Seal from "../../src/pair-channel/Seal.ts"
import { context } from "../pair-channel/Pair.ts"

const frame = (lists: number): Uint8Array => {
  const nested = "[".repeat(lists) + "]".repeat(lists)
  const letter = `{"_tag":"TunnelOffer","epoch":1,"adapter":"null","details":{"a":${nested}},"signature":"0x${"11".repeat(65)}"}`
  const text = new TextEncoder().encode(`{"_tag":"Post","seq":1,"ack":0,"letter":${letter}}`)
  const bytes = new Uint8Array(4 + text.length)
  new DataView(bytes.buffer).setUint32(0, text.length)
  bytes.set(text, 4)
  return bytes
}

it.each([15, 16, 4000, 7900])("IPSX-PCH-029 IPSX-PCH-025 %i lists in details", (lists) => {
  const got: Array<Frame.Frame> = []
  const read = Frame.read(Frame.reader(), frame(lists), (one) => got.push(one) > 0)
  expect(Result.isSuccess(read)).toBe(lists <= 15)
  expect(got.length).toBe(lists <= 15 ? 1 : 0)
  for (const one of got)
    if (one._tag === "Post")
      expect(Result.isFailure(Seal.verify(context, 0, 1, one.letter))).toBe(true)
})
