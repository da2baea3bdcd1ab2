// The addresses of this machine and the networks that they are on: a provider's home, which a requester must not
// reach into, also where its devices have global addresses as IPv6 gives them (IPSX-TUN-021).
import * as Os from "node:os"
import * as Block from "./Block.ts"

const freshMs = 1000
let read: ReadonlyArray<Block.Block> = []
let readAt = -Infinity

/** As the interfaces have them now, at most a second old. */
export const blocks = (): ReadonlyArray<Block.Block> => {
  const now = performance.now()
  if (now - readAt > freshMs) {
    readAt = now
    read = Object.values(Os.networkInterfaces()).flatMap((addresses) =>
      (addresses ?? []).flatMap(({ address, cidr }) => {
        const block = Block.parse(cidr ?? address, "the provider's own network")
        return block === undefined ? [] : [block]
      }),
    )
  }
  return read
}
