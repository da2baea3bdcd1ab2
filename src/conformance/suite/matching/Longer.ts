// A longer market: many orders of many owners, drawn by a small generator that any language can repeat.
import type { JsonObject } from "../../Json.ts"
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sample from "../Sample.ts"
import { told } from "../Table.ts"
import { advance, cancel, now, place, price, request } from "./Market.ts"

export const market = (seed: number, length: number): Question => {
  let state = seed
  const draw = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
    return Math.floor(state / 65_536) % below
  }
  let time = 0
  const events = Array.from({ length }, (_, n): JsonObject => {
    const kind = draw(10)
    if (kind === 0) return advance((time += draw(400)))
    if (kind === 1)
      return cancel(Cast.id((draw(2) + 1) * 1000 + draw(n + 1)), Cast.address(1 + draw(6)))
    if (kind < 6)
      return place(
        Sample.offer({
          id: Cast.id(1000 + n),
          owner: Cast.address(1 + draw(3)),
          resource: Sample.resource({
            id: Cast.id(n),
            first: `240.${seed % 200}.${n}.${250 + draw(6)}`,
            addresses: 1 + draw(8),
            concurrency: 1 + draw(2),
            network: draw(4),
          }),
          from: now + draw(2) * draw(500),
          noShowCharge: "10",
          ...price(90 + draw(20), { setup: String(draw(500)), perByte: String(draw(2)) }),
        }),
        400 + draw(200),
      )
    return place(
      request(1, {
        id: Cast.id(2000 + n),
        owner: Cast.address(3 + draw(4)),
        addresses: 1 + draw(6),
        duration: 60 + draw(20) * 30,
        bytes: draw(3) * 100,
        limit: String(20_000 + draw(60_000)),
        window: draw(3) === 0 ? { from: now + draw(1000), to: now + 3000 + draw(3000) } : null,
        maxPerGroup: 1 + draw(6),
        maxPerNetwork: 1 + draw(6),
      }),
      400 + draw(200),
    )
  })
  return told(`market/${seed}`, ["IPSX-MAT-001", "IPSX-MAT-002"], ...events)
}
