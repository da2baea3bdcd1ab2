// The commit point: a deal that both signed becomes a channel, its money is reserved, its seats are booked.
import * as Result from "effect/Result"
import * as Address from "../Address.ts"
import * as Amount from "../Amount.ts"
import type { Block } from "../Block.ts"
import * as Booking from "../Booking.ts"
import * as Channel from "../Channel.ts"
import * as Deal from "../Deal.ts"
import * as Fee from "../Fee.ts"
import * as Ledger from "../Ledger.ts"
import type { Parameters } from "../Parameters.ts"
import * as Revert from "../Revert.ts"
import type * as Transaction from "../Transaction.ts"
import * as Wallet from "../Wallet.ts"
import type { Outcome } from "./Outcome.ts"

/** IPSX-AGR-020, IPSX-AGR-021: the checks in the contract's order, then every write. */
export const openDeal = (
  ledger: Ledger.Ledger,
  { id, deal, authors }: Transaction.Of<"OpenDeal">,
  block: Block,
): Outcome => {
  const refusal =
    refuse(ledger, id, deal, block) ??
    refuseSignatures(deal, authors) ??
    refuseSeats(ledger, deal, block)
  if (refusal !== undefined) return Result.fail(refusal)
  const { minCommission } = ledger.parameters
  const payer = Ledger.wallet(ledger, deal.requester)
  if (payer.balance < Fee.openingCost(deal.cap, ledger.parameters))
    return Result.fail(
      new Wallet.InsufficientBalance({
        wallet: payer.id,
        available: payer.balance,
        needed: Fee.openingCost(deal.cap, ledger.parameters),
      }),
    )
  const provider = Wallet.reserve(Ledger.wallet(ledger, deal.provider), deal.bond)
  if (Result.isFailure(provider)) return Result.fail(provider.failure)
  const reserved = Result.getOrThrow(Wallet.reserve(payer, deal.cap))
  Ledger.setWallet(ledger, Result.getOrThrow(Wallet.debit(reserved, minCommission)))
  Ledger.setWallet(ledger, provider.success)
  Ledger.addFees(ledger, minCommission)
  Ledger.book(ledger, id, deal, block)
  Ledger.setChannel(ledger, Channel.open(id, deal))
  const { provider: payee, requester, cap, bond, start, end } = deal
  return Result.succeed([
    { _tag: "DealOpened", id, provider: payee, requester, cap, bond, start, end },
  ])
}

/** IPSX-AGR-022: every order of the sender with a nonce below the minimum is void from this block on. */
export const cancelOrders = (
  ledger: Ledger.Ledger,
  { sender, minimum }: Transaction.Of<"CancelOrders">,
): Outcome => {
  const current = Ledger.minNonce(ledger, sender)
  if (minimum <= current)
    return Result.fail(new Revert.NonceNotIncreasing({ owner: sender, minimum, current }))
  ledger.minNonces.set(sender, minimum)
  return Result.succeed([{ _tag: "OrdersCancelled", owner: sender, minimum }])
}

/**
 * The first broken rule of a deal's terms, 0 when none is: 1 lease length, 2 over already, 3 parties,
 * 4 cap, 5 bond, 6 seats, 7 no-show charge, 8 too far ahead, 9 an amount beyond 96 bits.
 */
export const termsCode = (deal: Deal.Deal, now: number, p: Parameters): number => {
  const lease = Deal.lease(deal)
  const { provider, requester, cap, seats } = deal
  if (lease < p.minLease || lease > p.maxLease) return 1
  if (now >= deal.end) return 2
  if (provider === requester || provider === Address.zero || requester === Address.zero) return 3
  if (cap === 0n || deal.prepaid > cap || deal.setupPrice > cap) return 4
  if (seats > 0 && deal.bond < Fee.minimumBond(cap, p)) return 5
  if (seats > p.maxSeats || deal.firstSeat + seats > 2 ** 32) return 6
  if (seats > 0 && (deal.noShowCharge === 0n || deal.noShowCharge > cap)) return 7
  if (deal.start > now + p.bookAheadMax) return 8
  return amounts(deal).some((amount) => amount > Amount.max) ? 9 : 0
}

const amounts = (deal: Deal.Deal): ReadonlyArray<bigint> => [
  deal.cap,
  deal.bond,
  deal.prepaid,
  deal.pricePerSecond,
  deal.pricePerByte,
  deal.setupPrice,
  deal.noShowCharge,
]

const refuse = (
  ledger: Ledger.Ledger,
  id: Channel.Channel["id"],
  deal: Deal.Deal,
  block: Block,
): Revert.Revert | undefined => {
  const now = block.timestamp
  if (Ledger.channel(ledger, id) !== undefined) return new Revert.ChannelExists({ id })
  if (now > deal.validUntil) return new Revert.DealExpired({ id, validUntil: deal.validUntil, now })
  const code = termsCode(deal, now, ledger.parameters)
  if (code !== 0) return new Revert.BadTerms({ id, code })
  return (
    refuseNonce(ledger, deal.provider, deal.providerNonce) ??
    refuseNonce(ledger, deal.requester, deal.requesterNonce)
  )
}

const refuseNonce = (
  ledger: Ledger.Ledger,
  owner: Address.Address,
  nonce: number,
): Revert.NonceCancelled | undefined => {
  const minimum = Ledger.minNonce(ledger, owner)
  return nonce < minimum ? new Revert.NonceCancelled({ owner, nonce, minimum }) : undefined
}

const refuseSignatures = (
  deal: Deal.Deal,
  authors: Transaction.Of<"OpenDeal">["authors"],
): Revert.InvalidSignature | undefined => {
  for (const role of ["provider", "requester"] as const)
    if (authors[role] !== deal[role]) return new Revert.InvalidSignature({ expected: deal[role] })
  return undefined
}

const refuseSeats = (
  ledger: Ledger.Ledger,
  deal: Deal.Deal,
  block: Block,
): Revert.SeatTaken | Revert.TooManyBookings | undefined => {
  const { provider, resource } = deal
  for (let seat = deal.firstSeat; seat < deal.firstSeat + deal.seats; seat++) {
    const live = Ledger.liveBookings(ledger, Booking.seat(provider, resource, seat), block)
    const obstacle = Booking.obstacle(live, deal)
    if (obstacle === "SeatTaken") return new Revert.SeatTaken({ provider, resource, seat })
    if (obstacle !== undefined) return new Revert.TooManyBookings({ provider, resource, seat })
  }
  return undefined
}
