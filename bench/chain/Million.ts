// A market that makes as many deals as one likes: pairs of a provider and a requester, who has other providers too; a
// tenth of the deals is opened on the chain by itself, the others are short leases under the pair's standing reservation.
// What a pair agrees between itself is kept by its own books (`Reservation`), and only vouchers come out of it.
import * as Result from "effect/Result"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Reservation from "../../src/model/Reservation.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import type { SettleItem, StatementEntry, Transaction } from "../../src/model/Transaction.ts"
import * as Statement from "../../src/signature/Statement.ts"
import * as Market from "./Market.ts"

/** How vouchers and closings reach the chain: each by itself, in batches of a provider, or by a payer's statement. */
export type Settlement = "deal" | "batch" | "net"

export interface Plan {
  readonly deals: number
  readonly pairs: number
  readonly perBlock: number
  readonly settlement: Settlement
}

/** What has been agreed so far. */
export interface Count {
  opened: number
  reservations: number
  short: number
  vouchers: number
}

export const none = (): Count => ({ opened: 0, reservations: 0, short: 0, vouchers: 0 })

// Of ten deals of a pair one is opened by itself; the others share a reservation with those of later rounds.
const shortPerRound = 9
const roundsPerReservation = 10
const batch = 20
const pairsPerRequester = 25

/** Accounts that a market of so many pairs needs. */
export const accountsOf = (pairs: number): number => pairs + Math.ceil(pairs / pairsPerRequester)

interface Pair {
  readonly provider: Address
  readonly requester: Address
  reservation: Reservation.Reservation
  standing: Market.Agreed
}

/**
 * The blocks of a whole market, one by one as they are needed, so that a million deals take no memory.
 *
 * @param accounts first the providers, one for each pair, then the requesters.
 */
export function* blocks(
  plan: Plan,
  accounts: ReadonlyArray<Address>,
  count: Count,
): Generator<ReadonlyArray<Transaction>> {
  const pairs = Array.from({ length: plan.pairs }, (_, at): Pair => {
    const [provider, requester] = [
      accounts[at]!,
      accounts[plan.pairs + Math.floor(at / pairsPerRequester)]!,
    ]
    const standing = reserve(provider, requester, at)
    return {
      provider,
      requester,
      standing,
      reservation: Reservation.of(standing.id, standing.deal),
    }
  })
  const rounds = Math.ceil(plan.deals / (plan.pairs * (1 + shortPerRound)))
  for (let round = 0; round < rounds; round++) {
    if (round % roundsPerReservation === 0) {
      if (round > 0) {
        yield* packed(plan, settleAll(plan, pairs.map(closing)))
        for (const [at, pair] of pairs.entries()) renew(pair, (round + 1) * plan.pairs + at)
      }
      count.reservations += pairs.length
      yield* packed(
        plan,
        pairs.map(({ standing }) => Market.leg.open(standing)),
      )
    }
    const own = pairs.map(({ provider, requester }, at) =>
      Market.agree(provider, requester, 1_000_000_000 + round * plan.pairs + at, {
        cap: Market.tokens(0.5),
        bond: Market.tokens(0.05),
      }),
    )
    count.opened += own.length
    yield* packed(plan, own.map(Market.leg.open))
    for (const pair of pairs) lease(pair, round, count)
    const vouchers = [
      ...pairs.map(({ provider, requester, reservation: { id, spent } }) => ({
        provider,
        requester,
        id,
        cumulative: spent,
      })),
      ...own.map(({ id, authors }) => ({ ...authors, id, cumulative: Market.tokens(0.3) })),
    ]
    count.vouchers += vouchers.length
    yield* packed(plan, pay(plan, vouchers))
    yield* packed(
      plan,
      settleAll(
        plan,
        own.map((agreed) => settlement(agreed, Market.tokens(0.4))),
      ),
    )
  }
  yield* packed(plan, settleAll(plan, pairs.map(closing)))
}

const reserve = (provider: Address, requester: Address, salt: number): Market.Agreed =>
  Market.agree(provider, requester, salt, {
    seats: 0,
    cap: Market.tokens(2),
    bond: Market.tokens(0.2),
    noShowCharge: Amount.zero,
    start: Time.seconds(Market.start),
  })

const renew = (pair: Pair, salt: number): void => {
  pair.standing = reserve(pair.provider, pair.requester, salt)
  pair.reservation = Reservation.of(pair.standing.id, pair.standing.deal)
}

/** Nine leases of five seconds to a minute, one after the other, each countersigned and paid in the pair's books. */
const lease = (pair: Pair, round: number, count: Count): void => {
  for (let at = 1; at <= shortPerRound; at++) {
    const nonce = round * shortPerRound + at
    const start = Market.start + nonce * 60
    const short: ShortDeal = {
      reservation: pair.standing.id,
      nonce,
      resource: Id.zero,
      firstSeat: 0,
      seats: 1,
      start: Time.seconds(start),
      end: Time.seconds(start + 5 + (nonce % 55)),
      cap: Market.tokens(0.02),
      bond: Market.tokens(0.002),
      pricePerSecond: Amount.of(10n ** 14n),
      pricePerByte: Amount.zero,
      setupPrice: Amount.zero,
      terms: Id.zero,
    }
    const signed = Result.getOrThrow(
      Reservation.countersign(pair.reservation, short, Parameters.standard),
    )
    const charged = Amount.of(short.pricePerSecond * BigInt(short.end - short.start))
    pair.reservation = Result.getOrThrow(Reservation.finish(signed, nonce, charged))
    count.short += 1
  }
}

interface Owed {
  readonly provider: Address
  readonly requester: Address
  readonly id: Id.Id
  readonly cumulative: Amount.Amount
}

const pay = (plan: Plan, owed: ReadonlyArray<Owed>): ReadonlyArray<Transaction> => {
  if (plan.settlement === "net") return [...byOwner(owed, (one) => one.requester)].map(state)
  if (plan.settlement === "deal")
    return owed.map(({ provider, requester, id, cumulative }) => ({
      _tag: "Claim",
      sender: provider,
      id,
      cumulative,
      author: requester,
    }))
  return [...byOwner(owed, (one) => one.provider)].map(([sender, list]) => ({
    _tag: "ClaimMany",
    sender,
    claims: list.map(({ id, cumulative, requester }) => ({ id, cumulative, author: requester })),
  }))
}

const state = ([payer, owed]: readonly [Address, ReadonlyArray<Owed>]): Transaction => {
  const entries = owed.map(({ id, cumulative }): StatementEntry => ({ id, cumulative }))
  const statement = Statement.digest(Market.curve, entries)
  return { _tag: "ClaimStatement", sender: payer, payer, entries, statement, author: payer }
}

const byOwner = <A>(
  list: ReadonlyArray<A>,
  owner: (item: A) => Address,
): Map<Address, Array<A>> => {
  const map = new Map<Address, Array<A>>()
  for (const item of list) {
    const known = map.get(owner(item))
    if (known === undefined) map.set(owner(item), [item])
    else known.push(item)
  }
  return map
}

const settlement = ({ id, authors }: Market.Agreed, cumulative: Amount.Amount): SettleItem => ({
  id,
  cumulative,
  receipt: Id.zero,
  authors,
})

const closing = ({ standing, reservation }: Pair): SettleItem =>
  settlement(standing, reservation.spent)

const settleAll = (plan: Plan, items: ReadonlyArray<SettleItem>): ReadonlyArray<Transaction> =>
  plan.settlement === "deal"
    ? items.map((item) => ({ _tag: "Settle", sender: item.authors.provider, ...item }))
    : Market.inBlocks(items, batch).map((settlements) => ({
        _tag: "SettleMany",
        sender: settlements[0]!.authors.provider,
        settlements,
      }))

// A block takes so many things, whether they are transactions or items of one.
const packed = function* (
  { perBlock }: Plan,
  transactions: ReadonlyArray<Transaction>,
): Generator<ReadonlyArray<Transaction>> {
  let block: Array<Transaction> = []
  let room = perBlock
  for (const transaction of transactions) {
    block.push(transaction)
    room -= itemsOf(transaction)
    if (room > 0) continue
    yield block
    block = []
    room = perBlock
  }
  if (block.length > 0) yield block
}

const itemsOf = (transaction: Transaction): number =>
  transaction._tag === "SettleMany"
    ? transaction.settlements.length
    : transaction._tag === "ClaimMany"
      ? transaction.claims.length
      : transaction._tag === "ClaimStatement"
        ? Math.ceil(transaction.entries.length / 10)
        : 1
