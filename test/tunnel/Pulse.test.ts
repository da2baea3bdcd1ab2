import { afterEach, beforeEach, expect, it, vi } from "vitest"
import { Pulse } from "../../src/tunnel/Pulse.ts"

beforeEach(() => vi.useFakeTimers())
afterEach(() => vi.useRealTimers())

const watch = (heartbeat: number, misses: number, hasHeard = () => false) => {
  const began = performance.now()
  const seen: Array<readonly [what: string, at: number]> = []
  const note = (what: string) => seen.push([what, performance.now() - began])
  const pulse = new Pulse({
    lease: { heartbeat, misses },
    beat: () => note("beat"),
    hasHeard,
    onDegraded: (isDegraded) => note(isDegraded ? "degraded" : "well"),
    onSilent: () => note("silent"),
  })
  const at = (what: string) => seen.filter(([name]) => name === what).map(([, when]) => when)
  return { pulse, at }
}

it("IPSX-TUN-040 sends a sign of life with every heartbeat", () => {
  const { pulse, at } = watch(1000, 100)
  vi.advanceTimersByTime(10_050)
  expect(at("beat")).toHaveLength(10)
  pulse.stop()
  vi.advanceTimersByTime(10_000)
  expect(at("beat")).toHaveLength(10)
})

it.each([
  [10, 1],
  [250, 4],
  [1000, 3],
  [14_000, 5],
])("IPSX-TUN-041 notices silence when %i ms × %i are over, and not before", (heartbeat, misses) => {
  const { pulse, at } = watch(heartbeat, misses)
  vi.advanceTimersByTime(heartbeat / 2)
  pulse.sign()
  vi.advanceTimersByTime(2 * heartbeat * misses + 1000)
  expect(at("silent")).toHaveLength(1)
  const late = at("silent")[0]! - (heartbeat / 2 + heartbeat * misses)
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(1000)
})

it("IPSX-TUN-041 takes data for a sign of life, and is degraded only while signs are late", () => {
  let isHeard = false
  const { at } = watch(1000, 10, () => isHeard)
  vi.advanceTimersByTime(3000)
  expect(at("degraded")).toHaveLength(1)
  isHeard = true
  vi.advanceTimersByTime(60_000)
  expect(at("well")).toHaveLength(1)
  expect(at("silent")).toEqual([])
})

it("IPSX-TUN-041 does not blame the other end for the time in which this process stood still", () => {
  const { pulse, at } = watch(1000, 3)
  vi.advanceTimersByTime(900)
  pulse.sign()
  // A frozen process: the clock goes on, and no timer rings.
  vi.setSystemTime(Date.now() + 60_000)
  const now = performance.now()
  vi.spyOn(performance, "now").mockImplementation(() => now + 60_000 + (Date.now() - start))
  const start = Date.now()
  vi.advanceTimersByTime(200)
  expect(at("silent")).toEqual([])
  pulse.sign()
  pulse.stop()
  vi.restoreAllMocks()
})
