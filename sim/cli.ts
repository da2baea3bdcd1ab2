#!/usr/bin/env node
// The program `ipsx`. The simulator itself is loaded only when a run needs it.
import * as Effect from "effect/Effect"
import * as Main from "./cli/Main.ts"
import type { Runner } from "./cli/RunCommand.ts"
import * as Terminal from "./cli/Terminal.ts"
import * as Version from "./cli/Version.ts"

const runner: Runner = (loaded, options) =>
  Effect.flatMap(
    Effect.promise(() => import("./Run.ts")),
    (Run) => Run.run(loaded, options),
  )

process.exitCode = await Main.main(process.argv.slice(2), Terminal.real(), runner, Version.read())
