import { afterAll, beforeAll, describe } from "vitest"
import { behavesLikeATunnel } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Namespaces from "./Namespaces.ts"

const impossible = Namespaces.impossible()
const world = impossible === undefined ? await Namespaces.make() : undefined
const capabilities =
  world === undefined
    ? { runs: false as const, reason: impossible! }
    : await Wireguard.probe(world.provider)
if (!capabilities.runs) console.log(`skipped: wireguard: ${capabilities.reason}`)

afterAll(() => world?.close())

describe.skipIf(!capabilities.runs)("wireguard", () => {
  let stage: Stage & { readonly close: () => void }
  beforeAll(async () => {
    const sockets = `/proc/${world!.pid}/root/run/wireguard`
    const listen = { advertise: Namespaces.addresses.provider }
    stage = await Namespaces.stage(
      world!,
      Wireguard.make({ within: world!.provider, sockets, listen }),
      Wireguard.make({ within: world!.requester, sockets }),
    )
  })
  afterAll(() => stage.close())
  behavesLikeATunnel(() => stage)
})
