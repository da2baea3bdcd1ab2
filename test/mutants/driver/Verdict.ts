import type { JsonObject } from "../../../src/conformance/Json.ts"
import { answering, hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "settlement/1", red }) as const

export const mutants: ReadonlyArray<Mutant> = [
  answering(
    of("verdict-rounds-the-penalty-down", "rounds an early stop's penalty down", "IPSX-PAY-023"),
    ({ terms, facts }, answer) => {
      if (answer.penaltyProvider === undefined || answer.breachedByProvider === true) return answer
      const { bond, end, start } = terms as { bond: string; end: number; start: number }
      const at = Math.max((facts as { providerStoppedAt: number }).providerStoppedAt, start)
      return answer.penaltyProvider === "0"
        ? answer
        : {
            ...answer,
            penaltyProvider: ((BigInt(bond) * BigInt(end - at)) / BigInt(end - start)).toString(),
          }
    },
  ),
  answering(
    of(
      "verdict-burns-nothing",
      "gives the burned half of a breach to the other side",
      "IPSX-PAY-024",
      "IPSX-PAY-025",
    ),
    (_, answer) =>
      answer.breachedByProvider === true || answer.breachedByRequester === true
        ? {
            ...answer,
            burned: "0",
            toRequester: (
              BigInt(answer.toRequester as string) + BigInt(answer.burned as string)
            ).toString(),
          }
        : answer,
  ),
  hearing(of("verdict-no-show-forgotten", "lets a no-show cost nothing", "IPSX-PAY-026"), (event) =>
    event.type === "verdict"
      ? { ...event, terms: { ...(event.terms as JsonObject), noShowCharge: "0" } }
      : undefined,
  ),
  hearing(
    of(
      "verdict-exoneration-ignored",
      "takes the bond of a provider that was cleared",
      "IPSX-AGR-062",
    ),
    (event) =>
      event.type === "verdict"
        ? { ...event, facts: { ...(event.facts as JsonObject), exonerated: false } }
        : undefined,
  ),
  hearing(
    of("verdict-notice-ignored", "penalises a stop after a notice", "IPSX-AGR-035"),
    (event) =>
      event.type === "verdict"
        ? { ...event, facts: { ...(event.facts as JsonObject), noticeAt: 0 } }
        : undefined,
  ),
  hearing(
    of("verdict-lapse-ignored", "penalises a stop of a provider that was not paid", "IPSX-AGR-054"),
    (event) =>
      event.type === "verdict" && (event.facts as JsonObject).lagged === true
        ? { ...event, facts: { ...(event.facts as JsonObject), lagged: false, demanded: true } }
        : undefined,
  ),
]
