// A requester that is served pays the least amount there is, again and again, each time before the provider's watch
// over the unpaid part rings. Each voucher put the watch off, so that the whole lease was served for nothing.
import { expect, it } from "vitest"
import * as Amount from "../../src/model/Amount.ts"
import * as Terms from "../../src/model/Terms.ts"
import { id, requester } from "../arbitrary/ledger.ts"
import { losses, perSecond, play, type Play, settled } from "../agent/Pair.ts"

const drip = (every: number): NonNullable<Play["script"]> =>
  Array.from({ length: Math.floor(55_000 / every) }, (_, n) => ({
    at: 3000 + n * every,
    role: "provider" as const,
    input: {
      _tag: "Said" as const,
      message: {
        _tag: "Voucher" as const,
        id,
        author: requester,
        voucher: { channelId: id, cumulativeAmount: Amount.of(BigInt(n + 1)) },
      },
    },
  }))

it.each([50, 400, 800, 999])(
  "IPSX-PAY-008 IPSX-AGR-034 vouchers of one base unit every %i ms do not keep the traffic flowing",
  (every) => {
    const played = play({
      script: drip(every),
      act: {
        requester: (intents) =>
          intents.filter(
            (intent) =>
              intent._tag !== "Send" ||
              (intent.message._tag !== "Voucher" && intent.message._tag !== "Closing"),
          ),
      },
    })
    // The traffic is looked at once a second, so one second more may pass.
    const unpaid = played.worth - settled(played).cumulative
    expect(unpaid).toBeGreaterThan(0n)
    expect(unpaid).toBeLessThanOrEqual(Terms.lagBound(played.deal) + perSecond)
    const loss = losses(played)
    expect(loss.provider).toBeLessThanOrEqual(loss.providerBound)
  },
)
