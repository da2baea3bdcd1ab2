// Cases of the class chain: blocks of many transactions, whose log is judged by the rules and not by comparison.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const owners = [provider, requester, stranger]

const read = { type: "wallets", owners }

/** Blocks out of steps: those of one moment are one block. */
const blocks = (steps: ReadonlyArray<Story.Step>): ReadonlyArray<JsonObject> => {
  const moments = [...Map.groupBy(steps, ({ at }) => at)].sort(([a], [b]) => a - b)
  let block = 0
  let last = 0
  return moments.map(([at, group]) => {
    block += Math.max(1, Math.min(12, at - last))
    last = at
    return {
      type: "block",
      number: Cast.genesis.number + block,
      timestamp: Cast.genesis.timestamp + at,
      transactions: group.map(({ type, sender, fields = {} }) => ({ type, sender, ...fields })),
    }
  })
}

const lawful = (
  name: string,
  requirements: ReadonlyArray<string>,
  steps: ReadonlyArray<Story.Step>,
): Question => ({
  name,
  requirements,
  judge: "rules",
  events: [...blocks(steps), read],
})

// So many deals at once, each on its own seat, each with another fate.
const crowd = (set: JsonObject): ReadonlyArray<Story.Step> => {
  const answerTime = set.challengeSeconds as number
  const grace = set.settleGrace as number
  const appeal = set.appealSeconds as number
  const evidence = set.evidenceSeconds as number
  const deals = Array.from({ length: 8 }, (_, n) =>
    Story.of(
      Sample.deal({
        salt: Cast.id(60 + n),
        firstSeat: n,
        cap: Cast.tokens(50 + n),
        bond: Cast.tokens(10),
      }),
    ),
  )
  const [a, b, c, d, e, f, g, h] = deals
  return [
    ...deals.map((one) => one.open(5)),
    deals[0]!.open(5),
    Story.step(5, "Deposit", stranger, { amount: "1" }),
    ...deals.map((one, n) => one.claim(100, Cast.tokens(n + 1))),
    ...deals.map((one, n) => one.claim(160, Cast.tokens(2 * n))),
    a!.settle(200, Cast.tokens(5)),
    b!.stop(200),
    c!.challenge(200),
    d!.challenge(200),
    e!.demand(400, Cast.tokens(20)),
    f!.demand(400, Cast.tokens(20)),
    g!.equivocate(400, 1),
    h!.meter(400, 300),
    c!.answer(412),
    f!.claim(412, Cast.tokens(20)),
    d!.convict(400 + answerTime),
    e!.lapse(420 + answerTime),
    ...deals.map((one) => one.expire(1200 + answerTime)),
    h!.dispute(1300 + answerTime, provider),
    ...deals.map((one) => one.finalize(1500 + answerTime + grace + appeal)),
    ...deals.map((one) => one.finalize(1600 + answerTime + grace + appeal + evidence)),
  ]
}

const cases = (set: JsonObject): ReadonlyArray<Question> => {
  const deal = Story.of(Sample.deal())
  const grace = set.settleGrace as number
  const one = [Cast.tokens(10), Cast.tokens(40)] as const
  return [
    lawful(
      "money/transfers",
      ["IPSX-WAL-005", "IPSX-WAL-003"],
      [
        Story.step(1, "Transfer", provider, { to: stranger, amount: Cast.tokens(5) }),
        Story.step(1, "Transfer", stranger, { to: requester, amount: Cast.tokens(5) }),
        Story.step(1, "Transfer", stranger, { to: requester, amount: "1" }),
        Story.step(2, "Stake", provider, { amount: Cast.tokens(7) }),
        Story.step(3, "Withdraw", requester, { amount: Cast.tokens(1) }),
      ],
    ),
    lawful(
      "deal/consent",
      ["IPSX-PAY-006", "IPSX-AGR-021", "IPSX-PAY-011", "IPSX-WAL-005"],
      [
        deal.open(5),
        deal.claim(100, one[0]),
        deal.claim(100, one[0]),
        deal.settle(200, one[1]),
        deal.claim(201, Cast.tokens(90)),
        deal.open(202),
      ],
    ),
    lawful(
      "deal/verdict",
      ["IPSX-AGR-031", "IPSX-PAY-005", "IPSX-PAY-018", "IPSX-WAL-005"],
      [
        deal.open(5),
        deal.claim(100, one[1]),
        deal.stop(500),
        deal.stop(500),
        deal.finalize(500 + grace - 1),
        deal.finalize(513 + grace),
        deal.finalize(540 + grace),
      ],
    ),
    lawful(
      "fees/withdrawn",
      ["IPSX-PAY-018", "IPSX-PAY-019"],
      [
        deal.open(5),
        deal.claim(100, one[1]),
        Story.step(120, "WithdrawFees", Cast.accounts.platform, { to: stranger }),
        deal.claim(140, Cast.tokens(80)),
      ],
    ),
    lawful(
      "crowd",
      [
        "IPSX-CHN-014",
        "IPSX-AGR-031",
        "IPSX-AGR-063",
        "IPSX-PAY-002",
        "IPSX-PAY-005",
        "IPSX-WAL-003",
        "IPSX-WAL-005",
      ],
      crowd(set),
    ),
  ]
}

export const groups: ReadonlyArray<Group> = Sets.each((set, suffix) => ({
  class: "chain/1",
  group: `chain/lawful${suffix}`,
  about: "The log of a chain, judged by the rules",
  why: "Whoever reads the log of a chain has to be able to tell that it kept every promise.",
  roles: ["contract"],
  requirements: ["IPSX-CHN-013"],
  params: Cast.ledger(set),
  cases: cases(set),
}))
