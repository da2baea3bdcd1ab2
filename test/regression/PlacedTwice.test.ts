// A party that waited in vain for a relay whose node was slow, and placed its order once more: both placements waited for the
// chain then, and the second was refused for its number, though the order was in the book.
import * as Result from "effect/Result"
import { expect, it } from "vitest"
import * as Service from "../../src/relay/Service.ts"
import { offer, open, placing } from "../relay/market.ts"

it("IPSX-MAT-037 an order that is placed again while the chain is asked about it is placed once", async () => {
  const fixture = open()
  const { rpc } = fixture.service.options
  const slow = Promise.withResolvers<void>()
  const service: Service.Service = Object.assign(fixture.service, {
    options: {
      ...fixture.service.options,
      rpc: {
        ...rpc,
        call: async (method: string, params: ReadonlyArray<unknown>) => {
          await slow.promise
          return rpc.call(method, params)
        },
      },
    },
  })
  const placed = [1, 2].map(() => placing(fixture, offer(), "provider"))
  slow.resolve()
  for (const answer of await Promise.all(placed))
    expect(answer).toEqual(Result.succeed({ deals: [] }))
  expect(service.last.number).toBe(1)
})
