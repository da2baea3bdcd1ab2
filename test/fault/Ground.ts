// What cases stand on: a chain with the contracts and funded wallets, and a relay. Cases share them, unless it is they
// that are struck.
import { randomBytes } from "node:crypto"
import { mkdirSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import * as Anvil from "../../src/chain/Anvil.ts"
import * as FreePort from "../../src/chain/FreePort.ts"
import * as Deployment from "../../src/chain/Deployment.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import type { Place } from "../../src/chain/Signer.ts"
import * as Keystore from "../../src/live/Keystore.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Actor from "./Actor.ts"

export const parameters = Parameters.small
export const password = "fault"
export const funds = Amount.of(100n * 10n ** 18n)
/** What every program of a case is started with; they share what the runtime makes of their source. */
export const environment = (root: string): Readonly<Record<string, string>> => ({
  IPSX_PASSWORD: password,
  NODE_COMPILE_CACHE: join(root, "compiled"),
})

const curve = NativeCurve.fastest()

export interface Purse {
  readonly key: Uint8Array
  readonly address: Address
}

export const purse = (): Purse => {
  const key = randomBytes(32)
  return { key, address: Signed.address(curve, key) }
}

export interface Chain {
  readonly url: string
  readonly place: Place
  readonly platform: Address
  readonly rpc: Rpc.Rpc
  /** The process of anvil itself. */
  readonly pid: () => number
  /** Starts anvil again from what it has left on disk. */
  readonly again: () => Promise<void>
  readonly close: () => Promise<void>
}

const live = async (rpc: Rpc.Rpc): Promise<void> => {
  // The driver sets the times of its blocks; from now on they are the clock's.
  await rpc.call("anvil_removeBlockTimestampInterval", [])
  await rpc.call("evm_setIntervalMining", [1])
}

/** A chain whose state is on disk, so that it outlives its process. */
export const chain = async (
  directory: string,
  purses: ReadonlyArray<Purse>,
  childOf: (pid: number) => number | undefined,
): Promise<Chain> => {
  const now = Math.floor(Date.now() / 1000)
  const state = join(directory, "chain.json")
  const keys = new Map(purses.map(({ key, address }) => [address, key]))
  let node = await Anvil.launch({ timestamp: now - 4, state })
  const { url } = node.anvil
  const scope = await Effect.runPromise(Scope.make())
  const deploying = Deployment.open({
    url,
    signing: "impersonated",
    keys: (account) => keys.get(account)!,
    parameters,
    funding: purses.map(({ address }) => [address, funds]),
    genesis: { number: 3, timestamp: now },
  })
  const { place, accounts } = await Effect.runPromise(
    Effect.provideService(deploying, Scope.Scope, scope),
  )
  const rpc = Rpc.make(url, { timeoutMs: 5000 })
  await live(rpc)
  return {
    url,
    place,
    platform: accounts.platform,
    rpc,
    pid: () => childOf(node.anvil.supervisor) ?? node.anvil.supervisor,
    again: async () => {
      node = await Anvil.launch({ timestamp: now - 4, state, port: Number(new URL(url).port) })
      await live(rpc)
    },
    close: async () => {
      rpc.close()
      await Effect.runPromise(Scope.close(scope, Exit.void))
      await node.stop()
    },
  }
}

export const cli = (...words: ReadonlyArray<string>): ReadonlyArray<string> => [
  process.execPath,
  "sim/cli.ts",
  ...words,
]

export interface Relay {
  readonly url: string
  readonly actor: () => Actor.Actor
  readonly again: () => Promise<void>
  readonly close: () => Promise<void>
}

export const relay = async (
  directory: string,
  chain: Chain,
  environment: Readonly<Record<string, string>>,
): Promise<Relay> => {
  const data = join(directory, "relay")
  mkdirSync(data, { recursive: true })
  await Effect.runPromise(
    Keystore.create(join(data, "key.json"), randomBytes(32), password, Keystore.quick),
  )
  const port = await FreePort.find("127.0.0.1")
  const { centralizer, token } = chain.place
  const where = ["--chain", chain.url, "--centralizer", centralizer, "--token", token]
  const how = ["--data", data, "--port", String(port), "--parameters", "small"]
  const command = cli("relay", ...where, ...how)
  const begin = (): Actor.Actor =>
    Actor.start({ name: "relay", command, environment, heard: () => {} })
  let actor = begin()
  const serves = async (): Promise<void> => {
    const said = await Actor.until(() => actor.said.find(({ _tag }) => _tag === "Serving"), 30_000)
    if (said === undefined) throw new Error(`the relay does not serve: ${actor.complaint()}`)
  }
  await serves()
  return {
    url: `http://127.0.0.1:${port}`,
    actor: () => actor,
    again: async () => {
      actor = begin()
      await serves()
    },
    close: async () => {
      actor.signal("SIGCONT")
      actor.signal("SIGTERM")
      await Promise.race([actor.gone, new Promise((resolve) => setTimeout(resolve, 5000))])
      actor.signal("SIGKILL")
    },
  }
}
