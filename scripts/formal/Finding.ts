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

/** The transactions that time allows to anybody. */
export const all = ["expire", "convict", "lapse", "finalize"]

/** One deal of two parties that owe each other nothing and may do anything, one level of service. */
export const row = (names: ReadonlyArray<string>): Row => {
  const rules = { ...Channel.rules, without: new Set(names) }
  const setup = { honestP: false, honestR: false, levels: 1, inFlight: 1, prepaid: 0, rules }
  const { worlds, stuck, locked } = Explorer.explore(setup)
  if (stuck !== locked) throw new Error("a world is stuck that holds nothing")
  const without = names.length === 0 ? "none" : names.length === 1 ? `\`${names[0]}\`` : "all four"
  return { without, worlds, locked }
}

/** Whether a text has the row. */
export const isIn = (text: string, { without, worlds, locked }: Row): boolean => {
  const figure = (number: number): string => number.toLocaleString("en-US")
  return text.includes(`| ${without} | ${figure(worlds)} | ${figure(locked)} |\n`)
}
