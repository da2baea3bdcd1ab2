// The provider's side of the short deals under a standing reservation. It serves nothing that its books do not cover
// and nothing beyond the tolerated lag of the channel, and ends the reservation with a partner that does not pay.
import * as Result from "effect/Result"
import * as Amount from "../model/Amount.ts"
import type { Message } from "../model/Message.ts"
import type { ShortDeal } from "../model/ShortDeal.ts"
import type { Input } from "./Input.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"
import * as Shorts from "./Shorts.ts"

interface Provider extends Participant.Participant {
  readonly shorts: Shorts.Shorts
}

export const isStanding = (p: Participant.Participant): p is Provider => p.shorts !== undefined

/** Takes an input that concerns short deals; false for one that concerns the reservation alone. */
export const step = (
  p: Provider,
  input: Input,
  here: Participant.Situation,
  out: Array<Intent>,
): boolean => {
  switch (input._tag) {
    case "Said":
      return hear(p, input.message, here, out)
    case "TunnelUp":
      provisioned(p, opened(p, input.short), here, out)
      return true
    case "Rang":
      if (input.short === undefined) return input.timer === "lag" && checkLag(p, here, out)
      ring(p, opened(p, input.short), input.epoch, here, out)
      return true
    case "Leave":
      if (input.short === undefined) return false
      leave(p, opened(p, input.short), here, out)
      return true
    case "Exhausted":
      return checkLag(p, here, out)
    case "AddressChanged":
      // A short lease does not outlive its address; the next one is for the address that there is then.
      for (const open of p.shorts.open.values()) leave(p, open, here, out)
      return true
    case "Silent":
      for (const open of p.shorts.open.values()) giveUp(p, open, here, out)
      p.shorts.leaving = true
      return true
    default:
      return false
  }
}

/** Whether the provider ends the reservation on the chain, once. */
export const isOver = ({ shorts }: Provider): boolean => shorts.leaving

const opened = (p: Provider, nonce: number | undefined): Shorts.Open | undefined =>
  nonce === undefined ? undefined : p.shorts.open.get(nonce)

const hear = (
  p: Provider,
  message: Message,
  here: Participant.Situation,
  out: Array<Intent>,
): boolean => {
  const isPartners = message.id === p.id && message.author === p.deal.requester
  switch (message._tag) {
    case "ShortDeal":
      if (isPartners) sign(p, message.short, here, out)
      return true
    case "ShortDecline": {
      const open = isPartners ? p.shorts.open.get(message.nonce) : undefined
      if (open !== undefined) giveUp(p, open, here, out)
      return true
    }
    case "ShortEnd":
      if (isPartners) settle(p, message, here, out)
      return true
    default:
      return false
  }
}

/** The requester has signed: the books cover it, nothing is overdue, and there is time left, or it is declined. */
const sign = (
  p: Provider,
  deal: ShortDeal,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (p.shorts.open.has(deal.nonce)) return
  const isLate = here.now >= Participant.atSecond(p, deal.end)
  const isOwed = unpaid(p, here) > Shorts.lagBound(p.shorts)
  const mayServe = p.phase === "Open" && !isLate && !isOwed
  const signed = mayServe ? Shorts.sign(p.shorts, deal, p.settings.parameters) : undefined
  if (signed === undefined || Result.isFailure(signed)) return decline(p, deal.nonce, out)
  const begins = Participant.atSecond(p, deal.start)
  // The seat is another lease's until then.
  if (here.now < begins) Shorts.arm(signed.success, "provision", begins, out)
  else out.push({ _tag: "OpenTunnel", short: deal.nonce })
}

const decline = (p: Provider, nonce: number, out: Array<Intent>): void => {
  const message = { _tag: "ShortDecline", id: p.id, author: p.deal.provider, nonce } as const
  out.push({ _tag: "Send", message })
}

/** IPSX-AGR-078: the own signature goes out with the tunnel's end up, so that it says both. */
const provisioned = (
  p: Provider,
  open: Shorts.Open | undefined,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined || open.connected || open.over) return
  open.agreed = true
  open.connected = true
  const message = {
    _tag: "ShortDeal",
    id: p.id,
    author: p.deal.provider,
    short: open.deal,
  } as const
  out.push({ _tag: "Send", message })
  open.serving = true
  out.push({ _tag: "Ungate", short: open.deal.nonce })
  Shorts.arm(open, "end", Participant.atSecond(p, open.deal.end), out)
  watchLag(p, here, out)
}

const unpaid = (p: Provider, here: Participant.Situation): bigint =>
  Participant.price(p, here) - p.signed

/** Rings when all that is served at its average rate will have used up the tolerated lag, if anything lasts so long. */
const watchLag = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  let perSecond = 0n
  let last = 0
  for (const { deal, serving, perSecond: own } of p.shorts.open.values())
    if (serving) {
      perSecond += own
      last = Math.max(last, deal.end)
    }
  if (perSecond === 0n) return
  const left = Shorts.lagBound(p.shorts) - unpaid(p, here)
  const at = here.now + Math.max(1000, Number((left * 1000n) / perSecond))
  if (at < Participant.atSecond(p, last)) Participant.arm(p, "lag", at, out)
}

/** IPSX-PAY-008: holds all traffic of the channel once the unpaid part has used up its bound. */
const checkLag = (p: Provider, here: Participant.Situation, out: Array<Intent>): boolean => {
  if (unpaid(p, here) >= Shorts.lagBound(p.shorts)) {
    for (const open of p.shorts.open.values())
      if (open.serving) {
        open.serving = false
        out.push({ _tag: "Gate", short: open.deal.nonce })
      }
  } else watchLag(p, here, out)
  return true
}

/** A voucher came: what was held for it is let through again. */
export const paid = (p: Provider, here: Participant.Situation, out: Array<Intent>): void => {
  if (unpaid(p, here) >= Shorts.lagBound(p.shorts)) return
  for (const open of p.shorts.open.values())
    if (open.connected && !open.serving && !open.over) {
      open.serving = true
      out.push({ _tag: "Ungate", short: open.deal.nonce })
    }
  watchLag(p, here, out)
}

const ring = (
  p: Provider,
  open: Shorts.Open | undefined,
  epoch: number,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined || open.epoch !== epoch) return
  if (open.over) giveUp(p, open, here, out)
  else if (open.connected) stop(p, open, here, out)
  else out.push({ _tag: "OpenTunnel", short: open.deal.nonce })
}

/** The lease is over: the partner has some time to say what it has cost. */
const stop = (
  p: Provider,
  open: Shorts.Open,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  open.over = true
  Shorts.closeTunnel(open, out)
  Shorts.arm(open, "closing", here.now + p.settings.patience, out)
}

/** The owner, or its address, ends the lease early: it costs what was served. */
const leave = (
  p: Provider,
  open: Shorts.Open | undefined,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (open === undefined || open.over) return
  decline(p, open.deal.nonce, out)
  stop(p, open, here, out)
}

/** IPSX-AGR-079: consents unless less is charged than was served, by more than the lag. */
const settle = (
  p: Provider,
  message: Extract<Message, { readonly _tag: "ShortEnd" }>,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { nonce, charged, voucher } = message
  const open = p.shorts.open.get(nonce)
  if (open === undefined || voucher.channelId !== p.id) return
  if (voucher.cumulativeAmount > p.signed && voucher.cumulativeAmount <= p.deal.cap)
    p.signed = voucher.cumulativeAmount
  const isLow = Shorts.priceOf(open, here.used) - charged > open.lagBound
  if (charged > open.deal.cap || isLow || p.shorts.books.spent + charged > p.signed)
    return giveUp(p, open, here, out)
  Shorts.closeTunnel(open, out)
  Shorts.finish(p.shorts, open, charged)
  out.push({ _tag: "Send", message: { ...message, author: p.deal.provider } })
}

/** The partner does not settle the deal: its slice is free, and what it owes is at most the lag. */
const giveUp = (
  p: Provider,
  open: Shorts.Open,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const owed = Shorts.priceOf(open, here.used)
  Shorts.closeTunnel(open, out)
  Shorts.finish(p.shorts, open, Amount.minimum(owed, open.deal.cap))
  // With a partner that owes something nothing more is signed.
  if (p.shorts.books.spent > p.signed) p.shorts.leaving = true
}
