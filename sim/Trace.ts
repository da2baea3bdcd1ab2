// The fingerprint of a run: every event of it, in order, folded into 256 bits (IPSX-SIM-001). Two runs with
// one trace hash did the same things at the same virtual times. It is integer arithmetic, quick enough to
// be always on; it is no defence against somebody who wants two runs to collide.
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

export type Field = number | bigint | string | boolean | null
/** Receives every event as one line of JSON. */
export type Sink = (line: string) => void

/** PERF: events are written as words into one buffer, which is folded when it is full: no call for each word. */
const bufferWords = 2 ** 14

export interface Trace {
  readonly lanes: Int32Array
  readonly buffer: Int32Array
  /** Words in the buffer. */
  filled: number
  /** Words folded in so far. */
  words: number
  /** Events recorded so far. */
  events: number
  /** The number of each event's name: names are numbered as they first appear, and written out that once. */
  readonly names: Map<string, number>
  readonly sink: Sink | undefined
}

export const make = (sink?: Sink): Trace => ({
  lanes: Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  buffer: new Int32Array(bufferWords),
  filled: 0,
  words: 0,
  events: 0,
  names: new Map(),
  sink,
})

/** One step of xxHash32 in each lane in turn; the count of words must divide by eight but for the last piece. */
const fold = (lanes: Int32Array, buffer: Int32Array, count: number): void => {
  // PERF: lane by lane, so that each stays in a register.
  for (let lane = 0; lane < 8; lane++) {
    let state = lanes[lane]!
    for (let i = lane; i < count; i += 8) {
      const mixed = (state + Math.imul(buffer[i]!, 0x85ebca77)) | 0
      state = Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1)
    }
    lanes[lane] = state
  }
}

const flush = (self: Trace): void => {
  fold(self.lanes, self.buffer, self.filled)
  self.words += self.filled
  self.filled = 0
}

const put = (self: Trace, word: number): void => {
  self.buffer[self.filled++] = word
  if (self.filled === bufferWords) flush(self)
}

// The first word of a field says what it is: 1, "1" and 1n are three different fields.
const kinds = {
  small: 1,
  large: 2,
  double: 3,
  text: 4,
  amount: 5,
  huge: 6,
  yes: 7,
  no: 8,
  nothing: 9,
} as const

const doubles = new Float64Array(1)
const doubleWords = new Int32Array(doubles.buffer)
const isLittle = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1

const putDouble = (self: Trace, value: number): void => {
  // Engines may spell "not a number" with different bits.
  doubles[0] = Number.isNaN(value) ? 0 : value
  put(self, kinds.double)
  put(self, doubleWords[isLittle ? 0 : 1]!)
  put(self, Number.isNaN(value) ? 0x7ff80000 : doubleWords[isLittle ? 1 : 0]!)
}

const putNumber = (self: Trace, value: number): void => {
  if ((value | 0) === value && !Object.is(value, -0)) {
    put(self, kinds.small)
    put(self, value)
  } else if (Number.isSafeInteger(value) && value !== 0) {
    put(self, kinds.large)
    put(self, value | 0)
    put(self, Math.floor(value / 4_294_967_296))
  } else putDouble(self, value)
}

const pair = (text: string, i: number): number =>
  (text.charCodeAt(i) << 16) | (i + 1 < text.length ? text.charCodeAt(i + 1) : 0)

const putText = (self: Trace, text: string): void => {
  const { length } = text
  put(self, length)
  const { buffer } = self
  let at = self.filled
  if (at + length < bufferWords) {
    for (let i = 0; i < length; i += 2) buffer[at++] = pair(text, i)
    self.filled = at
  } else for (let i = 0; i < length; i += 2) put(self, pair(text, i))
}

const wide = new BigUint64Array(1)
const wideWords = new Int32Array(wide.buffer)
const wideMax = 2n ** 64n - 1n

const putAmount = (self: Trace, value: bigint): void => {
  if (value >= 0n && value <= wideMax) {
    wide[0] = value
    put(self, kinds.amount)
    put(self, wideWords[isLittle ? 0 : 1]!)
    put(self, wideWords[isLittle ? 1 : 0]!)
  } else {
    put(self, kinds.huge)
    putText(self, value.toString(36))
  }
}

const putField = (self: Trace, field: Field): void => {
  if (typeof field === "number") putNumber(self, field)
  else if (typeof field === "string") {
    put(self, kinds.text)
    putText(self, field)
  } else if (typeof field === "bigint") putAmount(self, field)
  else put(self, field === null ? kinds.nothing : field ? kinds.yes : kinds.no)
}

const nameOf = (self: Trace, event: string): number => {
  const known = self.names.get(event)
  if (known !== undefined) return known
  const number = self.names.size + 1
  self.names.set(event, number)
  put(self, -number)
  putText(self, event)
  return number
}

/**
 * Adds an event: when, what, and everything that could differ about it.
 *
 * @example
 * Trace.record(trace, kernel.now, "deal.opened", deal.id, deal.cap)
 */
export const record = (
  self: Trace,
  at: number,
  event: string,
  ...fields: ReadonlyArray<Field>
): void => {
  self.events += 1
  put(self, nameOf(self, event))
  put(self, fields.length)
  putNumber(self, at)
  for (let i = 0; i < fields.length; i++) putField(self, fields[i]!)
  if (self.sink !== undefined)
    self.sink(
      JSON.stringify([at, event, ...fields.map((f) => (typeof f === "bigint" ? f.toString() : f))]),
    )
}

/** The hash of what was recorded so far; recording may go on. */
export const hash = (self: Trace): string => {
  const lanes = Int32Array.from(self.lanes)
  fold(lanes, self.buffer, self.filled)
  const bytes = new DataView(new ArrayBuffer(48))
  for (let i = 0; i < 8; i++) bytes.setInt32(4 * i, lanes[i]!)
  bytes.setFloat64(32, self.words + self.filled)
  bytes.setFloat64(40, self.events)
  return `0x${bytesToHex(sha256(new Uint8Array(bytes.buffer)))}`
}
