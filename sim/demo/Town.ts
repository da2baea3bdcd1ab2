// Where a demonstration plays: a chain with the contracts on it, two wallets with tokens, a relay, and the files that
// each program needs. All of it lives in one temporary directory and one scope.
import { randomBytes } from "node:crypto"
import { rmSync } from "node:fs"
import { mkdir, mkdtemp, readdir, rm, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Anvil from "../../src/chain/Anvil.ts"
import type * as Chain from "../../src/chain/Chain.ts"
import { asError } from "../../src/chain/Chain.ts"
import * as FreePort from "../../src/chain/FreePort.ts"
import * as Deployment from "../../src/chain/Deployment.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type { Place } from "../../src/chain/Signer.ts"
import * as View from "../../src/chain/View.ts"
import * as Keystore from "../../src/live/Keystore.ts"
import type { Address } from "../../src/model/Address.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import type { Wallet } from "../../src/model/Wallet.ts"
import * as Signed from "../../src/signature/Signed.ts"
import type * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Ground from "./Ground.ts"
import * as Stage from "./Stage.ts"

export interface Town {
  readonly directory: string
  readonly chain: string
  readonly place: Place
  /** The provider's and the requester's, and those of `others`. */
  readonly wallets: Readonly<Record<"provider" | "requester", Address>> &
    Readonly<Record<string, Address>>
  readonly password: string
  /** The process that holds the chain's node. */
  readonly node: number
  /** What the chain says of both wallets, in the order provider, requester. */
  readonly read: Effect.Effect<ReadonlyArray<Wallet>, Chain.ChainError>
  readonly relay: Stage.Actor
  /** The command that the relay was started with, to start it again. */
  readonly relayWords: ReadonlyArray<string>
  readonly url: string
}

/** Short times, and yet some patience with a busy machine where a lapse would only mean that it is one. */
export const parameters: Parameters.Parameters = {
  ...Parameters.small,
  acceptWindow: 20,
  provisionWindow: 10,
  connectWindow: 10,
  heartbeatMisses: 5,
}
/** The chain is asked whether somebody has ever settled a deal: its node must not forget within a day. */
const blocksKept = 86_400
const funds = Amount.of(100n * 10n ** 18n)
/** For anything that a program has to say: a busy machine takes several times as long as an idle one. */
export const patienceMs = 60_000

// The directory says whose it is, so that one of a process that was killed can be told.
const directoryPrefix = "ipsx-demo-"
const ownerOf = (name: string): number =>
  Number(new RegExp(`^${directoryPrefix}(\\d+)-`).exec(name)?.[1] ?? 0)

const isAlive = (process_: number): boolean => {
  try {
    process.kill(process_, 0)
    return true
  } catch (cause) {
    return (cause as NodeJS.ErrnoException).code !== "ESRCH"
  }
}

/** Removes the directories of demonstrations that were killed, and names them. */
export const sweep: Effect.Effect<ReadonlyArray<Tunnel.Residue>> = Effect.promise(async () => {
  const names = await readdir(tmpdir()).catch(() => [])
  const orphans = names.filter((name) => ownerOf(name) > 0 && !isAlive(ownerOf(name)))
  const gone = await Promise.all(
    orphans.map((name) =>
      rm(join(tmpdir(), name), { recursive: true, force: true }).then(
        () => [{ kind: "file", name: join(tmpdir(), name) } as const],
        // Another user's.
        () => [],
      ),
    ),
  )
  return gone.flat()
})

/** Something that was stopped in the middle may still be writing a file: then it is tried again. */
const wholly = { recursive: true, force: true, maxRetries: 10, retryDelay: 50 } as const

const temporary = Effect.map(
  Effect.acquireRelease(
    Effect.promise(async () => {
      const directory = await mkdtemp(join(tmpdir(), `${directoryPrefix}${process.pid}-`))
      // Whoever is told twice to stop leaves at once, and takes this along.
      const take = (): void => rmSync(directory, wholly)
      process.on("exit", take)
      return { directory, take }
    }),
    ({ directory, take }) =>
      Effect.promise(async () => {
        await rm(directory, wholly)
        process.off("exit", take)
      }),
  ),
  ({ directory }) => directory,
)

/** A node that makes a block each second, with the contracts and the first wallets in its first three. */
const settle = (
  keys: ReadonlyMap<Address, Uint8Array>,
  host: string,
  parameters: Parameters.Parameters,
): Effect.Effect<
  Deployment.Deployment & { readonly url: string; readonly node: number },
  Chain.ChainError,
  Scope.Scope
> =>
  Effect.gen(function* () {
    const now = Math.floor(Date.now() / 1000)
    const anvil = yield* Anvil.start({ timestamp: now - 4, host, blocksKept })
    const deployment = yield* Deployment.open({
      url: anvil.url,
      signing: "impersonated",
      keys: (account) => keys.get(account)!,
      parameters,
      funding: [...keys.keys()].map((owner) => [owner, funds]),
      genesis: { number: 3, timestamp: now },
    })
    yield* Effect.tryPromise({
      try: async () => {
        // The driver sets the times of its blocks; from now on they are the clock's.
        await deployment.rpc.call("anvil_removeBlockTimestampInterval", [])
        await deployment.rpc.call("evm_setIntervalMining", [1])
      },
      catch: asError,
    })
    return { ...deployment, url: anvil.url, node: anvil.supervisor }
  })

/**
 * Builds the town; it is gone when the scope closes. Chain and relay serve at the ground's host; `others` are parties
 * beside the provider and the requester, each with a key in a file of its name and as many tokens.
 *
 * @example
 * const town = yield* Town.build()
 */
export const build = (
  { host }: Pick<Ground.Ground, "host"> = Ground.loopback,
  others: ReadonlyArray<string> = [],
  rules: Parameters.Parameters = parameters,
  /** The relay's `--standing`. */
  standing?: string,
): Effect.Effect<Town, Chain.ChainError | Keystore.UnusableKeystore | Stage.Missed, Scope.Scope> =>
  Effect.gen(function* () {
    yield* sweep
    const directory = yield* temporary
    const password = randomBytes(16).toString("hex")
    const curve = NativeCurve.fastest()
    const secrets = ["provider", "requester", ...others].map(
      (name) => [name, randomBytes(32)] as const,
    )
    const wallets = Object.fromEntries(
      secrets.map(([name, secret]) => [name, Signed.address(curve, secret)]),
    ) as Town["wallets"]
    const keys = new Map(secrets.map(([name, secret]) => [wallets[name]!, secret] as const))
    const data = join(directory, "relay")
    yield* Effect.promise(() => mkdir(data))
    const rulesFile = join(directory, "parameters.json")
    const encoded = Schema.encodeSync(Schema.fromJsonString(Parameters.Parameters))(rules)
    yield* Effect.promise(() => writeFile(rulesFile, encoded))
    for (const [name, key] of [
      ...secrets.map(([name, secret]) => [`${name}.json`, secret] as const),
      [join("relay", "key.json"), randomBytes(32)] as const,
    ])
      yield* Keystore.create(join(directory, name), key, password, Keystore.quick)
    const { url: chain, node, place, rpc } = yield* settle(keys, host, rules)
    // A relay that is started again has to be where it was.
    const port = yield* Effect.promise(() => FreePort.find(host))
    const relayWords = [
      "relay",
      "--chain",
      chain,
      "--centralizer",
      place.centralizer,
      "--token",
      place.token,
      "--data",
      data,
      "--host",
      host,
      "--port",
      String(port),
      "--parameters",
      rulesFile,
      ...(standing === undefined ? [] : ["--standing", standing]),
    ]
    const relay = yield* Stage.enter("relay", relayWords, { IPSX_PASSWORD: password })
    const owners = [wallets.provider, wallets.requester]
    return {
      directory,
      chain,
      node,
      place,
      wallets,
      password,
      relay,
      relayWords,
      url: `http://${host}:${port}`,
      read: Effect.tryPromise({
        try: async () => {
          const { method, params } = View.walletsCall(place.centralizer, owners)
          return View.wallets(owners, await rpc.call(method, params))
        },
        catch: asError,
      }),
    }
  })

/**
 * The provider's configuration. On the loopback one named rule lets its traffic reach the echo; elsewhere no exception
 * is needed.
 */
export const providerConfig = (
  town: Town,
  address: string,
  echo: { readonly host: string; readonly port: number },
  addresses = 1,
  { tunnel, provider }: Pick<Ground.Ground, "tunnel" | "provider"> = Ground.loopback,
  {
    name = "provider",
    country = "DE",
    asks = true,
  }: { readonly name?: string; readonly country?: string; readonly asks?: boolean } = {},
): Effect.Effect<string> =>
  Effect.promise(async () => {
    const file = join(town.directory, `${name}.yaml`)
    const config = {
      key: `${name}.json`,
      data: name,
      relay: town.url,
      chain: town.chain,
      centralizer: town.place.centralizer,
      listen: { host: provider.host, port: 0 },
      tunnel: { adapter: tunnel },
      ...(asks
        ? { exitCheck: { echo: `http://${echo.host}:${echo.port}/`, everySeconds: 1 } }
        : {}),
      offer: {
        first: address,
        addresses,
        country,
        countrySource: "a demonstration",
        kind: "residential",
        pricePerHour: 360,
        hours: 1,
        maxLag: 2,
      },
      policy: {
        allow:
          tunnel === "embedded"
            ? [{ name: "demo-echo", block: `${echo.host}/32`, ports: [echo.port] }]
            : [],
      },
    }
    // JSON is YAML.
    await writeFile(file, JSON.stringify(config, null, 2))
    return file
  })
