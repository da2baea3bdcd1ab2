// What a lease leaves in a town, for those who look at it afterwards.
import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Town from "../../sim/demo/Town.ts"
import * as Follower from "../../src/chain/Follower.ts"
import * as Genesis from "../../src/chain/Genesis.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Rpc from "../../src/chain/Rpc.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Centralizer from "../../src/model/Centralizer.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import * as Time from "../../src/model/Time.ts"
import * as Client from "../../src/relay/Client.ts"

/** The model's ledger with the wallets of the town, as they were before its first deal. */
export const ledger = (town: Town.Town): Ledger.Ledger => {
  const curve = NativeCurve.fastest()
  const { accounts } = Genesis.make(curve)
  const made = Ledger.make(Town.parameters, {
    centralizer: town.place.centralizer,
    platform: accounts.platform,
    holders: accounts,
  })
  const funds = Amount.of(100n * 10n ** 18n)
  const wallets = [town.wallets.provider, town.wallets.requester].map((w) => [w, funds] as const)
  for (const transaction of Result.getOrThrow(Genesis.transactions(accounts, wallets)))
    Result.getOrThrow(
      Centralizer.apply(made, transaction, { number: 3, timestamp: Time.seconds(1000) }),
    )
  return made
}

/** Everything that the chain says after the town's foundation. */
export const chainLogs = async (town: Town.Town) => {
  const rpc = Rpc.make(town.chain)
  const options = {
    rpc,
    centralizer: town.place.centralizer,
    after: 3,
    finality: 0,
    pollMs: 0,
    take: async () => {},
    trouble: () => {},
  }
  try {
    return (await Follower.next(options, 3)).flatMap(({ logs }) => logs)
  } finally {
    rpc.close()
  }
}

/** Everything that a lease has left with anybody: both parties' files, the relay's log, and all that the chain has. */
export const traces = async (town: Town.Town): Promise<string> => {
  const files = ["provider", "sdk"].flatMap((name) =>
    readdirSync(join(town.directory, name)).map((file) =>
      readFileSync(join(town.directory, name, file), "utf8"),
    ),
  )
  const rpc = Rpc.make(town.chain)
  try {
    // The first three are the town's own foundation.
    const count = Number(await rpc.call("eth_blockNumber", [])) - 3
    const blocks = Array.from({ length: count }, (_, n) => ({
      method: "eth_getBlockByNumber",
      params: [`0x${(n + 4).toString(16)}`, true],
    }))
    const chain = await rpc.batch([
      ...blocks,
      { method: "eth_getLogs", params: [{ fromBlock: "0x4" }] },
    ])
    const log = await Effect.runPromise(Client.log(town.url))
    return JSON.stringify([files, chain, log], (_, value: unknown) =>
      typeof value === "bigint" ? value.toString() : value,
    )
  } finally {
    rpc.close()
  }
}
