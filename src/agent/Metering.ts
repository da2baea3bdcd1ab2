// Co-signed meters (IPSX-TUN-033): the provider says what it has counted, the requester signs the same if its own
// meter agrees, and the provider has in hand what `proveMeter` wants, should the voucher not come (IPSX-PAY-010).
import * as Agreement from "../agreement-fsm/Agreement.ts"
import * as Deal from "../model/Deal.ts"
import type { Meter } from "../model/Meter.ts"
import * as Terms from "../model/Terms.ts"
import type { Intent } from "./Intent.ts"
import * as Participant from "./Participant.ts"

/**
 * The provider's next reading, and the one after it in one billing interval. Once it holds the traffic there is one more:
 * the requester pays for no more than it has been told of (IPSX-PAY-037), and what was served since the reading before may be
 * more than the lag that lets it go on (IPSX-TUN-035).
 */
export const read = (
  p: Participant.Participant,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  if (p.settings.tolerance === undefined) return
  if (!p.serving && Agreement.status(p.agreement) !== "Suspended") return
  say(p, { channelId: p.id, seq: ++p.metered, ...here.meter }, out)
  if (!p.serving) return
  Participant.arm(p, "meter", here.now + Terms.billingInterval(p.deal) * 1000, out)
}

const say = (p: Participant.Participant, meter: Meter, out: Array<Intent>): void =>
  void out.push({
    _tag: "Send",
    message: { _tag: "Meter", id: p.id, author: Participant.self(p), meter },
  })

/**
 * The requester signs a reading that its own meter bears out, within the tolerance; it only ever grows. One that is
 * too high stays unsigned, and costs nobody anything: the provider gates at its bound.
 */
export const countersign = (
  r: Participant.Participant,
  meter: Meter,
  here: Participant.Situation,
  out: Array<Intent>,
): void => {
  const { tolerance } = r.settings
  if (tolerance === undefined || meter.channelId !== r.id) return
  if (r.told === undefined || meter.seq > r.told.seq) r.told = meter
  const before = r.cosigned
  if (before !== undefined && (meter.seq <= before.seq || meter.seconds < before.seconds)) return
  const bytes =
    here.meter.bytesUsed +
    tolerance.bytes +
    Math.floor(here.meter.bytesUsed * (tolerance.millionths / 1_000_000))
  if (meter.seconds > here.meter.seconds + tolerance.seconds || meter.bytesUsed > bytes) return
  r.cosigned = meter
  say(r, meter, out)
}

/** The provider keeps the highest reading that came back signed, if it is one of its own. */
export const keep = (p: Participant.Participant, meter: Meter): void => {
  if (meter.channelId !== p.id || meter.seq > p.metered) return
  if (p.cosigned === undefined || meter.seq > p.cosigned.seq) p.cosigned = meter
}

/** Brings a reading to the chain that is worth more than what was signed (IPSX-AGR-047). */
export const prove = (p: Participant.Participant, out: Array<Intent>): void => {
  const meter = p.cosigned
  if (meter === undefined || Deal.isReservation(p.deal) || p.phase === "Final") return
  if (Deal.price(p.deal, meter) <= p.signed) return
  const { id, deal } = p
  const authors = { provider: deal.provider, requester: deal.requester }
  Participant.submit({ _tag: "ProveMeter", sender: deal.provider, id, deal, meter, authors }, out)
}
