// A journal that was made smaller kept its old file by a second name, which a memory stick with FAT and some file systems on
// networks do not have: the journal could not be opened there any more.
import { mkdtempSync, readdirSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import type * as Recording from "../../src/live/Recording.ts"

let code = ""
vi.mock(import("node:fs/promises"), async (original) => ({
  ...(await original()),
  link: async () => {
    throw Object.assign(new Error(`${code}: link`), { code })
  },
}))

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-fat-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const followed = (block: number): Recording.Entry => ({ _tag: "Followed", block })

it.each(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"])(
  "IPSX-PCH-012 what a journal drops is kept in a copy where files have no second names: %s",
  async (refusal) => {
    code = refusal
    const file = join(directory, "journal")
    const opened = <A>(use: (opened: Journal.Opened) => Promise<A>): Promise<A> =>
      Effect.runPromise(
        Effect.scoped(Effect.flatMap(Journal.open(file), (own) => Effect.promise(() => use(own)))),
      )
    await opened(({ journal }) => journal.append([followed(1), followed(2)]))
    expect(await opened(async ({ entries }) => entries)).toEqual([followed(2)])
    const kept = readdirSync(directory).filter((name) => /^journal\.\d+$/.test(name))
    expect(kept).toHaveLength(1)
    expect(await Effect.runPromise(Journal.read(join(directory, kept[0]!)))).toEqual([
      followed(1),
      followed(2),
    ])
    expect(readdirSync(directory).filter((name) => name.endsWith(".next"))).toEqual([])
  },
)
