// How a channel ends, and what everybody gets.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Story from "./Story.ts"

const { provider, requester } = Cast
const { tell, inBlock, step } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const ten = Cast.tokens(10)
const cap = Cast.tokens(100)
const base = Story.of(Sample.deal())
const beginning = 10
const end = beginning + 1000

// Everything that can divide a channel's money, told to its end.
export const endings = (set: JsonObject): ReadonlyArray<Question> => {
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
