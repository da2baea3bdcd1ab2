// The suite on disk: written, checked byte by byte, read.
import * as fs from "node:fs"
import * as path from "node:path"
import type { Written } from "../Suite.ts"

const listed = (folder: string): ReadonlyArray<string> =>
  fs.existsSync(folder)
    ? fs
        .readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".json"))
        .map((name) => name.replaceAll(path.sep, "/"))
    : []

/**
 * Writes the files, and removes what a folder of vectors has beside them. A folder that holds anything else is left
 * alone, and a sentence comes out.
 */
export const write = (folder: string, files: ReadonlyArray<Written>): string | undefined => {
  const there = listed(folder)
  if (there.length > 0 && !there.includes("manifest.json"))
    return `${folder}: expected an empty folder or one of vectors, with a manifest.json`
  const wanted = new Set(files.map((file) => file.path))
  for (const name of there) if (!wanted.has(name)) fs.rmSync(path.join(folder, name))
  for (const file of files) {
    const target = path.join(folder, file.path)
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, file.text)
  }
  return undefined
}

/** What is missing, different or too much in a folder, one sentence each. */
export const stale = (folder: string, files: ReadonlyArray<Written>): ReadonlyArray<string> => {
  const wanted = new Map(files.map((file) => [file.path, file.text]))
  const there = new Set(listed(folder))
  const problems = [...there]
    .filter((name) => !wanted.has(name))
    .map((name) => `${name} is not of this suite`)
  for (const [name, text] of wanted) {
    if (!there.has(name)) problems.push(`${name} is missing`)
    else if (fs.readFileSync(path.join(folder, name), "utf8") !== text)
      problems.push(`${name} is not what would be written`)
  }
  return problems.sort()
}
