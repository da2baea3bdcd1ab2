import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as LeaseRecord from "../../src/live/LeaseRecord.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Amount from "../../src/model/Amount.ts"
import type { Deal } from "../../src/model/Deal.ts"
import * as Id from "../../src/model/Id.ts"
import * as Ip from "../../src/model/Ip.ts"
import type { ShortDeal } from "../../src/model/ShortDeal.ts"
import * as Time from "../../src/model/Time.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import { address } from "../arbitrary/deal.ts"
import * as Lone from "../regression/Lone.ts"

const curve = NativeCurve.fastest()
const place = { chainId: 31337, centralizer: address(0xc0) }
const separator = Structure.domain(curve, place)
const key = new Uint8Array(32).fill(51)
const requester = Signed.address(curve, key)
const plain = Lone.offer({ owner: Lone.own })
const offer = { ...plain, resource: { ...plain.resource, addresses: 2 } }
const request = Lone.request({ owner: requester })
const first = offer.resource.first

const sign = <A extends object>(structure: TypedData.Structure<A>, value: A): Signed.Signature =>
  Signed.sign(curve, TypedData.digest(curve, separator, structure, value), key)

const opened: Recording.Entry = { _tag: "Opened", address: Lone.own, ...place }
const moment = { now: 0, seconds: 0, bytesUsed: 0 }
const heard = (id: Id.Id, letter: Letter): Recording.Entry => ({
  _tag: "Heard",
  id,
  ...moment,
  seq: 1,
  letter,
})

/** A deal from its proposal to its opening, as a journal has it. */
const made = (n: number, change: Partial<Deal> = {}, isOpened = true) => {
  const { id, deal } = Lone.proposal(offer, request, { salt: Id.fromNumber(n), ...change })
  const { provider, cap, bond, start, end } = deal
  const log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end } as const
  const began: Recording.Entry = {
    _tag: "Began",
    id,
    role: "provider",
    deal,
    offer,
    request,
    partner: null,
  }
  const entries: ReadonlyArray<Recording.Entry> = [
    began,
    heard(id, { _tag: "Accept", signature: sign(Structure.Deal, deal) }),
    ...(isOpened
      ? [{ _tag: "Happened", id, ...moment, input: { _tag: "Logged", log } } as const]
      : []),
  ]
  return { id, deal, entries }
}

const receiptOf = ({ id, deal }: ReturnType<typeof made>): Recording.Entry => {
  const { provider, resource, firstSeat: seat, start } = deal
  const [from, to] = [Time.seconds(start + 3), Time.seconds(start + 9)]
  const receipt = {
    channelId: id,
    provider,
    requester,
    resource,
    seat,
    from,
    to,
    commitment: Id.zero,
  }
  return heard(id, { _tag: "Receipt", receipt, signature: sign(Structure.Receipt, receipt) })
}

const proved = (records: ReadonlyArray<LeaseRecord.LeaseRecord>) =>
  records.every(({ signed: { digest, signature } }) =>
    Result.isSuccess(Signed.verify(curve, Hex.toBytes(digest), signature, requester)),
  )

describe("the leases of a journal", () => {
  it("IPSX-TUN-060 are told by the receipt, and where there is none by the deal, each signed by the requester", () => {
    const [lease, alone, never] = [made(1), made(2), made(3, {}, false)]
    const entries = [opened, ...lease.entries, receiptOf(lease), ...alone.entries, ...never.entries]
    const records = LeaseRecord.of(curve, [entries])
    const { start, end } = alone.deal
    expect(records).toMatchObject([
      {
        id: lease.id,
        addresses: [first],
        from: start + 3,
        to: start + 9,
        signed: { as: "Receipt" },
      },
      { id: alone.id, addresses: [first], from: start, to: end, signed: { as: "Deal" } },
    ])
    expect(proved(records)).toBe(true)
  })

  it("IPSX-TUN-060 are found in older parts too, and once where two parts have them", () => {
    const [over, open] = [made(1), made(2)]
    const old = [opened, ...over.entries, receiptOf(over), ...open.entries]
    const now = [opened, ...open.entries, receiptOf(open)]
    const records = LeaseRecord.of(curve, [old, now])
    expect(records.map(({ id, signed }) => [id, signed.as])).toEqual([
      [over.id, "Receipt"],
      [open.id, "Receipt"],
    ])
  })

  it("IPSX-AGR-081 have every address that was taken in the place of a lost one", () => {
    const wide = made(1)
    const signature = sign(Structure.Deal, wide.deal)
    const taken = heard(wide.id, { _tag: "Substitute", seat: 0, by: 1, signature })
    const [record] = LeaseRecord.of(curve, [[opened, ...wide.entries, taken]])
    expect(record!.addresses).toEqual([first, Ip.at(first, 1)])
  })

  it("IPSX-AGR-070 are short deals where the deal is a reservation, those that its requester has signed", () => {
    const standing = made(1, { seats: 0, prepaid: Amount.zero })
    const short = (nonce: number): ShortDeal => ({
      reservation: standing.id,
      nonce,
      resource: offer.resource.id,
      firstSeat: 0,
      seats: 1,
      start: Time.seconds(standing.deal.start + nonce),
      end: Time.seconds(standing.deal.start + nonce + 5),
      cap: Amount.of(5n),
      bond: Amount.zero,
      pricePerSecond: Amount.of(1n),
      pricePerByte: Amount.zero,
      setupPrice: Amount.zero,
      terms: Id.zero,
    })
    const begun = (nonce: number): Recording.Entry => ({
      _tag: "ShortBegan",
      id: standing.id,
      now: 0,
      short: short(nonce),
      offer,
      request,
    })
    const signature = sign(Structure.ShortDeal, short(1))
    const signed = heard(standing.id, { _tag: "ShortDeal", shortDeal: short(1), signature })
    const records = LeaseRecord.of(curve, [
      [opened, ...standing.entries, begun(1), signed, begun(2)],
    ])
    expect(records).toMatchObject([
      { short: 1, addresses: [first], from: standing.deal.start + 1, signed: { as: "ShortDeal" } },
    ])
    expect(proved(records)).toBe(true)
  })
})
