// Deals, facts and parties for the laws of money.
import * as fc from "fast-check"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import type { Facts } from "../../src/model/Verdict.ts"

export const token = 10n ** 18n

export const address = (n: number): Address.Address =>
  Address.of(`0x${n.toString(16).padStart(40, "0")}`)

export const centralizer = address(0xc0)
export const platform = address(0xf0)
export const holders = {
  funding: address(0xa1),
  partners: address(0xa2),
  bounty: address(0xa3),
  team: address(0xa4),
}

/** A deployment in which nothing has happened. */
export const deployed = (parameters = Parameters.small): Ledger.Ledger =>
  Ledger.make(parameters, { centralizer, platform, holders })

/** One deal of a minute for ten tokens, from which tests vary. */
export const deal = (change: Partial<Deal> = {}): Deal => ({
  provider: address(1),
  requester: address(2),
  offer: Id.zero,
  request: Id.zero,
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.fromNumber(7),
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(1000),
  end: Time.seconds(1060),
  validUntil: Time.seconds(1010),
  cap: Amount.of(10n * token),
  bond: Amount.of(token),
  prepaid: Amount.zero,
  pricePerSecond: Amount.of(token / 10n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  noShowCharge: Amount.of(token / 100n),
  maxLag: 4,
  notice: 10,
  terms: Id.zero,
  salt: Id.zero,
  ...change,
})

/** Amounts from dust to more than any deal is worth. */
export const amount = (most: bigint = 10n ** 24n): fc.Arbitrary<Amount.Amount> =>
  fc
    .oneof(
      fc.bigInt({ min: 0n, max: most }),
      fc.bigInt({ min: 0n, max: most < 50n ? most : 50n }),
      fc.constant(most),
    )
    .map(Amount.of)

/** Terms that `openDeal` accepts, with every boundary in reach. */
export const terms: fc.Arbitrary<Deal> = fc
  .record({
    cap: amount().map((cap) => (cap === 0n ? Amount.of(1n) : cap)),
    bondExtra: amount(10n ** 20n),
    prepaidPart: fc.constantFrom(0n, 0n, 1n, 3n, 10n),
    noShowPart: fc.constantFrom(1n, 2n, 10n),
    seats: fc.constantFrom(0, 1, 1, 3),
    start: fc.integer({ min: 900, max: 1100 }),
    lease: fc.integer({ min: 5, max: 300 }),
  })
  .map(({ cap, bondExtra, prepaidPart, noShowPart, seats, start, lease }) =>
    deal({
      cap,
      seats,
      bond: Amount.of(Fee.minimumBond(cap, Parameters.small) + bondExtra),
      prepaid: Amount.of((cap * prepaidPart) / 10n),
      noShowCharge: Amount.of(Amount.mulDivCeil(cap, noShowPart, 10n)),
      start: Time.seconds(start),
      end: Time.seconds(start + lease),
    }),
  )

/** Every combination of facts about a deal, possible on a chain or not: the verdict is total. */
const facts = ({ cap, start, end }: Deal): fc.Arbitrary<Facts> =>
  fc.record({
    paid: amount(cap),
    meterDue: amount(),
    providerStoppedAt: fc.oneof(fc.constant(0), fc.integer({ min: start - 50, max: end - 1 })),
    requesterStopped: fc.boolean(),
    noticeAt: fc.oneof(fc.constant(0), fc.integer({ min: start - 50, max: end + 50 })),
    challenged: fc.boolean(),
    answered: fc.boolean(),
    convicted: fc.boolean(),
    exonerated: fc.boolean(),
    demanded: fc.boolean(),
    lagged: fc.boolean(),
    providerEquivocated: fc.boolean(),
    requesterEquivocated: fc.boolean(),
    providerDisputed: fc.boolean(),
    requesterDisputed: fc.boolean(),
  })

/** A deal together with facts about it. */
export const cases = terms.chain((deal) => facts(deal).map((facts) => ({ deal, facts })))
