// The contract's custom errors, one class each with the same name and arguments, so that a refusal can be
// compared as exactly as a success. They are data: the model returns them and never throws them.
import * as Schema from "effect/Schema"
import { Address } from "./Address.ts"
import { Id } from "./Id.ts"
import type * as Token from "./Token.ts"
import type * as Wallet from "./Wallet.ts"

// Not `Amount`: what was asked for may lie beyond its bounds, which is why it is refused.
const amount = Schema.BigIntFromString
const count = Schema.Int

/** Everything that a transaction can be refused with. */
export type Revert =
  | Wallet.InsufficientBalance
  | Token.TransferFailure
  | Token.TransfersAlreadyOpen
  | Token.NotFundingController
  | ZeroAmount
  | ZeroAddress
  | NotPlatform
  | UnknownChannel
  | ChannelExists
  | ChannelFinal
  | WrongChannel
  | WrongPhase
  | NotParty
  | InvalidSignature
  | DealExpired
  | BadTerms
  | NonceCancelled
  | NonceNotIncreasing
  | SeatTaken
  | TooManyBookings
  | VoucherExceedsCap
  | VoucherStale
  | AlreadyStopped
  | AlreadyNoticed
  | AlreadyDisputed
  | NoticeTooShort
  | OutsideLease
  | TooEarly
  | BadDemand
  | NotEquivocation
  | NotService
  | NothingStaked
  | UnstakeNotRequested
  | NotDoubleLease
  | AlreadyProven

export class ZeroAmount extends Schema.TaggedError<ZeroAmount>()("ZeroAmount", {}) {
  override get message(): string {
    return "an amount above zero is needed"
  }
}

export class ZeroAddress extends Schema.TaggedError<ZeroAddress>()("ZeroAddress", {}) {
  override get message(): string {
    return "the zero address is nobody"
  }
}

export class NotPlatform extends Schema.TaggedError<NotPlatform>()("NotPlatform", {
  sender: Address,
}) {
  override get message(): string {
    return `${this.sender} is not the platform`
  }
}

export class UnknownChannel extends Schema.TaggedError<UnknownChannel>()("UnknownChannel", {
  id: Id,
}) {
  override get message(): string {
    return `no channel ${this.id} was opened`
  }
}

export class ChannelExists extends Schema.TaggedError<ChannelExists>()("ChannelExists", {
  id: Id,
}) {
  override get message(): string {
    return `channel ${this.id} was opened before; a deal opens once`
  }
}

export class ChannelFinal extends Schema.TaggedError<ChannelFinal>()("ChannelFinal", { id: Id }) {
  override get message(): string {
    return `channel ${this.id} is final`
  }
}

export class WrongChannel extends Schema.TaggedError<WrongChannel>()("WrongChannel", {
  expected: Id,
  actual: Id,
}) {
  override get message(): string {
    return `evidence of channel ${this.actual}, not of ${this.expected}`
  }
}

export class WrongPhase extends Schema.TaggedError<WrongPhase>()("WrongPhase", {
  id: Id,
  phase: count,
}) {
  override get message(): string {
    return `channel ${this.id} is in phase ${this.phase}`
  }
}

export class NotParty extends Schema.TaggedError<NotParty>()("NotParty", {
  id: Id,
  sender: Address,
}) {
  override get message(): string {
    return `${this.sender} has no say here in channel ${this.id}`
  }
}

export class InvalidSignature extends Schema.TaggedError<InvalidSignature>()("InvalidSignature", {
  expected: Address,
}) {
  override get message(): string {
    return `not signed by ${this.expected}`
  }
}

export class DealExpired extends Schema.TaggedError<DealExpired>()("DealExpired", {
  id: Id,
  validUntil: count,
  now: count,
}) {
  override get message(): string {
    return `deal ${this.id} was open to acceptance until ${this.validUntil}, it is ${this.now}`
  }
}

export class BadTerms extends Schema.TaggedError<BadTerms>()("BadTerms", { id: Id, code: count }) {
  override get message(): string {
    return `the terms of deal ${this.id} are refused with code ${this.code}`
  }
}

export class NonceCancelled extends Schema.TaggedError<NonceCancelled>()("NonceCancelled", {
  owner: Address,
  nonce: count,
  minimum: count,
}) {
  override get message(): string {
    return `${this.owner} cancelled its orders below ${this.minimum}, this is ${this.nonce}`
  }
}

export class NonceNotIncreasing extends Schema.TaggedError<NonceNotIncreasing>()(
  "NonceNotIncreasing",
  { owner: Address, minimum: count, current: count },
) {
  override get message(): string {
    return `${this.owner} has cancelled its orders below ${this.current} already, ${this.minimum} is no more`
  }
}

export class SeatTaken extends Schema.TaggedError<SeatTaken>()("SeatTaken", {
  provider: Address,
  resource: Id,
  seat: count,
}) {
  override get message(): string {
    return `seat ${this.seat} of ${this.resource} is booked in that time`
  }
}

export class TooManyBookings extends Schema.TaggedError<TooManyBookings>()("TooManyBookings", {
  provider: Address,
  resource: Id,
  seat: count,
}) {
  override get message(): string {
    return `seat ${this.seat} of ${this.resource} has all the bookings it can have`
  }
}

export class VoucherExceedsCap extends Schema.TaggedError<VoucherExceedsCap>()(
  "VoucherExceedsCap",
  { id: Id, cumulative: amount, cap: amount },
) {
  override get message(): string {
    return `channel ${this.id} is capped at ${this.cap}, not ${this.cumulative}`
  }
}

export class VoucherStale extends Schema.TaggedError<VoucherStale>()("VoucherStale", {
  id: Id,
  cumulative: amount,
  paid: amount,
}) {
  override get message(): string {
    return `channel ${this.id} has paid ${this.paid} already, ${this.cumulative} is no more`
  }
}

export class AlreadyStopped extends Schema.TaggedError<AlreadyStopped>()("AlreadyStopped", {
  id: Id,
  party: Address,
}) {
  override get message(): string {
    return `${this.party} stopped channel ${this.id} before`
  }
}

export class AlreadyNoticed extends Schema.TaggedError<AlreadyNoticed>()("AlreadyNoticed", {
  id: Id,
}) {
  override get message(): string {
    return `notice was given in channel ${this.id} before`
  }
}

export class AlreadyDisputed extends Schema.TaggedError<AlreadyDisputed>()("AlreadyDisputed", {
  id: Id,
  party: Address,
}) {
  override get message(): string {
    return `${this.party} disputed channel ${this.id} before`
  }
}

export class NoticeTooShort extends Schema.TaggedError<NoticeTooShort>()("NoticeTooShort", {
  id: Id,
  at: count,
  earliest: count,
}) {
  override get message(): string {
    return `notice in channel ${this.id} for ${this.at}, the earliest is ${this.earliest}`
  }
}

export class OutsideLease extends Schema.TaggedError<OutsideLease>()("OutsideLease", {
  id: Id,
  start: count,
  end: count,
  now: count,
}) {
  override get message(): string {
    return `channel ${this.id} leases from ${this.start} to ${this.end}, it is ${this.now}`
  }
}

export class TooEarly extends Schema.TaggedError<TooEarly>()("TooEarly", {
  id: Id,
  earliestTime: count,
  earliestBlock: count,
}) {
  override get message(): string {
    return `${this.id} waits until second ${this.earliestTime} and block ${this.earliestBlock}`
  }
}

export class BadDemand extends Schema.TaggedError<BadDemand>()("BadDemand", {
  id: Id,
  due: amount,
  most: amount,
}) {
  override get message(): string {
    return `at most ${this.most} can be demanded in channel ${this.id}, not ${this.due}`
  }
}

export class NotEquivocation extends Schema.TaggedError<NotEquivocation>()("NotEquivocation", {
  id: Id,
}) {
  override get message(): string {
    return `two messages that are no equivocation in channel ${this.id}`
  }
}

export class NotService extends Schema.TaggedError<NotService>()("NotService", { id: Id }) {
  override get message(): string {
    return `a message that proves no service in channel ${this.id}`
  }
}

export class NothingStaked extends Schema.TaggedError<NothingStaked>()("NothingStaked", {
  owner: Address,
}) {
  override get message(): string {
    return `${this.owner} has nothing staked`
  }
}

export class UnstakeNotRequested extends Schema.TaggedError<UnstakeNotRequested>()(
  "UnstakeNotRequested",
  { owner: Address },
) {
  override get message(): string {
    return `${this.owner} has not asked for its stake`
  }
}

export class NotDoubleLease extends Schema.TaggedError<NotDoubleLease>()("NotDoubleLease", {
  a: Id,
  b: Id,
}) {
  override get message(): string {
    return `the receipts of ${this.a} and ${this.b} are no double lease`
  }
}

export class AlreadyProven extends Schema.TaggedError<AlreadyProven>()("AlreadyProven", {
  a: Id,
  b: Id,
}) {
  override get message(): string {
    return `the double lease of ${this.a} and ${this.b} was punished before`
  }
}
