// A handful of the fault matrix; all of it with `node test/fault/main.ts 0..233`, or some with IPSX_FAULTS=17,20..30.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Case from "./Case.ts"
import * as Lanes from "./Lanes.ts"
import * as Play from "./Play.ts"
import * as Scene from "./Scene.ts"

const asked = process.env["IPSX_FAULTS"]
const cases = Lanes.seeds(asked ?? "60,90").map(Case.of)
const lanes = Lanes.make(2)
/** How often a case is played until somebody is struck. */
const playsMax = 3
const timeoutMs = playsMax * 240_000 * Math.ceil(cases.length / 2)

const play = async (one: Case.Case): Promise<Play.Outcome> => {
  for (let plays = 1; ; plays++) {
    const outcome = await lanes(() => Play.play(one, shared))
    if (plays === playsMax || !Play.isMissed(outcome)) return outcome
    console.log(`again, because nobody was struck: ${Case.describe(one)}`)
  }
}

let directory = ""
let shared: Play.Shared
beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-fault-"))
  shared = await Play.share(directory, playsMax * cases.length)
})
afterAll(async () => {
  await Play.unshare(shared)
  rmSync(directory, { recursive: true, force: true })
})

describe.concurrent("a lease in which somebody fails", () => {
  for (const one of cases) {
    const impossible = Scene.impossible(one)
    if (impossible !== undefined) console.log(`skipped: ${Case.describe(one)}: ${impossible}`)
    it.skipIf(impossible !== undefined)(
      `IPSX-PAY-007 IPSX-TUN-006 IPSX-TUN-012 IPSX-TUN-041 ${Case.describe(one)}`,
      async () => {
        const { problems, facts } = await play(one)
        const said = Object.entries(facts).map(([name, value]) => `${name}: ${value}`)
        expect(problems, [`again: ${Case.replay(one)}`, ...said].join("\n")).toEqual([])
      },
      timeoutMs,
    )
  }
})

describe("the cases", () => {
  it("try every step with every victim of every adapter once in their first round, by the seed alone", () => {
    const names = Array.from({ length: Case.all }, (_, seed) => {
      const { step, adapter, victim } = Case.of(seed)
      return `${adapter} ${victim} ${step}`
    })
    expect(new Set(names).size).toBe(Case.all)
    expect(Case.of(17)).toEqual(Case.of(17))
    const faults = new Set(Array.from({ length: 40 }, (_, seed) => Case.of(seed).fault))
    expect(faults).toEqual(new Set(Case.faults))
  })
})
