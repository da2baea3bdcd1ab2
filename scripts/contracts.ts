// Compiles the contracts and writes their ABIs and bytecode as TypeScript, so that nobody who uses the
// chain adapter needs a compiler. With --check it writes nothing and fails when a committed file is not
// what would be written. The settings are those of contracts/foundry.toml, which the tests run under.
import { readFileSync, writeFileSync } from "node:fs"
import { createRequire } from "node:module"

interface Compiled {
  readonly abi: ReadonlyArray<unknown>
  readonly evm: { readonly bytecode: Code; readonly deployedBytecode: Code }
}
interface Code {
  readonly object: string
}
interface Output {
  readonly contracts: Readonly<Record<string, Readonly<Record<string, Compiled>>>>
  readonly errors?: ReadonlyArray<{ readonly errorCode: string; readonly formattedMessage: string }>
}
type Compile = (
  input: string,
  callbacks: { readonly import: (path: string) => { contents: string } | { error: string } },
) => string

const names = ["IpsxToken", "TokenSale", "Centralizer"] as const
const largest = 24_576 // EIP-170
const root = new URL("../", import.meta.url)
const toml = readFileSync(new URL("contracts/foundry.toml", root), "utf8")

const setting = (name: string): string => {
  const found = new RegExp(`^${name} = "?([^"\\n]+)"?$`, "m").exec(toml)
  if (found === null) throw new Error(`contracts/foundry.toml does not say ${name}`)
  return found[1]!
}

const compile = (): Output => {
  const solc = createRequire(import.meta.url)("solc") as { readonly compile: Compile }
  const source = (path: string): string =>
    readFileSync(
      new URL(path.startsWith("@") ? `node_modules/${path}` : `contracts/${path}`, root),
      "utf8",
    )
  const input = {
    language: "Solidity",
    sources: Object.fromEntries(
      names.map((name) => [`src/${name}.sol`, { content: source(`src/${name}.sol`) }]),
    ),
    settings: {
      optimizer: { enabled: true, runs: Number(setting("optimizer_runs")) },
      viaIR: true,
      evmVersion: setting("evm_version"),
      metadata: { bytecodeHash: "none", appendCBOR: false },
      outputSelection: {
        "*": { "*": ["abi", "evm.bytecode.object", "evm.deployedBytecode.object"] },
      },
    },
  }
  const read = (path: string) => {
    try {
      return { contents: source(path) }
    } catch (cause) {
      return { error: String(cause) }
    }
  }
  return JSON.parse(solc.compile(JSON.stringify(input), { import: read })) as Output
}

const render = (name: string, { abi, evm }: Compiled): string =>
  [
    `// Generated from contracts/src/${name}.sol by scripts/contracts.ts. Do not edit.`,
    `export const abi = ${JSON.stringify(abi, null, 2)} as const`,
    "",
    "/** What a deployment sends, before the constructor's arguments. */",
    `export const bytecode =\n  "0x${evm.bytecode.object}" as const`,
    "",
  ].join("\n")

const current = (file: URL): string => {
  try {
    return readFileSync(file, "utf8")
  } catch {
    return ""
  }
}

const check = process.argv.includes("--check")
const output = compile()
// A warning is a failure too, but for those that contracts/foundry.toml gives a reason to ignore.
const ignored = new Set(setting("ignored_error_codes").match(/\d+/g))
const errors = (output.errors ?? []).filter(({ errorCode }) => !ignored.has(errorCode))
for (const { formattedMessage } of errors) console.error(formattedMessage)
if (errors.length > 0) process.exit(1)

for (const name of names) {
  const compiled = output.contracts[`src/${name}.sol`]![name]!
  const size = compiled.evm.deployedBytecode.object.length / 2
  const file = new URL(`src/chain/abi/${name}.ts`, root)
  const text = render(name, compiled)
  if (size > largest) {
    console.error(`${name} has ${size} bytes of code, ${largest} can be deployed`)
    process.exitCode = 1
  } else if (!check) {
    writeFileSync(file, text)
    console.log(`${name}: ${size} bytes of code`)
  } else if (current(file) !== text) {
    console.error(`src/chain/abi/${name}.ts is stale: run node scripts/contracts.ts`)
    process.exitCode = 1
  }
}
