// Cases of the class settlement: opening, conduct, deadlines, proofs, disputes, and the division of the money.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"
import * as Story from "./Story.ts"
import * as Verdicts from "./Verdicts.ts"

const { provider, requester, stranger } = Cast
const { tell, inBlock, step } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const ten = Cast.tokens(10)
const cap = Cast.tokens(100)
const base = Story.of(Sample.deal())
const beginning = 10
const end = beginning + 1000

const opening = (set: JsonObject): ReadonlyArray<Question> => {
  const min = set.minLease as number
  const max = set.maxLease as number
  const seatsMax = set.maxSeats as number
  const start = Sample.deal().start as number
  const least = (of: string): string =>
    ((BigInt(of) * BigInt(set.bondBp as number) + 9_999n) / 10_000n).toString()
  const open = (changes: JsonObject): Story.Step => Story.of(Sample.deal(changes)).open(1)
  const alone = (
    name: string,
    requirements: ReadonlyArray<string>,
    changes: JsonObject,
  ): Question => tell(name, requirements, [open(changes)])
  const terms = ["IPSX-CHN-014"]
  const lease = (seconds: number, changes: JsonObject = {}): JsonObject => ({
    end: start + seconds,
    ...changes,
  })
  return [
    tell("once", ["IPSX-AGR-020", "IPSX-WAL-003"], [base.open(1)]),
    tell("twice", ["IPSX-AGR-021"], [base.open(1), base.open(2)]),
    tell(
      "again-after-it-is-final",
      ["IPSX-AGR-021"],
      [base.open(1), base.settle(2, "0"), base.open(3)],
    ),
    tell("valid-until/at", ["IPSX-AGR-020"], [base.open(beginning + 30)]),
    tell("valid-until/after", ["IPSX-AGR-020"], [base.open(beginning + 31)]),
    alone("lease/shortest", terms, lease(min)),
    alone("lease/too-short", terms, lease(min - 1)),
    alone("lease/longest", terms, lease(max)),
    alone("lease/too-long", terms, lease(max + 1)),
    tell("lease/over", terms, [
      Story.of(Sample.deal({ end: start + min, validUntil: start + 5000 })).open(beginning + min),
    ]),
    tell("lease/not-over", terms, [
      Story.of(Sample.deal({ end: start + min, validUntil: start + 5000 })).open(
        beginning + min - 1,
      ),
    ]),
    alone("parties/the-same", terms, { requester: provider }),
    alone("parties/nobody", terms, { requester: Cast.zero }),
    alone("cap/zero", ["IPSX-PAY-013"], { cap: "0", bond: "0" }),
    alone("cap/prepaid-all", ["IPSX-PAY-013"], { prepaid: cap }),
    alone("cap/prepaid-above", ["IPSX-PAY-013"], { prepaid: more(cap, 1n) }),
    alone("cap/setup-above", ["IPSX-PAY-013"], { setupPrice: more(cap, 1n) }),
    alone("bond/least", ["IPSX-PAY-012"], { bond: least(cap) }),
    alone("bond/one-unit-short", ["IPSX-PAY-012"], { bond: more(least(cap), -1n) }),
    alone("bond/rounded-up", ["IPSX-PAY-012"], {
      cap: "33333333333333333333",
      bond: least("33333333333333333333"),
    }),
    alone("bond/rounded-down", ["IPSX-PAY-012"], {
      cap: "33333333333333333333",
      bond: more(least("33333333333333333333"), -1n),
    }),
    alone("seats/most", terms, { seats: seatsMax }),
    alone("seats/too-many", terms, { seats: seatsMax + 1 }),
    alone("seats/last", terms, { firstSeat: 2 ** 32 - 1 }),
    alone("seats/beyond-the-last", terms, { firstSeat: 2 ** 32 - 1, seats: 2 }),
    alone("no-show/zero", ["IPSX-PAY-013"], { noShowCharge: "0" }),
    alone("no-show/all", ["IPSX-PAY-013"], { noShowCharge: cap }),
    alone("no-show/above", ["IPSX-PAY-013"], { noShowCharge: more(cap, 1n) }),
    alone("ahead/most", terms, {
      start: Cast.genesis.timestamp + 1 + (set.bookAheadMax as number),
      end: Cast.genesis.timestamp + 1 + (set.bookAheadMax as number) + min,
    }),
    alone("ahead/too-far", terms, {
      start: Cast.genesis.timestamp + 2 + (set.bookAheadMax as number),
      end: Cast.genesis.timestamp + 2 + (set.bookAheadMax as number) + min,
    }),
    alone("amount/96-bits", ["IPSX-TRM-001"], { pricePerByte: (2n ** 96n - 1n).toString() }),
    alone("amount/97-bits", ["IPSX-TRM-001"], { pricePerByte: (2n ** 96n).toString() }),
    tell(
      "reservation/without-bond",
      ["IPSX-PAY-012"],
      [Story.of(Sample.reservation({ bond: "0" })).open(1)],
    ),
    tell(
      "signature/provider-forged",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider: stranger, requester } })],
    ),
    tell(
      "signature/requester-forged",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider, requester: provider } })],
    ),
    tell(
      "signature/swapped",
      ["IPSX-AGR-020", "IPSX-WAL-010"],
      [base.open(1, { authors: { provider: requester, requester: provider } })],
    ),
    tell("by-anybody", ["IPSX-AGR-020"], [{ ...base.open(1), sender: stranger }]),
    tell(
      "nonce/cancelled-by-the-provider",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", provider, { minimum: 2 }), base.open(2)],
    ),
    tell(
      "nonce/cancelled-by-the-requester",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", requester, { minimum: 2 }), base.open(2)],
    ),
    tell(
      "nonce/at-the-minimum",
      ["IPSX-AGR-022"],
      [step(1, "CancelOrders", provider, { minimum: 1 }), base.open(2)],
    ),
    tell(
      "nonce/not-rising",
      ["IPSX-AGR-022"],
      [
        step(1, "CancelOrders", provider, { minimum: 2 }),
        step(2, "CancelOrders", provider, { minimum: 2 }),
        step(3, "CancelOrders", provider, { minimum: 0 }),
      ],
    ),
    tell(
      "nonce/cancelled-after-it-opened",
      ["IPSX-AGR-022"],
      [base.open(1), step(2, "CancelOrders", requester, { minimum: 2 }), base.claim(3, ten)],
    ),
    tell(
      "balance/requester-exact",
      ["IPSX-WAL-004"],
      [
        Story.of(
          Sample.deal({
            cap: more(Cast.tokens(1000), -BigInt(set.minCommission as string)),
            bond: Cast.tokens(100),
          }),
        ).open(1),
      ],
    ),
    tell(
      "balance/requester-one-unit-short",
      ["IPSX-WAL-004"],
      [
        Story.of(
          Sample.deal({
            cap: more(Cast.tokens(1000), 1n - BigInt(set.minCommission as string)),
            bond: Cast.tokens(100),
          }),
        ).open(1),
      ],
    ),
    tell(
      "balance/provider-exact",
      ["IPSX-WAL-004"],
      [Story.of(Sample.deal({ bond: Cast.tokens(1000) })).open(1)],
    ),
    tell(
      "balance/provider-one-unit-short",
      ["IPSX-WAL-004"],
      [Story.of(Sample.deal({ bond: more(Cast.tokens(1000), 1n) })).open(1)],
    ),
  ]
}

// Two deals of one provider for one resource: the second begins so many seconds after the first ends.
const seats = (): ReadonlyArray<Question> => {
  const start = Sample.deal().start as number
  const second = (changes: JsonObject) =>
    Story.of(Sample.deal({ salt: Cast.id(2), validUntil: start + 9000, ...changes }))
  const apart = (seconds: number, changes: JsonObject = {}) =>
    second({ start: start + 1000 + seconds, end: start + 2000 + seconds, ...changes })
  const pair = (
    name: string,
    other: ReturnType<typeof second>,
    between: ReadonlyArray<Story.Step> = [],
    at = 50,
  ): Question => tell(name, ["IPSX-AGR-023"], [base.open(1), ...between, other.open(at)])
  return [
    pair("right-after", apart(0)),
    pair("one-second-of-overlap", apart(-1)),
    pair("right-before", second({ start: start - 1000, end: start }), [], 2),
    pair("one-second-before-the-end", second({ start: start - 999, end: start + 1 }), [], 2),
    pair("inside", second({ start: start + 100, end: start + 200 })),
    pair("another-seat", second({ firstSeat: 1 }), [], 2),
    pair("several-seats-that-reach-it", second({ firstSeat: 0, seats: 2 }), [], 2),
    pair("another-resource", second({ resource: Cast.id(8) }), [], 2),
    pair("after-an-early-stop", apart(-500), [base.stop(100)], 101),
    pair("while-challenged", apart(-500), [base.challenge(100)], 101),
    pair("while-demanded", apart(-500), [base.demand(200, ten)], 201),
    pair("after-a-settlement", apart(-500), [base.settle(100, ten)], 101),
    pair("when-the-first-is-over", apart(-1), [], end),
    tell(
      "sixteen-bookings",
      ["IPSX-AGR-023"],
      Array.from({ length: 17 }, (_, n) =>
        Story.of(
          Sample.deal({
            salt: Cast.id(50 + n),
            cap: "1000",
            bond: "100",
            noShowCharge: "1",
            pricePerSecond: "1",
            start: start + 100 * n,
            end: start + 100 * (n + 1),
          }),
        ).open(n + 1),
      ),
    ),
  ]
}

const conduct = (set: JsonObject): ReadonlyArray<Question> => {
  const answerTime = set.challengeSeconds as number
  const blocks = set.deadlineBlocks as number
  const grace = set.settleGrace as number
  const appeal = set.appealSeconds as number
  const evidence = set.evidenceSeconds as number
  const open = base.open(1)
  // `act` comes so many seconds and blocks after `armed`, which stands in block 16.
  const due = (
    name: string,
    requirements: ReadonlyArray<string>,
    armed: Story.Step,
    seconds: number,
    act: (at: number) => Story.Step,
    before: ReadonlyArray<Story.Step> = [],
  ): ReadonlyArray<Question> =>
    (
      [
        ["one-second-early", seconds - 1, blocks],
        ["one-block-early", seconds, blocks - 1],
        ["just-in-time", seconds, blocks],
        ["later", seconds + 1, blocks + 1],
      ] as const
    ).map(([when, after, later]) =>
      tell(
        `${name}/${when}`,
        [...requirements, "IPSX-AGR-031"],
        [open, ...before, inBlock(16, armed), inBlock(16 + later, act(armed.at + after))],
      ),
    )
  return [
    tell("stop/provider", ["IPSX-PAY-023"], [open, base.stop(500)]),
    tell("stop/requester", ["IPSX-PAY-023"], [open, base.stop(500, requester)]),
    tell("stop/both", ["IPSX-CHN-014"], [open, base.stop(500), base.stop(501, requester)]),
    tell("stop/twice", ["IPSX-CHN-014"], [open, base.stop(500), base.stop(501)]),
    tell("stop/after-the-end-twice", ["IPSX-CHN-014"], [open, base.stop(end), base.stop(end + 1)]),
    tell("stop/by-a-stranger", ["IPSX-CHN-014"], [open, base.stop(500, stranger)]),
    tell("stop/not-opened", ["IPSX-CHN-014"], [base.stop(1)]),
    tell(
      "stop/while-disputed",
      ["IPSX-CHN-014"],
      [open, base.stop(500), base.dispute(501, requester), base.stop(502, requester)],
    ),
    tell(
      "stop/second-does-not-start-again",
      ["IPSX-CHN-014"],
      [
        open,
        inBlock(30, base.stop(500)),
        inBlock(31, base.stop(500 + Math.floor(grace / 2), requester)),
        inBlock(30 + blocks, base.finalize(500 + grace)),
      ],
    ),
    tell("expire/one-second-early", ["IPSX-AGR-032"], [open, base.expire(end - 1)]),
    tell("expire/at-the-end", ["IPSX-AGR-032"], [open, base.expire(end)]),
    tell(
      "expire/while-demanded",
      ["IPSX-AGR-032"],
      [open, base.demand(500, ten), base.expire(end)],
    ),
    tell(
      "expire/while-challenged",
      ["IPSX-CHN-014"],
      [open, base.challenge(500), base.expire(end)],
    ),
    tell("notice/least", ["IPSX-AGR-035"], [open, base.notice(100, 160)]),
    tell("notice/one-second-short", ["IPSX-AGR-035"], [open, base.notice(100, 159)]),
    tell("notice/twice", ["IPSX-CHN-014"], [open, base.notice(100, 200), base.notice(101, 300)]),
    tell(
      "notice/by-the-requester",
      ["IPSX-CHN-014"],
      [open, { ...base.notice(100, 200), sender: requester }],
    ),
    tell("challenge/at-the-start", ["IPSX-AGR-050"], [open, base.challenge(beginning)]),
    tell("challenge/before-the-start", ["IPSX-AGR-050"], [open, base.challenge(beginning - 1)]),
    tell("challenge/last-second", ["IPSX-AGR-050"], [open, base.challenge(end - 1)]),
    tell("challenge/at-the-end", ["IPSX-AGR-050"], [open, base.challenge(end)]),
    tell(
      "challenge/by-the-provider",
      ["IPSX-CHN-014"],
      [open, { ...base.challenge(100), sender: provider }],
    ),
    tell("challenge/twice", ["IPSX-AGR-050"], [open, base.challenge(100), base.challenge(101)]),
    tell(
      "challenge/after-an-answer",
      ["IPSX-AGR-050"],
      [open, base.challenge(100), base.answer(101), base.challenge(102)],
    ),
    tell(
      "challenge/cannot-be-staked",
      ["IPSX-WAL-004"],
      [
        open,
        step(2, "Withdraw", requester, {
          amount: more(Cast.tokens(900), -BigInt(set.minCommission as string)),
        }),
        base.challenge(100),
      ],
    ),
    tell("answer/in-time", ["IPSX-AGR-051"], [open, base.challenge(100), base.answer(101)]),
    tell(
      "answer/late-but-before-the-conviction",
      ["IPSX-AGR-051"],
      [open, base.challenge(100), base.answer(100 + 2 * answerTime)],
    ),
    tell(
      "answer/by-a-stranger",
      ["IPSX-CHN-014"],
      [open, base.challenge(100), { ...base.answer(101), sender: stranger }],
    ),
    tell("answer/nothing-to-answer", ["IPSX-CHN-014"], [open, base.answer(101)]),
    ...due("convict", ["IPSX-AGR-052"], base.challenge(100), answerTime, base.convict),
    tell("convict/without-a-challenge", ["IPSX-AGR-052"], [open, inBlock(200, base.convict(900))]),
    tell(
      "convict/after-an-answer",
      ["IPSX-AGR-052"],
      [
        open,
        inBlock(3, base.challenge(100)),
        inBlock(4, base.answer(101)),
        inBlock(4 + blocks, base.convict(100 + answerTime)),
      ],
    ),
    tell("demand/most", ["IPSX-AGR-053"], [open, base.demand(beginning + 100, ten)]),
    tell(
      "demand/one-unit-too-much",
      ["IPSX-AGR-053"],
      [open, base.demand(beginning + 100, more(ten, 1n))],
    ),
    tell("demand/after-the-end", ["IPSX-AGR-053"], [open, base.demand(end + 10, cap)]),
    tell("demand/before-the-start", ["IPSX-AGR-053"], [open, base.demand(beginning - 1, "1")]),
    tell(
      "demand/what-is-paid",
      ["IPSX-AGR-053"],
      [open, base.claim(100, ten), base.demand(200, ten)],
    ),
    tell(
      "demand/with-a-price-per-byte",
      ["IPSX-AGR-053"],
      [
        Story.of(Sample.deal({ pricePerByte: "1" })).open(1),
        Story.of(Sample.deal({ pricePerByte: "1" })).demand(20, cap),
      ],
    ),
    tell(
      "demand/of-a-reservation",
      ["IPSX-AGR-053"],
      [Story.of(Sample.reservation()).open(1), Story.of(Sample.reservation()).demand(20, "1")],
    ),
    tell(
      "demand/by-the-requester",
      ["IPSX-CHN-014"],
      [open, { ...base.demand(100, ten), sender: requester }],
    ),
    ...due("lapse", ["IPSX-AGR-054"], base.demand(200, ten), answerTime, base.lapse),
    ...due("finalize/after-a-stop", ["IPSX-PAY-023"], base.stop(500), grace, base.finalize),
    ...due("finalize/after-the-end", ["IPSX-PAY-026"], base.expire(end), grace, base.finalize),
    ...due("finalize/after-an-answer", ["IPSX-AGR-051"], base.answer(150), grace, base.finalize, [
      base.challenge(100),
    ]),
    ...due(
      "finalize/after-a-conviction",
      ["IPSX-PAY-024"],
      base.convict(100 + answerTime),
      appeal,
      base.finalize,
      [inBlock(3, base.challenge(100))],
    ),
    ...due(
      "finalize/after-a-dispute",
      ["IPSX-AGR-063"],
      base.dispute(520, requester),
      evidence,
      base.finalize,
      [base.stop(500)],
    ),
    tell("finalize/while-open", ["IPSX-CHN-014"], [open, inBlock(200, base.finalize(end + grace))]),
    tell(
      "finalize/twice",
      ["IPSX-PAY-011"],
      [
        open,
        inBlock(30, base.stop(500)),
        inBlock(30 + blocks, base.finalize(500 + grace)),
        base.finalize(501 + grace),
      ],
    ),
    tell(
      "dispute/by-both",
      ["IPSX-AGR-063"],
      [open, base.stop(500), base.dispute(501, provider), base.dispute(502, requester)],
    ),
    tell(
      "dispute/twice",
      ["IPSX-AGR-063"],
      [open, base.stop(500), base.dispute(501, provider), base.dispute(502, provider)],
    ),
    tell("dispute/while-open", ["IPSX-CHN-014"], [open, base.dispute(501, provider)]),
    tell(
      "dispute/by-a-stranger",
      ["IPSX-CHN-014"],
      [open, base.stop(500), base.dispute(501, stranger)],
    ),
    tell(
      "dispute/second-does-not-start-again",
      ["IPSX-AGR-063"],
      [
        open,
        inBlock(3, base.stop(500)),
        inBlock(30, base.dispute(530, provider)),
        inBlock(31, base.dispute(530 + Math.floor(evidence / 2), requester)),
        inBlock(30 + blocks, base.finalize(530 + evidence)),
      ],
    ),
  ]
}

// Everything that can divide a channel's money, told to its end.
const endings = (set: JsonObject): ReadonlyArray<Question> => {
  const blocks = set.deadlineBlocks as number
  const answerTime = set.challengeSeconds as number
  const waits = {
    close: set.settleGrace as number,
    appeal: set.appealSeconds as number,
    evidence: set.evidenceSeconds as number,
  }
  const after = (
    name: string,
    requirements: ReadonlyArray<string>,
    steps: ReadonlyArray<Story.Step>,
    wait: keyof typeof waits = "close",
    of: ReturnType<typeof Story.of> = base,
  ): Question => {
    const last = steps.at(-1)!
    return tell(name, requirements, [of.open(1), ...steps, of.finalize(last.at + waits[wait])])
  }
  const paid = base.claim(100, Cast.tokens(40))
  const prepaid = Story.of(Sample.deal({ prepaid: Cast.tokens(6) }))
  const challenged = [paid, base.challenge(200)]
  const convicted = [...challenged, base.convict(200 + answerTime)]
  return [
    after("paid-and-ended", ["IPSX-PAY-001", "IPSX-PAY-022"], [paid, base.expire(end)]),
    after("nothing-paid", ["IPSX-PAY-026"], [base.expire(end)]),
    after("nothing-paid-provider-stopped", ["IPSX-PAY-026", "IPSX-PAY-023"], [base.stop(500)]),
    after("nothing-paid-requester-stopped", ["IPSX-PAY-026"], [base.stop(500, requester)]),
    after("prepaid", ["IPSX-PAY-021"], [prepaid.expire(end)], "close", prepaid),
    after("early-stop/in-the-middle", ["IPSX-PAY-023"], [paid, base.stop(beginning + 500)]),
    after("early-stop/rounded-up", ["IPSX-PAY-023"], [paid, base.stop(beginning + 667)]),
    after("early-stop/before-the-start", ["IPSX-PAY-023"], [base.stop(5)]),
    after("early-stop/last-second", ["IPSX-PAY-023"], [paid, base.stop(end - 1)]),
    after("stop-at-the-end", ["IPSX-PAY-023"], [paid, base.stop(end)]),
    after(
      "early-stop/after-the-requester",
      ["IPSX-PAY-023"],
      [paid, base.stop(400, requester), base.stop(401)],
    ),
    after(
      "early-stop/before-the-requester",
      ["IPSX-PAY-023"],
      [paid, base.stop(400), base.stop(401, requester)],
    ),
    after(
      "early-stop/notice-matured",
      ["IPSX-AGR-035", "IPSX-PAY-023"],
      [paid, base.notice(200, 300), base.stop(300)],
    ),
    after(
      "early-stop/notice-not-matured",
      ["IPSX-AGR-035", "IPSX-PAY-023"],
      [paid, base.notice(200, 300), base.stop(299)],
    ),
    after(
      "early-stop/after-a-lapse",
      ["IPSX-AGR-054", "IPSX-PAY-023"],
      [base.demand(200, ten), base.lapse(200 + answerTime), base.stop(201 + answerTime)],
    ),
    after(
      "challenge/answered",
      ["IPSX-AGR-051", "IPSX-PAY-027"],
      [...challenged, base.answer(201)],
    ),
    after(
      "challenge/provider-stopped",
      ["IPSX-PAY-027", "IPSX-PAY-023"],
      [...challenged, base.stop(201)],
    ),
    after(
      "challenge/requester-stopped",
      ["IPSX-PAY-027"],
      [...challenged, base.stop(201, requester)],
    ),
    after("breach/convicted", ["IPSX-PAY-024", "IPSX-PAY-027"], convicted, "appeal"),
    after(
      "breach/exonerated",
      ["IPSX-AGR-062", "IPSX-PAY-027"],
      [...convicted, base.serve(201 + answerTime, 200)],
      "appeal",
    ),
    after(
      "breach/not-exonerated-by-an-earlier-status",
      ["IPSX-AGR-062"],
      [...convicted, base.serve(201 + answerTime, 199)],
      "appeal",
    ),
    after(
      "breach/disputed-by-the-provider",
      ["IPSX-PAY-027"],
      [...convicted, base.dispute(201 + answerTime, provider)],
      "evidence",
    ),
    after(
      "breach/disputed-and-exonerated",
      ["IPSX-PAY-027", "IPSX-AGR-062"],
      [...convicted, base.dispute(201 + answerTime, provider), base.serve(202 + answerTime, 200)],
      "evidence",
    ),
    after(
      "equivocation/of-the-provider",
      ["IPSX-AGR-061", "IPSX-PAY-024"],
      [paid, base.equivocate(150, 0), base.expire(end)],
    ),
    after(
      "equivocation/of-the-requester",
      ["IPSX-AGR-061", "IPSX-PAY-025"],
      [paid, base.equivocate(150, 1), base.expire(end)],
    ),
    after(
      "equivocation/of-both",
      ["IPSX-AGR-061", "IPSX-PAY-024", "IPSX-PAY-025"],
      [paid, base.equivocate(150, 0), base.equivocate(151, 1), base.expire(end)],
    ),
    after(
      "equivocation/little-is-left",
      ["IPSX-PAY-025", "IPSX-PAY-005"],
      [base.claim(100, Cast.tokens(97)), base.equivocate(150, 1), base.expire(end)],
    ),
    after(
      "equivocation/nothing-paid",
      ["IPSX-PAY-025", "IPSX-PAY-026"],
      [base.equivocate(150, 1), base.expire(end)],
    ),
    after(
      "meter/above-the-voucher",
      ["IPSX-PAY-010"],
      [paid, base.meter(600, 500), base.expire(end)],
    ),
    after(
      "meter/below-the-voucher",
      ["IPSX-PAY-010"],
      [paid, base.meter(600, 300), base.expire(end)],
    ),
    after(
      "meter/above-the-cap",
      ["IPSX-PAY-010", "IPSX-PAY-014"],
      [paid, base.meter(600, 2000), base.expire(end)],
    ),
    after(
      "meter/lower-after-higher",
      ["IPSX-PAY-010"],
      [base.meter(600, 500), base.meter(601, 400), base.expire(end)],
    ),
    after(
      "demand/lapsed-with-meter",
      ["IPSX-PAY-010", "IPSX-PAY-027"],
      [
        base.claim(100, Cast.tokens(20)),
        base.meter(300, 250),
        base.demand(301, Cast.tokens(25)),
        base.lapse(301 + answerTime),
      ],
    ),
    after("demand/open-at-the-end", ["IPSX-PAY-027"], [base.demand(900, ten), base.expire(end)]),
    after(
      "demand/met",
      ["IPSX-PAY-027"],
      [base.demand(200, ten), base.claim(201, ten), base.expire(end)],
    ),
    after(
      "dispute/of-the-requester",
      ["IPSX-PAY-027", "IPSX-AGR-063"],
      [paid, base.stop(400), base.dispute(401, requester)],
      "evidence",
    ),
    after(
      "dispute/of-the-provider-with-meter",
      ["IPSX-PAY-027"],
      [paid, base.expire(end), base.dispute(end + 1, provider), base.meter(end + 2, 500)],
      "evidence",
    ),
    after(
      "dispute/of-both",
      ["IPSX-PAY-027", "IPSX-AGR-063"],
      [paid, base.stop(400), base.dispute(401, requester), base.dispute(402, provider)],
      "evidence",
    ),
    after(
      "dispute/requester-with-equivocation",
      ["IPSX-PAY-027", "IPSX-AGR-061"],
      [paid, base.stop(400), base.dispute(401, requester), base.equivocate(402, 0)],
      "evidence",
    ),
    tell("consent/at-once", ["IPSX-PAY-006"], [base.open(1), base.settle(2, Cast.tokens(40))]),
    tell(
      "consent/with-a-receipt",
      ["IPSX-PAY-006"],
      [base.open(1), base.settle(2, Cast.tokens(40), { receipt: Cast.id(9) })],
    ),
    tell("consent/nothing", ["IPSX-PAY-006"], [base.open(1), base.settle(2, "0")]),
    tell("consent/all", ["IPSX-PAY-006"], [base.open(1), base.settle(2, cap)]),
    tell("consent/above-the-cap", ["IPSX-PAY-006"], [base.open(1), base.settle(2, more(cap, 1n))]),
    tell(
      "consent/what-is-paid",
      ["IPSX-PAY-006"],
      [base.open(1), paid, base.settle(101, Cast.tokens(40))],
    ),
    tell(
      "consent/below-what-is-paid",
      ["IPSX-PAY-006"],
      [base.open(1), paid, base.settle(101, Cast.tokens(39))],
    ),
    tell(
      "consent/provider-forged",
      ["IPSX-PAY-006", "IPSX-WAL-010"],
      [base.open(1), base.settle(2, ten, { authors: { provider: requester, requester } })],
    ),
    tell(
      "consent/requester-forged",
      ["IPSX-PAY-006", "IPSX-WAL-010"],
      [base.open(1), base.settle(2, ten, { authors: { provider, requester: provider } })],
    ),
    tell(
      "consent/twice",
      ["IPSX-PAY-011"],
      [base.open(1), base.settle(2, ten), base.settle(3, ten)],
    ),
    tell(
      "consent/stakes-go-home",
      ["IPSX-PAY-006"],
      [
        base.open(1),
        inBlock(3, base.demand(200, ten)),
        inBlock(4 + blocks, base.lapse(200 + answerTime)),
        base.dispute(201 + answerTime, requester),
        base.dispute(202 + answerTime, provider),
        base.settle(203 + answerTime, ten),
      ],
    ),
    tell(
      "consent/after-a-conviction",
      ["IPSX-PAY-006"],
      [
        base.open(1),
        inBlock(3, base.challenge(200)),
        inBlock(4 + blocks, base.convict(200 + answerTime)),
        base.settle(201 + answerTime, ten),
      ],
    ),
    tell(
      "consent/many",
      ["IPSX-PAY-015"],
      [
        base.open(1),
        step(2, "SettleMany", provider, {
          settlements: [
            { id: base.id, cumulative: ten, receipt: Cast.id(0), authors: { provider, requester } },
            {
              id: Cast.id(3),
              cumulative: ten,
              receipt: Cast.id(0),
              authors: { provider, requester },
            },
          ],
        }),
        step(3, "SettleMany", provider, {
          settlements: [
            { id: base.id, cumulative: ten, receipt: Cast.id(0), authors: { provider, requester } },
          ],
        }),
      ],
    ),
  ]
}

const proofs = (set: JsonObject): ReadonlyArray<Question> => {
  const both = { provider, requester }
  const status = (changes: JsonObject) => Sample.status(base.id, { role: 1, seq: 4, ...changes })
  const delta = set.delta as number
  const start = Sample.deal().start as number
  const second = Story.of(
    Sample.deal({
      salt: Cast.id(2),
      firstSeat: 1,
      requester: stranger,
      cap: "1000",
      bond: "100",
      noShowCharge: "1",
      pricePerSecond: "1",
    }),
  )
  const pair = (first: JsonObject, other: JsonObject, changes: JsonObject = {}): Story.Step =>
    step(60, "ProveDoubleLease", Cast.address(4), {
      first: { receipt: Sample.receipt(base.id, first), authors: both },
      second: {
        receipt: Sample.receipt(second.id, { requester: stranger, ...other }),
        authors: { provider, requester: stranger },
      },
      ...changes,
    })
  const overlapping = { from: start, to: start + 100 }
  const by = (seconds: number) => ({ from: start + 100 - seconds, to: start + 300 })
  const lease = (name: string, proof: Story.Step, more: ReadonlyArray<Story.Step> = []): Question =>
    tell(
      `double-lease/${name}`,
      ["IPSX-AGR-065"],
      [
        step(1, "Stake", provider, { amount: Cast.tokens(1) }),
        base.open(2),
        second.open(3, { authors: { provider, requester: stranger } }),
        proof,
        ...more,
      ],
      {
        params: {
          wallets: [
            [provider, Cast.tokens(1000)],
            [requester, Cast.tokens(1000)],
            [stranger, Cast.tokens(10)],
          ],
          watch: [provider, requester, stranger, Cast.address(4)],
        },
      },
    )
  return [
    tell(
      "meter/provider-forged",
      ["IPSX-PAY-010"],
      [base.open(1), base.meter(20, 5, { authors: { provider: requester, requester } })],
    ),
    tell(
      "meter/requester-forged",
      ["IPSX-PAY-010"],
      [base.open(1), base.meter(20, 5, { authors: { provider, requester: provider } })],
    ),
    tell(
      "meter/of-another-channel",
      ["IPSX-PAY-010"],
      [
        base.open(1),
        base.meter(20, 5, { meter: { channelId: Cast.id(5), seq: 1, seconds: 5, bytesUsed: 0 } }),
      ],
    ),
    tell("meter/final", ["IPSX-PAY-011"], [base.open(1), base.settle(2, "0"), base.meter(20, 5)]),
    tell(
      "equivocation/the-same",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, { second: { status: Sample.status(base.id), author: provider } }),
      ],
    ),
    tell(
      "equivocation/another-number",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { seq: 2, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/another-channel",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(Cast.id(5), { status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/another-role",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { role: 1, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/role-2",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          first: { status: Sample.status(base.id, { role: 2 }), author: provider },
          second: { status: Sample.status(base.id, { role: 2, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/only-the-moment-differs",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { at: start + 3 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/forged",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { status: 5 }), author: requester },
        }),
      ],
    ),
    tell(
      "service/while-challenged",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 100)],
    ),
    tell("service/without-a-challenge", ["IPSX-AGR-062"], [base.open(1), base.serve(101, 100)]),
    tell(
      "service/one-second-early",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 99)],
    ),
    tell(
      "service/not-active",
      ["IPSX-AGR-062"],
      [
        base.open(1),
        base.challenge(100),
        base.serve(101, 100, { status: status({ status: 4, at: Cast.genesis.timestamp + 100 }) }),
      ],
    ),
    tell(
      "service/of-the-provider",
      ["IPSX-AGR-062"],
      [
        base.open(1),
        base.challenge(100),
        base.serve(101, 100, {
          status: status({ role: 0, status: 3, at: Cast.genesis.timestamp + 100 }),
          author: provider,
        }),
      ],
    ),
    tell(
      "service/forged",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 100, { author: provider })],
    ),
    lease("more-than-two-deltas", pair(overlapping, by(2 * delta + 1))),
    lease("two-deltas", pair(overlapping, by(2 * delta))),
    lease("apart", pair(overlapping, { from: start + 100, to: start + 200 })),
    lease("another-seat", pair(overlapping, { ...by(50), seat: 1 })),
    lease("another-resource", pair(overlapping, { ...by(50), resource: Cast.id(9) })),
    lease(
      "one-channel",
      step(60, "ProveDoubleLease", Cast.address(4), {
        first: { receipt: Sample.receipt(base.id, overlapping), authors: both },
        second: { receipt: Sample.receipt(base.id, by(50)), authors: both },
      }),
    ),
    lease("not-opened", pair(overlapping, { ...by(50), channelId: Cast.id(5) })),
    lease("of-another-requester", pair(overlapping, { ...by(50), requester })),
    lease(
      "forged",
      pair(overlapping, by(50), {
        second: {
          receipt: Sample.receipt(second.id, { requester: stranger, ...by(50) }),
          authors: { provider: requester, requester: stranger },
        },
      }),
    ),
    lease("twice", pair(overlapping, by(50)), [{ ...pair(overlapping, by(50)), at: 61 }]),
    lease("twice-with-a-new-stake", pair(overlapping, by(50)), [
      step(61, "Stake", provider, { amount: "9" }),
      { ...pair(overlapping, by(50)), at: 62 },
    ]),
    lease("in-its-claim-window", { ...pair(overlapping, by(50)), at: 62 }, []),
  ]
}

const reservations = (set: JsonObject): ReadonlyArray<Question> => {
  const of = Story.of(Sample.reservation({ end: (Sample.deal().start as number) + 5000 }))
  const longest = set.shortLeaseMax as number
  const blocks = set.deadlineBlocks as number
  const wait = (name: string, at: number, seconds: number): Question =>
    tell(
      `reservation/${name}`,
      ["IPSX-AGR-072"],
      [
        of.open(1),
        of.claim(20, Cast.tokens(40)),
        inBlock(30, of.stop(at)),
        inBlock(30 + blocks, of.finalize(at + seconds)),
      ],
    )
  const grace = (set.settleGrace as number) + longest
  return [
    wait("one-second-early", 100, grace - 1),
    wait("just-in-time", 100, grace),
    tell(
      "reservation/early-stop-is-free",
      ["IPSX-PAY-029"],
      [of.open(1), inBlock(30, of.stop(100)), inBlock(30 + blocks, of.finalize(100 + grace))],
    ),
    tell(
      "reservation/nothing-paid",
      ["IPSX-PAY-029"],
      [of.open(1), inBlock(30, of.expire(5010)), inBlock(30 + blocks, of.finalize(5010 + grace))],
    ),
    tell(
      "reservation/two-of-one-pair",
      ["IPSX-AGR-023"],
      [of.open(1), Story.of(Sample.reservation({ salt: Cast.id(2) })).open(2)],
    ),
  ]
}

const make = (
  name: string,
  about: string,
  why: string,
  requirements: ReadonlyArray<string>,
  cases: (set: JsonObject) => ReadonlyArray<Question>,
): ReadonlyArray<Group> =>
  Sets.each((set, suffix) => ({
    ...Story.group("settlement/1", `settlement/${name}${suffix}`, about, why, set),
    requirements,
    cases: cases(set),
  }))

export const groups: ReadonlyArray<Group> = [
  ...make(
    "open",
    "What opens, and with which error everything else is refused",
    "The opening takes the money of both; what it lets through binds them.",
    ["IPSX-AGR-020"],
    opening,
  ),
  {
    ...Story.group(
      "settlement/1",
      "settlement/seat",
      "Seats that are booked, second by second",
      "A seat that is let twice is an address that two strangers answer for.",
      Sets.sets.default,
    ),
    requirements: ["IPSX-AGR-023"],
    cases: seats(),
  },
  ...make(
    "conduct",
    "What parties and anybody may do, in which phase, from which second and block on",
    "A deadline that passes early takes the bond of somebody who was about to answer.",
    ["IPSX-CHN-014"],
    conduct,
  ),
  ...make(
    "ending",
    "How each ending divides the money, to the last unit",
    "Each line of the division is what somebody lives on or was promised.",
    ["IPSX-AGR-060"],
    endings,
  ),
  ...make(
    "proof",
    "Proofs, and what is none",
    "A proof that is taken too easily convicts the honest; one that is not taken lets the liar go.",
    ["IPSX-AGR-060"],
    proofs,
  ),
  ...make(
    "reservation",
    "Standing reservations",
    "A reservation that settles before its longest short deal is over leaves that deal unpaid.",
    ["IPSX-AGR-072"],
    reservations,
  ),
  Verdicts.group,
]
