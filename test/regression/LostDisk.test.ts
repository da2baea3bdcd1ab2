// A disk on which nothing could be written for a moment: what had happened then was in no journal and was not acted upon, and
// what happened afterwards was both. Played again, a letter and a log of the chain were missing for good.
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type * as Event from "../../src/live/Event.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Turn from "../../src/live/Turn.ts"

const block = (number: number) =>
  ({ _tag: "Note", entry: { _tag: "Followed", block: number } }) as const

it("IPSX-PCH-012 a party that could not write something down does nothing any more, and says so", async () => {
  const written: Array<Recording.Entry> = []
  const heard: Array<Event.Event> = []
  const ended: Array<string> = []
  let isFull = true
  const end = (what: string) => () => void ended.push(what)
  const agent = {
    queue: [],
    alarms: new Map([["0x1 bill", end("alarm")]]),
    parties: new Map([
      ["0x1", { channel: { close: end("channel") }, ends: { dispose: end("tunnel") } }],
    ]),
    submissions: { close: end("submissions") },
    reporting: { close: end("reporting") },
    broken: Effect.runSync(Deferred.make()),
    journal: {
      append: async (entries: ReadonlyArray<Recording.Entry>) => {
        if (isFull) throw new Error("ENOSPC: no space left on device, write")
        written.push(...entries)
      },
    },
    options: { journal: "data/journal", heard: (event: Event.Event) => void heard.push(event) },
  } as unknown as Agent
  const lost = Turn.push(agent, block(1))
  // It waits for its turn, and may be written no more than the one before it.
  const behind = Turn.push(agent, block(2))
  await expect(lost).rejects.toThrow(/data\/journal cannot be written .*ENOSPC/)
  await expect(behind).rejects.toThrow(/nothing is done any more/)
  isFull = false
  await expect(Turn.push(agent, block(3))).rejects.toThrow(/nothing is done any more/)
  Turn.note(agent, block(4))
  await new Promise((resolve) => setTimeout(resolve, 40))
  expect(written).toEqual([])
  const reason = expect.stringMatching(/^[^\n]*ENOSPC[^\n]*$/)
  expect(heard).toEqual([
    { _tag: "Failed", reason },
    { _tag: "Stopped", reason },
  ])
  expect(ended.toSorted()).toEqual(["alarm", "channel", "reporting", "submissions", "tunnel"])
  const broken = await Effect.runPromise(Effect.flip(Deferred.await(agent.broken)))
  expect(broken.message).toMatch(/cannot be written .*ENOSPC/)
})
