// What the tunnels of a deal have carried, as it is written down with whatever happens to it: a participant acts by what is
// on disk, or else the next run of the program would come to other letters than this one.
import type { Meters } from "../agent/Shorts.ts"
import type { Use } from "./Conduit.ts"
import type { Party } from "./Party.ts"

/** A deal's own tunnel, and those of a reservation's short deals that have carried anything. */
export interface Metered extends Use {
  readonly used?: ReadonlyArray<Use & { readonly short: number }>
}

const nothing: Use = { seconds: 0, bytesUsed: 0 }

/** What was read last. */
export const read = ({ use, shorts }: Party): Metered => {
  const used = [...shorts]
    .filter(([, lease]) => lease.use.seconds + lease.use.bytesUsed > 0)
    .map(([short, lease]) => ({ short, ...lease.use }))
  const { seconds, bytesUsed } = use
  return used.length === 0 ? { seconds, bytesUsed } : { seconds, bytesUsed, used }
}

/** Goes back to what was written down. */
export const set = (party: Party, { seconds, bytesUsed, used = [] }: Metered): void => {
  party.use = { seconds, bytesUsed }
  const uses = new Map(used.map(({ short, ...use }) => [short, use]))
  for (const [nonce, lease] of party.shorts) lease.use = uses.get(nonce) ?? nothing
}

/** Asks all tunnels. */
export const measure = async (party: Party): Promise<void> => {
  if (party.ends !== undefined) party.use = await party.ends.use()
  for (const lease of party.shorts.values())
    if (lease.ends !== undefined) lease.use = await lease.ends.use()
}

/** As a participant asks for them. */
export const ofShorts =
  ({ shorts }: Party): Meters =>
  (nonce) =>
    shorts.get(nonce)?.use ?? nothing
