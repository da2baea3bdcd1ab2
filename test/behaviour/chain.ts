// What every adapter of the chain must do. Run on each of them by test/chain; a new adapter is done when it passes.
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import type * as Layer from "effect/Layer"
import * as ManagedRuntime from "effect/ManagedRuntime"
import { afterAll, beforeAll, expect, it } from "vitest"
import type * as Deployment from "../../src/chain/Deployment.ts"
import * as Chain from "../../src/chain/Chain.ts"
import * as Address from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Id from "../../src/model/Id.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { noble } from "../../src/signature/Curve.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"

const start = 1_700_000_000
const parameters = Parameters.small

const keyOf = new Map(
  [1, 2, 3].map((n) => {
    const key = new Uint8Array(32).fill(n)
    return [Signed.address(noble, key), key] as const
  }),
)
const [provider, requester, stranger] = [...keyOf.keys()] as [
  Address.Address,
  Address.Address,
  Address.Address,
]
const tokens = (n: bigint | number): Amount.Amount => Amount.of(BigInt(n) * 10n ** 18n)

/** What each adapter is given. */
export const options = {
  parameters,
  keys: (account: Address.Address) => keyOf.get(account)!,
  funding: [
    [provider, tokens(1000)],
    [requester, tokens(1000)],
  ],
  genesis: { number: 4, timestamp: start },
} satisfies Omit<Deployment.Options, "signing">

let salt = 0
const dealFrom = (now: number, changes: Partial<Deal> = {}): Deal => ({
  provider,
  requester,
  offer: Id.zero,
  request: Id.zero,
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.fromNumber(++salt),
  firstSeat: 0,
  seats: 1,
  start: Time.seconds(now),
  end: Time.seconds(now + 600),
  validUntil: Time.seconds(now + 100),
  cap: tokens(10),
  bond: tokens(2),
  prepaid: Amount.zero,
  pricePerSecond: Amount.of(10n ** 15n),
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  noShowCharge: Amount.of(10n ** 15n),
  maxLag: 4,
  notice: 10,
  terms: Id.zero,
  salt: Id.fromNumber(salt),
  ...changes,
})
const idOf = (deal: Deal): Id.Id => Structure.channelId(noble, deal)
const both = { provider, requester }

const open = (deal: Deal): Transaction => ({
  _tag: "OpenDeal",
  sender: provider,
  id: idOf(deal),
  deal,
  authors: both,
})
const claim = (deal: Deal, cumulative: Amount.Amount, author = requester): Transaction => ({
  _tag: "Claim",
  sender: provider,
  id: idOf(deal),
  cumulative,
  author,
})
const fee = (amount: bigint): bigint => Fee.commission(Amount.of(amount), parameters)

/** Registers the suite for one adapter. */
export const behaves = (layer: Layer.Layer<Chain.Chain, Chain.ChainError>): void => {
  const runtime = ManagedRuntime.make(layer)
  beforeAll(() => runtime.runPromise(Effect.void))
  afterAll(() => runtime.dispose())

  let now = start
  const use = <A>(
    task: (chain: Chain.Chain["Service"]) => Effect.Effect<A, Chain.ChainError>,
  ): Effect.Effect<A, Chain.ChainError, Chain.Chain> =>
    Effect.gen(function* () {
      return yield* task(yield* Chain.Chain)
    })
  const chain = <A>(task: (chain: Chain.Chain["Service"]) => Effect.Effect<A, Chain.ChainError>) =>
    runtime.runPromise(use(task))
  const mine = (transactions: ReadonlyArray<Transaction>, after = 12): Promise<Chain.Block> => {
    now += after
    return chain(({ mine }) => mine({ timestamp: now, transactions }))
  }
  const wallets = () => chain(({ wallets }) => wallets([provider, requester]))
  /** What a block changes in the two wallets: balance and reserve of the provider, then of the requester. */
  const changes = async (transactions: ReadonlyArray<Transaction>, after = 12) => {
    const before = await wallets()
    const block = await mine(transactions, after)
    const deltas = (await wallets()).flatMap((wallet, at) => [
      wallet.balance - before[at]!.balance,
      wallet.reserved - before[at]!.reserved,
    ])
    expect(block.refused).toEqual([])
    return { block, deltas }
  }
  const state = async (deal: Deal) => (await chain(({ channels }) => channels([idOf(deal)])))[0]!
  const refused = async (transaction: Transaction) => {
    const block = await mine([transaction])
    expect(block.logs).toEqual([])
    expect(block.refused).toHaveLength(1)
    return block.refused[0]!
  }

  it("IPSX-CHN-010 begins with the first wallets filled and the rest of the supply elsewhere", async () => {
    const [first, second] = await wallets()
    expect(first).toEqual({ id: provider, balance: tokens(1000), reserved: 0n })
    expect(second).toEqual({ id: requester, balance: tokens(1000), reserved: 0n })
    const totals = await chain(({ totals }) => totals)
    expect(totals).toEqual({ supply: 1_800_000_000n * 10n ** 18n, fees: 0n, held: tokens(2000) })
  })

  it("IPSX-CHN-001 counts blocks from the genesis, and refuses a time that does not advance", async () => {
    const block = await mine([])
    expect(block).toMatchObject({ number: options.genesis.number + 1, logs: [], refused: [] })
    for (const timestamp of [now, now - 1]) {
      const exit = await runtime.runPromiseExit(
        use(({ mine }) => mine({ timestamp, transactions: [] })),
      )
      expect(Exit.isFailure(exit) && String(exit.cause)).toContain("TimeNotIncreasing")
    }
    expect((await mine([])).number).toBe(options.genesis.number + 2)
  })

  it("IPSX-WAL-006 withdraws, deposits with an approval and with a permit, and transfers", async () => {
    const amount = tokens(5)
    const { block, deltas } = await changes([
      { _tag: "Withdraw", sender: provider, amount: tokens(10) },
      { _tag: "ApproveTokens", sender: provider, amount },
      { _tag: "Deposit", sender: provider, amount },
      {
        _tag: "DepositWithPermit",
        sender: provider,
        amount,
        deadline: Time.seconds(now + 1000),
        author: provider,
      },
      { _tag: "Transfer", sender: provider, to: requester, amount },
    ])
    expect(block.logs).toEqual([
      { _tag: "Withdrawn", owner: provider, amount: tokens(10) },
      { _tag: "Deposited", owner: provider, amount },
      { _tag: "Deposited", owner: provider, amount },
      { _tag: "Transferred", from: provider, to: requester, amount },
    ])
    expect(deltas).toEqual([-tokens(5), 0n, tokens(5), 0n])
  })

  it("IPSX-WAL-004 refuses what a balance does not cover, whole, and with the numbers", async () => {
    const [before] = await wallets()
    const needed = Amount.of(before!.balance + 1n)
    expect(await refused({ _tag: "Withdraw", sender: provider, amount: needed })).toEqual({
      index: 0,
      error: "InsufficientBalance",
      values: { wallet: provider, available: before!.balance, needed },
    })
    expect((await wallets())[0]).toEqual(before)
    const zero = await refused({
      _tag: "Transfer",
      sender: provider,
      to: requester,
      amount: Amount.zero,
    })
    expect(zero).toMatchObject({ error: "ZeroAmount", values: {} })
  })

  it("IPSX-PAY-001 opens, pays vouchers and settles", async () => {
    const deal = dealFrom(now)
    expect((await state(deal)).phase).toBe("None")
    const id = idOf(deal)
    const opened = await changes([open(deal)])
    const { cap, bond } = deal
    expect(opened.block.logs).toEqual([
      { _tag: "DealOpened", id, ...both, cap, bond, start: deal.start, end: deal.end },
    ])
    expect(opened.deltas).toEqual([-bond, bond, -cap - parameters.minCommission, cap])
    expect(await state(deal)).toEqual({
      id,
      phase: "Open",
      ...both,
      cap,
      bond,
      paid: 0n,
      meterDue: 0n,
    })
    const feeDelta = fee(tokens(4)) - parameters.minCommission
    const claimed = await changes([claim(deal, tokens(4))])
    expect(claimed.block.logs).toEqual([
      { _tag: "VoucherPaid", id, cumulative: tokens(4), feeDelta },
    ])
    expect(claimed.deltas).toEqual([tokens(4) - feeDelta, 0n, 0n, -tokens(4)])
    const receipt = Id.fromNumber(77)
    const settled = await changes([
      { _tag: "Settle", sender: stranger, id, cumulative: tokens(6), receipt, authors: both },
    ])
    expect(settled.block.logs).toEqual([
      {
        _tag: "DealSettled",
        id,
        cumulative: tokens(6),
        penaltyProvider: 0n,
        penaltyRequester: 0n,
        receipt,
      },
    ])
    const rest = tokens(2) - (fee(tokens(6)) - fee(tokens(4)))
    expect(settled.deltas).toEqual([rest + bond, -bond, tokens(4), -tokens(6)])
    expect(await state(deal)).toMatchObject({ phase: "Final", paid: tokens(6) })
  })

  it("IPSX-CHN-011 refuses forged, stale and excessive vouchers, and a deal that one side did not sign", async () => {
    const deal = dealFrom(now)
    const id = idOf(deal)
    const unsigned = { ...open(deal), authors: { provider, requester: stranger } } as Transaction
    expect(await refused(unsigned)).toMatchObject({
      error: "InvalidSignature",
      values: { expected: requester },
    })
    await changes([open(deal), claim(deal, tokens(3))])
    expect(await refused(claim(deal, tokens(5), stranger))).toMatchObject({
      error: "InvalidSignature",
      values: { expected: requester },
    })
    expect(await refused(claim(deal, tokens(3)))).toMatchObject({
      error: "VoucherStale",
      values: { id, cumulative: tokens(3), paid: tokens(3) },
    })
    expect(await refused(claim(deal, tokens(11)))).toMatchObject({
      error: "VoucherExceedsCap",
      values: { id, cumulative: tokens(11), cap: deal.cap },
    })
    expect(await refused(open(deal))).toMatchObject({ error: "ChannelExists", values: { id } })
    expect(await refused(claim(dealFrom(now), tokens(1)))).toMatchObject({
      error: "UnknownChannel",
    })
    expect(await state(deal)).toMatchObject({ phase: "Open", paid: tokens(3) })
  })

  it("IPSX-CHN-001 applies the transactions of a block in their order, past a refused one", async () => {
    const deal = dealFrom(now)
    const id = idOf(deal)
    const block = await mine([
      claim(deal, tokens(1)),
      open(deal),
      claim(deal, tokens(1)),
      claim(deal, tokens(1)),
      claim(deal, tokens(2)),
      { _tag: "Stop", sender: requester, id },
      { _tag: "Stop", sender: stranger, id },
      claim(deal, tokens(3)),
    ])
    expect(block.logs.map(({ _tag }) => _tag)).toEqual([
      "DealOpened",
      "VoucherPaid",
      "VoucherPaid",
      "DealStopped",
      "VoucherPaid",
    ])
    expect(block.refused.map(({ index, error }) => `${index} ${error}`)).toEqual([
      "0 UnknownChannel",
      "3 VoucherStale",
      "6 NotParty",
    ])
    expect(await state(deal)).toMatchObject({ phase: "Closing", paid: tokens(3) })
  })

  it("IPSX-CHN-014 refuses with the first error of the order when several apply", async () => {
    const deal = dealFrom(now)
    const id = idOf(deal)
    const late = { ...deal, validUntil: Time.seconds(now), seats: 1000 }
    const forged = { ...open(late), authors: { provider: stranger, requester: stranger } }
    expect((await refused(forged as Transaction)).error).toBe("DealExpired")
    const greedy = { ...deal, bond: Amount.zero, seats: 1000, noShowCharge: Amount.zero }
    const terms = { ...open(greedy), authors: { provider: stranger, requester: stranger } }
    expect(await refused(terms as Transaction)).toMatchObject({
      error: "BadTerms",
      values: { code: 5 },
    })
    await changes([open(deal), claim(deal, tokens(2))])
    expect((await refused(claim(deal, tokens(11), stranger))).error).toBe("VoucherExceedsCap")
    expect((await refused(claim(deal, tokens(1), stranger))).error).toBe("VoucherStale")
    const answer = { _tag: "Answer", sender: stranger, id } as const
    expect((await refused(answer)).error).toBe("NotParty")
    expect((await refused({ ...answer, sender: provider })).error).toBe("WrongPhase")
    const broke = {
      _tag: "Transfer",
      sender: stranger,
      to: Address.zero,
      amount: tokens(1),
    } as const
    expect((await refused({ ...broke, amount: Amount.zero })).error).toBe("ZeroAmount")
    expect((await refused(broke)).error).toBe("ZeroAddress")
    expect((await refused({ ...broke, to: provider })).error).toBe("InsufficientBalance")
  })

  it("IPSX-AGR-051 a challenge that is answered ends the deal without a breach", async () => {
    const deal = dealFrom(now)
    const id = idOf(deal)
    const { block } = await changes([
      open(deal),
      { _tag: "Challenge", sender: requester, id },
      { _tag: "Answer", sender: provider, id },
    ])
    expect(block.logs.map(({ _tag }) => _tag)).toEqual([
      "DealOpened",
      "DealChallenged",
      "ChallengeAnswered",
    ])
    expect((await state(deal)).phase).toBe("Closing")
  })

  it("IPSX-AGR-031 a challenge convicts after its seconds and blocks, and the breach costs the bond", async () => {
    const deal = dealFrom(now)
    const id = idOf(deal)
    await changes([open(deal), { _tag: "Challenge", sender: requester, id }])
    const armed = now
    const convict: Transaction = { _tag: "Convict", sender: stranger, id }
    // The seconds have passed and one of the two blocks has not.
    const early = await mine([convict], parameters.challengeSeconds)
    expect(early.refused).toMatchObject([
      {
        error: "TooEarly",
        values: {
          id,
          earliestTime: armed + parameters.challengeSeconds,
          earliestBlock: early.number + 1,
        },
      },
    ])
    const { block } = await changes([convict], 1)
    expect(block.logs).toEqual([{ _tag: "ProviderDefaulted", id }])
    expect((await state(deal)).phase).toBe("Breached")

    const finalize: Transaction = { _tag: "Finalize", sender: stranger, id, deal }
    expect((await refused(finalize)).error).toBe("TooEarly")
    const supply = (await chain(({ totals }) => totals)).supply
    const final = await changes([finalize], parameters.appealSeconds)
    expect(final.block.logs.map(({ _tag }) => _tag)).toEqual(["DealBreached", "DealSettled"])
    // The requester gets its cap and its stake back, and half of the bond; the other half is burned.
    const { cap, bond } = deal
    const stake = parameters.challengeStake
    expect(final.deltas).toEqual([0n, -bond, cap + stake + bond / 2n, -cap - stake])
    expect((await chain(({ totals }) => totals)).supply).toBe(supply - bond / 2n)
  })

  it("IPSX-TOK-004 the totals still hold everything that the wallets and the fees say", async () => {
    const { held, fees } = await chain(({ totals }) => totals)
    const sum = (await wallets()).reduce(
      (sum, { balance, reserved }) => sum + balance + reserved,
      0n,
    )
    expect(held).toBe(sum + fees)
  })

  it("IPSX-CHN-021 has a head hash, or says that it has none", async () => {
    const [info, hash] = [
      await chain(({ info }) => Effect.succeed(info)),
      await chain(({ headHash }) => headHash),
    ]
    if (info.kind === "memory") expect(hash).toBeNull()
    else expect(hash).toMatch(/^0x[0-9a-f]{64}$/)
  })
}
