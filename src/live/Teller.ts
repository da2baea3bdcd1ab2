// A purse of its own, for who only moves tokens and is no party to a deal.
import * as Effect from "effect/Effect"
import type * as Scope from "effect/Scope"
import * as Rpc from "../chain/Rpc.ts"
import * as Journal from "./Journal.ts"
import * as Ownership from "./Ownership.ts"
import * as Purse from "./Purse.ts"
import * as Repeats from "./Repeats.ts"
import type * as Setup from "./Setup.ts"
import * as Submissions from "./Submissions.ts"

const pollMs = 200

/**
 * Opens a purse over a journal in `file`; both end with the scope.
 *
 * @example
 * const purse = yield* Teller.open(yield* Setup.market(options), options.chain, "data/wallet", console.error)
 */
export const open = (
  { signer, curve, place, parameters, feeCap }: Setup.Market,
  chain: string,
  file: string,
  trouble: (message: string) => void,
): Effect.Effect<Purse.Purse, Journal.JournalUnusable, Scope.Scope> =>
  Effect.gen(function* () {
    const { journal, entries } = yield* Journal.open(file)
    const first = yield* Ownership.check(file, entries, signer.address, place)
    yield* Effect.tryPromise({
      try: () => journal.append(first),
      catch: (cause) => new Journal.JournalUnusable({ file, reason: (cause as Error).message }),
    })
    const rpc = yield* Effect.acquireRelease(
      Effect.sync(() => Rpc.make(chain, { timeoutMs: 5000 })),
      (rpc) => Effect.sync(rpc.close),
    )
    const submissions = yield* Effect.acquireRelease(
      Effect.sync(() =>
        Submissions.make({
          rpc,
          curve,
          place,
          signer,
          evidence: new Map(),
          journal,
          pollMs,
          finality: parameters.finality,
          feeCap,
          numbered: Submissions.numbered(entries),
          refused: (_submission, _error, notes) => journal.append(notes),
          trouble: Repeats.quiet(trouble),
        }),
      ),
      (made) => Effect.sync(made.close),
    )
    const address = signer.address
    const options = { rpc, place, address, submissions, journal, topUp: 0n }
    return Purse.open({ ...options, ...Purse.recorded(entries) })
  })
