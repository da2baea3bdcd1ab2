// A journal was played with whatever key the program was started with: in a data directory that had been another key's, or
// of another market, old deals went on under new signatures, and a deposit that was begun for one account came from another.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Fee from "../../src/chain/Fee.ts"
import * as Signer from "../../src/live/Signer.ts"
import * as Teller from "../../src/live/Teller.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Node from "./Node.ts"

let directory = ""
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-owner-"))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

const market = {
  signer: Node.signer,
  curve: Node.curve,
  place: Node.place,
  parameters: Parameters.small,
  feeCap: Fee.usualCap,
}
const open = (change: Partial<typeof market>) =>
  Effect.runPromise(
    Effect.scoped(
      Teller.open(
        { ...market, ...change },
        "http://127.0.0.1:1",
        join(directory, "journal"),
        () => {},
      ),
    ),
  )

it("IPSX-PCH-012 a journal is its owner's, in its market", async () => {
  await open({})
  await open({})
  const other = Signer.local(Node.curve, new Uint8Array(32).fill(8))
  await expect(open({ signer: other })).rejects.toThrow(
    `it is of ${Node.signer.address} in the market`,
  )
  await expect(open({ place: { ...Node.place, chainId: 5 } })).rejects.toThrow(
    /on chain 31337, and not of 0x\w+ in the market 0x\w+ on chain 5: use that key and market/,
  )
  await open({})
})
