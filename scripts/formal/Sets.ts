// The parameter sets at which independent engines have to count the same: their names are the rows of the table in
// spec/formal/README.md.
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Deals from "../../src/agreement-fsm/explore/Deals.ts"
import * as Explorer from "../../src/agreement-fsm/explore/Explorer.ts"
import type { Setup } from "../../src/agreement-fsm/explore/Moves.ts"
import * as Table from "../../src/agreement-fsm/Table.ts"
import type * as Spin from "./Spin.ts"

export interface Counts {
  readonly states: number
  readonly transitions: number
}

/** How registers step: by the derived table, or by the statechart itself. */
export type Step = Channel.Rules["step"]

export interface Set {
  readonly name: string
  readonly model: "registers" | "agreement" | "deals"
  readonly defines: Spin.Defines
  /** Short enough for every `npm test`. */
  readonly short: boolean
  readonly explore: (step: Step) => Counts
}

const registers: Set = {
  name: "the registers alone",
  model: "registers",
  defines: { ALONE: 1 },
  short: true,
  explore: (step) => {
    const found = new Set([0])
    let transitions = 0
    for (const row of found)
      for (const column of Object.values(Table.columnOf)) {
        const next = step(row, column)
        if (next === Table.rejected) continue
        transitions++
        found.add(next)
      }
    return { states: found.size, transitions }
  },
}

type Sides = Pick<Setup, "honestP" | "honestR" | "levels" | "prepaid">

const world = (name: string, short: boolean, sides: Sides): Set => ({
  name,
  model: "agreement",
  defines: {
    HONEST_P: Number(sides.honestP),
    HONEST_R: Number(sides.honestR),
    LEVELS: sides.levels,
    PREPAID: sides.prepaid,
    IN_FLIGHT: 1,
  },
  short,
  explore: (step) => {
    const setup = { ...sides, inFlight: 1, rules: { ...Channel.rules, step } }
    const { worlds, edges } = Explorer.explore(setup)
    return { states: worlds, transitions: edges }
  },
})

const deals = (short: boolean, setup: Required<Omit<Deals.Setup, "rules">>): Set => ({
  name: `${setup.deals} deals of cap ${setup.cap}, a wallet of ${setup.budget}`,
  model: "deals",
  defines: { DEALS: setup.deals, CAP: setup.cap, BUDGET: setup.budget },
  short,
  explore: (step) => Deals.explore({ ...setup, rules: { step } }),
})

const liars = { honestP: false, honestR: false, prepaid: 0 }
const provider = { honestP: true, honestR: false, prepaid: 0 }
const requester = { honestP: false, honestR: true, prepaid: 1 }
const honest = { honestP: true, honestR: true, prepaid: 0 }

export const all: ReadonlyArray<Set> = [
  registers,
  world("two liars, 1 level", true, { ...liars, levels: 1 }),
  world("honest provider, lying requester, 1 level", true, { ...provider, levels: 1 }),
  world("honest requester, lying provider, 1 level, 1 prepaid", false, { ...requester, levels: 1 }),
  world("both honest, 1 level", false, { ...honest, levels: 1 }),
  world("two liars, 2 levels", false, { ...liars, levels: 2 }),
  world("honest provider, lying requester, 2 levels", false, { ...provider, levels: 2 }),
  world("honest requester, lying provider, 2 levels, 1 prepaid", false, {
    ...requester,
    levels: 2,
  }),
  deals(false, { deals: 2, cap: 1, budget: 1 }),
  deals(true, { deals: 2, cap: 2, budget: 3 }),
  deals(false, { deals: 3, cap: 1, budget: 2 }),
]
