// The parts of the report that say why to believe it: the chain, the oracle, the invariants, the replay.
import type * as Summary from "../Summary.ts"
import { number, span, tokens } from "../Wording.ts"
import * as Markup from "./Markup.ts"
import { tag, text } from "./Markup.ts"
import { chainName } from "./Sections.ts"

const facts = (rows: ReadonlyArray<readonly [string, string]>): string =>
  tag(
    "dl",
    { class: "facts" },
    ...rows.flatMap(([name, markup]) => [tag("dt", {}, text(name)), tag("dd", {}, markup)]),
  )

const code = (value: string): string => tag("code", {}, text(value))

const perCall = (gas: string, calls: number): string =>
  calls === 0 ? "–" : number(Number(BigInt(gas) / BigInt(calls)))

export const chain = (summary: Summary.Summary, details: Summary.Details): string => {
  const { chain } = summary
  const signing = {
    signed: "every transaction signed",
    impersonated: "transactions impersonated, deals and vouchers signed",
    none: "nothing signed",
  }[chain.signing]
  return tag(
    "section",
    { "aria-labelledby": "chain" },
    tag("h2", { id: "chain" }, "On the chain"),
    facts([
      ["kind", text(`${chainName[chain.kind]}, ${signing}`)],
      ["blocks", text(`${number(chain.blocks)} with ${number(chain.transactions)} transactions`)],
      ["gas used", text(number(Number(chain.gasUsed)))],
      ["last block", chain.headHash === null ? "none in memory" : code(chain.headHash)],
      ["state digest", code(chain.stateDigest)],
    ]),
    details.gas.length === 0
      ? ""
      : Markup.table(
          "Gas by function of the contract",
          ["function", "calls", "gas in all", "gas per call"],
          [...details.gas]
            .sort((a, b) => (BigInt(a.gas) < BigInt(b.gas) ? 1 : -1))
            .map(({ call, calls, gas }) => [
              code(call),
              number(calls),
              number(Number(gas)),
              perCall(gas, calls),
            ]),
          3,
        ),
  )
}

const failures = (details: Summary.Details): string =>
  details.failures.length === 0
    ? ""
    : Markup.table(
        "What went wrong, in the order in which it did",
        ["at", "requirement", "what"],
        details.failures.map(({ atMs, id, message }) => [
          text(span(atMs / 1000)),
          code(id),
          text(message),
        ]),
        0,
      )

const verdict = ({ oracle, tokens: money }: Summary.Summary): string => {
  const equal = oracle.mismatches === 0
  return [
    tag(
      "p",
      {},
      tag("b", { class: equal ? "good" : "bad" }, equal ? "✓ " : "✗ "),
      text(
        oracle.compared === 0
          ? "There was nothing to compare: the model alone kept the books."
          : `The contracts and the model were compared ${number(oracle.compared)} times: ${equal ? "never a difference" : `${number(oracle.mismatches)} differences`}.`,
      ),
    ),
    tag(
      "p",
      {},
      tag("b", { class: money.conserved ? "good" : "bad" }, money.conserved ? "✓ " : "✗ "),
      text(
        `Tokens are ${money.conserved ? "" : "NOT "}conserved to the last base unit: ${tokens(money.balance)} free, ${tokens(money.reserved)} reserved and ${tokens(money.fees)} commission, out of a supply of ${tokens(money.supply)}.`,
      ),
    ),
  ].join("")
}

const mark = (ok: boolean): string =>
  tag("span", { class: ok ? "good" : "bad" }, ok ? "✓ holds" : "✗ fails")

export const oracle = (summary: Summary.Summary, details: Summary.Details): string =>
  tag(
    "section",
    { "aria-labelledby": "oracle" },
    tag("h2", { id: "oracle" }, "Checked as it ran"),
    verdict(summary),
    failures(details),
    Markup.table(
      "Invariants, by the requirement that each tests",
      ["requirement", "verdict", "evaluated"],
      summary.checks.map(({ id, ok, evaluated }) => [
        code(id),
        // What was never put to the test does not hold; nor does it fail.
        ok && evaluated === 0 ? "– not tested in this run" : mark(ok),
        number(evaluated),
      ]),
      1,
    ),
    Markup.table(
      "The most that anybody lost on one channel, in tokens",
      ["role", "honest", "verdict", "lost", "bound"],
      summary.losses.map((l) => [
        text(l.role),
        l.honest ? "yes" : "no",
        l.honest ? mark(l.ok) : "–",
        text(tokens(l.max)),
        text(tokens(l.bound)),
      ]),
      2,
    ),
    summary.coverage.unreached.length === 0
      ? ""
      : Markup.behind(
          `${summary.coverage.unreached.length} states of the agreement that this run never reached`,
          tag("p", {}, summary.coverage.unreached.map(code).join(", ")),
        ),
  )

export const replay = (summary: Summary.Summary, details: Summary.Details): string =>
  tag(
    "section",
    { "aria-labelledby": "replay" },
    tag("h2", { id: "replay" }, "Again"),
    tag(
      "p",
      { class: "note" },
      "This command does the same run again, event for event, on any machine; the hashes are the same or something is wrong.",
    ),
    tag(
      "div",
      { class: "command" },
      code(details.replay),
      tag("button", { type: "button", "data-copy": details.replay }, "copy"),
    ),
    facts([
      ["trace", code(summary.traceHash)],
      ["scenario", code(summary.scenario.hash)],
    ]),
  )
