// Where the runs of a sweep are made: by threads of this process, or by whoever listens to a queue.
import * as Schema from "effect/Schema"
import type * as Finding from "./Finding.ts"
import type * as Job from "./Job.ts"

/** A finding, and what must be called once it is safe on the disk. */
export interface Delivery {
  readonly finding: Finding.Finding
  readonly kept: () => Promise<void>
}

export interface Backend {
  /** How many runs may be under way at once. */
  readonly width: number
  /** @throws RunFailed, or RunStopped when `stop` was called meanwhile. */
  readonly run: (run: Job.Run) => Promise<Delivery>
  /** Leaves what is unfinished; `run` comes back soon after. */
  readonly stop: () => void
  /** Leaves nothing behind. */
  readonly close: () => Promise<void>
}

/** How often a run is tried whose worker dies or fails. */
export const attemptsMax = 3

export class RunFailed extends Schema.TaggedError<RunFailed>()("RunFailed", {
  cell: Schema.Number,
  seed: Schema.String,
  why: Schema.String,
}) {
  override get message(): string {
    return `cell ${this.cell}, seed ${this.seed}: ${this.why}`
  }
}

export class RunStopped extends Schema.TaggedError<RunStopped>()("RunStopped", {}) {}
