// The functions of a channel as the tables of spec/chain.md have them: for each the phases that admit it, its checks in
// their order, each with the ways to come to it, and what it leaves.
import type * as Result from "effect/Result"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Block } from "../../src/model/Block.ts"
import * as Channel from "../../src/model/Channel.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import type { Meter } from "../../src/model/Meter.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Status from "../../src/model/Status.ts"
import * as Time from "../../src/model/Time.ts"
import type * as Verdict from "../../src/model/Verdict.ts"
import { address, deal, token } from "../arbitrary/deal.ts"

export const provider = address(1)
const [requester, stranger] = [address(2), address(3)]
export const parameters: Parameters.Parameters = {
  ...Parameters.small,
  settleGrace: 30,
  appealSeconds: 40,
  evidenceSeconds: 50,
  challengeSeconds: 20,
  shortLeaseMax: 7,
  deadlineBlocks: 3,
}
export const id = Id.fromNumber(1)

/** Everything that a call is made of; which of it a function looks at is its own affair. */
export interface Situation {
  readonly channel: Channel.Channel
  readonly sender: Address
  readonly block: Block
  readonly cumulative: bigint
  readonly noticeAt: number
  readonly authors: { readonly provider: Address; readonly requester: Address }
  readonly meter: Meter
  readonly first: { readonly status: Status.Status; readonly author: Address }
  readonly second: { readonly status: Status.Status; readonly author: Address }
}

const said = (change: Partial<Status.Status> = {}): Status.Status => ({
  channelId: id,
  role: 1,
  seq: 4,
  status: Status.serving,
  reason: 0,
  at: Time.seconds(1015),
  cumulativeAmount: Amount.zero,
  previous: Id.zero,
  ...change,
})

/** A lease of 1000 to 1060 under way, of which three tokens are paid; the clock ran from second 1010 and block 5. */
export const usual: Situation = {
  channel: {
    ...Channel.open(id, deal()),
    due: Amount.of(9n * token),
    armedAt: 1010,
    armedBlock: 5,
    challengedAt: 1015,
    facts: { ...Channel.open(id, deal()).facts, paid: Amount.of(3n * token) },
  },
  sender: requester,
  block: { number: 8, timestamp: Time.seconds(1040) },
  cumulative: 4n * token,
  noticeAt: 1050,
  authors: { provider, requester },
  meter: { channelId: id, seq: 1, bytesUsed: 0, seconds: 35 },
  first: { status: said(), author: requester },
  second: { status: said({ reason: 1 }), author: requester },
}

export type Change = (usual: Situation) => Situation
export const ofChannel =
  (change: Partial<Channel.Channel>): Change =>
  (s) => ({ ...s, channel: { ...s.channel, ...change } })
export const ofFacts =
  (change: Partial<Verdict.Facts>): Change =>
  (s) =>
    ofChannel({ facts: { ...s.channel.facts, ...change } })(s)
const ofDeal =
  (change: Partial<Deal>): Change =>
  (s) =>
    ofChannel({ deal: { ...s.channel.deal, ...change } })(s)
export const by =
  (sender: Address): Change =>
  (s) => ({ ...s, sender })
export const at =
  (timestamp: number, number = 8): Change =>
  (s) => ({ ...s, block: { number, timestamp: Time.seconds(timestamp) } })
const paying =
  (cumulative: bigint): Change =>
  (s) => ({ ...s, cumulative })
const signedBy =
  (authors: Partial<Situation["authors"]>): Change =>
  (s) => ({ ...s, authors: { ...s.authors, ...authors } })
const saying =
  (which: "first" | "second", change: Partial<Status.Status>): Change =>
  (s) => ({ ...s, [which]: { ...s[which], status: { ...s[which].status, ...change } } })
const saidBy =
  (which: "first" | "second", author: Address): Change =>
  (s) => ({ ...s, [which]: { ...s[which], author } })

/** An error with what it says, and every way to come to it. */
export type Check = readonly [
  error: Readonly<Record<string, unknown>>,
  ...ways: ReadonlyArray<Change>,
]

export interface Function {
  readonly name: string
  readonly call: (s: Situation) => Result.Result<Channel.Channel, { readonly _tag: string }>
  /** What makes the usual situation one in which it succeeds. */
  readonly right: Change
  readonly phases: ReadonlyArray<Channel.Phase>
  /** In the order of the table; "WrongPhase" stands for every phase that does not admit it. */
  readonly checks: ReadonlyArray<Check | "WrongPhase">
  readonly leaves: (s: Situation) => {
    readonly channel?: Partial<Channel.Channel>
    readonly facts?: Partial<Verdict.Facts>
  }
}

export const served = ["Open", "Challenged", "Demanded"] as const
const everywhere = Channel.phases
export const same: Change = (s) => s
const entering = (phase: Channel.Phase, { block }: Situation) => ({
  phase,
  armedAt: block.timestamp,
  armedBlock: block.number,
})
const notParty = (sender: Address): Check => [{ _tag: "NotParty", id, sender }, by(sender)]
const outside = { _tag: "OutsideLease", id, start: 1000, end: 1060 }
const unsigned = (expected: Address) => ({ _tag: "InvalidSignature", expected })
const bySides: ReadonlyArray<Check> = [
  [unsigned(provider), signedBy({ provider: stranger })],
  [unsigned(requester), signedBy({ requester: stranger })],
]
const waits = (seconds: number): Check => [
  { _tag: "TooEarly", id, earliestTime: 1010 + seconds, earliestBlock: 8 },
  at(1010 + seconds - 1),
  at(1010 + seconds, 7),
]
const beyondCap: Check = [{ _tag: "VoucherExceedsCap", cap: 10n * token }, paying(10n * token + 1n)]

export const functions: ReadonlyArray<Function> = [
  {
    name: "claim",
    call: (s) => Channel.claim(s.channel, s.cumulative as Amount.Amount, s.authors.requester),
    right: same,
    phases: everywhere,
    checks: [
      beyondCap,
      [{ _tag: "VoucherStale", paid: 3n * token }, paying(3n * token), paying(0n)],
      [unsigned(requester), signedBy({ requester: stranger })],
    ],
    leaves: () => ({ facts: { paid: Amount.of(4n * token) } }),
  },
  {
    name: "settle",
    call: (s) => Channel.settle(s.channel, s.cumulative as Amount.Amount, s.authors),
    right: paying(3n * token),
    phases: everywhere,
    checks: [
      beyondCap,
      [{ _tag: "VoucherStale", paid: 3n * token }, paying(3n * token - 1n)],
      ...bySides,
    ],
    leaves: () => ({ channel: { phase: "Final" } }),
  },
  {
    name: "stop by the requester",
    call: (s) => Channel.stop(s.channel, s.sender, s.block),
    right: same,
    phases: [...served, "Closing"],
    checks: [
      notParty(stranger),
      "WrongPhase",
      [{ _tag: "AlreadyStopped", party: requester }, ofFacts({ requesterStopped: true })],
    ],
    leaves: (s) => ({
      ...(s.channel.phase === "Closing" ? {} : { channel: entering("Closing", s) }),
      facts: { requesterStopped: true },
    }),
  },
  {
    name: "stop by the provider",
    call: (s) => Channel.stop(s.channel, s.sender, s.block),
    right: by(provider),
    phases: [...served, "Closing"],
    checks: [
      notParty(stranger),
      "WrongPhase",
      [{ _tag: "AlreadyStopped", party: provider }, ofChannel({ providerStopped: true })],
    ],
    leaves: (s) => ({
      channel: {
        providerStopped: true,
        ...(s.channel.phase === "Closing" ? {} : entering("Closing", s)),
      },
      facts: { providerStoppedAt: 1040 },
    }),
  },
  {
    name: "expire",
    call: (s) => Channel.expire(s.channel, s.block),
    right: at(1060),
    phases: ["Open", "Demanded"],
    checks: [
      "WrongPhase",
      [{ _tag: "TooEarly", id, earliestTime: 1060, earliestBlock: 0 }, at(1059)],
    ],
    leaves: (s) => ({ channel: entering("Closing", s) }),
  },
  {
    name: "giveNotice",
    call: (s) => Channel.giveNotice(s.channel, s.sender, s.noticeAt, s.block),
    right: by(provider),
    phases: ["Open", "Demanded"],
    checks: [
      notParty(requester),
      "WrongPhase",
      [{ _tag: "AlreadyNoticed", id }, ofFacts({ noticeAt: 1 })],
      [{ _tag: "NoticeTooShort", id, at: 1049, earliest: 1050 }, (s) => ({ ...s, noticeAt: 1049 })],
    ],
    leaves: () => ({ facts: { noticeAt: 1050 } }),
  },
  {
    name: "challenge",
    call: (s) => Channel.challenge(s.channel, s.sender, s.block),
    right: at(1000),
    phases: ["Open"],
    checks: [notParty(provider), "WrongPhase", [outside, at(999), at(1060)]],
    leaves: (s) => ({
      channel: { ...entering("Challenged", s), challengedAt: 1000 },
      facts: { challenged: true },
    }),
  },
  {
    name: "answer",
    call: (s) => Channel.answer(s.channel, s.sender, s.block),
    right: by(provider),
    phases: ["Challenged"],
    checks: [notParty(requester), "WrongPhase"],
    leaves: (s) => ({ channel: entering("Closing", s), facts: { answered: true } }),
  },
  {
    name: "convict",
    call: (s) => Channel.convict(s.channel, s.block, parameters),
    right: at(1030),
    phases: ["Challenged"],
    checks: ["WrongPhase", waits(20)],
    leaves: (s) => ({ channel: entering("Breached", s), facts: { convicted: true } }),
  },
  {
    name: "demand",
    call: (s) => Channel.demand(s.channel, s.sender, s.cumulative as Amount.Amount, s.block),
    right: by(provider),
    phases: ["Open"],
    checks: [
      notParty(requester),
      "WrongPhase",
      [{ _tag: "BadDemand", id, most: 0n }, ofDeal({ seats: 0 })],
      [outside, at(999)],
      // Forty seconds at a tenth of a token.
      [{ _tag: "BadDemand", id, most: 4n * token }, paying(4n * token + 1n), paying(3n * token)],
    ],
    leaves: (s) => ({
      channel: { ...entering("Demanded", s), due: Amount.of(4n * token) },
      facts: { demanded: true },
    }),
  },
  {
    name: "lapse",
    call: (s) => Channel.lapse(s.channel, s.block, parameters),
    right: at(1030),
    phases: ["Demanded"],
    checks: ["WrongPhase", waits(20)],
    leaves: (s) => ({ channel: entering("Closing", s), facts: { lagged: true } }),
  },
  {
    name: "proveMeter",
    call: (s) => Channel.proveMeter(s.channel, s.meter, s.authors),
    right: same,
    phases: everywhere,
    checks: [
      [
        { _tag: "WrongChannel", expected: id, actual: Id.zero },
        (s) => ({ ...s, meter: { ...s.meter, channelId: Id.zero } }),
      ],
      ...bySides,
    ],
    leaves: () => ({ facts: { meterDue: Amount.of((7n * token) / 2n) } }),
  },
  ...(["provider", "requester"] as const).map((role, number): Function => {
    const party = role === "provider" ? provider : requester
    const other = role === "provider" ? requester : provider
    const speaks =
      (change: Partial<Status.Status>): Change =>
      (s) =>
        saying("second", change)(saying("first", change)(s))
    return {
      name: `proveEquivocation of the ${role}`,
      call: (s) => Channel.proveEquivocation(s.channel, s.first, s.second),
      right: (s) => saidBy("second", party)(saidBy("first", party)(speaks({ role: number })(s))),
      phases: everywhere,
      checks: [
        [
          { _tag: "NotEquivocation", id },
          saying("first", { channelId: Id.zero }),
          saying("second", { channelId: Id.zero }),
          saying("first", { role: 1 - number }),
          saying("second", { seq: 5 }),
          saying("second", { reason: 0 }),
          speaks({ role: 2 }),
        ],
        [unsigned(party), saidBy("first", other), saidBy("second", other)],
      ],
      leaves: () => ({
        facts: role === "provider" ? { providerEquivocated: true } : { requesterEquivocated: true },
      }),
    }
  }),
  {
    name: "proveService",
    call: (s) => Channel.proveService(s.channel, s.first.status, s.first.author),
    right: same,
    phases: ["Challenged"],
    checks: [
      "WrongPhase",
      [
        { _tag: "NotService", id },
        saying("first", { channelId: Id.zero }),
        saying("first", { role: 0 }),
        saying("first", { status: 4 }),
        saying("first", { at: Time.seconds(1014) }),
      ],
      [unsigned(requester), saidBy("first", provider)],
    ],
    leaves: () => ({ facts: { exonerated: true } }),
  },
  ...(["provider", "requester"] as const).map((role): Function => {
    const party = role === "provider" ? provider : requester
    const fact = role === "provider" ? { providerDisputed: true } : { requesterDisputed: true }
    return {
      name: `dispute by the ${role}`,
      call: (s) => Channel.dispute(s.channel, s.sender, s.block),
      right: by(party),
      phases: ["Closing", "Breached", "Disputed"],
      checks: [
        notParty(stranger),
        "WrongPhase",
        [{ _tag: "AlreadyDisputed", id, party }, ofFacts(fact)],
      ],
      leaves: (s) => ({
        ...(s.channel.phase === "Disputed" ? {} : { channel: entering("Disputed", s) }),
        facts: fact,
      }),
    }
  }),
  ...(
    [
      ["Closing", 30],
      ["Breached", 40],
      ["Disputed", 50],
    ] as const
  ).flatMap(([phase, period]) =>
    [0, 1].map((seats): Function => {
      const wait = period + (seats === 0 ? 7 : 0)
      return {
        name: `finalize of ${phase}, ${seats} seats`,
        call: (s) => Channel.finalize(s.channel, s.block, parameters),
        right: (s) => ofDeal({ seats })(at(1010 + wait)(s)),
        phases: [phase],
        checks: [waits(wait)],
        leaves: () => ({ channel: { phase: "Final" } }),
      }
    }),
  ),
]
