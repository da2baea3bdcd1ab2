// The summary as somebody reads it who has never seen one.
import * as Amount from "../../src/model/Amount.ts"
import * as Summary from "../Summary.ts"

const number = (n: number): string => n.toLocaleString("en", { maximumFractionDigits: 2 })

/** Whole tokens with four decimals at most; `0.0000` would hide that something is there. */
export const tokens = (baseUnits: string): string => {
  const value = BigInt(baseUnits)
  const [whole = "0", fraction = ""] = Amount.format(value < 0n ? -value : value).split(".")
  const short = fraction.slice(0, 4).replace(/0+$/, "")
  const sign = value < 0n ? "−" : ""
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ",")
  if (value !== 0n && whole === "0" && short === "") return `${sign}< 0.0001`
  return `${sign}${grouped}${short === "" ? "" : `.${short}`}`
}

/** A span of seconds in the two largest units that fit. */
export const span = (seconds: number): string => {
  if (seconds < 120) return `${number(seconds)} s`
  const units = [
    ["d", 86_400],
    ["h", 3600],
    ["min", 60],
    ["s", 1],
  ] as const
  const first = units.findIndex(([, size]) => seconds >= size)
  const parts: Array<string> = []
  let rest = Math.round(seconds)
  for (const [name, size] of units.slice(first, first + 2)) {
    const many = Math.floor(rest / size)
    if (many > 0) parts.push(`${many} ${name}`)
    rest -= many * size
  }
  return parts.join(" ")
}

/** What an expectation's bounds ask for. */
export const wanted = ({ min, max, equals }: Summary.Bounds): string => {
  const parts = [
    ...(equals === undefined ? [] : [`exactly ${String(equals)}`]),
    ...(min === undefined ? [] : [`at least ${number(min)}`]),
    ...(max === undefined ? [] : [`at most ${number(max)}`]),
  ]
  return parts.join(" and ")
}

export const value = (of: Summary.Value): string =>
  typeof of === "number" ? number(of) : of === null ? "nothing there" : String(of)

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
 * terminal.out(SummaryText.of(summary, details.question, details.failures))
 */
export const of = (
  summary: Summary.Summary,
  { question, failures }: Pick<Summary.Details, "question" | "failures">,
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
    Summary.isGood(summary) ? "All is well." : "SOMETHING IS WRONG: see the lines with ✗.",
    "",
  ]
  return lines.join("\n")
}
