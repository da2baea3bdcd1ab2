// An actor of a scenario: an account with a role, a behaviour and random streams of its own.
import type { Address } from "../src/model/Address.ts"
import type { Id } from "../src/model/Id.ts"
import type { Role } from "../src/model/Status.ts"
import type { Behaviour } from "./behaviour/Behaviour.ts"
import type { Stream } from "./Random.ts"

export interface Actor {
  readonly number: number
  /** The name of its random streams, `tor-17`: the group's name and its place in the group. */
  readonly name: string
  readonly role: Role
  readonly group: number
  readonly address: Address
  readonly behaviour: Behaviour
  readonly behaviourName: string
  /** Tokens at the start, in base units. */
  readonly funded: bigint
  /** The stream for what the actor wants: when, what, at which price. */
  readonly wants: Stream
  /** The stream for how it behaves in a deal. */
  readonly mood: Stream
  /** The stream for what happens to its messages. */
  readonly letters: Stream
  /** The next order's nonce. */
  nonce: number
  /** The address is not there for the moment. */
  away: boolean
  /** A provider's standing offer; the moment in virtual milliseconds. */
  offer: { readonly id: Id; readonly expiresAt: number } | undefined
}
