// The block in which a transaction is applied: all that the rules know of time (IPSX-AGR-031).
import type { Seconds } from "./Time.ts"

export interface Block {
  readonly number: number
  readonly timestamp: Seconds
}
