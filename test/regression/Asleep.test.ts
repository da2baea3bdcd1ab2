// A laptop that slept for an hour in the middle of a lease: timers of the runtime stand still meanwhile, so the end of the lease,
// and whatever else was due, was heard up to an hour too late. And one that was set by a turn that was not done when its
// program was closed kept the program from ending.
import { afterEach, expect, it, vi } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type { Party } from "../../src/live/Party.ts"
import * as Turn from "../../src/live/Turn.ts"

afterEach(() => void vi.useRealTimers())

const agentWith = (closed: boolean) =>
  ({ alarms: new Map(), queue: [], draining: true, closed, finalAt: 0 }) as unknown as Agent
const party = { id: "0x1", timers: new Map() } as unknown as Party
const hour = 3_600_000

it("IPSX-AGR-032 a moment that came while the machine slept has come when it wakes", () => {
  vi.useFakeTimers()
  const agent = agentWith(false)
  Turn.arm(agent, party, { _tag: "Arm", timer: "end", at: Date.now() + hour / 2, epoch: 1 })
  vi.advanceTimersByTime(60_000)
  expect(agent.queue).toEqual([])
  vi.setSystemTime(Date.now() + hour)
  vi.advanceTimersByTime(10_000)
  expect(agent.queue.flatMap(({ things }) => things)).toMatchObject([
    { input: { _tag: "Rang", timer: "end", epoch: 1 } },
  ])
  expect(vi.getTimerCount()).toBe(0)
})

it("a party that is closed sets no timer any more", () => {
  const agent = agentWith(true)
  Turn.arm(agent, party, { _tag: "Arm", timer: "end", at: Date.now() + hour, epoch: 1 })
  expect(agent.alarms.size).toBe(0)
})
