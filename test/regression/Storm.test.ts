// A requester whose messages make the provider send a transaction each: a settlement for every closing, a claim for
// every voucher of one base unit more. The messages are free, the transactions are not.
import { expect, it } from "vitest"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Message } from "../../src/model/Message.ts"
import { id, requester } from "../arbitrary/ledger.ts"
import { perSecond, play, type Play, settled } from "../agent/Pair.ts"

const flood = (
  from: number,
  message: (n: number) => Message,
): NonNullable<Play["script"]>[number][] =>
  Array.from({ length: 1000 }, (_, n) => ({
    at: from + n,
    role: "provider" as const,
    input: { _tag: "Said" as const, message: message(n) },
  }))

const counting = (play_: Play, tag: string) => {
  let submitted = 0
  const count = (intents: ReadonlyArray<Intent>) => {
    for (const intent of intents)
      if (intent._tag === "Submit" && intent.transaction._tag === tag) submitted++
    return intents
  }
  const played = play({ ...play_, act: { ...play_.act, provider: count } })
  return { played, submitted }
}

const withoutClosing = (intents: ReadonlyArray<Intent>) =>
  intents.filter((intent) => intent._tag !== "Send" || intent.message._tag !== "Closing")

it("IPSX-PAY-006 a thousand closings, each for another sum, are one settlement", () => {
  const closing = (n: number): Message => ({
    _tag: "Closing",
    id,
    author: requester,
    closing: {
      channelId: id,
      cumulativeAmount: Amount.of(30n * perSecond + BigInt(n)),
      receipt: id,
    },
  })
  const { played, submitted } = counting({ script: flood(20_000, closing) }, "Settle")
  expect(submitted).toBe(1)
  expect(settled(played).cumulative).toBe(30n * perSecond)
})

it("IPSX-PAY-017 a thousand vouchers in the grace are a few claims, and the highest of them is paid", () => {
  const voucher = (n: number): Message => ({
    _tag: "Voucher",
    id,
    author: requester,
    voucher: { channelId: id, cumulativeAmount: Amount.of(40n * perSecond + BigInt(n)) },
  })
  const { played, submitted } = counting(
    {
      script: [
        { at: 20_000, transaction: { _tag: "Stop", sender: requester, id } },
        ...flood(24_000, voucher),
      ],
      act: { requester: withoutClosing },
    },
    "Claim",
  )
  expect(submitted).toBeLessThanOrEqual(4)
  expect(settled(played).cumulative).toBe(40n * perSecond + 999n)
})

it("IPSX-AGR-045 settlements that its partner spoils one after the other do not put off the end of a deal", () => {
  // Each closing is for one base unit less than what the requester has paid on the chain by then.
  const spoiled = Array.from({ length: 300 }, (_, n): NonNullable<Play["script"]> => {
    const sum = 30n * perSecond + BigInt(n)
    const at = 20_000 + 1000 * n
    return [
      {
        at,
        transaction: {
          _tag: "Claim",
          sender: requester,
          id,
          cumulative: Amount.of(sum + 1n),
          author: requester,
        },
      },
      {
        at: at + 10,
        role: "provider",
        input: {
          _tag: "Said",
          message: {
            _tag: "Closing",
            id,
            author: requester,
            closing: { channelId: id, cumulativeAmount: Amount.of(sum), receipt: id },
          },
        },
      },
    ]
  }).flat()
  const mute = (intents: ReadonlyArray<Intent>) =>
    intents.filter((i) => i._tag !== "Submit" || i.transaction._tag === "OpenDeal")
  const { played, submitted } = counting(
    { script: spoiled, act: { requester: mute }, until: 200 },
    "Settle",
  )
  expect(played.logs.map((log) => log._tag)).toContain("DealEnded")
  expect(played.logs.at(-1)?._tag).toBe("DealSettled")
  // One in each five seconds at most, for the forty seconds that are left and the grace.
  expect(submitted).toBeLessThanOrEqual(20)
})
