// anvil as a child process that lives in a scope: found, started on a free port for deterministic blocks at
// full speed, and ended in every case, also when this process is killed without a chance to clean up (IPSX-CHN-022).
import { spawn, type ChildProcess } from "node:child_process"
import { accessSync, constants } from "node:fs"
import { createRequire } from "node:module"
import * as Path from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import { localChainId } from "./Chain.ts"
import * as FreePort from "./FreePort.ts"
import * as Invocation from "./Invocation.ts"
import * as Rpc from "./Rpc.ts"
import * as Upstream from "./Upstream.ts"

export interface Anvil {
  readonly url: string
  readonly chainId: number
  /** The node's own words, like `anvil/v1.7.1`. */
  readonly version: string
  /** The process that watches over anvil; anvil is its child. */
  readonly supervisor: number
}

export interface Options {
  /** The genesis block's time in whole seconds; every later block must be after it. */
  readonly timestamp: number
  readonly chainId?: number
  /** A port to insist on; otherwise any free one. */
  readonly port?: number
  /** The address that it serves; otherwise 127.0.0.1, where only this machine reaches it. */
  readonly host?: string
  /** The binary; otherwise the one of the npm package, otherwise the first `anvil` in PATH. */
  readonly binary?: string
  /** Blocks whose transactions and logs anvil keeps: its memory stays flat because older ones go. */
  readonly blocksKept?: number
  readonly startTimeoutMs?: number
  /**
   * A file from which the chain goes on and into which it is written every second, so that it outlives the process.
   * Such a node computes the root of its state for every block and is slow with many accounts.
   */
  readonly state?: string
}

/**
 * Starts anvil and waits until it answers. It ends with the scope.
 *
 * @example
 * Effect.scoped(Effect.gen(function* () {
 *   const anvil = yield* Anvil.start({ timestamp: 1_700_000_000 })
 *   return yield* Effect.promise(() => Rpc.make(anvil.url).call("eth_blockNumber", []))
 * }))
 */
export const start = (options: Options): Effect.Effect<Anvil, AnvilError, Scope.Scope> =>
  Effect.map(
    Effect.acquireRelease(
      Effect.tryPromise({
        try: () => launch(options),
        catch: (cause) => asError(cause),
      }),
      (running) => Effect.promise(running.stop),
    ),
    ({ anvil }) => anvil,
  )

// A binary that does not answer its help soon is called with everything, and its words are told if it fails.
const helpTimeoutMs = 5_000

interface Running {
  readonly anvil: Anvil
  readonly stop: () => Promise<void>
}

const attemptsMax = 3

// It answers after a fifth of a second; on a machine with much else to do it has taken a hundred times that.
const startMs = 60_000

/** The same for callers without a scope, who must call `stop`. */
export const launch = async (options: Options): Promise<Running> => {
  const { host = "127.0.0.1", port } = options
  if (port !== undefined) return attempt(options, host, port)
  for (let tries = 1; ; tries++) {
    try {
      return await attempt(options, host, await FreePort.find(host))
    } catch (cause) {
      // Somebody else has taken it since it was found.
      if (!(cause instanceof PortTaken) || tries === attemptsMax) throw cause
    }
  }
}

const attempt = async (options: Options, host: string, port: number): Promise<Running> => {
  const { chainId = localChainId, startTimeoutMs = startMs } = options
  const binary = options.binary ?? find()
  if (binary === undefined || !isExecutable(binary))
    throw new AnvilMissing({ looked: looked(binary) })
  if (!(await FreePort.isFree(host, port))) throw new PortTaken({ port })
  const known = await Invocation.flags(binary, Math.min(startTimeoutMs, helpTimeoutMs))
  const upstream =
    options.state === undefined ? await Upstream.serve(chainId, options.timestamp - 1) : undefined
  const wanted = { ...options, chainId, port, forkUrl: upstream?.url }
  const { args, missing } = Invocation.write(wanted, known)
  if (missing.length > 0) {
    upstream?.close()
    throw new AnvilUnfit({ binary, missing })
  }
  const child = supervise(binary, args)
  const ended = new Promise<void>((resolve) => {
    child.once("exit", () => resolve())
    child.once("error", () => resolve())
  })
  const stop = async () => {
    // Closing the pipe is what ends anvil, here as well as after the death of this process.
    child.stdin?.end()
    await ended
    upstream?.close()
  }
  try {
    const version = await ready(child, host, port, startTimeoutMs)
    return {
      anvil: { url: `http://${host}:${port}`, chainId, version, supervisor: child.pid! },
      stop,
    }
  } catch (cause) {
    await stop()
    throw cause
  }
}

/** The binary of the npm package for this platform, or the first one in PATH. */
export const find = (): string | undefined => {
  const name = process.platform === "win32" ? "anvil.exe" : "anvil"
  const architecture = process.arch === "x64" ? "amd64" : process.arch
  try {
    const manifest = `@foundry-rs/anvil-${process.platform}-${architecture}/package.json`
    const packaged = Path.join(
      Path.dirname(createRequire(import.meta.url).resolve(manifest)),
      "bin",
      name,
    )
    if (isExecutable(packaged)) return packaged
  } catch {
    // The package is optional: PATH is next.
  }
  const folders = (process.env["PATH"] ?? "").split(Path.delimiter)
  return folders.map((folder) => Path.join(folder, name)).find(isExecutable)
}

const isExecutable = (file: string): boolean => {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const looked = (binary: string | undefined): string =>
  binary ?? `the package @foundry-rs/anvil for ${process.platform} ${process.arch}, and PATH`

// The shell holds the other end of our pipe. However this process ends, the pipe closes, `cat` returns and anvil
// is killed; when anvil ends first, its exit status becomes the shell's. A process group of its own keeps Ctrl-C
// away from it, so that a run can still read the chain while it stops.
const script = `
exec 3<&0
"$@" </dev/null 3<&- &
anvil=$!
(cat <&3 >/dev/null; kill -9 $anvil) 2>/dev/null &
watch=$!
wait $anvil
status=$?
kill $watch 2>/dev/null
exit $status
`

const supervise = (binary: string, args: ReadonlyArray<string>): ChildProcess => {
  const child = spawn("/bin/sh", ["-c", script, "anvil", binary, ...args], {
    stdio: ["pipe", "ignore", "pipe"],
    detached: true,
    // A proxy in the environment would get the requests to the upstream on this machine.
    env: { PATH: process.env["PATH"], HOME: process.env["HOME"], NO_PROXY: "*" },
  })
  // Nothing is ever written: an error only says that the shell has gone, and then `cat` must go too.
  child.stdin?.on("error", () => {})
  child.once("exit", () => child.stdin?.end())
  return child
}

const ready = async (
  child: ChildProcess,
  host: string,
  port: number,
  timeoutMs: number,
): Promise<string> => {
  const rpc = Rpc.make(`http://${host}:${port}`, { timeoutMs, connectionsMax: 1 })
  let said = ""
  let exit: string | undefined
  child.stderr?.on("data", (chunk: Buffer) => {
    if (said.length < 4096) said += chunk.toString("utf8")
  })
  child.once("error", (cause) => (exit = String(cause)))
  child.once("exit", (code, signal) => (exit = signal ?? `exit code ${code}`))
  const until = performance.now() + timeoutMs
  try {
    for (;;) {
      if (exit !== undefined) throw failedStart(port, exit, said)
      const version = await rpc.call("web3_clientVersion", []).catch(() => undefined)
      if (version !== undefined && exit === undefined) return String(version)
      if (performance.now() > until) throw failedStart(port, `no answer in ${timeoutMs} ms`, said)
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  } finally {
    rpc.close()
  }
}

const failedStart = (port: number, exit: string, said: string): AnvilError =>
  /address already in use/i.test(said)
    ? new PortTaken({ port })
    : new AnvilFailed({ exit, said: said.trim() })

const asError = (cause: unknown): AnvilError =>
  cause instanceof AnvilMissing ||
  cause instanceof AnvilUnfit ||
  cause instanceof PortTaken ||
  cause instanceof AnvilFailed
    ? cause
    : new AnvilFailed({ exit: String(cause), said: "" })

export type AnvilError = AnvilMissing | AnvilUnfit | PortTaken | AnvilFailed

export class AnvilMissing extends Schema.TaggedError<AnvilMissing>()("AnvilMissing", {
  looked: Schema.String,
}) {
  override get message(): string {
    return `no anvil found (looked for ${this.looked}): npm install --save-dev @foundry-rs/anvil, or use --chain memory`
  }
}

export class AnvilUnfit extends Schema.TaggedError<AnvilUnfit>()("AnvilUnfit", {
  binary: Schema.String,
  missing: Schema.Array(Schema.String),
}) {
  override get message(): string {
    return (
      `${this.binary} does not know ${this.missing.join(", ")}, without which its blocks cannot be driven: ` +
      `use the version of package.json (npm ci), or --chain memory`
    )
  }
}

export class PortTaken extends Schema.TaggedError<PortTaken>()("PortTaken", {
  port: Schema.Number,
}) {
  override get message(): string {
    return `port ${this.port} of 127.0.0.1 is taken: choose another one, or none to get any free one`
  }
}

export class AnvilFailed extends Schema.TaggedError<AnvilFailed>()("AnvilFailed", {
  exit: Schema.String,
  said: Schema.String,
}) {
  override get message(): string {
    return `anvil did not start (${this.exit})${this.said === "" ? "" : `: ${this.said}`}`
  }
}
