import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Trace from "../../sim/Trace.ts"

type Event = readonly [at: number, event: string, ...fields: ReadonlyArray<Trace.Field>]

const hashOf = (events: ReadonlyArray<Event>): string => {
  const trace = Trace.make()
  for (const [at, event, ...fields] of events) Trace.record(trace, at, event, ...fields)
  return Trace.hash(trace)
}

const event: fc.Arbitrary<Event> = fc
  .tuple(
    fc.nat(),
    fc.string(),
    fc.array(
      fc.oneof(
        fc.integer(),
        fc.double(),
        fc.string(),
        fc.bigInt(),
        fc.boolean(),
        fc.constant(null),
      ),
      {
        maxLength: 4,
      },
    ),
  )
  .map(([at, name, fields]) => [at, name, ...fields])

describe("Trace", () => {
  it("IPSX-SIM-001 gives equal runs one hash, and different runs different ones", () => {
    fc.assert(
      fc.property(fc.array(event), fc.array(event), (a, b) => {
        const same = JSON.stringify(a, exact) === JSON.stringify(b, exact)
        expect(hashOf(a)).toBe(hashOf([...a]))
        expect(hashOf(a) === hashOf(b)).toBe(same)
      }),
    )
  })

  it("IPSX-SIM-001 sees a change of one field, of its type, of the order, and of the end", () => {
    const run: ReadonlyArray<Event> = [
      [1, "opened", "0x01", 5n],
      [2, "settled", "0x01", 5n],
    ]
    const hashes = [
      run,
      run.toReversed(),
      run.slice(0, 1),
      [...run, run[0]!],
      [[1, "opened", "0x01", 5], run[1]!],
      [[1, "opened", "0x01", "5"], run[1]!],
      [[1, "opened", "0x0", "15"], run[1]!],
      [[1, "opened", "0x01", 6n], run[1]!],
      [[1, "opened", "0x01", 5n, null], run[1]!],
      [[2 ** 32 + 1, "opened", "0x01", 5n], run[1]!],
      [
        [1, "opened", "0x01", 5n],
        [2.5, "settled", "0x01", 5n],
      ],
    ].map((events) => hashOf(events as ReadonlyArray<Event>))
    expect(new Set(hashes).size).toBe(hashes.length)
    expect(hashes[0]).toMatch(/^0x[0-9a-f]{64}$/)
  })

  it("IPSX-SIM-001 keeps its hash for ever", () => {
    expect(hashOf([[1500, "deal.opened", "0xabc", 10n ** 18n, true, null, 2.5]])).toBe(
      "0x574dfec5a21a1c0c32949d42fc19bd64d3f2a5f9f73844ab636ffa1ba301d057",
    )
  })

  it("hands every event on as a line of JSON", () => {
    const lines: Array<string> = []
    const trace = Trace.make((line) => lines.push(line))
    Trace.record(trace, 7, "paid", 10n ** 20n, "a", null)
    Trace.record(trace, 8, "ended")
    expect(lines).toEqual(['[7,"paid","100000000000000000000","a",null]', '[8,"ended"]'])
    expect(trace.events).toBe(2)
  })
})

// JSON knows neither −0 nor NaN nor bigints, and all of them are different events.
function exact(_key: string, value: unknown): unknown {
  if (typeof value === "bigint") return `bigint ${value}`
  if (typeof value === "number" && !Number.isFinite(value)) return `number ${value}`
  return Object.is(value, 0) || value !== 0 ? value : "number 0"
}
