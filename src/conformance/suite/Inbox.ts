// Status messages that are lost, repeated, reordered, forged into a chain, or contradicted.
import * as Hex from "../../signature/Hex.ts"
import { noble } from "../../signature/Curve.ts"
import * as StatusChain from "../../signature/StatusChain.ts"
import * as Structure from "../../signature/Structure.ts"
import * as Json from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"

const channel = Sample.idOf(Sample.deal())
const separator = Structure.domain(noble, Cast.place)

const digestOf = (status: Json.JsonObject): string =>
  StatusChain.digest(noble, separator, Json.revive(status))

const received = (status: Json.JsonObject): Json.JsonObject => ({
  type: "receive",
  status,
  digest: digestOf(status),
})

/** A provider that becomes Ready, pauses, resumes, and so on: a chain of so many messages. */
const chain = (length: number): ReadonlyArray<Json.JsonObject> => {
  const messages: Array<Json.JsonObject> = []
  let previous = Hex.fromBytes(new Uint8Array(32)) as string
  for (let seq = 1; seq <= length; seq++) {
    const status = Sample.status(channel, { seq, status: seq % 2 === 1 ? 3 : 4, previous })
    messages.push(status)
    previous = digestOf(status)
  }
  return messages
}

const [one, two, three, four] = chain(4) as [
  Json.JsonObject,
  Json.JsonObject,
  Json.JsonObject,
  Json.JsonObject,
]

const permutations = <A>(items: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  items.length <= 1
    ? [items]
    : items.flatMap((item, at) =>
        permutations(items.toSpliced(at, 1)).map((rest) => [item, ...rest]),
      )

const question = (
  name: string,
  messages: ReadonlyArray<Json.JsonObject>,
  requirements: ReadonlyArray<string> = ["IPSX-PCH-003", "IPSX-PCH-004"],
): Question => ({ name, requirements, events: messages.map(received) })

const other = { ...two, status: 5 }
const unlinked = { ...two, previous: Cast.id(9) }
const follower = (status: Json.JsonObject, changes: Json.JsonObject): Json.JsonObject => ({
  ...Sample.status(channel, { seq: (status.seq as number) + 1, previous: digestOf(status) }),
  ...changes,
})

export const group: Group = {
  class: "agreement/1",
  group: "agreement/inbox",
  about: "Status messages of one partner that are lost, repeated, reordered or contradicted",
  why: "Partners who fold the same messages into different registers no longer agree on who owes what.",
  roles: ["provider", "requester", "exchange"],
  requirements: ["IPSX-PCH-004"],
  params: { inbox: true },
  shared: true,
  cases: [
    ...permutations([one, two, three, four]).map((order) =>
      question(`order/${order.map(({ seq }) => seq as number).join("")}`, order),
    ),
    question("repeated/at-once", [one, one, two, two, three]),
    question("repeated/later", [one, two, one, three, two]),
    question("repeated/while-it-waits", [three, three, one, two]),
    question("lost/first", [two, three, four]),
    question("lost/middle", [one, three, four]),
    question("lost/made-good", [one, four, three, two]),
    question("lost/last", [one, two, three]),
    question("number/zero", [{ ...one, seq: 0 }, one]),
    question("number/gap", [one, follower(one, { seq: 3 }), two], ["IPSX-PCH-003"]),
    question(
      "link/first-not-zero",
      [{ ...one, previous: Cast.id(9) }, one],
      ["IPSX-PCH-002", "IPSX-PCH-007"],
    ),
    question("link/wrong", [one, unlinked, two], ["IPSX-PCH-007"]),
    question("link/wrong-while-it-waits", [unlinked, one, two], ["IPSX-PCH-007"]),
    question("link/wrong-then-follower", [one, unlinked, follower(unlinked, {})], ["IPSX-PCH-007"]),
    question("equivocation/applied", [one, two, other], ["IPSX-PCH-006", "IPSX-AGR-061"]),
    question("equivocation/while-it-waits", [two, other, one], ["IPSX-PCH-006", "IPSX-AGR-061"]),
    question("equivocation/other-order", [other, two, one], ["IPSX-PCH-006", "IPSX-AGR-061"]),
    question("equivocation/repeated-is-none", [one, two, two], ["IPSX-PCH-006", "IPSX-AGR-061"]),
    question(
      "equivocation/of-the-first",
      [one, { ...one, at: (one.at as number) + 1 }],
      ["IPSX-PCH-006", "IPSX-AGR-061"],
    ),
    question(
      "held/sixty-four",
      [...chain(65).slice(1), ...chain(65).slice(0, 1)],
      ["IPSX-PCH-005"],
    ),
    question(
      "held/sixty-five",
      [...chain(66).slice(1), ...chain(66).slice(0, 1)],
      ["IPSX-PCH-005"],
    ),
    question(
      "held/highest-is-dropped",
      [...chain(67).slice(2).toReversed(), ...chain(67).slice(0, 2)],
      ["IPSX-PCH-005"],
    ),
  ],
}
