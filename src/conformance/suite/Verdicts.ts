// The verdict as a function: facts one by one and in pairs, over terms in which every rounding shows.
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Sets from "./Sets.ts"

const none: JsonObject = {
  paid: "0",
  meterDue: "0",
  providerStoppedAt: 0,
  requesterStopped: false,
  noticeAt: 0,
  challenged: false,
  answered: false,
  convicted: false,
  exonerated: false,
  demanded: false,
  lagged: false,
  providerEquivocated: false,
  requesterEquivocated: false,
  providerDisputed: false,
  requesterDisputed: false,
}

const terms: JsonObject = {
  cap: "1001",
  bond: "103",
  prepaid: "0",
  noShowCharge: "17",
  seats: 1,
  start: 1000,
  end: 1100,
}

/** What can be proved about a channel, by name. */
const facts: Readonly<Record<string, JsonObject>> = {
  paid: { paid: "333" },
  meter: { meterDue: "401" },
  stopped: { providerStoppedAt: 1033 },
  "stopped-early": { providerStoppedAt: 990 },
  "requester-stopped": { requesterStopped: true },
  notice: { noticeAt: 1033 },
  answered: { challenged: true, answered: true },
  convicted: { challenged: true, convicted: true },
  exonerated: { challenged: true, convicted: true, exonerated: true },
  demanded: { demanded: true },
  lagged: { demanded: true, lagged: true },
  "provider-equivocated": { providerEquivocated: true },
  "requester-equivocated": { requesterEquivocated: true },
  "provider-disputed": { providerDisputed: true },
  "requester-disputed": { requesterDisputed: true },
}

const decided: Readonly<Record<string, string>> = {
  paid: "IPSX-PAY-001",
  meter: "IPSX-PAY-010",
  stopped: "IPSX-PAY-023",
  "stopped-early": "IPSX-PAY-023",
  "requester-stopped": "IPSX-PAY-023",
  notice: "IPSX-AGR-035",
  answered: "IPSX-PAY-027",
  convicted: "IPSX-PAY-024",
  exonerated: "IPSX-AGR-062",
  demanded: "IPSX-PAY-027",
  lagged: "IPSX-AGR-054",
  "provider-equivocated": "IPSX-PAY-024",
  "requester-equivocated": "IPSX-PAY-025",
  "provider-disputed": "IPSX-PAY-027",
  "requester-disputed": "IPSX-PAY-027",
}

const rates = ({
  commissionBp,
  minCommission,
  challengeStake,
  disputeStake,
}: JsonObject): JsonObject => ({
  commissionBp: commissionBp!,
  minCommission: minCommission!,
  challengeStake: challengeStake!,
  disputeStake: disputeStake!,
})

const ask = (
  name: string,
  requirements: ReadonlyArray<string>,
  changes: JsonObject,
  termChanges: JsonObject = {},
): Question => ({
  name,
  requirements: [...new Set(["IPSX-AGR-060", ...requirements])],
  events: [
    {
      type: "verdict",
      facts: { ...none, ...changes },
      terms: { ...terms, ...termChanges },
      rates: rates(Sets.sets.odd),
    },
  ],
})

const names = Object.keys(facts)

export const group: Group = {
  class: "settlement/1",
  group: "settlement/verdict",
  about: "The verdict on facts, one by one and in pairs",
  why: "Both parties foresee what the chain will do; who foresees it wrongly acts against its own interest.",
  roles: ["provider", "requester"],
  requirements: ["IPSX-AGR-060"],
  cases: [
    ask("nothing", ["IPSX-PAY-026"], {}),
    ...names.map((name) => ask(`one/${name}`, [decided[name]!], facts[name]!)),
    ...names.flatMap((a, at) =>
      names
        .slice(at + 1)
        .map((b) => ask(`two/${a}/${b}`, [decided[a]!, decided[b]!], { ...facts[a], ...facts[b] })),
    ),
    ask("terms/prepaid", ["IPSX-PAY-009"], {}, { prepaid: "55" }),
    ask("terms/prepaid-below-paid", ["IPSX-PAY-001"], { paid: "60" }, { prepaid: "55" }),
    ask("terms/no-show-above-the-rest", ["IPSX-PAY-026"], {}, { noShowCharge: "1001" }),
    ask("terms/reservation-stopped", ["IPSX-PAY-029"], { providerStoppedAt: 1033 }, { seats: 0 }),
    ask("terms/reservation-unpaid", ["IPSX-PAY-029"], {}, { seats: 0 }),
    ask("terms/meter-above-the-cap", ["IPSX-PAY-010"], { meterDue: "5000" }),
    ask("terms/paid-all", ["IPSX-PAY-025"], { paid: "1001", requesterEquivocated: true }),
    ask("terms/stopped-at-the-end", ["IPSX-PAY-023"], { paid: "1", providerStoppedAt: 1100 }),
    ask("terms/stopped-last-second", ["IPSX-PAY-023"], { paid: "1", providerStoppedAt: 1099 }),
    ask("terms/notice-one-second-late", ["IPSX-AGR-035"], {
      paid: "1",
      noticeAt: 1034,
      providerStoppedAt: 1033,
    }),
    ask(
      "terms/bond-of-one",
      ["IPSX-PAY-024"],
      { challenged: true, convicted: true, paid: "1" },
      { bond: "1" },
    ),
  ],
}
