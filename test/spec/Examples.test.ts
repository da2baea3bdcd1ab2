// The numbers that the chapters print are computed here again, so that prose and program cannot part.
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Fee from "../../src/model/Fee.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Verdict from "../../src/model/Verdict.ts"

const chapter = (name: string): string =>
  readFileSync(join(import.meta.dirname, "../../spec", name), "utf8")

/** The body of the table whose header begins with `first`, as cells. */
const table = (markdown: string, first: string): ReadonlyArray<ReadonlyArray<string>> => {
  const lines = markdown.split("\n")
  const header = lines.findIndex((line) => line.startsWith(`| ${first} |`))
  const length = lines.slice(header).findIndex((line) => !line.startsWith("|"))
  return lines.slice(header + 2, header + length).map((line) =>
    line
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  )
}

const tokens = (text: string): Amount.Amount => Amount.of(BigInt(text) * 10n ** 18n)

const terms: Verdict.Terms = {
  cap: tokens("100"),
  bond: tokens("10"),
  prepaid: Amount.zero,
  noShowCharge: tokens("2"),
  seats: 1,
  start: 1_000 as Verdict.Terms["start"],
  end: 2_000 as Verdict.Terms["end"],
}

const paid40 = { ...Verdict.noFacts, paid: tokens("40") }
const stopped = { ...paid40, providerStoppedAt: 1_400 }

const cases: Readonly<Record<string, Verdict.Facts>> = {
  "paid 40, the lease ended": paid40,
  "paid 40, the provider stopped at 400 s": stopped,
  "paid 40, the provider stopped at 400 s, its notice had matured": { ...stopped, noticeAt: 1_300 },
  "paid 40, both stopped, the provider at 400 s": { ...stopped, requesterStopped: true },
  "paid 40, a challenge was not answered": { ...paid40, challenged: true, convicted: true },
  "paid 40, a challenge was answered": { ...paid40, challenged: true, answered: true },
  "paid 20, a meter proved 25, the demand lapsed": {
    ...Verdict.noFacts,
    paid: tokens("20"),
    meterDue: tokens("25"),
    lagged: true,
  },
  "nothing paid, the lease ended": Verdict.noFacts,
  "paid 40, the requester equivocated": { ...paid40, requesterEquivocated: true },
  "paid 40, the requester disputed and proved nothing": { ...paid40, requesterDisputed: true },
}

describe("the examples of the payment chapter", () => {
  const rows = table(chapter("payment.md"), "case")

  it("are these", () => {
    expect(rows.map(([name]) => name)).toEqual(Object.keys(cases))
  })

  it.each(rows)(
    "IPSX-PAY-023..027, IPSX-PAY-005: %s",
    (name, c, commission, provider, requester, burned) => {
      const facts = cases[name]!
      const rates = Parameters.standard
      const verdict = Verdict.of(facts, terms, rates)
      // What vouchers have paid already is in the provider's balance, less the commission on it.
      const feeSoFar = Fee.increment(0n, facts.paid, rates)
      const toProvider = verdict.toProvider + facts.paid - feeSoFar
      const fee = rates.minCommission + feeSoFar + verdict.fee
      expect(
        [verdict.paid, fee, toProvider, verdict.toRequester, verdict.burned].map(Amount.format),
      ).toEqual([c, commission, provider, requester, burned])
      const stakes = Verdict.heldStakes(facts, rates)
      expect(fee + toProvider + verdict.toRequester + verdict.burned).toBe(
        terms.cap + terms.bond + rates.minCommission + stakes.fromProvider + stakes.fromRequester,
      )
    },
  )
})

describe("the parameters of the terms chapter", () => {
  it("are those of the two files", () => {
    const json = (name: string): Record<string, unknown> =>
      JSON.parse(chapter(`parameters/${name}.json`)) as Record<string, unknown>
    const standard = json("default")
    const small = json("small")
    const printed = table(chapter("terms.md"), "name").map(([name, a, b]) => [name, a, b])
    expect(printed).toEqual(
      Object.keys(standard).map((name) => [
        `\`${name}\``,
        String(standard[name]),
        String(small[name]),
      ]),
    )
  })
})
