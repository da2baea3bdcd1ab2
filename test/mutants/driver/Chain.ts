import * as Result from "effect/Result"
import * as Amount from "../../../src/model/Amount.ts"
import * as Ledger from "../../../src/model/Ledger.ts"
import { type Mutant, tampering } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "chain/1", red }) as const

export const mutants: ReadonlyArray<Mutant> = [
  tampering(
    of("chain-pays-double", "credits what a voucher pays twice", "IPSX-WAL-005"),
    (given, apply) => {
      const outcome = apply(given)
      if (given.transaction._tag === "Claim" && Result.isSuccess(outcome))
        Ledger.credit(given.ledger, given.transaction.sender, 1n)
      return outcome
    },
  ),
  tampering(
    of("chain-keeps-a-reserve", "leaves a unit reserved when a channel is final", "IPSX-WAL-005"),
    (given, apply) => {
      const outcome = apply(given)
      const { transaction, ledger } = given
      if (
        (transaction._tag === "Settle" || transaction._tag === "Finalize") &&
        Result.isSuccess(outcome)
      ) {
        const { requester } = Ledger.channel(ledger, transaction.id)!.deal
        const wallet = Ledger.wallet(ledger, requester)
        Ledger.setWallet(ledger, {
          ...wallet,
          balance: Amount.of(wallet.balance - 1n),
          reserved: Amount.of(wallet.reserved + 1n),
        })
      }
      return outcome
    },
  ),
  tampering(
    of("chain-verdict-too-early", "applies the verdict before the grace is over", "IPSX-AGR-031"),
    (given, apply) =>
      given.transaction._tag === "Finalize"
        ? apply({
            ...given,
            block: {
              number: given.block.number + 1000,
              timestamp: (given.block.timestamp + 100) as never,
            },
          })
        : apply(given),
  ),
  tampering(
    of("chain-pays-a-stale-voucher", "announces a payment of nothing", "IPSX-PAY-002"),
    (given, apply) => {
      const outcome = apply(given)
      return given.transaction._tag === "Claim" &&
        Result.isFailure(outcome) &&
        outcome.failure._tag === "VoucherStale"
        ? Result.succeed([
            {
              _tag: "VoucherPaid",
              id: given.transaction.id,
              cumulative: given.transaction.cumulative,
              feeDelta: Amount.zero,
            },
          ])
        : outcome
    },
  ),
  tampering(
    of("chain-opens-twice", "opens a channel that is open already", "IPSX-AGR-021"),
    (given, apply) => {
      if (given.transaction._tag === "OpenDeal") given.ledger.channels.delete(given.transaction.id)
      return apply(given)
    },
  ),
  tampering(
    of(
      "chain-keeps-its-own-commission",
      "charges more commission than it announces",
      "IPSX-PAY-018",
    ),
    (given, apply) => {
      const outcome = apply(given)
      if (given.transaction._tag === "Claim" && Result.isSuccess(outcome)) given.ledger.fees += 1n
      return outcome
    },
  ),
]
