// Plays a stream of moves to a matching: turns what a move chooses into a command, and keeps the account.
import type { Command } from "../../src/matching/Command.ts"
import type { Event } from "../../src/matching/Event.ts"
import type { Matching } from "../../src/matching/Policy.ts"
import { epoch, type Move, shifted } from "../arbitrary/order.ts"
import { Ledger } from "./ledger.ts"

export interface Step {
  readonly command: Command
  readonly events: ReadonlyArray<Event>
}

const commandOf = (move: Move, ledger: Ledger): Command | undefined => {
  const { now } = ledger
  if (move._tag === "Place") return { ...move, order: shifted(move.order, now) }
  if (move._tag === "Advance") return { _tag: "Advance", now: now + move.by }
  const orders = [...ledger.orders.values()]
  if (orders.length === 0) return undefined
  const { order } = orders[move.pick % orders.length]!
  switch (move._tag) {
    case "Cancel":
      return { _tag: "Cancel", order: order.id, owner: order.owner }
    case "Replace":
      return {
        _tag: "Replace",
        old: order.id,
        order: { ...shifted(move.order, now), owner: order.owner },
      }
    case "CancelBelow":
      return { _tag: "CancelBelow", owner: order.owner, minimum: order.nonce }
    case "Release": {
      const fills = [...ledger.had.values()].flat()
      if (fills.length === 0) return undefined
      const { offer, firstSeat, seats, start, end } = fills[move.pick % fills.length]!
      const from = start + (move.part % 2 === 0 ? 0 : Math.floor((end - start) / 2))
      const first = firstSeat + (move.part > 1 ? seats - 1 : 0)
      return {
        _tag: "Release",
        offer,
        firstSeat: first,
        seats: move.part > 1 ? 1 : seats,
        from,
        to: end,
      }
    }
  }
}

/** Plays all moves; `each` sees the market after every one. */
export const play = (
  market: Matching,
  moves: ReadonlyArray<Move>,
  each: (step: Step, ledger: Ledger) => void = () => undefined,
): { readonly steps: ReadonlyArray<Step>; readonly ledger: Ledger } => {
  const ledger = new Ledger(epoch)
  const steps: Array<Step> = []
  for (const move of moves) {
    const command = commandOf(move, ledger)
    if (command === undefined) continue
    const events = market.apply(command)
    ledger.note(command, events)
    const step = { command, events }
    steps.push(step)
    each(step, ledger)
  }
  return { steps, ledger }
}
