// The checker itself, as its own process: it must not see a regression where there is none, and must see one where
// the function got slower.
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join, resolve } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const root = resolve(import.meta.dirname, "../..")
const directory = join(import.meta.dirname, "fixture")
const baseline = join(directory, "baseline.json")

const bench = (args: ReadonlyArray<string>, env: Record<string, string> = {}) =>
  spawnSync(
    process.execPath,
    [join(root, "bench/run.ts"), "--directory", directory, "--runs", "3", ...args],
    { encoding: "utf8", env: { ...process.env, ...env } },
  )

describe("bench:check", () => {
  beforeAll(() => {
    const { status, stderr } = bench(["--update"])
    expect(stderr).not.toMatch(/FAILED/)
    expect(status).toBe(0)
  })
  afterAll(() => rmSync(baseline, { force: true }))

  // Others on the machine may slow three runs of one and not of the other; hardly thrice in a row.
  it("finds nothing when nothing changed", { retry: 2 }, () => {
    const { status, stdout } = bench(["--check"])
    expect(stdout).toMatch(/No ratio was lost\./)
    expect(status).toBe(0)
  })

  // A baseline that was taken while others were busy has a wide band of noise; each try takes its own.
  it("fails when a function got four times slower, and names it", { retry: 3 }, () => {
    bench(["--update"])
    const { status, stdout } = bench(["--check"], { SPIN: "4" })
    expect(stdout).toMatch(
      /REGRESSION spin: turns: expected a ratio ≥ .*, got .* in the middle of 3 runs/,
    )
    expect(status).toBe(1)
  })

  it("fails when the peer's answer differs, before any time counts", () => {
    const { status, stdout, stderr } = bench(["--check"], { SPIN_WRONG: "1" })
    expect(stderr).toMatch(/a longer loop gives another answer/)
    expect(stdout).not.toMatch(/spin: turns/)
    expect(status).toBe(1)
  })

  it("fails when a case of the baseline is not measured any more", () => {
    const elsewhere = mkdtempSync(join(tmpdir(), "ipsx-bench-"))
    try {
      cpSync(baseline, join(elsewhere, "baseline.json"))
      const row = { bench: "spin", case: "other", unit: "s", higherIsBetter: true, value: 1 }
      const whole = { ...row, peer: "p", peerValue: 1, ratio: 1, noise: 0, rounds: 5 }
      writeFileSync(
        join(elsewhere, "spin.bench.ts"),
        `console.log(${JSON.stringify(JSON.stringify(whole))})`,
      )
      const { status, stdout } = bench(["--directory", elsewhere, "--check"])
      expect(stdout).toMatch(/REGRESSION spin: turns: .* got none was printed/)
      expect(stdout).toMatch(/new, not in the baseline: spin: other/)
      expect(status).toBe(1)
    } finally {
      rmSync(elsewhere, { recursive: true })
    }
    expect(existsSync(baseline)).toBe(true)
  })

  it("refuses the name of a bench that is not there", () => {
    const { status, stderr } = bench(["nothing"])
    expect(stderr).toBe("expected names of benches (spin), got nothing\n")
    expect(status).toBe(2)
  })
})
