import * as Effect from "effect/Effect"
import * as Layer from "effect/Layer"
import { describe, expect, it } from "vitest"
import * as Chain from "../../src/chain/Chain.ts"
import * as Deployment from "../../src/chain/Deployment.ts"
import * as Viem from "../../src/chain/Viem.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Time from "../../src/model/Time.ts"
import { options } from "../behaviour/chain.ts"

const [provider, requester] = options.funding.map(([owner]) => owner) as [Address, Address]
const amount = Amount.of(10n ** 18n)

/** Contracts on a node that mines by itself, as a public chain does. */
const node = Effect.gen(function* () {
  const deployment = yield* Deployment.open({ ...options, signing: "impersonated" })
  yield* Effect.promise(() => deployment.rpc.call("evm_setAutomine", [true]))
  return deployment
})

const onNode = <A>(
  use: (chain: Chain.Chain["Service"]) => Effect.Effect<A, Chain.ChainError>,
): Promise<A> =>
  Effect.runPromise(
    Effect.scoped(
      Effect.gen(function* () {
        const { rpc, place } = yield* node
        const layer = Viem.existing({ url: rpc.url, contracts: place, keys: options.keys })
        const services = yield* Layer.build(layer)
        return yield* Effect.provide(
          Effect.gen(function* () {
            return yield* use(yield* Chain.Chain)
          }),
          services,
        )
      }),
    ),
  )

describe("IPSX-CHN-003 contracts on a node that mines by itself", () => {
  it("take transactions in order, tell logs and refusals, and count permits", async () => {
    const { block, wallets, totals } = await onNode((chain) =>
      Effect.gen(function* () {
        const block = yield* chain.mine({
          timestamp: 0,
          transactions: [
            { _tag: "Withdraw", sender: provider, amount },
            {
              _tag: "DepositWithPermit",
              sender: provider,
              amount,
              deadline: Time.seconds(0xffff_fff0),
              author: provider,
            },
            { _tag: "Transfer", sender: requester, to: provider, amount: Amount.zero },
            { _tag: "Transfer", sender: requester, to: provider, amount },
          ],
        })
        const wallets = yield* chain.wallets([provider, requester])
        return { block, wallets, totals: yield* chain.totals }
      }),
    )
    expect(block.logs).toEqual([
      { _tag: "Withdrawn", owner: provider, amount },
      { _tag: "Deposited", owner: provider, amount },
      { _tag: "Transferred", from: requester, to: provider, amount },
    ])
    expect(block.refused).toEqual([{ index: 2, error: "ZeroAmount", values: {} }])
    expect(wallets.map(({ balance }) => balance)).toEqual([1001n * amount, 999n * amount])
    expect(totals.held).toBe(2000n * amount)
    expect(block.hash).toMatch(/^0x[0-9a-f]{64}$/)
  })

  it("are looked for before anything is sent", async () => {
    const failure = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { rpc, place } = yield* node
          const contracts = { ...place, token: place.centralizer }
          const layer = Viem.existing({ url: rpc.url, contracts, keys: options.keys })
          return yield* Effect.flip(Layer.build(layer))
        }),
      ),
    )
    expect(failure.message).toContain("is no Centralizer of the token")
  })

  it("say that a chain is another one than expected, and that the node has gone on", async () => {
    const failures = await Effect.runPromise(
      Effect.scoped(
        Effect.gen(function* () {
          const { rpc } = yield* node
          const join = (changes: Partial<Deployment.Options>) =>
            Effect.flip(
              Deployment.open({ ...options, signing: "signed", url: rpc.url, ...changes }),
            )
          return [yield* join({ chainId: 5 }), yield* join({})]
        }),
      ),
    )
    expect(failures.map(({ _tag }) => _tag)).toEqual(["WrongChainId", "ClockAhead"])
    for (const { message } of failures)
      expect(message).toMatch(/use the right URL|restart the node/)
  })
})
