// `ipsx replay`: its arguments.
import * as Command from "../Command.ts"
import * as Replay from "../Replay.ts"

const help = `ipsx replay DIR

Runs the run of DIR again, from its own copy of the scenario, and compares the hashes of the
trace, of the final state and of the last block.
`

export const command = Command.make({
  name: "replay",
  operands: "DIR",
  about: "run a run again and compare its hashes",
  help,
  read: (args) => Command.oneOf("replay", "DIR", args),
  run: ({ terminal, runner, version }, directory) =>
    Replay.run(terminal, runner, version, directory),
})
