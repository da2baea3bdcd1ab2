// Which run comes next, and when a cell has enough. One byte a run, and one number where a stop rule has to see it.
import type * as Finding from "./Finding.ts"
import * as Plan from "./Plan.ts"
import * as Statistics from "./Statistics.ts"
import * as StopRule from "./StopRule.ts"

const todo = 0
const running = 1
const done = 2
const failed = 3

/** This one's share of a sweep that several processes divide among them: `index` of `count`, counted from 1. */
export interface Shard {
  readonly index: number
  readonly count: number
}

export interface Schedule {
  readonly plan: Plan.Plan
  readonly rule: StopRule.StopRule | null
  readonly shard: Shard
  readonly state: Uint8Array
  readonly values: Float64Array
  /** For each cell the replications that the stop rule has judged, and whether they were enough. */
  readonly judged: Int32Array
  readonly samples: ReadonlyArray<Statistics.Sample>
  readonly enough: Uint8Array
  /** Where the search for the next run goes on. */
  cursor: number
  /** Finished runs of this shard, and those that it has at most by what the stop rule says until now. */
  done: number
  all: number
}

export const make = (
  plan: Plan.Plan,
  rule: StopRule.StopRule | null,
  shard: Shard = { index: 1, count: 1 },
): Schedule => {
  const runs = plan.cells * plan.replications
  const self: Schedule = {
    plan,
    rule,
    shard,
    state: new Uint8Array(runs),
    values: new Float64Array(rule === null ? 0 : runs),
    judged: new Int32Array(plan.cells),
    samples: Array.from({ length: plan.cells }, Statistics.empty),
    enough: new Uint8Array(plan.cells),
    cursor: 0,
    done: 0,
    all: 0,
  }
  for (let position = 0; position < runs; position++)
    if (isMine(self, position % plan.cells, position)) self.all += 1
  return self
}

/** A stop rule judges the seeds of a cell together, so a shard has whole cells then. */
const isMine = ({ rule, shard }: Schedule, cell: number, position: number): boolean =>
  (rule === null ? position : cell) % shard.count === shard.index - 1

/** Seed by seed over all cells, so that every cell shows something early. */
export const next = (self: Schedule): Plan.Run | undefined => {
  const { plan, state } = self
  for (; self.cursor < state.length; self.cursor++) {
    const cell = self.cursor % plan.cells
    const replication = Math.floor(self.cursor / plan.cells)
    const slot = cell * plan.replications + replication
    if (state[slot] !== todo || self.enough[cell] === 1 || !isMine(self, cell, self.cursor))
      continue
    state[slot] = running
    return { cell, seed: Plan.seedOf(plan, replication) }
  }
  return undefined
}

const judge = (self: Schedule, cell: number): void => {
  const { plan, rule, state, values } = self
  if (rule === null) return
  const sample = self.samples[cell]!
  while (self.enough[cell] === 0 && self.judged[cell]! < plan.replications) {
    const slot = cell * plan.replications + self.judged[cell]!
    if (state[slot] !== done && state[slot] !== failed) return
    if (state[slot] === done) Statistics.add(sample, values[slot]!)
    self.judged[cell]! += 1
    if (StopRule.isMet(rule, sample)) {
      self.enough[cell] = 1
      if (isMine(self, cell, cell)) self.all -= untouched(self, cell)
    }
  }
}

const untouched = ({ plan, state }: Schedule, cell: number): number => {
  const from = cell * plan.replications
  return state.subarray(from, from + plan.replications).filter((one) => one === todo).length
}

const positionOf = ({ plan }: Schedule, run: Plan.Run): number =>
  Plan.replicationOf(plan, run.seed)! * plan.cells + run.cell

const settle = (self: Schedule, run: Plan.Run, as: number, value: number): void => {
  const slot = run.cell * self.plan.replications + Plan.replicationOf(self.plan, run.seed)!
  self.state[slot] = as
  if (as === done && isMine(self, run.cell, positionOf(self, run))) self.done += 1
  if (self.rule !== null) self.values[slot] = value
  judge(self, run.cell)
}

/** A value that a run does not have counts as 0: a status that no deal reached. */
export const finish = (self: Schedule, finding: Finding.Finding): void =>
  settle(self, finding, done, self.rule === null ? 0 : (finding.values[self.rule.value] ?? 0))

/** A run that could not be made; the rest goes on. */
export const fail = (self: Schedule, run: Plan.Run): void => settle(self, run, failed, 0)
