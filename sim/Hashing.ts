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

const seeds = [
  0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x71374491, 0x2545f491, 0x510e527f, 0x1f83d9ab, 0x5be0cd19,
]

/** Thirty-two bytes out of a text by eight runs of FNV-1a with a final mix: quick, and no defence. */
const quick = (text: string): Id.Id => {
  let out = "0x"
  for (const seed of seeds) {
    let h = seed
    for (let i = 0; i < text.length; i++) h = Math.imul(h ^ text.charCodeAt(i), 0x01000193)
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
    h = (h ^ (h >>> 13)) >>> 0
    out += h.toString(16).padStart(8, "0")
  }
  return out as Id.Id
}

/** Links a status message to its successor (IPSX-PCH-002). */
export const statusDigest = (status: Status.Status): Id.Id =>
  quick(
    `${status.channelId}${status.role} ${status.seq} ${status.status} ${status.reason} ${status.at} ${status.cumulativeAmount} ${status.previous}`,
  )

export const make = (curve: Curve): Exchange.Hashing => ({
  channelId: (deal) => Structure.channelId(curve, deal),
  terms: (offer, request) => quick(`${offer.id}${request.id}`),
})

/** The hash of the state's rows, the same whoever read them (IPSX-SIM-006). */
export const rows = (list: ReadonlyArray<string>): string =>
  Hex.fromBytes(sha256(new TextEncoder().encode(list.join("\n"))))
