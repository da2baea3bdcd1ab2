import * as Result from "effect/Result"
import * as Channel from "../../../src/model/Channel.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import * as Amount from "../../../src/model/Amount.ts"
import type { JsonObject } from "../../../src/conformance/Json.ts"
import { answering, hearing, type Mutant, tampering, type Given } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "voucher/1", red }) as const

const paidOf = ({ ledger, transaction }: Given): bigint =>
  transaction._tag === "Claim" ? (Ledger.channel(ledger, transaction.id)?.facts.paid ?? 0n) : 0n

const setFacts = ({ ledger }: Given, id: never, facts: Partial<Channel.Channel["facts"]>): void => {
  const channel = Ledger.channel(ledger, id)
  if (channel !== undefined)
    Ledger.setChannel(ledger, { ...channel, facts: { ...channel.facts, ...facts } })
}

export const mutants: ReadonlyArray<Mutant> = [
  tampering(
    of("voucher-pays-double", "credits what a voucher pays twice", "IPSX-PAY-001"),
    (given, apply) => {
      const before = paidOf(given)
      const outcome = apply(given)
      const { transaction, ledger } = given
      if (transaction._tag === "Claim" && Result.isSuccess(outcome))
        Ledger.credit(ledger, transaction.sender, transaction.cumulative - before)
      return outcome
    },
  ),
  tampering(
    of(
      "voucher-lower-than-the-last",
      "takes a voucher that is not above what was paid",
      "IPSX-PAY-002",
      "IPSX-PAY-011",
    ),
    (given, apply) => {
      const outcome = apply(given)
      const { transaction } = given
      return transaction._tag === "Claim" &&
        Result.isFailure(outcome) &&
        outcome.failure._tag === "VoucherStale"
        ? Result.succeed([
            {
              _tag: "VoucherPaid",
              id: transaction.id,
              cumulative: transaction.cumulative,
              feeDelta: Amount.zero,
            },
          ])
        : outcome
    },
  ),
  tampering(
    of("voucher-above-the-cap", "pays the cap for a voucher above it", "IPSX-PAY-002"),
    (given, apply) => {
      const { transaction, ledger } = given
      if (transaction._tag !== "Claim") return apply(given)
      const cap = Ledger.channel(ledger, transaction.id)?.deal.cap
      return cap !== undefined && transaction.cumulative > cap
        ? apply({ ...given, transaction: { ...transaction, cumulative: cap } })
        : apply(given)
    },
  ),
  tampering(
    of("voucher-forged", "takes a voucher whoever signed it", "IPSX-WAL-010"),
    (given, apply) => {
      const { transaction, ledger } = given
      if (transaction._tag !== "Claim") return apply(given)
      const author = Ledger.channel(ledger, transaction.id)?.deal.requester ?? transaction.author
      return apply({ ...given, transaction: { ...transaction, author } })
    },
  ),
  tampering(
    of(
      "voucher-commission-for-each-payment",
      "charges the least commission on each payment again",
      "IPSX-PAY-001",
      "IPSX-PAY-018",
    ),
    (given, apply) => {
      const { transaction, ledger } = given
      const outcome = apply(given)
      if (transaction._tag !== "Claim" || Result.isFailure(outcome)) return outcome
      const { minCommission } = ledger.parameters
      if (Ledger.wallet(ledger, transaction.sender).balance >= minCommission) {
        Ledger.setWallet(ledger, {
          ...Ledger.wallet(ledger, transaction.sender),
          balance: Amount.of(Ledger.wallet(ledger, transaction.sender).balance - minCommission),
        })
        Ledger.addFees(ledger, minCommission)
      }
      return outcome
    },
  ),
  tampering(
    of("voucher-batch-in-parts", "keeps what a refused batch has paid so far", "IPSX-PAY-015"),
    (given, apply) => {
      const { transaction } = given
      if (transaction._tag !== "ClaimMany") return apply(given)
      const outcome = apply(given)
      if (Result.isFailure(outcome))
        for (const claim of transaction.claims)
          apply({ ...given, transaction: { _tag: "Claim", sender: transaction.sender, ...claim } })
      return outcome
    },
  ),
  tampering(
    of("voucher-demand-met-by-anything", "lets any payment answer a demand", "IPSX-AGR-053"),
    (given, apply) => {
      const { transaction, ledger } = given
      const channel =
        transaction._tag === "Claim" ? Ledger.channel(ledger, transaction.id) : undefined
      if (channel?.phase === "Demanded")
        Ledger.setChannel(ledger, { ...channel, due: Amount.of(1n) })
      return apply(given)
    },
  ),
  tampering(
    of("voucher-while-open-only", "pays no voucher of a channel that closes", "IPSX-PAY-003"),
    (given, apply) => {
      const { transaction, ledger } = given
      const channel =
        transaction._tag === "Claim" ? Ledger.channel(ledger, transaction.id) : undefined
      return channel !== undefined && ["Closing", "Disputed", "Breached"].includes(channel.phase)
        ? apply({
            ...given,
            transaction: { _tag: "Answer", sender: channel.deal.provider, id: channel.id },
          })
        : apply(given)
    },
  ),
  tampering(
    of("voucher-final-pays-again", "pays after the channel is final", "IPSX-PAY-011"),
    (given, apply) => {
      const { transaction, ledger } = given
      const channel =
        transaction._tag === "Claim" ? Ledger.channel(ledger, transaction.id) : undefined
      const outcome = apply(given)
      if (channel?.phase === "Final") {
        setFacts(given, channel.id as never, { paid: Amount.of(channel.facts.paid + 1n) })
        return Result.succeed([])
      }
      return outcome
    },
  ),
  tampering(
    of(
      "statement-stops-at-a-stale-entry",
      "refuses a statement with one entry that has nothing left",
      "IPSX-PAY-032",
    ),
    (given, apply) => {
      const { transaction, ledger } = given
      if (transaction._tag !== "ClaimStatement") return apply(given)
      const stale = transaction.entries.some(({ id, cumulative }) => {
        const channel = Ledger.channel(ledger, id)
        return (
          channel !== undefined && (channel.phase === "Final" || cumulative <= channel.facts.paid)
        )
      })
      return stale && transaction.entries.length > 1
        ? apply({ ...given, transaction: { ...transaction, entries: [] } })
        : apply(given)
    },
  ),
  answering(
    of("commission-rounded-up", "rounds the commission up", "IPSX-PAY-004"),
    ({ type, cumulative, commissionBp, minCommission }, answer) => {
      if (type !== "commission") return answer
      const up = (BigInt(cumulative as string) * BigInt(commissionBp as number) + 9_999n) / 10_000n
      return {
        amount: (up > BigInt(minCommission as string)
          ? up
          : BigInt(minCommission as string)
        ).toString(),
      }
    },
  ),
  answering(
    of("price-without-a-cap", "asks for more than the cap", "IPSX-PAY-014"),
    ({ type, deal, seconds }, answer) => {
      const { setupPrice, pricePerSecond } = (deal ?? {}) as JsonObject
      return type === "price"
        ? {
            amount: (
              BigInt(setupPrice as string) +
              BigInt(pricePerSecond as string) * BigInt(seconds as number)
            ).toString(),
          }
        : answer
    },
  ),
  answering(
    of("provider-serves-unpaid", "serves however much is unpaid", "IPSX-PAY-008"),
    ({ type }, answer) => (type === "mayForward" ? { may: true } : answer),
  ),
  hearing(
    of("provider-serves-one-second-more", "tolerates one second above the lag", "IPSX-PAY-008"),
    (event) =>
      event.type === "mayForward"
        ? { ...event, seconds: (event.seconds as number) - 1 }
        : undefined,
  ),
  answering(
    of("provider-admits-newcomers-free", "asks no newcomer to prepay", "IPSX-PAY-009"),
    ({ type }, answer) => (type === "mayAdmit" ? { may: true } : answer),
  ),
  answering(
    of(
      "interval-of-the-whole-lag",
      "sends one voucher in a lag, of which none may be lost",
      "IPSX-PAY-009",
    ),
    ({ type, maxLag }, answer) => (type === "interval" ? { seconds: maxLag! } : answer),
  ),
  answering(
    of("requester-prepays-anything", "prepays whatever is asked", "IPSX-PAY-030"),
    ({ type }, answer) => (type === "shouldPrepay" ? { should: true } : answer),
  ),
  hearing(
    of("short-nonce-repeated", "countersigns a nonce a second time", "IPSX-AGR-071"),
    (event, past) => {
      if (event.type !== "countersign") return undefined
      const short = event.short as JsonObject
      const used = past
        .filter(({ type }) => type === "countersign")
        .map(({ short }) => (short as JsonObject).nonce)
      return used.includes(short.nonce!)
        ? { ...event, short: { ...short, nonce: 1000 + past.length } }
        : undefined
    },
  ),
  hearing(
    of("short-spent-is-free-again", "gives the cap of a finished deal back whole", "IPSX-AGR-073"),
    (event) =>
      event.type === "finish" && event.charged !== "5000000000000000001"
        ? { ...event, charged: "0" }
        : undefined,
  ),
  answering(
    of("short-bond-uncounted", "countersigns beyond the bond", "IPSX-AGR-074"),
    (event, answer, again) =>
      answer.error === "ReservationExhausted" &&
      ((event.short as JsonObject).cap as string) === "5000000000000000000"
        ? again({ ...event, short: { ...(event.short as JsonObject), bond: "0" } })
        : answer,
  ),
  hearing(
    of("short-after-the-close", "countersigns when the reservation is closing", "IPSX-AGR-075"),
    (event) => (event.type === "close" ? { type: "finish", nonce: -1, charged: "0" } : undefined),
  ),
  answering(
    of("short-one-second-too-long", "countersigns a lease one second too long", "IPSX-AGR-076"),
    (event, answer, again) => {
      if (answer.error !== "ShortLeaseRefused") return answer
      const short = event.short as JsonObject
      return again({ ...event, short: { ...short, end: (short.end as number) - 1 } })
    },
  ),
]
