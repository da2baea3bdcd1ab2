// A copy of the repository in which files may be broken and made whole again.
import { execFileSync } from "node:child_process"
import * as fs from "node:fs"
import * as os from "node:os"
import * as path from "node:path"

/** The tracked files of a moment, so that edits made meanwhile do not matter. */
export type Snapshot = ReadonlyMap<string, { readonly content: Buffer; readonly mode: number }>

export const snapshot = (root: string): Snapshot =>
  new Map(
    execFileSync("git", ["ls-files", "-z"], { cwd: root, encoding: "utf8" })
      .split("\0")
      .filter((file) => file !== "" && fs.existsSync(path.join(root, file)))
      .map((file) => [file, contentOf(path.join(root, file))]),
  )

const contentOf = (file: string) => ({
  content: fs.readFileSync(file),
  mode: fs.statSync(file).mode,
})

/** Writes what differs, and nothing else: compilers go by what has changed. */
export const restore = (tree: string, files: Snapshot): void => {
  for (const [file, { content, mode }] of files) {
    const target = path.join(tree, file)
    if (fs.existsSync(target) && fs.readFileSync(target).equals(content)) continue
    fs.mkdirSync(path.dirname(target), { recursive: true })
    fs.writeFileSync(target, content, { mode })
  }
}

/** A copy with the installed packages linked in. */
export const make = (root: string, files: Snapshot): string => {
  const tree = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "ipsx-mutants-")))
  restore(tree, files)
  fs.symlinkSync(path.join(root, "node_modules"), path.join(tree, "node_modules"))
  return tree
}

export const remove = (tree: string): void => fs.rmSync(tree, { recursive: true, force: true })

/** Applies a patch; throws when it does not fit any more. */
export const apply = (tree: string, patch: string): void => {
  execFileSync("git", ["apply", "-"], {
    cwd: tree,
    input: patch,
    stdio: ["pipe", "ignore", "pipe"],
    // A copy that lies inside some other repository is not part of it.
    env: { ...process.env, GIT_CEILING_DIRECTORIES: path.dirname(tree) },
  })
}
