// The suites that the conformance vectors are made of find every single wrong transition, whether an implementation
// shows its whole state or outcomes only.
import { describe, expect, test } from "vitest"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Cover from "../../src/agreement-fsm/explore/Cover.ts"
import * as Fault from "../../src/agreement-fsm/explore/Fault.ts"
import * as Identification from "../../src/agreement-fsm/explore/Identification.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"

const rows = Table.states.length
const faults = rows * Event.types.length * (rows - 1)

test("IPSX-AGR-003: each row has a shortest path, and the cover takes every event in every row", () => {
  const paths = Cover.paths()
  expect(paths.map((path) => Cover.reached(path))).toEqual(
    Array.from({ length: rows }, (_, n) => n),
  )
  const taken = new Set(
    Cover.transitions().map(
      (sequence) => `${Cover.reached(sequence.slice(0, -1))} ${sequence.at(-1)}`,
    ),
  )
  expect(taken.size).toBe(rows * Event.types.length)
  // A path is never longer than that of a row that leads to it and one event more.
  for (const [row, path] of paths.entries())
    for (const type of Table.enabled(row)) {
      const next = Table.step(row, Table.columnOf[type])
      expect(paths[next]!.length).toBeLessThanOrEqual(path.length + 1)
    }
})

// Independent of the splitting tree: classes are what no event leads out of, by the definition of bisimulation.
const bisimilar = (observer: Identification.Observer): ReadonlyArray<number> => {
  let classOf = Array.from(Table.states, (_, row) => observer(row))
  for (;;) {
    const numbers = new Map<string, number>()
    const next = classOf.map((own, row) => {
      const key = [own, ...Event.types.map((type) => classOf[Cover.reached([type], row)])].join()
      if (!numbers.has(key)) numbers.set(key, numbers.size)
      return numbers.get(key)!
    })
    if (new Set(next).size === new Set(classOf).size) return next
    classOf = next
  }
}

describe.each([
  ["the full state", Identification.full, 91, 0],
  ["outcomes only", Identification.outcome, 40, 8804],
] as const)("IPSX-AGR-003: an observer of %s", (name, observer, classes, equivalent) => {
  const found = Identification.of(observer)

  test("IPSX-AGR-003: the classes are those of bisimulation", () => {
    expect(found.classes).toHaveLength(classes)
    const expected = Map.groupBy(bisimilar(observer).entries(), ([, own]) => own)
    expect(found.classes.map((members) => members.toSorted((a, b) => a - b).join()).sort()).toEqual(
      [...expected.values()].map((members) => members.map(([row]) => row).join()).sort(),
    )
  })

  test("IPSX-AGR-003: the suite kills every wrong next state that is not equivalent", () => {
    const suite = Identification.suite(observer)
    const survey = Fault.survey(suite, observer)
    const steps = suite.reduce((sum, { length }) => sum + length, 0)
    console.log(
      `${name}: ${suite.length} sequences, ${steps} steps, ${survey.killed} faults killed`,
    )
    expect(survey).toEqual({ faults, equivalent, killed: faults - equivalent, survivors: [] })
  })
})

test("IPSX-AGR-003: the cover of all transitions is enough for the full state and not for outcomes", () => {
  const cover = Cover.transitions()
  expect(Fault.survey(cover, Identification.full).survivors).toEqual([])
  const { killed, survivors } = Fault.survey(cover, Identification.outcome)
  expect(survivors).toHaveLength(25_776)
  expect(killed / (killed + survivors.length)).toBeCloseTo(0.901, 3)
})

test("IPSX-AGR-003: half of a suite leaves faults unfound", () => {
  const half = Identification.suite(Identification.outcome).filter((_, at) => at % 2 === 0)
  expect(Fault.survey(half, Identification.outcome).survivors.length).toBeGreaterThan(0)
})
