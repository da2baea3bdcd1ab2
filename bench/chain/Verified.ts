// Our side: the model applies each block and says what must come of it, the mirror mines and compares it, and this
// goes on with the next ones meanwhile.
import * as Effect from "effect/Effect"
import type * as Mirror from "../../src/chain/Mirror.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Transaction } from "../../src/model/Transaction.ts"
import * as Market from "./Market.ts"

export interface Verified {
  /** Mines the blocks, a second apart, and waits until all of them have been compared. */
  readonly blocks: (blocks: Iterable<ReadonlyArray<Transaction>>) => Promise<void>
  /** Differences found so far. */
  readonly differences: () => number
}

// Blocks that the node may be behind.
const ahead = 3

export const make = (mirror: Mirror.Mirror, ledger: Ledger.Ledger): Verified => {
  let { number, timestamp } = { number: 2, timestamp: Market.start }
  let differences = 0
  return {
    differences: () => differences,
    blocks: async (blocks) => {
      const mining: Array<Promise<ReadonlyArray<unknown>>> = []
      const settle = async (most: number) => {
        while (mining.length > most) differences += (await mining.shift()!).length
      }
      for (const transactions of blocks) {
        number += 1
        timestamp += 1
        const predicted = Market.predict(ledger, { number, timestamp }, transactions)
        for (const log of predicted.logs)
          if (log._tag === "DealSettled") Ledger.putAway(ledger, log.id)
        mining.push(Effect.runPromise(mirror.block(predicted)))
        await settle(ahead)
      }
      await settle(0)
    },
  }
}
