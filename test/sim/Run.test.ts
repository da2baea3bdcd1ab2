import * as Schema from "effect/Schema"
import { readFileSync } from "node:fs"
import { beforeAll, describe, expect, it } from "vitest"
import * as Summary from "../../sim/Summary.ts"
import * as Running from "./running.ts"

const ways = ["memory", "impersonated", "signed"] as const
type Way = (typeof ways)[number]

const of = (way: Way): ReadonlyArray<string> =>
  way === "memory" ? ["chain.mode=memory"] : ["chain.mode=anvil", `chain.signing=${way}`]

const runs = new Map<string, Summary.RunResult>()
const get = (name: string): Summary.RunResult => runs.get(name)!

beforeAll(async () => {
  for (const way of ways)
    runs.set(way, await Running.run(Running.load("faults", [...Running.faults, ...of(way)])))
  for (const way of ["memory", "impersonated"] as const)
    runs.set(
      `${way} again`,
      await Running.run(Running.load("faults", [...Running.faults, ...of(way)])),
    )
})

/** What does not depend on where a run was made. */
const essence = ({ summary, details, tables }: Summary.RunResult) => {
  const { wallSeconds: _wallSeconds, chain, oracle: _oracle, ...rest } = summary
  const { stateDigest, blocks, transactions } = chain
  return { ...rest, chain: { stateDigest, blocks, transactions }, details, tables }
}

describe("a run", () => {
  it("is of a market in which much goes wrong, so that equality says something", () => {
    const { summary, details } = get("memory")
    expect(summary.deals.settled).toBeGreaterThan(150)
    expect(summary.deals.settled).toBe(summary.deals.opened)
    expect(details.endings.length).toBeGreaterThan(5)
  })

  it.each(["memory again", "impersonated", "signed", "impersonated again"])(
    "IPSX-SIM-001 is the same run %s: trace, deals, amounts, tables",
    (name) => {
      expect(essence(get(name))).toEqual(essence(get("memory")))
    },
  )

  it("IPSX-CHN-021 ends with one head block, whenever it is made again", () => {
    const head = (name: string): string | null => get(name).summary.chain.headHash
    expect(head("impersonated")).toMatch(/^0x[0-9a-f]{64}$/)
    expect(head("impersonated again")).toBe(head("impersonated"))
    expect(head("memory")).toBeNull()
  })

  it("IPSX-SIM-006 has one state digest, computed in memory and read back from the contracts", () => {
    const digests = ways.map((way) => get(way).summary.chain.stateDigest)
    expect(new Set(digests).size).toBe(1)
    expect(get("signed").summary.chain).toMatchObject({ kind: "anvil", signing: "signed" })
  })

  it("IPSX-SIM-014 IPSX-SIM-015 compares every log, refusal and touched account, and at the end everything", () => {
    const { oracle, chain, deals } = get("signed").summary
    expect(oracle.mismatches).toBe(0)
    // Each transaction makes a log or a refusal, and touches its sender at least in each block.
    expect(oracle.compared).toBeGreaterThan(chain.transactions + chain.blocks + deals.opened)
    expect(get("memory").summary.oracle).toEqual({ compared: 0, mismatches: 0 })
  })

  it("IPSX-SIM-001 differs with another seed", async () => {
    const other = await Running.run(
      Running.load("faults", [...Running.faults, ...of("memory"), "seed=8"]),
    )
    expect(other.summary.traceHash).not.toBe(get("memory").summary.traceHash)
    expect(other.summary.scenario.hash).toBe(get("memory").summary.scenario.hash)
  })

  it("IPSX-SIM-008 has exactly the summary that the schema describes, strictly and by its required keys", () => {
    const strict = Schema.decodeUnknownSync(Summary.Summary, { onExcessProperty: "error" })
    for (const { summary } of runs.values()) {
      const written: unknown = JSON.parse(JSON.stringify(summary))
      expect(strict(written)).toEqual(summary)
      expect(structure(written, schema)).toEqual([])
    }
  })

  it("IPSX-SIM-008 would be seen to depart from the schema anywhere in its depth", () => {
    const { summary } = get("impersonated")
    const { stateDigest: _stateDigest, ...chain } = summary.chain
    const [check, ...checks] = summary.checks
    const wrong = {
      ...summary,
      chain: { ...chain, kind: "paper", gasUsed: "1.5" },
      deals: { ...summary.deals, lost: 1 },
      checks: [{ id: check!.id, ok: true }, ...checks],
    }
    expect([...structure(wrong, schema)].sort()).toEqual([
      "summary.chain.gasUsed: 1.5",
      "summary.chain.kind: paper",
      "summary.chain.stateDigest is missing",
      "summary.checks.0.evaluated is missing",
      "summary.deals.lost is too much",
    ])
  })

  it("IPSX-SIM-008 has the fields that scripts depend on", () => {
    const { summary } = get("impersonated")
    const fields = {
      scenario: "name hash",
      actors: "providers requesters",
      chain: "kind signing blocks transactions gasUsed headHash stateDigest",
      orders: "offers requests matched cancelled expired",
      deals: "opened settled byStatus",
      tokens: "supply balance reserved fees conserved",
      oracle: "compared mismatches",
      coverage: "statesReached statesTotal unreached",
    } as const
    for (const [key, names] of Object.entries(fields))
      expect(Object.keys(summary[key as keyof typeof fields]).join(" ")).toBe(names)
    expect(summary.losses.map((row) => Object.keys(row).join(" "))).toContain(
      "role honest max bound ok",
    )
    expect(summary.checks.map((row) => Object.keys(row).join(" "))).toContain("id ok evaluated")
  })

  it("IPSX-SIM-013 ends as partial at its limit of events, and again at the same one", async () => {
    const limited = [...Running.faults, ...of("memory"), "maxEvents=5000"]
    const [first, second] = [
      await Running.run(Running.load("faults", limited)),
      await Running.run(Running.load("faults", limited)),
    ]
    expect(first.summary).toMatchObject({ partial: true, events: 5000 })
    expect(essence(second)).toEqual(essence(first))
    expect(get("memory").summary.events).toBeGreaterThan(5000)
    expect(get("memory").summary.partial).toBe(false)
    expect(first.summary.traceHash).not.toBe(get("memory").summary.traceHash)
  })
})

interface JsonSchema {
  readonly type?: string
  readonly required?: ReadonlyArray<string>
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly additionalProperties?: boolean | JsonSchema
  readonly items?: JsonSchema
  readonly pattern?: string
  readonly enum?: ReadonlyArray<unknown>
}

const schema = JSON.parse(readFileSync("spec/schemas/summary.schema.json", "utf8")) as JsonSchema

/** Where a value departs from the required keys, the patterns and the enumerations of a JSON Schema. */
const structure = (value: unknown, of: JsonSchema, path = "summary"): ReadonlyArray<string> => {
  if (Array.isArray(value))
    return value.flatMap((item, i) => structure(item, of.items ?? {}, `${path}.${i}`))
  if (typeof value === "string") {
    const fits = of.pattern === undefined || new RegExp(of.pattern, "u").test(value)
    const listed = of.enum === undefined || of.enum.includes(value)
    return fits && listed ? [] : [`${path}: ${value}`]
  }
  if (typeof value !== "object" || value === null) return []
  const keys = Object.keys(value)
  const missing = (of.required ?? []).filter((key) => !keys.includes(key))
  const excess = keys.filter(
    (key) => of.additionalProperties === false && of.properties?.[key] === undefined,
  )
  return [
    ...missing.map((key) => `${path}.${key} is missing`),
    ...excess.map((key) => `${path}.${key} is too much`),
    ...Object.entries(value).flatMap(([key, item]) => {
      const rest = typeof of.additionalProperties === "object" ? of.additionalProperties : {}
      return structure(item, of.properties?.[key] ?? rest, `${path}.${key}`)
    }),
  ]
}
