// Plays cases of the fault matrix, several at a time, and says of each what became of it.
//
//   node test/fault/main.ts [SEEDS] [LANES]     SEEDS like 17 or 0..119 or 3,8..10
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Case from "./Case.ts"
import * as Lanes from "./Lanes.ts"
import * as Play from "./Play.ts"
import * as Scene from "./Scene.ts"

const [asked = `0..${Case.all - 1}`, count = "2"] = process.argv.slice(2)
const cases = Lanes.seeds(asked).map(Case.of)
const directory = mkdtempSync(join(tmpdir(), "ipsx-fault-"))
const shared = await Play.share(directory, cases.length)
const sum = { good: 0, failed: 0, skipped: 0 }

const show = ({ one, problems, facts, seconds }: Play.Outcome): void => {
  const isGood = problems.length === 0
  sum[isGood ? "good" : "failed"]++
  const { "provider said": provider, "requester said": requester, ...rest } = facts
  const word = isGood ? "good  " : "FAILED"
  const time = `${seconds.toFixed(1).padStart(6)} s`
  console.log(
    `${word} ${String(one.seed).padStart(3)} ${time}  ${Case.describe(one)}  ${JSON.stringify(rest)}`,
  )
  for (const problem of problems) console.log(`    ${problem}`)
  if (!isGood)
    console.log(`  provider: ${provider}\n  requester: ${requester}\n  again: ${Case.replay(one)}`)
}

const lanes = Lanes.make(Number(count))
await Promise.all(
  cases.map((one) =>
    lanes(async () => {
      const impossible = Scene.impossible(one)
      if (impossible === undefined) return show(await Play.play(one, shared))
      sum.skipped++
      return console.log(`skipped ${one.seed}: ${Case.describe(one)}: ${impossible}`)
    }),
  ),
)
await Play.unshare(shared)
rmSync(directory, { recursive: true, force: true })
console.log(`${sum.good} good, ${sum.failed} failed, ${sum.skipped} skipped`)
process.exit(sum.failed === 0 ? 0 : 1)
