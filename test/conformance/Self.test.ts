// Our own implementations go through the same door as everybody else: a process, lines, the command `ipsx conform`.
import { execFile } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"
import { afterAll, describe, expect, it } from "vitest"
import * as Anvil from "../../src/chain/Anvil.ts"

const root = path.resolve(import.meta.dirname, "../..")
const cli = path.join(root, "sim/cli.ts")
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-conform-"))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const conform = (...args: ReadonlyArray<string>) =>
  new Promise<{ readonly code: number; readonly out: string; readonly error: string }>((resolve) =>
    execFile(
      process.execPath,
      [cli, "conform", "--no-progress", ...args],
      { cwd: root, maxBuffer: 2 ** 26 },
      (error, out, said) => resolve({ code: Number(error?.code ?? 0), out, error: said }),
    ),
  )
const driver = (name: string) => ["--", process.execPath, cli, "driver", name]

describe("our own implementations", () => {
  it("the library passes every class, and every form of the report says so", async () => {
    const forms = ["junit", "report", "tap", "markdown", "badge"]
    const file = (name: string) => path.join(folder, name)
    const ran = await conform(
      "--strict",
      ...forms.flatMap((form) => [`--${form}`, file(form)]),
      ...driver("reference"),
    )
    expect(ran.out).toContain("Conforms:")
    expect(ran.code).toBe(0)
    const lines = fs
      .readFileSync(file("report"), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line))
    const footer = lines.at(-1)
    expect(footer).toMatchObject({ kind: "footer", good: true, failed: 0, errored: 0, skipped: 0 })
    expect(lines).toHaveLength(footer.cases + 2)
    expect(fs.readFileSync(file("junit"), "utf8").match(/<testcase /g)).toHaveLength(footer.cases)
    expect(fs.readFileSync(file("tap"), "utf8")).toContain(`1..${footer.cases}\nok 1 `)
    expect(fs.readFileSync(file("markdown"), "utf8")).toContain("| IPSX-PAY-011 | MUST NOT |")
    expect(JSON.parse(fs.readFileSync(file("badge"), "utf8")).color).toBe("brightgreen")
  })

  it.each(["outcomes", "machine"])(
    "%s passes what it claims of the agreement",
    async (name) => {
      const ran = await conform(...driver(name))
      expect(ran.out).toContain("Conforms:")
      expect(ran.code).toBe(0)
    },
    120_000,
  )

  it("the library passes event by event too", async () => {
    const ran = await conform(
      "--step",
      "wallet",
      "agreement/timer",
      "exchange",
      ...driver("reference"),
    )
    expect(ran.code).toBe(0)
  })

  it.skipIf(Anvil.find() === undefined)(
    "the contracts pass what they claim, on a real EVM and with real signatures",
    async () => {
      const groups = ["open", "conduct", "ending", "proof", "seat", "reservation"]
      const others = [
        "signature/claim",
        "wallet/move",
        "wallet/stake",
        "voucher/claim",
        "voucher/statement",
        "chain",
      ]
      const ran = await conform(
        ...others.map((group) => `${group}/`),
        ...groups.map((group) => `settlement/${group}/`),
        ...driver("contracts"),
      )
      expect(ran.out).toContain("Conforms:")
      expect(ran.code).toBe(0)
    },
    240_000,
  )
})

describe("the command", () => {
  it("fails a run in which a case that is listed as failing passes", async () => {
    const list = path.join(folder, "known")
    fs.writeFileSync(list, "codec/parse/zero # it does not fail\n")
    const ran = await conform("codec/parse", "--known-failing", list, ...driver("reference"))
    expect(ran.code).toBe(1)
    expect(ran.out).toContain("take it off the list")
  })

  it.each([
    ["nothing to run", []],
    ["a trace and a driver", ["--trace", "x", ...driver("reference")]],
    ["no such case", ["nonsense", ...driver("reference")]],
    ["no such suite", ["--suite", "/nonexistent", ...driver("reference")]],
    ["no such list", ["--known-failing", "/nonexistent", ...driver("reference")]],
    ["no such log", ["--trace", "/nonexistent"]],
  ])(
    "refuses %s with exit code 2 and no stack trace",
    async (_, args) => {
      const ran = await conform(...args)
      expect(ran.code).toBe(2)
      expect(ran.error).not.toMatch(/\n\s+at /)
      expect(ran.error.length).toBeGreaterThan(10)
    },
    60_000,
  )
})
