// The same deal over every network: messages late, lost and sent again, repeated and overtaken; and, in some runs,
// one side gone. An honest side is never found in breach and never loses more than its bound.
import * as fc from "fast-check"
import { expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Message } from "../../src/model/Message.ts"
import * as Status from "../../src/model/Status.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import { id } from "../arbitrary/ledger.ts"
import { has, losses, play, type Play, type Played, settled, terms } from "./Pair.ts"

type Step = NonNullable<Play["script"]>[number]

/** What happens to each transmission: lost, once, twice; each copy after a time of its own. */
const network: fc.Arbitrary<ReadonlyArray<ReadonlyArray<number>>> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    {
      weight: 6,
      arbitrary: fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 2 }),
    },
    {
      weight: 1,
      arbitrary: fc.array(fc.integer({ min: 1, max: 4000 }), { minLength: 1, maxLength: 3 }),
    },
  ),
  { maxLength: 80 },
)
const over =
  (copies: ReadonlyArray<ReadonlyArray<number>>) =>
  (n: number): ReadonlyArray<number> =>
    copies[n] ?? [50]

const conserves = (played: Played): void => {
  expect(Ledger.surplus(played.ledger)).toBe(0n)
  if (has(played, "DealOpened")) {
    expect(Ledger.channel(played.ledger, id)?.phase).toBe("Final")
    expect(Ledger.totals(played.ledger).reserved).toBe(0n)
  }
}

const harmless = (played: Played, role: Status.Role): void => {
  if (!has(played, "DealOpened")) return
  const loss = losses(played)
  const breached = played.logs.find((l) => l._tag === "DealBreached")
  if (role === "provider") {
    expect(loss.provider).toBeLessThanOrEqual(loss.providerBound)
    expect(settled(played).penaltyProvider).toBe(0n)
    if (breached?._tag === "DealBreached") expect(breached.byProvider).toBe(false)
  } else {
    expect(loss.requester).toBeLessThanOrEqual(loss.requesterBound)
    expect(settled(played).penaltyRequester).toBe(0n)
    if (breached?._tag === "DealBreached") expect(breached.byRequester).toBe(false)
  }
}

it("IPSX-PAY-007 IPSX-AGR-046 over any network two honest sides end their deal within their bounds", () => {
  let [opened, byConsent] = [0, 0]
  fc.assert(
    fc.property(network, fc.constantFrom(1, 2), (copies, blockSeconds) => {
      const played = play({ deliver: over(copies), blockSeconds })
      conserves(played)
      for (const role of Status.roles) harmless(played, role)
      if (!has(played, "DealOpened")) return
      opened++
      if (settled(played).cumulative === played.worth) byConsent++
    }),
    { numRuns: 150 },
  )
  expect(opened).toBeGreaterThan(100)
  expect(byConsent).toBeGreaterThan(75)
})

type Lie = (intents: ReadonlyArray<Intent>, draw: () => number) => ReadonlyArray<Intent>

/** Leaves out what it likes, says some things twice with another reason, and repeats itself. */
const lying: Lie = (intents, draw) =>
  intents.flatMap((intent): ReadonlyArray<Intent> => {
    const roll = draw()
    if (intent._tag === "Arm" || intent._tag === "OpenTunnel") return [intent]
    if (roll === 0) return []
    if (roll === 1) return [intent, intent]
    if (roll >= 2 && roll < 5 && intent._tag === "Send" && intent.message._tag === "Status") {
      const status = { ...intent.message.status, reason: Status.reasonCode("OutOfScope") }
      return [intent, { _tag: "Send", message: { ...intent.message, status } }]
    }
    return [intent]
  })

/** One side lies as the numbers say; the tunnel's gate is the honest provider's own. */
const against = (liar: Status.Role, numbers: ReadonlyArray<number>): Play => {
  let next = 0
  const draw = (): number => numbers[next++] ?? 30
  return { act: { [liar]: (intents: ReadonlyArray<Intent>) => lying(intents, draw) } }
}

/** What a liar submits and says of its own accord: anything that its own signature can stand under. */
const attack = (liar: Status.Role): fc.Arbitrary<Step> => {
  const agreed = terms()
  const [sender, role] =
    liar === "provider"
      ? ([agreed.provider, "requester"] as const)
      : ([agreed.requester, "provider"] as const)
  const amount = fc.bigInt({ min: 0n, max: agreed.cap }).map(Amount.of)
  const submits = (transaction: fc.Arbitrary<Transaction>) =>
    fc.record({ at: fc.nat(100_000), transaction })
  const says = (message: fc.Arbitrary<Message>) =>
    fc.record({
      at: fc.nat(100_000),
      role: fc.constant(role),
      input: message.map((m): Input => ({ _tag: "Said", message: m })),
    })
  const bare = (...tags: ReadonlyArray<"Stop" | "Challenge" | "Dispute" | "Answer" | "Expire">) =>
    fc.constantFrom(...tags).map((_tag): Transaction => ({ _tag, sender, id }))
  return fc.oneof(
    submits(bare("Stop", "Challenge", "Dispute", "Dispute", "Answer", "Expire")),
    submits(amount.map((due) => ({ _tag: "Demand", sender, id, deal: agreed, due }))),
    submits(
      amount.map((cumulative) => ({ _tag: "Claim", sender, id, cumulative, author: sender })),
    ),
    submits(fc.constant({ _tag: "Finalize", sender, id, deal: agreed })),
    submits(fc.constantFrom("Convict", "Lapse").map((_tag) => ({ _tag, sender, id }))),
    says(
      fc.tuple(amount, fc.boolean()).map(([cumulativeAmount, elsewhere]) => ({
        _tag: "Voucher",
        id,
        author: sender,
        voucher: { channelId: elsewhere ? Id.fromNumber(9) : id, cumulativeAmount },
      })),
    ),
    says(
      amount.map((cumulativeAmount) => ({
        _tag: "Closing",
        id,
        author: sender,
        closing: { channelId: id, cumulativeAmount, receipt: Id.zero },
      })),
    ),
  )
}

/** What may befall the honest side itself. */
const fate = (honest: Status.Role): fc.Arbitrary<Step> =>
  fc.record({
    at: fc.nat(70_000),
    role: fc.constant(honest),
    input: fc
      .constantFrom(
        ...(honest === "provider"
          ? (["AddressChanged", "AddressRestored", "Silent"] as const)
          : (["AddressBanned", "Leave", "Pause", "Resume", "Silent"] as const)),
      )
      .map((_tag): Input => ({ _tag })),
  })

const tags = ["DealBreached", "DealStopped", "DealChallenged", "EquivocationProved", "DealEnded"]

for (const honest of Status.roles)
  it(`IPSX-PAY-007 IPSX-AGR-046 an honest ${honest} is not breached nor loses more, whatever the other does or leaves out`, () => {
    const seen = new Map<string, number>()
    const liar = honest === "provider" ? "requester" : "provider"
    fc.assert(
      fc.property(
        network,
        fc.array(fc.nat(30), { minLength: 30, maxLength: 60 }),
        fc.option(fc.integer({ min: 2000, max: 70_000 }), { freq: 2 }),
        fc.array(attack(liar), { minLength: 1, maxLength: 6 }),
        fc.array(fate(honest), { maxLength: 2 }),
        (copies, numbers, goneAt, attacks, fates) => {
          const gone = goneAt === null ? {} : { gone: { [liar]: goneAt } }
          const noticed =
            goneAt === null
              ? []
              : [{ at: goneAt + 3000, role: honest, input: { _tag: "Silent" as const } }]
          const script = [...noticed, ...attacks, ...fates]
          const played = play({ ...against(liar, numbers), ...gone, script, deliver: over(copies) })
          conserves(played)
          harmless(played, honest)
          for (const { _tag } of played.logs) seen.set(_tag, (seen.get(_tag) ?? 0) + 1)
        },
      ),
      { numRuns: 300 },
    )
    const often = [...seen].filter(([, times]) => times > 2).map(([tag]) => tag)
    expect(often).toEqual(expect.arrayContaining(tags))
  })
