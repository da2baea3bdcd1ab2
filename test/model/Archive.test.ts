import * as fc from "fast-check"
import { expect, it, test } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Archive from "../../src/model/Archive.ts"
import * as Channel from "../../src/model/Channel.ts"
import * as Id from "../../src/model/Id.ts"
import * as Verdict from "../../src/model/Verdict.ts"
import { address, amount, deal } from "../arbitrary/deal.ts"

interface Kept {
  readonly provider: number
  readonly requester: number
  readonly cap: Amount.Amount
  readonly bond: Amount.Amount
  readonly paid: Amount.Amount
}

const kept: fc.Arbitrary<Kept> = fc.record({
  provider: fc.integer({ min: 1, max: 4 }),
  requester: fc.integer({ min: 3, max: 6 }),
  cap: amount(Amount.max),
  bond: amount(Amount.max),
  paid: amount(Amount.max),
})

const final = (n: number, { provider, requester, cap, bond, paid }: Kept) => ({
  ...Channel.open(
    Id.fromNumber(n),
    deal({ provider: address(provider), requester: address(requester), cap, bond }),
  ),
  phase: "Final" as const,
  facts: { ...Verdict.noFacts, paid },
})

/** What the chain remembers of a channel that is over. */
const remembered = ({ id, phase, deal, facts }: Channel.Channel) => [
  id,
  phase,
  deal.provider,
  deal.requester,
  deal.cap,
  deal.bond,
  facts.paid,
]

it("IPSX-PAY-011 of a final channel the parties, the cap, the bond and what was paid stay, and its copy is its own", () => {
  fc.assert(
    fc.property(fc.array(kept, { maxLength: 20 }), (all) => {
      const archive = Archive.make()
      const channels = all.map((one, n) => final(n + 1, one))
      for (const channel of channels) Archive.add(archive, channel)
      const copy = Archive.clone(archive)
      Archive.add(
        copy,
        final(1000, {
          provider: 9,
          requester: 8,
          cap: Amount.of(1n),
          bond: Amount.zero,
          paid: Amount.of(1n),
        }),
      )
      expect([...Archive.channels(archive)].map(remembered)).toEqual(channels.map(remembered))
      for (const channel of channels)
        expect(remembered(Archive.get(archive, channel.id)!)).toEqual(remembered(channel))
      expect(Archive.get(archive, Id.fromNumber(1000))).toBeUndefined()
      expect(Archive.get(copy, Id.fromNumber(1000))?.deal.provider).toBe(address(9))
    }),
  )
})

test("what a final channel's terms were is forgotten, and nothing is held of anybody's money", () => {
  const archive = Archive.make()
  const channel = final(1, {
    provider: 1,
    requester: 2,
    cap: Amount.of(9n),
    bond: Amount.of(8n),
    paid: Amount.of(7n),
  })
  Archive.add(archive, channel)
  const { deal: terms, ...rest } = Archive.get(archive, channel.id)!
  const { deal: _, ...whole } = channel
  expect(rest).toEqual(whole)
  const { provider: _p, requester: _r, cap: _c, bond: _b, ...forgotten } = terms
  expect(new Set(Object.values(forgotten))).toEqual(new Set([0, 0n, Id.zero]))
})

test("only a final channel is archived, and only once", () => {
  const archive = Archive.make()
  const channel = final(1, {
    provider: 1,
    requester: 2,
    cap: Amount.of(9n),
    bond: Amount.of(8n),
    paid: Amount.of(7n),
  })
  const id = Id.fromNumber(1)
  expect(() => Archive.add(archive, { ...channel, phase: "Closing" })).toThrow(
    `channel ${id} is Closing, or is kept already`,
  )
  Archive.add(archive, channel)
  expect(() => Archive.add(archive, channel)).toThrow(`channel ${id} is Final, or is kept already`)
})

test("an archive of many pieces has each channel in its place", () => {
  const archive = Archive.make()
  const of = (n: number) =>
    final(n, {
      provider: 1 + (n % 3),
      requester: 5,
      cap: Amount.of(BigInt(n) << 60n),
      bond: Amount.of(BigInt(n)),
      paid: Amount.of(BigInt(n) << 30n),
    })
  for (let n = 1; n <= 9000; n++) Archive.add(archive, of(n))
  for (const n of [1, 4095, 4096, 4097, 8192, 8193, 9000])
    expect(remembered(Archive.get(archive, Id.fromNumber(n))!)).toEqual(remembered(of(n)))
  expect([...Archive.channels(archive)].length).toBe(9000)
})
