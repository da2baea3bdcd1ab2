// What V8's sampling profiler writes (`node --cpu-prof`), as a tree of frames: what was called from where, and how long
// it was at work. Libraries and the runtime only appear where they worked, and not where they carry a call.
import { basename, relative } from "node:path"
import { fileURLToPath } from "node:url"

/** As much of a `.cpuprofile` as is read here; times in microseconds. */
export interface CpuProfile {
  readonly nodes: ReadonlyArray<{
    readonly id: number
    readonly callFrame: {
      readonly functionName: string
      readonly url: string
      readonly lineNumber: number
    }
    readonly children?: ReadonlyArray<number>
  }>
  readonly samples: ReadonlyArray<number>
  readonly timeDeltas: ReadonlyArray<number>
}

export interface Frame {
  /** The noun of the file and the function, or the line where that has no name; of others, the library. */
  readonly name: string
  /** The file, from the root of the project on, or the library. */
  readonly place: string
  /** Microseconds in it and in what it called. */
  total: number
  readonly parent: Frame | undefined
  readonly children: Map<string, Frame>
}

const root = fileURLToPath(new URL("../../", import.meta.url))
const collector = "(garbage collector)"
/** Times in which the program did not run, and the frame that is above all. */
const idle = new Set(["(idle)", "(program)"])

const child = (parent: Frame, name: string, place: string): Frame => {
  const key = `${name} ${place}`
  const known = parent.children.get(key)
  if (known !== undefined) return known
  const frame = { name, place, total: 0, parent, children: new Map() }
  parent.children.set(key, frame)
  return frame
}

/** The file of a function of this project; of any other, the library. */
const placeOf = (url: string): string => {
  if (!url.startsWith("file:")) return url.startsWith("wasm:") ? "WebAssembly" : "node"
  const path = relative(root, fileURLToPath(url))
  return /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1] ?? path
}

/**
 * The tree of a profile.
 *
 * @example
 * const { total } = Profile.tree(JSON.parse(readFileSync("CPU.cpuprofile", "utf8")))
 */
export const tree = ({ nodes, samples, timeDeltas }: CpuProfile): Frame => {
  const byId = new Map(nodes.map((node) => [node.id, node]))
  const self = new Map<number, number>()
  for (const [at, id] of samples.entries())
    self.set(id, (self.get(id) ?? 0) + Math.max(0, timeDeltas[at]!))
  const whole: Frame = { name: "all", place: "", total: 0, parent: undefined, children: new Map() }
  /** `own` is the last function of ours, and `library` what it called into, if that has not called back. */
  const enter = (id: number, own: Frame, library: string): void => {
    const { callFrame, children } = byId.get(id)!
    const { functionName, url, lineNumber } = callFrame
    if (idle.has(functionName)) return
    const place = placeOf(url)
    if (functionName === collector) own = child(own, "garbage collection", "V8")
    else if (place.endsWith(".ts")) {
      // As it is called from elsewhere: `Wallet.reserve`.
      const noun = basename(place, ".ts")
      own = child(
        own,
        `${noun}${functionName === "" ? `:${lineNumber + 1}` : `.${functionName}`}`,
        place,
      )
      library = ""
    } else if (library === "" && functionName !== "(root)") library = place
    const worker = library === "" ? own : child(own, library, library)
    const time = self.get(id) ?? 0
    for (let at: Frame | undefined = worker; at !== undefined; at = at.parent) at.total += time
    for (const below of children ?? []) enter(below, own, library)
  }
  enter(nodes[0]!.id, whole, "")
  return whole
}
