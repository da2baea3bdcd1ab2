// Whose a journal is: played with another key or for another market it would sign what nobody has agreed to.
import * as Effect from "effect/Effect"
import type { Place } from "../chain/Signer.ts"
import type { Address } from "../model/Address.ts"
import * as Journal from "./Journal.ts"
import type * as Recording from "./Recording.ts"

/**
 * The first entry of a journal that has none yet; fails when it is somebody else's, or of another market.
 *
 * @example
 * const first = yield* Ownership.check(file, entries, signer.address, place)
 */
export const check = (
  file: string,
  entries: ReadonlyArray<Recording.Entry>,
  address: Address,
  { chainId, centralizer }: Place,
): Effect.Effect<ReadonlyArray<Recording.Entry>, Journal.JournalUnusable> => {
  const opened = entries.find((entry) => entry._tag === "Opened")
  if (opened === undefined)
    return Effect.succeed([{ _tag: "Opened", address, chainId, centralizer }])
  const isOwn =
    opened.address === address && opened.chainId === chainId && opened.centralizer === centralizer
  if (isOwn) return Effect.succeed([])
  const whose = `${opened.address} in the market ${opened.centralizer} on chain ${opened.chainId}`
  const asked = `${address} in the market ${centralizer} on chain ${chainId}`
  const reason = `it is of ${whose}, and not of ${asked}: use that key and market with it, or another data directory`
  return Effect.fail(new Journal.JournalUnusable({ file, reason }))
}
