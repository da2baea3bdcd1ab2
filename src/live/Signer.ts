// Who signs for a party: a key in this process, or a program elsewhere that is asked over Ethereum's own JSON-RPC. A
// party's shell sees nothing but this, so a wallet in another device takes one more function.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Address } from "../model/Address.ts"
import type { Curve, Recoverable } from "../signature/Curve.ts"
import * as Signed from "../signature/Signed.ts"

export interface Signer {
  readonly address: Address
  /** Signs 32 bytes: the digest of a structure or of a transaction. Rejects when the owner does not want to. */
  readonly sign: (digest: Uint8Array) => Promise<Signed.Signature>
}

/**
 * A key in memory.
 *
 * @example
 * const signer = Signer.local(curve, await Effect.runPromise(Keystore.open("key.json", password)))
 */
export const local = (curve: Curve, key: Uint8Array): Signer => ({
  address: Signed.address(curve, key),
  sign: async (digest) => Signed.sign(curve, digest, key),
})

/** The same signature in two parts, as a transaction carries it. */
export const recoverable = async (signer: Signer, digest: Uint8Array): Promise<Recoverable> =>
  Result.getOrThrow(Signed.parse(await signer.sign(digest)))

/** Milliseconds that a signer has: somebody may have to look at it, and press a button. */
const patienceMs = 60_000

/** A signer whose every refusal is an `Unsigned`, to be told from those of a node, and so is its silence. */
export const careful = (signer: Signer, ms = patienceMs): Signer => {
  const { address } = signer
  const unsigned = (cause: unknown): Unsigned =>
    cause instanceof Unsigned
      ? cause
      : new Unsigned({ address, reason: cause instanceof Error ? cause.message : String(cause) })
  return {
    address,
    sign: (digest) =>
      new Promise((resolve, reject) => {
        const refuse = (cause: unknown): void => reject(unsigned(cause))
        const timer = setTimeout(refuse, ms, `its signer has not answered for ${ms / 1000} seconds`)
        void Promise.resolve()
          .then(() => signer.sign(digest))
          .then(resolve, refuse)
          .finally(() => clearTimeout(timer))
      }),
  }
}

/** A task that fails as a careful signer does, and in no other way. */
export const asking = <A>(task: () => Promise<A>): Effect.Effect<A, Unsigned> =>
  Effect.catch(Effect.tryPromise({ try: task, catch: (cause) => cause }), (cause) =>
    cause instanceof Unsigned ? Effect.fail(cause) : Effect.die(cause),
  )

/** Who signs for an account does not, or is not there. */
export class Unsigned extends Schema.TaggedError<Unsigned>()("Unsigned", {
  address: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `nothing is signed for ${this.address}: ${this.reason}; its signer is asked again`
  }
}
