// One end of the pair channel of one deal, over any number of connections: numbers and repeats its own letters, takes
// the partner's in order and once, beats, and notices silence (IPSX-PCH-020..024, IPSX-TUN-040). It decides nothing
// about the deal; what a letter means is for the participant.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Correspondence from "./Correspondence.ts"
import type { Connection } from "./Connection.ts"
import * as Frame from "./Frame.ts"
import type { Greeted, Self } from "./Greeting.ts"
import * as Intake from "./Intake.ts"
import type { Letter } from "./Letter.ts"
import * as Seal from "./Seal.ts"

export interface Options {
  readonly self: Omit<Self, "received">
  /** What an earlier run of this program left in lasting storage. */
  readonly correspondence?: Correspondence.Correspondence
  /** Milliseconds between two beats, and after how many missing ones the partner counts as silent. */
  readonly heartbeatMs: number
  readonly misses: number
  /** Puts a letter into lasting storage; it is confirmed to the partner when that is done (IPSX-PAY-016). */
  readonly keep: (seq: number, letter: Letter) => Promise<void>
  /** Too many heartbeats are missing; again after each further budget of them. */
  readonly silent: () => void
  /** A letter that changes nothing, and why. */
  readonly refused: (error: Refused) => void
}

export interface PairChannel {
  readonly self: Self
  /** Numbers a letter that is signed, keeps it until the partner has it, and sends it. */
  readonly write: (
    letter: Letter,
  ) => Result.Result<number, Correspondence.TooManyLetters | LetterTooLong>
  /** The number that the next letter will have. */
  readonly next: () => number
  /** Takes over a connection whose partner has proved itself; an earlier one is closed. */
  readonly attach: (greeted: Greeted) => void
  readonly isAttached: () => boolean
  readonly close: (reason: string) => void
}

export type Refused =
  | Seal.SealError
  | Correspondence.AdmitError
  | Correspondence.Unwritten
  | TooMuch

interface State extends PairChannel {
  readonly options: Options
  readonly correspondence: Correspondence.Correspondence
  readonly intake: Intake.Intake
  connection: Connection | undefined
  /** The partner's last letter that is in lasting storage, and what is on its way there, in order. */
  kept: number
  keeping: Promise<void>
  heardAt: number
  checkedAt: number
  closed: boolean
}

/**
 * An end without a connection; `attach` gives it one, and every later one.
 *
 * @example
 * const channel = PairChannel.open({ self, heartbeatMs: 1000, misses: 3, keep, silent, refused })
 * channel.attach(greeted)
 */
export const open = (options: Options): PairChannel => {
  const correspondence = options.correspondence ?? Correspondence.empty()
  const beat = setInterval(
    () => send(state, { _tag: "Beat", ack: state.kept }),
    options.heartbeatMs,
  )
  const watch = setInterval(() => check(state), Math.max(10, options.heartbeatMs / 4))
  const state: State = {
    options,
    correspondence,
    intake: Intake.make(performance.now()),
    self: { ...options.self, received: () => state.kept },
    connection: undefined,
    kept: correspondence.received,
    keeping: Promise.resolve(),
    heardAt: performance.now(),
    checkedAt: performance.now(),
    closed: false,
    write: (letter) => write(state, letter),
    next: () => Correspondence.written(correspondence) + 1,
    attach: (greeted) => attach(state, greeted),
    isAttached: () => state.connection !== undefined,
    close: (reason) => {
      state.closed = true
      clearInterval(beat)
      clearInterval(watch)
      drop(state, reason)
    },
  }
  return state
}

const send = (state: State, frame: Frame.Frame): void => state.connection?.send(frame)

const drop = (state: State, reason: string): void => {
  const { connection } = state
  state.connection = undefined
  connection?.send({ _tag: "Bye", reason: reason.slice(0, 200) })
  connection?.close(reason)
}

const write = (
  state: State,
  letter: Letter,
): Result.Result<number, Correspondence.TooManyLetters | LetterTooLong> => {
  if (!Frame.fits(letter)) return Result.fail(new LetterTooLong({ letter: letter._tag }))
  return Result.map(Correspondence.write(state.correspondence, letter), (seq) => {
    send(state, { _tag: "Post", seq, ack: state.kept, letter })
    return seq
  })
}

const attach = (state: State, { connection, confirmed }: Greeted): void => {
  // It was closed while the two greeted each other.
  if (state.closed) return connection.close("the deal is over")
  drop(state, "another connection has taken over")
  state.connection = connection
  state.heardAt = performance.now()
  if (!acknowledge(state, confirmed)) return
  // IPSX-PCH-008, IPSX-PCH-021: what the partner has not confirmed goes out again, in order.
  for (const { seq, letter } of Correspondence.unconfirmed(state.correspondence))
    send(state, { _tag: "Post", seq, ack: state.kept, letter })
  connection.listen({
    frame: (frame) => {
      if (state.connection === connection) receive(state, frame)
    },
    closed: () => {
      if (state.connection === connection) state.connection = undefined
    },
  })
}

/** An end that confirms what was never written is no partner to go on with. */
const acknowledge = (state: State, ack: number): boolean => {
  const confirmed = Correspondence.confirm(state.correspondence, ack)
  if (Result.isSuccess(confirmed)) return true
  state.options.refused(confirmed.failure)
  drop(state, confirmed.failure.message)
  return false
}

const receive = (state: State, frame: Frame.Frame): void => {
  state.heardAt = performance.now()
  switch (frame._tag) {
    case "Beat":
    case "Ack":
      acknowledge(state, frame.ack)
      return
    case "Post":
      if (acknowledge(state, frame.ack)) post(state, frame)
      return
    case "Hello":
    case "Proof":
    case "Bye":
      return drop(state, "the partner ended the connection")
  }
}

const post = (state: State, { seq, letter }: Frame.Of<"Post">): void => {
  const { options, correspondence, self } = state
  const partner = self.role === 0 ? 1 : 0
  // A repeated letter was verified when it came first.
  if (seq > correspondence.received) {
    const sealed = Seal.verify(self.context, partner, seq, letter)
    if (Result.isFailure(sealed)) {
      options.refused(sealed.failure)
      return drop(state, sealed.failure.message)
    }
  }
  const admitted = Correspondence.admit(correspondence, seq, letter, self.context.deal.cap)
  if (Result.isSuccess(admitted)) return keep(state, seq, letter)
  options.refused(admitted.failure)
  switch (admitted.failure._tag) {
    case "Repeated":
      return send(state, { _tag: "Ack", ack: state.kept })
    case "Missing":
      return drop(state, admitted.failure.message)
    case "Stale":
    case "AboveCap":
      // It pays nothing, but its number is used up, and an end that restarts has to know that.
      return keep(state, seq, letter)
  }
}

const keep = (state: State, seq: number, letter: Letter): void => {
  if (!Intake.take(state.intake, Frame.size(letter), performance.now())) {
    const tooMuch = new TooMuch({ perSecond: Intake.perSecond })
    state.options.refused(tooMuch)
    return drop(state, tooMuch.message)
  }
  Correspondence.take(state.correspondence, seq, letter, state.self.context.deal.cap)
  const stored = state.options.keep(seq, letter)
  state.keeping = state.keeping.then(() =>
    stored.then(
      () => {
        state.kept = seq
        send(state, { _tag: "Ack", ack: seq })
      },
      (cause: unknown) => drop(state, `a letter cannot be stored: ${String(cause)}`),
    ),
  )
}

/** A program that was itself suspended has not listened: that says nothing about its partner. */
const check = (state: State): void => {
  const now = performance.now()
  const { heartbeatMs, misses, silent } = state.options
  if (now - state.checkedAt > heartbeatMs) state.heardAt = now
  state.checkedAt = now
  if (now - state.heardAt <= heartbeatMs * misses) return
  state.heardAt = now
  drop(state, "the partner is silent")
  silent()
}

/** More letters than an end takes; what was not taken comes again. */
export class TooMuch extends Schema.TaggedError<TooMuch>()("TooMuch", {
  perSecond: Schema.Number,
}) {
  override get message(): string {
    return `more letters than ${this.perSecond} bytes a second came for a while: the rest is taken later`
  }
}

/** An own letter that no frame can carry: a tunnel's message with too many details. */
export class LetterTooLong extends Schema.TaggedError<LetterTooLong>()("LetterTooLong", {
  letter: Schema.String,
}) {
  override get message(): string {
    return `a letter ${this.letter} is longer than ${Frame.bytesMax} bytes`
  }
}
