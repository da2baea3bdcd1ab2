import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { expect, it } from "vitest"
import * as Country from "../../src/model/Country.ts"
import * as ExitClaim from "../../src/model/ExitClaim.ts"
import * as Ip from "../../src/model/Ip.ts"
import * as Time from "../../src/model/Time.ts"
import { lacking } from "../arbitrary/lacking.ts"

const claim = (at: number): ExitClaim.ExitClaim => ({
  address: Ip.simulatedAt(1, 4),
  seen: { by: "echo.example", at: Time.seconds(at) },
  country: Country.of("DE"),
  source: "geofeed",
})
const deal = { address: Ip.simulatedAt(1, 4), country: "DE", start: 1000 }

it("IPSX-TUN-052 a claim has an address, who saw it, a country and its source, in words of at most 200 characters", () => {
  const decode = Schema.decodeUnknownResult(ExitClaim.ExitClaim)
  const wire = Schema.encodeSync(ExitClaim.ExitClaim)(claim(1000))
  expect(Result.getOrThrow(decode(wire))).toEqual(claim(1000))
  expect(Result.isSuccess(decode({ ...wire, seen: null }))).toBe(true)
  for (const less of lacking(wire)) expect(Result.isFailure(decode(less))).toBe(true)
  const words = (length: number) => ({
    ...wire,
    source: "w".repeat(length),
    seen: { by: "w".repeat(length), at: 1000 },
  })
  expect([0, 1, 200, 201].map((length) => Result.isSuccess(decode(words(length))))).toEqual([
    false,
    true,
    true,
    false,
  ])
})

it("IPSX-TUN-053 IPSX-TUN-055 a requester objects to a claim of another address, country or time", () => {
  const objection = (change: Partial<ExitClaim.ExitClaim>, now = 1030) =>
    ExitClaim.objection({ ...claim(1000), ...change }, deal, now)
  expect(objection({})).toBeUndefined()
  expect(objection({ seen: null })).toBeUndefined()
  expect(ExitClaim.objection(undefined, deal, 1030)).toBe("it claims nothing about its address")
  expect(objection({ address: Ip.simulatedAt(2, 4) })).toBe(
    "it is for 240.0.0.2, and the deal for 240.0.0.1",
  )
  expect(objection({ country: Country.of("FR") })).toBe("it says FR, and the order said DE")
  const seen = (at: number) => objection({ seen: { by: "echo", at: Time.seconds(at) } })
  expect([939, 940, 1090, 1091].map(seen)).toEqual([
    "its address was seen at another time than that of the lease",
    undefined,
    undefined,
    "its address was seen at another time than that of the lease",
  ])
})
