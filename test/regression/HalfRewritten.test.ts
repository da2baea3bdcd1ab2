// A program that was killed while it made its journal smaller, when the old file had its second name and the new one not yet
// the first: that name was taken then, so that the journal could not be opened again.
import { linkSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-half-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const followed = (block: number): Recording.Entry => ({ _tag: "Followed", block })

it("IPSX-PCH-012 a journal opens again after a kill at any point of its rewriting", async () => {
  const file = join(directory, "journal")
  const open = Effect.map(Journal.open(file), ({ entries }) => entries)
  await Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(Journal.open(file), ({ journal }) =>
        Effect.promise(() => journal.append([followed(1), followed(2)])),
      ),
    ),
  )
  linkSync(file, `${file}.${Math.floor(statSync(file).mtimeMs)}`)
  expect(await Effect.runPromise(Effect.scoped(open))).toEqual([followed(2)])
  const [old] = readdirSync(directory).filter((name) => /\.\d+$/.test(name))
  expect(await Effect.runPromise(Journal.read(join(directory, old!)))).toEqual([
    followed(1),
    followed(2),
  ])
  expect(await Effect.runPromise(Effect.scoped(open))).toEqual([followed(2)])
})
