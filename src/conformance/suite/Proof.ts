// Proofs and double leases, and the longer waits of standing reservations.
import type { JsonObject } from "../Json.ts"
import type { Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"
import * as Story from "./Story.ts"

const { provider, requester, stranger } = Cast
const { tell, inBlock, step } = Story
const base = Story.of(Sample.deal())

export const proofs = (set: JsonObject): ReadonlyArray<Question> => {
  const both = { provider, requester }
  const status = (changes: JsonObject) => Sample.status(base.id, { role: 1, seq: 4, ...changes })
  const delta = set.delta as number
  const start = Sample.deal().start as number
  const second = Story.of(
    Sample.deal({
      salt: Cast.id(2),
      firstSeat: 1,
      requester: stranger,
      cap: "1000",
      bond: "100",
      noShowCharge: "1",
      pricePerSecond: "1",
    }),
  )
  const pair = (first: JsonObject, other: JsonObject, changes: JsonObject = {}): Story.Step =>
    step(60, "ProveDoubleLease", Cast.address(4), {
      first: { receipt: Sample.receipt(base.id, first), authors: both },
      second: {
        receipt: Sample.receipt(second.id, { requester: stranger, ...other }),
        authors: { provider, requester: stranger },
      },
      ...changes,
    })
  const overlapping = { from: start, to: start + 100 }
  const by = (seconds: number) => ({ from: start + 100 - seconds, to: start + 300 })
  const lease = (name: string, proof: Story.Step, more: ReadonlyArray<Story.Step> = []): Question =>
    tell(
      `double-lease/${name}`,
      ["IPSX-AGR-065"],
      [
        step(1, "Stake", provider, { amount: Cast.tokens(1) }),
        base.open(2),
        second.open(3, { authors: { provider, requester: stranger } }),
        proof,
        ...more,
      ],
      {
        params: {
          wallets: [
            [provider, Cast.tokens(1000)],
            [requester, Cast.tokens(1000)],
            [stranger, Cast.tokens(10)],
          ],
          watch: [provider, requester, stranger, Cast.address(4)],
        },
      },
    )
  return [
    tell(
      "meter/provider-forged",
      ["IPSX-PAY-010"],
      [base.open(1), base.meter(20, 5, { authors: { provider: requester, requester } })],
    ),
    tell(
      "meter/requester-forged",
      ["IPSX-PAY-010"],
      [base.open(1), base.meter(20, 5, { authors: { provider, requester: provider } })],
    ),
    tell(
      "meter/of-another-channel",
      ["IPSX-PAY-010"],
      [
        base.open(1),
        base.meter(20, 5, { meter: { channelId: Cast.id(5), seq: 1, seconds: 5, bytesUsed: 0 } }),
      ],
    ),
    tell("meter/final", ["IPSX-PAY-011"], [base.open(1), base.settle(2, "0"), base.meter(20, 5)]),
    tell(
      "equivocation/the-same",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, { second: { status: Sample.status(base.id), author: provider } }),
      ],
    ),
    tell(
      "equivocation/another-number",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { seq: 2, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/another-channel",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(Cast.id(5), { status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/another-role",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { role: 1, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/role-2",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          first: { status: Sample.status(base.id, { role: 2 }), author: provider },
          second: { status: Sample.status(base.id, { role: 2, status: 5 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/only-the-moment-differs",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { at: start + 3 }), author: provider },
        }),
      ],
    ),
    tell(
      "equivocation/forged",
      ["IPSX-AGR-061"],
      [
        base.open(1),
        base.equivocate(20, 0, {
          second: { status: Sample.status(base.id, { status: 5 }), author: requester },
        }),
      ],
    ),
    tell(
      "service/while-challenged",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 100)],
    ),
    tell("service/without-a-challenge", ["IPSX-AGR-062"], [base.open(1), base.serve(101, 100)]),
    tell(
      "service/one-second-early",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 99)],
    ),
    tell(
      "service/not-active",
      ["IPSX-AGR-062"],
      [
        base.open(1),
        base.challenge(100),
        base.serve(101, 100, { status: status({ status: 4, at: Cast.genesis.timestamp + 100 }) }),
      ],
    ),
    tell(
      "service/of-the-provider",
      ["IPSX-AGR-062"],
      [
        base.open(1),
        base.challenge(100),
        base.serve(101, 100, {
          status: status({ role: 0, status: 3, at: Cast.genesis.timestamp + 100 }),
          author: provider,
        }),
      ],
    ),
    tell(
      "service/forged",
      ["IPSX-AGR-062"],
      [base.open(1), base.challenge(100), base.serve(101, 100, { author: provider })],
    ),
    lease("more-than-two-deltas", pair(overlapping, by(2 * delta + 1))),
    lease("two-deltas", pair(overlapping, by(2 * delta))),
    lease("apart", pair(overlapping, { from: start + 100, to: start + 200 })),
    lease("another-seat", pair(overlapping, { ...by(50), seat: 1 })),
    lease("another-resource", pair(overlapping, { ...by(50), resource: Cast.id(9) })),
    lease(
      "one-channel",
      step(60, "ProveDoubleLease", Cast.address(4), {
        first: { receipt: Sample.receipt(base.id, overlapping), authors: both },
        second: { receipt: Sample.receipt(base.id, by(50)), authors: both },
      }),
    ),
    lease("not-opened", pair(overlapping, { ...by(50), channelId: Cast.id(5) })),
    lease("of-another-requester", pair(overlapping, { ...by(50), requester })),
    lease(
      "forged",
      pair(overlapping, by(50), {
        second: {
          receipt: Sample.receipt(second.id, { requester: stranger, ...by(50) }),
          authors: { provider: requester, requester: stranger },
        },
      }),
    ),
    lease("twice", pair(overlapping, by(50)), [{ ...pair(overlapping, by(50)), at: 61 }]),
    lease("twice-with-a-new-stake", pair(overlapping, by(50)), [
      step(61, "Stake", provider, { amount: "9" }),
      { ...pair(overlapping, by(50)), at: 62 },
    ]),
    lease("in-its-claim-window", { ...pair(overlapping, by(50)), at: 62 }, []),
  ]
}

export const reservations = (set: JsonObject): ReadonlyArray<Question> => {
  const of = Story.of(Sample.reservation({ end: (Sample.deal().start as number) + 5000 }))
  const longest = set.shortLeaseMax as number
  const blocks = set.deadlineBlocks as number
  const wait = (name: string, at: number, seconds: number): Question =>
    tell(
      `reservation/${name}`,
      ["IPSX-AGR-072"],
      [
        of.open(1),
        of.claim(20, Cast.tokens(40)),
        inBlock(30, of.stop(at)),
        inBlock(30 + blocks, of.finalize(at + seconds)),
      ],
    )
  const grace = (set.settleGrace as number) + longest
  return [
    wait("one-second-early", 100, grace - 1),
    wait("just-in-time", 100, grace),
    tell(
      "reservation/early-stop-is-free",
      ["IPSX-PAY-029"],
      [of.open(1), inBlock(30, of.stop(100)), inBlock(30 + blocks, of.finalize(100 + grace))],
    ),
    tell(
      "reservation/nothing-paid",
      ["IPSX-PAY-029"],
      [of.open(1), inBlock(30, of.expire(5010)), inBlock(30 + blocks, of.finalize(5010 + grace))],
    ),
    tell(
      "reservation/two-of-one-pair",
      ["IPSX-AGR-023"],
      [of.open(1), Story.of(Sample.reservation({ salt: Cast.id(2) })).open(2)],
    ),
  ]
}
