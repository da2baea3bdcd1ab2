// Another seat for one whose address was lost: who may offer which, and when it is the deal's.
import { keccak_256 } from "@noble/hashes/sha3.js"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Participant from "../../src/agent/Participant.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Party from "../../src/live/Party.ts"
import * as Substitution from "../../src/live/Substitution.ts"
import type { ExitClaim } from "../../src/model/ExitClaim.ts"
import * as Id from "../../src/model/Id.ts"
import * as Resource from "../../src/model/Resource.ts"
import { settings, terms } from "../agent/Pair.ts"
import { offer as someOffer, request as someRequest } from "../arbitrary/order.ts"

const id = Id.fromNumber(77)
const [made] = fc.sample(someOffer(1, 1), { seed: 5, numRuns: 1 })
const [request] = fc.sample(someRequest(1, 1), { seed: 5, numRuns: 1 })
const offer = { ...made!, resource: { ...made!.resource, addresses: 5, concurrency: 1 } }
const { resource } = offer
const address = (seat: number) => Resource.addressOf(resource, seat)
const now = 1_000_000

const party = (role: "provider" | "requester") => {
  const deal = { ...terms({ firstSeat: 1, seats: 2 }), resource: resource.id }
  const began = { _tag: "Began", id, role, deal, offer, request: request!, partner: null } as const
  return Party.make(
    began,
    settings(),
    Party.contextOf(NativeCurve.fastest(), new Uint8Array(32), began),
  )
}

/** A requester whose provider has paused, because its address has changed. */
const paused = () => {
  const it = party("requester")
  for (const event of [
    "requester.accept",
    "provider.accept",
    "commit",
    "provider.ready",
    "provider.pause",
  ] as const)
    Participant.move(it.participant, event, { now: 0, meter: it.use })
  return it
}
const claim = (seat: number): ExitClaim => ({
  address: address(seat),
  country: resource.country,
  source: "a registry",
  seen: null,
})
const offered = (seat: number, by: number, exit?: ExitClaim): Substitution.Substitute => ({
  _tag: "Substitute",
  seat,
  by,
  ...(exit === undefined ? {} : { exit }),
})

it("IPSX-AGR-082 a seat is another one when the requester has repeated the letter, and not before", () => {
  for (const role of ["provider", "requester"] as const) {
    const it = party(role)
    expect(Substitution.note(it, 1, offered(0, 4))).toBeUndefined()
    expect(Substitution.note(it, 0, offered(0, 4))).toBeUndefined()
    expect(Party.addresses(it)).toEqual([address(1), address(2)])
    expect(Substitution.note(it, 1, offered(0, 3))).toBeUndefined()
    expect(Substitution.note(it, 1, offered(9, 4))).toBeUndefined()
    expect(Substitution.note(it, 1, { _tag: "Substitute", seat: 0, by: null })).toBeUndefined()
    expect(Substitution.note(it, 1, offered(0, 4))).toEqual({ seat: 0, address: address(4) })
    expect(Substitution.note(it, 1, offered(0, 4))).toBeUndefined()
    expect(Party.addresses(it)).toEqual([address(4), address(2)])
    // What the chain has booked stays booked.
    expect(Party.booked(it)).toEqual([1, 2])
  }
})

const ask = (seat: number): Substitution.Substitute => ({ _tag: "Substitute", seat, by: null })

it("IPSX-AGR-083 what is owed after a kill: a provider looks for what was asked and not offered", () => {
  const it = party("provider")
  Substitution.note(it, 1, ask(1))
  Substitution.note(it, 1, ask(7))
  expect(Substitution.owed(it)).toEqual({ seek: [1], answer: [], resumes: false })
  // The letter that offers one goes out again by itself.
  Substitution.note(it, 0, offered(1, 4, claim(4)))
  expect(Substitution.owed(it).seek).toEqual([])
  Substitution.note(it, 1, offered(1, 4))
  expect(Substitution.owed(it)).toEqual({ seek: [], answer: [], resumes: false })
})

it("IPSX-AGR-083 what is owed after a kill: a requester answers, and goes on once it has what it asked for", () => {
  const it = party("requester")
  for (const event of [
    "requester.accept",
    "provider.accept",
    "commit",
    "provider.ready",
    "requester.activate",
    "requester.pause",
  ] as const)
    Participant.move(it.participant, event, { now: 0, meter: it.use })
  Substitution.note(it, 1, ask(0))
  expect(Substitution.owed(it)).toEqual({ seek: [], answer: [], resumes: false })
  Substitution.note(it, 0, offered(0, 4, claim(4)))
  const { answer } = Substitution.owed(it)
  expect(answer).toEqual([offered(0, 4, claim(4))])
  expect(Substitution.answer(it, answer[0]!, now)).toEqual(offered(0, 4))
  Substitution.note(it, 1, offered(0, 4))
  expect(Substitution.owed(it)).toEqual({ seek: [], answer: [], resumes: true })
  expect(it.former.get(0)).toBe(address(1))
  // An offer that was made again, because its provider could not know, changes nothing any more.
  Substitution.note(it, 0, offered(0, 4, claim(4)))
  expect(Substitution.owed(it).answer).toEqual([])
})

it("IPSX-AGR-081 a requester takes a seat of what it rented, when it lacks one, with a claim for it", () => {
  expect(Substitution.answer(paused(), offered(1, 4, claim(4)), now)).toEqual(offered(1, 4))
})

it.each([
  ["beyond the range", offered(0, 5, claim(4)), /no seat of what was rented/],
  ["for a seat that the deal has not", offered(2, 4, claim(4)), /no seat of what was rented/],
  ["that the deal has already", offered(0, 2, claim(2)), /rented already/],
  ["without a claim", offered(0, 4), /claims nothing/],
  ["with the claim of another address", offered(0, 4, claim(3)), /it is for/],
] as const)("IPSX-AGR-081 a requester does not take a seat %s", (_, letter, why) => {
  expect(Substitution.answer(paused(), letter, now)).toMatchObject({
    why: expect.stringMatching(why),
  })
})

it("IPSX-AGR-081 a requester keeps an address that serves", () => {
  expect(Substitution.answer(party("requester"), offered(0, 4, claim(4)), now)).toMatchObject({
    why: expect.stringMatching(/while the first one serves/),
  })
})

it("IPSX-TUN-008 IPSX-TUN-009 each seat's tunnel has an id and an address of its own", () => {
  const it = party("provider")
  const leases = [0, 1].map((seat) => Party.lease(it, seat, "l4-payload"))
  expect(leases.map((lease) => lease.address)).toEqual([address(1), address(2)])
  expect(leases.map((lease) => lease.id)).toEqual(Party.leaseIds(it))
  const second = Buffer.from(keccak_256(new TextEncoder().encode(`${id} 1`))).toString("hex")
  expect(Party.leaseIds(it)).toEqual([id, `0x${second}`])
})

it("IPSX-TUN-027 a tunnel is for what the request asks for, and for all that is offered when it asks for nothing", () => {
  const of = (protocols: number, scopes: number) => {
    const it = party("provider")
    const { offer, request } = it.began
    const filter = { ...request.filter, protocols, scopes }
    const began = {
      ...it.began,
      offer: { ...offer, protocols: 0b111, scopes: 0b11 },
      request: { ...request, filter },
    }
    const lease = Party.lease({ ...it, began }, 0, "l4-payload")
    return [lease.protocols, lease.scopes]
  }
  expect(of(0b010, 0b10)).toEqual([0b010, 0b10])
  expect(of(0b101, 0)).toEqual([0b101, 0b11])
  expect(of(0, 0b01)).toEqual([0b111, 0b01])
})
