#!/usr/bin/env node
// The compiler as forge wants it: an executable that answers `--version` and reads standard JSON. The
// compiler itself is npm's solc, so a build needs no download and works without a network.
import { readFileSync } from "node:fs"
import { createRequire } from "node:module"
import { resolve } from "node:path"

const solc = createRequire(import.meta.url)("solc")

if (process.argv.includes("--version")) {
  process.stdout.write(
    `solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`,
  )
} else if (process.argv.includes("--standard-json")) {
  // forge leaves out what the sources outside its own root import: those are read here.
  const at = process.argv.indexOf("--base-path")
  const base = at === -1 ? process.cwd() : process.argv[at + 1]
  const read = (path) => {
    try {
      return { contents: readFileSync(resolve(base, path), "utf8") }
    } catch (cause) {
      return { error: String(cause) }
    }
  }
  process.stdout.write(solc.compile(readFileSync(0, "utf8"), { import: read }))
} else {
  process.stderr.write("usage: solc.mjs --version | --standard-json < input.json\n")
  process.exitCode = 2
}
