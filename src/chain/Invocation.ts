// How anvil is called. Its versions differ in their flags and do not start with one that they do not know, so the
// invocation is made of what the binary's own help lists: what is only useful is left out where it is missing.
import { execFile } from "node:child_process"
import { existsSync } from "node:fs"

export interface Wanted {
  readonly timestamp: number
  readonly chainId: number
  readonly port: number
  /** The address that it serves; 127.0.0.1 unless named. */
  readonly host?: string | undefined
  /** The chain to fork; see Upstream. */
  readonly forkUrl: string | undefined
  readonly blocksKept?: number | undefined
  readonly state?: string | undefined
}

interface Flag {
  /** Spellings of it, the preferred one first. */
  readonly names: readonly [string, ...ReadonlyArray<string>]
  readonly value?: string
  readonly isNeeded?: true
}

// Blocks only on demand; all fees zero and the order of a block by the fee cap, so that the driver decides it; no
// limit on the size of a request, because one request is one block. A chain that goes on has its time already.
const wish = ({
  timestamp,
  chainId,
  port,
  host = "127.0.0.1",
  forkUrl,
  blocksKept = 64,
  state,
}: Wanted): ReadonlyArray<Flag> => [
  { names: ["--quiet", "--silent"] },
  needed("--no-mining"),
  needed("--auto-impersonate"),
  needed("--order", "fees"),
  needed("--gas-limit", "1000000000000000"),
  needed("--block-base-fee-per-gas", "0"),
  needed("--gas-price", "0"),
  needed("--chain-id", String(chainId)),
  needed("--host", host),
  needed("--port", String(port)),
  { names: ["--no-request-size-limit"] },
  ...(state === undefined
    ? [
        { names: ["--prune-history"] } as const,
        { names: ["--no-storage-caching"] } as const,
        { names: ["--no-rate-limit"] } as const,
        { names: ["--transaction-block-keeper"], value: String(blocksKept) } as const,
      ]
    : [needed("--state", state), needed("--state-interval", "1")]),
  ...(state !== undefined && existsSync(state) ? [] : [needed("--timestamp", String(timestamp))]),
  ...(forkUrl === undefined ? [] : [needed("--fork-url", forkUrl)]),
]

const needed = (name: string, value?: string): Flag => ({
  names: [name],
  isNeeded: true,
  ...(value === undefined ? {} : { value }),
})

export interface Invocation {
  readonly args: ReadonlyArray<string>
  /** Flags without which the node cannot be driven, and which it does not have. */
  readonly missing: ReadonlyArray<string>
}

/**
 * The arguments for a binary that knows these flags; one whose flags are unknown gets all of them.
 *
 * @example
 * Invocation.write(wanted, await Invocation.flags(binary, 5000)).args
 */
export const write = (wanted: Wanted, known: ReadonlySet<string> | undefined): Invocation => {
  const args: Array<string> = []
  const missing: Array<string> = []
  for (const { names, value, isNeeded } of wish(wanted)) {
    const name = known === undefined ? names.at(-1)! : names.find((name) => known.has(name))
    if (name !== undefined) args.push(name, ...(value === undefined ? [] : [value]))
    else if (isNeeded === true) missing.push(names[0])
  }
  return { args, missing }
}

const asked = new Map<string, Promise<ReadonlySet<string> | undefined>>()

/** The flags that a binary's help lists, or undefined when it lists none in time. Each binary is asked once. */
export const flags = (
  binary: string,
  timeoutMs: number,
): Promise<ReadonlySet<string> | undefined> => {
  const known = asked.get(binary)
  if (known !== undefined) return known
  const answer = help(binary, timeoutMs).then((text) => {
    const list = new Set(text.match(/--[a-z][a-z0-9-]+/g))
    return list.has("--port") ? list : undefined
  })
  asked.set(binary, answer)
  return answer
}

const help = (binary: string, timeoutMs: number): Promise<string> =>
  new Promise((resolve) => {
    const options = { timeout: timeoutMs, killSignal: "SIGKILL", maxBuffer: 1 << 20 } as const
    execFile(binary, ["--help"], options, (cause, stdout) => resolve(cause === null ? stdout : ""))
  })
