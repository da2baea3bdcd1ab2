// The heart of the agreement (IPSX-AGR-001): the status of a deal is a total function of the two registers and
// of nothing else. It is published twice, as a table and as rules; a test holds them equal on all 100 cells.
import type { DealStatus, ProviderStatus, RequesterStatus } from "../model/Status.ts"
import { dealStatuses, statusCode } from "../model/Status.ts"

const abbreviations: Record<string, DealStatus> = {
  PROP: "Proposed",
  DECL: "Declined",
  AGRD: "Agreed",
  PROV: "Provisioning",
  PRVD: "Provisioned",
  ACTV: "Active",
  SUSP: "Suspended",
  CLOS: "Closing",
  SETL: "Settled",
  DISP: "Disputed",
  "BR-P": "BreachedByProvider",
  "BR-R": "BreachedByRequester",
  "BR-2": "BreachedByBoth",
  "--": "Anomalous",
}

// Rows: the provider's register, 0 … 9; columns: the requester's. `--` is Anomalous.
const published = `
  PROP PROP --   --   --   --   --   DECL --   --
  PROP AGRD --   --   --   --   --   DECL --   --
  --   --   PROV PROV PROV CLOS CLOS --   BR-R DISP
  --   --   PRVD ACTV SUSP CLOS CLOS --   BR-R DISP
  --   --   SUSP SUSP SUSP CLOS CLOS --   BR-R DISP
  --   --   CLOS CLOS CLOS CLOS CLOS --   BR-R DISP
  --   --   CLOS CLOS CLOS CLOS SETL --   BR-R DISP
  DECL DECL --   --   --   --   --   DECL --   --
  --   --   BR-P BR-P BR-P BR-P BR-P --   BR-2 DISP
  --   --   DISP DISP DISP DISP DISP --   DISP DISP`

/** The published table, row by row: `table[10 × provider + requester]`. */
export const table: ReadonlyArray<DealStatus> = published
  .trim()
  .split(/\s+/)
  .map((cell) => abbreviations[cell]!)

/** The same as wire numbers, 0 … 13. */
export const codes: Uint8Array = Uint8Array.from(table, (status) => dealStatuses.indexOf(status))

/**
 * The status of a deal whose registers are `provider` and `requester`. Total: 42 of the 100 pairs are
 * `Anomalous`, because opening a deal takes both registers out of the negotiation in one step.
 *
 * @example
 * dealStatus("Ready", "Active") // "Active"
 */
export const dealStatus = (provider: ProviderStatus, requester: RequesterStatus): DealStatus =>
  table[10 * statusCode(provider) + statusCode(requester)]!

const before: ReadonlySet<string> = new Set(["Offered", "Accepted", "Declined"])
const done: ReadonlySet<string> = new Set(["Stopped", "Settled"])

/** The rules behind the table; the first that matches decides. */
export const dealStatusByRule = (
  provider: ProviderStatus,
  requester: RequesterStatus,
): DealStatus => {
  const either = (status: string): boolean => provider === status || requester === status
  const both = (status: string): boolean => provider === status && requester === status
  if (before.has(provider) !== before.has(requester)) return "Anomalous"
  if (before.has(provider)) {
    if (either("Declined")) return "Declined"
    return both("Accepted") ? "Agreed" : "Proposed"
  }
  if (either("Disputing")) return "Disputed"
  if (both("Defaulted")) return "BreachedByBoth"
  if (provider === "Defaulted") return "BreachedByProvider"
  if (requester === "Defaulted") return "BreachedByRequester"
  if (both("Settled")) return "Settled"
  if (done.has(provider) || done.has(requester)) return "Closing"
  // An Active or Paused that comes before the provider is ready is held, and nothing is metered.
  if (provider === "Reserved") return "Provisioning"
  if (either("Paused")) return "Suspended"
  return requester === "Active" ? "Active" : "Provisioned"
}
