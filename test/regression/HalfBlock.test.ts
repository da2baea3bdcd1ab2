// A kill, or a loss of power, in the middle of a write: of two logs of one block the first was on disk and the second was
// not. Played again, the block counted as heard, and the second log was missing for good: a deal that nobody knew was
// settled. The same with a refusal and what its participant hears of it.
import { mkdtempSync, readFileSync, rmSync, truncateSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Id from "../../src/model/Id.ts"

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-half-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const id = Id.fromNumber(7)
const logged = (now: number): Recording.Entry => {
  const log = { _tag: "DealChallenged", id } as const
  const moment = { id, now, seconds: 0, bytesUsed: 0, block: 5 }
  return { _tag: "Happened", ...moment, input: { _tag: "Logged", log } }
}
const followed: Recording.Entry = { _tag: "Followed", block: 5 }
const before: Recording.Entry = { _tag: "Followed", block: 4 }

it("IPSX-PCH-012 what came together is on disk together, or none of it is", async () => {
  const file = join(directory, "journal")
  const write = (...groups: ReadonlyArray<ReadonlyArray<Recording.Entry>>) =>
    Effect.runPromise(
      Effect.scoped(
        Effect.flatMap(Journal.open(file), ({ journal }) =>
          Effect.promise(() => Promise.all(groups.map((group) => journal.append(group)))),
        ),
      ),
    )
  const together = [logged(1), logged(2), followed]
  await write([before])
  const start = readFileSync(file).length
  await write(together)
  const whole = readFileSync(file)
  const ends = [...whole.keys()].filter((at) => at >= start && whole[at] === 10)
  expect(ends.length).toBe(together.length)
  expect(await Effect.runPromise(Journal.read(file))).toEqual([before, ...together])
  // At the end of each line but the last, behind it, and in the middle of the next one.
  for (const end of ends.toReversed().slice(1))
    for (const length of [end + 20, end + 1, end]) {
      truncateSync(file, length)
      expect(await Effect.runPromise(Journal.read(file))).toEqual([before])
    }
  // What comes afterwards stands behind what was whole.
  await write(together)
  expect(await Effect.runPromise(Journal.read(file))).toEqual([before, ...together])
})
