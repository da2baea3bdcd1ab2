// Each side alone against anything in any order: what it does not expect changes nothing, and it never throws,
// never signs too much, never does what a chain would call a breach.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent, TimerName } from "../../src/agent/Intent.ts"
import type { Situation } from "../../src/agent/Participant.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import type { Message } from "../../src/model/Message.ts"
import * as Status from "../../src/model/Status.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { id } from "../arbitrary/ledger.ts"
import { digest, perSecond, settings, terms } from "./Pair.ts"

const agreed = terms({ setupPrice: Amount.of(perSecond), cap: Amount.of(61n * perSecond) })
const { provider, requester, cap, bond, start, end } = agreed
const timers: ReadonlyArray<TimerName> = [
  "accept",
  "provision",
  "connect",
  "bill",
  "lag",
  "suspend",
  "substitute",
  "end",
  "closing",
  "deadline",
]

const amount = fc
  .oneof(fc.nat(80), fc.nat(800))
  .map((tenths) => Amount.of((BigInt(tenths) * perSecond) / 10n))
const party = fc.constantFrom(provider, requester)
const channel = fc.oneof({ weight: 9, arbitrary: fc.constant(id) }, fc.constant(Id.fromNumber(9)))

const status = (author: typeof provider): fc.Arbitrary<Message> =>
  fc
    .record({
      channelId: channel,
      role: fc.constantFrom(0, 1),
      seq: fc.integer({ min: 0, max: 6 }),
      status: fc.nat(11),
      reason: fc.nat(16),
      cumulativeAmount: amount,
    })
    .map((drawn) => ({
      _tag: "Status" as const,
      id,
      author,
      status: { ...drawn, at: Time.seconds(1000), previous: Id.zero },
    }))

const message = party.chain((author) =>
  fc.oneof(
    fc.constant<Message>({ _tag: "Accept", id, author }),
    fc.constant<Message>({ _tag: "Decline", id, author }),
    { weight: 3, arbitrary: status(author) },
    fc.tuple(channel, amount).map(([channelId, cumulativeAmount]): Message => ({
      _tag: "Voucher",
      id,
      author,
      voucher: { channelId, cumulativeAmount },
    })),
    fc.tuple(channel, amount).map(([channelId, cumulativeAmount]): Message => ({
      _tag: "Closing",
      id,
      author,
      closing: { channelId, cumulativeAmount, receipt: Id.zero },
    })),
  ),
)

const opened: Log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end }

// What the chain says is true, so a payment is never above what a requester signed: none is among these.
const log: fc.Arbitrary<Log> = fc.oneof(
  fc.constant<Log>(opened),
  fc
    .constantFrom(
      "DealChallenged",
      "ChallengeAnswered",
      "ProviderDefaulted",
      "DemandMet",
      "DemandLapsed",
      "DealEnded",
      "ServiceProved",
    )
    .map((_tag): Log => ({ _tag, id })),
  // A little more each time, or anything.
  {
    weight: 4,
    arbitrary: fc
      .oneof({ weight: 3, arbitrary: fc.nat(60) }, fc.nat(800))
      .map((tenths) => Amount.of((BigInt(tenths) * perSecond) / 10n))
      .map((due): Log => ({ _tag: "PaymentDemanded", id, due })),
  },
  party.map((by): Log => ({ _tag: "DealStopped", id, by })),
  party.map((by): Log => ({ _tag: "DealDisputed", id, by })),
  fc.constantFrom(0, 1).map((role): Log => ({ _tag: "EquivocationProved", id, role })),
  fc.tuple(fc.boolean(), fc.boolean()).map(([byProvider, byRequester]): Log => ({
    _tag: "DealBreached",
    id,
    byProvider,
    byRequester,
  })),
  fc.constant<Log>({
    _tag: "DealSettled",
    id,
    cumulative: Amount.zero,
    penaltyProvider: Amount.zero,
    penaltyRequester: Amount.zero,
    receipt: Id.zero,
  }),
)

const transactions: ReadonlyArray<Transaction> = [
  { _tag: "Challenge", sender: requester, id },
  { _tag: "Demand", sender: provider, id, deal: agreed, due: cap },
  { _tag: "Finalize", sender: provider, id, deal: agreed },
]

const input: fc.Arbitrary<Input> = fc.oneof(
  { weight: 8, arbitrary: message.map((m): Input => ({ _tag: "Said", message: m })) },
  { weight: 5, arbitrary: log.map((l): Input => ({ _tag: "Logged", log: l })) },
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...timers), fc.integer({ min: 1, max: 4 }))
      .map(([timer, epoch]): Input => ({ _tag: "Rang", timer, epoch })),
  },
  fc
    .tuple(fc.constantFrom(...transactions), fc.constantFrom("TooEarly", "WrongPhase", "BadDemand"))
    .map(([transaction, error]): Input => ({ _tag: "Refused", transaction, error })),
  {
    weight: 6,
    arbitrary: fc
      .constantFrom(
        "Proposed",
        "TunnelUp",
        "TunnelUp",
        "Silent",
        "AddressChanged",
        "AddressRestored",
        "AddressBanned",
      )
      .map((_tag): Input => ({ _tag })),
  },
)

interface Step {
  readonly input: Input
  readonly pause: number
  readonly use: number
}
/** Half of the streams begin as deals do; time and the meter go on as they like, the meter no faster than time. */
const stream: fc.Arbitrary<ReadonlyArray<Step>> = fc
  .tuple(
    fc.boolean(),
    fc.array(fc.record({ input, pause: fc.constantFrom(0, 100, 1000, 5000), use: fc.nat(5) }), {
      minLength: 10,
      maxLength: 60,
    }),
  )
  .map(([begun, steps]) => {
    const usual: ReadonlyArray<Input> = [
      { _tag: "Proposed" },
      { _tag: "Said", message: { _tag: "Accept", id, author: provider } },
      { _tag: "Said", message: { _tag: "Accept", id, author: requester } },
      { _tag: "Logged", log: opened },
      { _tag: "TunnelUp" },
    ]
    return begun ? [...usual.map((i) => ({ input: i, pause: 100, use: 0 })), ...steps] : steps
  })

const follow = (
  steps: ReadonlyArray<Step>,
  step: (input: Input, situation: Situation) => ReadonlyArray<Intent>,
  each: (intents: ReadonlyArray<Intent>, seconds: number) => void,
): void => {
  let [now, seconds] = [0, 0]
  for (const { input: given, pause, use } of steps) {
    now += pause
    seconds += Math.min(use, Math.floor(pause / 1000))
    each(step(given, { now, meter: { seconds, bytesUsed: 0 } }), seconds)
  }
}

const submitted = (intents: ReadonlyArray<Intent>): ReadonlyArray<Transaction> =>
  intents.flatMap((i) => (i._tag === "Submit" ? [i.transaction] : []))

/** The messages of one side are numbered from 1, without a gap, each linked to the one before. */
const chain = (role: Status.Role) => {
  let [seq, previous] = [0, Id.zero]
  return (intents: ReadonlyArray<Intent>): void => {
    for (const intent of intents) {
      if (intent._tag !== "Send" || intent.message._tag !== "Status") continue
      const said = intent.message.status
      expect(said).toMatchObject({ seq: ++seq, previous, role: Status.roleCode(role) })
      previous = digest(said)
    }
  }
}

it("IPSX-AGR-048 IPSX-PCH-006 whatever it is told, a requester signs no more than it owes and one interval", () => {
  let [vouchers, claims, closings] = [0, 0, 0]
  fc.assert(
    fc.property(stream, (steps) => {
      const side = Requester.make(id, agreed, settings())
      const linked = chain("requester")
      follow(
        steps,
        (given, situation) => Requester.step(side, given, situation),
        (intents, seconds) => {
          const owed = Deal.price(agreed, { seconds, bytesUsed: 0 })
          const most = owed + Terms.intervalBound(agreed)
          expect(side.signed <= most).toBe(true)
          linked(intents)
          for (const intent of intents) {
            if (intent._tag !== "Send") continue
            if (intent.message._tag === "Voucher") {
              vouchers++
              expect(intent.message.voucher.cumulativeAmount <= most).toBe(true)
            } else if (intent.message._tag === "Closing") {
              closings++
              expect(intent.message.closing.cumulativeAmount <= most).toBe(true)
            }
          }
          for (const transaction of submitted(intents)) {
            expect(transaction.sender).toBe(requester)
            if (transaction._tag !== "Claim") continue
            claims++
            expect(transaction.cumulative <= most && transaction.cumulative <= cap).toBe(true)
          }
        },
      )
    }),
    { numRuns: 600 },
  )
  expect(Math.min(vouchers, claims, closings)).toBeGreaterThan(50)
})

const harmless: ReadonlySet<Transaction["_tag"]> = new Set([
  "Answer",
  "Claim",
  "Settle",
  "Demand",
  "Expire",
  "Lapse",
  "Finalize",
  "ProveEquivocation",
])

it("IPSX-AGR-047 IPSX-PCH-006 whatever it is told, a provider answers, claims what was signed, and never stops on the chain", () => {
  const times = new Map<string, number>()
  fc.assert(
    fc.property(stream, (steps) => {
      const side = Provider.make(id, agreed, settings())
      const linked = chain("provider")
      let demands = 0
      follow(
        steps,
        (given, situation) => {
          const signed = side.signed
          const intents = Provider.step(side, given, situation)
          if (given._tag === "Logged" && given.log._tag === "DealChallenged")
            expect(submitted(intents).map((t) => t._tag)).toContain("Answer")
          for (const transaction of submitted(intents)) {
            if (transaction._tag === "Settle") expect(transaction.cumulative >= signed).toBe(true)
            if (transaction._tag === "Demand") {
              const used = Deal.price(agreed, situation.meter)
              const least = (signed > side.claimed ? signed : side.claimed) + 1n
              expect(transaction.due <= (used > least ? used : least)).toBe(true)
            }
          }
          return intents
        },
        (intents) => {
          linked(intents)
          for (const transaction of submitted(intents)) {
            times.set(transaction._tag, (times.get(transaction._tag) ?? 0) + 1)
            expect(harmless).toContain(transaction._tag)
            expect(transaction.sender).toBe(provider)
            if (transaction._tag === "Claim") expect(transaction.cumulative).toBe(side.signed)
            if (transaction._tag === "Demand") demands++
          }
        },
      )
      expect(demands).toBeLessThanOrEqual(1)
    }),
    { numRuns: 600 },
  )
  for (const tag of ["Answer", "Claim", "Settle", "Demand", "Finalize"])
    expect([tag, (times.get(tag) ?? 0) > 5]).toEqual([tag, true])
})

/** The lease begins a while after the streams do; a provider may say Ready at any time, and timers ring. */
const later = terms({ start: Time.seconds(1008), end: Time.seconds(1068) })
const saysReady: Input = {
  _tag: "Said",
  message: {
    _tag: "Status",
    id,
    author: provider,
    status: {
      channelId: id,
      role: 0,
      seq: 1,
      status: 3,
      reason: 0,
      at: Time.seconds(1000),
      cumulativeAmount: Amount.zero,
      previous: Id.zero,
    },
  },
}
const mayStart: ReadonlyArray<Step> = [
  saysReady,
  { _tag: "Rang", timer: "provision", epoch: 1 } as const,
  { _tag: "Rang", timer: "connect", epoch: 1 } as const,
].map((given) => ({ input: given, pause: 1000, use: 0 }))

it("IPSX-TUN-002 whatever it is told, neither side starts its end of the tunnel before both have signed and the lease has begun", () => {
  const begins = (later.start - 1000) * 1000
  const times = { provider: 0, requester: 0 }
  fc.assert(
    fc.property(stream, (drawn) => {
      // Every few steps, so that some of them are before the start and some after it.
      const steps = drawn.flatMap((step, at) => (at % 6 === 5 ? [step, ...mayStart] : [step]))
      for (const role of ["provider", "requester"] as const) {
        const p = Provider.make(id, later, settings())
        const r = Requester.make(id, later, settings())
        let hasOpened = false
        follow(
          // A tunnel comes up only for who has started one.
          steps.filter(({ input: given }) => given._tag !== "TunnelUp"),
          (given, situation) => {
            hasOpened ||= given._tag === "Logged" && given.log._tag === "DealOpened"
            const intents =
              role === "provider"
                ? Provider.step(p, given, situation)
                : Requester.step(r, given, situation)
            for (const { _tag } of intents) {
              if (_tag !== "OpenTunnel") continue
              times[role]++
              expect([hasOpened, situation.now >= begins]).toEqual([true, true])
            }
            return intents
          },
          () => {},
        )
      }
    }),
    { numRuns: 600 },
  )
  expect(Math.min(times.provider, times.requester)).toBeGreaterThan(20)
})

it("IPSX-AGR-042 a deal that is final stays so, and neither side does anything about it any more", () => {
  const final: Input = {
    _tag: "Logged",
    log: {
      _tag: "DealSettled",
      id,
      cumulative: Amount.zero,
      penaltyProvider: Amount.zero,
      penaltyRequester: Amount.zero,
      receipt: Id.zero,
    },
  }
  const chainLogs = (steps: ReadonlyArray<Step>) => steps.filter((s) => s.input._tag !== "Logged")
  fc.assert(
    fc.property(stream, stream, (before, after) => {
      const [p, r] = [Provider.make(id, agreed, settings()), Requester.make(id, agreed, settings())]
      const done: Array<Transaction> = []
      const act = (given: Input, situation: Situation) => [
        ...Provider.step(p, given, situation),
        ...Requester.step(r, given, situation),
      ]
      follow(before, act, () => {})
      act({ _tag: "Logged", log: opened }, { now: 400_000, meter: { seconds: 0, bytesUsed: 0 } })
      act(final, { now: 500_000, meter: { seconds: 0, bytesUsed: 0 } })
      follow(chainLogs(after), act, (intents) => {
        done.push(...submitted(intents).filter((t) => t._tag !== "ProveEquivocation"))
      })
      expect([p.phase, r.phase]).toEqual(["Final", "Final"])
      expect(done).toEqual([])
    }),
    { numRuns: 300 },
  )
})
