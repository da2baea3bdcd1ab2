// A listener of a user's program that threw ended the party: its leases, its pool, or its start. One that threw later, in a
// promise, ended the whole program.
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import * as FreePort from "../../src/chain/FreePort.ts"
import type * as Event from "../../src/live/Event.ts"
import type { Ipsx, Lease } from "../../src/live/Ipsx.ts"
import * as Listeners from "../../src/live/Listeners.ts"
import * as Pool from "../../src/live/Pool.ts"
import * as Setup from "../../src/live/Setup.ts"
import { signer } from "./Node.ts"

const bad = (): never => {
  throw new Error("a mistake")
}
const stopped = { _tag: "Stopped", reason: "it was closed" } as const

it("what a listener throws is told to all, once, and the others hear all the same", async () => {
  const heard: Array<Event.Event> = []
  const tell = Listeners.telling([bad, async () => bad(), (event) => void heard.push(event)])
  tell(stopped)
  tell(stopped)
  await new Promise((resolve) => setTimeout(resolve, 10))
  expect(heard.filter(({ _tag }) => _tag === "Stopped")).toEqual([stopped, stopped])
  expect(heard.filter(({ _tag }) => _tag === "Trouble")).toEqual([
    {
      _tag: "Trouble",
      message: expect.stringMatching(/^a listener failed at the event Stopped \(a mistake\)/),
    },
  ])
})

it("a listener that throws does not hide why nothing begins", async () => {
  const relay = `http://127.0.0.1:${await FreePort.find("127.0.0.1")}`
  const options = { key: { signer }, relay, chain: relay, data: "unused", heard: bad }
  const why = await Effect.runPromise(Effect.flip(Setup.market({ ...options, patienceMs: 100 })))
  expect(why._tag).toBe("RelayAway")
})

it("a pool whose listener throws keeps its places, and closes", async () => {
  const troubles: Array<Event.Event> = []
  const now = Math.floor(Date.now() / 1000)
  let rented = 0
  const rent = async (): Promise<Lease> => {
    if (rented++ === 0) throw new Error("nothing found")
    const deal = { start: now, end: now + 600 }
    return { deal, lost: new Promise(() => {}), end: async () => {} } as unknown as Lease
  }
  const agent = { options: { heard: (event: Event.Event) => void troubles.push(event) } }
  const pool = Pool.open({ agent, rent } as unknown as Ipsx, {
    countries: { DE: 2 },
    wish: { seconds: 600, limit: "1" },
    heard: bad,
  })
  await pool.ready
  expect(pool.leases().length).toBe(1)
  await pool.close()
  expect(troubles.map(({ _tag }) => _tag)).toEqual(["Trouble", "Trouble"])
})
