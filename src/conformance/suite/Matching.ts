// The groups of the class matching: who gets what, from whom, when, and what is left.
import type { Group } from "../Vector.ts"
import * as Amount from "./matching/Amount.ts"
import * as Budget from "./matching/Budget.ts"
import * as Capacity from "./matching/Capacity.ts"
import * as Condition from "./matching/Condition.ts"
import * as Deal from "./matching/Deal.ts"
import * as Life from "./matching/Life.ts"
import * as Longer from "./matching/Longer.ts"
import { now } from "./matching/Market.ts"
import * as Rank from "./matching/Rank.ts"
import * as Sets from "./Sets.ts"
import { rules } from "./Table.ts"

const usual = rules(Sets.sets.default, 1000, 1000)

const base = (
  name: string,
  about: string,
  why: string,
): Pick<Group, "class" | "group" | "about" | "why" | "roles" | "params" | "shared"> => ({
  class: "matching/1",
  group: `matching/${name}`,
  about,
  why,
  roles: ["exchange"],
  params: { rules: usual, now },
  shared: true,
})

const same =
  "Two exchanges that match the same orders differently cannot be checked against each other, and one of them favours somebody."

export const groups: ReadonlyArray<Group> = [
  {
    ...base("condition", "What goes together", same),
    requirements: ["IPSX-MAT-003"],
    cases: Condition.cases,
  },
  { ...base("rank", "Who comes first", same), requirements: ["IPSX-MAT-005"], cases: Rank.cases },
  {
    ...base("amount", "How many addresses, and which", same),
    requirements: ["IPSX-MAT-008"],
    cases: Amount.cases,
  },
  {
    ...base("capacity", "What is taken, split, released and discarded", same),
    requirements: ["IPSX-MAT-011"],
    cases: Capacity.cases,
  },
  {
    ...base("life", "Orders that are cancelled, replaced and expire", same),
    requirements: ["IPSX-ORD-023"],
    cases: Life.cases,
  },
  {
    ...base("budget", "How far a search goes", same),
    requirements: ["IPSX-MAT-016"],
    cases: Budget.cases(usual),
  },
  {
    ...base("market", "Longer markets of many owners", same),
    requirements: ["IPSX-MAT-002"],
    cases: [11, 23, 47, 91, 135].map((seed) => Longer.market(seed, 60)),
  },
  {
    class: "matching/1",
    group: "matching/deal",
    about: "The deal of a match",
    why: "A deal that the other side computes otherwise has another hash, and nobody's signature fits.",
    roles: ["exchange", "provider", "requester"],
    requirements: ["IPSX-AGR-020", "IPSX-PAY-012", "IPSX-PAY-009"],
    params: {},
    cases: Deal.cases,
  },
]
