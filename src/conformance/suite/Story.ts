// Cases of ledgers: transactions told one after the other, each in a block of its own, at so many seconds after the genesis.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"

/** One transaction: seconds after the genesis, and blocks after it where they matter. */
export interface Step {
  readonly at: number
  readonly block?: number
  readonly type: string
  readonly sender: string
  readonly fields?: JsonObject
}

// Blocks that pass at most between two transactions that do not say it: more than any set's K.
const apart = 12

/**
 * The events of a story. A block takes a second at least, also the empty ones between two transactions
 * (IPSX-CHN-020): a number that is not given lets as many blocks pass as there is time for.
 */
const events = (steps: ReadonlyArray<Step>): ReadonlyArray<JsonObject> => {
  const last = { block: 0, at: 0 }
  return steps.map((one) => {
    const block = one.block ?? last.block + Math.max(1, Math.min(apart, one.at - last.at))
    if (block <= last.block || one.at - last.at < block - last.block)
      throw new RangeError(`block ${block} at ${one.at} cannot follow ${last.block} at ${last.at}`)
    last.block = block
    last.at = one.at
    const { number, timestamp } = Cast.genesis
    return {
      type: one.type,
      block: { number: number + block, timestamp: timestamp + one.at },
      sender: one.sender,
      ...one.fields,
    }
  })
}

export const tell = (
  name: string,
  requirements: ReadonlyArray<string>,
  steps: ReadonlyArray<Step>,
  more: Pick<Question, "params" | "why"> = {},
): Question => ({ name, requirements, events: events(steps), ...more })

/** What a group of ledger cases has in common. */
export const group = (
  of: "wallet/1" | "voucher/1" | "settlement/1" | "signature/1",
  name: string,
  about: string,
  why: string,
  set: JsonObject,
): Pick<Group, "class" | "group" | "about" | "why" | "roles" | "params" | "shared"> => ({
  class: of,
  group: name,
  about,
  why,
  roles: ["contract"],
  params: Cast.ledger(set),
  shared: true,
})

const both = { provider: Cast.provider, requester: Cast.requester }

/** The transactions of one deal, with the usual parties; `fields` change what a case is about. */
export const of = (deal: JsonObject) => {
  const id = Sample.idOf(deal)
  const by =
    (type: string, sender: string) =>
    (at: number, fields: JsonObject = {}): Step => ({
      at,
      type,
      sender,
      fields: { id, ...fields },
    })
  return {
    id,
    deal,
    open: (at: number, fields: JsonObject = {}): Step =>
      by("OpenDeal", Cast.provider)(at, { deal, authors: both, ...fields }),
    claim: (at: number, cumulative: string, fields: JsonObject = {}): Step =>
      by("Claim", Cast.provider)(at, { cumulative, author: Cast.requester, ...fields }),
    settle: (at: number, cumulative: string, fields: JsonObject = {}): Step =>
      by("Settle", Cast.provider)(at, {
        cumulative,
        receipt: Cast.id(0),
        authors: both,
        ...fields,
      }),
    stop: (at: number, sender: string = Cast.provider): Step => by("Stop", sender)(at),
    expire: by("Expire", Cast.stranger),
    notice: (at: number, when: number): Step =>
      by("GiveNotice", Cast.provider)(at, { deal, at: Cast.genesis.timestamp + when }),
    challenge: by("Challenge", Cast.requester),
    answer: by("Answer", Cast.provider),
    convict: by("Convict", Cast.stranger),
    demand: (at: number, due: string, fields: JsonObject = {}): Step =>
      by("Demand", Cast.provider)(at, { deal, due, ...fields }),
    lapse: by("Lapse", Cast.stranger),
    dispute: (at: number, sender: string): Step => by("Dispute", sender)(at),
    finalize: (at: number, fields: JsonObject = {}): Step =>
      by("Finalize", Cast.stranger)(at, { deal, ...fields }),
    meter: (at: number, seconds: number, fields: JsonObject = {}): Step =>
      by("ProveMeter", Cast.provider)(at, {
        deal,
        meter: { channelId: id, seq: 1, seconds, bytesUsed: 0 },
        authors: both,
        ...fields,
      }),
    equivocate: (at: number, role: 0 | 1, fields: JsonObject = {}): Step => {
      const author = role === 0 ? Cast.provider : Cast.requester
      return by("ProveEquivocation", role === 0 ? Cast.requester : Cast.provider)(at, {
        first: { status: Sample.status(id, { role }), author },
        second: { status: Sample.status(id, { role, status: 5 }), author },
        ...fields,
      })
    },
    serve: (at: number, when: number, fields: JsonObject = {}): Step =>
      by("ProveService", Cast.provider)(at, {
        status: Sample.status(id, { role: 1, seq: 4, at: Cast.genesis.timestamp + when }),
        author: Cast.requester,
        ...fields,
      }),
  }
}

export const step = (at: number, type: string, sender: string, fields: JsonObject = {}): Step => ({
  at,
  type,
  sender,
  fields,
})

/** The same step in a block that is so many after the genesis. */
export const inBlock = (block: number, step: Step): Step => ({ ...step, block })
