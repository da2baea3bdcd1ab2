// A provider's meter was read again while what had happened was being written down, and the step was made with the later
// reading: played again after a crash it came to other letters under the same numbers, which is two stories (IPSX-AGR-061).
import { expect, it } from "vitest"
import * as Provider from "../../src/agent/Provider.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Agent } from "../../src/live/Agent.ts"
import type { Party } from "../../src/live/Party.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Turn from "../../src/live/Turn.ts"
import { settings, terms } from "../agent/Pair.ts"
import { id } from "../arbitrary/ledger.ts"
import * as Pace from "../pace.ts"

it("IPSX-PCH-012 a participant acts by the reading that is written down", async () => {
  const tolerance = { seconds: 2, bytes: 0, millionths: 0 }
  const participant = Provider.make(id, terms(), { ...settings(), tolerance })
  participant.serving = true
  const epoch = participant.epochs.advance("meter")
  const reading = (seconds: number) => ({ seconds, bytesUsed: 0 })
  const party = {
    id,
    deal: participant.deal,
    role: "provider",
    participant,
    timers: new Map(),
    use: reading(0),
    shorts: new Map(),
    ends: { use: async () => reading(7) },
  } as unknown as Party
  const written: Array<Recording.Entry> = []
  const wanted: Array<Intent> = []
  const agent = {
    queue: [],
    alarms: new Map(),
    journal: {
      append: async (entries: ReadonlyArray<Recording.Entry>) => {
        written.push(...entries)
        // Somebody else looks at the meter.
        party.use = reading(9)
      },
    },
    options: {
      act: (intents: ReadonlyArray<Intent>) => {
        wanted.push(...intents)
        return []
      },
      heard: () => {},
    },
  } as unknown as Agent
  Turn.feed(agent, party, { _tag: "Rang", timer: "meter", epoch })
  await Pace.until(() => wanted.length > 0)
  expect(written).toMatchObject([{ _tag: "Happened", ...reading(7) }])
  expect(wanted[0]).toMatchObject({ _tag: "Send", message: { meter: reading(7) } })
})
