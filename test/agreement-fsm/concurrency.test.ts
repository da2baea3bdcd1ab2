import { readFileSync } from "node:fs"
import { expect, test } from "vitest"
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Concurrency from "../../src/agreement-fsm/explore/Concurrency.ts"

const published = [
  ...readFileSync("spec/agreement.md", "utf8").matchAll(
    /^\| (own\/own|own\/timer|timer\/timer) \| `(\w+)` \| `(\w+)` \|/gm,
  ),
].map(([, kind, a, b]) => `${kind}: ${a} | ${b}`)

test("IPSX-AGR-044: the order of concurrent events changes the ledger only for the published pairs", () => {
  const found = Concurrency.explore({
    honestP: false,
    honestR: false,
    levels: 1,
    inFlight: 1,
    prepaid: 0,
    rules: Channel.rules,
  })
  const kinds = [...found.pairs.keys()].map((name) => name.split(":")[0])
  const count = (kind: string): number => kinds.filter((found) => found === kind).length
  console.log(
    `${found.worlds} worlds, ${found.tried} pairs tried both ways;`,
    `own/own ${count("own/own")}, own/timer ${count("own/timer")}, timer/timer ${count("timer/timer")}`,
  )
  expect([...found.pairs.keys()]).toEqual([...published].sort())
  expect(count("timer/timer")).toBe(0)
  expect(found.tried).toBeGreaterThan(1_000_000)
})
