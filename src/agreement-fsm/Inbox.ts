// The receiver of the partner's status messages (IPSX-PCH-002 to 005): they are hash-linked and numbered from 1,
// so any order of arrival, any repetition and any loss that is made good lead to the same register. The shell has
// checked the signature, the channel and the role, and brings the digest along: no hashing here.
import * as Id from "../model/Id.ts"
import * as Status from "../model/Status.ts"

/** A verified message and its digest under the domain. */
export interface Received {
  readonly status: Status.Status
  readonly digest: Id.Id
}

export interface Inbox {
  /** What was applied, in order: the message with number n is at n − 1. */
  readonly applied: ReadonlyArray<Received>
  /** Arrived too early, ascending by number, at most `held`; none is linked to what was applied. */
  readonly early: ReadonlyArray<Received>
  /** Two messages with one number: proof of breach (IPSX-AGR-061). The first pair is kept. */
  readonly proof: readonly [Received, Received] | undefined
}

/** How many early messages a receiver holds (IPSX-PCH-005). */
export const held = 64

export interface Delivered {
  readonly inbox: Inbox
  /** The messages that can be applied now, in the order of their numbers. */
  readonly ready: ReadonlyArray<Status.Status>
}

export const empty = (): Inbox => ({ applied: [], early: [], proof: undefined })

/** The number of the last applied message, 0 before the first. */
export const seq = (inbox: Inbox): number => inbox.applied.length

/** The last applied message: what the partner said last. */
export const last = (inbox: Inbox): Status.Status | undefined => inbox.applied.at(-1)?.status

/**
 * Takes one message. A duplicate changes nothing; one that comes too early waits; one that contradicts
 * another with its number is kept as proof and not applied.
 *
 * @example
 * const { inbox, ready } = Inbox.receive(Inbox.empty(), { status, digest })
 */
export const receive = (inbox: Inbox, received: Received): Delivered => {
  const number = received.status.seq
  const known = inbox.applied[number - 1] ?? inbox.early.find((e) => e.status.seq === number)
  if (known !== undefined && known.digest !== received.digest) {
    const proof = inbox.proof ?? ([known, received] as const)
    // The early one may be the one that does not link: IPSX-PCH-007 lets the linked one have its place.
    return drain({ ...inbox, proof, early: replaced(inbox, known, received) })
  }
  if (known !== undefined || number < 1) return { inbox, ready: [] }
  const early = [...inbox.early, received].sort((a, b) => a.status.seq - b.status.seq)
  const drained = drain({ ...inbox, early })
  return { ...drained, inbox: { ...drained.inbox, early: drained.inbox.early.slice(0, held) } }
}

/** The proof of equivocation, both signed messages, as `proveEquivocation` wants them. */
export const equivocation = (inbox: Inbox): readonly [Status.Status, Status.Status] | undefined =>
  inbox.proof === undefined ? undefined : [inbox.proof[0].status, inbox.proof[1].status]

// Of two early messages with one number the smaller digest is held, so that the order of arrival decides
// nothing; that one of the two proves a breach is already on record.
const replaced = (inbox: Inbox, known: Received, received: Received): ReadonlyArray<Received> =>
  inbox.early.map((e) => (e === known && received.digest < known.digest ? received : e))

const drain = (inbox: Inbox): Delivered => {
  const ready: Array<Received> = []
  let early = inbox.early
  let previous = inbox.applied.at(-1)?.digest ?? Id.zero
  let number = inbox.applied.length + 1
  while (early[0]?.status.seq === number && early[0].status.previous === previous) {
    ready.push(early[0])
    previous = early[0].digest
    number++
    early = early.slice(1)
  }
  // IPSX-PCH-007: a message in turn that does not link to its predecessor is ignored.
  if (early[0]?.status.seq === number) early = early.slice(1)
  const applied = ready.length === 0 ? inbox.applied : [...inbox.applied, ...ready]
  return { inbox: { ...inbox, applied, early }, ready: ready.map((r) => r.status) }
}
