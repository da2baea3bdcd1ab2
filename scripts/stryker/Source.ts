// What a source says of the modules that it imports.
import * as fs from "node:fs"
import * as path from "node:path"

const root = path.resolve(import.meta.dirname, "../..")

/** The source of the module that a file knows under a name. */
export const imported = (file: string, source: string, name: string): string | undefined => {
  const from = new RegExp(`^import \\* as ${name} from "(.+)"$`, "m").exec(source)?.[1]
  return from === undefined
    ? undefined
    : fs.readFileSync(path.resolve(root, path.dirname(file), from), "utf8")
}
