// The number of each timer's latest arming or disarming: a ring with another number is void (IPSX-AGR-030).
import { type TimerName, timers } from "./Intent.ts"

const places = Object.fromEntries(timers.map((timer, place) => [timer, place])) as Readonly<
  Record<TimerName, number>
>

export class Epochs {
  // PERF: small integers in one array for all timers; every deal has two of these.
  readonly #numbers: Array<number> = timers.map(() => 0)

  /** 0 for a timer that was never armed. */
  get(timer: TimerName): number {
    return this.#numbers[places[timer]]!
  }

  /** Makes every earlier arming void, and returns the number of the new one. */
  advance(timer: TimerName): number {
    return (this.#numbers[places[timer]]! += 1)
  }
}

export const make = (): Epochs => new Epochs()
