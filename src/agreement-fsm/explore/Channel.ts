// The channel on the chain as the search knows it: every transaction with its conditions, in levels instead of
// amounts. A transaction that the chain would revert is undefined.
import type { Automatic, OwnMove } from "../Event.ts"
import * as Table from "../Table.ts"
import { moved, phases } from "./World.ts"
import type { Phase, World } from "./World.ts"

/** Rules of the chain and of the honest strategy that a mutant drops, to show that the search would notice. */
export interface Rules {
  /** How the registers step: by the table, or by what is compared with it. The row after an event, or `Table.rejected`. */
  readonly step: (row: number, column: number) => number
  /** Transactions that time allows to anybody and that do not exist: `expire`, `convict`, `lapse`, `finalize`. */
  readonly without: ReadonlySet<string>
  /** A challenge has to come before a conviction (IPSX-AGR-052). */
  readonly convictNeedsChallenge: boolean
  /** An answer cures (IPSX-AGR-051). */
  readonly answerCures: boolean
  /** A demand that nobody met leads on (IPSX-AGR-054), and so does the end of the lease (IPSX-AGR-032). */
  readonly demandLapses: boolean
  readonly demandExpires: boolean
  /** An honest provider acts before the deadline (IPSX-AGR-047), and demands once in a deal (IPSX-AGR-049). */
  readonly answersInTime: boolean
  readonly demandsOnce: boolean
  /** An honest requester signs what it used and no more (IPSX-AGR-048). */
  readonly signsServed: boolean
}

export const rules: Rules = {
  step: Table.step,
  without: new Set(),
  convictNeedsChallenge: true,
  answerCures: true,
  demandLapses: true,
  demandExpires: true,
  answersInTime: true,
  demandsOnce: true,
  signsServed: true,
}

const code = Object.fromEntries(phases.map((phase, index) => [phase, index])) as Record<
  Phase,
  number
>

// PERF: one bit for each phase; this test runs several times for every edge.
const bits = phases.map((_, index) => 1 << index)

export const isIn = (w: World, first: Phase, ...others: ReadonlyArray<Phase>): boolean => {
  let mask = bits[code[first]]!
  for (const other of others) mask |= bits[code[other]]!
  return (mask & (1 << w.phase)) !== 0
}

export const isOpened = (w: World): boolean => !isIn(w, "None", "Final")

// Entering a phase arms its deadline, and a log moves the registers that both honest sides hold.
const enter = (w: World, phase: Phase, change: Partial<World> = {}): World => ({
  ...w,
  due: 0,
  ...change,
  phase: code[phase],
})

/** Applies an event to both sides' rows, as an included log does. */
export const logged = (w: World, type: Automatic | OwnMove, { step }: Rules): World => {
  const column = Table.columnOf[type]
  return { ...w, rowP: moved(step, w.rowP, column), rowR: moved(step, w.rowR, column) }
}

export const open = (w: World, by: Rules): World | undefined =>
  isIn(w, "None") && w.due === 0 ? logged(enter(w, "Open"), "commit", by) : undefined

export const claim = (w: World, level: number): World | undefined => {
  if (!isOpened(w) || level <= w.paid) return undefined
  const paid = { ...w, paid: level }
  if (!isIn(w, "Demanded") || level < w.demanded) return paid
  return enter(paid, "Open", { demanded: 0, met: Math.min(2, w.met + 1) })
}

export const stopProvider = (w: World, by: Rules): World | undefined => {
  if (!isIn(w, "Open", "Challenged", "Demanded", "Closing") || w.stopP !== 0) return undefined
  const stopP = w.ended === 1 ? 3 : w.notice === 2 ? 2 : 1
  const stopped = isIn(w, "Closing") ? { ...w, stopP } : enter(w, "Closing", { stopP })
  return logged(stopped, "provider.stop", by)
}

export const stopRequester = (w: World, by: Rules): World | undefined => {
  if (!isIn(w, "Open", "Challenged", "Demanded", "Closing") || w.stopR !== 0) return undefined
  const stopped = isIn(w, "Closing") ? { ...w, stopR: 1 } : enter(w, "Closing", { stopR: 1 })
  return logged(stopped, "requester.stop", by)
}

export const expire = (w: World, by: Rules): World | undefined => {
  const ends = isIn(w, "Open") || (by.demandExpires && isIn(w, "Demanded"))
  return w.ended === 1 && ends ? logged(enter(w, "Closing"), "end", by) : undefined
}

export const giveNotice = (w: World): World | undefined =>
  isIn(w, "Open", "Demanded") && w.notice === 0 ? { ...w, notice: 1 } : undefined

export const challenge = (w: World): World | undefined =>
  isIn(w, "Open") && w.ended === 0 ? enter(w, "Challenged", { challenged: 1 }) : undefined

export const answer = (w: World, by: Rules): World | undefined =>
  isIn(w, "Challenged")
    ? logged(
        enter(w, by.answerCures ? "Closing" : "Breached", by.answerCures ? {} : { convicted: 1 }),
        "answered",
        by,
      )
    : undefined

export const convict = (w: World, by: Rules): World | undefined => {
  const challenged = isIn(w, "Challenged") && w.due === 1
  const silent = !by.convictNeedsChallenge && isIn(w, "Open")
  return challenged || silent
    ? logged(enter(w, "Breached", { convicted: 1 }), "convicted", by)
    : undefined
}

export const demand = (w: World, level: number): World | undefined =>
  isIn(w, "Open") && level > w.paid ? enter(w, "Demanded", { demanded: level }) : undefined

export const lapse = (w: World, by: Rules): World | undefined =>
  by.demandLapses && isIn(w, "Demanded") && w.due === 1
    ? logged(enter(w, "Closing", { lagged: 1 }), "lapsed", by)
    : undefined

export const proveMeter = (w: World): World | undefined =>
  isOpened(w) && w.meter > w.metered ? { ...w, metered: w.meter } : undefined

export const proveEquivocation = (w: World, party: "eqP" | "eqR"): World | undefined =>
  isOpened(w) && w[party] === 0 ? { ...w, [party]: 1 } : undefined

export const proveService = (w: World): World | undefined =>
  w.exonerated === 0 && (isIn(w, "Challenged") || (w.convicted === 1 && !isIn(w, "Final")))
    ? { ...w, exonerated: 1 }
    : undefined

export const dispute = (w: World, party: "dispP" | "dispR", by: Rules): World | undefined => {
  if (!isIn(w, "Closing", "Breached", "Disputed") || w[party] === 1) return undefined
  const disputed = isIn(w, "Disputed") ? { ...w, [party]: 1 } : enter(w, "Disputed", { [party]: 1 })
  return logged(disputed, party === "dispP" ? "provider.dispute" : "requester.dispute", by)
}

/** Both signed: this sum, and no penalty. */
export const settle = (w: World, level: number, by: Rules): World | undefined =>
  isOpened(w) && level >= w.paid
    ? logged(enter(w, "Final", { paid: level, due: 1 }), "finalSettled", by)
    : undefined

const verdicts = ["finalSettled", "finalBreachP", "finalBreachR", "finalBreachBoth"] as const

export const finalize = (w: World, by: Rules): World | undefined => {
  if (!isIn(w, "Closing", "Breached", "Disputed") || w.due === 0) return undefined
  const breachP = (w.convicted === 1 && w.exonerated === 0) || w.eqP === 1
  return logged(enter(w, "Final"), verdicts[Number(breachP) + 2 * w.eqR]!, by)
}
