// `ipsx receipts`: who had an address of a provider, and when.
import { readdirSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type { LeaseRecord } from "../../../src/live/LeaseRecord.ts"
import type * as Recording from "../../../src/live/Recording.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx receipts DATA [--address A] [--at TIME]

Says, as lines of JSON, who had which address of a provider and from when to when, by what the requesters have signed: the
lease receipt, or the deal where there is none. DATA is the folder that the provider's configuration names; its program
may run meanwhile. Older parts of the journal, journal.NUMBER beside it, are read too.

  --address A  only leases that had this address
  --at TIME    only leases of this moment: a date as in 2026-11-29T12:30:00Z, or seconds since 1970. Clocks may differ by seconds
`

interface Given {
  readonly data: string
  readonly address: string | undefined
  /** Seconds since 1970. */
  readonly at: number | undefined
}

/** Seconds by which a lease may lie beside the moment that somebody else's clock has said. */
const slack = 10

const read = (args: ReadonlyArray<string>): Command.Read<Given> =>
  Result.flatMap(
    Command.split("receipts", args, { address: { type: "string" }, at: { type: "string" } }),
    ({ values: { address, at }, positionals }) => {
      const bad = (problem: string) => Command.bad(problem, "receipts")
      if (positionals.length !== 1) return bad(`expected one DATA, got ${positionals.length}`)
      const moment = at === undefined ? undefined : secondsOf(at)
      if (Number.isNaN(moment))
        return bad(`--at: expected a date as in 2026-11-29T12:30:00Z, or seconds, got "${at}"`)
      return Result.succeed({ data: positionals[0]!, address, at: moment })
    },
  )

const secondsOf = (text: string): number =>
  /^\d{1,12}$/.test(text) ? Number(text) : Math.floor(Date.parse(text) / 1000)

const isAsked = ({ address, at }: Given, { addresses, from, to }: LeaseRecord): boolean =>
  (address === undefined || addresses.some((one) => one === address)) &&
  (at === undefined || (from - slack <= at && at <= to + slack))

const time = (seconds: number): string => new Date(seconds * 1000).toISOString()

const run = (terminal: Terminal, given: Given): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Journal, LeaseRecord, NativeCurve] = yield* Effect.promise(() =>
        Promise.all([
          import("../../../src/live/Journal.ts"),
          import("../../../src/live/LeaseRecord.ts"),
          import("../../../src/chain/NativeCurve.ts"),
        ]),
      )
      const names = yield* Effect.try({
        try: () => readdirSync(given.data),
        catch: () => ({ message: `${given.data}: expected the folder of a provider's data` }),
      })
      const older = names.filter((name) => /^journal\.\d+$/.test(name))
      const byTime = older.sort((a, b) => Number(a.slice(8)) - Number(b.slice(8)))
      const parts: Array<ReadonlyArray<Recording.Entry>> = []
      for (const name of [...byTime, "journal"])
        parts.push(yield* Journal.read(join(given.data, name)))
      for (const lease of LeaseRecord.of(NativeCurve.fastest(), parts))
        if (isAsked(given, lease))
          terminal.out(Live.line({ ...lease, from: time(lease.from), to: time(lease.to) }))
    }),
  )

export const command = Command.make({
  name: "receipts",
  operands: "DATA",
  about: "say who had an address of a provider",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
