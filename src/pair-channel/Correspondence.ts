// The numbered letters of one channel, both ways, as one end knows them: which of its own the partner has not
// confirmed, and how far it has read the partner's. Letters are taken in order and once, over any number of
// connections (IPSX-PCH-020, IPSX-PCH-021). Pure; owned by whoever steps it.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Amount from "../model/Amount.ts"
import type { Letter } from "./Letter.ts"

export interface Correspondence {
  /** Own letters that the partner has not confirmed, oldest first; the first has the number `confirmed` + 1. */
  readonly outgoing: Array<Letter>
  confirmed: number
  /** How many of them, the oldest, an earlier run of the program has written: the partner may have them. */
  recalled: number
  /** The number of the partner's last letter that was taken. */
  received: number
  /** The highest voucher and the number of the last meter that were taken of the partner. */
  voucher: Amount.Amount
  meter: number
}

/** No end keeps more letters for a partner that does not confirm them. */
export const outgoingMax = 4096

export const empty = (): Correspondence => ({
  outgoing: [],
  confirmed: 0,
  recalled: 0,
  received: 0,
  voucher: Amount.zero,
  meter: 0,
})

/** The number of the own letter that was written last. */
export const written = (c: Correspondence): number => c.confirmed + c.outgoing.length

/** Keeps an own letter until it is confirmed, and says its number. */
export const write = (c: Correspondence, letter: Letter): Result.Result<number, TooManyLetters> => {
  const waiting = c.outgoing.length - c.recalled
  if (waiting >= outgoingMax) return Result.fail(new TooManyLetters({ waiting }))
  c.outgoing.push(letter)
  return Result.succeed(written(c))
}

/** Keeps an own letter that an earlier run has written, before anything is written in this one. */
export const recall = (c: Correspondence, letter: Letter): void => {
  c.recalled = c.outgoing.push(letter)
}

/** The partner has all letters up to `ack` in lasting storage. */
export const confirm = (c: Correspondence, ack: number): Result.Result<void, Unwritten> => {
  if (ack > written(c)) return Result.fail(new Unwritten({ ack, written: written(c) }))
  if (ack > c.confirmed) {
    c.outgoing.splice(0, ack - c.confirmed)
    c.recalled = Math.max(0, c.recalled - (ack - c.confirmed))
    c.confirmed = ack
  }
  return Result.succeed(undefined)
}

/** What has to be sent, or sent again, to a partner that confirms `ack`: letters and their numbers. */
export const unconfirmed = (
  c: Correspondence,
): ReadonlyArray<{ readonly seq: number; readonly letter: Letter }> =>
  c.outgoing.map((letter, at) => ({ seq: c.confirmed + 1 + at, letter }))

/**
 * Whether a verified letter of the partner may be taken now. `Repeated` and `Stale` are harmless: the former is
 * confirmed once more, the latter confirmed and otherwise ignored. `Missing` is a fault of the partner's.
 */
export const admit = (
  c: Correspondence,
  seq: number,
  letter: Letter,
  cap: bigint,
): Result.Result<void, Repeated | Missing | Stale | AboveCap> => {
  if (seq <= c.received) return Result.fail(new Repeated({ seq, received: c.received }))
  if (seq !== c.received + 1) return Result.fail(new Missing({ seq, received: c.received }))
  if (letter._tag === "Voucher") {
    const { cumulativeAmount } = letter.voucher
    if (cumulativeAmount > cap) return Result.fail(new AboveCap({ amount: cumulativeAmount, cap }))
    if (cumulativeAmount <= c.voucher)
      return Result.fail(new Stale({ letter: "Voucher", value: cumulativeAmount, had: c.voucher }))
  }
  if (letter._tag === "Meter" && letter.meter.seq <= c.meter) {
    const [value, had] = [BigInt(letter.meter.seq), BigInt(c.meter)]
    return Result.fail(new Stale({ letter: "Meter", value, had }))
  }
  return Result.succeed(undefined)
}

/** Takes the letter that `admit` let in. One that is stale or above the cap uses up its number and changes nothing else. */
export const take = (c: Correspondence, seq: number, letter: Letter, cap: bigint): void => {
  c.received = seq
  if (letter._tag === "Voucher") {
    if (letter.voucher.cumulativeAmount <= cap)
      c.voucher = Amount.maximum(c.voucher, letter.voucher.cumulativeAmount)
  } else if (letter._tag === "Meter") c.meter = Math.max(c.meter, letter.meter.seq)
}

export type AdmitError = Repeated | Missing | Stale | AboveCap

/** A letter that was taken before: it comes again when its confirmation was lost. */
export class Repeated extends Schema.TaggedError<Repeated>()("Repeated", {
  seq: Schema.Number,
  received: Schema.Number,
}) {
  override get message(): string {
    return `letter ${this.seq} came again; ${this.received} were taken`
  }
}

export class Missing extends Schema.TaggedError<Missing>()("Missing", {
  seq: Schema.Number,
  received: Schema.Number,
}) {
  override get message(): string {
    return `letter ${this.seq} came after ${this.received}`
  }
}

/** A voucher that is not above the last one, or a meter that is not after it. */
export class Stale extends Schema.TaggedError<Stale>()("Stale", {
  letter: Schema.String,
  value: Schema.BigInt,
  had: Schema.BigInt,
}) {
  override get message(): string {
    return `a ${this.letter} of ${this.value} is not above the last one of ${this.had}`
  }
}

export class AboveCap extends Schema.TaggedError<AboveCap>()("AboveCap", {
  amount: Schema.BigInt,
  cap: Schema.BigInt,
}) {
  override get message(): string {
    return `a voucher of ${this.amount} is above the cap of ${this.cap}`
  }
}

export class Unwritten extends Schema.TaggedError<Unwritten>()("Unwritten", {
  ack: Schema.Number,
  written: Schema.Number,
}) {
  override get message(): string {
    return `the partner confirms letter ${this.ack}; ${this.written} were written to it`
  }
}

export class TooManyLetters extends Schema.TaggedError<TooManyLetters>()("TooManyLetters", {
  waiting: Schema.Number,
}) {
  override get message(): string {
    return `${this.waiting} letters wait for a partner that confirms none`
  }
}
