import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Chain from "../../src/chain/Chain.ts"
import * as Memory from "../../src/chain/Memory.ts"
import * as Mirror from "../../src/chain/Mirror.ts"
import * as Slot from "../../src/chain/Slot.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Log } from "../../src/model/Log.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Revert } from "../../src/model/Revert.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { noble } from "../../src/signature/Curve.ts"
import * as Signed from "../../src/signature/Signed.ts"
import { counted, factor } from "../runs.ts"
import * as Moves from "./moves.ts"

const keys = new Map(
  [1, 2, 3, 4, 5].map((n) => {
    const key = new Uint8Array(32).fill(n)
    return [Signed.address(noble, key), key] as const
  }),
)
const accounts = [...keys.keys()]
const timestamp = 1_700_000_000
const options = {
  parameters: Parameters.small,
  keys: (account: Address) => keys.get(account)!,
  funding: accounts.map((account) => [account, Amount.of(150n * 10n ** 18n)] as const),
  genesis: { number: 2, timestamp },
}

/** A small generator of its own, so that a failure is repeated by its seed. */
const randomFrom = (seed: number): Moves.Draw => {
  let state = seed
  return (bound) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * bound)
  }
}

/** Applies a block to the ledger and says what the chain must do. */
const predict = (
  ledger: Ledger.Ledger,
  number: number,
  timestamp: number,
  next: () => Transaction,
  size: number,
): Mirror.Predicted => {
  const block = { number, timestamp: Time.seconds(timestamp) }
  const transactions: Array<Transaction> = []
  const logs: Array<Log> = []
  const refused = new Map<number, Revert>()
  for (let at = 0; at < size; at++) {
    const transaction = next()
    const outcome = Centralizer.apply(ledger, transaction, block)
    if (Result.isSuccess(outcome)) logs.push(...outcome.success)
    else refused.set(at, outcome.failure)
    transactions.push(transaction)
  }
  const wallets = accounts.map((account) => Ledger.wallet(ledger, account))
  return { number, timestamp, transactions, logs, refused, wallets }
}

const run = <A>(
  signing: "signed" | "impersonated",
  task: (mirror: Mirror.Mirror, ledger: Ledger.Ledger) => Effect.Effect<A, Chain.ChainError>,
): Promise<A> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { ledger } = Result.getOrThrow(Memory.begin(options))
        return yield* task(yield* Mirror.make({ ...options, signing }), ledger)
      }),
    ),
  )

const everything = (ledger: Ledger.Ledger): Mirror.Accounts => ({
  wallets: ledger.wallets.keys(),
  channels: ledger.channels.keys(),
  tokens: ledger.token.balances.keys(),
})

describe("IPSX-CHN-030 the contracts do what the model says", () => {
  it.each([
    ["impersonated", 1, 400 * factor],
    ["signed", 2, 30 * factor],
  ] as const)("on random transactions, %s, seed %i", async (signing, seed, blocks) => {
    const random = randomFrom(seed)
    const tags = new Set<string>()
    const errors = new Set<string>()
    Moves.between(accounts.slice(0, 4))
    const summary = await run(signing, (mirror, ledger) =>
      Effect.gen(function* () {
        let [number, now] = [options.genesis.number, timestamp]
        for (let at = 0; at < blocks; at++) {
          number += random(5) === 0 ? 1 + random(4) : 1
          now += 5 + random(15)
          const next = () => Moves.draw(ledger, accounts, now, random)
          const predicted = predict(ledger, number, now, next, 25)
          for (const { _tag } of predicted.logs) tags.add(_tag)
          for (const { _tag } of predicted.refused!.values()) errors.add(_tag)
          expect(yield* mirror.block(predicted)).toEqual([])
        }
        const summary = yield* mirror.finish(everything(ledger))
        expect(summary.stateRows).toEqual(Ledger.digestRows(ledger))
        return summary
      }),
    )
    expect(summary).toMatchObject({ blocks, transactions: blocks * 25, mismatches: 0 })
    expect(summary.compared).toBeGreaterThan(blocks * 20)
    counted(`${summary.transactions} transactions ${signing}`)
    if (signing === "signed") return
    // The walk would prove little if it did not get everywhere.
    expect([...tags].toSorted()).toEqual(everyLog)
    expect(everyError.filter((error) => !errors.has(error))).toEqual([])
  })

  it("and a difference is named: a log, a refusal, a wallet and the block", async () => {
    const mismatches = await run("impersonated", (mirror, ledger) => {
      const [from, to] = accounts as [Address, Address]
      const transfer = (amount: bigint): Transaction => ({
        _tag: "Transfer",
        sender: from,
        to,
        amount: Amount.of(amount),
      })
      const honest = predict(ledger, 3, timestamp + 12, () => transfer(7n), 2)
      const [wallet, ...others] = honest.wallets!
      return mirror.block({
        ...honest,
        logs: [honest.logs[0]!, { ...honest.logs[1]!, amount: Amount.of(8n) } as Log],
        refused: new Map([[1, { _tag: "ZeroAmount" } as Revert]]),
        wallets: [{ ...wallet!, balance: Amount.of(wallet!.balance + 1n) }, ...others],
      })
    })
    expect(mismatches.map(({ block, subject }) => [block, subject])).toEqual([
      [3, "log 1"],
      [3, "transaction 1"],
      [3, `wallet ${accounts[0]}`],
    ])
    expect(mismatches[0]!.expected).toContain('"amount":"8"')
    expect(mismatches[0]!.actual).toContain('"amount":"7"')
    expect(mismatches[1]).toMatchObject({
      expected: expect.stringContaining("ZeroAmount"),
      actual: "success",
    })
  })

  it("and a wallet altered behind the contract's back is found", async () => {
    const victim = accounts[2]!
    const { mismatches, rows } = await run("impersonated", (mirror, ledger) =>
      Effect.gen(function* () {
        yield* Effect.promise(() => Slot.alterWallet(mirror.rpc, mirror.info, victim, 1n))
        const idle = predict(ledger, 3, timestamp + 12, () => expect.fail(), 0)
        const mismatches = yield* mirror.block(idle)
        const { stateRows } = yield* mirror.finish(everything(ledger))
        const expected = new Set(Ledger.digestRows(ledger))
        return { mismatches, rows: stateRows.filter((row) => !expected.has(row)) }
      }),
    )
    expect(mismatches.map(({ subject }) => subject)).toEqual([`wallet ${victim}`])
    expect(rows).toEqual([`wallet ${victim} 150000000000000000001 0`])
  })

  it("and says so when more is asked for than the supply, or the chain is another one", async () => {
    const failure = (changes: Partial<Mirror.Options>) =>
      Effect.runPromise(
        Effect.flip(Effect.scoped(Mirror.make({ ...options, signing: "signed", ...changes }))),
      )
    const rich = accounts.map((account) => [account, Amount.of(5n * 10n ** 26n)] as const)
    expect((await failure({ funding: rich }))._tag).toBe("FundingExceedsSupply")
    expect((await failure({ url: "http://127.0.0.1:9" }))._tag).toBe("RpcUnreachable")
  })
})

const everyLog = [
  "ChallengeAnswered",
  "DealBreached",
  "DealChallenged",
  "DealDisputed",
  "DealEnded",
  "DealOpened",
  "DealSettled",
  "DealStopped",
  "DemandLapsed",
  "DemandMet",
  "Deposited",
  "DoubleLeaseProved",
  "EquivocationProved",
  "FeesWithdrawn",
  "MeterProved",
  "NoticeGiven",
  "OrdersCancelled",
  "PaymentDemanded",
  "ProfileAnchored",
  "ProviderDefaulted",
  "ServiceProved",
  "Staked",
  "StatementPaid",
  "Transferred",
  "UnstakeRequested",
  "Unstaked",
  "VoucherPaid",
  "Withdrawn",
]

const everyError = [
  "AlreadyDisputed",
  "AlreadyStopped",
  "BadDemand",
  "BadTerms",
  "ChannelFinal",
  "DealExpired",
  "ERC20InsufficientAllowance",
  "InsufficientBalance",
  "InvalidSignature",
  "NonceCancelled",
  "NonceNotIncreasing",
  "NotDoubleLease",
  "NotEquivocation",
  "NotFundingController",
  "NotParty",
  "NotService",
  "NothingStaked",
  "NoticeTooShort",
  "OutsideLease",
  "SeatTaken",
  "TooEarly",
  "UnstakeNotRequested",
  "VoucherExceedsCap",
  "VoucherStale",
  "WrongChannel",
  "WrongPhase",
  "ZeroAmount",
]
