// An address that changes and comes back again and again, each time within the provisioning window. No window was ever
// used up, so that the requester waited for a deal that hardly served until its end.
import { expect, it } from "vitest"
import { id, requester } from "../arbitrary/ledger.ts"
import { play, type Play, settled } from "../agent/Pair.ts"

const flapping: NonNullable<Play["script"]> = Array.from({ length: 13 }, (_, n) => [
  { at: 5000 + 4000 * n, role: "provider" as const, input: { _tag: "AddressChanged" as const } },
  { at: 8800 + 4000 * n, role: "provider" as const, input: { _tag: "AddressRestored" as const } },
]).flat()

it("IPSX-AGR-036 IPSX-AGR-080 the windows of an address that comes and goes add up", () => {
  const played = play({ script: flapping })
  const stopped = played.sent.find(
    (m) => m._tag === "Status" && m.author === requester && m.status.status === 5,
  )
  expect(stopped?._tag === "Status" && stopped.status.at - played.deal.start).toBeLessThan(30)
  expect(stopped?.id).toBe(id)
  // What was served is paid, and nobody is penalised.
  expect(settled(played)).toMatchObject({
    cumulative: played.worth,
    penaltyProvider: 0n,
    penaltyRequester: 0n,
  })
})
