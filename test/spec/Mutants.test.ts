// A wrong version that no longer fits the sources shows nothing. `npm run test:mutants` says so after hours; this at once.
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { expect, it } from "vitest"
import * as Patch from "../../scripts/mutants/Patch.ts"

const root = join(import.meta.dirname, "../..")
const patches = Patch.all(join(root, "test/mutants"))

/** A file, and lines that a patch expects there one after the other. */
interface Piece {
  readonly file: string
  readonly expected: string
}

const piecesOf = ({ text }: Patch.Patch): ReadonlyArray<Piece> =>
  text
    .split(/^--- a\//m)
    .slice(1)
    .flatMap((part) => {
      const [file = "", ...lines] = part.split("\n")
      const hunks = lines
        .slice(1)
        .join("\n")
        .split(/^@@.*$/m)
        .slice(1)
      return hunks.map((hunk) => ({
        file,
        expected: hunk
          .split("\n")
          .filter((line) => line.startsWith(" ") || line.startsWith("-"))
          .map((line) => line.slice(1))
          .join("\n"),
      }))
    })

it.each(patches.map((patch) => [patch.name, patch] as const))(
  "the mutant %s fits the sources, and its test is there",
  (_, patch) => {
    const pieces = piecesOf(patch)
    expect(pieces.length).toBeGreaterThan(0)
    const holds = ({ file, expected }: Piece) =>
      `\n${readFileSync(join(root, file), "utf8")}`.includes(`\n${expected}\n`)
    expect(pieces.filter((piece) => !holds(piece))).toEqual([])
    expect(existsSync(join(root, patch.file))).toBe(true)
  },
)
