// What the contracts' reading functions answer, as values of the model.
import * as Address from "../model/Address.ts"
import * as Amount from "../model/Amount.ts"
import * as Channel from "../model/Channel.ts"
import type { Id } from "../model/Id.ts"
import type { Wallet } from "../model/Wallet.ts"
import * as Abi from "./Abi.ts"
import type { ChannelState } from "./Chain.ts"
import * as Codec from "./Codec.ts"
import type { Call } from "./Rpc.ts"

/** Owners or ids that one call asks for. */
const perCall = 500

/** The lists that a long list is read in. */
export const chunks = <A>(list: ReadonlyArray<A>): ReadonlyArray<ReadonlyArray<A>> =>
  Array.from({ length: Math.ceil(list.length / perCall) }, (_, at) =>
    list.slice(at * perCall, (at + 1) * perCall),
  )

/** A read of a contract as of the last block, or as of the block that the pool would make. */
export const call = (to: string, data: string, of: "latest" | "pending" = "latest"): Call => ({
  method: "eth_call",
  params: [{ to, data }, of],
})

export const walletsCall = (centralizer: string, owners: ReadonlyArray<Address.Address>): Call =>
  call(centralizer, Abi.reads.wallets(owners))

/** The wallets in a list's order: an offset and a count, then balance and reserve of each. */
export const wallets = (
  owners: ReadonlyArray<Address.Address>,
  data: unknown,
): ReadonlyArray<Wallet> => {
  const words = Codec.words(data as string)
  return owners.map((id, at) => ({
    id,
    balance: Amount.of(number(words[2 + 2 * at])),
    reserved: Amount.of(number(words[3 + 2 * at])),
  }))
}

/** What is answered for wallets that are as the model says. PERF: comparing text is cheaper than reading it. */
export const walletsText = (list: ReadonlyArray<Wallet>): string => {
  let text = `0x${Codec.word(32)}${Codec.word(list.length)}`
  for (const { balance, reserved } of list) text += Codec.word(balance) + Codec.word(reserved)
  return text
}

export const channelsCall = (centralizer: string, ids: ReadonlyArray<Id>): Call =>
  call(centralizer, Abi.reads.channels(ids))

// Provider, paid, requester, cap, bond, start, end, armedAt, armedBlock, phase, flags; then the rare meterDue, due,
// challengedAt, providerStoppedAt, noticeAt.
const channelWords = 16

/** The channels in a list's order. */
export const channels = (ids: ReadonlyArray<Id>, data: unknown): ReadonlyArray<ChannelState> => {
  const words = Codec.words(data as string)
  return ids.map((id, at) => {
    const word = (field: number): string => words[2 + channelWords * at + field] ?? "0"
    const amount = (field: number) => Amount.of(number(word(field)))
    return {
      id,
      phase: Channel.phases[Number(number(word(9)))]!,
      provider: Codec.decodeWord("address", word(0)) as Address.Address,
      requester: Codec.decodeWord("address", word(2)) as Address.Address,
      cap: amount(3),
      bond: amount(4),
      paid: amount(1),
      meterDue: amount(11),
    }
  })
}

/** What a channel of the model reads as. */
export const stateOf = (id: Id, channel: Channel.Channel | undefined): ChannelState => {
  const zero = { provider: Address.zero, requester: Address.zero, paid: Amount.zero }
  const none = { cap: Amount.zero, bond: Amount.zero, meterDue: Amount.zero, phase: "None" }
  if (channel === undefined) return { id, ...zero, ...none } as ChannelState
  const { deal, facts, phase } = channel
  const { provider, requester, cap, bond } = deal
  return { id, phase, provider, requester, cap, bond, paid: facts.paid, meterDue: facts.meterDue }
}

/** A single integer. */
export const integer = (data: unknown): bigint => number((data as string).slice(2))

const number = (digits: string | undefined): bigint =>
  digits === undefined || digits === "" ? 0n : BigInt(`0x${digits}`)
