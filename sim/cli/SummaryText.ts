// The summary as somebody reads it who has never seen one.
import * as Token from "../../src/model/Token.ts"
import * as Summary from "../Summary.ts"
import { number, span, tokens, value, wanted } from "../Wording.ts"

type Details = Pick<Summary.Details, "question" | "failures" | "replay" | "endings">
type Row = readonly [name: string, text: string]

const many = (n: number, one: string, more = `${one}s`): string =>
  `${number(n)} ${n === 1 ? one : more}`

const chain = ({ chain }: Summary.Summary): string => {
  const where = {
    memory: "none; the model in memory made",
    anvil: "real contracts on a local EVM (anvil):",
    rpc: "real contracts on the node:",
  }[chain.kind]
  return `${where} ${many(chain.blocks, "block")}, ${many(chain.transactions, "transaction")}, ${number(Number(chain.gasUsed))} gas`
}

const oracle = ({ chain, oracle }: Summary.Summary): string => {
  if (chain.kind === "memory") return "no contracts to compare with (--chain anvil runs them)"
  const found =
    oracle.mismatches === 0
      ? "contracts and model agree"
      : many(oracle.mismatches, "DIFFERENCE").toUpperCase()
  return `${many(oracle.compared, "comparison")} of the contracts with the model: ${found}`
}

const orders = ({ orders }: Summary.Summary): string =>
  `${many(orders.offers, "offer")} and ${many(orders.requests, "request")} gave ${many(orders.matched, "match", "matches")}; ${number(orders.expired)} expired, ${number(orders.cancelled)} were cancelled`

const deals = ({ deals }: Summary.Summary, { endings }: Details): ReadonlyArray<Row> => {
  const declined = deals.byStatus["Declined"] ?? 0
  const open = deals.opened - deals.settled
  return [
    ["deals", `${number(deals.opened)} opened, ${number(deals.settled)} settled`],
    ...endings.map(({ ending, deals: n }) => [`${number(n).padStart(11)}`, ending] as const),
    ...(open === 0 ? [] : [[`${number(open).padStart(11)}`, "still open"] as const]),
    ...(declined === 0
      ? []
      : [[`${number(declined).padStart(11)}`, "declined, never opened"] as const]),
  ]
}

const money = ({ tokens: held }: Summary.Summary): string => {
  const burned = Token.totalSupply - BigInt(held.supply)
  return `${tokens(held.balance)} in wallets, ${tokens(held.reserved)} reserved, ${tokens(held.fees)} commission, ${tokens(burned.toString())} burned as penalties`
}

// What an honest side lost in its worst deal, against what the specification lets it lose.
const losses = ({ losses }: Summary.Summary): ReadonlyArray<Row> =>
  losses
    .filter(({ honest, bound }) => honest && bound !== "0")
    .map(({ role, max, bound }) => [
      `honest ${role}`,
      `lost ${tokens(max)} at worst in a deal, ${Number((BigInt(max) * 100n) / BigInt(bound))} % of what it may lose`,
    ])

const rows = (summary: Summary.Summary, details: Details): ReadonlyArray<Row> => {
  const { checks, coverage } = summary
  const failed = checks.filter(({ ok }) => !ok).length
  const evaluated = checks.reduce((n, { evaluated }) => n + evaluated, 0)
  return [
    [
      "actors",
      `${many(summary.actors.providers, "provider")}, ${many(summary.actors.requesters, "requester")}`,
    ],
    [
      "time",
      `${span(summary.virtualSeconds)} of the market, simulated in ${span(summary.wallSeconds)} (${many(summary.events, "event")})`,
    ],
    ["orders", orders(summary)],
    ...deals(summary, details),
    ["chain", chain(summary)],
    ["oracle", oracle(summary)],
    ["tokens", money(summary)],
    [
      "conserved",
      summary.tokens.conserved ? "yes, to the last base unit" : "NO: tokens appeared or vanished",
    ],
    ...losses(summary),
    [
      "invariants",
      `${checks.length}, tested ${number(evaluated)} times: ${failed === 0 ? "none broken" : `${failed} BROKEN`}`,
    ],
    [
      "coverage",
      `${coverage.statesReached} of the ${coverage.statesTotal} states that the agreement of two parties can be in`,
    ],
    ["trace hash", summary.traceHash],
    ["state digest", summary.chain.stateDigest],
    ...(summary.chain.headHash === null ? [] : [["head block", summary.chain.headHash] as const]),
  ]
}

const mark = (ok: boolean): string => (ok ? "✓" : "✗")

const expectation = (e: Summary.Summary["expect"][number]): string =>
  e.ok && e.value === true
    ? `  ${mark(true)} ${e.name}`
    : `  ${mark(e.ok)} ${e.name}: ${value(e.value)} (expected ${wanted(e.bounds)})`

const failuresShown = 5

/**
 * What went wrong in a run, with the command that repeats it; nothing for a good run.
 *
 * @example
 * terminal.error(SummaryText.problems(summary, details))
 */
export const problems = (
  summary: Summary.Summary,
  { failures, replay }: Pick<Details, "failures" | "replay">,
): string => {
  if (Summary.isGood(summary)) return ""
  return [
    ...summary.expect.filter(({ ok }) => !ok).map(expectation),
    ...summary.losses
      .filter(({ ok }) => !ok)
      .map(
        (l) =>
          `  ✗ an honest ${l.role} lost ${tokens(l.max)} tokens, the bound is ${tokens(l.bound)}`,
      ),
    ...summary.checks.filter(({ ok }) => !ok).map(({ id }) => `  ✗ ${id} does not hold`),
    ...(summary.tokens.conserved ? [] : ["  ✗ tokens appeared or vanished"]),
    ...(summary.oracle.mismatches === 0
      ? []
      : [`  ✗ the contracts differ from the model ${many(summary.oracle.mismatches, "time")}`]),
    ...failures
      .slice(0, failuresShown)
      .map((f) => `    after ${number(f.atMs / 1000)} s, ${f.id}: ${f.message}`),
    ...(failures.length > failuresShown
      ? [
          `    and ${number(failures.length - failuresShown)} more (details.json has the first hundred)`,
        ]
      : []),
    "",
    "SOMETHING IS WRONG: see the lines with ✗. The same run again:",
    `  ${replay}`,
    "",
  ].join("\n")
}

/**
 * The table at the end of a run.
 *
 * @example
 * terminal.out(SummaryText.of(summary, details))
 */
export const of = (summary: Summary.Summary, details: Details): string => {
  const met = summary.expect.filter(({ ok }) => ok).map(expectation)
  const isGood = Summary.isGood(summary)
  return [
    `${summary.scenario.name}, seed ${summary.seed}`,
    details.question,
    ...(summary.partial
      ? ["", "PARTIAL: the run was stopped before its end; what follows is what there was by then."]
      : []),
    "",
    ...rows(summary, details).map(([name, text]) => `  ${name.padEnd(16)} ${text}`),
    "",
    ...met,
    ...(met.length > 0 && isGood ? [""] : []),
    isGood ? "All is well.\n" : problems(summary, details),
  ].join("\n")
}
