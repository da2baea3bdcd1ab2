// How a run shows itself while it goes on, and how it is asked to stop. The loop of a run is synchronous; it
// awaits `tick` now and then, so that a signal can be heard at all.

import type { Carrier } from "./Carrier.ts"

/** Where a run is. Times are virtual milliseconds. */
export interface Progress {
  readonly nowMs: number
  readonly untilMs: number
  readonly events: number
  readonly opened: number
  readonly settled: number
}

export interface Observer {
  /** False when the run should end now and hand over what it has, marked partial. */
  readonly tick: (progress: Progress) => Promise<boolean>
}

/** Nobody watches and nobody interrupts. */
export const silent: Observer = { tick: () => Promise.resolve(true) }

/** What a run needs to know beside its scenario. */
export interface Options {
  /** Carries what the tunnels count, in real time; without it they only count. */
  readonly carrier?: Carrier
  /** `memory`, `anvil`, or the URL of a node. */
  readonly chain: string
  readonly observer: Observer
  /** The program's version, for the summary. */
  readonly version: string
  /** The command that repeats this run, for the report. */
  readonly replay: string
  /** Gets every traced event as a line of JSON. */
  readonly trace?: (line: string) => void
}
