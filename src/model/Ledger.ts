// Everything the contracts store, owned and mutable: applying a transaction copies the records that it
// touches and nothing else. Only Centralizer writes; everybody may read.
import * as Result from "effect/Result"
import type { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import * as Archive from "./Archive.ts"
import type { Block } from "./Block.ts"
import * as Booking from "./Booking.ts"
import * as Channel from "./Channel.ts"
import type { Deal } from "./Deal.ts"
import type { Id } from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import * as Stake from "./Stake.ts"
import * as Token from "./Token.ts"
import * as Wallet from "./Wallet.ts"

/** `fees` and `burned` are base units; `undo` exists only while a batch is applied. */
export interface Ledger {
  readonly parameters: Parameters
  readonly centralizer: Address
  readonly platform: Address
  readonly token: Token.Token
  readonly wallets: Map<Address, Wallet.Wallet>
  readonly channels: Map<Id, Channel.Channel>
  /** The final channels that were put away; the others stay among `channels`. */
  readonly archive: Archive.Archive
  readonly bookings: Map<Booking.Seat, ReadonlyArray<Id>>
  readonly stakes: Map<Address, Stake.Stake>
  readonly minNonces: Map<Address, number>
  readonly anchors: Map<Address, Id>
  readonly proven: Set<string>
  fees: bigint
  undo: Array<() => void> | undefined
}

export declare namespace make {
  interface Options {
    /** The contract's own address, which holds the deposited tokens. */
    readonly centralizer: Address
    /** Who may withdraw the commissions. */
    readonly platform: Address
    readonly holders: Token.Holders
  }
}

/**
 * The state right after deployment: the token is allocated and locked, no wallet exists.
 *
 * @example
 * const ledger = Ledger.make(Parameters.standard, { centralizer, platform, holders })
 */
export const make = (parameters: Parameters, options: make.Options): Ledger => ({
  parameters,
  centralizer: options.centralizer,
  platform: options.platform,
  token: Token.make(options.holders, options.centralizer),
  wallets: new Map(),
  channels: new Map(),
  archive: Archive.make(),
  bookings: new Map(),
  stakes: new Map(),
  minNonces: new Map(),
  anchors: new Map(),
  proven: new Set(),
  fees: 0n,
  undo: undefined,
})

/** An independent copy: the records are values and shared, the maps are not. */
export const clone = (ledger: Ledger): Ledger => ({
  ...ledger,
  token: Token.clone(ledger.token),
  wallets: new Map(ledger.wallets),
  channels: new Map(ledger.channels),
  archive: Archive.clone(ledger.archive),
  bookings: new Map(ledger.bookings),
  stakes: new Map(ledger.stakes),
  minNonces: new Map(ledger.minNonces),
  anchors: new Map(ledger.anchors),
  proven: new Set(ledger.proven),
})

/** A wallet that was never used is an empty one. */
export const wallet = (ledger: Ledger, owner: Address): Wallet.Wallet =>
  ledger.wallets.get(owner) ?? Wallet.empty(owner)

export const channel = (ledger: Ledger, id: Id): Channel.Channel | undefined =>
  ledger.channels.get(id) ?? Archive.get(ledger.archive, id)

/** Every channel that was ever opened: those that were put away, then the others. */
export function* channelsOf(ledger: Ledger): Generator<Channel.Channel> {
  yield* Archive.channels(ledger.archive)
  yield* ledger.channels.values()
}

/**
 * Puts a final channel away: of it only what the chain keeps is remembered, which no rule can tell from the whole.
 * Whoever runs for a long time calls it; one that is not final stays where it is.
 */
export const putAway = (ledger: Ledger, id: Id): void => {
  const found = ledger.channels.get(id)
  if (found?.phase !== "Final") return
  Archive.add(ledger.archive, found)
  ledger.channels.delete(id)
}

export const stake = (ledger: Ledger, owner: Address): Stake.Stake =>
  ledger.stakes.get(owner) ?? Stake.none

/** Orders of this owner with a lower nonce are void (IPSX-AGR-022). */
export const minNonce = (ledger: Ledger, owner: Address): number => ledger.minNonces.get(owner) ?? 0

/** The channels that occupy a seat now. */
export const liveBookings = (
  ledger: Ledger,
  seat: Booking.Seat,
  block: Block,
): ReadonlyArray<Channel.Channel> => {
  const ids = ledger.bookings.get(seat)
  if (ids === undefined) return []
  // One that was put away is final.
  return ids
    .flatMap((id) => ledger.channels.get(id) ?? [])
    .filter((channel) => Booking.isLive(channel, block))
}

/** Base units that were destroyed so far. */
export const burned = (ledger: Ledger): bigint => Token.totalSupply - ledger.token.supply

/** Σ balance, Σ reserved and fees, in base units: what the Centralizer owes. */
export const totals = (
  ledger: Ledger,
): { readonly balance: bigint; readonly reserved: bigint; readonly fees: bigint } => {
  let balance = 0n
  let reserved = 0n
  for (const wallet of ledger.wallets.values()) {
    balance += wallet.balance
    reserved += wallet.reserved
  }
  return { balance, reserved, fees: ledger.fees }
}

/**
 * IPSX-WAL-005: what the Centralizer holds less what it owes, in base units: 0. It is above 0 only by tokens
 * that somebody sent to the contract without a deposit; they belong to nobody. Whoever has the totals gives them.
 */
export const surplus = (ledger: Ledger, owed = totals(ledger)): bigint => {
  const { balance, reserved, fees } = owed
  return Token.balanceOf(ledger.token, ledger.centralizer) - balance - reserved - fees
}

/**
 * The rows whose hash is the state's digest, sorted: everything here can be read back from a chain. Empty
 * wallets and token accounts have none, so that it does not matter who was ever looked at.
 */
export const digestRows = (ledger: Ledger): ReadonlyArray<string> => {
  const rows: Array<string> = [`fees ${ledger.fees}`, `supply ${ledger.token.supply}`]
  for (const wallet of ledger.wallets.values())
    if (!Wallet.isEmpty(wallet))
      rows.push(`wallet ${wallet.id} ${wallet.balance} ${wallet.reserved}`)
  for (const { id, phase, facts, deal } of channelsOf(ledger))
    rows.push(`channel ${id} ${Channel.phaseCode(phase)} ${facts.paid} ${deal.cap} ${deal.bond}`)
  for (const [owner, amount] of ledger.token.balances) rows.push(`token ${owner} ${amount}`)
  return rows.sort()
}

// What follows writes, for Centralizer alone, after every check has passed.

export const setWallet = (ledger: Ledger, wallet: Wallet.Wallet): void => {
  remember(ledger, ledger.wallets, wallet.id)
  ledger.wallets.set(wallet.id, wallet)
}

/** Puts an amount into a balance. */
export const credit = (ledger: Ledger, owner: Address, amount: bigint): void =>
  setWallet(ledger, Wallet.credit(wallet(ledger, owner), amount))

/** Ends a reserve of `held`, of which `returned`, or more, comes into the balance. */
export const release = (ledger: Ledger, owner: Address, held: bigint, returned: bigint): void =>
  setWallet(ledger, Result.getOrThrow(Wallet.settle(wallet(ledger, owner), held, returned)))

/** IPSX-AGR-053: the stake compensates for nothing that was served late; it pays for having been asked. */
export const meetDemand = (ledger: Ledger, { provider, requester }: Deal): void => {
  release(ledger, provider, ledger.parameters.challengeStake, 0n)
  credit(ledger, requester, ledger.parameters.challengeStake)
}

export const setChannel = (ledger: Ledger, channel: Channel.Channel): void => {
  remember(ledger, ledger.channels, channel.id)
  ledger.channels.set(channel.id, channel)
}

export const addFees = (ledger: Ledger, amount: bigint): void => {
  const before = ledger.fees
  ledger.undo?.push(() => {
    ledger.fees = before
  })
  ledger.fees = Amount.of(before + amount)
}

/** Books every seat of a deal that has just become a channel, and forgets bookings that are over. */
export const book = (ledger: Ledger, id: Id, deal: Deal, block: Block): void => {
  for (let index = deal.firstSeat; index < deal.firstSeat + deal.seats; index++) {
    const seat = Booking.seat(deal.provider, deal.resource, index)
    ledger.bookings.set(seat, [...liveBookings(ledger, seat, block).map((c) => c.id), id])
  }
}

/** Applies a batch of steps, all or none: when one refuses, what the earlier ones wrote is taken back. */
export const atomically = <A>(
  ledger: Ledger,
  step: () => A,
  hasFailed: (result: A) => boolean,
): A => {
  const undo: Array<() => void> = []
  ledger.undo = undo
  const result = step()
  ledger.undo = undefined
  if (hasFailed(result)) for (const restore of undo.toReversed()) restore()
  return result
}

const remember = <K, V>(ledger: Ledger, map: Map<K, V>, key: K): void => {
  if (ledger.undo === undefined) return
  const before = map.get(key)
  ledger.undo.push(() => {
    if (before === undefined) map.delete(key)
    else map.set(key, before)
  })
}
