// Vouchers on the chain, and statements over many channels.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const cap = Cast.tokens(100)

export const claims = (set: JsonObject): ReadonlyArray<Question> => {
  const deal = Story.of(Sample.deal())
  const other = Story.of(Sample.deal({ salt: Cast.id(2), firstSeat: 1 }))
  const grace = (set.settleGrace as number) + 100
  const open = deal.open(1)
  const commission = (cumulative: string): bigint =>
    (BigInt(cumulative) * BigInt(set.commissionBp as number)) / 10_000n
  // The least amount whose share is above the minimum commission, where rounding shows.
  const turning = (): string => {
    let amount =
      (BigInt(set.minCommission as string) * 10_000n) / BigInt(set.commissionBp as number)
    while (commission(amount.toString()) <= BigInt(set.minCommission as string)) amount++
    return amount.toString()
  }
  const item = (of: typeof deal, cumulative: string, author: string = requester): JsonObject => ({
    id: of.id,
    cumulative,
    author,
  })
  const many = (at: number, claims: ReadonlyArray<JsonObject>): Story.Step =>
    Story.step(at, "ClaimMany", provider, { claims })
  return [
    tell("one", ["IPSX-PAY-001"], [open, deal.claim(2, Cast.tokens(40))]),
    tell("least", ["IPSX-PAY-001", "IPSX-PAY-004"], [open, deal.claim(2, "1")]),
    tell("to-the-cap", ["IPSX-PAY-002"], [open, deal.claim(2, cap)]),
    tell("above-the-cap", ["IPSX-PAY-002"], [open, deal.claim(2, more(cap, 1n))]),
    tell("zero", ["IPSX-PAY-002"], [open, deal.claim(2, "0")]),
    tell(
      "rising",
      ["IPSX-PAY-001", "IPSX-PAY-011"],
      [
        open,
        deal.claim(2, Cast.tokens(10)),
        deal.claim(3, Cast.tokens(25)),
        deal.claim(4, Cast.tokens(40)),
      ],
    ),
    tell(
      "same-again",
      ["IPSX-PAY-002", "IPSX-PAY-011"],
      [open, deal.claim(2, Cast.tokens(40)), deal.claim(3, Cast.tokens(40))],
    ),
    tell(
      "lower",
      ["IPSX-PAY-002", "IPSX-PAY-011"],
      [open, deal.claim(2, Cast.tokens(40)), deal.claim(3, Cast.tokens(39))],
    ),
    tell(
      "one-unit-more",
      ["IPSX-PAY-001", "IPSX-PAY-018"],
      [open, deal.claim(2, Cast.tokens(40)), deal.claim(3, more(Cast.tokens(40), 1n))],
    ),
    tell(
      "commission/at-the-minimum",
      ["IPSX-PAY-004"],
      [open, deal.claim(2, more(turning(), -1n))],
    ),
    tell("commission/above-the-minimum", ["IPSX-PAY-004"], [open, deal.claim(2, turning())]),
    tell(
      "commission/rounded-down",
      ["IPSX-PAY-004"],
      [open, deal.claim(2, "33333333333333333333")],
    ),
    tell(
      "commission/split-is-the-same",
      ["IPSX-PAY-018"],
      [
        open,
        deal.claim(2, "11111111111111111111"),
        deal.claim(3, "22222222222222222222"),
        deal.claim(4, "33333333333333333333"),
      ],
    ),
    tell(
      "by-anybody",
      ["IPSX-PAY-003"],
      [open, { ...deal.claim(2, Cast.tokens(40)), sender: stranger }],
    ),
    tell(
      "forged-by-the-provider",
      ["IPSX-SIG-003", "IPSX-WAL-010"],
      [open, deal.claim(2, Cast.tokens(40), { author: provider })],
    ),
    tell(
      "forged-by-a-stranger",
      ["IPSX-SIG-003", "IPSX-WAL-010"],
      [open, deal.claim(2, Cast.tokens(40), { author: stranger })],
    ),
    tell(
      "forged-and-above-the-cap",
      ["IPSX-CHN-014"],
      [open, deal.claim(2, more(cap, 1n), { author: stranger })],
    ),
    tell("not-opened", ["IPSX-CHN-014"], [deal.claim(1, Cast.tokens(40))]),
    tell(
      "while-closing",
      ["IPSX-PAY-003"],
      [open, deal.stop(2, requester), deal.claim(3, Cast.tokens(40))],
    ),
    tell(
      "while-challenged",
      ["IPSX-PAY-003"],
      [open, deal.challenge(20), deal.claim(21, Cast.tokens(1))],
    ),
    tell(
      "while-disputed",
      ["IPSX-PAY-003"],
      [open, deal.stop(2, requester), deal.dispute(3, provider), deal.claim(4, Cast.tokens(1))],
    ),
    tell("after-the-end", ["IPSX-PAY-003"], [open, deal.claim(5000, Cast.tokens(40))]),
    tell(
      "after-it-is-final",
      ["IPSX-PAY-011"],
      [open, deal.settle(2, Cast.tokens(10)), deal.claim(3, Cast.tokens(40))],
    ),
    tell(
      "after-the-verdict",
      ["IPSX-PAY-011"],
      [
        open,
        deal.stop(2, requester),
        Story.inBlock(40, deal.finalize(grace)),
        deal.claim(grace + 1, Cast.tokens(40)),
      ],
    ),
    tell(
      "demand/met",
      ["IPSX-AGR-053"],
      [open, deal.demand(200, Cast.tokens(10)), deal.claim(201, Cast.tokens(10))],
    ),
    tell(
      "demand/one-unit-short",
      ["IPSX-AGR-053"],
      [open, deal.demand(200, Cast.tokens(10)), deal.claim(201, more(Cast.tokens(10), -1n))],
    ),
    tell(
      "demand/met-in-two",
      ["IPSX-AGR-053"],
      [
        open,
        deal.demand(200, Cast.tokens(10)),
        deal.claim(201, Cast.tokens(5)),
        deal.claim(202, Cast.tokens(10)),
      ],
    ),
    tell(
      "demand/again",
      ["IPSX-AGR-053"],
      [
        open,
        deal.demand(200, Cast.tokens(10)),
        deal.claim(201, Cast.tokens(10)),
        deal.demand(300, Cast.tokens(15)),
      ],
    ),
    tell(
      "many/two",
      ["IPSX-PAY-015"],
      [open, other.open(2), many(3, [item(deal, Cast.tokens(10)), item(other, Cast.tokens(20))])],
    ),
    tell(
      "many/second-is-forged",
      ["IPSX-PAY-015"],
      [
        open,
        other.open(2),
        many(3, [item(deal, Cast.tokens(10)), item(other, Cast.tokens(20), stranger)]),
      ],
    ),
    tell(
      "many/second-is-stale",
      ["IPSX-PAY-015"],
      [open, many(3, [item(deal, Cast.tokens(10)), item(deal, Cast.tokens(10))])],
    ),
    tell(
      "many/one-channel-rising",
      ["IPSX-PAY-015"],
      [open, many(3, [item(deal, Cast.tokens(10)), item(deal, Cast.tokens(20))])],
    ),
    tell("many/none", ["IPSX-PAY-015"], [open, many(3, [])]),
  ]
}

export const statements = (set: JsonObject): ReadonlyArray<Question> => {
  const [a, b] = [
    Story.of(Sample.deal()),
    Story.of(Sample.deal({ salt: Cast.id(2), firstSeat: 1 })),
  ]
  const foreign = Story.of(Sample.deal({ salt: Cast.id(3), firstSeat: 2, requester: stranger }))
  const bring = (
    at: number,
    entries: ReadonlyArray<readonly [id: string, cumulative: string]>,
    fields: JsonObject = {},
  ): Story.Step => {
    const list = entries.map(([id, cumulative]) => ({ id, cumulative }))
    return Story.step(at, "ClaimStatement", stranger, {
      payer: requester,
      entries: list,
      statement: Cast.statement(list),
      author: requester,
      ...fields,
    })
  }
  const opened = [a.open(1), b.open(2)]
  const least = BigInt(set.minCommission as string)
  return [
    tell(
      "two",
      ["IPSX-PAY-031"],
      [
        ...opened,
        bring(3, [
          [a.id, Cast.tokens(10)],
          [b.id, Cast.tokens(20)],
        ]),
      ],
    ),
    tell(
      "one-is-stale",
      ["IPSX-PAY-032"],
      [
        ...opened,
        a.claim(3, Cast.tokens(10)),
        bring(4, [
          [a.id, Cast.tokens(10)],
          [b.id, Cast.tokens(20)],
        ]),
      ],
    ),
    tell(
      "one-is-final",
      ["IPSX-PAY-032"],
      [
        ...opened,
        a.settle(3, Cast.tokens(5)),
        bring(4, [
          [a.id, Cast.tokens(10)],
          [b.id, Cast.tokens(20)],
        ]),
      ],
    ),
    tell(
      "nothing-left",
      ["IPSX-PAY-035"],
      [...opened, bring(3, [[a.id, Cast.tokens(10)]]), bring(4, [[a.id, Cast.tokens(10)]])],
    ),
    tell("none", ["IPSX-PAY-035"], [...opened, bring(3, [])]),
    tell(
      "voucher-after-it",
      ["IPSX-PAY-034"],
      [
        ...opened,
        bring(3, [[a.id, Cast.tokens(10)]]),
        a.claim(4, Cast.tokens(10)),
        a.claim(5, Cast.tokens(12)),
      ],
    ),
    tell(
      "one-channel-twice",
      ["IPSX-PAY-034"],
      [
        ...opened,
        bring(3, [
          [a.id, Cast.tokens(10)],
          [a.id, Cast.tokens(15)],
        ]),
      ],
    ),
    tell(
      "unknown-channel",
      ["IPSX-PAY-033"],
      [
        ...opened,
        bring(3, [
          [a.id, Cast.tokens(10)],
          [Cast.id(5), "1"],
        ]),
      ],
    ),
    tell(
      "another-requester",
      ["IPSX-PAY-033"],
      [
        ...opened,
        foreign.open(3, { authors: { provider, requester: stranger } }),
        bring(4, [
          [a.id, Cast.tokens(10)],
          [foreign.id, "1"],
        ]),
      ].slice(0, 4),
      {
        params: {
          wallets: [provider, requester, stranger].map((owner) => [owner, Cast.tokens(1000)]),
        },
      },
    ),
    tell(
      "above-the-cap",
      ["IPSX-PAY-033"],
      [
        ...opened,
        bring(3, [
          [a.id, Cast.tokens(10)],
          [b.id, more(cap, 1n)],
        ]),
      ],
    ),
    tell(
      "forged",
      ["IPSX-PAY-031", "IPSX-WAL-010"],
      [...opened, bring(3, [[a.id, Cast.tokens(10)]], { author: provider })],
    ),
    tell(
      "meets-a-demand",
      ["IPSX-PAY-031", "IPSX-AGR-053"],
      [
        ...opened,
        a.demand(200, Cast.tokens(10)),
        bring(201, [
          [a.id, Cast.tokens(10)],
          [b.id, (least + 1n).toString()],
        ]),
      ],
    ),
  ]
}
