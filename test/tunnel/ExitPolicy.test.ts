import { execFileSync, spawnSync } from "node:child_process"
import * as path from "node:path"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Ip from "../../src/model/Ip.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as Block from "../../src/tunnel/Block.ts"
import * as Destination from "../../src/tunnel/Destination.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Judge from "../../src/tunnel/Judge.ts"
import type { Outcome } from "./attempts.ts"

const lease = {
  address: "198.41.0.4" as Ip.Ip,
  protocols: Usage.protocolSet("http", "https"),
  scopes: Usage.scopeSet("browsing"),
}
const judge = Judge.make(ExitPolicy.standard, lease, () => [])

/** Why this machine cannot make a namespace for the test, or nothing. */
const reason = (): string | undefined => {
  const tried = spawnSync("unshare", ["-rn", "ip", "link", "set", "lo", "up"], { encoding: "utf8" })
  if (tried.error !== undefined) return "unshare or ip is not installed"
  return tried.status === 0 ? undefined : tried.stderr.trim()
}
const impossible = reason()
if (impossible !== undefined)
  console.log(`skipped: attempts on forbidden destinations in a namespace: ${impossible}`)

describe.skipIf(impossible !== undefined)("attempts to reach what is forbidden", () => {
  it("IPSX-TUN-013 IPSX-TUN-020..023 IPSX-TUN-026 let none through, though every target answers", () => {
    const script = path.join(import.meta.dirname, "attempts.ts")
    const output = execFileSync("unshare", ["-rn", process.execPath, script], {
      encoding: "utf8",
      timeout: 50_000,
    })
    const outcomes = output
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Outcome)
    const [open, forbidden] = [true, false].map((isOpen) =>
      outcomes.filter(({ what }) => (what === "what is allowed") === isOpen),
    ) as [Array<Outcome>, Array<Outcome>]
    expect(forbidden.length).toBeGreaterThanOrEqual(60)
    expect(forbidden.filter(({ answersDirectly }) => !answersDirectly)).toEqual([])
    expect(forbidden.filter(({ isReached }) => isReached)).toEqual([])
    expect(open.map(({ isReached }) => isReached)).toEqual([true, true])
  })
})

describe("the judge", () => {
  it("IPSX-TUN-021 refuses every address of a special block, however it is mapped or spelt", () => {
    const block = fc.constantFrom(...Block.special)
    const property = fc.property(block, fc.bigInt({ min: 0n, max: 2n ** 128n - 1n }), (one, at) => {
      const value = one.first + (at % (one.last - one.first + 1n))
      const ip = Ip.fromValue(value, one.version)
      expect(judge.destination(ip, 80).allowed).toBe(false)
      if (one.version === 4) {
        const [high, low] = [value >> 16n, value & 0xffffn].map((group) => group.toString(16))
        for (const mapped of [
          `::ffff:${ip}`,
          `0:0:0:0:0:FFFF:${high}:${low}`,
          `::ffff:${high}:${low}%eth0`,
        ])
          expect(judge.destination(mapped, 80).allowed).toBe(false)
      }
    })
    fc.assert(property, { numRuns: 1000 })
  })

  it("IPSX-TUN-021 has the same addresses in a union of blocks as in the blocks, in the fewest spans", () => {
    // In so small a space blocks meet, overlap and lie in each other all the time.
    const block = fc
      .tuple(fc.nat({ max: 63 }), fc.integer({ min: 26, max: 32 }))
      .map(([at, length]) => Block.parse(`10.0.0.${at}/${length}`, "any")!)
    const property = fc.property(fc.array(block, { maxLength: 8 }), (blocks) => {
      const spans = Block.union(blocks)
      const isIn = (value: bigint): boolean =>
        spans.some(({ first, last }) => first <= value && value <= last)
      const base = Ip.value("10.0.0.0" as Ip.Ip)
      for (let value = base - 1n; value <= base + 64n; value++)
        expect(isIn(value)).toBe(blocks.some(({ first, last }) => first <= value && value <= last))
      for (const [at, span] of spans.slice(1).entries())
        expect(span.first).toBeGreaterThan(spans[at]!.last + 1n)
    })
    fc.assert(property, { numRuns: 500 })
  })

  it("IPSX-TUN-021 refuses what is no address at all", () => {
    for (const text of [
      "",
      "::g",
      "1.2.3",
      "1.2.3.4.5",
      "01.2.3.4",
      "1:2:3",
      "::1::",
      "a.b",
      "[::1]",
    ])
      expect(judge.destination(text, 80)).toMatchObject({ allowed: false })
  })

  it("IPSX-TUN-022 IPSX-TUN-023 IPSX-TUN-028 lets through the ports of the deal's protocols and scope, and no others", () => {
    const ports = (protocols: number, scopes: number): ReadonlyArray<number> => {
      const own = Judge.make(ExitPolicy.standard, { ...lease, protocols, scopes }, () => [])
      return [22, 25, 80, 143, 443, 465, 587, 8443].filter(
        (port) => own.destination("9.9.9.9", port).allowed,
      )
    }
    const [browsing, mail, other] = (["browsing", "mail", "other"] as const).map((name) =>
      Usage.scopeSet(name),
    ) as [number, number, number]
    expect(ports(Usage.protocolSet("http"), browsing)).toEqual([80])
    expect(ports(Usage.protocolSet("http", "https"), browsing)).toEqual([80, 443, 8443])
    expect(ports(Usage.protocolSet("tcp"), browsing)).toEqual([80, 443, 8443])
    expect(ports(Usage.protocolSet("tcp"), other)).toEqual([22, 80, 143, 443, 8443])
    expect(ports(Usage.protocolSet("smtp"), mail)).toEqual([25, 143, 465, 587])
    expect(ports(Usage.protocolSet("tcp"), mail)).toEqual([143])
    expect(ports(Usage.protocolSet("smtp"), browsing)).toEqual([])
    expect(ports(0, other)).toEqual([])
  })

  it("IPSX-TUN-025 makes an exception by a named rule, for its ports only, and none without it", () => {
    const allow = [{ name: "demo", block: "127.0.0.1/32", ports: [8000] }]
    const excepting = Judge.make({ ...ExitPolicy.standard, allow }, lease, () => [])
    expect(excepting.destination("127.0.0.1", 8000).allowed).toBe(true)
    expect(excepting.destination("127.0.0.1", 8001).allowed).toBe(false)
    expect(excepting.destination("127.0.0.2", 8000).allowed).toBe(false)
    expect(judge.destination("127.0.0.1", 8000).allowed).toBe(false)
  })

  it("IPSX-TUN-023 serves only the hosts that a policy names, when it names any", () => {
    const policy = {
      ...ExitPolicy.standard,
      hosts: ["example.com"],
      denyHosts: ["bad.example.com"],
    }
    const named = Judge.make(policy, lease, () => [])
    const verdicts = [
      "example.com",
      "www.EXAMPLE.com.",
      "bad.example.com",
      "a.bad.example.com",
      "notexample.com",
    ]
    expect(verdicts.map((name) => named.host(name).allowed)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe("a destination", () => {
  it("IPSX-TUN-020 is resolved once, and what was judged is what is dialled", async () => {
    const answers = [["9.9.9.9"], ["10.0.0.1"]]
    let asked = 0
    const pinned = await Destination.pin("a.example:80", 4, judge, () =>
      Promise.resolve(answers[asked++]!),
    )
    expect(pinned).toEqual({ address: "9.9.9.9", port: 80 })
    expect(asked).toBe(1)
    expect(
      await Destination.pin("a.example:80", 4, judge, () => Promise.resolve(answers[asked++]!)),
    ).toMatchObject({ allowed: false, reason: "address" })
  })

  it("IPSX-TUN-020 has an address of the exit's own version, or none", async () => {
    const both = () => Promise.resolve(["2620:fe::fe", "9.9.9.9"])
    expect(await Destination.pin("a:80", 4, judge, both)).toEqual({ address: "9.9.9.9", port: 80 })
    expect(await Destination.pin("a:80", 6, judge, both)).toEqual({
      address: "2620:fe::fe",
      port: 80,
    })
    expect(await Destination.pin("9.9.9.9:80", 6, judge, both)).toMatchObject({ reason: "family" })
    const nothing = () => Promise.reject(new Error("ENOTFOUND"))
    expect(await Destination.pin("a:80", 4, judge, nothing)).toMatchObject({ reason: "unresolved" })
    for (const authority of [
      "a",
      "a:",
      ":80",
      "[::1:80",
      "a:b",
      "::1:80",
      "a b:80",
      `${"a".repeat(300)}:80`,
    ])
      expect(await Destination.pin(authority, 4, judge, both)).toMatchObject({ allowed: false })
  })
})
