// A program that rents several addresses at once, as a pool does: its requests went to the relay beside each other, and
// one that came behind a later one was refused for its number.
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import * as Effect from "effect/Effect"
import { expect, it } from "vitest"
import * as Agent from "../../src/live/Agent.ts"
import * as Nonce from "../../src/live/Nonce.ts"
import * as Id from "../../src/model/Id.ts"
import * as Lone from "./Lone.ts"

it("IPSX-MAT-033 orders of one party come to the relay in the order of their numbers", async () => {
  const taken: Array<number> = []
  // The sooner a question comes, the longer it takes: each would be overtaken by all that follow.
  let slowness = 120
  const relay = createServer((request, response) => {
    let body = ""
    request.on("data", (chunk: Buffer) => void (body += chunk.toString("utf8")))
    request.on("end", () => {
      setTimeout(
        () => {
          taken.push((JSON.parse(body) as { order: { nonce: number } }).order.nonce)
          response.end(JSON.stringify({ deals: [] }))
        },
        (slowness -= 30),
      )
    })
  })
  await new Promise<void>((done) => relay.listen(0, "127.0.0.1", done))
  const { agent, close } = Lone.make()
  const url = `http://127.0.0.1:${(relay.address() as AddressInfo).port}`
  Object.assign(agent.options, { relay: url })
  const orders = [1, 2, 3].map((n) =>
    Lone.request({ id: Id.fromNumber(n), owner: Lone.own, nonce: Nonce.next() }),
  )
  await Promise.all(orders.map((order) => Effect.runPromise(Agent.order(agent, order))))
  close()
  relay.close()
  expect(taken).toEqual(orders.map(({ nonce }) => nonce))
})
