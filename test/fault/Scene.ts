// The processes of one case: two parties, their internet, what carries the tunnel, and the program that uses it.
import { existsSync, mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import * as Effect from "effect/Effect"
import * as FreePort from "../../src/chain/FreePort.ts"
import * as Keystore from "../../src/live/Keystore.ts"
import type { Attachment } from "../../src/tunnel/Tunnel.ts"
import * as Command from "../../src/tunnel/wireguard/Command.ts"
import * as Namespaces from "../tunnel/Namespaces.ts"
import * as Pace from "../pace.ts"
import * as Actor from "./Actor.ts"
import type { Case } from "./Case.ts"
import * as Commands from "./Commands.ts"
import * as Ground from "./Ground.ts"
import * as Processes from "./Processes.ts"
import * as Tail from "./Tail.ts"

export interface Scene {
  readonly one: Case
  readonly mark: string
  readonly chain: Ground.Chain
  readonly relay: Ground.Relay
  readonly purses: { readonly provider: Ground.Purse; readonly requester: Ground.Purse }
  readonly address: string
  readonly world: Namespaces.World | undefined
  readonly actors: { provider?: Actor.Actor; requester?: Actor.Actor; proxy?: Actor.Actor }
  /** Everything that either party has said, over all its processes. */
  readonly said: { readonly provider: Array<Actor.Said>; readonly requester: Array<Actor.Said> }
  readonly journals: { readonly provider: Tail.Tail; readonly requester: Tail.Tail }
  /** The moments at which bytes came to the program that uses the tunnel. */
  readonly arrivals: Array<number>
  readonly visitors: Array<string>
  /** How busy the machine is meanwhile. */
  readonly pace: Pace.Pace
  readonly enter: (who: "provider" | "requester", resumes?: boolean) => void
  readonly enterProxy: () => void
  readonly reconcile: (who: "provider" | "requester") => Promise<ReadonlyArray<string>>
  readonly close: () => Promise<void>
}

const here = (file: string): string => join(import.meta.dirname, file)

const target = "127.9.9.9"

export interface Options {
  readonly one: Case
  readonly directory: string
  readonly chain: Ground.Chain
  readonly relay: Ground.Relay
  readonly purses: Scene["purses"]
}

const installed = (program: string): boolean =>
  (process.env["PATH"] ?? "").split(":").some((folder) => existsSync(join(folder, program)))

/** Why this machine cannot play a case; nothing when it can. */
export const impossible = ({ adapter }: Case): string | undefined => {
  if (!existsSync("/proc/self/environ")) return "processes are found in /proc, and there is none"
  if (adapter === "external-proxy")
    return installed("microsocks") ? undefined : "microsocks is not installed"
  if (adapter !== "wireguard") return undefined
  const missing = ["wireguard-go", "wg", "nft", "setpriv"].find((program) => !installed(program))
  return missing === undefined ? Namespaces.impossible() : `${missing} is not installed`
}

const addressOf = ({ adapter, seed }: Case): string =>
  adapter === "wireguard"
    ? Namespaces.addresses.provider
    : `127.${20 + (seed >> 8)}.${seed & 255}.1`

const serve = async (
  world: Namespaces.World | undefined,
  visited: (from: string) => void,
): Promise<{ actor: Actor.Actor; host: string; port: number }> => {
  const host = world === undefined ? target : Namespaces.addresses.target
  const within = world?.internet ?? []
  const actor = Actor.start({
    name: "internet",
    command: [
      ...within,
      process.execPath,
      here("internet.ts"),
      host,
      world === undefined ? "0" : "80",
    ],
    environment: {},
    heard: (said) => said._tag === "Visited" && visited(said["from"] as string),
  })
  const serving = await Actor.until(() => actor.said.find(({ _tag }) => _tag === "Serving"), 20_000)
  if (serving === undefined) throw new Error(`no internet: ${actor.complaint()}`)
  return { actor, host, port: serving["port"] as number }
}

const provider = (address: string, { chain, relay }: Options, host: string, port: number) => ({
  key: "provider.json",
  data: "provider",
  relay: relay.url,
  chain: chain.url,
  centralizer: chain.place.centralizer,
  listen: { host: "127.0.0.1", port: 0 },
  offer: {
    first: address,
    country: "DE",
    kind: "residential",
    pricePerHour: 360,
    hours: 1,
    maxLag: 2,
  },
  policy:
    host === target ? { allow: [{ name: "internet", block: `${host}/32`, ports: [port] }] } : {},
})

/** The program that uses what was rented: started again for each tunnel, it says when bytes come. */
const use = (
  attachment: Attachment,
  { host, port }: Commands.Surroundings["target"],
  heard: (said: Actor.Said) => void,
): ReadonlyArray<Actor.Actor> => {
  if (attachment.kind === "none") return []
  const within = attachment.kind === "netns" ? attachment.enter : []
  const through = attachment.kind === "proxy" ? [attachment.http] : []
  const command = [...within, process.execPath, here("traffic.ts"), host, String(port), ...through]
  return [Actor.start({ name: "user", command, environment: {}, heard })]
}

/** Two keystores and the provider's configuration. */
const furnish = async (
  options: Options,
  target: Commands.Surroundings["target"],
): Promise<void> => {
  const { one, directory, purses } = options
  mkdirSync(directory, { recursive: true })
  for (const who of ["provider", "requester"] as const) {
    const file = join(directory, `${who}.json`)
    const { key } = purses[who]
    await Effect.runPromise(Keystore.create(file, key, Ground.password, Keystore.quick))
  }
  const config = provider(addressOf(one), options, target.host, target.port)
  writeFileSync(Commands.configOf(options), JSON.stringify(config))
}

type Stage = Pick<Scene, "actors" | "said" | "arrivals"> & {
  readonly around: Commands.Surroundings
  readonly environment: Readonly<Record<string, string>>
  readonly users: Array<Actor.Actor>
}

const enter = (stage: Stage, who: Commands.Role, resumes: boolean): void => {
  const { around, actors, said, arrivals, users, environment } = stage
  const arrive = ({ _tag, at }: Actor.Said): void => {
    if (_tag === "Got" || _tag === "Carried") arrivals.push(at)
  }
  const heard = (one: Actor.Said): void => {
    // Of two parties in one process, each says its role with what it says, or it is the requester's.
    const ofProvider = one["role"] === "provider" || one._tag === "Offering"
    said[ofProvider ? "provider" : who].push(one)
    arrive(one)
    if (one._tag === "Attached")
      users.push(...use(one["attachment"] as Attachment, around.target, arrive))
  }
  const command = Commands.of(around, who, resumes)
  actors[who] = Actor.start({ name: who, command, environment, heard })
}

const startProxy = ({ around, actors, environment }: Stage): void => {
  const { one, proxyPort } = around
  const where = ["-i", "127.0.0.1", "-p", String(proxyPort), "-b", addressOf(one)]
  const command = ["microsocks", ...where]
  actors.proxy = Actor.start({ name: "proxy", command, environment, heard: () => {} })
}

const reconcile = async (
  { around, environment }: Stage,
  who: Commands.Role,
): Promise<ReadonlyArray<string>> => {
  // All that there is of the others lives in processes, and ends with them.
  if (around.one.adapter !== "wireguard") return []
  const command = Commands.reconcile(around, who)
  const actor = Actor.start({ name: "reconcile", command, environment, heard: () => {} })
  await actor.gone
  return actor.said.map((one) => `${String(one["kind"])} ${String(one["name"])}`)
}

export const set = async (options: Options): Promise<Scene> => {
  const { one, directory, chain, relay, purses } = options
  const mark = `${process.pid}-${one.seed}`
  const pace = Pace.watch()
  const world = one.adapter === "wireguard" ? await Namespaces.make() : undefined
  const visitors: Array<string> = []
  const { actor: internet, ...target } = await serve(world, (from) => visitors.push(from))
  await furnish(options, target)
  const proxyPort = one.adapter === "external-proxy" ? await FreePort.find("127.0.0.1") : 0
  const stage: Stage = {
    around: {
      one,
      directory,
      relay: relay.url,
      chain: chain.url,
      provider: purses.provider.address,
      world,
      target,
      proxyPort,
    },
    environment: { ...Ground.environment(dirname(directory)), [Actor.mark]: mark },
    actors: {},
    said: { provider: [], requester: [] },
    arrivals: [],
    users: [],
  }
  const { actors, said, arrivals, users } = stage
  const journals = {
    provider: Tail.open(join(directory, "provider/journal")),
    requester: Tail.open(join(directory, "requester/journal")),
  }
  if (one.adapter === "external-proxy") startProxy(stage)
  return {
    ...options,
    mark,
    address: addressOf(one),
    world,
    actors,
    said,
    journals,
    arrivals,
    visitors,
    pace,
    enter: (who, resumes = false) => enter(stage, who, resumes),
    enterProxy: () => startProxy(stage),
    reconcile: (who) => reconcile(stage, who),
    close: async () => {
      pace.stop()
      for (const tail of Object.values(journals)) tail.close()
      for (const actor of [...Object.values(actors), ...users, internet]) {
        actor.signal("SIGKILL")
        await actor.gone
      }
      world?.close()
    },
  }
}

/** The processes that a blow against a victim hits; undefined where there is none at this moment. */
export const victims = (scene: Scene): ReadonlyArray<number> => {
  const { one, actors, chain, relay } = scene
  switch (one.victim) {
    case "relay":
      return [relay.actor().pid]
    case "chain":
      return [chain.pid()]
    case "parties":
    case "requester":
      return actors.requester === undefined ? [] : [actors.requester.pid]
    case "provider":
      return actors.provider === undefined ? [] : [actors.provider.pid]
    case "provider's daemon":
      if (one.adapter === "external-proxy") return [actors.proxy!.pid]
      return Processes.tunnels(actors.provider?.pid ?? 0)
    case "requester's daemon":
      return Processes.tunnels(actors.requester?.pid ?? 0)
  }
}

/** What is left in the world of a case: interfaces, tables, routes, sockets. */
export const residue = async ({ world }: Scene): Promise<ReadonlyArray<string>> => {
  if (world === undefined) return []
  const said = (within: Command.Within, ...command: ReadonlyArray<string>): Promise<string> =>
    Command.run(within, command)
  const lines = (text: string): ReadonlyArray<string> =>
    text.split("\n").filter((line) => line !== "")
  const found: Array<string> = []
  for (const who of ["requester", "provider"] as const) {
    const links = await said(world[who], "ip", "-o", "link")
    found.push(...[...links.matchAll(/ipsx[^:@\s]*/g)].map(([name]) => `interface ${name}`))
    for (const line of lines(await said(world[who], "nft", "list", "tables"))) found.push(line)
    const routes = lines(await said(world[who], "ip", "route"))
    found.push(...routes.filter((line) => !/ dev up0/.test(line)).map((line) => `route ${line}`))
  }
  const sockets = await said(world.requester, "ls", "/run/wireguard")
  found.push(...lines(sockets).map((name) => `socket ${name}`))
  return found
}
