// The platform's look after deals that neither side ends.
import * as Ledger from "../src/model/Ledger.ts"
import type { Transaction } from "../src/model/Transaction.ts"
import { codes } from "./Codes.ts"
import * as Lease from "./Lease.ts"
import * as Mempool from "./Mempool.ts"
import type { World } from "./World.ts"

/** Some time after both sides should have ended a deal, the platform looks whether it is still open. */
export const schedule = (world: World, lease: Lease.Lease, at: number): void => {
  const { settleGrace, appealSeconds, challengeSeconds } = world.settings.parameters
  const over = Math.max(at, (lease.deal.end - world.settings.epoch) * 1000)
  const patience = 2 * (settleGrace + appealSeconds + challengeSeconds) * 1000
  lease.alarms[Lease.keeper] = world.kernel.schedule(over + patience, codes.keep, lease)
}

/** Both sides of a deal may be gone for good; anybody may end it then, and the platform does (IPSX-AGR-032). */
export const keep = (world: World, lease: Lease.Lease, at: number): void => {
  const phase = Ledger.channel(world.exchange.ledger, lease.id)?.phase
  if (phase === undefined || phase === "Final") return
  const { id, deal } = lease
  const sender = world.exchange.ledger.platform
  const transaction: Transaction =
    phase === "Open" || phase === "Demanded"
      ? { _tag: "Expire", sender, id }
      : phase === "Challenged"
        ? { _tag: "Convict", sender, id }
        : { _tag: "Finalize", sender, id, deal }
  Mempool.submit(world, { transaction, lease: undefined, role: "provider" })
  schedule(world, lease, at)
}
