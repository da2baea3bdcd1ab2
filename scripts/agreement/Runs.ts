// The runs of the exhaustive search whose counts spec/agreement.md publishes, the long ones too.
import * as Channel from "../../src/agreement-fsm/explore/Channel.ts"
import * as Explorer from "../../src/agreement-fsm/explore/Explorer.ts"
import type { Setup } from "../../src/agreement-fsm/explore/Moves.ts"

const base = { levels: 2, inFlight: 1, prepaid: 0, rules: Channel.rules } as const
const runs: ReadonlyArray<readonly [string, Setup]> = [
  ["two liars", { ...base, honestP: false, honestR: false }],
  ["honest provider", { ...base, honestP: true, honestR: false }],
  ["honest requester, prepaid", { ...base, honestP: false, honestR: true, prepaid: 1 }],
  ["both honest, 1 level, 1 message", { ...base, honestP: true, honestR: true, levels: 1 }],
  [
    "both honest, 1 level, 2 messages",
    { ...base, honestP: true, honestR: true, levels: 1, inFlight: 2 },
  ],
  ["both honest, 2 levels, 2 messages", { ...base, honestP: true, honestR: true, inFlight: 2 }],
]

/** Prints one line for each run; false when a promise is broken in one of them. Takes about two minutes. */
export const all = (print: (line: string) => void): boolean => {
  let kept = true
  for (const [name, setup] of runs) {
    const { broken, ...counts } = Explorer.explore(setup)
    print(`${name}: ${JSON.stringify(counts)}`)
    for (const [promise, world] of broken) print(`  broken: ${promise} ${JSON.stringify(world)}`)
    kept &&= broken.size === 0 && counts.stuck === 0 && counts.anomalous === 0
  }
  return kept
}
