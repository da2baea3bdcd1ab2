// `ipsx provider`: rents out addresses until it is stopped.
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import type { Issue } from "effect/SchemaIssue"
import type { BadConfig } from "../../../src/live/ProviderConfig.ts"
import * as Problem from "../../Problem.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx provider CONFIG

Rents out the addresses that CONFIG describes, until Ctrl-C. Says what happens as lines of JSON on standard
output. The password of the key comes in the environment variable ${Live.passwordVariable}. After a crash the same
command goes on where it was.

CONFIG is YAML; paths in it are relative to it:

  key: provider.json            # a Web3 keystore, version 3 (make one with: ipsx key provider.json)
  data: provider                # where the journal is kept
  relay: http://relay.example:7400
  chain: http://127.0.0.1:8545
  listen: { host: 0.0.0.0, port: 7401, advertise: provider.example }
  offer:
    first: 203.0.113.7          # the first address, and how many follow it
    addresses: 1
    country: DE
    kind: residential           # residential, mobile or datacentre
    pricePerHour: 0.5           # whole tokens
    pricePerGigabyte: 0.1
  topUp: 20                     # whole tokens that it may deposit by itself, in all
  feeCap: 500                   # gwei that one gas may cost, at most
  policy:                       # nothing private leaves anyway; see docs/provider.md
    connectionsMax: 256
`

/** A configuration is refused in the words of a scenario. */
const said = (bad: BadConfig): { readonly message: string } =>
  bad.refused === undefined
    ? bad
    : {
        message: Problem.list(bad.refused.issue as Issue, bad.refused.value)
          .map((problem) => `${bad.file}: ${Problem.line(problem)}`)
          .join("\n"),
      }

const run = (terminal: Terminal, file: string): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Providing, ProviderConfig] = yield* Effect.promise(() =>
        Promise.all([
          import("../../../src/live/Providing.ts"),
          import("../../../src/live/ProviderConfig.ts"),
        ]),
      )
      const config = yield* Effect.mapError(ProviderConfig.load(file), said)
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected the password of ${config.key}`,
        })
      const { agent, offer } = yield* Providing.start(config, password, (event) =>
        terminal.out(Live.line(event)),
      )
      const { address } = agent.options.signer
      terminal.out(
        Live.line({ _tag: "Offering", address, offer: offer.id, endpoint: agent.endpoint }),
      )
      return yield* Deferred.await(agent.broken)
    }),
  )

export const command = Command.make({
  name: "provider",
  operands: "CONFIG",
  about: "rent out addresses, until it is stopped",
  help,
  read: (args) => Command.oneOf("provider", "CONFIG", args),
  run: ({ terminal }, file) => run(terminal, file),
})
