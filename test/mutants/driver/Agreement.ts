import type { JsonObject } from "../../../src/conformance/Json.ts"
import { answering, hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "agreement/1", red }) as const

export const mutants: ReadonlyArray<Mutant> = [
  answering(
    of(
      "status-wrong-cell",
      "calls a deal with one side stopped and one paused Suspended",
      "IPSX-AGR-001",
    ),
    ({ type, provider, requester }, answer) =>
      type === "dealStatus" && provider === "Stopped" && requester === "Paused"
        ? { deal: "Suspended" }
        : answer,
  ),
  answering(
    of("numbers-shifted", "counts registers from one", "IPSX-AGR-002"),
    ({ type }, answer) => (type === "number" ? { number: (answer.number as number) + 1 } : answer),
  ),
  hearing(
    of("stale-status-accepted", "lets a provider go back from Stopped", "IPSX-AGR-003"),
    (event, past) =>
      event.type === "provider.stop" && past.some(({ type }) => type === "provider.pause")
        ? { type: "provider.ready" }
        : undefined,
  ),
  hearing(
    of("accept-withdrawn", "lets a party decline what it has accepted", "IPSX-AGR-010"),
    (event, past) =>
      event.type === "provider.decline" &&
      past.length > 0 &&
      past.at(-1)!.type === "provider.accept"
        ? { type: "acceptExpired" }
        : undefined,
  ),
  hearing(
    of("silence-is-breach", "convicts a silent provider without a challenge", "IPSX-AGR-033"),
    (event) => (event.type === "providerSilent" ? { type: "convicted" } : undefined),
  ),
  hearing(
    of("resumes-unpaid", "lets a lagging requester go on without a voucher", "IPSX-AGR-034"),
    (event) => (event.type === "lag" ? { type: "requesterSilent" } : undefined),
  ),
  hearing(
    of("end-one-sided", "ends the provider's part only", "IPSX-AGR-032", "IPSX-AGR-003"),
    (event) => (event.type === "end" ? { type: "notice" } : undefined),
  ),
  hearing(
    of("budget-of-one-side-stops", "stops a deal when one side alone is paused", "IPSX-AGR-055"),
    (event) => (event.type === "suspendExpired" ? { type: "cap" } : undefined),
  ),
  hearing(
    of("dispute-not-recorded", "does not hear disputes of the requester", "IPSX-AGR-063"),
    (event) => (event.type === "requester.dispute" ? { type: "cleared" } : undefined),
  ),
  answering(
    of("timer-not-cancelled", "leaves the timer of a pause armed", "IPSX-AGR-003", "IPSX-AGR-030"),
    (_, answer) =>
      answer.deal === "Closing" && Array.isArray(answer.timers)
        ? { ...answer, timers: [...(answer.timers as ReadonlyArray<string>), "suspend"] }
        : answer,
  ),
  hearing(
    of("timer-of-an-earlier-arming", "rings whatever arming it was", "IPSX-AGR-030"),
    (event) =>
      event.type === "ring" && (event.arming as number) === 1 ? { ...event, arming: 2 } : undefined,
  ),
  hearing(
    of("timer-not-rearmed", "does not start the heartbeat's timer again", "IPSX-AGR-030"),
    (event) => (event.type === "rearm" ? { type: "provisionExpired" } : undefined),
  ),
  answering(
    of("pauses-forgotten", "counts each pause by itself", "IPSX-AGR-036"),
    ({ type }, answer) =>
      type === "look" && answer.providerPausedFor === 9
        ? { ...answer, providerPausedFor: 5 }
        : answer,
  ),
  answering(
    of("budget-a-second-long", "rings a second after the budget", "IPSX-AGR-036"),
    (_, answer) =>
      typeof answer.suspendAt === "number"
        ? { ...answer, suspendAt: answer.suspendAt + 1 }
        : answer,
  ),
  answering(
    of("window-of-a-half", "takes half the lease to provision", "IPSX-AGR-038"),
    ({ type, lease, provisionWindow }, answer) =>
      type === "windows"
        ? {
            ...answer,
            provision: Math.min(provisionWindow as number, Math.floor((lease as number) / 2)),
          }
        : answer,
  ),
  answering(
    of("parameters-unchecked", "takes timers that are too short", "IPSX-AGR-039", "IPSX-AGR-038"),
    ({ type }, answer) => (type === "parameters" ? { valid: true } : answer),
  ),
  hearing(
    of("inbox-unlinked", "takes a message that does not link", "IPSX-PCH-007", "IPSX-PCH-002"),
    (event, past) => {
      if (event.type !== "receive") return undefined
      const { seq } = event.status as { seq: number }
      const before = past.findLast(({ status }) => (status as { seq: number }).seq === seq - 1)
      const previous = seq === 1 ? `0x${"0".repeat(64)}` : before?.digest
      return previous === undefined
        ? undefined
        : { ...event, status: { ...(event.status as JsonObject), previous } }
    },
  ),
  answering(
    of(
      "inbox-forgets-equivocation",
      "keeps no proof of two contents",
      "IPSX-PCH-006",
      "IPSX-AGR-061",
    ),
    (_, answer) => (answer.equivocation === true ? { ...answer, equivocation: false } : answer),
  ),
  answering(
    of("inbox-last-one-wins", "takes the message that came last for the register", "IPSX-PCH-004"),
    ({ type, status }, answer) =>
      type === "receive" && (answer.applied as ReadonlyArray<number>).length > 1
        ? { ...answer, register: (status as JsonObject).status! }
        : answer,
  ),
  answering(
    of("inbox-holds-everything", "holds more than sixty-four early messages", "IPSX-PCH-005"),
    (_, answer) => (answer.held === 64 ? { ...answer, held: 65 } : answer),
  ),
]
