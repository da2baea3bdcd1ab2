// Whatever is wrong with a call at once, the first of the order decides, and nothing else changes.
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Channel from "../../src/model/Channel.ts"
import * as Time from "../../src/model/Time.ts"
import { deal, token } from "../arbitrary/deal.ts"
import {
  at,
  by,
  functions,
  id,
  ofChannel,
  ofFacts,
  parameters,
  provider,
  same,
  served,
  usual,
  type Check,
  type Function,
} from "./Functions.ts"

const inPhase = (phase: Channel.Phase) => ofChannel({ phase })

/** Every choice of what is wrong at once, each way of the first with one way of the others. */
const situations = (one: Function, phase: Channel.Phase) => {
  const isAdmitted = one.phases.includes(phase)
  const checks = one.checks.flatMap((check) =>
    check === "WrongPhase"
      ? isAdmitted
        ? []
        : [[{ _tag: "WrongPhase", id, phase: Channel.phaseCode(phase) }, same] as Check]
      : [check],
  )
  const right = inPhase(phase)(one.right(usual))
  return Array.from({ length: 2 ** checks.length }, (_, bits) => {
    // What the phase makes wrong is wrong in every situation.
    const wrong = checks.filter(
      ([error], at) => error["_tag"] === "WrongPhase" || (bits >> at) % 2 === 1,
    )
    const [[error, ...ways] = [undefined, same] as const, ...others] = wrong
    return ways.map((way) => ({
      situation: others.reduceRight((s, [, other]) => other!(s), right),
      way,
      error,
    }))
  })
    .flat()
    .map(({ situation, way, error }) => ({ situation: way(situation), error }))
}

describe("a channel", () => {
  it.each(functions)("IPSX-CHN-014: $name refuses with the first error of its order", (one) => {
    for (const phase of Channel.phases) {
      // One that waits differently in each phase is listed for each; in the others there is nothing to wait for.
      if (one.name.startsWith("finalize") && !one.phases.includes(phase)) continue
      for (const { situation, error } of situations(one, phase)) {
        const outcome = one.call(situation)
        if (error !== undefined)
          expect(Result.isFailure(outcome) && outcome.failure).toMatchObject(error)
        else {
          const { channel, facts } = one.leaves(situation)
          expect(Result.getOrThrow(outcome)).toEqual({
            ...situation.channel,
            ...channel,
            facts: { ...situation.channel.facts, ...facts },
          })
        }
      }
    }
  })

  it("IPSX-AGR-060: is not finalized while somebody is served", () => {
    for (const phase of ["None", ...served, "Final"] as const) {
      const { channel } = inPhase(phase)(usual)
      const outcome = Channel.finalize(
        channel,
        { number: 99, timestamp: Time.seconds(9999) },
        parameters,
      )
      expect(Result.isFailure(outcome) && outcome.failure).toMatchObject({
        _tag: "WrongPhase",
        phase: Channel.phaseCode(phase),
      })
    }
  })

  it("IPSX-PAY-023: remembers a provider's stop at the end or after it, as no early one", () => {
    for (const [now, early] of [
      [1059, 1059],
      [1060, 0],
      [1061, 0],
    ] as const) {
      const { channel, sender, block } = at(now)(by(provider)(usual))
      const stopped = Result.getOrThrow(Channel.stop(channel, sender, block))
      expect([stopped.providerStopped, stopped.facts.providerStoppedAt]).toEqual([true, early])
    }
  })

  it("IPSX-AGR-053: is open again when what was demanded is paid, and not when less is", () => {
    const demanded = ofChannel({ phase: "Demanded", due: Amount.of(5n * token) })(
      ofFacts({ demanded: true })(usual),
    ).channel
    const pay = (cumulative: bigint, channel = demanded) =>
      Channel.pay(channel, cumulative as Amount.Amount)
    expect(pay(5n * token - 1n)).toMatchObject({ phase: "Demanded", facts: { demanded: true } })
    expect(pay(5n * token)).toMatchObject({ phase: "Open", facts: { demanded: false } })
    const lapsed = inPhase("Closing")({ ...usual, channel: demanded }).channel
    expect(pay(5n * token, lapsed)).toMatchObject({ phase: "Closing", facts: { demanded: true } })
  })

  it("IPSX-AGR-053: lets the whole cap be demanded where bytes have a price", () => {
    const priced = { pricePerByte: Amount.of(1n) }
    expect(Channel.demandable(deal(priced), 1001)).toBe(10n * token)
    expect(Channel.demandable(deal(), 1001)).toBe(token / 10n)
    expect(Channel.demandable(deal(), 9999)).toBe(6n * token)
  })

  it("IPSX-AGR-062: is cleared by a message after the challenge, also when it is convicted already", () => {
    for (const phase of Channel.phases) {
      const { channel, first } = inPhase(phase)(ofFacts({ convicted: true })(usual))
      const cleared = Channel.proveService(channel, first.status, first.author)
      expect(Result.getOrThrow(cleared).facts.exonerated).toBe(true)
    }
  })

  it("IPSX-PAY-010: keeps the highest of the readings that both have signed", () => {
    const { channel, meter, authors } = ofFacts({ meterDue: Amount.of(9n * token) })(usual)
    const proved = Result.getOrThrow(Channel.proveMeter(channel, meter, authors))
    expect(proved.facts.meterDue).toBe(9n * token)
  })

  it("IPSX-AGR-053: can be demanded from in the first second of its lease", () => {
    const { channel, block } = at(1000)(usual)
    const priced = { ...channel, deal: deal({ pricePerByte: Amount.of(1n) }) }
    const due = Amount.of(4n * token)
    expect(Result.isSuccess(Channel.demand(priced, provider, due, block))).toBe(true)
  })

  it("IPSX-AGR-060: opens with nothing paid and nothing proved", () => {
    const { facts, ...rest } = Channel.open(id, deal())
    expect(new Set(Object.values(facts))).toEqual(new Set([0n, 0, false]))
    expect(rest).toEqual({
      id,
      deal: deal(),
      phase: "Open",
      providerStopped: false,
      due: 0n,
      challengedAt: 0,
      armedAt: 0,
      armedBlock: 0,
    })
  })
})
