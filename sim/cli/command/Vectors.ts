// `ipsx vectors`: writes the conformance suite, or checks byte by byte that it is what would be written.
import { fileURLToPath } from "node:url"
import * as Result from "effect/Result"
import * as Command from "../Command.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx vectors [DIR] [--check]

Writes the conformance suite's vectors into DIR (spec/vectors of this package unless it is given), and takes out
what is not of it. The same version writes the same bytes.

  --check   write nothing; exit with 1 when a file is missing, different or too much
`

interface Given {
  readonly folder: string
  readonly check: boolean
}

const own = fileURLToPath(new URL("../../../spec/vectors/", import.meta.url))

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(
    Command.split("vectors", args, { check: { type: "boolean" } }),
    ({ positionals, values }) =>
      positionals.length > 1
        ? Command.bad(`expected at most one DIR, got ${positionals.length}`, "vectors")
        : Result.succeed({ folder: positionals[0] ?? own, check: values.check === true }),
  )

const run = async (terminal: Terminal, { folder, check }: Given): Promise<number> => {
  const [Suite, Files] = await Promise.all([
    import("../../../src/conformance/Suite.ts"),
    import("../../../src/conformance/process/Files.ts"),
  ])
  const written = await Suite.generate()
  if (check) {
    const problems = Files.stale(folder, written)
    for (const problem of problems) terminal.error(`${folder}: ${problem}: run ipsx vectors\n`)
    if (problems.length === 0)
      terminal.out(`${folder}: ${written.length} files, as they should be\n`)
    return problems.length === 0 ? 0 : 1
  }
  const problem = Files.write(folder, written)
  if (problem !== undefined) {
    terminal.error(`${problem}\n`)
    return 2
  }
  terminal.out(`${folder}: ${written.length} files\n`)
  return 0
}

export const command = Command.make({
  name: "vectors",
  operands: "[DIR]",
  about: "write or check the vectors of the conformance suite",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
