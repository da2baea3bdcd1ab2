// The class codec: how amounts, moments, names and addresses are read and written.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Address } from "../../model/Address.ts"
import * as Amount from "../../model/Amount.ts"
import { Id } from "../../model/Id.ts"
import * as Ip from "../../model/Ip.ts"
import { Seconds } from "../../model/Time.ts"
import type { Json, JsonObject } from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"

const readAmount = Schema.decodeUnknownResult(Amount.AmountFromString)
const isAddress = Schema.is(Address)
const isId = Schema.is(Id)
const isMoment = Schema.is(Seconds)

const amount = (value: Result.Result<bigint, unknown>, error: string): JsonObject =>
  Result.isSuccess(value) ? { amount: value.success.toString() } : { error }

const ip = (text: string): JsonObject => {
  const number = Ip.parse(text)
  if (number === undefined) return { error: "InvalidIp" }
  const version = text.includes(":") ? 6 : 4
  const group = Ip.group(number, version)
  return { version, number: number.toString(), group: group.toString() }
}

type Answer = (event: JsonObject) => JsonObject

const answers: Readonly<Record<string, Answer>> = {
  parseAmount: ({ text }) => amount(Amount.parse(text as string), "InvalidAmount"),
  formatAmount: ({ amount }) => ({ text: Amount.format(BigInt(amount as string)) }),
  readAmount: ({ json }) => amount(readAmount(json), "InvalidAmount"),
  add: ({ a, b }) => amount(Amount.add(of(a), of(b)), "AmountOverflow"),
  subtract: ({ a, b }) => amount(Amount.subtract(of(a), of(b)), "AmountOverflow"),
  readAddress: ({ json }) => (isAddress(json) ? { text: json } : { error: "InvalidAddress" }),
  readId: ({ json }) => (isId(json) ? { text: json } : { error: "InvalidId" }),
  readMoment: ({ json }) => (isMoment(json) ? { seconds: json } : { error: "InvalidMoment" }),
  readIp: ({ text }) => ip(text as string),
  formatIp: ({ version, number }) => ({
    text: Ip.fromValue(BigInt(number as string), version as Ip.Version),
  }),
  isSimulated: ({ text }) => ({ simulated: Ip.isSimulated(text as Ip.Ip) }),
}

const of = (digits: Json | undefined): Amount.Amount => Amount.of(BigInt(digits as string))

export const open = (): Session => ({
  step: (event) => {
    const answer = answers[event.type as string]
    if (answer === undefined) throw unknownEvent(event)
    return answer(event)
  },
})
