// Verified transactions a second on real contracts, beside the barest client that sends the very same calldata to a node
// of its own in the same run. Ours is everything: the model applies and predicts, calldata and signatures are made, the
// block is mined, every log is compared in order and every touched wallet is read back. A quarter of the deals' lives is
// in each of opening, paying and settling by itself; then statements settle hundreds of channels at once.
//
//   node bench/chain.bench.ts [rounds] [single|net|impersonated|signed]
import * as Effect from "effect/Effect"
import type { Signing } from "../src/chain/Wire.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import * as Statement from "../src/signature/Statement.ts"
import * as Duel from "./chain/Duel.ts"
import * as Market from "./chain/Market.ts"
import * as Row from "./harness/Row.ts"

const rounds = Number(process.argv[2] ?? 5)
const peer = "the same calldata by the barest client, anvil 1.7.1"
/** What the project asks for: of the ceiling, and entries a second. */
const share = 0.9
const entriesPerSecond = 150_000

/** Says what a round took, in microseconds for each unit of work. */
const tell = (name: string, round: number, units: number, { ours, raw }: Round): void => {
  const per = (us: number) => (us / units).toFixed(units > 10_000 ? 2 : 0)
  console.error(
    `${name} ${round === 0 ? "warm-up" : round}: ${Math.round((units / ours.ms) * 1000)}/s verified, ` +
      `${Math.round((units / raw.ms) * 1000)}/s raw, ${(raw.ms / ours.ms).toFixed(3)}; µs of processor each: ` +
      `${per(ours.own)} here and ${per(ours.node)} in the node, ${per(raw.own)} and ${per(raw.node)} raw`,
  )
}
type Round = Effect.Success<ReturnType<Duel.Duel["round"]>>

const single = (signing: Signing) =>
  Effect.gen(function* () {
    const size = 2000
    const perBlock = 500
    // A round is so long that the first block, which nobody mines meanwhile, and the last do not count for much.
    const generations = 4
    const market = Market.options(size)
    const duel = yield* Duel.make(market, signing)
    const samples: Array<readonly [number, number]> = []
    for (let round = 0; round <= rounds; round++) {
      const blocks = Array.from({ length: generations }, (_, generation) => {
        const deals = Array.from({ length: size / 2 }, (_, pair) =>
          Market.agree(
            market.accounts[2 * pair]!,
            market.accounts[2 * pair + 1]!,
            (round * generations + generation) * size + pair,
          ),
        )
        return (["open", "claim", "settle"] as const).flatMap((name) =>
          Market.inBlocks(deals.map(Market.leg[name]), perBlock),
        )
      }).flat()
      const count = blocks.length * perBlock
      const spent = yield* duel.round(blocks)
      tell(signing, round, count, spent)
      const { ours, raw } = spent
      if (round > 0) samples.push([(count / ours.ms) * 1000, (count / raw.ms) * 1000])
    }
    yield* duel.finish
    Row.print(
      Row.of({
        bench: "chain",
        case: `open, claim and settle, ${signing}, verified`,
        unit: "transactions/s",
        higherIsBetter: true,
        peer,
        samples,
        bar: share,
      }),
    )
  }).pipe(Effect.scoped)

/** Payers with three hundred channels each sign one statement a block. */
const net = Effect.gen(function* () {
  const [payers, channels, blocksPerRound] = [20, 300, 12]
  const market = Market.options(payers + channels)
  const providers = market.accounts.slice(payers)
  const duel = yield* Duel.make(market, "impersonated")
  const agreed = market.accounts
    .slice(0, payers)
    .map((payer, at) =>
      providers.map((provider, which) =>
        Market.agree(provider, payer, at * channels + which, { seats: 0, cap: Market.tokens(20) }),
      ),
    )
  yield* duel.round(Market.inBlocks(agreed.flat().map(Market.leg.open), 500))
  const samples: Array<readonly [number, number]> = []
  const byProcessor: Array<number> = []
  let paid = 0
  for (let round = 0; round <= rounds; round++) {
    const blocks = Array.from({ length: blocksPerRound }, () => {
      paid += 1
      return agreed.map((list) => statementOf(list, paid))
    })
    const count = payers * channels * blocksPerRound
    const spent = yield* duel.round(blocks)
    tell("statements", round, count, spent)
    const { ours, raw } = spent
    if (round === 0) continue
    samples.push([(count / ours.ms) * 1000, (count / raw.ms) * 1000])
    byProcessor.push((count / Math.max(ours.own, ours.node)) * 1e6)
  }
  yield* duel.finish
  const row = { bench: "chain", unit: "entries/s", higherIsBetter: true }
  Row.print(Row.of({ ...row, case: "statements of 300 channels, verified", peer, samples }))
  Row.print(
    Row.limit({
      ...row,
      case: "net settlement, verified, in processor time of the busier of both processes",
      samples: byProcessor,
      limit: entriesPerSecond,
    }),
  )
}).pipe(Effect.scoped)

const statementOf = (list: ReadonlyArray<Market.Agreed>, paid: number): Transaction => {
  const payer = list[0]!.deal.requester
  const entries = list.map(({ id }) => ({ id, cumulative: Market.tokens(paid / 100) }))
  const statement = Statement.digest(Market.curve, entries)
  return { _tag: "ClaimStatement", sender: payer, payer, entries, statement, author: payer }
}

const only = process.argv[3]
for (const signing of ["impersonated", "signed"] as const)
  if (only === undefined || only === "single" || only === signing)
    await Effect.runPromise(single(signing))
if (only === undefined || only === "net") await Effect.runPromise(net)
