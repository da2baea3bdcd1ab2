// What a report says of a run, and that its forms say the same of whether it is good.
import { describe, expect, it } from "vitest"
import * as Forms from "../../src/conformance/report/Forms.ts"
import * as Report from "../../src/conformance/report/Report.ts"
import * as Text from "../../src/conformance/report/Text.ts"
import type { Verdict } from "../../src/conformance/Runner.ts"
import type { Vector } from "../../src/conformance/Vector.ts"

const requirements: Report.Requirements = new Map([
  ["IPSX-WAL-001", { level: "MUST", text: "One." }],
  ["IPSX-WAL-002", { level: "MUST", text: "Two." }],
  ["IPSX-SIG-006", { level: "SHOULD", text: "Three." }],
])

const passed: Verdict = { status: "passed" }
const skipped: Verdict = { status: "skipped", message: "not today" }
const failedAt = (event: number): Verdict => ({
  status: "failed",
  difference: { event, path: "a", expected: "1", actual: undefined },
  results: [],
})

const vector = (id: string, requirement: string): Vector => ({
  id,
  group: "wallet/x",
  class: "wallet/1",
  roles: ["contract"],
  why: "It matters.",
  requirements: [requirement],
  params: {},
  observe: undefined,
  events: Array.from({ length: 40 }, () => ({ type: "x" })),
  expected: [],
  judge: "equal",
})

const told = (
  cases: ReadonlyArray<readonly [id: string, requirement: string, verdict: Verdict]>,
  given: Partial<Report.Given> & { readonly name?: string } = {},
): Report.Report => {
  const { name = "x" } = given
  return Report.of({
    ran: {
      started: {
        seq: 1,
        protocol: 1,
        implementation: { name, version: "1", language: "js" },
        classes: ["wallet/1"],
      },
      judged: cases.map(([id, requirement, verdict]) => ({
        vector: vector(id, requirement),
        verdict,
      })),
      restarts: 0,
    },
    suite: "1.0.0",
    manifest: "0",
    requirements,
    strict: false,
    knownFailing: [],
    notClaimed: [],
    ...given,
  })
}

const text = (report: Report.Report): string => Text.text(report, requirements, (id) => id)
const form = (name: keyof typeof Forms.all, report: Report.Report): string =>
  Forms.all[name](report, requirements)

describe("a report", () => {
  it("of a driver that claims nothing, or skips everything, does not say that it conforms", () => {
    const none = told([])
    const all = told([["wallet/x/a", "IPSX-WAL-001", skipped]])
    for (const report of [none, all]) {
      expect(report.good).toBe(false)
      expect(text(report)).toMatch(/\nNothing was judged: /)
      expect(text(report)).not.toMatch(/Conforms/)
      expect(JSON.parse(form("badge", report))).toMatchObject({ color: "red" })
    }
    expect(form("tap", none)).toBe("TAP version 14\n1..0\n")
  })

  it("of a SHOULD that is not met is good in every form, unless it is strict", () => {
    const cases = [
      ["wallet/x/a", "IPSX-WAL-001", passed],
      ["wallet/x/b", "IPSX-SIG-006", failedAt(0)],
    ] as const
    const mild = told(cases)
    expect(mild.good).toBe(true)
    expect(form("junit", mild)).toContain(
      `failures="0" errors="0" skipped="1">\n    <testcase classname="wallet/1" name="wallet/x/a"/>`,
    )
    expect(form("junit", mild)).toContain(`<skipped message="not required: IPSX-SIG-006: event 1,`)
    expect(form("tap", mild)).toContain(
      `\nnot ok 2 - wallet/x/b # TODO not required: event 1, a: expected "1", actual nothing\n`,
    )
    const strict = told(cases, { strict: true })
    expect(strict.good).toBe(false)
    expect(form("junit", strict)).toContain(`failures="1" errors="0" skipped="0"`)
    expect(form("tap", strict)).not.toContain("TODO")
  })

  it("of known failures is good, and its badge and its TAP say that there are some", () => {
    const cases = [
      ["wallet/x/a", "IPSX-WAL-001", passed],
      ["wallet/x/b", "IPSX-WAL-001", failedAt(0)],
      ["wallet/x/c", "IPSX-WAL-001", skipped],
    ] as const
    const report = told(cases, { knownFailing: ["wallet/x/b"] })
    expect(report.good).toBe(true)
    expect(JSON.parse(form("badge", report))).toMatchObject({
      message: "1 passed, 1 skipped, 1 known to fail",
      color: "yellow",
    })
    expect(form("tap", report)).toContain("not ok 2 - wallet/x/b # TODO known to fail: ")
    expect(form("tap", report)).toContain("ok 3 - wallet/x/c # SKIP not today\n")
    expect(told(cases, { knownFailing: ["wallet/x/a", "wallet/x/b"] }).good).toBe(false)
  })

  it("tells of many failures one for each requirement, the shortest first, and a case once for all parameters", () => {
    const many = Array.from({ length: 12 }, (_, n) =>
      ["", ".odd", ".small"].map(
        (set) =>
          [`wallet/x${set}/${String(n).padStart(2, "0")}`, "IPSX-WAL-001", failedAt(1)] as const,
      ),
    ).flat()
    const report = told([...many, ["wallet/x/deep", "IPSX-WAL-002", failedAt(30)]])
    const shown = [...text(report).matchAll(/^✗ (\S+)/gm)].map(([, id]) => id)
    const numbers = Array.from({ length: 9 }, (_, n) => `wallet/x/0${n}`)
    expect(shown).toEqual([...numbers, "wallet/x/deep"])
    expect(text(report)).toContain("… and 27 more;")
  })

  it("of a driver with a hostile name moves no cursor and breaks no table", () => {
    const report = told(
      [["wallet/x/a", "IPSX-WAL-001", { ...skipped, message: "a\u001b[2Jb\rc" }]],
      {
        name: "a|b\u001b[31m\nc",
      },
    )
    for (const one of [text(report), form("markdown", report), form("tap", report)])
      // oxlint-disable-next-line no-control-regex
      expect(one).not.toMatch(/[\u0000-\u0009\u000b-\u001f]/)
    expect(form("markdown", report)).toMatch(/^# a\\\|b \[31m c 1 \(js\)\n/)
  })
})
