// Cases of the class voucher: what pays, what does not, what parties may sign and serve.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import { claims, statements } from "./Claim.ts"
import * as Sample from "./Sample.ts"
import * as Sets from "./Sets.ts"
import { reservation, reservationId, short } from "./Short.ts"
import { spellings } from "./Signature.ts"
import * as Story from "./Story.ts"

const { tell } = Story
const more = (text: string, by: bigint): string => (BigInt(text) + by).toString()
const cap = Cast.tokens(100)

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
