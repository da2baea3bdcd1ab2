// What comes when a party is closed, or has been: whoever waited for a lease, or for something to be on disk, waited for
// ever; and a connection whose greeting ended just then was nobody's to close, so that the program did not end.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, expect, it, vi } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type * as Event from "../../src/live/Event.ts"
import * as Journal from "../../src/live/Journal.ts"
import * as Meeting from "../../src/live/Meeting.ts"
import * as Renting from "../../src/live/Renting.ts"
import * as Turn from "../../src/live/Turn.ts"
import * as Id from "../../src/model/Id.ts"
import type { Connection } from "../../src/pair-channel/Connection.ts"
import * as PairChannel from "../../src/pair-channel/PairChannel.ts"
import type * as Client from "../../src/relay/Client.ts"
import { deal as someDeal } from "../arbitrary/deal.ts"
import { request } from "../arbitrary/exchange.ts"
import * as Pair from "../pair-channel/Pair.ts"

afterEach(() => void vi.useRealTimers())

const attachment = { kind: "proxy", socks: "socks5://one", http: "http://one" } as const

/** Waits for the lease of one deal, as an earlier run has left it; `hear` is what the party tells. */
const waiting = () => {
  const [id, asked] = [Id.fromNumber(1), request()]
  const deal = someDeal({ request: asked.id })
  const began = { offer: { resource: { country: "DE" } } }
  const agent = { parties: new Map([[id, { id, began }]]), orders: new Map() } as unknown as Agent
  const listeners = new Set<(event: Event.Event) => void>()
  const on: Renting.On = (listener) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  }
  const lease = Renting.resume(agent, on, { request: asked, deal: { id, deal } })
  const hear = (event: Event.Event) => listeners.forEach((listener) => listener(event))
  return { id, lease, hear, listeners }
}

it("who waits for a lease, or for its end, hears that the party does nothing any more", async () => {
  const [unmet, met] = [waiting(), waiting()]
  met.hear({ _tag: "Attached", id: met.id, seat: 0, attachment })
  const { lost, ended } = await met.lease
  for (const { hear } of [unmet, met]) hear({ _tag: "Stopped", reason: "it was closed" })
  await expect(unmet.lease).rejects.toThrow("nothing is done any more: it was closed")
  await expect(ended).rejects.toThrow("nothing is done any more: it was closed")
  await lost
  expect([unmet.listeners.size, met.listeners.size]).toEqual([0, 0])
})

it("nothing is taken up any more", async () => {
  const agent = { closed: true, queue: [], parties: new Map() } as unknown as Agent
  const entry = { _tag: "Followed", block: 1 } as const
  await expect(Turn.push(agent, { _tag: "Note", entry })).rejects.toThrow("it was closed")
  Meeting.proposed(agent, {} as Client.Proposed)
  expect([agent.queue.length, agent.parties.size]).toEqual([0, 0])
})

it("a journal that is closed takes nothing, and says so", async () => {
  const directory = mkdtempSync(join(tmpdir(), "ipsx-closed-"))
  try {
    const { journal } = await Effect.runPromise(
      Effect.scoped(Journal.open(join(directory, "journal"))),
    )
    await expect(journal.append([])).rejects.toThrow("it is closed")
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
})

it("a channel that was closed while its partner was greeted keeps no connection", () => {
  vi.useFakeTimers()
  const closed: Array<string> = []
  const channel = PairChannel.open({
    self: Pair.self(0),
    heartbeatMs: 1000,
    misses: 3,
    keep: async () => {},
    silent: () => {},
    refused: () => {},
  })
  channel.close("the deal is over")
  const connection = { send: () => {}, listen: () => {}, close: (why: string) => closed.push(why) }
  channel.attach({
    self: Pair.self(0),
    connection: connection as unknown as Connection,
    confirmed: 0,
  })
  expect([channel.isAttached(), closed]).toEqual([false, ["the deal is over"]])
  expect(vi.getTimerCount()).toBe(0)
})
