// A pool that was closed at the moment at which a lease came: nobody ended that one, and it was paid to its end.
import { expect, it } from "vitest"
import type { Ipsx, Lease } from "../../src/live/Ipsx.ts"
import * as Pool from "../../src/live/Pool.ts"

it("a lease that comes when its pool is closed is ended, and the pool waits for that", async () => {
  const rented = Promise.withResolvers<Lease>()
  const ended = Promise.withResolvers<never>()
  const done: Array<string> = []
  const now = Math.floor(Date.now() / 1000)
  const lease = {
    deal: { start: now, end: now + 600 },
    lost: new Promise(() => {}),
    end: () => {
      done.push("left")
      return ended.promise
    },
  } as unknown as Lease
  const ipsx = { rent: () => rented.promise } as unknown as Ipsx
  const pool = Pool.open(ipsx, { countries: { DE: 1 }, wish: { seconds: 600, limit: "1" } })
  const closing = pool.close().then(() => done.push("closed"))
  rented.resolve(lease)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(done).toEqual(["left"])
  ended.resolve(undefined as never)
  await closing
  expect(done).toEqual(["left", "closed"])
})
