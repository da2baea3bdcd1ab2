// Which code makes a run. A commit does not say it, because a clone can be edited and a package has none; so the
// sources themselves are hashed, and everybody who takes part in a sweep must have the same.
import { createHash } from "node:crypto"
import { spawnSync } from "node:child_process"
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { dirname, extname, join, relative } from "node:path"
import * as Anvil from "../../src/chain/Anvil.ts"

export interface Revision {
  /** SHA-256 of the sources of the library and the simulator. */
  readonly code: string
  /** SHA-256 of package-lock.json; null for an installed package, which has none. */
  readonly lockfile: string | null
  readonly node: string
}

const sha256 = (text: string | Uint8Array): string =>
  createHash("sha256").update(text).digest("hex")

/** Every source file under a directory, in the order of their names. */
const sources = (directory: string): ReadonlyArray<string> =>
  readdirSync(directory, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && [".ts", ".js", ".json"].includes(extname(entry.name)))
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => !path.endsWith(".d.ts"))
    .sort()

const root = dirname(dirname(import.meta.dirname))

let known: Revision | undefined

/** The revision of the program that runs this. */
export const own = (): Revision => {
  if (known !== undefined) return known
  const hash = createHash("sha256")
  for (const directory of [join(root, "src"), join(root, "sim")])
    for (const path of sources(directory))
      hash.update(`${relative(root, path)}\n${sha256(readFileSync(path))}\n`)
  const lock = join(root, "package-lock.json")
  return (known = {
    code: hash.digest("hex"),
    lockfile: existsSync(lock) ? sha256(readFileSync(lock)) : null,
    node: process.version,
  })
}

/** What a revision is called in a message. */
export const short = (code: string): string => code.slice(0, 12)

/** The words of the anvil at hand about itself; null when there is none. */
export const anvil = (): string | null => {
  const binary = Anvil.find()
  if (binary === undefined) return null
  const { stdout } = spawnSync(binary, ["--version"], { encoding: "utf8", timeout: 10_000 })
  return stdout?.split("\n")[0]?.trim() || null
}
