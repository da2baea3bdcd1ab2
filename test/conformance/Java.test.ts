// The second implementation, spec/examples/Ipsx.java, through the door that is open to everybody: it conforms, and with
// a fault in it, it does not, by the right requirement and by an example that could not be shorter.
import { spawnSync } from "node:child_process"
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Cover from "../../src/agreement-fsm/explore/Cover.ts"
import * as State from "../../src/agreement-fsm/State.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"
import * as Process from "../cli/process.ts"

const source = readFileSync("spec/examples/Ipsx.java", "utf8")
const unable = spawnSync("javac", ["-version"]).error?.message
if (unable !== undefined)
  console.log(`the Java implementation is skipped: no javac here (${unable})`)

const folder = mkdtempSync(join(tmpdir(), "ipsx-java-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

// Short runs: the quick compiler and the small collector take a third of the processor time that the others do.
const quick = ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"]

/** The words that start a variant of the program; each is in a package of its own, so that one compiler makes them all. */
const driver = (name: string): ReadonlyArray<string> => [
  "java",
  ...quick,
  "-cp",
  join(folder, "classes"),
  `${name}.Ipsx`,
]

const compile = (variants: ReadonlyMap<string, string>): void => {
  const files = [...variants].map(([name, text]) => {
    const place = join(folder, name)
    mkdirSync(place)
    writeFileSync(join(place, "Ipsx.java"), `package ${name};\n${text}`)
    return join(place, "Ipsx.java")
  })
  const flags = [...quick.map((flag) => `-J${flag}`), "-proc:none", "-d", join(folder, "classes")]
  expect(spawnSync("javac", [...flags, ...files], { encoding: "utf8" }).stderr).toBe("")
}

interface Reported {
  readonly kind: string
  readonly case: string
  readonly standing: string
  readonly broken?: ReadonlyArray<string>
  readonly verdict?: { readonly difference?: { readonly event: number } }
}

interface Fault {
  readonly name: string
  readonly asked: string
  readonly from: string
  readonly to: string
  readonly breaks: string
  /**
   * How short an example can be. Of a fault of the agreement: in which state and on which event it answers wrongly, for
   * the explorer to look for the shortest way there. Of others: so many events, below which nothing differs.
   */
  readonly shows: number | ((state: State.State, event: string) => boolean)
}

const faults: ReadonlyArray<Fault> = [
  {
    name: "lets a requester resume without paying",
    asked: "agreement/cover",
    from: `      if (!mine && from.equals("Paused") && to.equals("Active") && lagging) return false;\n`,
    to: "",
    breaks: "IPSX-AGR-034",
    shows: ({ requester, lagging, final }, event) =>
      event === "requester.activate" && requester === "Paused" && lagging && !final,
  },
  {
    name: "gives both parties one dispute",
    asked: "agreement/cover",
    from: "(mine ? providerDisputed : requesterDisputed)) return false",
    to: "(providerDisputed || requesterDisputed)) return false",
    breaks: "IPSX-AGR-063",
    shows: ({ provider, requester, providerDisputed, requesterDisputed, final }, event) => {
      const open = ["Reserved", "Ready", "Active", "Paused", "Stopped", "Defaulted"]
      if (final) return false
      return event === "provider.dispute"
        ? requesterDisputed && !providerDisputed && open.includes(provider)
        : event === "requester.dispute" &&
            providerDisputed &&
            !requesterDisputed &&
            open.includes(requester)
    },
  },
  {
    name: "pays a voucher twice",
    asked: "voucher/claim",
    from: "if (cumulative.compareTo(channel.paid) <= 0)",
    to: "if (cumulative.compareTo(channel.paid) < 0)",
    breaks: "IPSX-PAY-002",
    // The opening, and a voucher over nothing, which is not above what is paid.
    shows: 2,
  },
  {
    name: "rounds the commission up",
    asked: "voucher/price",
    from: "minimum.max(cumulative.multiply(basisPoints).divide(big(10_000)))",
    to: "minimum.max(ceilDiv(cumulative.multiply(basisPoints), big(10_000)))",
    breaks: "IPSX-PAY-004",
    shows: 1,
  },
  {
    name: "serves the later of two equal offers",
    asked: "matching",
    from: "Comparator.<Candidate>comparingLong(one -> one.offer.seq)",
    to: "Comparator.<Candidate>comparingLong(one -> -one.offer.seq)",
    breaks: "IPSX-MAT-005",
    // Two offers, and a request that either could serve.
    shows: 3,
  },
  {
    name: "takes a signature with a high s",
    asked: "signature",
    from: "s.signum() == 0 || s.compareTo(N.shiftRight(1)) > 0",
    to: "s.signum() == 0 || s.compareTo(N) >= 0",
    breaks: "IPSX-SIG-003",
    shows: 1,
  },
]

/** How many events the explorer needs to make a fault of the agreement show. */
const shortest = (shows: Exclude<Fault["shows"], number>): number =>
  Math.min(
    ...Cover.transitions()
      .filter((sequence) => {
        const row = Cover.reached(sequence.slice(0, -1))
        return shows(State.unpack(Table.states[row]!), sequence.at(-1)!)
      })
      .map(({ length }) => length),
  )

describe.skipIf(unable !== undefined)("an implementation in another language", () => {
  beforeAll(() => {
    const broken = faults.map(({ breaks, from, to }) => {
      expect(source.split(from), breaks).toHaveLength(2)
      return [packageOf(breaks), source.replace(from, to)] as const
    })
    compile(new Map([["right", source], ...broken]))
  })

  it("conforms in every class that it claims", async () => {
    const full = await Process.run("conform --strict --no-progress --", ...driver("right"))
    expect(full).toMatchObject({ code: 0 })
    expect(full.out).toMatch(/Conforms: (\d+) of \1 passed/)
    const outcomes = await Process.inside(
      "conform agreement --no-progress --",
      ...driver("right"),
      "external",
    )
    expect(outcomes).toMatchObject({ code: 0, error: "" })
  })

  it.each(faults)("$breaks is what breaks when it $name", async (fault) => {
    const report = join(folder, "report.ndjson")
    const { code, out } = await Process.inside(
      `conform ${fault.asked} --no-progress --report ${report} --`,
      ...driver(packageOf(fault.breaks)),
    )
    expect(code).toBe(1)
    const failed = readFileSync(report, "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Reported)
      .filter(({ standing }) => standing === "failed")
    expect(failed.length).toBeGreaterThan(0)
    expect(failed.flatMap(({ broken }) => broken ?? [])).toContain(fault.breaks)
    // The first example that is shown is the shortest, and no sequence at all would be shorter.
    const first = failed.find((one) => out.indexOf(`✗ ${one.case}\n`) === out.indexOf("✗ "))!
    expect(first.verdict!.difference!.event + 1).toBe(
      typeof fault.shows === "number" ? fault.shows : shortest(fault.shows),
    )
  })
})

const packageOf = (requirement: string): string => requirement.toLowerCase().replaceAll("-", "_")
