// What parties and anybody may do with a channel, in which phase, and from when on.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell, inBlock, step } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const ten = Cast.tokens(10)
const cap = Cast.tokens(100)
const base = Story.of(Sample.deal())
const beginning = 10
const end = beginning + 1000

export const conduct = (set: JsonObject): ReadonlyArray<Question> => {
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
