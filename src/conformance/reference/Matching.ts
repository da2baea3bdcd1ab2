// The class matching: commands in, events out, price-time; and the deal of a match.
import * as Matchings from "../../matching/index.ts"
import type { Parameters } from "../../model/Parameters.ts"
import * as Terms from "../../model/Terms.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"

const tags: Readonly<Record<string, Matchings.Command["_tag"]>> = {
  place: "Place",
  cancel: "Cancel",
  replace: "Replace",
  cancelBelow: "CancelBelow",
  release: "Release",
  advance: "Advance",
}

/** An event of a matching as drivers write it: what it says about a fill or a space stands in it. */
export const eventOf = (event: Matchings.Event): Json.JsonObject => {
  const { _tag, ...rest } = event
  if ("fill" in rest) return { event: _tag, ...(Json.plain(rest.fill) as Json.JsonObject) }
  if ("space" in rest) return { event: _tag, ...(Json.plain(rest.space) as Json.JsonObject) }
  return { event: _tag, ...(Json.plain(rest) as Json.JsonObject) }
}

/** A market as the parameters of a case want it. Where they do not say how far a search goes, no case reaches it. */
export const market = (rules: Json.Json, now: number): Matchings.Matching => {
  const given = rules as unknown as Matchings.Rules
  return Matchings.PriceTime.priceTime.open({ ...Matchings.Policy.rules(given), ...given }, now)
}

const deal = (event: Json.JsonObject): Json.JsonObject => {
  const { match, newcomer, bondBp, acceptWindow } = event
  const combined = Terms.combine(
    Json.revive(match!),
    { bondBp, acceptWindow } as unknown as Parameters,
    newcomer as boolean,
  )
  return { deal: Json.plain(combined) }
}

export const open = (params: Json.JsonObject): Session => {
  const matching =
    params.rules === undefined ? undefined : market(params.rules, params.now as number)
  return {
    step: (event) => {
      if (event.type === "deal") return deal(event)
      const tag = tags[event.type as string]
      if (tag === undefined || matching === undefined) throw unknownEvent(event)
      const command = Json.untagged<Matchings.Command>({ ...event, type: tag })
      return { events: matching.apply(command).map(eventOf) }
    },
  }
}
