// What a party tells the relay of its deals: everything that moves its register, in order, until the relay has it. A
// register that misses one statement hears none that follows (IPSX-PCH-003). A relay decides nothing about money, so
// nobody waits for it, and a deal that it does not know is no more spoken of.
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { Id } from "../model/Id.ts"
import type * as Api from "../relay/Api.ts"
import * as Client from "../relay/Client.ts"

export interface Reporting {
  readonly report: (said: Api.Report) => void
  readonly forget: (id: Id) => void
  readonly close: () => void
}

const pauseMs = 1000
/** Refusals that say nothing about what was reported. */
const later: ReadonlySet<string> = new Set(["TooManyRequests", "StoreFailed", "RelayFailed"])
/** Reports of one deal that may wait for a relay that is away. */
const waitingMax = 256

/**
 * @example
 * const reporting = Reporting.make("http://relay.example:7400")
 * reporting.report({ id, role: 0, seq: 3, letter })
 */
export const make = (relay: string): Reporting => {
  const waiting = new Map<Id, Array<Api.Report>>()
  let isClosed = false
  const run = async (id: Id, reports: Array<Api.Report>): Promise<void> => {
    while (reports.length > 0 && waiting.get(id) === reports) {
      const said = await Effect.runPromise(Effect.result(Client.report(relay, reports[0]!)))
      const failure = Result.isFailure(said) ? said.failure : undefined
      if (failure?._tag === "RelayRefused" && failure.error === "Unproposed") break
      const isBusy = failure?._tag === "RelayAway" || later.has(failure?.error ?? "")
      if (isBusy) await new Promise((done) => setTimeout(done, pauseMs).unref())
      else reports.shift()
    }
    if (waiting.get(id) === reports) waiting.delete(id)
  }
  return {
    report: (said) => {
      const reports = waiting.get(said.id)
      if (isClosed || (reports !== undefined && reports.length >= waitingMax)) return
      if (reports !== undefined) return void reports.push(said)
      const first = [said]
      waiting.set(said.id, first)
      void run(said.id, first)
    },
    forget: (id) => void waiting.delete(id),
    close: () => {
      isClosed = true
      waiting.clear()
    },
  }
}
