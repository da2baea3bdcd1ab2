// Drivers that do not do what they should: each gets a clear verdict, the run ends within its limits, and no process
// is left.
import { execFileSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"
import * as Result from "effect/Result"
import { afterAll, describe, expect, it } from "vitest"
import * as Process from "../../src/conformance/process/Connection.ts"
import * as Folder from "../../src/conformance/process/Folder.ts"
import * as Runner from "../../src/conformance/Runner.ts"

const { vectors } = Result.getOrThrow(
  Folder.read(path.resolve(import.meta.dirname, "../../spec/vectors")),
)
const cases = vectors.filter(({ group }) => group === "codec/parse").slice(0, 6)
const mark = `ipsx-hostile-${process.pid}`
const folder = fs.mkdtempSync(path.join(os.tmpdir(), `${mark}-`))
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

// A driver that answers as the reference would, as far as its beginning; `run` says what it does with the n-th case.
const program = (body: string): ReadonlyArray<string> => {
  const file = path.join(folder, `${Math.abs(hash(body))}.mjs`)
  fs.writeFileSync(
    file,
    `import { createInterface } from "node:readline"
let n = 0
const say = (value) => process.stdout.write(JSON.stringify(value) + "\\n")
for await (const line of createInterface({ input: process.stdin })) {
  const { cmd, seq, case: id } = JSON.parse(line)
  if (cmd === "start") say({ seq, protocol: 1, implementation: { name: "x", version: "1", language: "js" }, classes: ["codec/1"] })
  else if (cmd === "stop") { say({ seq }); process.exit(0) }
  else { n++; ${body} }
}`,
  )
  return [process.execPath, file, mark]
}
const hash = (text: string): number =>
  [...text].reduce((sum, c) => (Math.imul(sum, 31) + c.charCodeAt(0)) | 0, 7)

const limits = { answerMs: 400, startMs: 8_000, endMs: 300 } as never

const drive = async (command: ReadonlyArray<string>) => {
  const began = performance.now()
  const ran = await Runner.run({
    connect: () => Process.connect(command),
    suite: "1.4.0",
    limits,
    select: () => cases,
  })
  return { ran, ms: performance.now() - began }
}

const left = (): string =>
  execFileSync("ps", ["ax", "-o", "pid,args"])
    .toString()
    .split("\n")
    .filter((line) => line.includes(mark) && !line.includes("vitest"))
    .join("\n")

const right = `say({ seq, results: [{ error: "InvalidAmount" }] })`

describe("a driver that", () => {
  it.each([
    [
      "hangs on a case",
      `if (id.endsWith("zero")) setInterval(() => {}, 1000); else ${right}`,
      /no answer within/,
    ],
    ["hangs on every case", `setInterval(() => {}, 1000)`, /no answer within/],
    ["crashes on a case", `if (id.endsWith("zero")) process.exit(3); else ${right}`, /exit code 3/],
    [
      "is killed",
      `if (id.endsWith("zero")) process.kill(process.pid, "SIGKILL"); else ${right}`,
      /ended/,
    ],
    [
      "prints garbage",
      `if (id.endsWith("zero")) console.log("Hello!"); ${right}`,
      /not JSON: "Hello!"|not JSON: \\"Hello/,
    ],
    ["writes a list", `if (id.endsWith("zero")) console.log("[]"); ${right}`, /not a JSON object/],
    [
      "floods its output with lines",
      `for (let i = 0; i < 1e5; i++) say({ seq: -1 })`,
      /out of order/,
    ],
    [
      "floods its output with lines, and never stops",
      `for (;;) if (!process.stdout.write("y\\n".repeat(9999))) await new Promise((r) => process.stdout.once("drain", r))`,
      /not JSON/,
    ],
    [
      "floods its output without an end of line",
      `for (;;) if (!process.stdout.write("x".repeat(65536))) await new Promise((r) => process.stdout.once("drain", r))`,
      /more than 1048576 bytes/,
    ],
    ["answers out of order", `say({ seq: seq + 1, results: [] })`, /out of order/],
    [
      "answers what is no answer",
      `say({ seq, skipped: "yes" , results: 5 })`,
      /no answer|number of results/,
    ],
    [
      "leaves a child behind",
      `const { spawn } = await import("node:child_process"); spawn(process.execPath, ["-e", "setInterval(()=>{},1000)", "${mark}"], { stdio: "inherit" }); process.exit(1)`,
      /exit code 1/,
    ],
  ])(
    "%s is told so, and the run goes on and ends",
    async (_, body, verdict) => {
      const { ran, ms } = await drive(program(body))
      const { judged, restarts } = Result.getOrThrow(ran)
      expect(judged).toHaveLength(cases.length)
      expect(restarts).toBeLessThanOrEqual(3)
      const told = judged.map(({ verdict }) =>
        verdict.status === "errored"
          ? verdict.message
          : verdict.status === "failed"
            ? verdict.difference.path
            : verdict.status,
      )
      expect(told.join("\n")).toMatch(verdict)
      expect(ms).toBeLessThan(60_000)
      expect(left()).toBe("")
    },
    90_000,
  )

  it("goes wrong once costs one case, and the others are judged", async () => {
    const { ran } = await drive(program(`if (id.endsWith("/zero")) process.exit(3); else ${right}`))
    const { judged } = Result.getOrThrow(ran)
    expect(
      judged.filter(({ verdict }) => verdict.status === "errored").map(({ vector }) => vector.id),
    ).toEqual(["codec/parse/zero"])
  })

  it.each([
    ["never starts", ["/nonexistent/driver", mark], /exit code 127/],
    ["ends at once", ["sh", "-c", "exit 5", mark], /exit code 5/],
    ["says nothing", ["sleep", "1000"], /no answer within/],
    [
      "speaks another protocol",
      [
        "sh",
        "-c",
        `read x; echo '{"seq":1,"protocol":9,"implementation":{"name":"x","version":"1","language":"sh"},"classes":[]}'; cat`,
        mark,
      ],
      /protocol 9/,
    ],
  ])(
    "%s ends the run with a reason",
    async (_, command, reason) => {
      const { ran } = await drive(command)
      expect(Result.isFailure(ran) && ran.failure.message).toMatch(reason)
      expect(left()).toBe("")
    },
    60_000,
  )
})
