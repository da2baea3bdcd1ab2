import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as Main from "../../../sim/cli/Main.ts"
import type { Runner } from "../../../sim/cli/RunCommand.ts"
import type { Terminal } from "../../../sim/cli/Terminal.ts"
import type { Options } from "../../../sim/Progress.ts"
import type * as Summary from "../../../sim/Summary.ts"
import * as Table from "../../../sim/Table.ts"
import { details, summary } from "../report/fixture.ts"

const scenario = "scenarios/quickstart.yaml"
let directory = ""
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-cli-"))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

interface Ran {
  readonly code: number
  readonly out: string
  readonly error: string
  readonly options: ReadonlyArray<Options>
}

const table = (): Table.Table => {
  const made = Table.make("deals", { id: "text", at: "integer", paid: "amount" })
  Table.append(made, "0x01", 5, 10n ** 20n)
  Table.append(made, "0x02", 6, null)
  return made
}

/** Answers with the fixture's run, as if it had been of the scenario that it was given. */
const answering =
  (change: Partial<Summary.Summary> = {}): Runner =>
  (loaded, options) =>
    Effect.succeed({
      summary: {
        ...summary,
        scenario: { name: loaded.scenario.name, hash: loaded.hash },
        seed: loaded.scenario.seed,
        chain: { ...summary.chain, kind: options.chain === "memory" ? "memory" : "anvil" },
        ...change,
      },
      details: { ...details, replay: options.replay },
      tables: [table()],
    })

const ipsx = async (
  args: ReadonlyArray<string>,
  runner = answering(),
  interactive = false,
): Promise<Ran> => {
  let out = ""
  let error = ""
  const options: Array<Options> = []
  const terminal: Terminal = {
    out: (text) => void (out += text),
    error: (text) => void (error += text),
    interactive,
    onInterrupt: () => () => {},
    seconds: () => 0,
  }
  const spy: Runner = (loaded, given) => {
    options.push(given)
    return runner(loaded, given)
  }
  const code = await Main.main(args, terminal, spy, "0.1.0")
  return { code, out, error, options }
}

describe("ipsx", () => {
  const usage: ReadonlyArray<readonly [args: string, complaint: string]> = [
    ["", "expected a command"],
    ["frobnicate", '), got "frobnicate"'],
    ["run", "expected one SCENARIO, got 0"],
    ["run a b", "expected one SCENARIO, got 2"],
    ["run a --frob", "--frob"],
    ["run a --seed=-1", "--seed: expected an integer ≥ 0"],
    ["run a --seed x", "--seed: expected an integer ≥ 0"],
    ["run a --seed", "--seed"],
    ["run a --chain mainnet", '--chain: expected memory, anvil or an http(s) URL, got "mainnet"'],
    ["run a --tunnel carrier-pigeon", "--tunnel: expected null"],
    ["run a --format xml", "--format: expected text or json"],
    ["run a --trace", "--trace: expected --out DIR"],
    ["run no/such/file.yaml", "no/such/file.yaml: cannot be read: there is no such file"],
    ["run scenarios", "scenarios: cannot be read: it is a directory"],
    [
      "run scenarios/quickstart.yaml --set providers.homes.count=-3",
      "providers.0.count: expected an integer",
    ],
    [
      "run scenarios/quickstart.yaml --out package.json",
      "package.json: expected a directory, got a file",
    ],
    ["run scenarios/quickstart.yaml --out scenarios", "scenarios: expected a new directory"],
    ["validate", "expected one SCENARIO at least"],
    ["validate package.json", "package.json: schema: is missing"],
    ["report", "expected one DIR, got 0"],
    ["report scenarios", "scenarios: expected a run's directory with summary.json"],
    ["replay no/such/directory", "no/such/directory: expected a run's directory"],
  ]
  it.each(usage)(
    "IPSX-SIM-007 refuses «%s» with one message and exit code 2",
    async (args, says) => {
      const ran = await ipsx(args === "" ? [] : args.split(" "))
      expect(ran.code).toBe(2)
      expect(ran.error).toContain(says)
      expect(ran.error).not.toMatch(/\n\s+at /)
      expect(ran.out).toBe("")
      expect(ran.options).toHaveLength(0)
    },
  )

  it("IPSX-SIM-007 says what it can do", async () => {
    expect((await ipsx(["--version"])).out).toBe("0.1.0\n")
    for (const args of [
      ["--help"],
      ["run", "--help"],
      ["report", "-h"],
      ["replay", "-h"],
      ["validate", "-h"],
    ]) {
      const ran = await ipsx(args)
      expect(ran.code).toBe(0)
      expect(ran.out).toContain("ipsx")
    }
  })

  it("IPSX-SIM-008 prints exactly the summary with --format json", async () => {
    const ran = await ipsx([
      "run",
      scenario,
      "--format",
      "json",
      "--seed",
      "9",
      "--chain",
      "memory",
    ])
    expect([ran.code, ran.error]).toEqual([0, ""])
    const printed = JSON.parse(ran.out) as Summary.Summary
    expect(printed.seed).toBe("9")
    expect(printed.chain.kind).toBe("memory")
    expect(Object.keys(printed)).toEqual(Object.keys(summary))
    expect(ran.options[0]!.replay).toBe(`ipsx run ${scenario} --seed 9 --chain memory`)
  })

  it("prints a table that says what happened, and what a failure was", async () => {
    const good = await ipsx(["run", scenario])
    expect(good.code).toBe(0)
    expect(good.out).toContain("1,742 opened, 1,702 settled")
    expect(good.out).toContain(
      "✓ at least a thousand deals settle: 1,702 (expected at least 1,000)",
    )
    expect(good.out).toContain("All is well.")
    const bad = await ipsx(
      ["run", scenario],
      answering({ expect: [{ name: "many settle", ok: false, value: 3, bounds: { min: 1000 } }] }),
    )
    expect(bad.code).toBe(1)
    expect(bad.out).toContain("✗ many settle: 3 (expected at least 1,000)")
    expect(bad.out).toContain("SOMETHING IS WRONG")
    expect(bad.out).toContain(`ipsx run ${scenario} --seed 7 --chain anvil`)
  })

  it("IPSX-SIM-009 exits with 1 when the oracle, a check, a bound or the conservation fails", async () => {
    const changes: ReadonlyArray<Partial<Summary.Summary>> = [
      { oracle: { compared: 1, mismatches: 1 } },
      { checks: [{ id: "IPSX-WAL-005", ok: false, evaluated: 1 }] },
      { tokens: { ...summary.tokens, conserved: false } },
      { losses: [{ role: "provider", honest: true, max: "2", bound: "1", ok: false }] },
    ]
    for (const change of changes) {
      const ran = await ipsx(["run", scenario], answering(change))
      expect(ran.code).toBe(1)
      expect(ran.out).toContain("SOMETHING IS WRONG")
    }
  })

  it("keeps a run in a directory that stands for itself, and rebuilds its report", async () => {
    const out = join(directory, "new", "run")
    const tor = "scenarios/tor-supply.yaml"
    expect((await ipsx(["run", tor, "--out", out, "--set", "seed=11"])).code).toBe(0)
    expect(readdirSync(out).sort()).toEqual([
      "data",
      "details.json",
      "report.html",
      "run.json",
      "scenario.yaml",
      "summary.json",
      "tables",
    ])
    expect(readdirSync(join(out, "tables"))).toEqual(["deals.parquet"])
    expect(readFileSync(join(out, "tables/deals.parquet")).subarray(0, 4).toString()).toBe("PAR1")
    expect(readdirSync(join(directory, "new"))).toEqual(["run"])
    const report = readFileSync(join(out, "report.html"), "utf8")
    rmSync(join(out, "report.html"))
    expect((await ipsx(["report", out])).code).toBe(0)
    expect(readFileSync(join(out, "report.html"), "utf8")).toBe(report)
    // The copy of the scenario is complete: it loads from where it lies, and is the same scenario.
    expect((await ipsx(["validate", join(out, "scenario.yaml")])).code).toBe(0)
    const replayed = await ipsx(["replay", out])
    expect([replayed.code, replayed.options[0]!.chain]).toEqual([0, "anvil"])
    expect(replayed.out.match(/✓/g)).toHaveLength(5)
  })

  it("IPSX-SIM-001 finds a replay that differs, and says in what", async () => {
    const out = join(directory, "run")
    await ipsx(["run", scenario, "--out", out])
    const ran = await ipsx(["replay", out], answering({ traceHash: `0x${"e".repeat(64)}` }))
    expect(ran.code).toBe(1)
    expect(ran.out).toContain(
      `✗ trace      was 0x${"b".repeat(64)}\n             is  0x${"e".repeat(64)}`,
    )
    expect(ran.out.match(/✓/g)).toHaveLength(4)
  })

  it("replaces an earlier run, and never another directory", async () => {
    const out = join(directory, "run")
    await ipsx(["run", scenario, "--out", out])
    expect((await ipsx(["run", scenario, "--out", out, "--seed", "8"])).code).toBe(0)
    expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8")).seed).toBe("8")
    const other = join(directory, "other")
    mkdirSync(other)
    writeFileSync(join(other, "thesis.txt"), "years of work")
    expect((await ipsx(["run", scenario, "--out", other])).code).toBe(2)
    expect(readdirSync(other)).toEqual(["thesis.txt"])
    expect(readdirSync(directory).sort()).toEqual(["other", "run"])
  })

  it("IPSX-SIM-007 leaves nothing half-written when a run cannot be done", async () => {
    const out = join(directory, "run")
    const failing: Runner = () => Effect.fail({ message: "anvil is not installed: npm install" })
    const ran = await ipsx(["run", scenario, "--out", out, "--trace"], failing)
    expect(ran.code).toBe(2)
    expect(ran.error).toBe("ipsx: anvil is not installed: npm install\n")
    expect(readdirSync(directory)).toEqual([])
    const lacking: Runner = () =>
      Effect.promise(() => import(`ipsx-${"nowhere"}`) as Promise<never>)
    const absent = await ipsx(["run", scenario, "--out", out], lacking)
    expect(absent.code).toBe(2)
    expect(absent.error).toBe(
      "ipsx: the package ipsx-nowhere is not installed: npm install ipsx-nowhere\n",
    )
    const broken: Runner = () => {
      throw new TypeError("undefined is not a deal")
    }
    const crashed = await ipsx(["run", scenario, "--out", out], broken)
    expect(crashed.code).toBe(1)
    expect(crashed.error).toContain("a mistake of the program")
    expect(crashed.error).toContain("undefined is not a deal")
    expect(readdirSync(directory)).toEqual([])
  })

  it("writes the events of a run when it is asked to", async () => {
    const out = join(directory, "run")
    const tracing: Runner = (loaded, options) => {
      for (let i = 0; i < 25_000; i++) options.trace!(`[${i},"tick"]`)
      return answering()(loaded, options)
    }
    await ipsx(["run", scenario, "--out", out, "--trace"], tracing)
    const lines = readFileSync(join(out, "trace.ndjson"), "utf8").trimEnd().split("\n")
    expect([lines.length, lines[0], lines.at(-1)]).toEqual([25_000, '[0,"tick"]', '[24999,"tick"]'])
  })

  it("shows progress on a terminal and nowhere else", async () => {
    const ticking: Runner = (loaded, options) =>
      Effect.flatMap(
        Effect.promise(() =>
          options.observer.tick({
            nowMs: 900_000,
            untilMs: 1_800_000,
            events: 1234,
            opened: 20,
            settled: 10,
          }),
        ),
        (goOn) => (goOn ? answering()(loaded, options) : Effect.fail({ message: "stopped" })),
      )
    const watched = await ipsx(["run", scenario], ticking, true)
    expect(watched.code).toBe(0)
    expect(watched.error).toContain("50 %  virtual 00:15:00  1,234 events  10 of 20 deals settled")
    expect((await ipsx(["run", scenario, "--no-progress"], ticking, true)).error).toBe("")
    expect((await ipsx(["run", scenario], ticking, false)).error).toBe("")
  })

  it("IPSX-SIM-010 keeps what there is when somebody presses Ctrl-C, and replays up to there", async () => {
    const out = join(directory, "run")
    let interrupt = () => {}
    const terminal: Terminal = {
      out: () => {},
      error: () => {},
      interactive: false,
      onInterrupt: (callback) => {
        interrupt = callback
        return () => {}
      },
      seconds: () => 0,
    }
    const progress = { nowMs: 0, untilMs: 1, events: 1, opened: 0, settled: 0 }
    const interrupted: Runner = (loaded, options) =>
      Effect.flatMap(
        Effect.promise(async () => {
          expect(await options.observer.tick(progress)).toBe(true)
          interrupt()
          return options.observer.tick(progress)
        }),
        (goOn) => answering({ partial: !goOn, events: 77 })(loaded, options),
      )
    expect(await Main.main(["run", scenario, "--out", out], terminal, interrupted, "0.1.0")).toBe(0)
    expect(JSON.parse(readFileSync(join(out, "summary.json"), "utf8")).partial).toBe(true)
    expect(existsSync(join(out, "report.html"))).toBe(true)
    let limit = 0
    const replaying: Runner = (loaded, options) => {
      limit = loaded.scenario.maxEvents
      return answering({ partial: true, events: 77 })(loaded, options)
    }
    const replayed = await ipsx(["replay", out], replaying)
    expect(limit).toBe(77)
    expect(replayed.out).toContain("✓ events     77")
  })

  it("refuses a directory whose results were damaged", async () => {
    const out = join(directory, "run")
    await ipsx(["run", scenario, "--out", out])
    writeFileSync(join(out, "details.json"), "{")
    expect((await ipsx(["report", out])).error).toContain("details.json is not JSON")
    writeFileSync(join(out, "details.json"), "{}")
    expect((await ipsx(["report", out])).error).toContain("details.json is not what a run writes")
  })

  it("checks many scenarios, and names each", async () => {
    const ran = await ipsx(["validate", scenario, "scenarios/faults.yaml", "package.json"])
    expect(ran.code).toBe(2)
    expect(ran.out).toBe("scenarios/quickstart.yaml: ok\nscenarios/faults.yaml: ok\n")
    expect(ran.error).toContain("package.json: schema: is missing")
  })
})
