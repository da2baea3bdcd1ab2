// Logs of running systems: the simulator's own trace is lawful, and one that breaks a rule is found by it.
import { execFileSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"
import * as Result from "effect/Result"
import { afterAll, describe, expect, it } from "vitest"
import * as AbiLog from "../../src/chain/AbiLog.ts"
import * as LogFile from "../../src/conformance/process/LogFile.ts"
import * as Cast from "../../src/conformance/suite/Cast.ts"

const root = path.resolve(import.meta.dirname, "../..")
const folder = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-log-"))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const judge = async (lines: ReadonlyArray<unknown>) => {
  const file = path.join(folder, "log.ndjson")
  fs.writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(""))
  return Result.getOrThrow(
    await LogFile.judge(file, {
      parameters: "small",
      folder: path.join(root, "spec/parameters"),
      epoch: 0,
    }),
  )
}

const id = Cast.id(1)
const opened = {
  event: "DealOpened",
  id,
  provider: Cast.provider,
  requester: Cast.requester,
  cap: Cast.tokens(10),
  bond: Cast.tokens(1),
  start: 100,
  end: 700,
}
const paid = (cumulative: string, feeDelta = "0") => ({
  event: "VoucherPaid",
  id,
  cumulative,
  feeDelta,
})
const at = (block: number, timestamp: number, ...logs: ReadonlyArray<object>) => ({
  block,
  timestamp,
  logs,
})

describe("a log", () => {
  it("is lawful when it keeps the rules", async () => {
    const { findings, seen } = await judge([
      { schema: "ipsx.log/1" },
      at(1, 50, opened),
      at(2, 150, paid("1")),
      at(9, 701, { event: "DealEnded", id }),
    ])
    expect(findings).toEqual([])
    expect(seen).toEqual({ blocks: 3, logs: 3, channels: 1 })
  })

  it.each([
    ["IPSX-CHN-020", [at(2, 50, opened), at(1, 60)]],
    ["IPSX-AGR-021", [at(1, 50, opened), at(2, 60, opened)]],
    ["IPSX-AGR-021", [at(1, 50, paid("1"))]],
    ["IPSX-PAY-002", [at(1, 50, opened), at(2, 60, paid("5")), at(3, 70, paid("5"))]],
    ["IPSX-PAY-002", [at(1, 50, opened), at(2, 60, paid(Cast.tokens(11)))]],
    ["IPSX-PAY-004", [at(1, 50, opened), at(2, 60, paid("5", "1"))]],
    ["IPSX-AGR-032", [at(1, 50, opened), at(2, 699, { event: "DealEnded", id })]],
    ["IPSX-AGR-050", [at(1, 50, opened), at(2, 99, { event: "DealChallenged", id })]],
    [
      "IPSX-AGR-031",
      [
        at(1, 50, opened),
        at(2, 200, { event: "DealChallenged", id }),
        at(9, 214, { event: "ProviderDefaulted", id }),
      ],
    ],
    [
      "IPSX-AGR-031",
      [
        at(1, 50, opened),
        at(2, 200, { event: "DealChallenged", id }),
        at(3, 215, { event: "ProviderDefaulted", id }),
      ],
    ],
    ["IPSX-CHN-014", [at(1, 50, opened), at(2, 60, { event: "ChallengeAnswered", id })]],
    ["IPSX-AGR-001", [{ moved: id, provider: "Ready", requester: "Active", deal: "Suspended" }]],
    ["IPSX-AGR-001", [{ moved: id, provider: "Ready", requester: "Offered", deal: "Anomalous" }]],
  ])("that breaks %s is found by it", async (requirement, lines) => {
    const { findings } = await judge(lines)
    expect(findings[0]?.broken.requirement).toBe(requirement)
  })

  it("that is not of its form is refused, with the line and the place in it", async () => {
    const file = path.join(folder, "bad.ndjson")
    const refusal = async (line: unknown) => {
      fs.writeFileSync(file, `{"schema":"ipsx.log/1"}\n{"mine":1}\n${JSON.stringify(line)}\n`)
      const options = { parameters: "small", folder: path.join(root, "spec/parameters"), epoch: 0 }
      const judged = await LogFile.judge(file, options)
      return Result.isFailure(judged) ? judged.failure.message : "taken"
    }
    expect(await refusal(at(1, 50, { ...opened, cap: 10 }))).toMatch(/bad\.ndjson:3: .*"cap"/)
    expect(await refusal(at(-1, 50))).toMatch(/"block"/)
    expect(await refusal({ moved: id, provider: "Active" })).toMatch(/"provider"/)
    expect(await refusal({ schema: "ipsx.log/2" })).toMatch(/ipsx\.log\/1/)
    expect(await refusal({ ...at(1, 50, { ...opened, more: 1 }), more: 1 })).toBe("taken")
  })

  it("judged by parameters that there are not says so, and nothing of the log's form", async () => {
    const file = path.join(folder, "empty.ndjson")
    fs.writeFileSync(file, "")
    const judgedBy = async (parameters: string) => {
      const judged = await LogFile.judge(file, { parameters, folder, epoch: 0 })
      return Result.isFailure(judged) ? judged.failure.message : "taken"
    }
    expect(await judgedBy("nosuch")).toMatch(
      /^--parameters nosuch: ENOENT.*: expected "default", "small" or a file/,
    )
    fs.writeFileSync(path.join(folder, "odd.json"), `{"minLease":"5"}`)
    expect(await judgedBy("odd")).toMatch(/^--parameters odd: /)
    expect(await judgedBy("odd")).not.toMatch(/one JSON object a line/)
  })

  it("of a node is read as eth_getLogs gives it", async () => {
    const raw = (log: object, blockNumber: string) => ({
      ...AbiLog.encode(log as never),
      blockNumber,
    })
    const model = { ...opened, _tag: "DealOpened", cap: 10n ** 19n, bond: 10n ** 18n }
    const lawful = await judge([raw(model, "0x1")])
    expect(lawful.findings).toEqual([])
    expect(lawful.seen.channels).toBe(1)
    const twice = await judge([raw(model, "0x1"), raw(model, "0x2")])
    expect(twice.findings.map(({ broken }) => broken.requirement)).toEqual(["IPSX-AGR-021"])
  })

  it("of the simulator is lawful", async () => {
    const out = path.join(folder, "run")
    const cli = path.join(root, "sim/cli.ts")
    const scenario = path.join(root, "scenarios/quickstart.yaml")
    const settings = ["--chain", "memory", "--set", "duration=5m", "--set", "expect=[]"]
    execFileSync(process.execPath, [cli, "run", scenario, ...settings, "--trace", "--out", out])
    const { findings, seen } = Result.getOrThrow(
      await LogFile.judge(path.join(out, "trace.ndjson"), {
        parameters: "small",
        folder: path.join(root, "spec/parameters"),
        epoch: 1_767_225_600,
      }),
    )
    expect(findings).toEqual([])
    expect(seen.channels).toBeGreaterThan(10)
  })
})
