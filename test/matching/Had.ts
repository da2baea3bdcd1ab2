// Which addresses each request has had, told by commands and events alone: both implementations could be wrong alike.
import type { Command } from "../../src/matching/Command.ts"
import type { Event } from "../../src/matching/Event.ts"
import * as Ip from "../../src/model/Ip.ts"

export class Had {
  private readonly ranges = new Map<string, { readonly first: bigint; readonly users: number }>()
  private readonly addresses = new Map<string, Set<bigint>>()
  private readonly owners = new Map<bigint, string>()
  /** How often an address was leased of another owner than the time before. */
  contested = 0

  /** Takes note of what a command did; what is wrong with it, if anything is (IPSX-MAT-008). */
  note(command: Command, events: ReadonlyArray<Event>): string | undefined {
    if (
      (command._tag === "Place" || command._tag === "Replace") &&
      command.order._tag === "Offer"
    ) {
      const { first, concurrency } = command.order.resource
      const number = Ip.value(first) * 2n + (Ip.version(first) === 6 ? 1n : 0n)
      this.ranges.set(command.order.id, { first: number, users: concurrency })
    }
    for (const event of events) {
      if (event._tag !== "Filled") continue
      const { offer, request, provider, firstSeat, seats } = event.fill
      const { first, users } = this.ranges.get(offer)!
      const had = this.addresses.get(request) ?? new Set()
      this.addresses.set(request, had)
      for (let seat = firstSeat; seat < firstSeat + seats; seat++) {
        const address = first + 2n * BigInt(Math.floor(seat / users))
        if (had.has(address)) return `${request} got address ${address >> 1n} twice`
        had.add(address)
        if ((this.owners.get(address) ?? provider) !== provider) this.contested++
        this.owners.set(address, provider)
      }
    }
    return undefined
  }
}
