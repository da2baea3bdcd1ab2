// How each step of a deal is recognised: by what is in the journals of the parties, or what they said.
import type { Said } from "./Actor.ts"
import type { Step } from "./Case.ts"
import type { Seen } from "./Tail.ts"

export interface Traces {
  readonly provider: ReadonlyArray<Seen>
  readonly requester: ReadonlyArray<Seen>
  readonly providerSaid: ReadonlyArray<Said>
  readonly requesterSaid: ReadonlyArray<Said>
}

type Entry = Seen["entry"]
const tagOf = (value: unknown): string | undefined => (value as { _tag?: string } | undefined)?._tag

const heard = (entry: Entry, letter: string): boolean =>
  entry._tag === "Heard" && tagOf(entry["letter"]) === letter
const happened = (entry: Entry, input: string, log?: string): boolean => {
  if (entry._tag !== "Happened" || tagOf(entry["input"]) !== input) return false
  return log === undefined || tagOf((entry["input"] as { log?: unknown }).log) === log
}

const signs: Readonly<Record<Step, (t: Traces, ofProvider: boolean) => boolean>> = {
  placed: (t, ofProvider) =>
    (ofProvider ? t.provider : t.requester).some(({ entry }) => entry._tag === "Ordered"),
  matched: (t, ofProvider) =>
    (ofProvider ? t.provider : t.requester).some(({ entry }) => entry._tag === "Began"),
  channel: (t) => [...t.provider, ...t.requester].some(({ entry }) => entry._tag === "Heard"),
  opening: (t) => t.requester.some(({ entry }) => entry._tag === "Signed"),
  opened: (t) => t.provider.some(({ entry }) => happened(entry, "Logged", "DealOpened")),
  offered: (t) => t.requester.some(({ entry }) => heard(entry, "TunnelOffer")),
  up: (t) => t.requester.some(({ entry }) => happened(entry, "TunnelUp")),
  metered: (t) => t.requester.some(({ entry }) => heard(entry, "Meter")),
  vouchered: (t) => t.requesterSaid.some(({ _tag }) => _tag === "Signed"),
  stored: (t) => t.provider.some(({ entry }) => heard(entry, "Voucher")),
  lagging: (t) =>
    t.providerSaid.some((said) => said._tag === "Moved" && said["status"] === "Suspended"),
  closing: (t) => t.requester.some(({ entry }) => happened(entry, "Leave")),
  settling: (t) => t.provider.some(({ entry }) => heard(entry, "Closing")),
}

/** Whether a step has been reached; an early one is the provider's own where the provider is to be struck. */
export const isReached = (step: Step, traces: Traces, ofProvider: boolean): boolean =>
  signs[step](traces, ofProvider)
