// The digests of a run. Channel ids are the protocol's own, because contracts compute them too. The links of
// status messages and the commitments to orders never leave the simulation, so a quick hash stands in for
// keccak there (IPSX-SIM-017); a live process passes the real one.
import { sha256 } from "@noble/hashes/sha2.js"
import type * as Exchange from "../src/Exchange.ts"
import type * as Id from "../src/model/Id.ts"
import type * as Status from "../src/model/Status.ts"
import type { Curve } from "../src/signature/Curve.ts"
import * as Hex from "../src/signature/Hex.ts"
import * as Structure from "../src/signature/Structure.ts"

const mix = (word: number): number => {
  const once = Math.imul(word ^ (word >>> 16), 0x85ebca6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2b2ae35)
  return (twice ^ (twice >>> 16)) >>> 0
}

// PERF: four hexadecimal digits at a time.
const quads: ReadonlyArray<string> = Array.from({ length: 65_536 }, (_, i) =>
  i.toString(16).padStart(4, "0"),
)
const hex = (word: number): string => quads[word >>> 16]! + quads[word & 0xffff]!

/**
 * Thirty-two bytes out of texts by two runs of FNV-1a, spread out by a final mix: quick, and no defence. PERF: the
 * texts are taken as one, which is never made.
 */
const quick = (first: string, second: string, third = ""): Id.Id => {
  let a = 0x9e3779b9
  let b = 0x243f6a88
  let before = 0
  for (let part = 0; part < 3; part++) {
    const text = part === 0 ? first : part === 1 ? second : third
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      a = Math.imul(a ^ unit, 0x01000193)
      b = Math.imul(b ^ (unit + before + i), 0x5bd1e995)
    }
    before += text.length
  }
  let out = "0x"
  for (let i = 1; i <= 4; i++) out += hex(mix(a + i)) + hex(mix(b - i))
  return out as Id.Id
}

// PERF: a message is hashed by its author and by whoever gets it, a moment later. What was hashed last is at hand, in
// a place that follows from when it was said.
const recent: Array<{ readonly status: Status.Status; readonly digest: Id.Id } | undefined> =
  Array.from({ length: 4096 })
const placeOf = ({ at, seq, role }: Status.Status): number => (at * 8 + seq * 2 + role) & 4095

/** Links a status message to its successor (IPSX-PCH-002). */
export const statusDigest = (status: Status.Status): Id.Id => {
  const place = placeOf(status)
  const known = recent[place]
  if (known?.status === status) return known.digest
  const digest = quick(
    status.channelId,
    `${status.role} ${status.seq} ${status.status} ${status.reason} ${status.at} ${status.cumulativeAmount} `,
    status.previous,
  )
  recent[place] = { status, digest }
  return digest
}

export const make = (curve: Curve): Exchange.Hashing => ({
  channelId: (deal) => Structure.channelId(curve, deal),
  terms: (offer, request) => quick(offer.id, request.id),
})

const rowsAtOnce = 4096

/**
 * The hash of the state's rows, one line each, the same whoever read them (IPSX-SIM-006). The lines are hashed some
 * thousands at a time: those of some millions of channels are longer than a string can be.
 */
export const rows = (list: ReadonlyArray<string>): string => {
  const hash = sha256.create()
  const encoder = new TextEncoder()
  for (let at = 0; at < list.length; at += rowsAtOnce) {
    const lines = list.slice(at, at + rowsAtOnce).join("\n")
    hash.update(encoder.encode(at === 0 ? lines : `\n${lines}`))
  }
  return Hex.fromBytes(hash.digest())
}
