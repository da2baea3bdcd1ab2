// The state of a market read back from the chain, row by row as `Ledger.digestRows` writes it: what both agree on.
import type { Address } from "../model/Address.ts"
import * as Channel from "../model/Channel.ts"
import type { Id } from "../model/Id.ts"
import * as Wallet from "../model/Wallet.ts"
import * as Abi from "./Abi.ts"
import type { Rpc } from "./Rpc.ts"
import type { Place } from "./Signer.ts"
import * as View from "./View.ts"

/**
 * All rows of the accounts asked for, sorted. Empty wallets and token accounts have none.
 *
 * @example
 * (await State.rows(rpc, place, { wallets, channels, tokens })).join("\n")
 */
export const rows = async (
  rpc: Rpc,
  { centralizer, token }: Place,
  accounts: {
    readonly wallets: Iterable<Address>
    readonly channels: Iterable<Id>
    readonly tokens: Iterable<Address>
  },
): Promise<ReadonlyArray<string>> => {
  const [fees, supply] = await rpc.batch([
    View.call(centralizer, Abi.reads.fees()),
    View.call(token, Abi.reads.totalSupply()),
  ])
  const list = [`fees ${View.integer(fees)}`, `supply ${View.integer(supply)}`]
  for (const owners of View.chunks([...new Set(accounts.wallets)])) {
    const { method, params } = View.walletsCall(centralizer, owners)
    for (const wallet of View.wallets(owners, await rpc.call(method, params)))
      if (!Wallet.isEmpty(wallet))
        list.push(`wallet ${wallet.id} ${wallet.balance} ${wallet.reserved}`)
  }
  for (const ids of View.chunks([...new Set(accounts.channels)])) {
    const { method, params } = View.channelsCall(centralizer, ids)
    for (const { id, phase, paid, cap, bond } of View.channels(ids, await rpc.call(method, params)))
      if (phase !== "None")
        list.push(`channel ${id} ${Channel.phaseCode(phase)} ${paid} ${cap} ${bond}`)
  }
  for (const owners of View.chunks([...new Set(accounts.tokens)])) {
    const balances = await rpc.batch(
      owners.map((owner) => View.call(token, Abi.reads.balanceOf(owner))),
    )
    for (const [at, owner] of owners.entries()) {
      const balance = View.integer(balances[at])
      if (balance > 0n) list.push(`token ${owner} ${balance}`)
    }
  }
  return list.sort()
}
