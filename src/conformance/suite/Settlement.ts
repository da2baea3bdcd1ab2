// Cases of the class settlement: opening, conduct, deadlines, proofs, disputes, and the division of the money.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import { conduct } from "./Conduct.ts"
import { endings } from "./Ending.ts"
import { opening, seats } from "./Opening.ts"
import { proofs, reservations } from "./Proof.ts"
import * as Sets from "./Sets.ts"
import * as Story from "./Story.ts"
import * as Verdicts from "./Verdicts.ts"

const make = (
  name: string,
  about: string,
  why: string,
  requirements: ReadonlyArray<string>,
  cases: (set: JsonObject) => ReadonlyArray<Question>,
): ReadonlyArray<Group> =>
  Sets.each((set, suffix) => ({
    ...Story.group("settlement/1", `settlement/${name}${suffix}`, about, why, set),
    requirements,
    cases: cases(set),
  }))

export const groups: ReadonlyArray<Group> = [
  ...make(
    "open",
    "What opens, and with which error everything else is refused",
    "The opening takes the money of both; what it lets through binds them.",
    ["IPSX-AGR-020"],
    opening,
  ),
  {
    ...Story.group(
      "settlement/1",
      "settlement/seat",
      "Seats that are booked, second by second",
      "A seat that is let twice is an address that two strangers answer for.",
      Sets.sets.default,
    ),
    requirements: ["IPSX-AGR-023"],
    cases: seats(),
  },
  ...make(
    "conduct",
    "What parties and anybody may do, in which phase, from which second and block on",
    "A deadline that passes early takes the bond of somebody who was about to answer.",
    ["IPSX-CHN-014"],
    conduct,
  ),
  ...make(
    "ending",
    "How each ending divides the money, to the last unit",
    "Each line of the division is what somebody lives on or was promised.",
    ["IPSX-AGR-060"],
    endings,
  ),
  ...make(
    "proof",
    "Proofs, and what is none",
    "A proof that is taken too easily convicts the honest; one that is not taken lets the liar go.",
    ["IPSX-AGR-060"],
    proofs,
  ),
  ...make(
    "reservation",
    "Standing reservations",
    "A reservation that settles before its longest short deal is over leaves that deal unpaid.",
    ["IPSX-AGR-072"],
    reservations,
  ),
  Verdicts.group,
]
