// The fingerprint of a run: every event of it, in order, folded into 256 bits (IPSX-SIM-001). Two runs with
// one trace hash did the same things at the same virtual times. It is integer arithmetic, quick enough to
// be always on; it is no defence against somebody who wants two runs to collide.
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"

export type Field = number | bigint | string | boolean | null
/** Receives every event as one line of JSON. */
export type Sink = (line: string) => void

export interface Trace {
  readonly lanes: Int32Array
  lane: number
  /** Words folded in so far. */
  words: number
  /** Events recorded so far. */
  events: number
  readonly sink: Sink | undefined
}

export const make = (sink?: Sink): Trace => ({
  lanes: Int32Array.of(1, 2, 3, 4, 5, 6, 7, 8),
  lane: 0,
  words: 0,
  events: 0,
  sink,
})

// One step of xxHash32 in the lane whose turn it is.
const fold = (self: Trace, word: number): void => {
  const mixed = (self.lanes[self.lane]! + Math.imul(word, 0x85ebca77)) | 0
  self.lanes[self.lane] = Math.imul((mixed << 13) | (mixed >>> 19), 0x9e3779b1)
  self.lane = (self.lane + 1) & 7
  self.words += 1
}

const bits = new DataView(new ArrayBuffer(8))

const foldNumber = (self: Trace, value: number): void => {
  if (Number.isSafeInteger(value)) {
    fold(self, value | 0)
    fold(self, Math.floor(value / 4_294_967_296))
    return
  }
  // Engines may spell "not a number" with different bits.
  bits.setFloat64(0, Number.isNaN(value) ? Infinity : value)
  fold(self, bits.getInt32(0))
  fold(self, bits.getInt32(4) ^ (Number.isNaN(value) ? 0x27d4eb2f : 0x5bd1e995))
}

const foldText = (self: Trace, text: string): void => {
  fold(self, text.length)
  for (let i = 0; i < text.length; i += 2)
    fold(self, (text.charCodeAt(i) << 16) | (i + 1 < text.length ? text.charCodeAt(i + 1) : 0))
}

const foldField = (self: Trace, field: Field): void => {
  // The type is part of the fingerprint: 1, "1" and 1n are three different fields.
  if (typeof field === "number") {
    fold(self, 1)
    foldNumber(self, field)
  } else if (typeof field === "string") {
    fold(self, 2)
    foldText(self, field)
  } else if (typeof field === "bigint") {
    fold(self, 3)
    foldText(self, field.toString(36))
  } else fold(self, field === null ? 4 : field ? 5 : 6)
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
  foldNumber(self, at)
  foldText(self, event)
  fold(self, fields.length)
  for (const field of fields) foldField(self, field)
  if (self.sink !== undefined)
    self.sink(
      JSON.stringify([at, event, ...fields.map((f) => (typeof f === "bigint" ? f.toString() : f))]),
    )
}

/** The hash of what was recorded so far; recording may go on. */
export const hash = (self: Trace): string => {
  const bytes = new DataView(new ArrayBuffer(48))
  for (let i = 0; i < 8; i++) bytes.setInt32(4 * i, self.lanes[i]!)
  bytes.setFloat64(32, self.words)
  bytes.setFloat64(40, self.events)
  return `0x${bytesToHex(sha256(new Uint8Array(bytes.buffer)))}`
}
