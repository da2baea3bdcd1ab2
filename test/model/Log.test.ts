// The logs of the contract, whose names and arguments are those of its ABI.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it, test } from "vitest"
import { abi } from "../../src/chain/abi/Centralizer.ts"
import { Log, endsService, type Tag } from "../../src/model/Log.ts"

const wire: Readonly<Record<string, unknown>> = {
  address: `0x${"12".repeat(20)}`,
  bytes32: `0x${"34".repeat(32)}`,
  bool: true,
  uint96: "18000000000000000001",
  uint8: 1,
  uint32: 7,
  uint64: 8,
}

/** What the log of an event looks like in JSON. Amounts alone are strings; the contract keeps some of them wider. */
const logOf = ({ name, inputs }: Extract<(typeof abi)[number], { type: "event" }>) => ({
  _tag: name,
  ...Object.fromEntries(
    inputs.map((input) => [
      input.name,
      /^(amount|cap|bond|cumulative|feeDelta|penalty\w+|due|meterDue|slashed|paid|fees)$/.test(
        input.name,
      )
        ? wire["uint96"]
        : wire[input.type],
    ]),
  ),
})

const decode = Schema.decodeUnknownResult(Log)
/** The contract inherits one more, about its domain, which never changes. */
const events = abi
  .filter((part) => part.type === "event")
  .filter(({ name }) => (name as string) !== "EIP712DomainChanged")

describe("the logs", () => {
  it("IPSX-CHN-013 are the events of the contract, each of them", () => {
    expect(events.map(({ name }) => name).toSorted()).toEqual(Object.keys(Log.cases).toSorted())
  })

  test.each(events)("IPSX-CHN-013 $name has the arguments of the contract's event", (event) => {
    const log = logOf(event)
    const read = Result.getOrThrow(decode(log))
    expect(Schema.encodeSync(Log)(read)).toEqual(log)
    expect(Object.keys(read).toSorted()).toEqual(Object.keys(log).toSorted())
    for (const { name } of event.inputs) {
      const { [name]: _, ...rest } = log as Record<string, unknown>
      expect([name, Result.isFailure(decode(rest))]).toEqual([name, true])
      expect([name, Result.isFailure(decode({ ...log, [name]: null }))]).toEqual([name, true])
    }
  })

  it("IPSX-AGR-030 that end a service are those after which its channel is not Open, Challenged or Demanded", () => {
    const ends: ReadonlyArray<Tag> = [
      "DealStopped",
      "DealEnded",
      "ChallengeAnswered",
      "DemandLapsed",
      "ProviderDefaulted",
      "DealDisputed",
      "DealBreached",
      "DealSettled",
    ]
    for (const event of events)
      expect([event.name, endsService(Result.getOrThrow(decode(logOf(event))))]).toEqual([
        event.name,
        ends.includes(event.name as Tag),
      ])
  })
})
