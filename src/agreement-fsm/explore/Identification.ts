// The W-method, with harmonised identifiers: a suite that finds every wrong transition of an implementation of which
// only a part of the state can be seen. Two states that look alike are told apart by what can be seen after further
// events; states that no sequence tells apart are one state to that observer.
//
// Source: A. Petrenko, N. Yevtushenko: "Test derivation from partial specifications" (HSI). The suite is complete for
// all machines with no more states than ours has classes; that it finds every single fault in the machine of 91 states
// too, most of which look alike to an outside observer, is shown by trying them all (`Fault`).
import * as DealStatus from "../dealStatus.ts"
import * as Event from "../Event.ts"
import * as State from "../State.ts"
import * as Table from "../Table.ts"
import * as Cover from "./Cover.ts"

/** What can be seen of a row. */
export type Observer = (row: number) => number

/** Sees the whole state. */
export const full: Observer = (row) => Table.states[row]!

/** Sees what a deal has come to: its status, and whether that is final. Not the registers, and no rejection. */
export const outcome: Observer = (row) => {
  const packed = Table.states[row]!
  return DealStatus.codes[packed % 100]! + (State.unpack(packed).final ? 14 : 0)
}

// A node of the splitting tree: rows that cannot be told apart by what was tried above it.
interface Node {
  readonly rows: ReadonlyArray<number>
  readonly above: Node | undefined
  /** What splits it, once it is split: after these events its children are seen differently. */
  by: Cover.Sequence | undefined
  children: ReadonlyArray<Node>
}

const node = (rows: ReadonlyArray<number>, above?: Node): Node => ({
  rows,
  above,
  by: undefined,
  children: [],
})

const moved = (row: number, type: Event.Type): number => Cover.reached([type], row)

const split = (parent: Node, by: Cover.Sequence, keyOf: (row: number) => unknown): void => {
  const groups = Map.groupBy(parent.rows, keyOf)
  parent.by = by
  parent.children = [...groups.values()].map((rows) => node(rows, parent))
}

/** Which rows an observer can tell apart, and by which sequences. */
export interface Identification {
  /** Classes of rows that no sequence tells apart; the first row of each stands for it. */
  readonly classes: ReadonlyArray<ReadonlyArray<number>>
  /** The class of each row. */
  readonly classOf: ReadonlyArray<number>
  /** For each class the sequences after which it looks different from every other class. */
  readonly identifiers: ReadonlyArray<ReadonlyArray<Cover.Sequence>>
}

// The lowest node that holds all these rows.
const common = (leaves: ReadonlyMap<number, Node>, rows: ReadonlyArray<number>): Node => {
  let lowest = leaves.get(rows[0]!)!
  while (!rows.every((row) => lowest.rows.includes(row))) lowest = lowest.above!
  return lowest
}

// The shortest way to split a leaf: an event after which its rows fall into nodes that are already told apart.
const splitter = (leaf: Node, leaves: ReadonlyMap<number, Node>) => {
  let best:
    | { readonly by: Cover.Sequence; readonly type: Event.Type; readonly at: Node }
    | undefined
  for (const type of Event.types) {
    const at = common(
      leaves,
      leaf.rows.map((row) => moved(row, type)),
    )
    if (at.by === undefined) continue
    const by = [type, ...at.by]
    if (best === undefined || by.length < best.by.length) best = { by, type, at }
  }
  return best
}

/**
 * Tells the rows of the table apart as far as the observer can.
 *
 * @example
 * Identification.of(Identification.full).classes.length // 91
 */
export const of = (observer: Observer): Identification => {
  const root = node(Array.from(Table.states, (_, row) => row))
  split(root, [], observer)
  const leaves = new Map<number, Node>()
  const register = (leaf: Node): void => {
    for (const row of leaf.rows) leaves.set(row, leaf)
  }
  root.children.forEach(register)
  for (;;) {
    const found = [...new Set(leaves.values())]
      .filter((leaf) => leaf.rows.length > 1)
      .map((leaf) => ({ leaf, how: splitter(leaf, leaves) }))
      .filter(({ how }) => how !== undefined)
      .sort((a, b) => a.how!.by.length - b.how!.by.length)[0]
    if (found === undefined) break
    const { type, at, by } = found.how!
    split(found.leaf, by, (row) =>
      at.children.findIndex((child) => child.rows.includes(moved(row, type))),
    )
    found.leaf.children.forEach(register)
  }
  const ends = [...new Set([...leaves].sort(([a], [b]) => a - b).map(([, leaf]) => leaf))]
  return {
    classes: ends.map((leaf) => leaf.rows),
    classOf: Array.from(Table.states, (_, row) => ends.indexOf(leaves.get(row)!)),
    identifiers: ends.map(above),
  }
}

// The sequences of all nodes above a leaf; one that another begins with is seen on the way.
const above = (leaf: Node): ReadonlyArray<Cover.Sequence> => {
  const sequences: Array<Cover.Sequence> = []
  for (let at = leaf.above; at !== undefined; at = at.above) sequences.push(at.by!)
  return maximal(sequences)
}

/** The sequences that no other one begins with, each once, in their order. */
const maximal = (sequences: ReadonlyArray<Cover.Sequence>): ReadonlyArray<Cover.Sequence> => {
  const begun = new Set<string>()
  for (const sequence of sequences)
    for (let length = 0; length < sequence.length; length++)
      begun.add(sequence.slice(0, length).join())
  const kept = new Map(sequences.map((sequence) => [sequence.join(), sequence] as const))
  return [...kept].filter(([key]) => !begun.has(key)).map(([, sequence]) => sequence)
}

/**
 * The suite for an observer: to every row and, for every event, one step further, each followed by the sequences
 * that identify where it must be. What an implementation shows after each event is compared. Rows of one class have
 * a path each, because an implementation may keep them apart and do something wrong in one of them only.
 *
 * @example
 * Identification.suite(Identification.outcome)
 */
export const suite = (observer: Observer): ReadonlyArray<Cover.Sequence> => {
  const { classOf, identifiers } = of(observer)
  const prefixes = [...Cover.paths(), ...Cover.transitions()]
  return maximal(
    prefixes.flatMap((prefix) =>
      identifiers[classOf[Cover.reached(prefix)]!]!.map((identifier) => [...prefix, ...identifier]),
    ),
  )
}
