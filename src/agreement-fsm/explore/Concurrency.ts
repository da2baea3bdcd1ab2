// Which pairs of concurrent events lead to different ledgers when they come in the other order (IPSX-AGR-044). For
// every world, every two events of different actors, or of time, are tried both ways; then silence falls, and
// the ledgers are compared.
import * as Channel from "./Channel.ts"
import * as Ledger from "./Ledger.ts"
import * as Moves from "./Moves.ts"
import * as World from "./World.ts"
import { WorldSet } from "./WorldSet.ts"

export interface Dependence {
  readonly worlds: number
  /** Pairs of events that were tried both ways. */
  readonly tried: number
  /** `own/own: challenge | demand`, with the number of worlds in which the order matters. */
  readonly pairs: ReadonlyMap<string, number>
}

interface Step {
  readonly actor: Moves.Actor
  readonly name: string
  readonly key: string
  readonly next: World.World
}

// Steps of one name (a demand of one level or another) are told apart by their place among their like.
const steps = (w: World.World, setup: Moves.Setup): ReadonlyArray<Step> => {
  const found: Array<Step> = []
  const places = new Map<string, number>()
  Moves.successors(w, setup, (actor, name, next) => {
    const place = (places.get(name) ?? 0) + 1
    places.set(name, place)
    if (next !== undefined) found.push({ actor, name, key: `${name}#${place}`, next })
  })
  return found
}

/**
 * Tries every pair in every reachable world.
 *
 * @example
 * Concurrency.explore(setup).pairs.get("own/own: challenge | demand")
 */
export const explore = (setup: Moves.Setup, judge: Ledger.Judge = Ledger.judge): Dependence => {
  const set = new WorldSet()
  const found = new Map<number, ReadonlyMap<string, World.World>>()
  const pairs = new Map<string, number>()
  const ledgers = new Map<number, string>()
  const indexOf = (w: World.World): number => set.add(World.high(w), World.low(w))
  const outcome = (w: World.World): string => {
    const index = indexOf(w)
    const known = ledgers.get(index)
    if (known !== undefined) return known
    const ledger = Channel.isIn(w, "None")
      ? "no deal"
      : JSON.stringify(Ledger.outcome(silence(w, setup.rules), setup.prepaid, judge))
    ledgers.set(index, ledger)
    return ledger
  }
  const stepsOf = (w: World.World): ReadonlyMap<string, World.World> => {
    const index = indexOf(w)
    const known = found.get(index)
    if (known !== undefined) return known
    const all = new Map(steps(w, setup).map((step) => [step.key, step.next]))
    found.set(index, all)
    return all
  }
  let tried = 0
  indexOf(World.start)
  for (let index = 0; index < set.size; index++) {
    const world = World.unpack(set.highOf(index), set.lowOf(index))
    const here = steps(world, setup)
    for (const step of here) indexOf(step.next)
    for (const [position, a] of here.entries())
      for (const b of here.slice(position + 1)) {
        if (a.actor === b.actor && a.actor !== "T") continue
        if (a.name === b.name) continue
        tried++
        const forth = stepsOf(a.next).get(b.key) ?? a.next
        const back = stepsOf(b.next).get(a.key) ?? b.next
        if (outcome(forth) === outcome(back)) continue
        const name = pairName(a, b)
        pairs.set(name, (pairs.get(name) ?? 0) + 1)
      }
  }
  return { worlds: set.size, tried, pairs: new Map([...pairs].sort()) }
}

const pairName = (a: Step, b: Step): string => {
  const kind = [a, b].filter((step) => step.actor === "T").length
  const names = [a.name, b.name].sort().join(" | ")
  return `${["own/own", "own/timer", "timer/timer"][kind]}: ${names}`
}

// Nobody does anything any more: time passes and anybody submits what it allows.
const silence = (w: World.World, rules: Channel.Rules): World.World => {
  let world = w
  for (let steps = 0; !Channel.isIn(world, "Final"); steps++) {
    if (steps > 10) throw new RangeError("silence does not end")
    world = { ...world, ended: 1, due: 1 }
    world =
      Channel.expire(world, rules) ??
      Channel.convict(world, rules) ??
      Channel.lapse(world, rules) ??
      Channel.finalize(world, rules) ??
      world
  }
  return world
}
