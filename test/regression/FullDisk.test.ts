// A disk that was full in the middle of a write: the system wrote a part and said so, and the journal took the whole for
// written. What came after, when there was room again, stood behind half a line: a file that could not be opened any more.
import { spawnSync } from "node:child_process"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Id from "../../src/model/Id.ts"

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-full-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const done = (n: number): Recording.Entry => ({ _tag: "Done", id: Id.fromNumber(7), n })

// Its files may have 8 KB; when it has filled one, they may have more again.
const script = `
import { spawnSync } from "node:child_process"
import * as Effect from "effect/Effect"
import * as Journal from "${new URL("../../src/live/Journal.ts", import.meta.url)}"
const id = "${Id.fromNumber(7)}"
const room = (bytes) => spawnSync("prlimit", ["--pid", String(process.pid), "--fsize=" + bytes + ":"])
let kept = 0
await Effect.runPromise(Effect.scoped(Effect.flatMap(Journal.open(process.argv[1]), ({ journal }) => Effect.promise(async () => {
  room(8192)
  try {
    for (;;) {
      await journal.append([0, 1, 2].map((at) => ({ _tag: "Done", id, n: 3 * kept + at })))
      kept++
    }
  } catch {}
  room("unlimited")
  await journal.append([{ _tag: "Done", id, n: 999 }])
}))))
console.log(kept)
`

it("IPSX-PCH-012 what was written is whole, and what was not is not there, also on a disk that was full", async () => {
  const file = join(directory, "journal")
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ["--input-type=module", "-e", script, file],
    { encoding: "utf8", cwd: new URL("../..", import.meta.url), timeout: 30_000 },
  )
  const kept = Number(stdout)
  expect(kept, stderr).toBeGreaterThan(10)
  expect(kept).toBeLessThan(100)
  expect(await Effect.runPromise(Journal.read(file))).toEqual(
    [...Array.from({ length: 3 * kept }, (_, n) => n), 999].map(done),
  )
})
