// A lease of thirty days in a pool, and a patience of forty: timers of the runtime that are set to more than 25 days ring at
// once. The pool rented address after address, and nobody waited for an offer.
import { afterEach, expect, it, vi } from "vitest"
import type { Agent } from "../../src/live/Agent.ts"
import type { Ipsx, Lease } from "../../src/live/Ipsx.ts"
import * as Pool from "../../src/live/Pool.ts"
import * as Renting from "../../src/live/Renting.ts"
import { request } from "../arbitrary/exchange.ts"
import * as Node from "./Node.ts"

afterEach(() => void vi.unstubAllGlobals())

const day = 86_400
const never = new Promise<never>(() => {})
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))
const now = () => Math.floor(Date.now() / 1000)

it("a pool rents a lease of thirty days once", async () => {
  let rented = 0
  const ended = Promise.resolve({ paid: 0n, seconds: 0, bytes: 0 })
  const lease = {
    deal: { start: now(), end: now() + 30 * day },
    lost: never,
    end: () => ended,
  } as unknown as Lease
  const ipsx = { rent: async () => (rented++, lease) } as unknown as Ipsx
  const pool = Pool.open(ipsx, { countries: { DE: 1 }, wish: { seconds: 30 * day, limit: "1" } })
  await pause(100)
  expect(rented).toBe(1)
  await pool.close()
})

it("a request waits for forty days when it is told to", async () => {
  vi.stubGlobal("fetch", async () => new Response('{"deals":[]}'))
  const agent = {
    options: { curve: Node.curve, signer: Node.signer, relay: "http://relay" },
    separator: new Uint8Array(32),
    endpoint: null,
    orders: new Map(),
    parties: new Map(),
  } as unknown as Agent
  const expiresAt = (now() + 40 * day) as ReturnType<typeof request>["expiresAt"]
  const listeners: Array<unknown> = []
  const lease = Renting.resume(
    agent,
    (listener) => {
      listeners.push(listener)
      return () => {}
    },
    { request: request({ expiresAt }) },
  )
  expect(await Promise.race([lease.then(String, String), pause(100)])).toBe(undefined)
  expect(listeners).toHaveLength(1)
})
