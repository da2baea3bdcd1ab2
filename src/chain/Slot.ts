// Alters a wallet in the storage of the contract, past its rules: how a test shows that the comparison would find an
// error of the contract. Only a local node allows it.
import type { Address } from "../model/Address.ts"
import { noble } from "../signature/Curve.ts"
import * as Hex from "../signature/Hex.ts"
import * as Codec from "./Codec.ts"
import type { Rpc } from "./Rpc.ts"
import * as View from "./View.ts"

// The mapping of wallets is among the first variables of the contract.
const slotsMax = 16

/**
 * Adds base units to the balance of a wallet that is not empty.
 *
 * @example
 * await Slot.alterWallet(mirror.rpc, mirror.info, provider, 1n)
 * @throws RangeError when the wallet is empty, so that its slot cannot be told from others.
 */
export const alterWallet = async (
  rpc: Rpc,
  { centralizer }: { readonly centralizer: string },
  owner: Address,
  delta: bigint,
): Promise<void> => {
  const { method, params } = View.walletsCall(centralizer, [owner])
  const [wallet] = View.wallets([owner], await rpc.call(method, params))
  const { balance, reserved } = wallet!
  const packed = `0x${Codec.word((BigInt(reserved) << 128n) | balance)}`
  if (BigInt(packed) === 0n) throw new RangeError(`the wallet ${owner} is empty`)
  for (let index = 0; index < slotsMax; index++) {
    const slot = slotOf(owner, index)
    if ((await rpc.call("eth_getStorageAt", [centralizer, slot, "latest"])) !== packed) continue
    const altered = `0x${Codec.word((BigInt(reserved) << 128n) | (balance + delta))}`
    await rpc.call("anvil_setStorageAt", [centralizer, slot, altered])
    return
  }
  throw new RangeError(`the wallet ${owner} is in none of the first ${slotsMax} mappings`)
}

// Where Solidity keeps the value of a key of the mapping at an index.
const slotOf = (owner: Address, index: number): string =>
  Hex.fromBytes(
    noble.keccak(Hex.toBytes(`0x${owner.slice(2).padStart(64, "0")}${Codec.word(index)}`)),
  )
