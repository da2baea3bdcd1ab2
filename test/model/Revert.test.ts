// What a refusal says: its name, which is the contract's, its data, which survive JSON, and one sentence with all of them
// in it, so that whoever reads it knows what was wrong.
import * as Schema from "effect/Schema"
import { expect, test } from "vitest"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as DealBook from "../../src/model/DealBook.ts"
import * as Id from "../../src/model/Id.ts"
import * as Order from "../../src/model/Order.ts"
import * as OrderBook from "../../src/model/OrderBook.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Reservation from "../../src/model/Reservation.ts"
import * as Revert from "../../src/model/Revert.ts"
import * as Sale from "../../src/model/Sale.ts"
import * as Token from "../../src/model/Token.ts"
import * as Wallet from "../../src/model/Wallet.ts"
import { lacking } from "../arbitrary/lacking.ts"

const id = (n: number) => Id.fromNumber(n)
const address = (n: number) => Address.of(`0x${String(n).padStart(40, "0")}`)

/** In the sentences #1 stands for the first id and @1 for the first address. */
const said = (message: string): string =>
  message.replaceAll(/0x0{63}(\d)/g, "#$1").replaceAll(/0x0{39}(\d)/g, "@$1")

const refusals = [
  [new Amount.AmountOverflow({ value: 10n }), "10 base units is outside [0, 2^96)"],
  [
    new Amount.InvalidAmount({ text: "text" }),
    '"text" is not an amount: expected whole tokens with at most 18 decimals, like "12.5"',
  ],
  [new DealBook.DealExists({ id: id(1) }), "deal #1 stands in the book already"],
  [new DealBook.UnknownDeal({ id: id(1) }), "the book has no deal #1"],
  [
    new Order.Uncovered({ order: id(1), owner: address(2), available: 30n, needed: 40n }),
    "order #1 of @2 needs 0.00000000000000004 tokens, 0.00000000000000003 are free",
  ],
  [
    new OrderBook.OrderRejected({ order: id(1), reason: "Conflict" }),
    "order #1 is refused: Conflict",
  ],
  [
    new Parameters.InvalidParameters({
      problems: [
        { name: "delta", value: "1", expected: "at least 2" },
        { name: "finality", value: "3", expected: "at least 4" },
      ],
    }),
    "delta is 1, expected at least 2; finality is 3, expected at least 4",
  ],
  [
    new Reservation.WrongReservation({ expected: id(1), actual: id(2) }),
    "a short deal of reservation #2, not of #1",
  ],
  [new Reservation.ReservationClosed({ id: id(1) }), "reservation #1 takes no more short deals"],
  [
    new Reservation.ShortDealStale({ id: id(1), nonce: 200, last: 300 }),
    "reservation #1 is at short deal 300, 200 is no more",
  ],
  [
    new Reservation.ShortLeaseRefused({ id: id(1), start: 200, end: 300 }),
    "reservation #1 takes no short deal from 200 to 300",
  ],
  [
    new Reservation.ReservationExhausted({ id: id(1), part: "bond", available: 20n, needed: 30n }),
    "reservation #1 has 20 of its bond left, not 30",
  ],
  [
    new Reservation.UnknownShortDeal({ id: id(1), nonce: 200 }),
    "reservation #1 has no open short deal 200",
  ],
  [
    new Reservation.ShortDealOvercharged({ id: id(1), nonce: 200, charged: 30n, cap: 40n }),
    "short deal 200 of #1 is capped at 40, not 30",
  ],
  [new Revert.ZeroAmount({}), "an amount above zero is needed"],
  [new Revert.ZeroAddress({}), "the zero address is nobody"],
  [new Revert.NotPlatform({ sender: address(1) }), "@1 is not the platform"],
  [new Revert.UnknownChannel({ id: id(1) }), "no channel #1 was opened"],
  [new Revert.ChannelExists({ id: id(1) }), "channel #1 was opened before; a deal opens once"],
  [new Revert.ChannelFinal({ id: id(1) }), "channel #1 is final"],
  [
    new Revert.WrongChannel({ expected: id(1), actual: id(2) }),
    "evidence of channel #2, not of #1",
  ],
  [new Revert.WrongPhase({ id: id(1), phase: 200 }), "channel #1 is in phase 200"],
  [new Revert.NotParty({ id: id(1), sender: address(2) }), "@2 has no say here in channel #1"],
  [new Revert.InvalidSignature({ expected: address(1) }), "not signed by @1"],
  [
    new Revert.DealExpired({ id: id(1), validUntil: 200, now: 300 }),
    "deal #1 was open to acceptance until 200, it is 300",
  ],
  [new Revert.BadTerms({ id: id(1), code: 200 }), "the terms of deal #1 are refused with code 200"],
  [
    new Revert.NonceCancelled({ owner: address(1), nonce: 200, minimum: 300 }),
    "@1 cancelled its orders below 300, this is 200",
  ],
  [
    new Revert.NonceNotIncreasing({ owner: address(1), minimum: 200, current: 300 }),
    "@1 has cancelled its orders below 300 already, 200 is no more",
  ],
  [
    new Revert.SeatTaken({ provider: address(1), resource: id(2), seat: 300 }),
    "seat 300 of #2 is booked in that time",
  ],
  [
    new Revert.TooManyBookings({ provider: address(1), resource: id(2), seat: 300 }),
    "seat 300 of #2 has all the bookings it can have",
  ],
  [
    new Revert.VoucherExceedsCap({ id: id(1), cumulative: 20n, cap: 30n }),
    "channel #1 is capped at 30, not 20",
  ],
  [
    new Revert.VoucherStale({ id: id(1), cumulative: 20n, paid: 30n }),
    "channel #1 has paid 30 already, 20 is no more",
  ],
  [new Revert.AlreadyStopped({ id: id(1), party: address(2) }), "@2 stopped channel #1 before"],
  [new Revert.AlreadyNoticed({ id: id(1) }), "notice was given in channel #1 before"],
  [new Revert.AlreadyDisputed({ id: id(1), party: address(2) }), "@2 disputed channel #1 before"],
  [
    new Revert.NoticeTooShort({ id: id(1), at: 200, earliest: 300 }),
    "notice in channel #1 for 200, the earliest is 300",
  ],
  [
    new Revert.OutsideLease({ id: id(1), start: 200, end: 300, now: 400 }),
    "channel #1 leases from 200 to 300, it is 400",
  ],
  [
    new Revert.TooEarly({ id: id(1), earliestTime: 200, earliestBlock: 300 }),
    "#1 waits until second 200 and block 300",
  ],
  [
    new Revert.BadDemand({ id: id(1), due: 20n, most: 30n }),
    "at most 30 can be demanded in channel #1, not 20",
  ],
  [
    new Revert.NotEquivocation({ id: id(1) }),
    "two messages that are no equivocation in channel #1",
  ],
  [new Revert.NotService({ id: id(1) }), "a message that proves no service in channel #1"],
  [new Revert.NothingStaked({ owner: address(1) }), "@1 has nothing staked"],
  [new Revert.UnstakeNotRequested({ owner: address(1) }), "@1 has not asked for its stake"],
  [
    new Revert.NotDoubleLease({ a: id(1), b: id(2) }),
    "the receipts of #1 and #2 are no double lease",
  ],
  [
    new Revert.AlreadyProven({ a: id(1), b: id(2) }),
    "the double lease of #1 and #2 was punished before",
  ],
  [
    new Sale.SaleRefused({ reason: "NotAdmitted" }),
    "the sale refuses (NotAdmitted): the contributor is not on the list of this stage",
  ],
  [new Token.TransfersLocked({}), "tokens do not move before the funding has succeeded"],
  [new Token.TransfersAlreadyOpen({}), "transfers are open already"],
  [new Token.NotFundingController({ sender: address(1) }), "@1 is not the funding controller"],
  [
    new Token.ERC20InsufficientAllowance({ spender: address(1), allowance: 20n, needed: 30n }),
    "@1 may draw 20 base units, not 30",
  ],
  [
    new Token.ERC20InsufficientBalance({ sender: address(1), balance: 20n, needed: 30n }),
    "@1 holds 20 base units, not 30",
  ],
  [new Token.ERC20InvalidReceiver({ receiver: address(1) }), "@1 cannot receive tokens"],
  [
    new Wallet.InsufficientBalance({ wallet: address(1), available: 20n, needed: 30n }),
    "@1 has 0.00000000000000002 free and needs 0.00000000000000003",
  ],
  [
    new Wallet.InsufficientReserve({ wallet: address(1), available: 20n, needed: 30n }),
    "@1 has 0.00000000000000002 reserved, not 0.00000000000000003",
  ],
] as const

test.each(refusals.map(([error, sentence]) => ({ name: error._tag, error, sentence })))(
  "IPSX-CHN-013: $name says what was wrong",
  ({ error, sentence }) => {
    expect(said(error.message)).toBe(sentence)
    expect(error.constructor.name).toBe(error._tag)
    const schema = error.constructor as unknown as Schema.Codec<typeof error, unknown>
    const text = JSON.stringify(Schema.encodeSync(schema)(error))
    expect(Schema.decodeUnknownSync(schema)(JSON.parse(text))).toEqual(error)
    expect(JSON.parse(text)).toMatchObject({ _tag: error._tag })
    for (const less of lacking(JSON.parse(text)))
      expect([less, Schema.is(Schema.toEncoded(schema))(less)]).toEqual([less, false])
  },
)
