// The linter's rules are what keeps the layers apart, so they are tried: each import below that breaks a layer is
// an error, and each that does not is none.
import { spawnSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"

const root = path.resolve(import.meta.dirname, "..")

/** Packages that a folder must not import; a file of a name in it tries each. */
const forbidden: Readonly<Record<string, ReadonlyArray<string>>> = {
  "src/model/Scratch.ts": [
    "effect",
    "effect/Effect",
    "effect/Layer",
    "effect/Stream",
    "@effect/platform-node",
    "node:fs",
    "node:fs/promises",
    "viem",
    "viem/utils",
    "xstate",
    "@noble/curves/secp256k1.js",
    "ipsx",
    "../agreement-fsm/Table.ts",
    "../matching/index.ts",
    "../signature/Curve.ts",
    "../chain/Rpc.ts",
    "../tunnel/index.ts",
    "../agent/Provider.ts",
    "../Exchange.ts",
    "../../sim/Kernel.ts",
  ],
  "src/model/Centralizer/Scratch.ts": [
    "effect/Effect",
    "../../signature/Curve.ts",
    "../../chain/abi/Centralizer.ts",
    "../../Exchange.ts",
    "../../../sim/Kernel.ts",
  ],
  "src/agreement-fsm/Scratch.ts": [
    "effect",
    "effect/Effect",
    "effect/Layer",
    "node:fs",
    "viem",
    "@noble/hashes/sha3.js",
    "../matching/index.ts",
    "../signature/Curve.ts",
    "../chain/Rpc.ts",
    "../agent/Provider.ts",
    "../Exchange.ts",
    "../../sim/Kernel.ts",
  ],
  "src/agreement-fsm/explore/Scratch.ts": ["../../matching/Engine.ts", "effect/Effect"],
  "src/matching/Scratch.ts": [
    "effect",
    "effect/Effect",
    "node:fs",
    "viem",
    "xstate",
    "../agreement-fsm/Agreement.ts",
    "../signature/Curve.ts",
    "../chain/Rpc.ts",
    "../agent/Provider.ts",
    "../Exchange.ts",
    "../../sim/Kernel.ts",
  ],
  "src/signature/Scratch.ts": [
    "effect",
    "effect/Effect",
    "node:crypto",
    "viem",
    "secp256k1",
    "xstate",
    "../agreement-fsm/Agreement.ts",
    "../matching/index.ts",
    "../chain/NativeCurve.ts",
    "../agent/Provider.ts",
    "../Exchange.ts",
    "../../sim/Kernel.ts",
  ],
  "src/agent/Scratch.ts": [
    "effect",
    "effect/Effect",
    "node:fs",
    "viem",
    "xstate",
    "../agreement-fsm/machine.ts",
    "../chain/Chain.ts",
    "../tunnel/index.ts",
    "../pair-channel/index.ts",
    "../../sim/World.ts",
  ],
  "src/Exchange.ts": [
    "effect",
    "effect/Effect",
    "node:fs",
    "viem",
    "xstate",
    "./agreement-fsm/machine.ts",
    "./chain/Chain.ts",
    "./chain/index.ts",
    "./tunnel/index.ts",
    "../sim/World.ts",
  ],
  "src/index.ts": ["effect", "node:fs", "viem", "xstate", "../sim/index.ts"],
  "src/chain/Scratch.ts": [
    "effect",
    "xstate",
    "../agreement-fsm/Agreement.ts",
    "../matching/index.ts",
    "../agent/Provider.ts",
    "../Exchange.ts",
    "../../sim/Kernel.ts",
  ],
  "src/tunnel/Scratch.ts": ["effect", "viem", "xstate", "../chain/Chain.ts", "../Exchange.ts"],
  "src/pair-channel/Scratch.ts": [
    "effect",
    "viem",
    "../matching/index.ts",
    "../agent/Provider.ts",
    "../relay/Api.ts",
    "../live/Agent.ts",
  ],
  "src/relay/Scratch.ts": [
    "effect",
    "viem",
    "xstate",
    "../agent/Provider.ts",
    "../tunnel/index.ts",
    "../live/Agent.ts",
    "../../sim/Run.ts",
  ],
  "src/live/Scratch.ts": [
    "effect",
    "viem",
    "xstate",
    "../matching/Engine.ts",
    "../Exchange.ts",
    "../agreement-fsm/machine.ts",
    "../conformance/index.ts",
    "../../sim/Run.ts",
  ],
  "src/conformance/Scratch.ts": [
    "effect",
    "viem",
    "xstate",
    "node:fs",
    "../chain/Chain.ts",
    "../agreement-fsm/Derivation.ts",
    "../../sim/Run.ts",
  ],
  "src/conformance/process/Scratch.ts": ["effect", "viem", "xstate", "../../../sim/Run.ts"],
  "src/conformance/subject/Scratch.ts": ["effect", "viem", "xstate", "../../../sim/Run.ts"],
  "sim/Scratch.ts": ["effect", "viem", "xstate", "../src/agreement-fsm/machine.ts"],
  "sim/cli/Scratch.ts": ["effect", "viem/chains", "xstate/graph"],
  "test/Scratch.ts": ["effect"],
  "scripts/Scratch.ts": ["effect"],
  "bench/Scratch.ts": ["effect"],
}

const allowed: Readonly<Record<string, ReadonlyArray<string>>> = {
  "src/model/Good.ts": ["effect/Result", "effect/Schema", "./Amount.ts"],
  "src/model/Centralizer/Good.ts": ["effect/Result", "../Ledger.ts"],
  "src/agreement-fsm/Good.ts": ["xstate", "effect/Schema", "../model/Status.ts", "./machine.ts"],
  "src/matching/Good.ts": ["effect/Result", "../model/Order.ts", "./Engine.ts"],
  "src/signature/Good.ts": ["@noble/curves/secp256k1.js", "effect/Result", "../model/Id.ts"],
  "src/agent/Good.ts": ["effect/Result", "../agreement-fsm/Agreement.ts", "../model/Deal.ts"],
  "src/chain/Good.ts": ["effect/Effect", "node:fs", "viem", "../model/Id.ts", "./Rpc.ts"],
  "src/tunnel/Good.ts": ["effect/Effect", "node:net", "../signature/Curve.ts"],
  "src/conformance/Good.ts": ["effect/Result", "../Exchange.ts", "../matching/index.ts"],
  "src/conformance/process/Good.ts": ["node:child_process", "../Suite.ts"],
  "src/conformance/subject/Good.ts": ["../../chain/Chain.ts", "../../agreement-fsm/Derivation.ts"],
  "src/relay/Good.ts": ["effect/Effect", "node:http", "ws", "../Exchange.ts", "../chain/Rpc.ts"],
  "src/live/Good.ts": [
    "effect/Effect",
    "node:fs",
    "../agent/Provider.ts",
    "../chain/Rpc.ts",
    "../pair-channel/Tls.ts",
    "../relay/Client.ts",
    "../tunnel/Tunnel.ts",
  ],
  "sim/Good.ts": ["effect/Effect", "node:fs", "../src/chain/Chain.ts", "../src/Exchange.ts"],
  "test/Good.ts": ["effect/Effect", "viem", "xstate", "node:fs", "../sim/World.ts"],
}

/** Globals that would make the core depend on when and where it runs. */
const impure = ["Date.now()", "Math.random()", "Math.log(2)", "setTimeout", "process.env", "fetch"]

interface Diagnostic {
  readonly code: string
  readonly filename: string
  readonly labels: ReadonlyArray<{ readonly span: { readonly line: number } }>
}

const tree = fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-layers-"))
let found: ReadonlyArray<string>

const write = (file: string, lines: ReadonlyArray<string>): void => {
  fs.mkdirSync(path.dirname(path.join(tree, file)), { recursive: true })
  fs.writeFileSync(path.join(tree, file), `${lines.join("\n")}\n`)
}

beforeAll(() => {
  fs.copyFileSync(path.join(root, ".oxlintrc.json"), path.join(tree, ".oxlintrc.json"))
  for (const [file, imports] of [...Object.entries(forbidden), ...Object.entries(allowed)])
    write(
      file,
      imports.map((name) => `export * from "${name}"`),
    )
  write(
    "src/model/Impure.ts",
    impure.map((use, at) => `export const use${at} = ${use}`),
  )
  const linter = path.join(root, "node_modules/.bin/oxlint")
  const { stdout } = spawnSync(linter, ["--format=json"], { cwd: tree, encoding: "utf8" })
  const { diagnostics } = JSON.parse(stdout) as { readonly diagnostics: ReadonlyArray<Diagnostic> }
  found = diagnostics
    .filter(({ code }) => code.includes("no-restricted-"))
    .map(({ filename, labels }) => `${filename}:${labels[0]!.span.line}`)
})

afterAll(() => fs.rmSync(tree, { recursive: true, force: true }))

const missed = (file: string, lines: ReadonlyArray<string>): ReadonlyArray<string> =>
  lines.filter((_, at) => !found.includes(`${file}:${at + 1}`))

describe("the linter refuses in", () => {
  it.each(Object.entries(forbidden))("%s what lies outside its layer", (file, imports) => {
    expect(missed(file, imports)).toEqual([])
  })

  it("the core clocks, randomness, and functions whose last bit differs between engines", () => {
    expect(missed("src/model/Impure.ts", impure)).toEqual([])
  })
})

describe("the linter accepts in", () => {
  it.each(Object.entries(allowed))("%s what belongs to its layer", (file, imports) => {
    expect(missed(file, imports)).toEqual(imports)
  })
})
