// The committed scenarios at full size: each is good by its own expectations, and what has to be equal is equal:
// two runs, and the model against the contracts.
import * as path from "node:path"
import type { Summary } from "../../sim/Summary.ts"
import * as Step from "./Step.ts"

type Chain = "memory" | "anvil"

const once = async (context: Step.Context, scenario: string, chain: Chain): Promise<Summary> => {
  const into = path.join(path.dirname(context.log), `${scenario}-${chain}`)
  const file = `scenarios/${scenario}.yaml`
  const args = ["run", file, "--chain", chain, "--out", into, "--format", "json", "--no-progress"]
  return JSON.parse(await Step.program(context, "node", ["sim/cli.ts", ...args])) as Summary
}

const mustEqual = (what: string, a: string | null, b: string | null): void => {
  if (a !== b || a === null) throw new Error(`${what}: ${a} is not ${b}`)
}

/** Runs a scenario on the chains named, one after the other. */
export const compared = (scenario: string, chains: ReadonlyArray<Chain>): Step.Step => ({
  name: `scenario ${scenario}: ${chains.join(", ")}`,
  run: async (context) => {
    const runs: Array<Summary> = []
    for (const chain of chains) runs.push(await once(context, scenario, chain))
    const [first] = runs as [Summary]
    for (const run of runs) {
      mustEqual("trace", run.traceHash, first.traceHash)
      mustEqual("state", run.chain.stateDigest, first.chain.stateDigest)
      if (run.chain.kind === "anvil" && first.chain.kind === "anvil")
        mustEqual("head block", run.chain.headHash, first.chain.headHash)
    }
    const seconds = runs.map(({ wallSeconds }) => `${wallSeconds.toFixed(0)} s`).join(", ")
    return `${first.deals.settled} deals, ${first.events} events, ${seconds}; trace ${first.traceHash.slice(0, 10)}`
  },
})
