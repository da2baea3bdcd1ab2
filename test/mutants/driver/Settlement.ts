import * as Result from "effect/Result"
import type { JsonObject } from "../../../src/conformance/Json.ts"
import * as Amount from "../../../src/model/Amount.ts"
import type { Channel } from "../../../src/model/Channel.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import type { Transaction } from "../../../src/model/Transaction.ts"
import { beginning, type Given, type Mutant, tampering } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "settlement/1", red }) as const

const channelOf = ({ ledger, transaction }: Given): Channel | undefined =>
  "id" in transaction ? Ledger.channel(ledger, transaction.id) : undefined

const seconds =
  (by: number, blocks: number, ...types: ReadonlyArray<Transaction["_tag"]>) =>
  (given: Given, apply: (given: Given) => ReturnType<Parameters<typeof tampering>[1]>) => {
    const { block, transaction } = given
    return types.includes(transaction._tag)
      ? apply({
          ...given,
          block: { number: block.number + blocks, timestamp: (block.timestamp + by) as never },
        })
      : apply(given)
  }

// Does something to the wallets after a transaction of a type has gone through.
const after =
  (types: ReadonlyArray<Transaction["_tag"]>, then: (given: Given, channel: Channel) => void) =>
  (given: Given, apply: (given: Given) => ReturnType<Parameters<typeof tampering>[1]>) => {
    const before = channelOf(given)
    const outcome = apply(given)
    if (types.includes(given.transaction._tag) && Result.isSuccess(outcome)) {
      const channel = before ?? channelOf(given)
      if (channel !== undefined) then(given, channel)
    }
    return outcome
  }

// A change of the channel before a transaction of a type is looked at.
const first =
  (type: Transaction["_tag"], change: (channel: Channel, given: Given) => Channel) =>
  (given: Given, apply: (given: Given) => ReturnType<Parameters<typeof tampering>[1]>) => {
    const channel = channelOf(given)
    if (given.transaction._tag !== type || channel === undefined) return apply(given)
    Ledger.setChannel(given.ledger, change(channel, given))
    const outcome = apply(given)
    if (Result.isFailure(outcome)) Ledger.setChannel(given.ledger, channel)
    return outcome
  }

const take = (given: Given, owner: Channel["deal"]["provider"], amount: bigint): void => {
  const wallet = Ledger.wallet(given.ledger, owner)
  if (wallet.balance >= amount)
    Ledger.setWallet(given.ledger, { ...wallet, balance: Amount.of(wallet.balance - amount) })
}

export const mutants: ReadonlyArray<Mutant> = [
  tampering(
    of(
      "settlement-leaks-the-reserve",
      "keeps a unit of the requester reserved for ever",
      "IPSX-PAY-006",
    ),
    after(["Settle"], (given, { deal }) => {
      const wallet = Ledger.wallet(given.ledger, deal.requester)
      if (wallet.balance > 0n)
        Ledger.setWallet(given.ledger, {
          ...wallet,
          balance: Amount.of(wallet.balance - 1n),
          reserved: Amount.of(wallet.reserved + 1n),
        })
    }),
  ),
  tampering(
    of("settlement-returns-the-bond-twice", "pays the bond back and pays it again", "IPSX-PAY-006"),
    after(["Settle"], (given, { deal }) => Ledger.credit(given.ledger, deal.provider, deal.bond)),
  ),
  tampering(
    of(
      "settlement-refunds-the-wrong-side",
      "gives what the cap leaves to the provider",
      "IPSX-PAY-006",
    ),
    after(["Settle"], (given, { deal, facts }) => {
      const left = deal.cap - facts.paid > 1n ? 1n : 0n
      take(given, deal.requester, left)
      Ledger.credit(given.ledger, deal.provider, left)
    }),
  ),
  tampering(of("opening-twice", "opens a deal a second time", "IPSX-AGR-021"), (given, apply) => {
    if (given.transaction._tag === "OpenDeal") given.ledger.channels.delete(given.transaction.id)
    return apply(given)
  }),
  tampering(
    of("opening-ignores-nonces", "opens what its owner has cancelled", "IPSX-AGR-022"),
    (given, apply) => {
      if (given.transaction._tag === "OpenDeal") given.ledger.minNonces.clear()
      return apply(given)
    },
  ),
  tampering(
    of("opening-a-second-late", "opens one second after validUntil", "IPSX-AGR-020"),
    (given, apply) => {
      const { transaction, block } = given
      return transaction._tag === "OpenDeal" && block.timestamp === transaction.deal.validUntil + 1
        ? apply({ ...given, block: { ...block, timestamp: (block.timestamp - 1) as never } })
        : apply(given)
    },
  ),
  tampering(of("opening-forged", "opens with one signature", "IPSX-AGR-020"), (given, apply) => {
    const { transaction } = given
    return transaction._tag === "OpenDeal"
      ? apply({
          ...given,
          transaction: {
            ...transaction,
            authors: { ...transaction.authors, requester: transaction.deal.requester },
          },
        })
      : apply(given)
  }),
  tampering(
    of("opening-a-bond-rounded-down", "takes a bond that is a unit short", "IPSX-PAY-012"),
    (given, apply) => {
      const { transaction } = given
      const outcome = apply(given)
      return transaction._tag === "OpenDeal" &&
        Result.isFailure(outcome) &&
        outcome.failure._tag === "BadTerms" &&
        outcome.failure.code === 5
        ? apply({
            ...given,
            transaction: {
              ...transaction,
              deal: { ...transaction.deal, bond: Amount.of(transaction.deal.bond + 1n) },
            },
          })
        : outcome
    },
  ),
  tampering(
    of("seats-overlap-by-a-second", "lets a seat's leases overlap by one second", "IPSX-AGR-023"),
    (given, apply) => {
      const { transaction, ledger } = given
      if (transaction._tag !== "OpenDeal") return apply(given)
      const { start, end } = transaction.deal
      for (const [seat, ids] of ledger.bookings)
        ledger.bookings.set(
          seat,
          ids.filter((id) => {
            const other = Ledger.channel(ledger, id)!.deal
            return Math.min(end, other.end) - Math.max(start, other.start) !== 1
          }),
        )
      return apply(given)
    },
  ),
  tampering(of("seats-never-booked", "books nothing", "IPSX-AGR-023"), (given, apply) => {
    if (given.transaction._tag === "OpenDeal") given.ledger.bookings.clear()
    return apply(given)
  }),
  tampering(
    of(
      "deadline-a-second-early",
      "lets deadlines pass one second early",
      "IPSX-AGR-031",
      "IPSX-AGR-072",
    ),
    seconds(1, 0, "Convict", "Lapse", "Finalize"),
  ),
  tampering(
    of("deadline-without-blocks", "counts seconds only", "IPSX-AGR-031"),
    seconds(0, 1000, "Convict", "Lapse", "Finalize"),
  ),
  tampering(
    of("conviction-without-a-challenge", "convicts whoever is accused of nothing", "IPSX-AGR-052"),
    first("Convict", (channel) =>
      channel.phase === "Open" ? { ...channel, phase: "Challenged" } : channel,
    ),
  ),
  tampering(
    of(
      "answer-does-not-cure",
      "lets a conviction follow an answer",
      "IPSX-AGR-051",
      "IPSX-AGR-052",
    ),
    (given, apply) => {
      const outcome = apply(given)
      const channel = channelOf(given)
      if (given.transaction._tag === "Answer" && Result.isSuccess(outcome) && channel !== undefined)
        Ledger.setChannel(given.ledger, { ...channel, phase: "Challenged" })
      return outcome
    },
  ),
  tampering(
    of("challenge-at-the-end", "takes a challenge after the lease", "IPSX-AGR-050"),
    first("Challenge", (channel) => ({
      ...channel,
      deal: { ...channel.deal, end: (channel.deal.end + 1) as never },
    })),
  ),
  tampering(
    of("end-a-second-early", "ends a lease one second early", "IPSX-AGR-032"),
    (given, apply) => {
      const outcome = apply(given)
      const { block, transaction } = given
      return transaction._tag === "Expire" && Result.isFailure(outcome)
        ? apply({ ...given, block: { ...block, timestamp: (block.timestamp + 1) as never } })
        : outcome
    },
  ),
  tampering(
    of("demand-beyond-what-was-served", "lets a provider demand anything", "IPSX-AGR-053"),
    first("Demand", (channel) => ({
      ...channel,
      deal: { ...channel.deal, pricePerByte: Amount.of(1n) },
    })),
  ),
  tampering(
    of("notice-of-no-length", "takes a notice that is too short", "IPSX-AGR-035"),
    first("GiveNotice", (channel) => ({
      ...channel,
      deal: { ...channel.deal, notice: 0 },
    })),
  ),
  tampering(
    of("stop-twice", "stops a deal twice", "IPSX-CHN-014"),
    first("Stop", (channel, { transaction }) => ({
      ...channel,
      providerStopped:
        "sender" in transaction && transaction.sender === channel.deal.provider
          ? false
          : channel.providerStopped,
    })),
  ),
  tampering(
    of("dispute-without-end", "lets a party dispute again", "IPSX-AGR-063"),
    first("Dispute", (channel, { transaction }) =>
      transaction.sender === channel.deal.provider
        ? { ...channel, facts: { ...channel.facts, providerDisputed: false } }
        : channel,
    ),
  ),
  tampering(
    of("second-dispute-prolongs", "starts the time for evidence again", "IPSX-AGR-063"),
    (given, apply) => {
      const outcome = apply(given)
      const channel = channelOf(given)
      if (
        given.transaction._tag === "Dispute" &&
        Result.isSuccess(outcome) &&
        channel !== undefined
      )
        Ledger.setChannel(given.ledger, {
          ...channel,
          armedAt: given.block.timestamp,
          armedBlock: given.block.number,
        })
      return outcome
    },
  ),
  tampering(
    of("equivocation-of-one-message", "takes one message shown twice for two", "IPSX-AGR-061"),
    (given, apply) => {
      const { transaction } = given
      if (transaction._tag !== "ProveEquivocation") return apply(given)
      const { first, second } = transaction
      const same = JSON.stringify(first.status, text) === JSON.stringify(second.status, text)
      return same
        ? apply({
            ...given,
            transaction: {
              ...transaction,
              second: {
                ...second,
                status: { ...second.status, at: (second.status.at + 1) as never },
              },
            },
          })
        : apply(given)
    },
  ),
  tampering(
    of("service-before-the-challenge", "is cleared by an old sign of life", "IPSX-AGR-062"),
    first("ProveService", (channel) => ({ ...channel, challengedAt: 0 })),
  ),
  tampering(
    of("meter-lowers", "takes the last meter and not the highest", "IPSX-PAY-010"),
    first("ProveMeter", (channel) => ({
      ...channel,
      facts: { ...channel.facts, meterDue: Amount.zero },
    })),
  ),
  tampering(
    of("meter-of-one-side", "takes a meter that the requester has not signed", "IPSX-PAY-010"),
    (given, apply) => {
      const { transaction } = given
      return transaction._tag === "ProveMeter"
        ? apply({
            ...given,
            transaction: {
              ...transaction,
              authors: { ...transaction.authors, requester: transaction.deal.requester },
            },
          })
        : apply(given)
    },
  ),
  beginning(
    of(
      "double-lease-within-the-skew",
      "slashes for an overlap that clocks explain",
      "IPSX-AGR-065",
    ),
    (params) =>
      params.parameters === undefined || (params.tokens as unknown) === undefined
        ? params
        : {
            ...params,
            parameters: {
              ...(params.parameters as JsonObject),
              delta: Math.max(0, ((params.parameters as JsonObject).delta as number) - 1),
            },
          },
  ),
  tampering(
    of("double-lease-proved-twice", "slashes twice for one offence", "IPSX-AGR-065"),
    (given, apply) => {
      given.ledger.proven.clear()
      return apply(given)
    },
  ),
  beginning(
    of("reservation-does-not-wait", "settles a reservation like a deal", "IPSX-AGR-072"),
    (params) =>
      params.parameters === undefined
        ? params
        : { ...params, parameters: { ...(params.parameters as JsonObject), shortLeaseMax: 0 } },
  ),
]

const text = (_: string, value: unknown): unknown =>
  typeof value === "bigint" ? value.toString() : value
