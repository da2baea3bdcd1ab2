// A party after a crash: the entries of its journal are played again, and what comes out are the very participants,
// letters, numbers and transactions that there were (IPSX-PCH-012). Nothing is done meanwhile.
import type { Input } from "../agent/Input.ts"
import type { Intent } from "../agent/Intent.ts"
import type { Settings } from "../agent/Participant.ts"
import type { Id } from "../model/Id.ts"
import type * as Order from "../model/Order.ts"
import * as Correspondence from "../pair-channel/Correspondence.ts"
import * as Frame from "../pair-channel/Frame.ts"
import type { Unsigned } from "../pair-channel/Letter.ts"
import * as Seal from "../pair-channel/Seal.ts"
import type { Curve } from "../signature/Curve.ts"
import type { Evidence } from "./Calldata.ts"
import * as Meters from "./Meters.ts"
import * as Party from "./Party.ts"
import type * as Recording from "./Recording.ts"
import * as ShortLease from "./ShortLease.ts"
import type { Signer } from "./Signer.ts"
import * as Substitution from "./Substitution.ts"
import type * as Usage from "./Usage.ts"

export interface Options {
  readonly settings: Settings
  readonly curve: Curve
  readonly separator: Uint8Array
  readonly evidence: Evidence
  readonly signer: Signer
  readonly act: Party.Act | undefined
}

/** How many addresses have been had of a request: also by what is over and was not noted any more. */
interface Had {
  readonly taken: Map<Id, number>
  readonly unnoted: Map<Id, number>
}

type Playing = Options & Had

const add = (to: Map<Id, number>, order: Id, seats: number): void =>
  void to.set(order, (to.get(order) ?? 0) + seats)

const took = ({ taken, unnoted }: Had, { order, seats }: Recording.Of<"Took">): void => {
  const isCounted = (unnoted.get(order) ?? 0) > 0
  if (isCounted) add(unnoted, order, -seats)
  else add(taken, order, seats)
}

export interface Restarted {
  readonly parties: Map<Id, Party.Party>
  /** Own orders that were not withdrawn, on whose behalf, and how many addresses have been had of a request. */
  readonly orders: Map<Id, Order.Order>
  readonly accounts: Map<Id, string>
  readonly taken: Map<Id, number>
  readonly bills: Array<Usage.Row>
  /** The highest number of an own order, also of one that was withdrawn. */
  readonly nonce: number
  /** The last block whose logs are in the journal, and its hash. */
  readonly block: number
  readonly hash: string | undefined
}

/**
 * Plays a journal's entries.
 *
 * @example
 * const { parties } = await Restart.play(entries, options)
 */
export const play = async (
  entries: ReadonlyArray<Recording.Entry>,
  options: Options,
): Promise<Restarted> => {
  const parties = new Map<Id, Party.Party>()
  const orders = new Map<Id, Order.Order>()
  const accounts = new Map<Id, string>()
  const playing: Playing = { ...options, taken: new Map(), unnoted: new Map() }
  const bills: Array<Usage.Row> = []
  let block = 0
  let nonce = 0
  let hash: string | undefined
  for (const entry of entries) {
    if (entry._tag === "Ordered") {
      orders.set(entry.order.id, entry.order)
      nonce = Math.max(nonce, entry.order.nonce)
      if (entry.account !== undefined) accounts.set(entry.order.id, entry.account)
    } else if (entry._tag === "Withdrew") orders.delete(entry.order)
    else if (entry._tag === "Took") took(playing, entry)
    else if (entry._tag === "Billed") bills.push(entry.row)
    else if (entry._tag === "Followed") ({ block, hash } = entry)
    else if (entry._tag === "Began") {
      const context = Party.contextOf(options.curve, options.separator, entry)
      parties.set(entry.id, Party.make(entry, options.settings, context))
    } else if (entry._tag === "ShortBegan") {
      const party = parties.get(entry.id)
      if (party !== undefined) ShortLease.begin(party, entry)
    } else if ("id" in entry) {
      const party = parties.get(entry.id)
      if (party !== undefined) await again(party, entry, playing)
    }
  }
  const { taken } = playing
  return { parties, orders, accounts, taken, bills, nonce, block, hash }
}

const again = async (
  party: Party.Party,
  entry: Exclude<
    Recording.Entry,
    {
      readonly _tag:
        | "Opened"
        | "Ordered"
        | "Withdrew"
        | "Took"
        | "Billed"
        | "Followed"
        | "Began"
        | "ShortBegan"
        | "Moved"
    }
  >,
  options: Playing,
): Promise<void> => {
  switch (entry._tag) {
    case "Happened":
      if (entry.block !== undefined) party.block = entry.block
      return happen(party, entry.input, entry, options)
    case "Heard": {
      Correspondence.take(party.correspondence, entry.seq, entry.letter, party.deal.cap)
      Party.keepEvidence(party, options.evidence, entry.seq, entry.letter)
      if (Substitution.isSubstitute(entry.letter))
        Substitution.note(party, Party.roleCode(party) === 0 ? 1 : 0, entry.letter)
      if (entry.letter._tag === "TunnelOffer")
        Party.leased(party, entry.letter.short)?.offered.set(entry.letter.seat ?? 0, entry.letter)
      ShortLease.hear(party, entry.letter)
      const message = Party.messageOf(party, entry.letter)
      if (message === undefined) return cleared(party, options)
      return happen(party, { _tag: "Said", message }, entry, options)
    }
    case "Wrote": {
      const letter = entry.letter as Unsigned
      const of = "short" in letter ? Party.leased(party, letter.short) : party
      if (letter._tag === "TunnelOffer" && of !== undefined)
        of.epoch = Math.max(of.epoch, letter.epoch)
      if (letter._tag === "TunnelAccept") of?.offered.delete(letter.seat ?? 0)
      ShortLease.wrote(party, letter)
      cleared(party, options)
      if (Substitution.isSubstitute(letter)) Substitution.note(party, Party.roleCode(party), letter)
      return write(party, letter, options)
    }
    case "Signed": {
      const { raw, hash, nonce } = entry
      party.submissions[entry.n]?.sent.push({ raw, hash, nonce })
      return
    }
    case "Done":
      party.done.add(entry.n)
      return
    case "Closed":
      return
  }
}

const happen = async (
  party: Party.Party,
  input: Input,
  moment: Pick<Recording.Of<"Happened">, "now"> & Meters.Metered,
  options: Playing,
): Promise<void> => {
  Meters.set(party, moment)
  const { now } = moment
  for (const intent of Party.step(party, input, now, options.act ?? ((list) => list)))
    await recall(party, intent, options)
  cleared(party, options)
}

/** What is over was cleared away; that it was had may not have been noted before the program ended. */
const cleared = (party: Party.Party, { taken, unnoted }: Had): void => {
  for (const { agreed, deal } of ShortLease.takeOver(party, Party.isOver(party)))
    if (party.role === "requester" && agreed)
      for (const count of [taken, unnoted]) add(count, deal.request, deal.seats)
}

/** What is to be known of an intent that was carried out, or was about to be. */
const recall = async (party: Party.Party, intent: Intent, options: Options): Promise<void> => {
  switch (intent._tag) {
    case "Send":
      return write(party, Party.letterOf(intent.message), options)
    case "Submit":
      Party.submission(party, intent.transaction)
      return
    case "Arm":
      return Party.arm(party, intent)
    default: {
      const of = Party.leased(party, intent.short)
      if (of !== undefined) ShortLease.want(of, intent._tag)
    }
  }
}

/** The same letter under the same number has the same signature (IPSX-SIG-006): the partner may have it already. */
const write = async (party: Party.Party, letter: Unsigned, { signer }: Options): Promise<void> => {
  const { correspondence } = party
  const seq = Correspondence.written(correspondence) + 1
  const written = await Seal.sign(party.context, Party.roleCode(party), seq, letter, signer.sign)
  // It was never sent, and has no number.
  if (!Frame.fits(written)) return
  Correspondence.recall(correspondence, written)
  Party.keepReport(party, seq, written)
}
