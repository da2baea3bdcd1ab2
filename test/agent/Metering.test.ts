// Co-signed meters and lease receipts between two participants, without a world around them.
import { describe, expect, it } from "vitest"
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Settings } from "../../src/agent/Participant.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import * as Terms from "../../src/model/Terms.ts"
import type { Message } from "../../src/model/Message.ts"
import { id } from "../arbitrary/ledger.ts"
import { perSecond, settings, terms } from "./Pair.ts"

const cosigning: Settings = {
  ...settings(),
  tolerance: { seconds: 1, bytes: 1000, millionths: 1000 },
  receiptDigest: ({ from, to }) => Id.fromNumber(from * 100_000 + to),
}

class Two {
  readonly deal = terms({ pricePerByte: Amount.of(1n) })
  readonly provider = Provider.make(id, this.deal, cosigning)
  readonly requester = Requester.make(id, this.deal, cosigning)
  now = 0
  /** What each side's own meter says. */
  meters = { provider: { seconds: 0, bytesUsed: 0 }, requester: { seconds: 0, bytesUsed: 0 } }
  readonly said: Array<Message> = []
  readonly done: Array<Intent> = []
  /** Letters that the requester writes and that are lost. */
  lost: (message: Message) => boolean = () => false

  feed(role: "provider" | "requester", input: Input): void {
    const situation = { now: this.now, meter: this.meters[role] }
    const intents =
      role === "provider"
        ? Provider.step(this.provider, input, situation)
        : Requester.step(this.requester, input, situation)
    this.done.push(...intents)
    for (const intent of intents)
      if (intent._tag === "Send") {
        this.said.push(intent.message)
        if (role === "requester" && this.lost(intent.message)) continue
        const to = role === "provider" ? "requester" : "provider"
        this.feed(to, { _tag: "Said", message: intent.message })
      } else if (intent._tag === "OpenTunnel") this.feed(role, { _tag: "TunnelUp" })
  }

  both(input: Input): void {
    this.feed("provider", input)
    this.feed("requester", input)
  }

  open(): this {
    this.both({ _tag: "Proposed" })
    const { provider, requester, cap, bond, start, end } = this.deal
    const log = { _tag: "DealOpened", id, provider, requester, cap, bond, start, end } as const
    this.both({ _tag: "Logged", log })
    return this
  }

  ring(timer: "meter" | "bill", role: "provider" | "requester"): void {
    const epoch = (role === "provider" ? this.provider : this.requester).epochs.get(timer) ?? 0
    this.feed(role, { _tag: "Rang", timer, epoch })
  }

  read(): ReadonlyArray<Message> {
    return this.said.filter(({ _tag }) => _tag === "Meter")
  }
}

const use = (two: Two, provider: number, requester: number, bytes = 0): void => {
  two.now += 2000
  two.meters = {
    provider: { seconds: provider, bytesUsed: bytes },
    requester: { seconds: requester, bytesUsed: bytes },
  }
}

describe("a meter", () => {
  it("IPSX-TUN-033 is read once in each billing interval and signed by both", () => {
    const two = new Two().open()
    for (let n = 1; n <= 3; n++) {
      use(two, 2 * n, 2 * n)
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
    use(two, 4, 2)
    two.ring("meter", "provider")
    expect(two.provider.cosigned?.seconds).toBe(0)
    use(two, 5, 4, 900)
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
    use(two, 3, 3)
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
    use(two, 3, 3)
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
    use(two, 2, 2)
    two.ring("meter", "provider")
    // The provider stands still from here on, and the requester's clock does not.
    for (let seconds = 3; seconds < 20; seconds++) {
      use(two, 2, seconds)
      two.ring("bill", "requester")
    }
    expect(two.requester.signed).toBe(BigInt(2 + interval) * perSecond)
    use(two, 6, 20)
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
    use(two, 2, 2)
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
    use(two, 2, 2)
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
