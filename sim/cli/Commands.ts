// The commands of the program, in the order in which they are shown.
import type { Command } from "./Command.ts"
import { command as conform } from "./command/Conform.ts"
import { command as driver } from "./command/Driver.ts"
import { command as deploy } from "./command/Deploy.ts"
import { command as demo } from "./command/Demo.ts"
import { command as key } from "./command/Key.ts"
import { command as provider } from "./command/Provider.ts"
import { command as receipts } from "./command/Receipts.ts"
import { command as reconcile } from "./command/Reconcile.ts"
import { command as relay } from "./command/Relay.ts"
import { command as rent } from "./command/Rent.ts"
import { command as replay } from "./command/Replay.ts"
import { command as report } from "./command/Report.ts"
import { command as run } from "./command/Run.ts"
import { command as sweep } from "./command/Sweep.ts"
import { command as wallet } from "./command/Wallet.ts"
import { command as validate } from "./command/Validate.ts"
import { command as vectors } from "./command/Vectors.ts"
import { command as worker } from "./command/Worker.ts"

export const all: ReadonlyArray<Command> = [
  run,
  sweep,
  worker,
  validate,
  report,
  replay,
  conform,
  vectors,
  driver,
  demo,
  key,
  deploy,
  wallet,
  provider,
  rent,
  relay,
  receipts,
  reconcile,
]

const line = ({ name, operands, about }: Command): string =>
  `  ipsx ${`${name} ${operands}`.trimEnd().padEnd(19)} ${about}`

/** What the program says about itself. */
export const overview = `ipsx: the market of internet addresses, simulated, checked and run

${all.map(line).join("\n")}

  ipsx COMMAND --help      say more about one of them
  ipsx --version

Exit codes: 0 all is well; 1 an invariant, an expectation or a case failed; 2 bad usage or input. A
run that is stopped by Ctrl-C keeps what it has, marked as partial, and exits by what it found until
then; a second Ctrl-C leaves at once, with 130.
`
