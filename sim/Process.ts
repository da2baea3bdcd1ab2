// A process is a generator that says how long it sleeps: sugar over the kernel for code that reads best
// from top to bottom. `yield 500` sleeps half a second; `yield until` sleeps until somebody signals it.
import type * as Kernel from "./Kernel.ts"

/** What a process waits for: milliseconds, or a signal. */
export type Wait = number | Signal
export type Process = Generator<Wait, void, unknown>

/** Wakes whoever waits for it, once each, in the order in which they came. */
export interface Signal {
  readonly waiting: Array<(value: unknown) => void>
}

export const signal = (): Signal => ({ waiting: [] })

/**
 * Wakes everybody who waits, at this moment; returns how many.
 *
 * @example
 * Process.fire(kernel, offerPlaced, offer)
 */
export const fire = (kernel: Kernel.Kernel, self: Signal, value?: unknown): number => {
  const waiting = self.waiting.splice(0)
  for (const wake of waiting) kernel.call(kernel.now, () => wake(value))
  return waiting.length
}

/**
 * Starts a process at this moment. An error that it throws ends the run: it is a programmer's error.
 *
 * @example
 * Process.spawn(kernel, (function* () { for (;;) { place(order); yield 60_000 } })())
 */
export const spawn = (kernel: Kernel.Kernel, process: Process): void => {
  const step = (value: unknown): void => {
    const next = process.next(value)
    if (next.done === true) return
    if (typeof next.value === "number") kernel.call(kernel.now + next.value, () => step(undefined))
    else next.value.waiting.push(step)
  }
  kernel.call(kernel.now, () => step(undefined))
}
