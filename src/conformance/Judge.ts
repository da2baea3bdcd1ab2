// Whether what a driver answered is what the specification demands.
import * as Json from "./Json.ts"
import * as LogRules from "./LogRules.ts"
import type { Vector } from "./Vector.ts"

export interface Difference extends Json.Difference {
  /** The place of the event whose result differs. */
  readonly event: number
  /** The requirement that a rule names; otherwise all those of the case are meant. */
  readonly requirement?: string
}

/**
 * The first event whose result is not the expected one, and the first field in it; undefined when the case passes.
 *
 * @example
 * Judge.difference(vector, answer.results) // { event: 2, path: "provider", expected: "Running", actual: "Accepted" }
 */
export const difference = (
  vector: Pick<Vector, "judge" | "expected" | "events" | "params">,
  results: ReadonlyArray<Json.JsonObject>,
): Difference | undefined => {
  if (results.length !== vector.expected.length)
    return {
      event: Math.min(results.length, vector.expected.length - 1),
      path: "number of results",
      expected: vector.expected.length,
      actual: results.length,
    }
  if (vector.judge === "rules") return lawful(vector, results)
  for (const [event, expected] of vector.expected.entries()) {
    if (expected === null) continue
    const found = Json.difference(expected, results[event])
    if (found !== undefined) return { event, ...found }
  }
  return undefined
}

// The answers to blocks and readings, in the form of a log, go through the rules that a log of a live system does.
const lawful = (
  vector: Pick<Vector, "events" | "params">,
  results: ReadonlyArray<Json.JsonObject>,
): Difference | undefined => {
  const checker = LogRules.make(vector.params)
  for (const [event, asked] of vector.events.entries()) {
    for (const record of LogRules.recordsOf(asked, results[event]!)) {
      const broken = checker.take(record)
      if (broken !== undefined)
        return {
          event,
          path: broken.subject,
          expected: broken.expected,
          actual: broken.actual,
          requirement: broken.requirement,
        }
    }
  }
  return undefined
}
