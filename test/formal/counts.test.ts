// The same states and transitions, counted by engines that share no code: the search over the derived table, the search
// over the statechart, and SPIN over models written from the prose. The figures stand in spec/formal/README.md.
import { readFileSync } from "node:fs"
import { describe, expect, test, vi } from "vitest"
import * as Sets from "../../scripts/formal/Sets.ts"
import * as Spin from "../../scripts/formal/Spin.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"
import * as Statechart from "../../scripts/formal/Statechart.ts"

const page = readFileSync("spec/formal/README.md", "utf8")
const equal = page.slice(page.indexOf("\n## Equal counts"), page.indexOf("\n## What the automatic"))
const published = new Map(
  [...equal.matchAll(/^\| ([^|]+) \| ([\d,]+) \| ([\d,]+) \|/gm)].map(([, name, ...counts]) => {
    const [states, transitions] = counts.map((count) => Number(count.replaceAll(",", "")))
    return [name!, { states, transitions }] as const
  }),
)

test("IPSX-AGR-043: every parameter set has its row of figures", () => {
  expect([...published.keys()]).toEqual(Sets.all.map(({ name }) => name))
})

// SPIN's programs are compiled first; on a busy machine that takes its time.
vi.setConfig({ testTimeout: 300_000 })
const unable = Spin.missing()
if (unable !== undefined) console.log(`SPIN does not count: ${unable}`)

describe.each(Sets.all.filter(({ short }) => short))("$name", (set) => {
  const expected = published.get(set.name)

  test("IPSX-AGR-043: the derived table gives the published figures", () => {
    expect(set.explore(Table.step)).toMatchObject(expected!)
  })

  test("IPSX-AGR-003: the statechart gives the same", () => {
    const statechart = Statechart.make()
    expect(set.explore(statechart.step)).toMatchObject(expected!)
    expect(statechart.reached()).toBeGreaterThan(20)
  })

  test.skipIf(unable !== undefined)(
    "IPSX-AGR-043 IPSX-AGR-046: SPIN, from the prose, gives the same",
    () => {
      expect(Spin.count(set.model, set.defines)).toEqual({ ...expected, errors: 0 })
    },
  )
})

describe.skipIf(unable !== undefined)("SPIN", () => {
  const liars = { HONEST_P: 0, HONEST_R: 0, LEVELS: 1, LIVENESS: 1 }

  test("IPSX-AGR-045: every deal ends, whatever the parties do or leave undone", () => {
    expect(Spin.keeps("agreement", liars, "ends", true)).toBe(true)
  })

  test("IPSX-AGR-047: the model's promises are not empty: a provider that neglects its duties is convicted", () => {
    const negligent = { HONEST_P: 1, HONEST_R: 0, LEVELS: 1, NEGLIGENT: 1 }
    expect(Spin.count("agreement", negligent).errors).toBe(1)
  })
})
