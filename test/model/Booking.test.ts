import { expect, it } from "vitest"
import * as Booking from "../../src/model/Booking.ts"
import * as Channel from "../../src/model/Channel.ts"
import * as Id from "../../src/model/Id.ts"
import * as Time from "../../src/model/Time.ts"
import { address, deal } from "../arbitrary/deal.ts"

const leased = (start: number, end: number, phase: Channel.Phase = "Open"): Channel.Channel => ({
  ...Channel.open(
    Id.fromNumber(start),
    deal({ start: Time.seconds(start), end: Time.seconds(end) }),
  ),
  phase,
})
const wanted = { start: Time.seconds(100), end: Time.seconds(200) }

it("IPSX-AGR-023 a seat is taken when two leases share a second, and not when one follows the other", () => {
  for (const [start, end] of [
    [90, 101],
    [199, 210],
    [150, 160],
    [90, 210],
    [100, 200],
  ] as const)
    expect(Booking.obstacle([leased(start, end)], wanted)).toBe("SeatTaken")
  for (const [start, end] of [
    [90, 100],
    [200, 210],
  ] as const)
    expect(Booking.obstacle([leased(start, end)], wanted)).toBeUndefined()
})

it("IPSX-AGR-023 a seat has sixteen bookings and no more", () => {
  const others = (n: number) => Array.from({ length: n }, (_, i) => leased(1000 + i, 1001 + i))
  expect(Booking.obstacle(others(15), wanted)).toBeUndefined()
  expect(Booking.obstacle(others(16), wanted)).toBe("TooManyBookings")
  expect(Booking.obstacle([...others(16), leased(150, 160)], wanted)).toBe("SeatTaken")
})

it("IPSX-AGR-023 a booking lasts while its channel is served, to the end of its lease", () => {
  const at = (timestamp: number) => ({ number: 1, timestamp: Time.seconds(timestamp) })
  for (const phase of Channel.phases) {
    const isServed = ["Open", "Challenged", "Demanded"].includes(phase)
    expect([199, 200].map((now) => Booking.isLive(leased(100, 200, phase), at(now)))).toEqual([
      isServed,
      false,
    ])
  }
})

it("IPSX-AGR-023 no two seats have one name", () => {
  const seats = [1, 2].flatMap((provider) =>
    [3, 4].flatMap((resource) =>
      [5, 6].map((index) => Booking.seat(address(provider), Id.fromNumber(resource), index)),
    ),
  )
  expect(new Set(seats).size).toBe(8)
})
