// The pair channel's rules, written from the prose: a plain model of one sender and one receiver, against the
// receiver of the library.
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Inbox from "../../src/agreement-fsm/Inbox.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Status } from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import * as Curve from "../../src/signature/Curve.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"

/** A message of an imagined sender; its digest is only a name. */
const message = (seq: number, digest: number, previous: number, status = 3): Inbox.Received => ({
  digest: Id.fromNumber(digest),
  status: {
    channelId: Id.fromNumber(9),
    role: 0,
    seq,
    status,
    reason: 0,
    at: Time.seconds(1_000 + seq),
    cumulativeAmount: Amount.zero,
    previous: Id.fromNumber(previous),
  },
})

/** An honest sender: numbered from 1, each linked to the one before. */
const honest = (length: number): ReadonlyArray<Inbox.Received> =>
  Array.from({ length }, (_, i) => message(i + 1, 100 + i + 1, i === 0 ? 0 : 100 + i))

const deliver = (messages: ReadonlyArray<Inbox.Received>) => {
  const applied: Array<Status> = []
  let inbox = Inbox.empty()
  for (const received of messages) {
    const delivered = Inbox.receive(inbox, received)
    inbox = delivered.inbox
    applied.push(...delivered.ready)
  }
  return { inbox, applied: applied.map(({ seq }) => seq) }
}

const upTo = (n: number): ReadonlyArray<number> => Array.from({ length: n }, (_, i) => i + 1)

describe("an honest sender", () => {
  it("IPSX-PCH-002..004 is understood in any order, with any repetition, once each number is there", () => {
    const deliveries = fc.integer({ min: 1, max: 12 }).chain((length) =>
      fc
        .array(fc.nat(length - 1), { maxLength: 12 })
        .chain((again) =>
          fc.shuffledSubarray([...upTo(length), ...again.map((n) => n + 1)], {
            minLength: length + again.length,
          }),
        )
        .map((order) => ({ length, order })),
    )
    fc.assert(
      fc.property(deliveries, ({ length, order }) => {
        const sent = honest(length)
        const { applied, inbox } = deliver(order.map((seq) => sent[seq - 1]!))
        expect(applied).toEqual(upTo(length))
        expect(inbox.early).toEqual([])
        expect(inbox.proof).toBeUndefined()
      }),
    )
  })

  it("IPSX-PCH-004 is understood up to the first number that is missing, and no further", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 12 }), fc.nat(11), (length, hole) => {
        const sent = honest(length).filter(({ status }) => status.seq !== hole + 1)
        expect(deliver(sent.toReversed()).applied).toEqual(upTo(Math.min(hole, length)))
      }),
    )
  })
})

describe("a dishonest sender", () => {
  it("IPSX-PCH-005 never makes the receiver hold more than 64, and the highest numbers go first", () => {
    const sent = honest(200)
    const { applied, inbox } = deliver(sent.slice(1).toReversed())
    expect(applied).toEqual([])
    expect(inbox.early.map(({ status }) => status.seq)).toEqual(upTo(65).slice(1))
    expect(Inbox.receive(inbox, sent[0]!).ready.map(({ seq }) => seq)).toEqual(upTo(65))
  })

  it("IPSX-PCH-006 proves its own lie by two messages with one number, before or after they apply", () => {
    const sent = honest(3)
    for (const seq of upTo(3)) {
      const lie = message(seq, 900 + seq, seq === 1 ? 0 : 99 + seq, 5)
      for (const order of [
        [...sent, lie],
        [lie, ...sent],
      ]) {
        const pair = Inbox.equivocation(deliver(order).inbox)
        expect(pair?.map((status) => status.seq)).toEqual([seq, seq])
      }
    }
    expect(Inbox.equivocation(deliver(sent).inbox)).toBeUndefined()
  })

  it("IPSX-PCH-007 IPSX-PCH-002 is not heard where its message does not link to the one before", () => {
    const [first, second] = honest(2)
    expect(deliver([message(1, 101, 5)]).applied).toEqual([])
    expect(deliver([first!, message(2, 102, 5)]).applied).toEqual([1])
    expect(deliver([first!, message(2, 902, 5), second!]).applied).toEqual([1, 2])
  })

  it("IPSX-PCH-003 is not heard under the number 0", () => {
    expect(deliver([message(0, 100, 0), ...honest(1)]).applied).toEqual([1])
  })
})

describe("a signature on the pair channel", () => {
  const curve = Curve.noble
  const key = (byte: number) => new Uint8Array(32).fill(byte)
  const domainOf = (chainId: number, contract: string) =>
    Structure.domain(curve, { chainId, centralizer: `0x${contract.repeat(20)}` })
  const domain = domainOf(31337, "0c")
  const { status } = message(1, 101, 0)
  const digest = (separator: Uint8Array, said: Status) =>
    TypedData.digest(curve, separator, Structure.Status, said)
  const provider = Signed.address(curve, key(1))
  const accepted = (separator: Uint8Array, said: Status, signer: number): boolean => {
    const signature = Signed.sign(curve, digest(separator, said), key(signer))
    return Result.isSuccess(Signed.verify(curve, digest(domain, status), signature, provider))
  }

  it("IPSX-PCH-001 counts only from the partner, for this channel, role, chain and contract", () => {
    expect(accepted(domain, status, 1)).toBe(true)
    expect(accepted(domain, status, 2)).toBe(false)
    expect(accepted(domain, { ...status, channelId: Id.fromNumber(8) }, 1)).toBe(false)
    expect(accepted(domain, { ...status, role: 1 }, 1)).toBe(false)
    expect(accepted(domainOf(1, "0c"), status, 1)).toBe(false)
    expect(accepted(domainOf(31337, "0d"), status, 1)).toBe(false)
  })
})
