// A provider against a requester that pays whatever it likes, whenever it likes.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { TimerName } from "../../src/agent/Intent.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Status } from "../../src/model/Status.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import { deal, token } from "../arbitrary/deal.ts"

const id = Id.fromNumber(1)
const perSecond = token / 10n
const terms = deal({ pricePerSecond: Amount.of(perSecond), cap: Amount.of(60n * perSecond) })
const settings = {
  parameters: Parameters.small,
  epoch: Time.seconds(1000),
  blockSeconds: 1,
  digest: ({ seq }: Status) => Id.fromNumber(seq),
  patience: 1_000,
}
const { provider, requester } = terms

const status = (seq: number, code: number): Input => ({
  _tag: "Said",
  message: {
    _tag: "Status",
    id,
    author: requester,
    status: {
      channelId: id,
      role: 1,
      seq,
      status: code,
      reason: 0,
      at: Time.seconds(1000),
      cumulativeAmount: Amount.zero,
      previous: Id.fromNumber(seq - 1),
    },
  },
})
const voucher = (amount: bigint): Input => ({
  _tag: "Said",
  message: {
    _tag: "Voucher",
    id,
    author: requester,
    voucher: { channelId: id, cumulativeAmount: Amount.of(amount) },
  },
})
const opening: ReadonlyArray<Input> = [
  { _tag: "Proposed" },
  { _tag: "Said", message: { _tag: "Accept", id, author: requester } },
  {
    _tag: "Logged",
    log: {
      _tag: "DealOpened",
      id,
      provider,
      requester,
      cap: terms.cap,
      bond: terms.bond,
      start: terms.start,
      end: terms.end,
    },
  },
  { _tag: "TunnelUp" },
  status(1, 3),
]

/** Second by second: what was signed and what was served, while vouchers come as given. */
const serve = (payments: ReadonlyMap<number, bigint>) => {
  const p = Provider.make(id, terms, settings)
  const timers = new Map<TimerName, { readonly at: number; readonly epoch: number }>()
  const history: Array<{ readonly served: bigint; readonly signed: bigint }> = []
  let [serving, seconds, signed] = [false, 0, 0n]
  const feed = (input: Input, now: number): void => {
    for (const intent of Provider.step(p, input, { now, meter: { seconds, bytesUsed: 0 } })) {
      if (intent._tag === "Arm") timers.set(intent.timer, intent)
      if (intent._tag === "Gate" || intent._tag === "CloseTunnel") serving = false
      if (intent._tag === "Ungate") serving = true
    }
  }
  for (const input of opening) feed(input, 0)
  for (let second = 1; second <= 60; second++) {
    if (serving) seconds++
    const paid = payments.get(second)
    if (paid !== undefined) {
      signed = paid > signed ? paid : signed
      feed(voucher(paid), second * 1000)
    }
    for (const [timer, { at, epoch }] of timers)
      if (at <= second * 1000) {
        timers.delete(timer)
        feed({ _tag: "Rang", timer, epoch }, second * 1000)
      }
    history.push({ served: Deal.price(terms, { seconds, bytesUsed: 0 }), signed })
  }
  return history
}

const lag = perSecond * BigInt(terms.maxLag)

it("IPSX-PAY-008 a provider never serves beyond what is signed and the price of one lag", () => {
  const payments = fc.array(
    fc.tuple(
      fc.integer({ min: 1, max: 60 }),
      fc.bigInt({ min: 0n, max: 60n }).map((n) => n * perSecond),
    ),
    { maxLength: 20 },
  )
  let atTheBound = 0
  fc.assert(
    fc.property(payments, (list) => {
      for (const { served, signed } of serve(new Map(list))) {
        expect(served - signed <= lag).toBe(true)
        if (served - signed === lag) atTheBound++
      }
    }),
  )
  expect(atTheBound).toBeGreaterThan(100)
})

it("IPSX-PAY-008 it serves one lag to a requester that never pays, and no more however long it waits", () => {
  expect(serve(new Map()).at(-1)).toEqual({ served: lag, signed: 0n })
})

it("IPSX-PAY-008 it serves a requester that pays in time without a pause", () => {
  const prompt = new Map(Array.from({ length: 60 }, (_, i) => [i + 1, BigInt(i + 1) * perSecond]))
  expect(serve(prompt).at(-1)?.served).toBe(terms.cap)
})

it("IPSX-PAY-009 a newcomer prepays the set-up and one billing interval, or the cap where that is less", () => {
  const prices = fc.bigInt({ min: 0n, max: token }).map(Amount.of)
  fc.assert(
    fc.property(prices, prices, fc.integer({ min: 5, max: 300 }), (setup, second, lease) => {
      const tariff = { setup, perSecond: second, perByte: Amount.zero }
      const end = Time.seconds(terms.start + lease)
      const match = { ...terms, end, tariff, bytes: 0, maxLag: 120 }
      const newcomer = Terms.combine(match, Parameters.small, true)
      const interval = BigInt(Math.max(1, Math.floor(newcomer.maxLag / 2)))
      const first = setup + second * interval
      expect(newcomer.prepaid).toBe(first < newcomer.cap ? first : newcomer.cap)
      expect(Terms.combine(match, Parameters.small, false).prepaid).toBe(0n)
    }),
  )
})
