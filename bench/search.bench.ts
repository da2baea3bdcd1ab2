// The exhaustive search over deals that share one wallet: 10.4 million states, 219 million transitions, forwards and, for
// what is stuck, backwards. The limit is the processor time that the specification allows for it.
//
//   node bench/search.bench.ts
import * as Deals from "../src/agreement-fsm/explore/Deals.ts"
import * as Pair from "./harness/Pair.ts"
import * as Row from "./harness/Row.ts"

const setup = { deals: 3, cap: 3, budget: 8 }
const samples: Array<number> = []
for (let round = 0; round < 3; round++) {
  const [report, microseconds] = await Pair.cpu(() => Deals.explore(setup))
  if (report.states < 1e7 || report.transitions < 1e8 || report.stuck + report.locked > 0)
    throw new Error(`the search found ${JSON.stringify(report)}`)
  samples.push(microseconds / 1e6)
}
Row.print(
  Row.limit({
    bench: "search",
    case: "3 deals, one wallet: 1.04e7 states, 2.19e8 transitions",
    unit: "s",
    higherIsBetter: false,
    samples,
    limit: 60,
  }),
)
