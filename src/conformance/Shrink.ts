// Makes the examples of failures shorter: as long as a case without one of its events still fails, that one goes.
// The reference says what would be right for a sequence that stands in no file.
import type { JsonObject } from "./Json.ts"
import * as Reference from "./reference/Reference.ts"
import * as Runner from "./Runner.ts"
import { run } from "./Subject.ts"
import type { Vector } from "./Vector.ts"
import * as Result from "effect/Result"

/** Failures that are made shorter, the shortest of each group, and attempts at all of them. */
const groupsMax = 12
const attemptsMax = 60

/**
 * The run with the shortest failure of each group made shorter where it can be.
 *
 * @example
 * const shrunk = await Shrink.all(ran, connect)
 */
export const all = async (
  ran: Runner.Ran,
  connect: () => Runner.Connection,
): Promise<Runner.Ran> => {
  const chosen = shortest(ran)
  if (chosen.length === 0) return ran
  const shorter = new Map<string, Runner.Judged>()
  let attempts = 0
  for (const judged of chosen) {
    let best = judged
    for (let drop = eventsOf(best) - 2; drop >= 0 && attempts < attemptsMax; drop--) {
      if (drop > eventsOf(best) - 2) continue
      attempts++
      const candidate = await without(ran, best, drop, connect)
      if (candidate !== undefined) best = candidate
    }
    if (best !== judged) shorter.set(judged.vector.id, best)
  }
  return { ...ran, judged: ran.judged.map((one) => shorter.get(one.vector.id) ?? one) }
}

const eventsOf = ({ verdict }: Runner.Judged): number =>
  verdict.status === "failed" ? verdict.difference.event + 1 : 0

const shortest = (ran: Runner.Ran): ReadonlyArray<Runner.Judged> => {
  const best = new Map<string, Runner.Judged>()
  for (const judged of ran.judged) {
    if (judged.verdict.status !== "failed" || judged.vector.judge === "rules") continue
    const before = best.get(judged.vector.group)
    if (before === undefined || eventsOf(judged) < eventsOf(before))
      best.set(judged.vector.group, judged)
  }
  return [...best.values()].filter((one) => eventsOf(one) > 1).slice(0, groupsMax)
}

// The case up to its failing event, without one of the events before it; undefined when it passes then.
const without = async (
  ran: Runner.Ran,
  judged: Runner.Judged,
  drop: number,
  connect: () => Runner.Connection,
): Promise<Runner.Judged | undefined> => {
  const { vector } = judged
  const events = vector.events.slice(0, eventsOf(judged)).filter((_, at) => at !== drop)
  const expected = await answers(vector, ran, events)
  if (expected === undefined) return undefined
  const candidate: Vector = { ...vector, events, expected }
  const again = await Runner.run({ connect, suite: "", select: () => [candidate] })
  if (Result.isFailure(again)) return undefined
  const [one] = again.success.judged
  return one?.verdict.status === "failed" ? one : undefined
}

const answers = async (
  vector: Vector,
  ran: Runner.Ran,
  events: ReadonlyArray<JsonObject>,
): Promise<ReadonlyArray<JsonObject> | undefined> => {
  const observe = ran.started.observe ?? "full"
  try {
    const { params } = vector
    return await run(Reference.subject(observe), { class: vector.class, params, observe }, events)
  } catch {
    // Without the event the rest has no meaning, and the case stays as it is.
    return undefined
  }
}
