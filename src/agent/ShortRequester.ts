// The requester's side of the short deals under a standing reservation. It signs first, pays with vouchers of the
// reservation's channel that add up over all its deals, and says of each when it is over and what it has cost.
import * as Result from "effect/Result"
import * as Amount from "../model/Amount.ts"
import * as Deal from "../model/Deal.ts"
import type { Message } from "../model/Message.ts"
import * as Parameters from "../model/Parameters.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import * as Terms from "../model/Terms.ts"
import * as Billing from "./Billing.ts"
import type { Input } from "./Input.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"
import * as Shorts from "./Shorts.ts"

interface Requester extends Participant.Participant {
  readonly shorts: Shorts.Shorts
}

export const isStanding = (r: Participant.Participant): r is Requester => r.shorts !== undefined

/** Takes an input that concerns short deals; false for one that concerns the reservation alone. */
export const step = (
  r: Requester,
  input: Input,
  here: Participant.Situation,
  out: Array<Intent>,
): boolean => {
  switch (input._tag) {
    case "ShortProposed":
      if (r.phase === "None") r.shorts.waiting.push(input.deal)
      else sign(r, input.deal, here, out)
      return true
    case "Said":
      return hear(r, input.message, here, out)
    case "TunnelUp":
      connected(r, opened(r, input.short), here, out)
      return true
    case "Rang":
      if (input.short === undefined) return input.timer === "bill" && bill(r, here, out)
      ring(r, opened(r, input.short), input.epoch, here, out)
      return true
    case "Leave":
      if (input.short === undefined) leave(r)
      else finish(r, opened(r, input.short), here, out)
      return true
    case "Silent":
      finishAll(r, here, out)
      leave(r)
      return true
    default:
      return false
  }
}

/** Whether the reservation is to end now: its owner wants it, and nothing runs under it any more. */
export const isOver = ({ shorts }: Requester): boolean => shorts.leaving && shorts.open.size === 0

/**
 * The chain has opened the reservation: what was proposed meanwhile is signed, as far as its time is not over. True
 * when it is to end at once.
 */
export const start = (r: Requester, here: Participant.Situation, out: Array<Intent>): boolean => {
  for (const deal of r.shorts.waiting.splice(0)) sign(r, deal, here, out)
  return isOver(r)
}

/** Ends every short deal at what it has cost so far. */
export const finishAll = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  r.shorts.leaving = false
  for (const open of r.shorts.open.values()) finish(r, open, here, out)
}

const opened = (r: Requester, nonce: number | undefined): Shorts.Open | undefined =>
  nonce === undefined ? undefined : r.shorts.open.get(nonce)

const sign = (
  r: Requester,
  deal: ShortDeal,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { id, settings } = r
  const author = r.deal.requester
  const isLate = here.now >= Participant.atSecond(r, deal.end)
  const signed = isLate ? undefined : Shorts.sign(r.shorts, deal, settings.parameters)
  if (signed === undefined || Result.isFailure(signed)) {
    out.push({ _tag: "Send", message: { _tag: "ShortDecline", id, author, nonce: deal.nonce } })
    return
  }
  out.push({ _tag: "Send", message: { _tag: "ShortDeal", id, author, short: deal } })
  // IPSX-AGR-038: both windows together are at most two thirds of the lease.
  const lease = Deal.lease(deal)
  const { parameters } = settings
  const windows =
    Parameters.provisionTime(parameters, lease) + Parameters.connectTime(parameters, lease)
  const begins = Math.max(here.now, Participant.atSecond(r, deal.start))
  Shorts.arm(signed.success, "connect", begins + windows * 1000, out)
}

const hear = (
  r: Requester,
  message: Message,
  here: Participant.Situation,
  out: Array<Intent>,
): boolean => {
  const isPartners = message.id === r.id && message.author === r.deal.provider
  switch (message._tag) {
    case "ShortDeal": {
      const open = isPartners ? r.shorts.open.get(message.short.nonce) : undefined
      if (open === undefined || open.agreed) return true
      open.agreed = true
      ask(r, open, here, out)
      return true
    }
    case "ShortDecline":
      if (isPartners) finish(r, r.shorts.open.get(message.nonce), here, out)
      return true
    case "ShortEnd":
      // What it has cost is the requester's to say; the provider's consent is for the archive.
      return true
    default:
      return false
  }
}

/** IPSX-TUN-002: what was countersigned before the lease has begun waits for it, and then for the tunnel. */
const ask = (
  r: Requester,
  open: Shorts.Open,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const begins = Participant.atSecond(r, open.deal.start)
  if (here.now < begins) return Shorts.arm(open, "connect", begins, out)
  open.asked = true
  out.push({ _tag: "OpenTunnel", short: open.deal.nonce })
}

const connected = (
  r: Requester,
  open: Shorts.Open | undefined,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined || !open.agreed || open.connected) return
  open.connected = true
  open.serving = true
  out.push({ _tag: "Ungate", short: open.deal.nonce })
  Shorts.arm(open, "end", Participant.atSecond(r, open.deal.end), out)
  if (!r.shorts.watching) watch(r, here, out)
}

/** The next bill of the channel; none is due where all that is open ends before it, with a voucher of its own. */
const watch = (r: Requester, here: Participant.Situation, out: Array<Intent>): void => {
  const at = here.now + Terms.billingInterval(r.deal) * 1000
  r.shorts.watching = false
  for (const open of r.shorts.open.values())
    if (open.serving && Participant.atSecond(r, open.deal.end) > at) r.shorts.watching = true
  if (r.shorts.watching) Participant.arm(r, "bill", at, out)
}

const bill = (r: Requester, here: Participant.Situation, out: Array<Intent>): boolean => {
  Billing.pay(r, here, out)
  watch(r, here, out)
  return true
}

/** The end of the lease, or of the time for the provider to come. */
const ring = (
  r: Requester,
  open: Shorts.Open | undefined,
  epoch: number,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined || open.epoch !== epoch) return
  if (open.agreed && !open.asked && !open.over) {
    ask(r, open, here, out)
    const wait = Parameters.connectTime(r.settings.parameters, Deal.lease(open.deal))
    return Shorts.arm(open, "connect", here.now + wait * 1000, out)
  }
  // Whoever did not come once is not asked again: the reservation gives its money back.
  if (!open.connected) leave(r)
  finish(r, open, here, out)
}

const leave = (r: Requester): void => {
  Shorts.close(r.shorts)
  r.shorts.leaving = true
}

/** IPSX-AGR-079: what the deal has cost, and the voucher that covers it and all before it. */
const finish = (
  r: Requester,
  open: Shorts.Open | undefined,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined) return
  const { id, shorts } = r
  const charged = Shorts.priceOf(open, here.used)
  Shorts.closeTunnel(open, out)
  Shorts.finish(shorts, open, charged)
  r.signed = Amount.maximum(r.signed, shorts.books.spent)
  const author = r.deal.requester
  const voucher = { channelId: id, cumulativeAmount: r.signed }
  const { nonce } = open.deal
  out.push({ _tag: "Send", message: { _tag: "ShortEnd", id, author, nonce, charged, voucher } })
}
