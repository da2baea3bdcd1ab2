import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as Agreement from "../../src/agreement-fsm/Agreement.ts"
import * as Event from "../../src/agreement-fsm/Event.ts"
import * as Inbox from "../../src/agreement-fsm/Inbox.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import { seconds } from "../../src/model/Time.ts"

// A digest that is as good as a hash for the test: different for every content and predecessor.
const chain = (statuses: ReadonlyArray<number>, salt = 0): ReadonlyArray<Inbox.Received> => {
  let previous: Id.Id = Id.zero
  return statuses.map((status, index) => {
    const digest = Id.fromNumber(BigInt((index + 1) * 1000 + status * 10 + salt))
    const received: Inbox.Received = {
      status: {
        channelId: Id.fromNumber(1),
        role: 0,
        seq: index + 1,
        status,
        reason: 0,
        at: seconds(1000 + index),
        cumulativeAmount: Amount.zero,
        previous,
      },
      digest,
    }
    previous = digest
    return received
  })
}

const deliver = (
  messages: ReadonlyArray<Inbox.Received>,
  inbox = Inbox.empty(),
): { inbox: Inbox.Inbox; applied: ReadonlyArray<number> } => {
  const applied: Array<number> = []
  for (const message of messages) {
    const delivered = Inbox.receive(inbox, message)
    inbox = delivered.inbox
    applied.push(...delivered.ready.map((status) => status.seq))
  }
  return { inbox, applied }
}

const history = fc.array(fc.constantFrom(3, 4, 5, 6), { minLength: 1, maxLength: 20 })

test("IPSX-PCH-004: permuted, repeated and dropped messages, once made good, are applied in order and once", () => {
  fc.assert(
    fc.property(history, fc.infiniteStream(fc.nat()), (statuses, choices) => {
      const messages = chain(statuses)
      const arrivals: Array<Inbox.Received> = []
      for (let n = 0; n < 2 * messages.length; n++)
        arrivals.push(messages[choices.next().value! % messages.length]!)
      const { inbox, applied } = deliver([...arrivals, ...messages])
      expect(applied).toEqual(messages.map((_, index) => index + 1))
      expect(inbox.early).toEqual([])
      expect(inbox.proof).toBeUndefined()
    }),
  )
})

test("IPSX-PCH-004: what was applied is always a beginning of what was sent", () => {
  fc.assert(
    fc.property(history, fc.array(fc.nat(), { maxLength: 40 }), (statuses, choices) => {
      const messages = chain(statuses)
      const { applied } = deliver(choices.map((choice) => messages[choice % messages.length]!))
      expect(applied).toEqual(applied.map((_, index) => index + 1))
    }),
  )
})

const fold = (statuses: ReadonlyArray<number>): string => {
  let agreement = Agreement.start()
  const move = (type: Event.Type): void => {
    const stepped = Agreement.step(agreement, { type })
    if (Result.isSuccess(stepped)) agreement = stepped.success.agreement
  }
  for (const type of [
    "provider.accept",
    "requester.accept",
    "commit",
    "requester.activate",
  ] as const)
    move(type)
  for (const status of statuses) move(Event.ofStatus("provider", status)!)
  return Agreement.provider(agreement)
}

test("IPSX-PCH-004: without the numbers the registers would diverge, with them they do not", () => {
  const sent = [3, 4, 3, 5]
  const messages = chain(sent)
  const reversed = messages.toReversed()
  // The mutant applies in the order of arrival: the stop comes first and swallows the rest or worse.
  expect(fold(reversed.slice(1).map((m) => m.status.status))).not.toBe(fold(sent))
  const inOrder: Array<number> = []
  let inbox = Inbox.empty()
  for (const message of reversed) {
    const delivered = Inbox.receive(inbox, message)
    inbox = delivered.inbox
    inOrder.push(...delivered.ready.map((status) => status.status))
  }
  expect(fold(inOrder)).toBe(fold(sent))
})

test("IPSX-PCH-004: any schedule of concurrent deliveries folds to the same register", async () => {
  await fc.assert(
    fc.asyncProperty(history, fc.scheduler(), async (statuses, scheduler) => {
      let inbox = Inbox.empty()
      const applied: Array<number> = []
      const messages = chain(statuses)
      for (const message of [...messages, ...messages])
        void scheduler.schedule(Promise.resolve(message)).then((arrived) => {
          const delivered = Inbox.receive(inbox, arrived)
          inbox = delivered.inbox
          applied.push(...delivered.ready.map((status) => status.status))
        })
      await scheduler.waitIdle()
      expect(applied).toEqual(statuses)
      expect(fold(applied)).toBe(fold(statuses))
    }),
    { numRuns: 50 },
  )
})

test("IPSX-PCH-005: at most 64 messages are held, and the highest number is the one that goes", () => {
  const messages = chain(Array.from({ length: 70 }, () => 3))
  const { inbox, applied } = deliver(messages.slice(1))
  expect(applied).toEqual([])
  expect(inbox.early).toHaveLength(Inbox.held)
  expect(inbox.early.at(-1)?.status.seq).toBe(65)
  const filled = deliver([messages[0]!], inbox)
  expect(filled.applied).toHaveLength(65)
})

test("IPSX-AGR-061: two contents under one number are kept as proof, both of them", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 5 }), fc.boolean(), (at, early) => {
      const honest = chain([3, 4, 3, 4, 5])
      const other = chain([3, 4, 3, 4, 5], 1)[at - 1]!
      const first = early ? honest.slice(1) : honest
      if (early && at === 1) return
      const { inbox } = deliver([...first, other])
      const proof = Inbox.equivocation(inbox)
      expect(proof?.map((status) => status.seq)).toEqual([at, at])
      expect(inbox.proof?.[0].digest).not.toBe(inbox.proof?.[1].digest)
    }),
  )
})

test("IPSX-PCH-007: a message that does not link to its predecessor is ignored", () => {
  const [first] = chain([3])
  const stranger = chain([3, 4], 1)[1]!
  const { inbox, applied } = deliver([first!, stranger])
  expect(applied).toEqual([1])
  expect(inbox.early).toEqual([])
  expect(Inbox.seq(inbox)).toBe(1)
  expect(Inbox.last(inbox)?.status).toBe(3)
})

test("IPSX-AGR-061: of two early contents under one number the smaller digest is held, and the others stay", () => {
  const honest = chain([3, 4, 3, 4, 5])
  for (const at of [2, 3, 4, 5])
    for (const salt of [-1, 1]) {
      const other = chain([3, 4, 3, 4, 5], salt)[at - 1]!
      const { inbox } = deliver([...honest.slice(1), other])
      const held = honest.slice(1).map((one, index) => (index === at - 2 && salt < 0 ? other : one))
      expect(inbox.early).toEqual(held)
      // The order in which they come decides nothing.
      expect(deliver([other, ...honest.slice(1)]).inbox.early).toEqual(held)
    }
  expect(Inbox.equivocation(Inbox.empty())).toBeUndefined()
})
