// A clock that was set back while the program was not running: the numbers of orders are moments, so each new order had a
// lower one than the last, and the relay refused all of them until the clock was there again.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it } from "vitest"
import * as Journal from "../../src/live/Journal.ts"
import * as Nonce from "../../src/live/Nonce.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Restart from "../../src/live/Restart.ts"
import * as Id from "../../src/model/Id.ts"
import { request } from "../arbitrary/exchange.ts"
import * as Lone from "./Lone.ts"
import { curve, signer } from "./Node.ts"

let directory = ""
beforeEach(() => void (directory = mkdtempSync(join(tmpdir(), "ipsx-used-"))))
afterEach(() => rmSync(directory, { recursive: true, force: true }))

const hour = 3_600_000
const ordered = (n: number, nonce: number): Recording.Entry => ({
  _tag: "Ordered",
  order: request({ id: Id.fromNumber(n), nonce }),
})

it("IPSX-MAT-033 an order has a higher number than each that an earlier run has placed, also one that was withdrawn", async () => {
  const file = join(directory, "journal")
  const ahead = Date.now() + hour
  const entries = [ordered(1, 5), ordered(2, ahead), ordered(3, 7)]
  const withdrew = [1, 2, 3].map((n) => ({ _tag: "Withdrew", order: Id.fromNumber(n) }) as const)
  const opening = Effect.scoped(
    Effect.flatMap(Journal.open(file), ({ journal, entries: left }) =>
      Effect.as(
        Effect.promise(() => journal.append(left.length === 0 ? [...entries, ...withdrew] : [])),
        left,
      ),
    ),
  )
  await Effect.runPromise(opening)
  const { settings, separator, evidence } = Lone.make().agent
  const options = { settings, separator, evidence, curve, signer, act: undefined }
  // What is dropped is dropped by the first that opens it, and both know the number.
  for (const _run of [1, 2]) {
    const left = await Effect.runPromise(opening)
    expect(left.length).toBe(2)
    const { nonce, orders } = await Restart.play(left, options)
    expect([nonce, orders.size]).toEqual([ahead, 0])
  }
  Nonce.after(ahead)
  expect([Nonce.next(), Nonce.next()]).toEqual([ahead + 1, ahead + 2])
})
