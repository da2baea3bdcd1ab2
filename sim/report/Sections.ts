// The parts of the report, in the order in which somebody asks: what was the question, what is the answer, how
// did it go, can I trust it, how do I repeat it.
import * as Summary from "../Summary.ts"
import { number, span, tokens, value, wanted } from "../Wording.ts"
import * as Chart from "./Chart.ts"
import * as Machine from "./Machine.ts"
import * as Markup from "./Markup.ts"
import { tag, text } from "./Markup.ts"

const section = (
  id: string,
  title: string,
  lead: string,
  ...content: ReadonlyArray<string>
): string =>
  tag(
    "section",
    { "aria-labelledby": id },
    tag("h2", { id }, text(title)),
    lead === "" ? "" : tag("p", { class: "note" }, text(lead)),
    ...content,
  )

const verdict = (summary: Summary.Summary): string => {
  if (!Summary.isGood(summary)) return tag("p", { class: "verdict bad" }, "✗ Something is wrong")
  return summary.partial
    ? tag("p", { class: "verdict warn" }, "◐ Stopped before its end; all is well so far")
    : tag("p", { class: "verdict good" }, "✓ All is well")
}

export const chainName = {
  memory: "in memory",
  anvil: "on a local EVM (anvil)",
  rpc: "on a node by RPC",
}

export const header = (summary: Summary.Summary, details: Summary.Details): string =>
  tag(
    "header",
    {},
    tag(
      "p",
      { class: "kicker" },
      text(
        `Scenario ${summary.scenario.name}, seed ${summary.seed}, ${chainName[summary.chain.kind]}, ipsx ${summary.ipsx}`,
      ),
    ),
    tag("h1", {}, text(details.question)),
    verdict(summary),
  )

const answer = (ok: boolean, name: string, detail: string): string =>
  tag(
    "li",
    {},
    tag("span", { class: `mark ${ok ? "good" : "bad"}`, "aria-hidden": "true" }, ok ? "✓" : "✗"),
    tag("div", {}, text(name), tag("small", {}, text(`${ok ? "holds" : "fails"}: ${detail}`))),
  )

export const answers = (summary: Summary.Summary): string =>
  section(
    "answer",
    "The answer",
    "What the scenario expects, and what the run found.",
    tag(
      "ul",
      { class: "answers" },
      // What failed comes first: it is what somebody came to see.
      ...[...summary.expect]
        .sort((a, b) => Number(a.ok) - Number(b.ok))
        .map((e) => answer(e.ok, e.name, `${value(e.value)} (expected ${wanted(e.bounds)})`)),
      answer(
        summary.checks.every(({ ok }) => ok),
        "every invariant holds",
        `${summary.checks.filter(({ ok }) => ok).length} of ${summary.checks.length}`,
      ),
      answer(
        summary.losses.every(({ ok }) => ok),
        "no honest side loses more than its bound",
        summary.losses
          .filter(({ honest }) => honest)
          .map((l) => `${l.role} ${tokens(l.max)} of ${tokens(l.bound)} tokens`)
          .join(", ") || "nobody lost anything",
      ),
    ),
  )

const tile = (name: string, large: string, small: string): string =>
  tag(
    "div",
    {},
    tag("dt", {}, text(name)),
    tag("dd", {}, text(large), tag("small", {}, text(small))),
  )

export const figures = (summary: Summary.Summary): string => {
  const { deals, orders, actors, chain, tokens: money, oracle } = summary
  const ratio = summary.wallSeconds > 0 ? summary.virtualSeconds / summary.wallSeconds : 0
  const pace = ratio < 10 ? ratio : Math.round(ratio)
  return section(
    "figures",
    "In numbers",
    "",
    tag(
      "dl",
      { class: "tiles" },
      tile("deals settled", number(deals.settled), `of ${number(deals.opened)} opened`),
      tile("matches", number(orders.matched), `from ${number(orders.requests)} requests`),
      tile("providers", number(actors.providers), `${number(orders.offers)} offers`),
      tile("requesters", number(actors.requesters), `${number(orders.expired)} orders expired`),
      tile(
        "virtual time",
        span(summary.virtualSeconds),
        `in ${span(summary.wallSeconds)}, ${Markup.brief(pace)} times as fast`,
      ),
      tile("events", Markup.brief(summary.events), "in the trace"),
      tile("blocks", number(chain.blocks), `${number(chain.transactions)} transactions`),
      tile("commission", tokens(money.fees), "tokens, for the platform"),
      tile(
        "comparisons",
        Markup.brief(oracle.compared),
        oracle.compared === 0
          ? "there were no contracts"
          : oracle.mismatches === 0
            ? "with the contracts, all equal"
            : `${number(oracle.mismatches)} differ`,
      ),
      tile(
        "states reached",
        String(summary.coverage.statesReached),
        `of ${summary.coverage.statesTotal} of the agreement`,
      ),
    ),
  )
}

export const machine = (details: Summary.Details): string =>
  section(
    "machine-heading",
    "How the deals went",
    "The status of a deal is a function of what its two parties have said. Each box counts the deals that were ever in a status, each arrow those that took the step.",
    Machine.figure(details.statusFlow),
  )

const bars = (rows: ReadonlyArray<readonly [name: string, n: number, kind: string]>): string => {
  const most = Math.max(1, ...rows.map(([, n]) => n))
  const total = Math.max(
    1,
    rows.reduce((sum, [, n]) => sum + n, 0),
  )
  return tag(
    "div",
    { class: "bars", role: "list" },
    ...rows.flatMap(([name, n, kind]) => [
      tag("span", {}, text(name)),
      tag(
        "span",
        { class: "bar", role: "listitem", "aria-label": `${name}: ${number(n)}` },
        tag("i", { class: kind, style: `width:${Markup.px((78 * n) / most)}%` }),
        text(`${number(n)} (${number(Math.round((1000 * n) / total) / 10)} %)`),
      ),
    ]),
  )
}

export const endings = (details: Summary.Details): string =>
  section(
    "endings",
    "How they ended",
    "Every deal has one ending. The happy one is that both sign the last amount; in all others the chain has to decide something.",
    bars(
      [...details.endings]
        .sort((a, b) => b.deals - a.deals)
        .map(({ ending, deals }) => [
          ending,
          deals,
          ending === Summary.happyEnding ? "good" : /breach/i.test(ending) ? "bad" : "",
        ]),
    ),
  )

const find = (details: Summary.Details, name: string): Summary.Line | undefined =>
  details.series.find((line) => line.name === name)

const priceChart = (details: Summary.Details): string => {
  const [price, low, high] = ["price", "priceLow", "priceHigh"].map((name) => find(details, name))
  if (price === undefined) return ""
  return Chart.figure({
    id: "price",
    title: "Price of what was sold",
    description:
      "The mean price of the deals that were opened in each span of virtual time, and the range between the lowest and the highest.",
    unit: price.unit,
    bucketMs: details.bucketMs,
    curves: [{ name: "mean", values: price.values }],
    ...(low === undefined || high === undefined
      ? {}
      : { band: { name: "lowest to highest", low: low.values, high: high.values } }),
  })
}

const utilisationChart = (details: Summary.Details): string => {
  const line = find(details, "utilisation")
  if (line === undefined) return ""
  return Chart.figure({
    id: "utilisation",
    title: "Utilisation",
    description: "The share of the offered seats that were leased, over virtual time.",
    unit: "percent of the seats on offer",
    bucketMs: details.bucketMs,
    curves: [{ name: "leased", values: line.values.map((v) => (v === null ? null : v * 100)) }],
  })
}

/** `activeLeases` becomes `Active leases`. */
const titled = (name: string): string => {
  const spaced = name.replace(
    /([a-z])([A-Z])/g,
    (_, a: string, b: string) => `${a} ${b.toLowerCase()}`,
  )
  return spaced.charAt(0).toUpperCase() + spaced.slice(1)
}

const special = new Set(["price", "priceLow", "priceHigh", "utilisation"])
/** More than these would be a wall; the rest is in the tables. */
const chartsMax = 10

const otherCharts = (details: Summary.Details): ReadonlyArray<string> =>
  details.series
    .filter(({ name }) => !special.has(name))
    .slice(0, chartsMax)
    .map((line, i) =>
      Chart.figure({
        id: `series${i}`,
        title: titled(line.name),
        description: `${titled(line.name)}, in ${line.unit}, over virtual time.`,
        unit: line.unit,
        bucketMs: details.bucketMs,
        curves: [{ name: titled(line.name), values: line.values }],
      }),
    )

export const charts = (details: Summary.Details): string =>
  details.series.length === 0
    ? ""
    : section(
        "time",
        "Over time",
        "Point at a chart, or focus it and use the arrow keys, to read its values.",
        tag(
          "div",
          { class: "charts" },
          priceChart(details),
          utilisationChart(details),
          ...otherCharts(details),
        ),
      )

export const actors = (details: Summary.Details): string =>
  details.behaviours.length === 0
    ? ""
    : section(
        "actors",
        "Who won and who lost",
        "What each kind of actor got or gave beside the fair price of what was served: penalties, service that nobody paid for, money for service that nobody got. Gas and commission are not in it.",
        Markup.table(
          "Actors by behaviour",
          ["role", "behaviour", "actors", "deals", "tokens beside the fair price"],
          details.behaviours.map((b) => [
            text(b.role),
            text(titled(b.behaviour)),
            number(b.actors),
            number(b.deals),
            text(tokens(b.net)),
          ]),
          3,
        ),
      )
