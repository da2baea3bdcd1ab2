// The archive for those who have no npm, opened by a program that is not ours.
import { execFileSync } from "node:child_process"
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import * as path from "node:path"
import { afterAll, expect, it } from "vitest"

const root = path.resolve(import.meta.dirname, "../..")
const folder = mkdtempSync(path.join(tmpdir(), "ipsx-archive-"))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const below = (place: string): ReadonlyArray<string> =>
  readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(place, path.join(entry.parentPath, entry.name)))
    .toSorted()

it("the archive has every file of the specification, the example in Java too, and the licence", () => {
  const said = execFileSync(process.execPath, ["scripts/archive.ts"], {
    cwd: root,
    encoding: "utf8",
  })
  const archive = path.join(root, /^(\S+):/.exec(said)![1]!)
  execFileSync("tar", ["xzf", archive, "-C", folder])
  const [name] = readdirSync(folder) as [string]
  expect(`${name}.tar.gz`).toBe(path.basename(archive))
  const unpacked = path.join(folder, name)
  expect(below(path.join(unpacked, "spec"))).toEqual(below(path.join(root, "spec")))
  for (const file of ["LICENSE", "spec/examples/Ipsx.java", "spec/formal/agreement.pml"])
    expect(readFileSync(path.join(unpacked, file))).toEqual(readFileSync(path.join(root, file)))
})
