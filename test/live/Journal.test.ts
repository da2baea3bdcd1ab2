import { spawn } from "node:child_process"
import { once } from "node:events"
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as fc from "fast-check"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import { afterEach, beforeEach, describe, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Id from "../../src/model/Id.ts"
import type { Request } from "../../src/model/Order.ts"
import * as Time from "../../src/model/Time.ts"
import { terms } from "../agent/Pair.ts"
import { offer as someOffer, request as someRequest } from "../arbitrary/order.ts"

let directory = ""
let file = ""
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-journal-"))
  file = join(directory, "journal")
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const followed = (block: number): Recording.Entry => ({ _tag: "Followed", block })
const id = Id.fromNumber(7)
const done = (n: number): Recording.Entry => ({ _tag: "Done", id, n })

const opened = () =>
  Effect.runPromise(
    Effect.result(Effect.scoped(Effect.map(Journal.open(file), ({ entries }) => entries))),
  )
const written = (...groups: ReadonlyArray<ReadonlyArray<Recording.Entry>>) =>
  Effect.runPromise(
    Effect.scoped(
      Effect.flatMap(Journal.open(file), ({ journal }) =>
        Effect.promise(() => Promise.all(groups.map((group) => journal.append(group)))),
      ),
    ),
  )

describe("a journal", () => {
  it("IPSX-PCH-012 gives back what was appended, in order, from a file that others may read too", async () => {
    const entries = Array.from({ length: 200 }, (_, n) => done(n))
    await written(...entries.map((entry) => [entry]))
    expect(Result.getOrThrow(await opened())).toEqual(entries)
    expect(await Effect.runPromise(Journal.read(file))).toEqual(entries)
  })

  it("IPSX-PCH-012 cut off at any byte keeps every entry that was whole, and goes on after it", async () => {
    await written([done(1)], [done(2)], [done(3)])
    const whole = readFileSync(file)
    const ends = [...whole.entries()].filter(([, byte]) => byte === 10).map(([at]) => at + 1)
    for (let length = 0; length <= whole.length; length++) {
      writeFileSync(file, whole)
      truncateSync(file, length)
      const kept = ends.filter((end) => end <= length).length
      const expected = [done(1), done(2), done(3)].slice(0, kept)
      expect(Result.getOrThrow(await opened())).toEqual(expected)
      await written([done(9)])
      expect(Result.getOrThrow(await opened())).toEqual([...expected, done(9)])
    }
  })

  it("refuses a file that is damaged in the middle: that is no crash", async () => {
    await written([done(1)], [done(2)], [done(3)])
    const bytes = readFileSync(file)
    bytes[20]! ^= 1
    writeFileSync(file, bytes)
    const read = await opened()
    expect(Result.isFailure(read) && read.failure.message).toMatch(/line 1 is damaged/)
  })

  it("drops the deals that are over, and keeps what was dropped beside it", async () => {
    await written([done(1), followed(4), followed(9), { _tag: "Closed", id }])
    expect(Result.getOrThrow(await opened())).toEqual([followed(9)])
    expect(Result.getOrThrow(await opened())).toEqual([followed(9)])
    const old = readdirSync(directory).filter(
      (name) => !name.startsWith("journal.lock") && name !== "journal",
    )
    expect(old.length).toBe(1)
    expect((await Effect.runPromise(Journal.read(join(directory, old[0]!)))).length).toBe(4)
  })

  it("IPSX-PCH-012 forgets an order a day after it has expired, unless a deal of it goes on", async () => {
    const now = Math.floor(Date.now() / 1000)
    const [made] = fc.sample(someRequest(1, 1), { seed: 1, numRuns: 1 })
    const [offer] = fc.sample(someOffer(1, 1), { seed: 1, numRuns: 1 })
    const ordered = (n: number, expiresAt: number): Recording.Of<"Ordered"> => ({
      _tag: "Ordered",
      order: { ...made!, id: Id.fromNumber(n), nonce: n, expiresAt: Time.seconds(expiresAt) },
    })
    const [old, needed, young] = [ordered(1, 1000), ordered(2, 1000), ordered(3, now - 3600)]
    const took = (n: number): Recording.Entry => ({
      _tag: "Took",
      order: Id.fromNumber(n),
      seats: 1,
    })
    const request = needed.order as Request
    const began = {
      _tag: "Began",
      id,
      role: "requester",
      deal: terms(),
      offer: offer!,
      request,
      partner: null,
    } as const
    await written([old, needed, young, took(1), took(3), began])
    expect(Result.getOrThrow(await opened())).toEqual([needed, young, took(3), began])
  })

  it("IPSX-PCH-012 is one program's at a time, and anybody's again when that one is gone", async () => {
    const inside = Effect.flatMap(Journal.open(file), () => Effect.promise(opened))
    const second = await Effect.runPromise(Effect.scoped(inside))
    expect(Result.isFailure(second) && second.failure.message).toMatch(/another program has it/)
    expect(Result.isSuccess(await opened())).toBe(true)
    const holder = spawn(process.execPath, [
      "--input-type=module",
      "-e",
      `import { DatabaseSync } from "node:sqlite"
       const lock = new DatabaseSync(process.argv[1])
       lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE; COMMIT")
       console.log("held")
       setInterval(() => {}, 1000)`,
      `${file}.lock`,
    ])
    await once(holder.stdout, "data")
    expect(Result.isFailure(await opened())).toBe(true)
    holder.kill("SIGKILL")
    await once(holder, "exit")
    expect(Result.isSuccess(await opened())).toBe(true)
  })

  it("says what is wrong with a line of another version", async () => {
    await written([done(1)])
    appendFileSync(file, `${"0".repeat(8)} {}\n00000000 {}\n`)
    const read = await opened()
    expect(Result.isFailure(read) && read.failure._tag).toBe("JournalUnusable")
  })

  it("IPSX-PCH-012 that is closed while it writes keeps what it was given, and takes nothing more", async () => {
    const late: Array<unknown> = []
    const early = await Effect.runPromise(
      Effect.scoped(
        Effect.map(Journal.open(file), ({ journal }) => {
          const given = Array.from({ length: 50 }, (_, n) => journal.append([done(n)]))
          const tooLate = (): Promise<unknown> => journal.append([done(99)])
          setTimeout(() => void tooLate().catch((cause: Error) => late.push(cause.message)), 0)
          return given
        }),
      ),
    )
    await Promise.all(early)
    expect(Result.getOrThrow(await opened()).length).toBe(50)
    expect(late).toEqual(["it is closed"])
  })
})
