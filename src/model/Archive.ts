// What a chain keeps of channels that are final: the parties, the cap, the bond and what was paid. The terms of a deal
// that is over can decide nothing any more, so they are forgotten. PERF: some ninety bytes for a channel in typed
// arrays, and nothing for the garbage collector to look at, where a whole record is a kilobyte.
import type { Address } from "./Address.ts"
import * as Amount from "./Amount.ts"
import * as Channel from "./Channel.ts"
import type { Deal } from "./Deal.ts"
import * as Id from "./Id.ts"
import * as IdList from "./IdList.ts"
import type { Seconds } from "./Time.ts"

export interface Archive {
  readonly ids: IdList.IdList
  /** The parties of each channel, by their numbers. */
  readonly parties: Array<Uint32Array>
  /** Cap, bond and paid amount: 96 bits of each, lowest word first. */
  readonly amounts: Array<Uint32Array>
  readonly names: Array<Address>
  readonly numbers: Map<Address, number>
}

const pieceBits = 12
const pieceRows = 2 ** pieceBits
const amountWords = 3

export const make = (): Archive => ({
  ids: IdList.make(),
  parties: [],
  amounts: [],
  names: [],
  numbers: new Map(),
})

/**
 * Keeps a final channel.
 *
 * @throws RangeError when the channel is not final, or is kept already.
 */
export const add = (archive: Archive, { id, phase, deal, facts }: Channel.Channel): void => {
  const row = archive.ids.size
  if (phase !== "Final" || IdList.add(archive.ids, id) !== row)
    throw new RangeError(`channel ${id} is ${phase}, or is kept already`)
  if (row >>> pieceBits === archive.parties.length) {
    archive.parties.push(new Uint32Array(2 * pieceRows))
    archive.amounts.push(new Uint32Array(3 * amountWords * pieceRows))
  }
  const parties = archive.parties[row >>> pieceBits]!
  const at = row % pieceRows
  parties[2 * at] = numberOf(archive, deal.provider)
  parties[2 * at + 1] = numberOf(archive, deal.requester)
  const amounts = archive.amounts[row >>> pieceBits]!
  write(amounts, 9 * at, deal.cap)
  write(amounts, 9 * at + 3, deal.bond)
  write(amounts, 9 * at + 6, facts.paid)
}

/**
 * A channel that is kept: final, with everything but what the chain remembers of it empty. Every rule of the
 * Centralizer refuses a final channel by its phase or by the sender.
 */
export const get = (archive: Archive, id: Id.Id): Channel.Channel | undefined => {
  const row = IdList.find(archive.ids, id)
  return row < 0 ? undefined : at(archive, id, row)
}

/** All that are kept, in the order in which they became final. */
export function* channels(archive: Archive): Generator<Channel.Channel> {
  for (let row = 0; row < archive.ids.size; row++)
    yield at(archive, IdList.get(archive.ids, row), row)
}

/** An independent copy. */
export const clone = (archive: Archive): Archive => ({
  ids: IdList.clone(archive.ids),
  parties: archive.parties.map((piece) => piece.slice()),
  amounts: archive.amounts.map((piece) => piece.slice()),
  names: [...archive.names],
  numbers: new Map(archive.numbers),
})

const at = ({ names, parties, amounts }: Archive, id: Id.Id, row: number): Channel.Channel => {
  const piece = row >>> pieceBits
  const place = row % pieceRows
  const deal: Deal = {
    ...forgotten,
    provider: names[parties[piece]![2 * place]!]!,
    requester: names[parties[piece]![2 * place + 1]!]!,
    cap: read(amounts[piece]!, 9 * place),
    bond: read(amounts[piece]!, 9 * place + 3),
  }
  const channel = Channel.open(id, deal)
  const paid = read(amounts[piece]!, 9 * place + 6)
  return { ...channel, phase: "Final", facts: { ...channel.facts, paid } }
}

const never = 0 as Seconds

const forgotten: Omit<Deal, "provider" | "requester" | "cap" | "bond"> = {
  offer: Id.zero,
  request: Id.zero,
  providerNonce: 0,
  requesterNonce: 0,
  resource: Id.zero,
  firstSeat: 0,
  seats: 0,
  start: never,
  end: never,
  validUntil: never,
  prepaid: Amount.zero,
  pricePerSecond: Amount.zero,
  pricePerByte: Amount.zero,
  setupPrice: Amount.zero,
  noShowCharge: Amount.zero,
  maxLag: 0,
  notice: 0,
  terms: Id.zero,
  salt: Id.zero,
}

const numberOf = ({ names, numbers }: Archive, name: Address): number => {
  const known = numbers.get(name)
  if (known !== undefined) return known
  const number = names.push(name) - 1
  numbers.set(name, number)
  return number
}

const write = (amounts: Uint32Array, at: number, amount: bigint): void => {
  for (let word = 0, rest = amount; word < amountWords; word++, rest >>= 32n)
    amounts[at + word] = Number(rest & 0xffff_ffffn)
}

const read = (amounts: Uint32Array, at: number): Amount.Amount => {
  let amount = 0n
  for (let word = amountWords - 1; word >= 0; word--)
    amount = (amount << 32n) | BigInt(amounts[at + word]!)
  return Amount.of(amount)
}
