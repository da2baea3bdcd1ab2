// How the parties of a case are started: as the program itself where their tunnel is the default one, else as party.ts.
import { join } from "node:path"
import * as Namespaces from "../tunnel/Namespaces.ts"
import type { Case } from "./Case.ts"
import * as Ground from "./Ground.ts"
import type { Given, Means } from "./party.ts"

export type Role = "provider" | "requester"

/** Files are in the directory; `target` is where programs go, `proxyPort` where the provider's own proxy listens. */
export interface Surroundings {
  readonly one: Case
  readonly directory: string
  readonly relay: string
  readonly chain: string
  /** The wallet of the provider that is asked for. */
  readonly provider: string
  readonly world: Namespaces.World | undefined
  readonly target: { readonly host: string; readonly port: number }
  readonly proxyPort: number
}

const leaseSeconds = 15

const meansOf = ({ one, world, proxyPort }: Surroundings, who: Role): Means => {
  switch (one.adapter) {
    case "wireguard":
      return {
        adapter: "wireguard",
        within: world![who],
        sockets: `/proc/${world!.pid}/root/run/wireguard`,
        ...(who === "provider" ? { advertise: Namespaces.addresses.provider } : {}),
      }
    case "external-proxy":
      return {
        adapter: "external-proxy",
        ...(who === "provider" ? { proxy: `socks5://127.0.0.1:${proxyPort}` } : {}),
      }
    default:
      return { adapter: one.adapter }
  }
}

const requester = (
  { directory, relay, chain, provider, target }: Surroundings,
  resumes: boolean,
): NonNullable<Given["requester"]> => ({
  wish: [
    "country=DE",
    `seconds=${leaseSeconds}`,
    "limit=3",
    "protocol=http",
    "patience=12",
    `provider=${provider}`,
  ],
  key: join(directory, "requester.json"),
  data: join(directory, "requester"),
  relay,
  chain,
  resumes,
  target,
})

const party = (given: Given): ReadonlyArray<string> => [
  process.execPath,
  join(import.meta.dirname, "party.ts"),
  JSON.stringify(given),
]

export const configOf = ({ directory }: Pick<Surroundings, "directory">): string =>
  join(directory, "provider.yaml")

/** The command of a party; of both, for the adapter that needs them in one process. */
export const of = (around: Surroundings, who: Role, resumes: boolean): ReadonlyArray<string> => {
  const config = configOf(around)
  const rented = requester(around, resumes)
  const means = meansOf(around, who)
  if (means.adapter === "null") return party({ means, provider: config, requester: rented })
  if (means.adapter !== "embedded")
    return party(who === "provider" ? { means, provider: config } : { means, requester: rented })
  if (who === "provider") return Ground.cli("provider", config)
  const { key, data, wish, relay, chain } = rented
  const rest = ["--key", key, "--data", data, "--relay", relay, "--chain", chain]
  return Ground.cli("rent", ...(resumes ? ["--resume"] : [...wish, "--control"]), ...rest)
}

/** The command that clears what a party's adapter has left behind. */
export const reconcile = (around: Surroundings, who: Role): ReadonlyArray<string> =>
  party({ means: meansOf(around, who), reconciles: true })
