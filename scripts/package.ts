// Packs the library as npm would publish it, installs it into an empty project, and uses it there on
// Node 22 and Node 24: types, values, start time, and that nothing heavy came along.
import { execFileSync, spawnSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"

const root = path.resolve(import.meta.dirname, "..")
const work = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-package-"))
const run = (cwd: string, command: string, ...args: Array<string>): string =>
  execFileSync(command, args, { cwd, encoding: "utf8", stdio: ["ignore", "pipe", "inherit"] })

const use = `
import { Address, Agreement, Amount, Order, Wallet } from "ipsx"
const empty = Wallet.empty(Address.of("0x00000000000000000000000000000000000000aa"))
const funded: Wallet.Wallet = Wallet.credit(empty, Amount.of(100n))
const agreement: Agreement.Agreement = Agreement.start()
console.log(typeof Order.deadline, Agreement.status(agreement), Amount.format(funded.balance))
`

const program = `
const began = performance.now()
const { Agreement, Amount, Order, Wallet } = await import("ipsx")
const milliseconds = performance.now() - began
if (typeof Agreement.step !== "function") throw new Error("Agreement.step is missing")
if (typeof Wallet.reserve !== "function") throw new Error("Wallet.reserve is missing")
if (typeof Order !== "object") throw new Error("Order is missing")
if (Amount.format(1500000000000000000n) !== "1.5") throw new Error("Amount.format is wrong")
for (const name of ["model", "agreement", "matching", "signature", "exchange", "agent", "chain", "sim"]) await import("ipsx/" + name)
console.log(process.version + ": imported in " + milliseconds.toFixed(0) + " ms")
if (milliseconds > 5000) process.exit(1)
`

try {
  run(root, "npm", "run", "-s", "build")
  const [packed] = JSON.parse(
    run(root, "npm", "pack", "--json", "--ignore-scripts", "--pack-destination", work),
  ) as [{ filename: string; size: number; entryCount: number }]
  console.log(
    `${packed.filename}: ${packed.entryCount} files, ${Math.round(packed.size / 1024)} kB`,
  )
  const traces = new Set<string>()
  for (const major of ["22", "24"]) {
    const project = path.join(work, `node${major}`)
    fs.mkdirSync(project)
    fs.writeFileSync(
      path.join(project, "package.json"),
      JSON.stringify({
        name: "empty",
        private: true,
        type: "module",
        allowScripts: { node: true },
      }),
    )
    const tools = major === "24" ? ["typescript@7.0.2"] : []
    const tarball = path.join(work, packed.filename)
    run(project, "npm", "install", "--no-audit", "--no-fund", tarball, `node@${major}`, ...tools)
    for (const heavy of ["@foundry-rs/anvil", "viem", "secp256k1", "hyparquet-writer"]) {
      if (fs.existsSync(path.join(project, "node_modules", heavy)))
        throw new Error(`${heavy} came along with the library`)
    }
    fs.writeFileSync(path.join(project, "program.mjs"), program)
    process.stdout.write(run(project, path.join(project, "node_modules/.bin/node"), "program.mjs"))
    const ipsx = [path.join(project, "node_modules/.bin/node"), "node_modules/ipsx/dist/sim/cli.js"]
    process.stdout.write(run(project, ipsx[0]!, ipsx[1]!, "--version"))
    const scenario = "node_modules/ipsx/scenarios/faults.yaml"
    const summary = run(
      project,
      ipsx[0]!,
      ipsx[1]!,
      "run",
      scenario,
      "--set",
      "duration=10m",
      "--set",
      "expect=[]",
      "--chain",
      "memory",
      "--format",
      "json",
      "--no-progress",
    )
    const { traceHash, deals, tokens } = JSON.parse(summary) as {
      traceHash: string
      deals: { settled: number }
      tokens: { conserved: boolean }
    }
    if (deals.settled === 0 || !tokens.conserved) throw new Error("the packed simulator is wrong")
    traces.add(traceHash)
    // IPSX-SIM-003: the same run, event by event, whatever the engine.
    if (traces.size > 1) throw new Error(`the engines differ: ${[...traces].join(", ")}`)
    console.log(`a run in memory: ${deals.settled} deals settled, trace ${traceHash}`)
    // What a command needs beyond this is named, and no stack is shown.
    const { status, stderr } = spawnSync(ipsx[0]!, [ipsx[1]!, "demo"], {
      cwd: project,
      encoding: "utf8",
    })
    // Node 22 adds a warning of its own about its SQLite.
    const [said, ...more] = stderr.split("\n").filter((line) => line !== "")
    const isShort = !more.some((line) => /^\s+at /.test(line))
    if (
      status !== 2 ||
      said !== "ipsx: the package ws is not installed: npm install ws" ||
      !isShort
    )
      throw new Error(`a demonstration without ws ended with ${status} and said: ${stderr}`)
    if (tools.length > 0) {
      fs.writeFileSync(path.join(project, "use.ts"), use)
      run(
        project,
        path.join(project, "node_modules/.bin/tsc"),
        "--noEmit",
        "--strict",
        "--module",
        "nodenext",
        "--target",
        "es2024",
        "--skipLibCheck",
        "use.ts",
      )
      console.log("types: good")
    }
  }
} finally {
  fs.rmSync(work, { recursive: true, force: true })
}
