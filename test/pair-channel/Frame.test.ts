import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Frame from "../../src/pair-channel/Frame.ts"
import { factor } from "../runs.ts"
import { context, sealed, voucher } from "./Pair.ts"

const letters = [
  sealed({ _tag: "Accept" }, 0, 1),
  sealed({ _tag: "Decline" }, 1, 1),
  voucher(10n ** 18n, 4),
  sealed(
    { _tag: "Meter", meter: { channelId: context.id, seq: 1, seconds: 7, bytesUsed: 4096 } },
    0,
    2,
  ),
  sealed(
    {
      _tag: "Closing",
      closing: { channelId: context.id, cumulativeAmount: Amount.of(5n), receipt: Id.zero },
    },
    1,
    9,
  ),
  sealed({ _tag: "ShortDecline", nonce: 2 }, 0, 3),
  sealed(
    {
      _tag: "ShortEnd",
      nonce: 2,
      charged: Amount.of(4n),
      voucher: { channelId: context.id, cumulativeAmount: Amount.of(7n) },
    },
    1,
    4,
  ),
  sealed(
    {
      _tag: "TunnelOffer",
      epoch: 1,
      short: 2,
      adapter: "embedded",
      details: { port: 4, k: ["a"] },
    },
    0,
    3,
  ),
]

const frames: ReadonlyArray<Frame.Frame> = [
  ...letters.map((letter, at) => ({ _tag: "Post" as const, seq: at + 1, ack: at, letter })),
  { _tag: "Ack", ack: 12 },
  { _tag: "Beat", ack: 0 },
  { _tag: "Bye", reason: "enough" },
  {
    _tag: "Hello",
    version: 1,
    chainId: 31337,
    centralizer: context.deal.provider,
    channel: context.id,
    role: 1,
    address: context.deal.requester,
    nonce: Id.fromNumber(3),
  },
  { _tag: "Proof", signature: `0x${"ab".repeat(65)}`, received: 3 },
]

const read = (bytes: Uint8Array, cuts: ReadonlyArray<number> = []) => {
  const reader = Frame.reader()
  const taken: Array<Frame.Frame> = []
  let at = 0
  let outcome: ReturnType<typeof Frame.read> = Result.succeed(undefined)
  for (const cut of [...cuts, bytes.length]) {
    if (cut < at) continue
    outcome = Frame.read(reader, bytes.subarray(at, cut), (frame) => taken.push(frame) > 0)
    if (Result.isFailure(outcome)) break
    at = cut
  }
  return { taken, outcome, reader }
}

const joined = (list: ReadonlyArray<Frame.Frame>): Uint8Array =>
  Buffer.concat(list.map(Frame.encode))

describe("a frame", () => {
  it("IPSX-PCH-010 comes out as it went in, however the stream is cut", () => {
    const stream = joined(frames)
    fc.assert(
      fc.property(fc.array(fc.nat(stream.length), { maxLength: 40 }), (cuts) => {
        const { taken, outcome } = read(
          stream,
          cuts.toSorted((a, b) => a - b),
        )
        expect(Result.isSuccess(outcome)).toBe(true)
        expect(taken).toEqual(frames)
      }),
    )
  })

  it("IPSX-PCH-010 is refused by its length alone when it is too long, before anything is held", () => {
    const head = new Uint8Array(4)
    new DataView(head.buffer).setUint32(0, Frame.bytesMax + 1)
    const { outcome, reader } = read(head)
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("FrameTooLong")
    expect(reader.body).toBeUndefined()
  })

  it.each([
    ["an empty frame", ""],
    ["no JSON", "{"],
    ["no object", "[]"],
    ["an unknown frame", `{"_tag":"Pay","amount":1}`],
    ["a field too many", `{"_tag":"Ack","ack":1,"also":2}`],
    ["a field too few", `{"_tag":"Ack"}`],
    ["a fraction", `{"_tag":"Ack","ack":1.5}`],
    ["a negative number", `{"_tag":"Ack","ack":-1}`],
    ["a number beyond 2^53", `{"_tag":"Ack","ack":9007199254740993}`],
    ["a short signature", `{"_tag":"Proof","signature":"0x00","received":0}`],
    ["a long reason", `{"_tag":"Bye","reason":"${"x".repeat(201)}"}`],
    ["a foreign prototype", `{"_tag":"Ack","ack":1,"__proto__":{"a":1}}`],
  ])("IPSX-PCH-025 is refused with a name when it is %s", (_, json) => {
    const body = new TextEncoder().encode(json)
    const bytes = new Uint8Array(4 + body.length)
    new DataView(bytes.buffer).setUint32(0, body.length)
    bytes.set(body, 4)
    const { outcome, taken } = read(bytes)
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("MalformedFrame")
    expect(taken).toEqual([])
  })

  it("IPSX-PCH-025 is refused when its text is not UTF-8", () => {
    const { outcome } = read(new Uint8Array([0, 0, 0, 2, 0xc3, 0x28]))
    expect(Result.isFailure(outcome) && outcome.failure._tag).toBe("MalformedFrame")
  })
})

// Short in `npm test`; `npm run verify` has twenty times as many, which is more than a hundred thousand.
describe(`fuzzed`, () => {
  const count = 6000 * factor
  const stream = joined(frames)
  const texts = frames.map((frame) => new TextDecoder().decode(Frame.encode(frame).subarray(4)))

  // A generator of its own, seeded: a failure names its round.
  const random = (seed: number) => {
    let state = seed >>> 0
    return (below: number): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
  }

  const framed = (text: string): Uint8Array => {
    const body = new TextEncoder().encode(text)
    const bytes = new Uint8Array(4 + body.length)
    new DataView(bytes.buffer).setUint32(0, body.length)
    bytes.set(body, 4)
    return bytes
  }

  const input = (round: number): Uint8Array => {
    const draw = random(round)
    const kind = draw(5)
    if (kind === 0) return Uint8Array.from({ length: draw(200) }, () => draw(256))
    if (kind === 1) {
      const bytes = Uint8Array.from(stream)
      for (let n = 1 + draw(8); n > 0; n--) bytes[draw(bytes.length)] = draw(256)
      return bytes
    }
    const text = texts[draw(texts.length)]!
    const at = draw(text.length)
    const until = at + draw(text.length - at)
    if (kind === 2) return framed(text.slice(0, at) + text.slice(until))
    if (kind === 3) return framed(text.slice(0, until) + text.slice(at))
    return framed(`${text.slice(0, at)}${'[{"'.repeat(draw(500))}${text.slice(at)}`)
  }

  it(`IPSX-PCH-025 IPSX-PCH-028 whatever arrives, ${count} times: frames or a named error, and nothing held`, () => {
    const names = new Set<string>()
    for (let round = 0; round < count; round++) {
      const bytes = input(round)
      const { outcome, reader, taken } = read(bytes, [bytes.length >> 1])
      if (Result.isFailure(outcome)) names.add(outcome.failure._tag)
      if ((reader.body?.length ?? 0) > Frame.bytesMax)
        throw new Error(`round ${round} holds too much`)
      for (const frame of taken) Frame.encode(frame)
    }
    expect([...names].toSorted()).toEqual(["FrameTooLong", "MalformedFrame"])
  })
})
