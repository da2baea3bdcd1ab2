// The custom errors of both contracts as the data of a revert, so that a refusal is compared as exactly as a success.
import type { Revert } from "../model/Revert.ts"
import * as Codec from "./Codec.ts"

// As in the contracts; the parameters have the names of the fields of the model's error.
const errors: { readonly [tag in Revert["_tag"]]: string } = {
  ZeroAmount: "",
  ZeroAddress: "",
  NotPlatform: "address sender",
  InsufficientBalance: "address wallet, uint128 available, uint128 needed",
  UnknownChannel: "bytes32 id",
  ChannelExists: "bytes32 id",
  ChannelFinal: "bytes32 id",
  WrongChannel: "bytes32 expected, bytes32 actual",
  WrongPhase: "bytes32 id, uint8 phase",
  NotParty: "bytes32 id, address sender",
  InvalidSignature: "address expected",
  DealExpired: "bytes32 id, uint64 validUntil, uint64 now",
  BadTerms: "bytes32 id, uint8 code",
  NonceCancelled: "address owner, uint64 nonce, uint64 minimum",
  NonceNotIncreasing: "address owner, uint64 minimum, uint64 current",
  SeatTaken: "address provider, bytes32 resource, uint32 seat",
  TooManyBookings: "address provider, bytes32 resource, uint32 seat",
  VoucherExceedsCap: "bytes32 id, uint128 cumulative, uint128 cap",
  VoucherStale: "bytes32 id, uint128 cumulative, uint128 paid",
  AlreadyStopped: "bytes32 id, address party",
  AlreadyNoticed: "bytes32 id",
  AlreadyDisputed: "bytes32 id, address party",
  NoticeTooShort: "bytes32 id, uint64 at, uint64 earliest",
  OutsideLease: "bytes32 id, uint64 start, uint64 end, uint64 now",
  TooEarly: "bytes32 id, uint64 earliestTime, uint64 earliestBlock",
  BadDemand: "bytes32 id, uint128 due, uint128 most",
  NotEquivocation: "bytes32 id",
  NotService: "bytes32 id",
  NothingStaked: "address owner",
  UnstakeNotRequested: "address owner",
  NotDoubleLease: "bytes32 a, bytes32 b",
  AlreadyProven: "bytes32 a, bytes32 b",
  TransfersLocked: "",
  TransfersAlreadyOpen: "",
  NotFundingController: "address sender",
  ERC20InsufficientAllowance: "address spender, uint256 allowance, uint256 needed",
  ERC20InsufficientBalance: "address sender, uint256 balance, uint256 needed",
  ERC20InvalidReceiver: "address receiver",
}

/** A refusal as data: the error's name and its arguments in order. */
export interface Refusal {
  readonly name: string
  readonly values: { readonly [field: string]: Codec.Value }
}

interface ErrorType {
  readonly name: string
  readonly selector: string
  readonly fields: ReadonlyArray<readonly [field: string, type: Codec.Type]>
}

const compiled = Object.entries(errors).map(([name, text]): ErrorType => {
  const fields = (text === "" ? [] : text.split(", ")).map((parameter) => {
    const [type, field] = parameter.split(" ")
    return [field!, Codec.type(type!)] as const
  })
  const signature = `${name}(${fields.map(([, type]) => type.name).join(",")})`
  return { name, selector: Codec.selector(signature), fields }
})
const byName = new Map(compiled.map((error) => [error.name, error]))
const bySelector = new Map(compiled.map((error) => [error.selector, error]))

/** The errors that the model can refuse with. */
export const names: ReadonlyArray<string> = compiled.map(({ name }) => name)

/** The data with which the contract reverts where the model refuses. */
export const encode = (revert: Revert): string => {
  const { selector, fields } = byName.get(revert._tag)!
  const values = revert as unknown as Record<string, Codec.Value>
  return selector + fields.map(([field, type]) => type.encode(values[field])).join("")
}

/** The refusal that revert data says; an unknown one keeps its data under the name "Unknown". */
export const decode = (data: string): Refusal => {
  const error = bySelector.get(data.slice(0, 10))
  if (error === undefined) return { name: "Unknown", values: { data } }
  const words = Codec.words(`0x${data.slice(10)}`)
  const values: Record<string, Codec.Value> = {}
  for (const [at, [field, type]] of error.fields.entries())
    values[field] = Codec.decodeWord(type.name, words[at] ?? "0")
  return { name: error.name, values }
}
