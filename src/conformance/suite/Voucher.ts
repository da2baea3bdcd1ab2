// Cases of the class voucher: what pays, what does not, what parties may sign and serve.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"
import { spellings } from "./Signature.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const cap = Cast.tokens(100)

const claims = (set: JsonObject): ReadonlyArray<Question> => {
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

const statements = (set: JsonObject): ReadonlyArray<Question> => {
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

const deal = Sample.deal()

const raw = (name: string, signature: string, requirement: string): Question => {
  const of = Story.of(deal)
  const { author: _, ...fields } = of.claim(2, Cast.tokens(40)).fields!
  return tell(
    name,
    [requirement],
    [of.open(1), { ...of.claim(2, Cast.tokens(40)), fields: { ...fields, signature } }],
  )
}

const onChain: Group = {
  ...Story.group(
    "signature/1",
    "signature/claim",
    "Vouchers with real signatures, as a contract sees them",
    "A contract that takes a second spelling, or a signature for another chain, pays what nobody has signed for it.",
    Sets.sets.default,
  ),
  requirements: ["IPSX-SIG-003"],
  cases: [
    ...Object.entries(spellings).map(([name, signature]) => raw(name, signature, "IPSX-SIG-003")),
    ...Object.entries(foreign()).map(([name, signature]) => raw(name, signature, "IPSX-SIG-001")),
  ],
}

function foreign(): Readonly<Record<string, string>> {
  return Cast.vouchers(Sample.idOf(deal), Cast.tokens(40))
}

const ask = (name: string, requirements: ReadonlyArray<string>, event: JsonObject): Question => ({
  name,
  requirements,
  events: [event],
})

const party = (
  name: string,
  about: string,
  why: string,
  roles: Group["roles"] = ["provider", "requester"],
): Pick<Group, "class" | "group" | "about" | "why" | "roles"> => ({
  class: "voucher/1",
  group: `voucher/${name}`,
  about,
  why,
  roles,
})

const perSecond = "100000000000000000"

const prices: Group = {
  ...party(
    "price",
    "Prices of co-signed meters, and commissions",
    "Two programs that round differently do not sign the same voucher.",
  ),
  requirements: ["IPSX-PAY-014"],
  cases: [
    ...[0, 1, 600, 999, 1000, 1001].map((seconds) =>
      ask(`price/${seconds}-seconds`, ["IPSX-PAY-014"], {
        type: "price",
        deal,
        seconds,
        bytesUsed: 0,
      }),
    ),
    ask("price/with-setup", ["IPSX-PAY-014"], {
      type: "price",
      deal: Sample.deal({ setupPrice: Cast.tokens(3) }),
      seconds: 10,
      bytesUsed: 0,
    }),
    ...Object.entries(Sets.sets).flatMap(([name, { commissionBp, minCommission }]) =>
      [
        "0",
        "1",
        "500000000000000000",
        "500000000000000049",
        "500000000000000050",
        Cast.tokens(40),
        "33333333333333333333",
      ].flatMap((cumulative) => [
        ask(`commission/${name}/${cumulative}`, ["IPSX-PAY-004"], {
          type: "commission",
          cumulative,
          commissionBp: commissionBp!,
          minCommission: minCommission!,
        }),
        ask(`commission-of/${name}/${cumulative}`, ["IPSX-PAY-004", "IPSX-PAY-018"], {
          type: "commissionOf",
          from: cumulative,
          to: more(cumulative, 10n ** 18n),
          commissionBp: commissionBp!,
          minCommission: minCommission!,
        }),
      ]),
    ),
  ],
}

const serving: Group = {
  ...party(
    "serve",
    "How far a provider may serve unpaid, and whom it admits",
    "A provider that serves beyond the lag gives its service away.",
    ["provider"],
  ),
  requirements: ["IPSX-PAY-008"],
  cases: [
    ...[
      ["nothing-signed/below", "0", 119],
      ["nothing-signed/at", "0", 120],
      ["nothing-signed/above", "0", 121],
      ["ten-signed/at", Cast.tokens(10), 220],
      ["ten-signed/above", Cast.tokens(10), 221],
      ["one-unit-short", more(Cast.tokens(10), -1n), 220],
      ["all-signed", cap, 1000],
    ].map(([name, signed, seconds]) =>
      ask(`forward/${name}`, ["IPSX-PAY-008"], {
        type: "mayForward",
        deal,
        signed: signed!,
        seconds: seconds!,
      }),
    ),
    ...[1, 2, 3, 4, 5, 119, 120, 121].map((maxLag) =>
      ask(`interval/${maxLag}`, ["IPSX-PAY-009"], { type: "interval", maxLag }),
    ),
    ...(
      [
        ["nothing-prepaid", {}],
        ["below-one-interval", { prepaid: more(Cast.tokens(6), -1n) }],
        ["one-interval", { prepaid: Cast.tokens(6) }],
        ["above-one-interval", { prepaid: more(Cast.tokens(6), 1n) }],
        [
          "setup-left-out",
          { setupPrice: Cast.tokens(2), cap: Cast.tokens(102), prepaid: Cast.tokens(6) },
        ],
        [
          "with-setup",
          { setupPrice: Cast.tokens(2), cap: Cast.tokens(102), prepaid: Cast.tokens(8) },
        ],
        ["odd-lag", { maxLag: 5, prepaid: (2n * BigInt(perSecond)).toString() }],
        ["odd-lag-short", { maxLag: 5, prepaid: (2n * BigInt(perSecond) - 1n).toString() }],
      ] as const
    ).map(([name, changes]) =>
      ask(`admit/${name}`, ["IPSX-PAY-009"], { type: "mayAdmit", deal: Sample.deal(changes) }),
    ),
  ],
}

const prepaying: Group = {
  ...party(
    "prepay",
    "What a requester should prepay at most",
    "What is prepaid is lost with a provider that never comes.",
    ["requester"],
  ),
  requirements: ["IPSX-PAY-030"],
  cases: (
    [
      ["nothing", {}],
      ["one-interval", { prepaid: Cast.tokens(6) }],
      ["above-one-interval", { prepaid: more(Cast.tokens(6), 1n) }],
      [
        "with-setup",
        { setupPrice: Cast.tokens(2), cap: Cast.tokens(102), prepaid: Cast.tokens(8) },
      ],
      [
        "above-with-setup",
        { setupPrice: Cast.tokens(2), cap: Cast.tokens(102), prepaid: more(Cast.tokens(8), 1n) },
      ],
    ] as const
  ).map(([name, changes]) =>
    ask(name, ["IPSX-PAY-030"], { type: "shouldPrepay", deal: Sample.deal(changes) }),
  ),
}

const short = (set: JsonObject): ReadonlyArray<Question> => {
  const start = Sample.deal().start as number
  const longest = set.shortLeaseMax as number
  const least = set.minLease as number
  const sign = (nonce: number, changes: JsonObject = {}): JsonObject => ({
    type: "countersign",
    short: Sample.shortDeal(reservationId, { nonce, end: start + 20 + least, ...changes }),
  })
  const finish = (nonce: number, charged: string): JsonObject => ({
    type: "finish",
    nonce,
    charged,
  })
  const close = { type: "close" }
  const told = (
    name: string,
    requirements: ReadonlyArray<string>,
    events: ReadonlyArray<JsonObject>,
  ): Question => ({
    name,
    requirements,
    events,
  })
  return [
    told("one", ["IPSX-AGR-070"], [sign(1)]),
    told("of-another-reservation", ["IPSX-AGR-070"], [sign(1, { reservation: Cast.id(5) })]),
    told("nonce/rising", ["IPSX-AGR-071"], [sign(1), sign(2), sign(7)]),
    told("nonce/same", ["IPSX-AGR-071"], [sign(1), sign(1)]),
    told("nonce/lower", ["IPSX-AGR-071"], [sign(5), sign(4)]),
    told("nonce/zero", ["IPSX-AGR-071"], [sign(0)]),
    told("nonce/finished-again", ["IPSX-AGR-071"], [sign(1), finish(1, "0"), sign(1)]),
    told("lease/longest", ["IPSX-AGR-076"], [sign(1, { end: start + 20 + longest })]),
    told("lease/too-long", ["IPSX-AGR-076"], [sign(1, { end: start + 21 + longest })]),
    told("lease/too-short", ["IPSX-AGR-076"], [sign(1, { end: start + 19 + least })]),
    told(
      "lease/before-the-reservation",
      ["IPSX-AGR-076"],
      [sign(1, { start: start - 1, end: start - 1 + least })],
    ),
    told(
      "lease/after-the-reservation",
      ["IPSX-AGR-076"],
      [sign(1, { start: start + 86_401 - least, end: start + 86_401 })],
    ),
    told(
      "cap/all",
      ["IPSX-AGR-073"],
      [sign(1, { cap: Cast.tokens(60), bond: "0" }), sign(2, { cap: Cast.tokens(40), bond: "0" })],
    ),
    told(
      "cap/one-unit-too-much",
      ["IPSX-AGR-073"],
      [
        sign(1, { cap: Cast.tokens(60), bond: "0" }),
        sign(2, { cap: more(Cast.tokens(40), 1n), bond: "0" }),
      ],
    ),
    told(
      "cap/what-is-spent-is-gone",
      ["IPSX-AGR-073"],
      [
        sign(1, { cap: Cast.tokens(60), bond: "0" }),
        finish(1, Cast.tokens(10)),
        sign(2, { cap: more(Cast.tokens(90), 1n), bond: "0" }),
        sign(2, { cap: Cast.tokens(90), bond: "0" }),
      ],
    ),
    told(
      "bond/all",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(4) }), sign(2, { bond: Cast.tokens(6) })],
    ),
    told(
      "bond/one-unit-too-much",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(4) }), sign(2, { bond: more(Cast.tokens(6), 1n) })],
    ),
    told(
      "bond/free-again",
      ["IPSX-AGR-074"],
      [sign(1, { bond: Cast.tokens(10) }), finish(1, "0"), sign(2, { bond: Cast.tokens(10) })],
    ),
    told("closed/nothing-more", ["IPSX-AGR-075"], [sign(1), close, sign(2)]),
    told("closed/open-ones-end", ["IPSX-AGR-075"], [sign(1), close, finish(1, Cast.tokens(1))]),
    told("finish/unknown", ["IPSX-AGR-073"], [finish(1, "0")]),
    told(
      "finish/above-its-cap",
      ["IPSX-AGR-073"],
      [sign(1), finish(1, more(Cast.tokens(5), 1n)), finish(1, Cast.tokens(5))],
    ),
    told("finish/twice", ["IPSX-AGR-073"], [sign(1), finish(1, "1"), finish(1, "1")]),
  ]
}

const reservation = Sample.reservation()
const reservationId = Sample.idOf(reservation)

export const groups: ReadonlyArray<Group> = [
  onChain,
  ...Sets.each((set, suffix) => ({
    ...Story.group(
      "voucher/1",
      `voucher/claim${suffix}`,
      "Vouchers on the chain: what pays, what does not, and the commission",
      "A voucher that pays twice, or too much, or not, is money taken from one of two people.",
      set,
    ),
    requirements: ["IPSX-PAY-001"],
    cases: claims(set),
  })),
  ...Sets.each((set, suffix) => ({
    ...Story.group(
      "voucher/1",
      `voucher/statement${suffix}`,
      "One signature over the amounts of many channels",
      "An entry that holds up the others, or pays a second time, makes the cheap way of settling a trap.",
      set,
    ),
    requirements: ["IPSX-PAY-031"],
    cases: statements(set),
  })),
  prices,
  serving,
  prepaying,
  ...Sets.each((set, suffix) => ({
    ...party(
      `short${suffix}`,
      "The books of a standing reservation",
      "Who countersigns more than the reservation covers serves for nothing, or pays for nothing.",
    ),
    requirements: ["IPSX-AGR-070"],
    params: { reservation, id: reservationId, parameters: set },
    shared: true,
    cases: short(set),
  })),
]
