// `ipsx driver`: one of our own implementations behind the driver protocol, for `ipsx conform` to test.
import * as Result from "effect/Result"
import * as Command from "../Command.ts"

const names = ["reference", "outcomes", "machine", "contracts"] as const
type Name = (typeof names)[number]

const help = `ipsx driver ${names.join("|")}

Answers the driver protocol (spec/driver/PROTOCOL.md) on standard input and output, as an implementation under test:

  reference   the library, every class
  outcomes    the library's agreement, showing what comes of a deal and not its registers
  machine     the statechart that the library's table is derived from, class agreement
  contracts   the contracts on an anvil of their own, with real signatures; needs anvil

The suite starts it by itself: ipsx conform -- ipsx driver reference
`

const read = (args: ReadonlyArray<string>): Command.Read<Name> =>
  Result.flatMap(Command.oneOf("driver", names.join("|"), args), (name) =>
    (names as ReadonlyArray<string>).includes(name)
      ? Result.succeed(name as Name)
      : Command.bad(`expected ${names.join(", ")}, got "${name}"`, "driver"),
  )

export const command = Command.make({
  name: "driver",
  operands: "NAME",
  about: "be an implementation that the conformance suite can test",
  help,
  read,
  run: async (_, name) => {
    const [Own, Stdio] = await Promise.all([
      import("../../../src/conformance/process/Own.ts"),
      import("../../../src/conformance/process/Stdio.ts"),
    ])
    return Stdio.serve(await Own.subject(name))
  },
})
