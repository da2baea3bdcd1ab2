import { afterAll, beforeAll, describe } from "vitest"
import { behavesLikeATunnel } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as Embedded from "../../src/tunnel/Embedded.ts"
import * as Loopback from "./Loopback.ts"

describe.each([
  ["the requester dials", { listen: { host: "127.0.0.1" } }, {}],
  ["the provider dials out", {}, { listen: { host: "127.0.0.1" } }],
  ["over IPv6", { listen: { host: "::1" } }, {}],
] as const)("embedded, %s", (_, provider, requester) => {
  let stage: Stage & { readonly close: () => Promise<void> }
  beforeAll(async () => {
    stage = await Loopback.stage(Embedded.make(provider), Embedded.make(requester))
  })
  afterAll(() => stage.close())
  behavesLikeATunnel(() => stage)
})
