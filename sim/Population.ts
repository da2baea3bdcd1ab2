// Who takes part: the actors of a scenario's groups, each with an account, tokens, a behaviour and streams of
// its own, and what each provider has to offer. Everything is drawn by name, so that one actor more leaves
// the others as they were (IPSX-SIM-004).
import type { Address } from "../src/model/Address.ts"
import * as Country from "../src/model/Country.ts"
import * as Id from "../src/model/Id.ts"
import * as Ip from "../src/model/Ip.ts"
import type * as IpClass from "../src/model/IpClass.ts"
import type { Resource } from "../src/model/Resource.ts"
import type { Role } from "../src/model/Status.ts"
import type { Curve } from "../src/signature/Curve.ts"
import * as Signed from "../src/signature/Signed.ts"
import type { Actor } from "./Actor.ts"
import type { Behaviour } from "./behaviour/Behaviour.ts"
import * as Providers from "./behaviour/Provider.ts"
import * as Requesters from "./behaviour/Requester.ts"
import * as Network from "./Network.ts"
import * as Random from "./Random.ts"
import * as Sampler from "./Sampler.ts"
import type * as Scenario from "./Scenario.ts"
import type * as ScenarioFile from "./ScenarioFile.ts"
import * as Supply from "./Supply.ts"

export interface Population {
  readonly providers: ReadonlyArray<Actor>
  readonly requesters: ReadonlyArray<Actor>
  readonly resources: ReadonlyMap<Address, Resource>
  readonly keys: ReadonlyMap<Address, Uint8Array>
}

const encoder = new TextEncoder()

/** An actor's key is drawn from the seed and its name: it guards nothing but simulated tokens. */
const keyOf = (curve: Curve, seed: string, name: string): Uint8Array =>
  curve.keccak(encoder.encode(`ipsx simulation ${seed} ${name}`))

/** The name that a draw falls on; what the shares leave of 1 belongs to `rest`. */
const drawn = <A extends string>(
  shares: Readonly<Partial<Record<A, number>>>,
  rest: A,
  unit: number,
): A => {
  let below = 0
  for (const name of Object.keys(shares).sort() as Array<A>) {
    below += shares[name] ?? 0
    if (unit < below) return name
  }
  return rest
}

interface Account {
  readonly role: Role
  readonly group: number
  readonly groupName: string
  readonly tokens: Sampler.Sampler
  readonly behaviours: Readonly<Record<string, Behaviour>>
  readonly shares: Readonly<Partial<Record<string, number>>>
}

const account = (
  curve: Curve,
  seed: string,
  number: number,
  place: number,
  of: Account,
  keys: Map<Address, Uint8Array>,
): Actor => {
  const name = `${of.groupName}-${place}`
  const key = keyOf(curve, seed, name)
  const address = Signed.address(curve, key)
  keys.set(address, key)
  const traits = Random.stream(seed, name, "traits")
  const behaviourName = drawn(of.shares, "honest", Random.unit(traits))
  return {
    number,
    name,
    role: of.role,
    group: of.group,
    address,
    behaviour: of.behaviours[behaviourName]!,
    behaviourName,
    funded: Sampler.baseUnits(of.tokens(traits)),
    wants: Random.stream(seed, name, "wants"),
    mood: Random.stream(seed, name, "mood"),
    letters: Network.stream(seed, name),
    nonce: 0,
    away: false,
    offer: undefined,
  }
}

/** Counts the simulated addresses handed out, so that no two ranges overlap. */
interface Plan {
  next: { 4: number; 6: number }
}

const resourceOf = (
  group: Scenario.ProviderGroup,
  row: Supply.Row | undefined,
  actor: Actor,
  plan: Plan,
  seed: string,
): Resource => {
  const traits = Random.stream(seed, actor.name, "resource")
  const version = Random.chance(traits, group.ipv6) ? 6 : 4
  const addresses = Math.round(Sampler.of(group.addresses)(traits))
  const concurrency = Math.round(Sampler.of(group.concurrency)(traits))
  const country = row?.country ?? drawn(group.countries, "US", Random.unit(traits))
  const kind: IpClass.Kind =
    row === undefined
      ? drawn(group.classes, "residential", Random.unit(traits))
      : row.netClass === "dc"
        ? "datacentre"
        : "residential"
  const network = row?.network ?? Random.below(traits, 65_536)
  const first = Ip.simulatedAt(plan.next[version], version)
  plan.next[version] += addresses
  return {
    id: Id.of(Random.bytes32(traits)),
    first,
    addresses,
    concurrency,
    country: Country.of(country),
    kind,
    network,
    // Kilobytes a second become kilobits.
    bandwidth:
      row === undefined ? 100_000 : Math.min(0xffff_ffff, Math.round(row.bandwidthKBps * 8)),
    quality: row === undefined ? 990 : Math.round(row.uptime * 1000),
  }
}

/** The actors in the order of the groups; their numbers count on from one group to the next. */
export const make = (loaded: ScenarioFile.Loaded, curve: Curve): Population => {
  const { scenario } = loaded
  const { seed } = scenario
  const keys = new Map<Address, Uint8Array>()
  const resources = new Map<Address, Resource>()
  const plan: Plan = { next: { 4: 0, 6: 0 } }
  const providers: Array<Actor> = []
  const requesters: Array<Actor> = []
  scenario.providers.forEach((group, index) => {
    const rows = rowsOf(group, loaded)
    const of: Account = {
      role: "provider",
      group: index,
      groupName: group.name,
      tokens: Sampler.of(group.tokens),
      behaviours: Providers.byName,
      shares: group.behaviours,
    }
    for (let place = 0; place < (group.count ?? rows.length); place++) {
      const actor = account(curve, seed, providers.length, place, of, keys)
      providers.push(actor)
      resources.set(actor.address, resourceOf(group, rows[place], actor, plan, seed))
    }
  })
  scenario.requesters.forEach((group, index) => {
    const of: Account = {
      role: "requester",
      group: index,
      groupName: group.name,
      tokens: Sampler.of(group.tokens),
      behaviours: Requesters.byName,
      shares: group.behaviours,
    }
    for (let place = 0; place < group.count; place++)
      requesters.push(account(curve, seed, providers.length + requesters.length, place, of, keys))
  })
  return { providers, requesters, resources, keys }
}

const rowsOf = (
  group: Scenario.ProviderGroup,
  loaded: ScenarioFile.Loaded,
): ReadonlyArray<Supply.Row> => {
  if (group.supply === undefined) return []
  const rows = loaded.supplies.get(group.supply.file) ?? []
  return Supply.thin(rows, group.supply.limit ?? rows.length)
}
