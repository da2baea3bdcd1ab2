// A provider that runs for months: its journal was made smaller only when it was opened, at twenty kilobytes a lease it
// grew beyond what a process can read, and the next run could not open it.
import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Id from "../../src/model/Id.ts"

let directory = ""
let file = ""
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-long-"))
  file = join(directory, "journal")
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const followed = (block: number): Recording.Entry => ({ _tag: "Followed", block })
const large = "x".repeat(200_000)
/** A deal that is over, and all that was written down of it, 600 kB. */
const deal = (n: number): ReadonlyArray<Recording.Entry> => {
  const id = Id.fromNumber(n)
  return [...[1, 2, 3].map(() => ({ _tag: "Wrote", id, letter: large }) as const), closed(n)]
}
const closed = (n: number): Recording.Entry => ({ _tag: "Closed", id: Id.fromNumber(n) })
const open = { _tag: "Wrote", id: Id.fromNumber(1000), letter: "of a deal that goes on" } as const
const deals = 30

/** Writes thirty deals, and what lasts beside them. */
const run = () =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(Journal.open(file), ({ journal }) =>
        Effect.promise(async () => {
          await journal.append([open])
          for (let n = 1; n <= deals; n++) await journal.append([...deal(n), followed(n)])
          // What comes meanwhile is not lost.
          await Promise.all([98, 99].map((block) => journal.append([followed(block)])))
        }),
      ),
    ),
  )
const opened = () =>
  Effect.runPromise(Effect.scoped(Effect.map(Journal.open(file), ({ entries }) => entries)))
const kept = () => readdirSync(directory).filter((name) => /^journal\.\d+$/.test(name))

it("IPSX-PCH-012 a journal stays as small as what it is needed for while it is open", async () => {
  await run()
  expect(statSync(file).size).toBeLessThan(9 * 2 ** 20)
  expect(kept().length).toBeGreaterThan(0)
  const old = await Promise.all(
    kept().map((name) => Effect.runPromise(Journal.read(join(directory, name)))),
  )
  const rest = await Effect.runPromise(Journal.read(file))
  const all = [...old.flat(), ...rest].filter(({ _tag }) => _tag === "Closed")
  expect(all.map((one) => ("id" in one ? one.id : ""))).toEqual(
    Array.from({ length: deals }, (_, at) => Id.fromNumber(at + 1)),
  )
  expect(await opened()).toEqual([open, followed(99)])
})

it("IPSX-PCH-012 it goes on as it is where it cannot be made smaller", async () => {
  mkdirSync(`${file}.next`)
  await run()
  expect(statSync(file).size).toBeGreaterThan(deals * 600_000)
  rmSync(`${file}.next`, { recursive: true })
  expect(await opened()).toEqual([open, followed(99)])
})
