// Several deals of one requester that draw on one wallet: every interleaving of every event of every deal, the vouchers
// that are claimed, and the balance that a commit needs (IPSX-WAL-004). A state is one number, the local states of the
// deals as its digits; what is known of it are bits. So tens of millions of states fit into a few megabytes.
import * as Event from "../Event.ts"
import * as State from "../State.ts"
import * as Table from "../Table.ts"

export interface Setup {
  readonly deals: number
  /** The cap of each deal, in levels that vouchers pay one by one. */
  readonly cap: number
  /** What the wallet holds at the beginning, in levels. */
  readonly budget: number
  readonly rules?: Partial<Rules>
}

/** What a mutant drops. */
export interface Rules {
  readonly step: (row: number, column: number) => number
  /** A commit needs the cap in the balance. */
  readonly commitNeedsCover: boolean
  /** The end gives back what was not paid. */
  readonly endReleases: boolean
}

export interface Report {
  readonly states: number
  readonly transitions: number
  readonly ends: number
  /** States from which the ends cannot be reached, by whatever happens. */
  readonly stuck: number
  /** Ends in which something is still reserved. */
  readonly locked: number
  /** States with a balance below zero. */
  readonly overdrawn: number
}

// One deal by itself: a row of the table and the levels paid.
interface Local {
  readonly row: number
  readonly paid: number
}

interface Move {
  readonly to: number
  /** The move takes the cap out of the balance. */
  readonly commits: boolean
}

/** One deal by itself, with what it holds of the wallet. */
interface Locals {
  readonly moves: ReadonlyArray<ReadonlyArray<Move>>
  readonly reserved: ReadonlyArray<number>
  /** Gone from the wallet for good, or still reserved: what the balance lacks. */
  readonly taken: ReadonlyArray<number>
  readonly final: ReadonlyArray<boolean>
}

const negotiating: ReadonlySet<string> = new Set(["Offered", "Accepted", "Declined"])

const localsOf = (cap: number, rules: Rules): Locals => {
  const found: Array<Local> = [{ row: 0, paid: 0 }]
  const indexOf = new Map([["0,0", 0]])
  const index = (local: Local): number => {
    const key = `${local.row},${local.paid}`
    const known = indexOf.get(key)
    if (known !== undefined) return known
    indexOf.set(key, found.length)
    return found.push(local) - 1
  }
  const stateOf = ({ row }: Local): State.State => State.unpack(Table.states[row]!)
  const isCommitted = (local: Local): boolean => !negotiating.has(stateOf(local).provider)
  const moves: Array<ReadonlyArray<Move>> = []
  for (let at = 0; at < found.length; at++) {
    const local = found[at]!
    const out: Array<Move> = []
    for (const [column, type] of Event.types.entries()) {
      const row = rules.step(local.row, column)
      if (row === Table.rejected) continue
      out.push({ to: index({ row, paid: local.paid }), commits: type === "commit" })
    }
    const claims = isCommitted(local) && !stateOf(local).final && local.paid < cap
    if (claims) out.push({ to: index({ ...local, paid: local.paid + 1 }), commits: false })
    moves.push(out)
  }
  const reserved = found.map((local) =>
    isCommitted(local) && !(stateOf(local).final && rules.endReleases) ? cap - local.paid : 0,
  )
  // A requester in breach gets nothing back: its rest is forfeit.
  const forfeit = (local: Local): number =>
    stateOf(local).final && stateOf(local).requester === "Defaulted" ? cap - local.paid : 0
  return {
    moves,
    reserved,
    taken: found.map((local, at) => Math.max(reserved[at]!, forfeit(local)) + local.paid),
    final: found.map((local) => stateOf(local).final),
  }
}

const bits = (size: number): Int32Array => new Int32Array((size >>> 5) + 1)
const has = (set: Int32Array, at: number): boolean => (set[at >>> 5]! & (1 << (at & 31))) !== 0
const put = (set: Int32Array, at: number): void => {
  set[at >>> 5]! |= 1 << (at & 31)
}

// Calls `visit` with every number in the set.
const each = (set: Int32Array, visit: (at: number) => void): void => {
  for (let word = 0; word < set.length; word++)
    for (let left = set[word]!; left !== 0; left &= left - 1)
      visit(32 * word + 31 - Math.clz32(left & -left))
}

// PERF: the moves of all local states in one flat array, as the difference that they make to the whole number.
interface Flat {
  readonly first: Int32Array
  readonly to: Int32Array
  readonly commits: Uint8Array
}

const flat = (moves: ReadonlyArray<ReadonlyArray<Move>>): Flat => {
  const first = new Int32Array(moves.length + 1)
  for (const [at, out] of moves.entries()) first[at + 1] = first[at]! + out.length
  const all = moves.flat()
  return {
    first,
    to: Int32Array.from(all, ({ to }) => to),
    commits: Uint8Array.from(all, ({ commits }) => Number(commits)),
  }
}

const reversed = (
  moves: ReadonlyArray<ReadonlyArray<Move>>,
): ReadonlyArray<ReadonlyArray<Move>> => {
  const back: Array<Array<Move>> = moves.map(() => [])
  for (const [from, out] of moves.entries())
    for (const { to, commits } of out) back[to]!.push({ to: from, commits })
  return back
}

// Whatever can be reached from `set` along the moves; `allowed` is asked for those that commit, of both ends.
const closure = (
  set: Int32Array,
  moves: Flat,
  powers: ReadonlyArray<number>,
  allowed: (from: number, to: number) => boolean,
  within?: Int32Array,
): number => {
  const size = moves.first.length - 1
  let frontier = set.slice()
  let taken = 0
  for (let more = true; more;) {
    more = false
    const next = new Int32Array(set.length)
    each(frontier, (state) => {
      for (const power of powers) {
        const local = Math.floor(state / power) % size
        for (let edge = moves.first[local]!; edge < moves.first[local + 1]!; edge++) {
          const target = state + (moves.to[edge]! - local) * power
          if (within !== undefined && !has(within, target)) continue
          if (moves.commits[edge] === 1 && !allowed(state, target)) continue
          taken++
          if (has(set, target)) continue
          put(set, target)
          put(next, target)
          more = true
        }
      }
    })
    frontier = next
  }
  return taken
}

/**
 * Visits every state that the deals can reach together.
 *
 * @example
 * Deals.explore({ deals: 2, cap: 1, budget: 1 }).stuck // 0
 */
export const explore = ({ deals, cap, budget, rules }: Setup): Report => {
  const by: Rules = { step: Table.step, commitNeedsCover: true, endReleases: true, ...rules }
  const locals = localsOf(cap, by)
  const size = locals.moves.length
  const powers = Array.from({ length: deals }, (_, deal) => size ** deal)
  const total = size ** deals
  if (total > 2 ** 31) throw new RangeError(`${total} states are more than the search can hold`)
  const sum = (values: ReadonlyArray<number>, state: number): number => {
    let result = 0
    for (const power of powers) result += values[Math.floor(state / power) % size]!
    return result
  }
  const covered = (state: number): boolean =>
    !by.commitNeedsCover || budget - sum(locals.taken, state) >= cap
  const reached = bits(total)
  put(reached, 0)
  const transitions = closure(reached, flat(locals.moves), powers, covered)
  const ending = bits(total)
  const counts = { states: 0, ends: 0, locked: 0, overdrawn: 0 }
  each(reached, (state) => {
    counts.states++
    if (sum(locals.taken, state) > budget) counts.overdrawn++
    if (!powers.every((power) => locals.final[Math.floor(state / power) % size]!)) return
    counts.ends++
    if (sum(locals.reserved, state) > 0) counts.locked++
    put(ending, state)
  })
  closure(ending, flat(reversed(locals.moves)), powers, (_, to) => covered(to), reached)
  let stuck = counts.states
  each(ending, () => stuck--)
  return { ...counts, transitions, stuck }
}
