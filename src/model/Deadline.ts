// When a clock that was started on the chain has run out: after so many seconds and so many blocks, because
// after an outage the first block must not find every deadline passed (IPSX-AGR-031).
import type { Block } from "./Block.ts"
import type { Id } from "./Id.ts"
import type { Parameters } from "./Parameters.ts"
import * as Revert from "./Revert.ts"

/** The second and the block in which a clock was started. */
export interface Armed {
  readonly armedAt: number
  readonly armedBlock: number
}

/** The earliest second and block that are late enough. */
export const of = (
  armed: Armed,
  seconds: number,
  parameters: Pick<Parameters, "deadlineBlocks">,
): { readonly earliestTime: number; readonly earliestBlock: number } => ({
  earliestTime: armed.armedAt + seconds,
  earliestBlock: armed.armedBlock + parameters.deadlineBlocks,
})

/** `TooEarly`, naming its subject, as long as either is missing. */
export const missing = (
  id: Id,
  armed: Armed,
  seconds: number,
  block: Block,
  parameters: Pick<Parameters, "deadlineBlocks">,
): Revert.TooEarly | undefined => {
  const at = of(armed, seconds, parameters)
  return block.timestamp < at.earliestTime || block.number < at.earliestBlock
    ? new Revert.TooEarly({ id, ...at })
    : undefined
}
