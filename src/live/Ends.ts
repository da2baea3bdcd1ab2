// A party's ends of all tunnels of a deal, one for each seat, worked as the one tunnel that a participant knows: it is up
// when all are, serves the seconds that each of them serves, and carries the bytes of all (IPSX-TUN-008).
import type { Ip } from "../model/Ip.ts"
import type { Left } from "../tunnel/Allowance.ts"
import type { Conduit, Use } from "./Conduit.ts"

/** What one conduit does, all do together; what is left is shared by the seats in equal parts, so that all never pass it. */
export interface Ends extends Omit<Conduit, "substitute"> {
  /** The address of one seat, by its place in the deal, is another one from now on. */
  readonly substitute: (seat: number, address: Ip) => Promise<void>
}

/** What a seat's conduit tells, by the place of the seat in the deal. */
export interface Told {
  readonly up: () => void
  readonly address: (isLeased: boolean) => void
}

export interface Options {
  readonly seats: number
  /** Places of seats whose address may have been another one when the program ended. */
  readonly doubtful: ReadonlySet<number>
  readonly make: (seat: number, told: Told) => Conduit
  /** All are up, for the first time or once more. */
  readonly up: () => void
  /** A seat's address is another one now; or all are the leased ones again. */
  readonly lose: (seat: number) => void
  readonly restored: () => void
}

/**
 * Works the conduits of a deal's seats together.
 *
 * @example
 * const ends = Ends.make({ seats: 2, doubtful: new Set(), make, up, lose, restored })
 */
export const make = ({ seats, doubtful, make: conduitOf, ...tell }: Options): Ends => {
  const up = new Set<number>()
  const lost = new Set(doubtful)
  const conduits = Array.from({ length: seats }, (_, seat) =>
    conduitOf(seat, {
      up: () => {
        up.add(seat)
        if (up.size === seats) tell.up()
      },
      address: (isLeased) => {
        if (!isLeased) {
          lost.add(seat)
          return tell.lose(seat)
        }
        lost.delete(seat)
        return lost.size === 0 ? tell.restored() : undefined
      },
    }),
  )
  const each = <A>(act: (conduit: Conduit) => A): ReadonlyArray<A> => conduits.map(act)
  return {
    open: () => void each((one) => one.open()),
    close: () => void each((one) => one.close()),
    hear: (message) => conduits[message.seat ?? 0]?.hear(message),
    ungate: (left) => {
      const share = (): Left => {
        const { bytes, millis } = left()
        return { bytes: bytes / BigInt(seats), millis }
      }
      each((one) => one.ungate(share))
    },
    gate: () => void each((one) => one.gate()),
    verify: () => void each((one) => one.verify()),
    substitute: async (seat, address) => conduits[seat]?.substitute(address),
    use: async () => together(await Promise.all(each((one) => one.use()))),
    dispose: async () => void (await Promise.all(each((one) => one.dispose()))),
  }
}

const together = (uses: ReadonlyArray<Use>): Use => ({
  seconds: Math.min(...uses.map(({ seconds }) => seconds)),
  bytesUsed: uses.reduce((sum, { bytesUsed }) => sum + bytesUsed, 0),
})
