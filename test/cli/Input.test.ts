import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Process from "./process.ts"

const quickstart = "scenarios/quickstart.yaml"
let directory = ""
// A server that is no Ethereum node: it greets everybody.
const greeter = Http.createServer((_request, response) => response.end("<html>hello</html>"))
let greeterUrl = ""

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-input-"))
  writeFileSync(join(directory, "list.yaml"), "- one\n- two\n")
  writeFileSync(join(directory, "broken.yaml"), "name: [unfinished\n")
  writeFileSync(join(directory, "twice.yaml"), "name: one\n---\nname: two\n")
  writeFileSync(join(directory, "summary.json"), '{ "schema": "ipsx.summary/1", "events": 3 }')
  writeFileSync(join(directory, "file"), "not a directory")
  await new Promise<void>((resolve) => greeter.listen(0, "127.0.0.1", resolve))
  greeterUrl = `http://127.0.0.1:${(greeter.address() as AddressInfo).port}`
})
afterAll(() => {
  greeter.close()
  rmSync(directory, { recursive: true, force: true })
})

/** Each with what the message has to say: where it is, and what was expected there. */
const refused: ReadonlyArray<
  readonly [what: string, args: () => ReadonlyArray<string>, says: ReadonlyArray<string | RegExp>]
> = [
  [
    "an unknown key",
    () => [quickstart, "--set", "providres=3"],
    ["providres: unknown key", "one of the keys"],
  ],
  [
    "a negative price",
    () => [quickstart, "--set", "providers.homes.pricePerHour=-1"],
    ["providers.0.pricePerHour: expected tokens between 0", "got -1"],
  ],
  [
    "a lease of three seconds",
    () => [quickstart, "--set", "requesters.browsers.lease=3"],
    ["requesters.0.lease: expected seconds between 5 and", "got 3"],
  ],
  [
    "a country that is not there",
    () => [quickstart, "--set", "providers.homes.countries={ XX: 1 }"],
    ["providers.0.countries.XX", "ISO 3166"],
  ],
  [
    "a seed that is no number",
    () => [quickstart, "--seed", "x"],
    ["--seed: expected an integer", 'got "x"'],
  ],
  [
    "a missing file",
    () => ["no/such.yaml"],
    ["no/such.yaml: cannot be read: there is no such file"],
  ],
  [
    "a list",
    () => [join(directory, "list.yaml")],
    ["list.yaml: expected a mapping, got a list of 2"],
  ],
  [
    "another file of this program",
    () => [join(directory, "summary.json")],
    ['schema: expected "ipsx.scenario/1", got "ipsx.summary/1"'],
  ],
  [
    "two documents in one file",
    () => [join(directory, "twice.yaml")],
    ["expected one YAML document, got more"],
  ],
  [
    "a misspelt expectation, before the run and not after it",
    () => [quickstart, "--set", "expect.0.value=dealPerRequest"],
    ["expect.0.value: expected a path", "(did you mean dealsPerRequest?)"],
  ],
  [
    "a misspelt option",
    () => [quickstart, "--seeed", "3"],
    ["Unknown option '--seeed' (did you mean --seed?)"],
  ],
  [
    "a value that looks like an option",
    () => [quickstart, "--seed", "-1"],
    ["--seed: expected a value, got -1, which looks like an option", "--seed=-1"],
  ],
  [
    "an option whose variable was not set",
    () => [quickstart, "--chain", ""],
    ["--chain: expected a value, got an empty one"],
  ],
  ["what is not YAML", () => [join(directory, "broken.yaml")], ["broken.yaml: not YAML"]],
  [
    "a supply that is not there",
    () => ["scenarios/tor-supply.yaml", "--set", "providers.relays.supply.file=gone.csv"],
    ["providers.0.supply.file: expected a file", "gone.csv"],
  ],
  [
    "a URL where nothing listens",
    () => [quickstart, "--chain", "http://127.0.0.1:1"],
    ["nothing answers at http://127.0.0.1:1", "start a node there"],
  ],
  [
    "a URL of something that is no Ethereum node",
    () => [quickstart, "--chain", greeterUrl],
    [/127\.0\.0\.1:\d+ answered eth_chainId with something else than JSON-RPC/],
  ],
  [
    "a URL of another protocol",
    () => [quickstart, "--chain", "ftp://127.0.0.1"],
    ["--chain: expected memory, anvil or an http(s) URL"],
  ],
]

describe("ipsx run", () => {
  it.concurrent.each(refused)(
    "IPSX-SIM-007 IPSX-SIM-011 refuses %s with one message, and writes nothing",
    async (_what, args, says) => {
      const parent = mkdtempSync(join(directory, "out-"))
      const out = join(parent, "new", "run")
      const ran = await Process.inside("run", ...args(), "--out", out)
      expect(ran.code).toBe(2)
      for (const part of says) expect(ran.error).toMatch(part)
      expect(ran.error).not.toContain("    at ")
      expect(ran.error.trim().split("\n").length).toBeLessThanOrEqual(2)
      expect(ran.out).toBe("")
      expect(readdirSync(parent)).toEqual([])
    },
  )

  const places: ReadonlyArray<readonly [what: string, place: () => string, says: string]> = [
    ["that is a file", () => join(directory, "file"), "expected a directory, got a file"],
    ["below a file", () => join(directory, "file", "run"), "a part of its path is a file"],
    ["with other files", () => directory, "expected a new directory, or one of an earlier run"],
    // The kernel lets nobody make anything there, not even the super-user.
    [
      "where nothing can be made",
      () => "/proc/ipsx-run",
      "expected a place that can be written to",
    ],
  ]
  it.each(places)(
    "IPSX-SIM-007 refuses a place for the results %s before the run",
    async (_what, place, says) => {
      const before = readdirSync(directory)
      const ran = await Process.inside(`run ${quickstart} --chain memory --out`, place())
      expect(ran.code).toBe(2)
      expect(ran.error).toBe(`${ran.error.trim()}\n`)
      expect(ran.error).toContain(`${place()}: `)
      expect(ran.error).toContain(says)
      expect(ran.error).not.toContain("    at ")
      expect(ran.out).toBe("")
      expect(readdirSync(directory)).toEqual(before)
    },
  )

  it("IPSX-SIM-011 ends as a process with exit code 2, its message on standard error and nothing else", async () => {
    const ran = await Process.run(`run ${quickstart} --set providres=3 --out`, join(directory, "x"))
    expect(ran).toMatchObject({ code: 2, out: "" })
    expect(ran.error).toContain("providres: unknown key")
    expect(existsSync(join(directory, "x"))).toBe(false)
  })

  it("IPSX-SIM-009 exits with 0 from a market without providers, and from one without requesters", async () => {
    for (const side of ["providers", "requesters"]) {
      const ran = await Process.inside(
        `run ${quickstart} --chain memory --format json --set ${side}=[] --set expect=[] --set duration=5m`,
      )
      expect([ran.code, ran.error]).toEqual([0, ""])
      const summary = JSON.parse(ran.out) as { orders: Record<string, number>; actors: object }
      expect(summary.orders["matched"]).toBe(0)
      expect(summary.actors).toMatchObject({ [side]: 0 })
    }
  })

  it("IPSX-SIM-009 exits with 1 and says on standard error which expectation failed", async () => {
    const ran = await Process.run(
      `run ${quickstart} --chain memory --format json --set providers=[] --set duration=5m`,
    )
    expect(ran.code).toBe(1)
    expect(JSON.parse(ran.out)).toMatchObject({ schema: "ipsx.summary/1" })
    expect(ran.error).toContain("✗ at least two thousand deals settle: 0")
    expect(ran.error).toContain("ipsx run scenarios/quickstart.yaml --set")
  })
})

describe("ipsx", () => {
  it("asks whether another command was meant, and helps with the one that is asked for", async () => {
    const ran = await Process.inside("rnu", quickstart)
    expect(ran.code).toBe(2)
    expect(ran.error).toContain('got "rnu" (did you mean run?)')
    const [asked, own] = await Promise.all([
      Process.inside("help", "validate"),
      Process.inside("validate", "--help"),
    ])
    expect(asked).toEqual(own)
    expect(asked.out).toContain("ipsx validate SCENARIO…")
  })

  it("refuses a wish that no market could serve, and a market that cannot be, before it asks one", async () => {
    const rent = async (words: string) => {
      const { code, error, out } = await Process.inside(`rent ${words}`)
      expect([code, out]).toEqual([2, ""])
      return error
    }
    const where = "--key k.json --relay http://127.0.0.1:2 --chain http://127.0.0.1:2"
    expect(await rent("seconds=60 limit=2")).toContain("--key: expected the FILE of a key")
    expect(await rent(`seconds=60 limit=2 ${where.replace(/http\S+/, "foo")}`)).toContain(
      '--relay: expected an http(s) URL, got "foo"',
    )
    expect(await rent(`seconds=60 limit=2 country=XX ${where}`)).toContain(
      "XX is no ISO 3166-1 code",
    )
    expect(await rent(`seconds=60 limit=-2 ${where}`)).toContain("is not an amount")
  })

  it("refuses to deploy or to move tokens by options that contradict each other, before it asks a chain", async () => {
    const say = async (words: string) => {
      const { code, error, out } = await Process.inside(words)
      expect([code, out]).toEqual([2, ""])
      return error
    }
    const [someone, where] = [`0x${"1".repeat(40)}`, "--key k.json --chain http://127.0.0.1:2"]
    expect(await say("deploy --key k.json --chain foo")).toContain('got "foo"')
    expect(await say(`deploy ${where} --team 0x12`)).toContain("--team: expected an address")
    expect(await say(`deploy ${where} --token ${someone} --open`)).toContain(
      "--open is for a new token",
    )
    expect(await say(`deploy ${where} --token ${someone} --team ${someone}`)).toContain(
      "--team is for a new token",
    )
    expect(await say(`deploy ${where} --parameters tiny`)).toContain("expected default, small or")
    const wallet = `wallet ${where} --relay http://127.0.0.1:2`
    expect(await say(`${wallet} --deposit 1 --send 1`)).toContain("--deposit and --send, got both")
    expect(await say(`${wallet} --send 1`)).toContain("--to: expected whose account")
    expect(await say(`${wallet} --to ${someone}`)).toContain("--to: expected --send N")
    expect(await say(`${wallet} --send 0 --to ${someone}`)).toContain("tokens above zero")
    expect(await say("receipts")).toContain("expected one DATA, got 0")
    expect(await say("receipts here --at yesterday")).toContain('got "yesterday"')
    const { code, error } = await Process.run("receipts nowhere")
    expect([code, error]).toEqual([2, "ipsx: nowhere: expected the folder of a provider's data\n"])
  })

  it("IPSX-MAT-046 refuses a policy of reservations that is none, or none by its parameters, before it serves", async () => {
    const zeros = `0x${"0".repeat(40)}`
    const where = `--chain http://127.0.0.1:2 --centralizer ${zeros} --token ${zeros}`
    const relay = (standing: string) =>
      `relay ${where} --parameters small --data ${join(directory, "relay")} --standing ${standing}`
    for (const bad of ["x", "10,", "10,60,0", "10,60,5,1", "10,60,1000001"]) {
      const { code, error } = await Process.inside(relay(bad))
      expect([code, error]).toEqual([2, expect.stringMatching(/--standing: expected seconds, and/)])
    }
    const serving = async (standing: string) => {
      process.env["IPSX_PASSWORD"] = "secret"
      const running = Process.run(relay(standing))
      delete process.env["IPSX_PASSWORD"]
      return (await running).error
    }
    expect(await serving("12")).toContain("--standing: expected from 6 to 11 seconds")
    expect(await serving("11,10")).toContain("--standing: expected a lifetime from 11 to 86400")
  })

  it("says of a provider's configuration where it is wrong, and what was meant", async () => {
    const file = join(directory, "provider.yaml")
    writeFileSync(file, "key: k.json\nofer: {}\nlisten: { host: 127.0.0.1, port: 74010 }\n")
    const { code, error } = await Process.run("provider", file)
    expect(code).toBe(2)
    expect(error).toContain(`${file}: ofer: unknown key (did you mean offer?), expected one of`)
    expect(error).toContain(`${file}: listen.port: expected a value between 0 and 65535, got 74010`)
    expect(error).toContain(`${file}: offer: is missing`)
    expect(error).not.toContain("    at ")
  })

  it("refuses a place for a report of the conformance suite before any case is run", async () => {
    const ran = await Process.inside(`conform codec --junit ${directory}/none/x.xml -- false`)
    expect(ran).toMatchObject({ code: 2, out: "" })
    expect(ran.error).toMatch(/none\/x\.xml cannot be written: nothing can be made there\n$/)
    const folder = await Process.inside(`conform codec --tap ${directory} -- false`)
    expect(folder.error).toContain("cannot be written: it is a directory")
  })

  it("IPSX-SIM-011 validates several scenarios at once", async () => {
    const good = ["quickstart", "tor-supply", "faults", "month"].map((n) => `scenarios/${n}.yaml`)
    const ran = await Process.inside("validate", ...good)
    expect([ran.code, ran.error]).toEqual([0, ""])
    expect(ran.out).toBe(good.map((path) => `${path}: ok\n`).join(""))
    const mixed = await Process.inside("validate", good[0]!, join(directory, "list.yaml"))
    expect(mixed.code).toBe(2)
    expect(mixed.out).toBe(`${good[0]}: ok\n`)
    expect(mixed.error).toContain("list.yaml: expected a mapping")
  })

  it("keeps a run that can be replayed, and whose report can be rebuilt", async () => {
    const out = join(directory, "kept")
    const ran = await Process.run(
      `run ${quickstart} --format json --set duration=1m --set expect=[] --out`,
      out,
    )
    expect([ran.code, ran.error]).toEqual([0, ""])
    // Standard output is the summary, the very text of the file, and nothing else.
    expect(ran.out).toBe(readFileSync(join(out, "summary.json"), "utf8"))
    const replayed = await Process.run("replay", out)
    expect(replayed.code).toBe(0)
    expect(replayed.out.match(/^✓ (\S+)/gm)).toEqual([
      "✓ scenario",
      "✓ trace",
      "✓ state",
      "✓ head",
      "✓ events",
    ])
    const report = readFileSync(join(out, "report.html"), "utf8")
    rmSync(join(out, "report.html"))
    expect(await Process.inside("report", out)).toMatchObject({ code: 0, error: "" })
    expect(readFileSync(join(out, "report.html"), "utf8")).toBe(report)
    expect(existsSync(join(out, "tables", "deals.parquet"))).toBe(true)
  })
})
