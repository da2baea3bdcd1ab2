// The package that this file is part of, run from its sources or from its build: where it is, and its version.
import { existsSync, readFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { fileURLToPath } from "node:url"

const find = (): { readonly root: string; readonly version: string } => {
  let root = dirname(fileURLToPath(import.meta.url))
  for (;;) {
    const path = join(root, "package.json")
    if (existsSync(path)) {
      const found = JSON.parse(readFileSync(path, "utf8")) as { name?: string; version?: string }
      if (found.name === "ipsx" && found.version !== undefined)
        return { root, version: found.version }
    }
    const parent = dirname(root)
    if (parent === root) throw new Error("no package.json of ipsx above the program")
    root = parent
  }
}

/** @throws Error when no package.json is above this file: the installation is broken. */
export const read = (): string => find().version

/** The package's folder, which has `spec` in it. Throws as `read` does. */
export const root = (): string => find().root
