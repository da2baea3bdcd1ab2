// Co-signed meters and lease receipts between two participants, without a world around them.
import { describe, expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import * as Terms from "../../src/model/Terms.ts"
import { id } from "../arbitrary/ledger.ts"
import { perSecond } from "./Pair.ts"
import { Two } from "./Two.ts"

describe("a meter", () => {
  it("IPSX-TUN-033 is read once in each billing interval and signed by both", () => {
    const two = new Two().open()
    for (let n = 1; n <= 3; n++) {
      two.use(2 * n, 2 * n)
      two.ring("bill", "requester")
      two.ring("meter", "provider")
    }
    const meters = two.read()
    expect(meters.filter((m) => m.author === two.deal.provider).length).toBe(4)
    expect(meters.filter((m) => m.author === two.deal.requester).length).toBe(4)
    expect(two.provider.cosigned).toEqual({ channelId: id, seq: 4, seconds: 6, bytesUsed: 0 })
  })

  it("IPSX-TUN-032 that is further ahead than the tolerance stays unsigned", () => {
    const two = new Two().open()
    two.use(4, 2)
    two.ring("meter", "provider")
    expect(two.provider.cosigned?.seconds).toBe(0)
    two.use(5, 4, 900)
    two.meters.requester.bytesUsed = 0
    two.ring("meter", "provider")
    expect(two.provider.cosigned).toEqual({ channelId: id, seq: 3, seconds: 5, bytesUsed: 900 })
    two.meters.provider.bytesUsed = 1001
    two.ring("meter", "provider")
    expect(two.provider.cosigned?.seq).toBe(3)
  })

  it("IPSX-AGR-047 IPSX-PAY-010 that is worth more than the vouchers is proved on the chain", () => {
    const two = new Two().open()
    two.lost = ({ _tag }) => _tag === "Voucher"
    two.use(3, 3)
    two.ring("meter", "provider")
    two.feed("provider", {
      _tag: "Logged",
      log: { _tag: "DealStopped", id, by: two.deal.requester },
    })
    const proof = two.done.find((i) => i._tag === "Submit" && i.transaction._tag === "ProveMeter")
    expect(proof).toMatchObject({
      transaction: { meter: { seconds: 3 }, sender: two.deal.provider },
    })
  })

  it("IPSX-PAY-010 is not proved where the vouchers pay as much", () => {
    const two = new Two().open()
    two.use(3, 3)
    two.ring("meter", "provider")
    two.ring("bill", "requester")
    expect(two.provider.signed).toBe(3n * perSecond)
    two.feed("provider", {
      _tag: "Logged",
      log: { _tag: "DealStopped", id, by: two.deal.requester },
    })
    expect(two.done.some((i) => i._tag === "Submit" && i.transaction._tag === "ProveMeter")).toBe(
      false,
    )
  })

  it("IPSX-PAY-037 of the provider bounds what the requester signs by its own", () => {
    const two = new Two().open()
    const interval = Terms.billingInterval(two.deal)
    two.use(2, 2)
    two.ring("meter", "provider")
    // The provider stands still from here on, and the requester's clock does not.
    for (let seconds = 3; seconds < 20; seconds++) {
      two.use(2, seconds)
      two.ring("bill", "requester")
    }
    expect(two.requester.signed).toBe(BigInt(2 + interval) * perSecond)
    two.use(6, 20)
    two.ring("meter", "provider")
    two.ring("bill", "requester")
    expect(two.requester.signed).toBe(BigInt(6 + interval) * perSecond)
  })

  it("IPSX-AGR-034 that uses up what may pass unpaid holds the traffic at once", () => {
    const two = new Two().open()
    two.lost = ({ _tag }) => _tag === "Voucher"
    two.meters.provider = { seconds: 1, bytesUsed: Number(4n * perSecond) }
    two.feed("provider", { _tag: "Exhausted" })
    expect(two.provider.serving).toBe(false)
    expect(two.done.some((i) => i._tag === "Gate")).toBe(true)
  })
})

describe("a lease receipt", () => {
  it("IPSX-TUN-060 is signed by both, and the closing commits to it", () => {
    const two = new Two().open()
    two.use(2, 2)
    two.feed("requester", { _tag: "Leave" })
    const receipts = two.said.flatMap((m) => (m._tag === "Receipt" ? [m] : []))
    expect(receipts.map(({ author }) => author)).toEqual([two.deal.requester, two.deal.provider])
    expect(receipts[0]!.receipt).toEqual(receipts[1]!.receipt)
    expect(receipts[0]!.receipt).toMatchObject({ from: 1000, to: 1002, seat: 0 })
    const closing = two.said.find((m) => m._tag === "Closing")
    expect(closing).toMatchObject({ closing: { receipt: Id.fromNumber(1000 * 100_000 + 1002) } })
  })

  it("IPSX-TUN-060 with another time than the provider saw is not signed by it", () => {
    const two = new Two().open()
    two.use(2, 2)
    two.requester.usedFrom = 1010
    two.feed("requester", { _tag: "Leave" })
    const receipts = two.said.flatMap((m) => (m._tag === "Receipt" ? [m] : []))
    expect(receipts.map(({ author }) => author)).toEqual([two.deal.requester])
  })
})

describe("a provider", () => {
  it("IPSX-AGR-051 repeats an answer that the chain does not take", () => {
    const two = new Two().open()
    two.feed("provider", { _tag: "Logged", log: { _tag: "DealChallenged", id } })
    const answers = () =>
      two.done.filter((i) => i._tag === "Submit" && i.transaction._tag === "Answer").length
    expect(answers()).toBe(1)
    const epoch = two.provider.epochs.get("deadline")!
    two.now += 3000
    two.feed("provider", { _tag: "Rang", timer: "deadline", epoch })
    expect(answers()).toBe(2)
    two.feed("provider", { _tag: "Logged", log: { _tag: "ChallengeAnswered", id } })
    two.now += 3000
    two.feed("provider", { _tag: "Rang", timer: "deadline", epoch: epoch + 1 })
    expect(answers()).toBe(2)
  })

  it("IPSX-PCH-032 that was taken for silent says that it is there, and is used again", () => {
    const two = new Two().open()
    expect(two.requester.serving).toBe(true)
    two.feed("requester", { _tag: "Silent" })
    const last = two.said.at(-1)
    expect(two.said.some((m) => m._tag === "Status" && m.author === two.deal.provider)).toBe(true)
    expect(last).toMatchObject({ _tag: "Status" })
    expect(two.requester.serving).toBe(true)
    expect(two.provider.serving).toBe(true)
  })
})
