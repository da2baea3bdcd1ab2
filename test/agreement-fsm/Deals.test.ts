import { describe, expect, test } from "vitest"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Deals from "../../src/agreement-fsm/explore/Deals.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"

describe.each([
  { deals: 1, cap: 2, budget: 2 },
  { deals: 2, cap: 1, budget: 1 },
  { deals: 2, cap: 2, budget: 3 },
  { deals: 2, cap: 3, budget: 6 },
])("$deals deals of cap $cap with a wallet of $budget", (setup) => {
  const report = Deals.explore(setup)

  test("IPSX-WAL-003 IPSX-WAL-004: nothing is overdrawn, and nothing is reserved when all deals are over", () => {
    expect(report).toMatchObject({ overdrawn: 0, locked: 0 })
    expect(report.ends).toBeGreaterThan(0)
  })

  test("IPSX-AGR-045: from every state all deals can still end", () => {
    expect(report.stuck).toBe(0)
  })
})

test("IPSX-WAL-004: deals that share a wallet reach less than deals that do not", () => {
  const [shared, apart] = [1, 2].map((budget) => Deals.explore({ deals: 2, cap: 1, budget }))
  const alone = Deals.explore({ deals: 1, cap: 1, budget: 1 })
  expect(apart!.states).toBe(alone.states ** 2)
  expect(shared!.states).toBeLessThan(apart!.states)
})

test("IPSX-WAL-004: mutant: a commit that does not look at the balance overdraws it", () => {
  const rules = { commitNeedsCover: false }
  expect(Deals.explore({ deals: 2, cap: 1, budget: 1, rules }).overdrawn).toBeGreaterThan(0)
})

test("IPSX-WAL-003: mutant: an end that releases nothing leaves tokens reserved for ever", () => {
  const rules = { endReleases: false }
  expect(Deals.explore({ deals: 2, cap: 1, budget: 2, rules }).locked).toBeGreaterThan(0)
})

test("IPSX-AGR-045: mutant: a register that no verdict ends makes states from which no end is reached", () => {
  const columns = Event.types.flatMap((type, column) => (type.startsWith("final") ? [column] : []))
  const step = (row: number, column: number): number =>
    columns.includes(column) ? Table.rejected : Table.step(row, column)
  expect(Deals.explore({ deals: 2, cap: 1, budget: 1, rules: { step } }).stuck).toBeGreaterThan(0)
})
