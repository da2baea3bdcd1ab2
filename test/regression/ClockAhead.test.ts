// A relay's clock that jumped ahead for a moment: the log kept the time, every offer that stood was over by it, and every order
// that came afterwards was judged by it, for as long as the jump was wide. Nobody was told.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Clock from "../../src/relay/Clock.ts"
import * as Service from "../../src/relay/Service.ts"
import { offer, open, placing, request } from "../relay/market.ts"

const hour = 3600

it("a jump that nothing bears out is not believed, and is told of", () => {
  const clock = Clock.make(10)
  const read = (wall: number, steady: number, finalAt = 0) =>
    Clock.read(clock, { wall, steady, finalAt })
  expect(read(1000, 5)).toBe(1000)
  expect(read(1000 + hour, 6, 990)).toBe(1001)
  expect(read(1000 + hour + 4, 10, 990)).toBe(1005)
  expect(Clock.doubt(clock)?.message).toMatch(/jumped ahead by 60 min, and no block is as late/)
  expect(read(1007, 12, 1000)).toBe(1007)
  expect(Clock.doubt(clock)).toBeUndefined()
  // What honest clocks are set by is believed at once, in both directions.
  expect([read(1060, 13), read(1030, 14)]).toEqual([1060, 1030])
})

it("a jump is believed as far as a block bears it out: the machine has slept", () => {
  const clock = Clock.make(10)
  const read = (wall: number, steady: number, finalAt: number) =>
    Clock.read(clock, { wall, steady, finalAt })
  expect(read(1000, 5, 990)).toBe(1000)
  const awake = 1000 + hour
  expect(read(awake, 6, 990)).toBe(1001)
  expect(read(awake + 1, 7, 2000)).toBe(2000)
  expect(read(awake + 2, 8, awake - 9)).toBe(awake + 2)
  // A node cannot make it later than the machine says.
  expect(read(awake + 3, 9, awake + hour)).toBe(awake + 3)
})

it("IPSX-MAT-044 a log that is ahead of its clock takes no new orders, and says until when", async () => {
  const fixture = open()
  Result.getOrThrow(await placing(fixture, offer(), "provider"))
  fixture.now += 100
  Service.observe(
    fixture.service,
    { _tag: "OrdersCancelled", owner: request().owner, minimum: 0 },
    7,
  )
  fixture.now -= 100
  const before = fixture.service.last
  const refused = Result.getOrThrow(Result.flip(await placing(fixture, request(), "requester")))
  expect(refused).toMatchObject({ _tag: "LogAhead", until: 1100, minutes: 2 })
  expect(refused.message).toMatch(/^the relay's log is at 1970-01-01T00:18:20.000Z already/)
  // The very same order is answered as ever, and nothing is logged.
  Result.getOrThrow(await placing(fixture, offer(), "provider"))
  expect(fixture.service.last).toBe(before)
  fixture.now += 100 - Parameters.small.delta
  expect(Result.isSuccess(await placing(fixture, request(), "requester"))).toBe(true)
})
