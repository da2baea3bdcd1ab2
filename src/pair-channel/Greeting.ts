// How two ends of a connection show each other who they are (IPSX-PCH-011): Hello, Hello, Proof, Proof. The end that
// took the connection proves itself last, so that nobody gets its signature for nothing.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import { Id } from "../model/Id.ts"
import * as Signed from "../signature/Signed.ts"
import type { Connection } from "./Connection.ts"
import * as Frame from "./Frame.ts"
import * as Seal from "./Seal.ts"

/** One end of one channel: the deal, the own role in it, and what is needed to sign and to resume. */
export interface Self {
  readonly context: Seal.Context
  readonly chainId: number
  readonly centralizer: Address
  readonly role: 0 | 1
  readonly sign: (digest: Uint8Array) => Promise<string>
  /** The number of the partner's last letter in lasting storage. */
  readonly received: () => number
}

/** A partner that has proved to be one, and how many letters it has. */
export interface Greeted {
  readonly self: Self
  readonly connection: Connection
  readonly confirmed: number
}

const greetingMs = 5000

/** The frames of a connection, one at a time. */
const inbox = (connection: Connection) => {
  const waiting: Array<Frame.Frame> = []
  let wake: (() => void) | undefined
  let ended: string | undefined
  connection.listen({
    frame: (frame) => {
      waiting.push(frame)
      wake?.()
    },
    closed: (reason) => {
      ended = reason
      wake?.()
    },
  })
  const next = Effect.callback<Frame.Frame, NotGreeted>((resume) => {
    const give = (): void => {
      const frame = waiting.shift()
      if (frame === undefined && ended === undefined) return
      // Resuming may ask for the next frame at once.
      wake = undefined
      resume(
        frame === undefined
          ? Effect.fail(new NotGreeted({ reason: ended ?? "" }))
          : Effect.succeed(frame),
      )
    }
    wake = give
    give()
  })
  const expect = <T extends "Hello" | "Proof">(tag: T): Effect.Effect<Frame.Of<T>, NotGreeted> =>
    Effect.flatMap(next, (frame) =>
      frame._tag === tag
        ? Effect.succeed(frame as Frame.Of<T>)
        : Effect.fail(
            new NotGreeted({
              reason: frame._tag === "Bye" ? frame.reason : `expected ${tag}, got ${frame._tag}`,
            }),
          ),
    )
  // Letters may come in one piece with the partner's proof: whoever listens next gets them first.
  const handedOver: Connection = {
    ...connection,
    listen: (listener) => {
      for (const frame of waiting.splice(0)) listener.frame(frame)
      connection.listen(listener)
    },
  }
  return { expect, handedOver }
}

const hello = (self: Self, nonce: Id): Frame.Of<"Hello"> => ({
  _tag: "Hello",
  version: Frame.version,
  chainId: self.chainId,
  centralizer: self.centralizer,
  channel: self.context.id,
  role: self.role,
  address: Seal.partyOf(self.context, self.role),
  nonce,
})

/** What does not fit in the partner's Hello; undefined when all does. */
const mismatch = (self: Self, said: Frame.Of<"Hello">): GreetingError | undefined => {
  const partner = self.role === 0 ? 1 : 0
  const expected = hello(self, said.nonce)
  if (said.version !== Frame.version) return new WrongVersion({ actual: said.version })
  if (said.chainId !== expected.chainId || said.centralizer !== expected.centralizer)
    return new ForeignChain({ chainId: said.chainId, centralizer: said.centralizer })
  if (said.channel !== expected.channel)
    return new Seal.WrongChannel({ expected: expected.channel, actual: said.channel })
  if (said.role !== partner) return new Seal.WrongRole({ letter: "Hello", role: said.role })
  const party = Seal.partyOf(self.context, partner)
  if (said.address !== party)
    return new Signed.WrongSigner({ expected: party, actual: said.address })
  return undefined
}

const introduction = (
  self: Self,
  { binding }: Connection,
  role: 0 | 1,
  nonces: { readonly own: Id; readonly partner: Id },
): Uint8Array =>
  Seal.introduction(self.context, {
    channelId: self.context.id,
    role,
    partner: Seal.partyOf(self.context, role === 0 ? 1 : 0),
    nonce: nonces.own,
    partnerNonce: nonces.partner,
    binding,
  })

const prove = Effect.fnUntraced(function* (
  self: Self,
  connection: Connection,
  nonces: { readonly own: Id; readonly partner: Id },
) {
  const digest = introduction(self, connection, self.role, nonces)
  const signature = yield* Effect.tryPromise({
    try: () => self.sign(digest),
    catch: (cause) => new NotGreeted({ reason: `the signer failed: ${String(cause)}` }),
  })
  connection.send({
    _tag: "Proof",
    signature: signature as `0x${string}`,
    received: self.received(),
  })
})

const believe = (
  self: Self,
  connection: Connection,
  proof: Frame.Of<"Proof">,
  nonces: { readonly own: Id; readonly partner: Id },
): Result.Result<Greeted, GreetingError> => {
  const partner = self.role === 0 ? 1 : 0
  const digest = introduction(self, connection, partner, {
    own: nonces.partner,
    partner: nonces.own,
  })
  const { context } = self
  const party = Seal.partyOf(context, partner)
  return Result.map(Signed.verify(context.curve, digest, proof.signature, party), () => ({
    self,
    connection,
    confirmed: proof.received,
  }))
}

const bounded = <A>(
  connection: Connection,
  greeting: Effect.Effect<A, GreetingError>,
): Effect.Effect<A, GreetingError> =>
  greeting.pipe(
    Effect.timeoutOrElse({
      duration: greetingMs,
      orElse: () =>
        Effect.fail(new NotGreeted({ reason: "the partner does not introduce itself" })),
    }),
    Effect.onExit((exit) =>
      Effect.sync(() => {
        if (exit._tag === "Success") return
        connection.send({ _tag: "Bye", reason: "the introduction failed" })
        connection.close("the introduction failed")
      }),
    ),
  )

/**
 * The greeting of the end that dialled.
 *
 * @example
 * const greeted = yield* Greeting.dialled(connection, self, nonce)
 */
export const dialled = (
  connection: Connection,
  self: Self,
  nonce: Id,
): Effect.Effect<Greeted, GreetingError> => {
  const { expect, handedOver } = inbox(connection)
  return bounded(
    connection,
    Effect.gen(function* () {
      connection.send(hello(self, nonce))
      const said = yield* expect("Hello")
      const wrong = mismatch(self, said)
      if (wrong !== undefined) return yield* Effect.fail(wrong)
      const nonces = { own: nonce, partner: said.nonce }
      yield* prove(self, connection, nonces)
      return yield* Effect.fromResult(believe(self, handedOver, yield* expect("Proof"), nonces))
    }),
  )
}

/** The greeting of the end that took the connection; `find` knows the channels that it takes part in. */
export const taken = (
  connection: Connection,
  find: (channel: Id) => Self | undefined,
  nonce: Id,
): Effect.Effect<Greeted, GreetingError> => {
  const { expect, handedOver } = inbox(connection)
  return bounded(
    connection,
    Effect.gen(function* () {
      const said = yield* expect("Hello")
      const self = find(said.channel)
      if (self === undefined) return yield* new UnknownChannel({ channel: said.channel })
      const wrong = mismatch(self, said)
      if (wrong !== undefined) return yield* Effect.fail(wrong)
      connection.send(hello(self, nonce))
      const nonces = { own: nonce, partner: said.nonce }
      const greeted = yield* Effect.fromResult(
        believe(self, handedOver, yield* expect("Proof"), nonces),
      )
      yield* prove(self, connection, nonces)
      return greeted
    }),
  )
}

export type GreetingError =
  | NotGreeted
  | WrongVersion
  | ForeignChain
  | UnknownChannel
  | Seal.SealError

export class NotGreeted extends Schema.TaggedError<NotGreeted>()("NotGreeted", {
  reason: Schema.String,
}) {
  override get message(): string {
    return `the partner was not introduced: ${this.reason}`
  }
}

export class WrongVersion extends Schema.TaggedError<WrongVersion>()("WrongVersion", {
  actual: Schema.Number,
}) {
  override get message(): string {
    return `the partner speaks version ${this.actual} of the pair channel, expected ${Frame.version}`
  }
}

export class ForeignChain extends Schema.TaggedError<ForeignChain>()("ForeignChain", {
  chainId: Schema.Number,
  centralizer: Schema.String,
}) {
  override get message(): string {
    return `the partner is on chain ${this.chainId} with the Centralizer ${this.centralizer}`
  }
}

export class UnknownChannel extends Schema.TaggedError<UnknownChannel>()("UnknownChannel", {
  channel: Id,
}) {
  override get message(): string {
    return `the channel ${this.channel} is none of this party's`
  }
}
