import type { JsonObject } from "../../../src/conformance/Json.ts"
import * as Json from "../../../src/conformance/Json.ts"
import { eventOf } from "../../../src/conformance/reference/Matching.ts"
import * as Reference from "../../../src/conformance/reference/Reference.ts"
import type { Opening, Session } from "../../../src/conformance/Subject.ts"
import * as Capacity from "../../../src/matching/Capacity.ts"
import type { Command } from "../../../src/matching/Command.ts"
import * as Policy from "../../../src/matching/Policy.ts"
import { definition } from "../../../src/matching/PriceTime.ts"
import { answering, hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "matching/1", red }) as const

const order = (
  event: JsonObject,
  changes: (order: JsonObject) => JsonObject | undefined,
): JsonObject | undefined => {
  if (event.type !== "place") return undefined
  const changed = changes(event.order as JsonObject)
  return changed === undefined
    ? undefined
    : { ...event, order: { ...(event.order as JsonObject), ...changed } }
}
const isOffer = (order: JsonObject): boolean => order._tag === "Offer"
const dear = (order: JsonObject): JsonObject => ({
  tariff: {
    ...(order.tariff as JsonObject),
    perSecond: (
      100_000_000_000n - BigInt((order.tariff as JsonObject).perSecond as string)
    ).toString(),
  },
})

// A fill at the inverted price, told as if it were at the real one.
const cheap = (event: JsonObject): JsonObject => {
  if (event.event !== "Filled") return event
  const tariff = event.tariff as JsonObject
  const inverted = BigInt(tariff.perSecond as string)
  const real = BigInt(event.seats as number) * 100_000_000_000n - inverted
  const seconds = BigInt((event.end as number) - (event.start as number))
  return {
    ...event,
    tariff: { ...tariff, perSecond: real.toString() },
    cost: (BigInt(event.cost as string) + (real - inverted) * seconds).toString(),
  }
}

type Pieces = ReadonlyArray<Capacity.Rectangle>

/** Joins with whatever was put back first. */
const joinedByAge = (pieces: Pieces, freed: Capacity.Rectangle, now: number): Pieces => {
  for (const piece of pieces) {
    const from = Math.max(piece.from, now)
    const both = Capacity.joined({ ...piece, from }, freed)
    if (both !== undefined)
      return joinedByAge(
        pieces.filter((one) => one !== piece),
        both,
        now,
      )
  }
  return [...pieces, freed]
}

/** A market whose book is put right after a release that serves nobody: by the age of the pieces. */
const joiningByAge = (opening: Opening): Session => {
  if (opening.params.rules === undefined) return Reference.open(opening)
  const given = opening.params.rules as unknown as Policy.Rules
  const rules = { ...Policy.rules(given), ...given }
  let market = definition.open(rules, opening.params.now as number)
  return {
    step: (event) => {
      const _tag = capitalised(event.type as string)
      const command = Json.untagged<Command>({ ...event, type: _tag })
      const { offers } = market.snapshot()
      const events = market.apply(command)
      const [only] = events
      if (events.length === 1 && only?._tag === "Released") {
        const { offer, firstSeat: first, seats, from, to } = only.space
        const before = offers.find(({ entry }) => entry.order.id === offer)!.pieces
        const after = market.snapshot()
        const pieces = joinedByAge(before, { first, seats, from, to }, after.now)
        market = definition.restore(rules, {
          ...after,
          offers: after.offers.map((one) =>
            one.entry.order.id === offer ? { ...one, pieces } : one,
          ),
        })
      }
      return { events: events.map(eventOf) }
    },
  }
}

/** A search without one of its bounds. */
const unbounded = (
  bound: "scanMax" | "triesMax" | "callsMax",
  sentence: string,
  ...red: ReadonlyArray<string>
): Mutant => ({
  ...of(`without-${bound}`, sentence, "IPSX-MAT-001", "IPSX-MAT-002", ...red),
  open: (opening) => {
    const rules = opening.params.rules as JsonObject | undefined
    if (rules?.[bound] === undefined) return Reference.open(opening)
    return Reference.open({
      ...opening,
      params: { ...opening.params, rules: { ...rules, [bound]: 1_000_000 } },
    })
  },
})

const capitalised = (name: string): string => `${name[0]!.toUpperCase()}${name.slice(1)}`

export const mutants: ReadonlyArray<Mutant> = [
  {
    ...of("price-inverted", "takes the dearest offer", "IPSX-MAT-005"),
    open: (opening) => {
      const session = Reference.open(opening)
      return {
        step: (event) => {
          const heard = order(event, (one) =>
            isOffer(one) ? dear(one) : { limit: "90000000000000000" },
          )
          const answer = session.step(heard ?? event) as JsonObject
          const { events } = answer as { events?: ReadonlyArray<JsonObject> }
          return events === undefined ? answer : { events: events.map(cheap) }
        },
      }
    },
  },
  hearing(of("filter-not-asked", "matches whatever the filter says", "IPSX-MAT-003"), (event) =>
    order(event, (one) =>
      isOffer(one) ? undefined : { filter: { ...(one.filter as JsonObject), countries: [] } },
    ),
  ),
  hearing(of("admission-not-asked", "matches whom the provider refuses", "IPSX-MAT-003"), (event) =>
    order(event, (one) =>
      isOffer(one) ? { requester: { minRating: 0, allow: [], deny: [] } } : undefined,
    ),
  ),
  hearing(of("limit-off-by-one", "goes one unit above the limit", "IPSX-MAT-003"), (event) =>
    order(event, (one) =>
      isOffer(one) || !(one.limit as string).match(/^(59999|60026)$/)
        ? undefined
        : { limit: (BigInt(one.limit as string) + 1n).toString() },
    ),
  ),
  hearing(of("per-second-limit-ignored", "looks at the total only", "IPSX-MAT-003"), (event) =>
    order(event, (one) => (isOffer(one) ? undefined : { perSecondLimit: null })),
  ),
  hearing(of("self-match", "matches an owner with itself", "IPSX-MAT-004"), (event, past) =>
    order(event, (one) => {
      const own = past.some(
        (before) =>
          (before.order as JsonObject | undefined)?.owner === one.owner &&
          isOffer(before.order as JsonObject),
      )
      return isOffer(one) || !own || past.length > 2
        ? undefined
        : { owner: "0x00000000000000000000000000000000000000aa" }
    }),
  ),
  hearing(
    of("bytes-not-counted", "ranks by time alone", "IPSX-MAT-005", "IPSX-MAT-003", "IPSX-MAT-002"),
    (event) => order(event, (one) => (isOffer(one) ? undefined : { bytes: 0 })),
  ),
  hearing(of("waiting-by-age", "serves who waits in the order of age", "IPSX-MAT-007"), (event) =>
    order(event, (one) =>
      isOffer(one) ||
      Number(one.limit) > 130_000 ||
      one.window !== null ||
      Number(one.limit) % 1000 === 26 ||
      ["59999", "60000", "60027"].includes(one.limit as string)
        ? undefined
        : { limit: String(200 * (one.duration as number)) },
    ),
  ),
  hearing(
    of("minimum-ignored", "gives a request a part that it does not want", "IPSX-MAT-009"),
    (event) => order(event, (one) => (isOffer(one) ? undefined : { minimum: 1 })),
  ),
  hearing(
    of(
      "group-cap-ignored",
      "gives more of a neighbourhood than the cap",
      "IPSX-MAT-008",
      "IPSX-MAT-002",
    ),
    (event) => order(event, (one) => (isOffer(one) ? undefined : { maxPerGroup: 65_536 })),
  ),
  hearing(
    of(
      "network-cap-ignored",
      "gives more of a network than the cap",
      "IPSX-MAT-008",
      "IPSX-MAT-002",
    ),
    (event) => order(event, (one) => (isOffer(one) ? undefined : { maxPerNetwork: 65_536 })),
  ),
  hearing(
    of(
      "least-lease-ignored",
      "matches leases that are too short",
      "IPSX-MAT-003",
      "IPSX-MAT-012",
      "IPSX-MAT-002",
    ),
    (event) => order(event, (one) => (isOffer(one) ? { minLease: 5 } : undefined)),
  ),
  answering(
    of("discards-silently", "does not say what it discards", "IPSX-MAT-012", "IPSX-MAT-002"),
    (_, answer) => ({
      ...answer,
      events: ((answer.events ?? []) as ReadonlyArray<JsonObject>).filter(
        ({ event }) => event !== "Discarded",
      ),
      ...(answer.deal === undefined ? {} : { deal: answer.deal }),
    }),
  ),
  hearing(
    of("released-seats-lost", "does not put released seats back", "IPSX-MAT-013", "IPSX-MAT-020"),
    (event) => (event.type === "release" ? { ...event, seats: 0 } : undefined),
  ),
  {
    ...of("joins-by-age", "joins what is released with what came back first", "IPSX-MAT-039"),
    open: joiningByAge,
  },
  unbounded("scanMax", "searches beyond the cut", "IPSX-MAT-016", "IPSX-MAT-017"),
  unbounded("triesMax", "tries as many pieces as there are", "IPSX-MAT-015", "IPSX-MAT-016"),
  unbounded("callsMax", "asks everybody who waits", "IPSX-MAT-017"),
  hearing(
    of(
      "expires-late",
      "expires orders a second late",
      "IPSX-ORD-025",
      "IPSX-MAT-006",
      "IPSX-MAT-012",
      "IPSX-MAT-002",
      "IPSX-MAT-001",
      "IPSX-MAT-013",
      "IPSX-MAT-020",
    ),
    (event) =>
      event.type === "advance" ? { ...event, now: (event.now as number) - 1 } : undefined,
  ),
  hearing(of("cancels-for-anybody", "cancels for whoever asks", "IPSX-ORD-023"), (event, past) =>
    event.type === "cancel" && past.length < 3
      ? {
          ...event,
          owner: ((
            past.find((one) => (one.order as JsonObject | undefined)?.id === event.order)?.order as
              | JsonObject
              | undefined
          )?.owner ?? event.owner)!,
        }
      : undefined,
  ),
  hearing(of("deal-bond-rounded-down", "rounds the bond of a deal down", "IPSX-PAY-012"), (event) =>
    event.type === "deal" ? { ...event, bondBp: (event.bondBp as number) - 1 } : undefined,
  ),
  hearing(of("deal-newcomer-pays-later", "asks no newcomer to prepay", "IPSX-PAY-009"), (event) =>
    event.type === "deal" ? { ...event, newcomer: false } : undefined,
  ),
  hearing(
    of("deal-option-too-long", "keeps an option open a second longer", "IPSX-AGR-020"),
    (event) =>
      event.type === "deal"
        ? { ...event, acceptWindow: (event.acceptWindow as number) + 1 }
        : undefined,
  ),
]
