// Transactions on their way into the next block.
import * as Blocks from "./Blocks.ts"
import { codes } from "./Codes.ts"
import type { World } from "./World.ts"

/** Blocks come after everything else of their moment, so that they take what was submitted in it. */
export const blockPriority = 32

export const submit = (world: World, pending: Blocks.Pending): void => {
  const { blocks, kernel } = world
  Blocks.submit(blocks, pending)
  if (blocks.scheduled) return
  blocks.scheduled = true
  kernel.schedule(Blocks.next(blocks, kernel.now), codes.block, undefined, blockPriority)
}
