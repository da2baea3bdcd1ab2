// What the automatic assignments are worth: how many worlds never end, and how many of those hold tokens, when one of
// them does not exist and nobody acts any more. Rows of the second table of spec/formal/README.md.
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Explorer from "../../src/agreement-fsm/explore/Explorer.ts"

export interface Row {
  readonly without: string
  readonly worlds: number
  /** Worlds in which E and B stay reserved for ever when both parties fall silent. */
  readonly locked: number
}

const all = ["expire", "convict", "lapse", "finalize"]

/** One deal of two parties that owe each other nothing and may do anything, one level of service. */
export const rows = (): ReadonlyArray<Row> =>
  [[], ...all.map((name) => [name]), all].map((names) => {
    const rules = { ...Channel.rules, without: new Set(names) }
    const setup = { honestP: false, honestR: false, levels: 1, inFlight: 1, prepaid: 0, rules }
    const { worlds, stuck, locked } = Explorer.explore(setup)
    if (stuck !== locked) throw new Error("a world is stuck that holds nothing")
    const without =
      names.length === 0 ? "none" : names.length === 1 ? `\`${names[0]}\`` : "all four"
    return { without, worlds, locked }
  })
