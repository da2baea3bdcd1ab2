// The six ways in which a message that pays can be wrong, each with the name of its refusal, and nothing changed by it.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Correspondence from "../../src/pair-channel/Correspondence.ts"
import * as Frame from "../../src/pair-channel/Frame.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Seal from "../../src/pair-channel/Seal.ts"
import { context, contextOf, dealWith, voucher } from "./Pair.ts"

const { cap } = context.deal

/** What an end does about a letter that has arrived: the name of its refusal, or it is taken. */
const arrive = (c: Correspondence.Correspondence, seq: number, letter: Letter): string => {
  const sealed = seq > c.received ? Seal.verify(context, 1, seq, letter) : Result.succeed(undefined)
  if (Result.isFailure(sealed)) return sealed.failure._tag
  const admitted = Correspondence.admit(c, seq, letter, cap)
  if (Result.isFailure(admitted)) return admitted.failure._tag
  Correspondence.take(c, seq, letter, cap)
  return "taken"
}

const good = voucher(5n, 1)
const raised: Letter = {
  ...(voucher(6n, 2) as Extract<Letter, { readonly _tag: "Voucher" }>),
  voucher: { channelId: context.id, cumulativeAmount: Amount.of(600n) },
}

it.each([
  ["tampered with", 2, raised, "WrongSigner"],
  ["replayed", 1, good, "Repeated"],
  ["replayed under a later number", 3, good, "Missing"],
  [
    "signed for another chain",
    2,
    voucher(6n, 2, { context: contextOf(context.deal, 1) }),
    "WrongSigner",
  ],
  [
    "of another deal",
    2,
    voucher(6n, 2, { context: contextOf(dealWith({ providerNonce: 77 })) }),
    "WrongChannel",
  ],
  ["lower than the last one", 2, voucher(4n, 2), "Stale"],
  ["above the cap", 2, voucher(cap + 1n, 2), "AboveCap"],
] as const)(
  "IPSX-PCH-001 IPSX-PCH-023 IPSX-PCH-024 IPSX-PCH-025 a voucher %s is refused by name and changes nothing",
  (_, seq, letter, name) => {
    const c = Correspondence.empty()
    expect(arrive(c, 1, good)).toBe("taken")
    const before = structuredClone(c)
    expect(arrive(c, seq, letter)).toBe(name)
    expect(c).toEqual(before)
    expect(arrive(c, 2, voucher(6n, 2))).toBe("taken")
    expect(c.voucher).toBe(6n)
  },
)

it("IPSX-PCH-010 IPSX-PCH-025 a voucher in a frame that is too long is refused by name, and nothing of it is read", () => {
  const json = JSON.parse(
    new TextDecoder().decode(
      Frame.encode({ _tag: "Post", seq: 1, ack: 0, letter: good }).subarray(4),
    ),
  ) as object
  const body = new TextEncoder().encode(
    JSON.stringify({ ...json, pad: "x".repeat(Frame.bytesMax) }),
  )
  const bytes = new Uint8Array(4 + body.length)
  new DataView(bytes.buffer).setUint32(0, body.length)
  bytes.set(body, 4)
  const taken: Array<Frame.Frame> = []
  const read = Frame.read(Frame.reader(), bytes, (frame) => taken.push(frame) > 0)
  expect(Result.isFailure(read) && read.failure._tag).toBe("FrameTooLong")
  expect(taken).toEqual([])
})
