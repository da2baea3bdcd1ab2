import { readdirSync } from "node:fs"
import * as fc from "fast-check"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as ScenarioFile from "../../sim/ScenarioFile.ts"
import * as Supply from "../../sim/Supply.ts"

const minimal = `
schema: ipsx.scenario/1
name: minimal
question: Does anything happen?
seed: 7
duration: 10m
chain: { mode: memory }
providers:
  - { name: homes, count: 3, pricePerHour: 1, tokens: 100 }
requesters:
  - { name: people, count: 2, arrival: { poisson: { perHour: 6 } }, lease: 60, limitPerHour: 2, tokens: 100 }
`
const relays = `country,net_class,net16_group,advertised_bw_kBps,uptime_90d
DE,dc,0,9000,0.95
FR,other,1,100,0.5
US,other,2,50,1.00
`
const files: Readonly<Record<string, string>> = {
  "relays.csv": relays,
  "gas.csv": "date,gwei\n2026-01-01,2.5\n2026-01-02,3\n",
  "empty.csv": "",
}
const read: ScenarioFile.Read = (path) =>
  files[path] === undefined ? Result.fail("there is no such file") : Result.succeed(files[path])

const parse = (settings: ReadonlyArray<string> = [], text = minimal) =>
  ScenarioFile.parse(text, "test.yaml", settings, read)
const loaded = (settings: ReadonlyArray<string> = []): ScenarioFile.Loaded =>
  Result.getOrThrow(parse(settings))
const complaint = (settings: ReadonlyArray<string>, text = minimal): string => {
  const result = parse(settings, text)
  return Result.isFailure(result) ? result.failure.message : "no complaint"
}

describe("ScenarioFile", () => {
  it("IPSX-SIM-011 reads a scenario, and fills in what it leaves open", () => {
    const { scenario, parameters, gasGwei } = loaded()
    expect(scenario.seed).toBe("7")
    expect(scenario.duration).toBe(600)
    expect(scenario.network).toEqual({ delayMs: 0, loss: 0, duplicate: 0, partitions: [] })
    expect(scenario.providers[0]!.countries).toEqual({ US: 1 })
    expect(parameters.minLease).toBe(5)
    expect(gasGwei).toEqual([0])
  })

  it("IPSX-SIM-011 accepts every scenario of the repository", () => {
    const names = readdirSync("scenarios").filter((name) => name.endsWith(".yaml"))
    expect(names.length).toBeGreaterThanOrEqual(4)
    for (const name of names) {
      const result = ScenarioFile.load(`scenarios/${name}`)
      expect(Result.isSuccess(result) ? "" : result.failure.message).toBe("")
    }
  })

  it("IPSX-SIM-011 lets a market have no providers and no requesters at all", () => {
    expect(loaded(["providers=[]", "requesters=[]"]).scenario.providers).toEqual([])
    expect(loaded(["providers.homes.count=0"]).scenario.providers[0]!.count).toBe(0)
  })

  const wrong: ReadonlyArray<readonly [setting: string, complaint: string]> = [
    [
      "providers.0.count=-3",
      "providers.0.count: expected an integer between 0 and 10000000, got -3",
    ],
    ["providers.homes.count=1.5", "providers.0.count: expected an integer"],
    ["providers.homes.pricePerHour=-1", "providers.0.pricePerHour: expected tokens between 0 and"],
    ["providers.homes.pricePerHour={normal: {mean: 1, sd: 1}}", "(give it min and max)"],
    ["providers.homes.pricePerHour={unifrm: {min: 1}}", "a mapping with one of the keys uniform"],
    [
      "providers.homes.pricePerHour={uniform: {min: 2, max: 1}}",
      "providers.0.pricePerHour.uniform: expected min ≤ max",
    ],
    [
      "providers.homes.pricePerHour={uniform: {min: 2}}",
      "providers.0.pricePerHour.uniform.max: is missing",
    ],
    [
      "providers.homes.countries={XX: 1}",
      "providers.0.countries.XX: unknown key, expected a key that is a country code",
    ],
    [
      "providers.homes.countries={DE: 0.5}",
      "providers.0.countries: expected shares that add up to 1",
    ],
    [
      "providers.homes.behaviours={vanishing: 0.6, noShow: 0.6}",
      "shares that add up to at most 1 (the rest is honest)",
    ],
    ["providers.homes.behaviours={cheating: 0.1}", "providers.0.behaviours.cheating: unknown key"],
    ["providers.homes.supply={file: relays.csv}", "providers.0: expected either count or supply"],
    ["requesters.people.lease=3", "requesters.0.lease: expected seconds between 5 and 2678400"],
    [
      "requesters.people.lease={exponential: {mean: 60, max: 90}}",
      "requesters.0.lease: expected seconds between 5",
    ],
    [
      "requesters.people.lease={exponential: {mean: 60, min: 5}}",
      "requesters.0.lease: expected seconds between 5",
    ],
    [
      "requesters.people.arrival={poisson: {perHour: 0}}",
      "requesters.0.arrival.poisson.perHour: expected a number > 0",
    ],
    [
      "requesters.people.arrival=soon",
      "requesters.0.arrival: expected a mapping with one of the keys poisson, closed",
    ],
    [
      "requesters.people.filters=[{share: 0.7}, {share: 0.7}]",
      "requesters.0.filters: expected shares that add up to at most 1",
    ],
    [
      "requesters.people.filters=[{share: 1, countries: [EU]}]",
      "requesters.0.filters.0.countries.0: expected a country code",
    ],
    [
      "parameters={preset: small, overrides: {maxLease: 50}}",
      "requesters.0.lease: expected seconds between the parameters minLease (5) and maxLease (50)",
    ],
    ["parameters.preset=large", 'parameters.preset: expected "default" or "small", got "large"'],
    [
      "parameters={preset: small, overrides: {maxSeats: 0}}",
      "parameters.overrides.maxSeats: expected from 1 to 256, got 0",
    ],
    [
      "parameters={preset: small, overrides: {speed: 1}}",
      "parameters.overrides.speed: unknown key",
    ],
    ["network.loss=1.5", "network.loss: expected a probability between 0 and 1, got 1.5"],
    [
      "network.partitions=[{from: 9, until: 9, share: 0.1}]",
      "network.partitions.0: expected from < until",
    ],
    ["chain=[1, 2]", "chain: expected a mapping, got a list of 2"],
    ["chain.mode=mainnet", 'chain.mode: expected "memory" or "anvil", got "mainnet"'],
    ["providers={count: 3}", "providers: expected a list"],
    ["duration=3 weeks", "duration: expected whole seconds > 0, or a text like 90s"],
    ["bucket=0.1s", "bucket: expected"],
    ["duration=0", "duration: expected"],
    ["seed=-1", "seed: expected an integer ≥ 0 with at most 19 digits, got -1"],
    [
      "gas={file: none.csv}",
      "gas.file: expected a file that can be read, got none.csv: there is no such file",
    ],
    ["gas={file: relays.csv}", "gas.file: relays.csv: expected the columns date, gwei"],
    [
      "providers=[{name: r, supply: {file: empty.csv}, pricePerHour: 1, tokens: 1}]",
      "empty.csv: expected the columns country",
    ],
    [
      "expect=[{name: nothing, value: deals.settled}]",
      "expect.0: expected at least one of min, max, equals",
    ],
    ["speed=3", "speed: unknown key (did you mean seed?), expected one of the keys schema, name"],
    [
      "expect=[{name: served, value: dealPerRequest, min: 1}]",
      "got dealPerRequest (did you mean dealsPerRequest?)",
    ],
    [
      "expect=[{name: ends, value: checks.IPSX-AGR-32.ok, equals: true}]",
      "got checks.IPSX-AGR-32.ok (did you mean checks.IPSX-AGR-032.ok?)",
    ],
    ["expect=[{name: all, value: deals, min: 1}]", "expect.0.value: expected a path"],
    ["name=Not A Name", "name: expected lower-case letters"],
    ["schema=ipsx.scenario/2", 'schema: expected "ipsx.scenario/1"'],
    [
      "providers.nobody.count=1",
      "providers: expected one of the names homes, or an index below 1, got nobody",
    ],
    ["seed.more=1", "seed: has no key more to set"],
    ["seed", '--set: expected key.path=value, got "seed"'],
    ["seed=[1", "seed: expected a YAML value"],
    ["a..b=1", "a..b: expected keys with dots between them"],
  ]
  it.each(wrong)("IPSX-SIM-011 refuses %s", (setting, says) => {
    expect(complaint([setting])).toContain(says)
    expect(complaint([setting])).toMatch(/^test\.yaml: /)
  })

  it("IPSX-SIM-011 refuses to falsify the balance of somebody who is not there", () => {
    const tamper = (account: string) =>
      complaint([`chain.tamper={block: 3, account: ${account}, delta: "5"}`])
    expect(tamper("nobody-1")).toContain(
      "chain.tamper.account: expected a group's name and a number",
    )
    expect(tamper("homes-3")).toContain("chain.tamper.account")
    expect(tamper("homes-2")).toBe("no complaint")
    expect(tamper(`"0x${"a".repeat(40)}"`)).toBe("no complaint")
  })

  it("IPSX-SIM-011 refuses blocks that come too late for any agreement", () => {
    expect(complaint(["chain.blockSeconds=60"])).toContain(
      "chain.blockSeconds: expected at most the parameter acceptWindow (30)",
    )
  })

  it("IPSX-SIM-011 refuses charts with more points than anybody can see", () => {
    expect(complaint(["duration=30d", "bucket=10m"])).toBe(
      "test.yaml: bucket: expected at least 1296 seconds for this duration, got 600",
    )
    expect(complaint(["duration=30d", "bucket=1296"])).toBe("no complaint")
  })

  it("IPSX-SIM-011 names every problem at once, one line each", () => {
    const lines = complaint(["providers.0.count=-3", "network.loss=2", "speed=1"]).split("\n")
    expect(lines).toHaveLength(3)
  })

  it("IPSX-SIM-011 refuses what is not YAML, or not a mapping, in one message", () => {
    expect(complaint([], "a: [1")).toMatch(/^test\.yaml: not YAML: .*\d$/)
    expect(complaint([], "- 1\n- 2")).toBe("test.yaml: expected a mapping, got a list of 2")
    expect(complaint([], "")).toContain("expected a mapping")
  })

  it("IPSX-SIM-011 answers any text with a scenario or a complaint, and never throws", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(Result.isFailure(parse([], text))).toBe(true)
      }),
    )
    fc.assert(
      fc.property(
        fc.constantFrom(...wrong.map(([s]) => s.split("=")[0]!)),
        fc.json(),
        (key, value) => {
          const result = parse([`${key}=${value}`])
          return Result.isSuccess(result) || result.failure.problems.length > 0
        },
      ),
    )
  })

  it("IPSX-SIM-005 has a hash for the question and the population, whatever the seed and the chain", () => {
    const { hash } = loaded()
    expect(loaded(["seed=8", "chain.mode=anvil", "chain.signing=signed"]).hash).toBe(hash)
    expect(loaded(["maxEvents=77"]).hash).toBe(hash)
    expect(loaded(["providers.homes.count=4"]).hash).not.toBe(hash)
    expect(loaded(["chain.blockSeconds=2"]).hash).not.toBe(hash)
    expect(hash).toMatch(/^0x[0-9a-f]{64}$/)
  })

  it("IPSX-SIM-005 hashes files by what is in them, not by their names", () => {
    const supplied = (file: string, content: string) =>
      Result.getOrThrow(
        ScenarioFile.parse(
          minimal,
          "test.yaml",
          [`providers=[{name: r, supply: {file: ${file}}, pricePerHour: 1, tokens: 1}]`],
          () => Result.succeed(content),
        ),
      ).hash
    expect(supplied("a.csv", relays)).toBe(supplied("b.csv", relays))
    expect(supplied("a.csv", relays)).not.toBe(supplied("a.csv", relays.replace("DE", "AT")))
  })

  it("gives a group its rows, evenly thinned to its limit", () => {
    const group = "{name: r, supply: {file: relays.csv, limit: 2}, pricePerHour: 1, tokens: 1}"
    const scenario = loaded([`providers=[${group}]`, "gas={file: gas.csv}"])
    const rows = ScenarioFile.rowsOf(scenario, scenario.scenario.providers[0]!)
    expect(rows.map(({ country }) => country)).toEqual(["DE", "FR"])
    expect(rows[0]).toEqual({
      country: "DE",
      netClass: "dc",
      network: 0,
      bandwidthKBps: 9000,
      uptime: 0.95,
    })
    expect(scenario.gasGwei).toEqual([2.5, 3])
    expect(ScenarioFile.rowsOf(loaded(), loaded().scenario.providers[0]!)).toEqual([])
  })

  const rotten: ReadonlyArray<readonly [row: string, complaint: string]> = [
    ["??,dc,0,1,1", "line 2: ?? is not a country code"],
    ["DE,home,0,1,1", "line 2: net_class home is neither dc nor other"],
    ["DE,dc,x,1,1", "line 2: net16_group x is not an integer ≥ 0"],
    ["DE,dc,0,-1,1", "line 2: advertised_bw_kBps -1 is not a number ≥ 0"],
    ["DE,dc,0,1,1.5", "line 2: uptime_90d 1.5 is not between 0 and 1"],
  ]
  it.each(rotten)("refuses a supply with the row %s", (row, says) => {
    const parsed = Supply.parse(`${relays.split("\n")[0]}\n${row}\n`)
    expect(Result.isFailure(parsed) && parsed.failure.message).toBe(says)
  })

  it("refuses a series of gas prices without prices", () => {
    for (const text of [
      "date,gwei\n",
      "date,gwei\n2026-01-01,cheap\n",
      "date,gwei\n2026-01-01,-1\n",
    ])
      expect(Result.isFailure(Supply.parseGas(text))).toBe(true)
  })
})
