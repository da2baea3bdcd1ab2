// The version of the package that this file is part of, run from its sources or from its build.
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

/** @throws Error when no package.json is above this file: the installation is broken. */
export const read = (): string => {
  let directory = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const path = join(directory, "package.json")
    if (existsSync(path)) {
      const found = JSON.parse(readFileSync(path, "utf8")) as { name?: string; version?: string }
      if (found.name === "ipsx" && found.version !== undefined) return found.version
    }
    const parent = dirname(directory)
    if (parent === directory) throw new Error("no package.json of ipsx above the program")
    directory = parent
  }
}
