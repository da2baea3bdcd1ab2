import { describe, expect, it } from "vitest"
import * as Chart from "../../../sim/report/Chart.ts"
import * as Report from "../../../sim/report/Report.ts"
import type * as Summary from "../../../sim/Summary.ts"
import { details, summary } from "./fixture.ts"

const page = Report.html(summary, details)

const void_ = new Set(["meta", "!doctype"])

/** Every tag that is opened is closed, in order. */
const unbalanced = (html: string): string | undefined => {
  const open: Array<string> = []
  const bare = html.replace(/<(style|script)>[\s\S]*?<\/\1>/g, "")
  for (const [, close, name, self] of bare.matchAll(/<(\/?)([a-z!][a-z0-9]*)[^>]*?(\/?)>/gi)) {
    if (void_.has(name!) || self === "/") continue
    if (close === "") open.push(name!)
    else if (open.pop() !== name) return name
  }
  return open.at(-1)
}

describe("Report", () => {
  it("is one well-formed page that loads nothing", () => {
    expect(unbalanced(page)).toBeUndefined()
    expect(page).not.toMatch(/\b(src|href)=/)
    expect(page).not.toMatch(/url\((?!#)|@import|fetch\(|https?:/)
    expect(page).toContain("default-src 'none'")
    expect(page.length).toBeLessThan(300_000)
  })

  it("is a function of the run", () => {
    expect(Report.html(summary, details)).toBe(page)
  })

  it("begins with the question and the answer, and ends with how to do it again", () => {
    const order = [
      details.question.slice(0, 40),
      "All is well",
      "at least a thousand deals settle",
      "How the deals went",
      "How they ended",
      "Over time",
      "Checked as it ran",
      details.replay,
    ]
    const places = order.map((part) => page.indexOf(part))
    expect(places.every((at) => at > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  it("describes its pictures, and gives their numbers as tables", () => {
    const pictures = page.match(/<svg /g)!.length
    expect(pictures).toBe(7)
    expect(page.match(/<svg [^>]*role="img"[^>]*aria-labelledby/g)).toHaveLength(pictures)
    expect(page.match(/<title id=/g)).toHaveLength(pictures)
    expect(page.match(/<desc id=/g)).toHaveLength(pictures)
    expect(page).toContain("Active → Closing: 1,634 deals")
    expect(page).toContain("<td>Active</td><td>Closing</td>")
  })

  it("says what failed, and where", () => {
    const failed: Summary.Summary = {
      ...summary,
      oracle: { compared: 10, mismatches: 1 },
      checks: [{ id: "IPSX-WAL-005", ok: false, evaluated: 12 }],
      expect: [{ name: "many settle", ok: false, value: 3, bounds: { min: 1000 } }],
    }
    const html = Report.html(failed, {
      ...details,
      failures: [
        { id: "IPSX-WAL-005", atMs: 61_000, message: "block 30, account 0x12: expected 7, got 8" },
      ],
    })
    expect(html).toContain("✗ Something is wrong")
    expect(html).toContain("fails: 3 (expected at least 1,000)")
    expect(html).toContain("block 30, account 0x12: expected 7, got 8")
    expect(html).toContain("1 differences")
  })

  it("claims nothing for what was not tested, and no agreement with contracts that were not there", () => {
    const html = Report.html(
      {
        ...summary,
        checks: [{ id: "IPSX-WAL-005", ok: true, evaluated: 0 }],
        oracle: { compared: 0, mismatches: 0 },
      },
      details,
    )
    expect(html).toContain("– not tested in this run")
    expect(html).toContain("there were no contracts")
    expect(html).not.toContain("all equal")
  })

  it("marks a run that was stopped", () => {
    expect(Report.html({ ...summary, partial: true }, details)).toContain("Stopped before its end")
  })

  it("lets no word of a scenario become a part of the page", () => {
    const evil = `<script>alert("1")</script>' onload='x`
    const html = Report.html(
      { ...summary, expect: [{ name: evil, ok: true, value: evil, bounds: { equals: evil } }] },
      {
        ...details,
        question: evil,
        replay: evil,
        endings: [{ ending: evil, deals: 1 }],
        series: [{ name: evil, unit: evil, values: [1, 2] }],
        statusFlow: { nodes: [{ status: evil, deals: 1 }], edges: [] },
      },
    )
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).not.toContain("' onload=")
    expect(unbalanced(html)).toBeUndefined()
  })

  it("draws a run in which nothing happened", () => {
    const html = Report.html(
      { ...summary, losses: [], checks: [], expect: [], virtualSeconds: 0, wallSeconds: 0 },
      {
        ...details,
        series: [{ name: "price", unit: "tokens", values: [] }],
        statusFlow: { nodes: [], edges: [] },
        endings: [],
        gas: [],
        behaviours: [],
      },
    )
    expect(unbalanced(html)).toBeUndefined()
    expect(html).not.toMatch(/NaN|undefined|Infinity/)
  })
})

describe("Chart", () => {
  it("has three to seven ticks that begin at zero and pass the maximum", () => {
    for (let exponent = -6; exponent <= 12; exponent++)
      for (const digit of [1, 1.1, 2, 3.7, 5, 6.01, 9.99]) {
        const max = digit * 10 ** exponent
        const ticks = Chart.ticks(max)
        expect(ticks[0]).toBe(0)
        expect(ticks.at(-1)).toBeGreaterThanOrEqual(max * 0.999999)
        expect(ticks.length).toBeGreaterThanOrEqual(3)
        expect(ticks.length).toBeLessThanOrEqual(7)
      }
    expect(Chart.ticks(0)).toEqual([0, 1])
  })

  it("leaves a gap where there is no value", () => {
    const figure = Chart.figure({
      id: "gap",
      title: "Gap",
      description: "A line with a gap.",
      unit: "u",
      bucketMs: 1000,
      curves: [{ name: "line", values: [1, 2, null, 3, 4] }],
    })
    const line = /class="line line0" d="([^"]*)"/.exec(figure)![1]!
    expect(line.match(/M/g)).toHaveLength(2)
    expect(figure).toContain("line: –")
  })
})
