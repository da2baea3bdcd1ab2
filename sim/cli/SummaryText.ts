// The summary as somebody reads it who has never seen one.
import * as Summary from "../Summary.ts"
import { number, span, tokens, value, wanted } from "../Wording.ts"

const chain = ({ chain }: Summary.Summary): string => {
  const where = { memory: "in memory", anvil: "local EVM (anvil)", rpc: "a node by RPC" }[
    chain.kind
  ]
  return `${where}: ${number(chain.blocks)} blocks, ${number(chain.transactions)} transactions, ${number(Number(chain.gasUsed))} gas`
}

const rows = (summary: Summary.Summary): ReadonlyArray<readonly [string, string]> => {
  const { deals, orders, tokens: money, oracle, checks } = summary
  const failed = checks.filter(({ ok }) => !ok).length
  return [
    [
      "actors",
      `${number(summary.actors.providers)} providers, ${number(summary.actors.requesters)} requesters`,
    ],
    [
      "virtual time",
      `${span(summary.virtualSeconds)} in ${span(summary.wallSeconds)} (${number(summary.events)} events)`,
    ],
    [
      "orders",
      `${number(orders.offers)} offers, ${number(orders.requests)} requests, ${number(orders.matched)} matched, ${number(orders.expired)} expired`,
    ],
    ["deals", `${number(deals.opened)} opened, ${number(deals.settled)} settled`],
    ...Object.entries(deals.byStatus)
      .filter(([, n]) => n > 0)
      .map(([status, n]) => [`  ${status}`, number(n)] as const),
    ["chain", chain(summary)],
    [
      "tokens",
      `${tokens(money.balance)} free, ${tokens(money.reserved)} reserved, ${tokens(money.fees)} commission`,
    ],
    ["conserved", money.conserved ? "yes, to the last base unit" : "NO"],
    [
      "oracle",
      `${number(oracle.compared)} comparisons with the contracts, ${oracle.mismatches === 0 ? "no difference" : `${number(oracle.mismatches)} DIFFERENCES`}`,
    ],
    [
      "checks",
      `${number(checks.reduce((n, { evaluated }) => n + evaluated, 0))} evaluations of ${checks.length} invariants, ${failed === 0 ? "none broken" : `${failed} BROKEN`}`,
    ],
    [
      "states",
      `${summary.coverage.statesReached} of ${summary.coverage.statesTotal} states of the agreement reached`,
    ],
    ["trace", summary.traceHash],
    ["state", summary.chain.stateDigest],
  ]
}

const mark = (ok: boolean): string => (ok ? "✓" : "✗")

/**
 * The table at the end of a run.
 *
 * @example
 * terminal.out(SummaryText.of(summary, details))
 */
export const of = (
  summary: Summary.Summary,
  { question, failures, replay }: Pick<Summary.Details, "question" | "failures" | "replay">,
): string => {
  const lines = [
    `${summary.scenario.name}, seed ${summary.seed}${summary.partial ? " (PARTIAL: stopped before its end)" : ""}`,
    question,
    "",
    ...rows(summary).map(([name, text]) => `  ${name.padEnd(20)} ${text}`),
    "",
    ...summary.expect.map(
      (e) => `  ${mark(e.ok)} ${e.name}: ${value(e.value)} (expected ${wanted(e.bounds)})`,
    ),
    ...summary.losses
      .filter(({ ok }) => !ok)
      .map(
        (l) =>
          `  ✗ an honest ${l.role} lost ${tokens(l.max)} tokens, the bound is ${tokens(l.bound)}`,
      ),
    ...summary.checks.filter(({ ok }) => !ok).map(({ id }) => `  ✗ ${id} does not hold`),
    ...failures.slice(0, 5).map((f) => `    at ${f.atMs} ms: ${f.id}: ${f.message}`),
    ...(failures.length > 5 ? [`    and ${failures.length - 5} more`] : []),
    "",
    ...(Summary.isGood(summary)
      ? ["All is well."]
      : ["SOMETHING IS WRONG: see the lines with ✗. The same run again:", `  ${replay}`]),
    "",
  ]
  return lines.join("\n")
}
