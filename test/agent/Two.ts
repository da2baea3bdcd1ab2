// A provider and a requester that sign meters and receipts, each with a meter of its own, without a world around them.
import type { Input } from "../../src/agent/Input.ts"
import type { Intent } from "../../src/agent/Intent.ts"
import type { Settings } from "../../src/agent/Participant.ts"
import * as Provider from "../../src/agent/Provider.ts"
import * as Requester from "../../src/agent/Requester.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Message } from "../../src/model/Message.ts"
import { id } from "../arbitrary/ledger.ts"
import { settings, terms } from "./Pair.ts"

const cosigning: Settings = {
  ...settings(),
  tolerance: { seconds: 1, bytes: 1000, millionths: 1000 },
  receiptDigest: ({ from, to }) => Id.fromNumber(from * 100_000 + to),
}

export class Two {
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

  /** Two seconds later, by what each side's meter says then. */
  use(provider: number, requester: number, bytes = 0): void {
    this.now += 2000
    this.meters = {
      provider: { seconds: provider, bytesUsed: bytes },
      requester: { seconds: requester, bytesUsed: bytes },
    }
  }
}
