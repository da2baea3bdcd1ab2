import { Session } from "node:inspector/promises"
import { join } from "node:path"
import { pathToFileURL } from "node:url"
import { describe, expect, it } from "vitest"
import * as Flame from "../../bench/harness/Flame.ts"
import * as Profile from "../../bench/harness/Profile.ts"

const at = (file: string) => pathToFileURL(join(import.meta.dirname, "../..", file)).href
const node = (id: number, functionName: string, url: string, children: Array<number> = []) => ({
  id,
  callFrame: { functionName, url, lineNumber: 41 },
  children,
})
/** Effect calls the market's step, which calls node's crypto, in which a callback of ours works too. */
const profile: Profile.CpuProfile = {
  nodes: [
    node(1, "(root)", "", [2, 3, 4]),
    node(2, "(idle)", ""),
    node(3, "(garbage collector)", ""),
    node(4, "runLoop", at("node_modules/effect/dist/internal/effect.js"), [5]),
    node(5, "step", at("src/Exchange.ts"), [6]),
    node(6, "hash", "node:internal/crypto", [7, 8]),
    node(7, "update", "", []),
    node(8, "", at("src/signature/Hex.ts")),
  ],
  samples: [2, 3, 5, 4, 7, 6, 8, 8],
  timeDeltas: [1000, 1, 10, 100, 20, 30, 5, -7],
}

const lines = (frame: Profile.Frame, depth = 0): ReadonlyArray<string> => [
  `${" ".repeat(depth)}${frame.name} ${frame.place} ${frame.total}`,
  ...[...frame.children.values()].flatMap((below) => lines(below, depth + 1)),
]

describe("a profile", () => {
  it("becomes a tree of our functions, with libraries where they worked themselves", () => {
    expect(lines(Profile.tree(profile))).toEqual([
      "all  166",
      " garbage collection V8 1",
      " effect effect 100",
      " Exchange.step src/Exchange.ts 65",
      "  node node 50",
      "  Hex:42 src/signature/Hex.ts 5",
    ])
  })

  it("is drawn as wide as the time is long, and what is too narrow to be seen is left out", () => {
    const picture = Flame.svg("A & B", Profile.tree(profile))
    const widths = [
      ...picture.matchAll(/<title>([^:<]*)[^<]*<\/title><rect [^>]*width="([\d.]+)"/g),
    ]
    const widthOf = Object.fromEntries(widths.map(([, name, width]) => [name, Number(width)]))
    expect(widthOf["all"]).toBeCloseTo(1199.4)
    expect(widthOf["Exchange.step, src/Exchange.ts"]).toBeCloseTo((65 / 166) * 1200 - 0.6, 0)
    expect(picture).toContain("A &amp; B: 0.0 s at work")
    const tiny = { ...profile, samples: [5, 8], timeDeltas: [1_000_000, 1] }
    expect(Flame.svg("", Profile.tree(tiny))).not.toContain("Hex")
  })

  it("is what this version of node writes", async () => {
    const session = new Session()
    session.connect()
    await session.post("Profiler.enable")
    await session.post("Profiler.start")
    for (let i = 0; i < 1e7; i++) Math.sqrt(i)
    const { profile } = await session.post("Profiler.stop")
    session.disconnect()
    expect(Profile.tree(profile as Profile.CpuProfile).total).toBeGreaterThan(0)
  })
})
