import * as Result from "effect/Result"
import * as Ledger from "../../../src/model/Ledger.ts"
import { hearing, type Mutant, tampering } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "wallet/1", red }) as const

const later =
  (seconds: number, blocks: number, ...types: ReadonlyArray<string>) =>
  (event: { readonly type?: unknown; readonly block?: unknown }) => {
    const { number, timestamp } = event.block as { number: number; timestamp: number }
    return types.includes(event.type as string)
      ? { ...(event as object), block: { number: number + blocks, timestamp: timestamp + seconds } }
      : undefined
  }

export const mutants: ReadonlyArray<Mutant> = [
  tampering(
    of("wallet-spends-the-reserve", "lets a withdrawal take what is reserved", "IPSX-WAL-008"),
    (given, apply) => {
      const { ledger, transaction } = given
      if (transaction._tag !== "Withdraw") return apply(given)
      const { reserved } = Ledger.wallet(ledger, transaction.sender)
      Ledger.release(ledger, transaction.sender, reserved, reserved)
      return apply(given)
    },
  ),
  tampering(
    of(
      "wallet-doubles-by-paying-itself",
      "credits a transfer to oneself and debits nothing",
      "IPSX-WAL-005",
    ),
    (given, apply) => {
      const { transaction, ledger } = given
      const outcome = apply(given)
      if (
        transaction._tag === "Transfer" &&
        transaction.sender === transaction.to &&
        Result.isSuccess(outcome)
      )
        Ledger.credit(ledger, transaction.to, transaction.amount)
      return outcome
    },
  ),
  tampering(
    of("wallet-moves-nothing", "takes an amount of zero", "IPSX-WAL-006"),
    (given, apply) => {
      const { transaction } = given
      const outcome = apply(given)
      return transaction._tag !== "Stake" &&
        Result.isFailure(outcome) &&
        outcome.failure._tag === "ZeroAmount" &&
        transaction._tag !== "WithdrawFees"
        ? Result.succeed([])
        : outcome
    },
  ),
  hearing(
    of(
      "wallet-stake-leaves-a-second-early",
      "counts the claim window one second short",
      "IPSX-WAL-009",
    ),
    later(1, 0, "Unstake") as never,
  ),
  hearing(
    of("wallet-stake-without-blocks", "counts seconds only", "IPSX-WAL-009", "IPSX-AGR-031"),
    later(0, 1000, "Unstake") as never,
  ),
  tampering(
    of(
      "wallet-raise-keeps-the-window",
      "lets a raised stake leave when the old one could",
      "IPSX-WAL-009",
    ),
    (given, apply) => {
      const { transaction, ledger } = given
      const before = Ledger.stake(ledger, transaction.sender)
      const outcome = apply(given)
      if (transaction._tag === "Stake" && Result.isSuccess(outcome) && before.armedAt > 0) {
        const { amount } = Ledger.stake(ledger, transaction.sender)
        ledger.stakes.set(transaction.sender, { ...before, amount })
      }
      return outcome
    },
  ),
  tampering(
    of(
      "wallet-stake-is-not-reserved",
      "leaves a stake in the balance",
      "IPSX-WAL-003",
      "IPSX-WAL-008",
      "IPSX-WAL-009",
    ),
    (given, apply) => {
      const { transaction, ledger } = given
      const outcome = apply(given)
      if (transaction._tag === "Stake" && Result.isSuccess(outcome))
        Ledger.credit(ledger, transaction.sender, transaction.amount)
      return outcome
    },
  ),
  tampering(
    of(
      "wallet-platform-takes-twice",
      "does not clear the commission that was taken",
      "IPSX-PAY-019",
    ),
    (given, apply) => {
      const { fees } = given.ledger
      const outcome = apply(given)
      if (given.transaction._tag === "WithdrawFees") given.ledger.fees = fees
      return outcome
    },
  ),
  tampering(
    of("wallet-anybody-takes-the-fees", "gives the commission to whoever asks", "IPSX-PAY-019"),
    (given, apply) => {
      const { transaction, ledger } = given
      return apply(
        transaction._tag === "WithdrawFees"
          ? { ...given, transaction: { ...transaction, sender: ledger.platform } }
          : given,
      )
    },
  ),
  tampering(
    of(
      "wallet-burns-nothing",
      "takes burned tokens from their owner and leaves the supply",
      "IPSX-TOK-004",
    ),
    (given, apply) => {
      const { supply } = given.ledger.token
      const outcome = apply(given)
      if (given.transaction._tag === "BurnTokens") given.ledger.token.supply = supply
      return outcome
    },
  ),
  tampering(
    of("wallet-draws-without-approval", "takes tokens that nobody has approved", "IPSX-WAL-010"),
    (given, apply) => {
      const { transaction, ledger } = given
      if (transaction._tag !== "Deposit") return apply(given)
      const before = ledger.token.allowances.get(transaction.sender) ?? 0n
      ledger.token.allowances.set(
        transaction.sender,
        before > transaction.amount ? before : transaction.amount,
      )
      return apply(given)
    },
  ),
]
