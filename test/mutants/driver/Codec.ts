import type { JsonObject } from "../../../src/conformance/Json.ts"
import { answering, hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "codec/1", red }) as const
const big = (text: unknown): bigint => BigInt(text as string)

export const mutants: ReadonlyArray<Mutant> = [
  hearing(
    of("codec-rounds-the-nineteenth-decimal", "drops decimals that do not fit", "IPSX-TRM-004"),
    (event) =>
      event.type === "parseAmount"
        ? { ...event, text: (event.text as string).replace(/(\.\d{18})\d+$/, "$1") }
        : undefined,
  ),
  hearing(of("codec-takes-a-comma", "reads a decimal comma as a point", "IPSX-TRM-004"), (event) =>
    event.type === "parseAmount"
      ? { ...event, text: (event.text as string).replace(",", ".") }
      : undefined,
  ),
  hearing(
    of(
      "codec-takes-numbers",
      "reads an amount from a number of JSON",
      "IPSX-TRM-001",
      "IPSX-TRM-002",
    ),
    (event) =>
      event.type === "readAmount" && typeof event.json === "number"
        ? { ...event, json: String(event.json) }
        : undefined,
  ),
  answering(
    of("codec-has-no-largest-amount", "takes amounts of any size", "IPSX-TRM-001", "IPSX-TRM-002"),
    ({ type, json }, answer) =>
      type === "readAmount" && typeof json === "string" && /^\d{29,}$/.test(json)
        ? { amount: json }
        : answer,
  ),
  answering(
    of("codec-wraps-around", "adds and subtracts modulo 2^96", "IPSX-TRM-003"),
    ({ type, a, b }, answer) =>
      answer.error === "AmountOverflow"
        ? {
            amount: BigInt.asUintN(
              96,
              type === "add" ? big(a) + big(b) : big(a) - big(b),
            ).toString(),
          }
        : answer,
  ),
  hearing(
    of("codec-takes-capitals", "reads addresses and identifiers in any case", "IPSX-TRM-008"),
    (event) =>
      event.type === "readAddress" || event.type === "readId"
        ? {
            ...event,
            json: typeof event.json === "string" ? event.json.toLowerCase() : event.json!,
          }
        : undefined,
  ),
  hearing(of("codec-drops-fractions-of-seconds", "takes 1.5 s for 1 s", "IPSX-TRM-005"), (event) =>
    event.type === "readMoment" && typeof event.json === "number"
      ? { ...event, json: Math.trunc(event.json) }
      : undefined,
  ),
  hearing(
    of(
      "codec-has-two-spellings-of-an-address",
      "reads upper-case digits of version 6",
      "IPSX-ORD-002",
      "IPSX-ORD-007",
    ),
    (event) =>
      event.type === "readIp"
        ? { ...event, text: (event.text as string).toLowerCase() }
        : undefined,
  ),
  answering(
    of("codec-groups-by-25-bits", "takes half a /24 for a group", "IPSX-ORD-002", "IPSX-ORD-007"),
    (_, answer): JsonObject =>
      answer.version === 4 ? { ...answer, group: (big(answer.number) >> 7n).toString() } : answer,
  ),
  answering(
    of("codec-simulates-the-broadcast-address", "uses 255.255.255.255", "IPSX-ORD-003"),
    ({ type, text }, answer) =>
      type === "isSimulated" && text === "255.255.255.255" ? { simulated: true } : answer,
  ),
]
