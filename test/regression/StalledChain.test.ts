// A chain that stood still for some seconds while a deal was being opened: by the clock the option was over, both parties let the
// deal go, and then it was open, with the requester's limit reserved in it and nobody there to end it. Found by the fault
// matrix, seed 14.
import { expect, it } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type { Party } from "../../src/live/Party.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Pace from "../pace.ts"

it("IPSX-AGR-024 an option is over when a final block is later than it, however late it is by the clock", async () => {
  const validUntil = Math.floor(Date.now() / 1000) - 60
  const agent = {
    alarms: new Map(),
    queue: [],
    draining: true,
    closed: false,
    finalAt: validUntil,
  } as unknown as Agent
  const party = { id: "0x1", deal: { validUntil }, timers: new Map() } as unknown as Party
  const rung = () => agent.queue.flatMap(({ things }) => things)
  const arm = (timer: "accept" | "end") =>
    Turn.arm(agent, party, { _tag: "Arm", timer, at: Date.now() - 1000, epoch: 1 })
  arm("accept")
  // Another timer is the clock's: when it has rung, the option's would have too.
  arm("end")
  await Pace.until(() => rung().length > 0)
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(rung()).toMatchObject([{ input: { timer: "end" } }])
  agent.finalAt = validUntil + 1
  await Pace.until(() => rung().length === 2)
  expect(rung()[1]).toMatchObject({
    _tag: "Input",
    party,
    input: { _tag: "Rang", timer: "accept" },
  })
  expect(agent.alarms.size).toBe(0)
})
