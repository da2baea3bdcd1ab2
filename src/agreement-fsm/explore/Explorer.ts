// The exhaustive search over everything that two sides, the network, the clock and the chain can do to one deal
// (IPSX-AGR-043). It visits every reachable world once and hands back counts, and the first world of each kind that
// breaks a property.
import * as DealStatus from "../dealStatus.ts"
import { states } from "../Table.ts"
import * as Table from "../Table.ts"
import * as Channel from "./Channel.ts"
import * as Ledger from "./Ledger.ts"
import * as Moves from "./Moves.ts"
import * as World from "./World.ts"
import { WorldSet } from "./WorldSet.ts"

export interface Report {
  readonly worlds: number
  readonly edges: number
  /** Pairs of registers that a side holds in some world. */
  readonly pairs: number
  readonly finals: number
  readonly anomalous: number
  /** Worlds from which silence, the chain's deadlines alone, does not lead to an end. */
  readonly stuck: number
  /** Those of them in which the channel holds tokens. */
  readonly locked: number
  /** The largest number of automatic assignments that silence needs to reach the end. */
  readonly longestSilence: number
  readonly worstLossP: number
  readonly worstLossR: number
  /** Properties that some world breaks, with that world. */
  readonly broken: ReadonlyMap<string, World.World>
}

/** What silence can do: time passes, and anybody submits what time allows. */
const automatic = new Set(["acceptExpired", "expire", "convict", "lapse", "finalize"])
const passing = new Set(["tEnd", "deadline"])
/** An honest provider's reflexes, without which its deadlines do not pass. */
const reflexes = new Set(["answer", "claim", "proveMeter"])

interface Silence {
  readonly from: Array<number>
  readonly to: Array<number>
  readonly cost: Array<number>
}

/**
 * Visits every world that `setup` can reach.
 *
 * @example
 * Explorer.explore({ honestP: true, honestR: false, prepaid: 0, rules: Channel.rules }).worlds
 */
export const explore = (
  setup: Moves.Setup,
  judge: Ledger.Judge = Ledger.judge,
  { limit = 20_000_000, stopAt = "", leads = inSilence(setup) }: explore.Options = {},
): Report => {
  const set = new WorldSet()
  const silence: Silence = { from: [], to: [], cost: [] }
  const broken = new Map<string, World.World>()
  const pairs = new Set<number>()
  const finals: Array<number> = []
  const losses = { P: 0, R: 0 }
  let edges = 0
  let anomalous = 0
  set.add(World.high(World.start), World.low(World.start))
  for (let index = 0; index < set.size; index++) {
    if (broken.has(stopAt)) break
    if (set.size > limit) throw new RangeError(`more than ${limit} worlds`)
    const world = World.unpack(set.highOf(index), set.lowOf(index))
    const report = (name: string): void => {
      if (!broken.has(name)) broken.set(name, world)
    }
    anomalous += inspectRows(world, setup, pairs)
    if (isOver(world)) {
      finals.push(index)
      if (Channel.isIn(world, "Final")) inspectEnd(world, setup, judge, losses, report)
    }
    Moves.successors(world, setup, (actor, name, next) => {
      if (next === undefined) return
      edges++
      const to = set.add(World.high(next), World.low(next))
      if (!leads(actor, name)) return
      silence.from.push(index)
      silence.to.push(to)
      silence.cost.push(automatic.has(name) ? 1 : 0)
    })
  }
  const { stuck, longest } = silenceToEnd(set.size, finals, silence)
  const holds = (index: number): boolean =>
    Channel.isOpened(World.unpack(set.highOf(index), set.lowOf(index)))
  return {
    worlds: set.size,
    edges,
    pairs: pairs.size,
    finals: finals.length,
    anomalous,
    stuck: stuck.length,
    locked: stuck.filter(holds).length,
    longestSilence: longest,
    worstLossP: losses.P,
    worstLossR: losses.R,
    broken,
  }
}

export declare namespace explore {
  interface Options {
    /** More worlds than this are a programmer's error. */
    readonly limit?: number
    /** A broken property after which nothing more is looked for; the counts are then of a part only. */
    readonly stopAt?: string
    /** Which steps may lead to an end, for `stuck`; silence by default. */
    readonly leads?: (actor: Moves.Actor, name: string) => boolean
  }
}

const inSilence =
  ({ honestP }: Moves.Setup) =>
  (actor: Moves.Actor, name: string): boolean =>
    (actor === "T" && (automatic.has(name) || passing.has(name))) || (honestP && reflexes.has(name))

const isOver = (w: World.World): boolean =>
  Channel.isIn(w, "Final") || (Channel.isIn(w, "None") && w.due === 1)

const inspectRows = (w: World.World, setup: Moves.Setup, pairs: Set<number>): number => {
  let anomalous = 0
  for (const [honest, row] of [
    [setup.honestP, w.rowP],
    [setup.honestR, w.rowR],
  ] as const) {
    if (!honest) continue
    const pair = states[row]! % 100
    pairs.add(pair)
    if (DealStatus.table[pair] === "Anomalous") anomalous++
  }
  return anomalous
}

// The promises to the honest, checked on the real verdict.
const inspectEnd = (
  w: World.World,
  setup: Moves.Setup,
  judge: Ledger.Judge,
  losses: { P: number; R: number },
  report: (name: string) => void,
): void => {
  const { unit, challengeStake, noShowCharge } = Ledger.amounts
  const outcome = Ledger.outcome(w, setup.prepaid, judge)
  const served = w.served * unit
  if (setup.honestP) {
    const loss = served - outcome.provider
    losses.P = Math.max(losses.P, loss)
    if (outcome.breachedByProvider) report("honest provider in breach")
    if (outcome.penaltyProvider > 0) report("honest provider loses bond")
    if (loss > unit + (w.met > 0 ? challengeStake : 0)) report("provider loses more than P")
    // What it served and is not paid for is the lag; the rest is what it staked and lost.
    if (loss - (served - outcome.paid) > challengeStake) report("provider loses stakes")
  }
  if (setup.honestR) {
    const loss = -outcome.requester - served
    losses.R = Math.max(losses.R, loss)
    if (outcome.breachedByRequester) report("honest requester in breach")
    const bound = setup.prepaid * unit + noShowCharge + (w.challenged === 1 ? challengeStake : 0)
    if (loss > bound) report("requester loses more than R")
  }
  const early = w.stopP === 1 && w.stopR === 0 && w.lagged === 0 && w.due === 0
  if (early && outcome.penaltyProvider === 0) report("early stop is free")
  if (w.convicted === 1 && w.exonerated === 0 && w.due === 0 && outcome.penaltyProvider === 0)
    report("breach is free")
  for (const [honest, row] of [
    [setup.honestP, w.rowP],
    [setup.honestR, w.rowR],
  ] as const)
    if (honest && Table.enabled(row).length > 0) report("final state takes an event")
}

// Backwards from the ends: the least number of assignments that silence needs, for every world.
const silenceToEnd = (
  size: number,
  finals: ReadonlyArray<number>,
  silence: Silence,
): { readonly stuck: ReadonlyArray<number>; readonly longest: number } => {
  const { from, to, cost } = silence
  const first = new Int32Array(size).fill(-1)
  const following = new Int32Array(from.length)
  for (let edge = 0; edge < from.length; edge++) {
    following[edge] = first[to[edge]!]!
    first[to[edge]!] = edge
  }
  const distance = new Uint8Array(size).fill(255)
  let layer: Array<number> = [...finals]
  let longest = 0
  for (const index of layer) distance[index] = 0
  for (let steps = 0; layer.length > 0; steps++) {
    const next: Array<number> = []
    for (let position = 0; position < layer.length; position++) {
      const index = layer[position]!
      if (distance[index] !== steps) continue
      longest = steps
      for (let edge = first[index]!; edge >= 0; edge = following[edge]!) {
        const reached = steps + cost[edge]!
        if (distance[from[edge]!]! <= reached) continue
        distance[from[edge]!] = reached
        if (cost[edge] === 0) layer.push(from[edge]!)
        else next.push(from[edge]!)
      }
    }
    layer = next
  }
  const stuck: Array<number> = []
  for (let index = 0; index < size; index++) if (distance[index] === 255) stuck.push(index)
  return { stuck, longest }
}
