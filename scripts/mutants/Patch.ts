// A wrong version of the product as a patch, with the test that has to notice it. It begins with the lines
//   Mutant: what is wrong now, in one sentence
//   Killed by: FILE :: TITLE, or how TITLE begins
//   First: a script that writes anew what is derived from the changed files (only where there is such a thing)
// FILE is a file of test/ or of contracts/test/.
import * as fs from "node:fs"
import * as path from "node:path"

export interface Patch {
  readonly name: string
  readonly text: string
  readonly sentence: string
  readonly file: string
  readonly title: string
  readonly first: string | undefined
}

const header = (text: string, field: string): string | undefined =>
  new RegExp(`^${field}: (.+)$`, "m").exec(text)?.[1]

const read = (folder: string, name: string): Patch => {
  const text = fs.readFileSync(path.join(folder, name), "utf8")
  const sentence = header(text, "Mutant")
  const [file, title] = header(text, "Killed by")?.split(" :: ") ?? []
  if (sentence === undefined || file === undefined || title === undefined)
    throw new Error(`${name}: expected the lines "Mutant: …" and "Killed by: FILE :: TITLE"`)
  return {
    name: name.replace(/\.patch$/, ""),
    text,
    sentence,
    file,
    title,
    first: header(text, "First"),
  }
}

export const all = (folder: string): ReadonlyArray<Patch> =>
  fs
    .readdirSync(folder)
    .filter((name) => name.endsWith(".patch"))
    .sort()
    .map((name) => read(folder, name))

/** Whether forge runs its test, and not vitest. */
export const isOfContracts = ({ file }: Patch): boolean => file.startsWith("contracts/")
