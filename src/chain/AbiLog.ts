// The logs of the Centralizer as topics and data: predicted ones are encoded and compared as text, which is
// quicker than decoding, and different ones are decoded to be shown.
import type { Log } from "../model/Log.ts"
import * as Codec from "./Codec.ts"

/** A log as nodes report it, without its place. */
export interface RawLog {
  readonly topics: ReadonlyArray<string>
  readonly data: string
}

// As in the contract, the parameters called by the fields of the model's log.
const events: { readonly [tag in Log["_tag"]]: string } = {
  DealOpened:
    "bytes32 indexed id, address indexed provider, address indexed requester, uint128 cap, uint128 bond, uint64 start, uint64 end",
  OrdersCancelled: "address indexed owner, uint64 minimum",
  VoucherPaid: "bytes32 indexed id, uint128 cumulative, uint128 feeDelta",
  StatementPaid: "address indexed payer, bytes32 entries, uint128 paid, uint128 fees",
  DemandMet: "bytes32 indexed id",
  DealSettled:
    "bytes32 indexed id, uint128 cumulative, uint128 penaltyProvider, uint128 penaltyRequester, bytes32 receipt",
  DealBreached: "bytes32 indexed id, bool byProvider, bool byRequester",
  DealStopped: "bytes32 indexed id, address indexed by",
  DealEnded: "bytes32 indexed id",
  NoticeGiven: "bytes32 indexed id, uint64 at",
  DealChallenged: "bytes32 indexed id",
  ChallengeAnswered: "bytes32 indexed id",
  ProviderDefaulted: "bytes32 indexed id",
  PaymentDemanded: "bytes32 indexed id, uint128 due",
  DemandLapsed: "bytes32 indexed id",
  MeterProved: "bytes32 indexed id, uint128 meterDue",
  EquivocationProved: "bytes32 indexed id, uint8 role",
  ServiceProved: "bytes32 indexed id",
  DealDisputed: "bytes32 indexed id, address indexed by",
  Staked: "address indexed owner, uint128 amount",
  UnstakeRequested: "address indexed owner",
  Unstaked: "address indexed owner, uint128 amount",
  DoubleLeaseProved:
    "address indexed provider, bytes32 indexed resource, uint32 seat, uint128 slashed",
  Deposited: "address indexed owner, uint128 amount",
  Withdrawn: "address indexed owner, uint128 amount",
  Transferred: "address indexed from, address indexed to, uint128 amount",
  ProfileAnchored: "address indexed owner, bytes32 hash",
  FeesWithdrawn: "address indexed to, uint128 amount",
}

interface Event {
  readonly tag: Log["_tag"]
  readonly topic: string
  readonly parameters: ReadonlyArray<Parameter>
}

interface Parameter {
  readonly field: string
  readonly type: Codec.Type
  readonly indexed: boolean
}

const parameter = (text: string): Parameter => {
  const words = text.split(" ")
  return {
    field: words.at(-1)!,
    type: Codec.type(words[0]!),
    indexed: words[1] === "indexed",
  }
}

const compiled = Object.entries(events).map(([tag, text]): Event => {
  const parameters = text.split(", ").map(parameter)
  const signature = `${tag}(${parameters.map(({ type }) => type.name).join(",")})`
  return { tag: tag as Log["_tag"], topic: Codec.topic(signature), parameters }
})
const byTag = new Map(compiled.map((event) => [event.tag, event]))
const byTopic = new Map(compiled.map((event) => [event.topic, event]))

/** The first topic of an event: what a node is asked for logs by. */
export const topic = (tag: Log["_tag"]): string => byTag.get(tag)!.topic

/**
 * The topics and the data of a log.
 *
 * @example
 * AbiLog.encode({ _tag: "DealEnded", id }) // { topics: ["0x…", id], data: "0x" }
 */
export const encode = (log: Log): RawLog => {
  const { topic, parameters } = byTag.get(log._tag)!
  const topics = [topic]
  let data = "0x"
  for (const { field, type, indexed } of parameters) {
    const digits = type.encode((log as unknown as Record<string, Codec.Value>)[field])
    if (indexed) topics.push(`0x${digits}`)
    else data += digits
  }
  return { topics, data }
}

/** The log that topics and data say, or undefined when it is none of the Centralizer's. */
export const decode = ({ topics, data }: RawLog): Log | undefined => {
  const event = byTopic.get(topics[0] ?? "")
  if (event === undefined) return undefined
  const log: Record<string, unknown> = { _tag: event.tag }
  const words = Codec.words(data)
  let [topicAt, wordAt] = [1, 0]
  for (const { field, type, indexed } of event.parameters) {
    const digits = indexed ? topics[topicAt++]?.slice(2) : words[wordAt++]
    if (digits === undefined) return undefined
    log[field] = Codec.decodeWord(type.name, digits)
  }
  return log as unknown as Log
}

/** Whether two logs are the same text. */
export const equals = (a: RawLog, b: RawLog): boolean =>
  a.data === b.data &&
  a.topics.length === b.topics.length &&
  a.topics.every((topic, at) => topic === b.topics[at])
