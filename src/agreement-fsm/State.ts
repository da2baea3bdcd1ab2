// The whole state of an agreement as one small number: two registers and four flags.
import type { ProviderStatus, RequesterStatus } from "../model/Status.ts"
import { providerStatuses, requesterStatuses, statusCode } from "../model/Status.ts"

export interface State {
  readonly provider: ProviderStatus
  readonly requester: RequesterStatus
  readonly providerDisputed: boolean
  readonly requesterDisputed: boolean
  /** The requester is paused because it did not pay (IPSX-AGR-034). */
  readonly lagging: boolean
  readonly final: boolean
}

/**
 * `10 × provider + requester + 100 × flags`, flags being 1 providerDisputed, 2 requesterDisputed, 4 lagging,
 * 8 final. Below 1600.
 */
export const pack = (state: State): number =>
  10 * statusCode(state.provider) +
  statusCode(state.requester) +
  100 *
    (Number(state.providerDisputed) +
      2 * Number(state.requesterDisputed) +
      4 * Number(state.lagging) +
      8 * Number(state.final))

/** The inverse of `pack`. */
export const unpack = (packed: number): State => {
  const flags = Math.floor(packed / 100)
  const pair = packed % 100
  return {
    provider: providerStatuses[Math.floor(pair / 10)]!,
    requester: requesterStatuses[pair % 10]!,
    providerDisputed: (flags & 1) !== 0,
    requesterDisputed: (flags & 2) !== 0,
    lagging: (flags & 4) !== 0,
    final: (flags & 8) !== 0,
  }
}
