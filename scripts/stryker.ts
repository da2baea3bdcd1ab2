// Mutation testing with Stryker, one folder of the core after the other, and what of the survivors is proved equivalent.
// Takes long: about a second for each of some thousand mutants. What was tried before is not tried again while neither
// its file nor its tests have changed.
//
// Usage: node scripts/stryker.ts [--judge] [--check] [--share 0.1] [--workers 2] [--resume] [--mutate FILES] [agreement-fsm] [model] [matching] [book]
//   --judge    reads the last report only
//   --check    says what the committed table has, and which folders have changed since; measures nothing
//   --share    with this part of each property's examples only, which kills most in a tenth of the time; what survives
//              is tried again by the next run
//   --workers  so many processes at once; one when left out
//   --resume   what a run that was broken off has killed stays so; the sources are the same, and no test is gone
//   --mutate   only these files of one folder, as Stryker writes patterns
import * as fs from "node:fs"
import * as path from "node:path"
import { parseArgs } from "node:util"
import { Stryker } from "@stryker-mutator/core"
import * as Options from "./stryker/Options.ts"
import * as Report from "./stryker/Report.ts"
import * as Scores from "./stryker/Scores.ts"

const root = path.resolve(import.meta.dirname, "..")
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    judge: { type: "boolean" },
    check: { type: "boolean" },
    mutate: { type: "string" },
    share: { type: "string" },
    resume: { type: "boolean", default: false },
    workers: { type: "string", default: "1" },
  },
})
for (const name of positionals)
  if (!(name in Scores.bars)) {
    console.error(
      `There is no folder ${name} to mutate; there are ${Object.keys(Scores.bars).join(", ")}.`,
    )
    process.exit(2)
  }

/** What survived is tried again: a test that is new since then may reach it when its file is loaded, which Stryker does not see. */
const forgetSurvivors = (file: string, isTried: (name: string) => boolean): void => {
  if (!fs.existsSync(file)) return
  const report: Report.Report = JSON.parse(fs.readFileSync(file, "utf8"))
  const files = Object.entries(report.files).map(([name, { mutants, ...rest }]) => [
    name,
    {
      ...rest,
      mutants: mutants.filter(({ status }) => status === "Killed" || !isTried(name)),
    },
  ])
  fs.writeFileSync(file, JSON.stringify({ ...report, files: Object.fromEntries(files) }))
}

const run = async (folder: string): Promise<void> => {
  const options = Options.of(folder, values.mutate, Number(values.workers))
  // Where the workers read which tests they are to run, and how many of their examples.
  process.env["IPSX_FOLDER"] = folder
  process.env["IPSX_SHARE"] = values.share ?? "1"
  process.env["IPSX_RUNS"] = values.share ?? "1"
  const journal = path.join(root, `out/stryker/${folder}.log`)
  if (values.resume) process.env["IPSX_RESUME"] = "1"
  else fs.rmSync(journal, { force: true })
  const only = values.mutate?.split(",")
  forgetSurvivors(
    path.join(root, options.incrementalFile!),
    (name) => only === undefined || only.some((pattern) => path.matchesGlob(name, pattern)),
  )
  await new Stryker(options).runMutationTest()
}

if (values.check === true) {
  for (const { folder, score, fresh } of Scores.read())
    console.log(
      `${folder}: ${(100 * score).toFixed(2)} %${fresh ? "" : ", of sources that have changed since"}`,
    )
  process.exit()
}

for (const folder of positionals.length === 0 ? Object.keys(Scores.bars) : positionals) {
  console.log(`== ${folder}`)
  if (values.judge !== true) await run(folder)
  const verdict = Report.judge(path.join(root, `out/stryker/${folder}.json`))
  const { mutants, killed, unloadable, equivalent, survivors } = verdict
  for (const [what, list] of [
    ["does not load", unloadable],
    ["equivalent", equivalent],
    ["SURVIVES", survivors],
  ] as const)
    for (const { file, line, mutator, replacement } of list)
      console.log(`${what} ${file}:${line} ${mutator} ${JSON.stringify(replacement).slice(0, 80)}`)
  const score = Scores.score(verdict)
  console.log(
    `${folder}: ${mutants} mutants, ${killed} killed, ${unloadable.length} do not load, ` +
      `${equivalent.length} proved equivalent, ` +
      `${survivors.length} survive: ${(100 * score).toFixed(2)} %`,
  )
  // A part of a folder says nothing about the whole.
  if (values.mutate === undefined) Scores.write(folder, verdict)
  if (score < Scores.bars[folder]!) process.exitCode = 1
}
