import { spawnSync } from "node:child_process"
import { existsSync, readFileSync } from "node:fs"
import * as Effect from "effect/Effect"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import { behavesLikeATunnel } from "../behaviour/tunnel.ts"
import type { Stage } from "../behaviour/tunnel.ts"
import * as Wireguard from "../../src/tunnel/Wireguard.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
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

  it.skipIf(capabilities.runs && capabilities.note === "kernel")(
    "IPSX-TUN-006 ends a daemon whose owner is no more, also one that stands still",
    async () => {
      const ended = spawnSync("true")
      const name = `ipsx${ended.pid.toString(36)}.0`
      const command = ["sh", "-c", `wireguard-go -f ${name} & echo $!; exec sleep infinity`]
      const { child, end } = await Command.hold(world!.provider, command)
      const pid = Number(await new Promise((done) => child.stdout!.once("data", done)))
      const isThere = (): boolean => {
        const stat = existsSync(`/proc/${pid}/stat`)
          ? readFileSync(`/proc/${pid}/stat`, "utf8")
          : ""
        return stat.includes("(wireguard-go)") && !stat.includes(") Z ")
      }
      try {
        while (!isThere()) await new Promise((done) => setTimeout(done, 5))
        process.kill(pid, "SIGSTOP")
        const found = await Effect.runPromise(stage.provider.reconcile(new Set()))
        expect(found).toContainEqual({ kind: "process", name })
        expect(isThere()).toBe(false)
      } finally {
        await end()
      }
    },
  )
})
