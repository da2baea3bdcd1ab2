// The deal that is made of a match, with every sum that both sides have to compute alike.
import type { JsonObject } from "../../Json.ts"
import type { Question } from "../../Vector.ts"
import * as Cast from "../Cast.ts"
import * as Sets from "../Sets.ts"
import { now } from "./Market.ts"

const { provider, requester } = Cast

const match = (changes: JsonObject = {}): JsonObject => ({
  provider,
  requester,
  offer: Cast.id(101),
  request: Cast.id(201),
  providerNonce: 1,
  requesterNonce: 2,
  resource: Cast.id(7),
  firstSeat: 3,
  seats: 2,
  start: now,
  end: now + 601,
  tariff: { perSecond: "1001", perByte: "3", setup: "77" },
  bytes: 20,
  noShowCharge: "500",
  maxLag: 120,
  notice: 60,
  terms: Cast.id(5),
  salt: Cast.id(1),
  ...changes,
})

export const cases: ReadonlyArray<Question> = Object.entries(Sets.sets).flatMap(
  ([name, { bondBp, acceptWindow }]) =>
    (
      [
        ["known", {}, false],
        ["newcomer", {}, true],
        ["newcomer-short", { end: now + 5, maxLag: 3 }, true],
        ["lag/a-fifth", { maxLag: 121 }, true],
        ["lag/least", { end: now + 5 }, false],
        ["no-show/above-the-first-interval", { noShowCharge: "99999999" }, false],
        ["no-show/least", { noShowCharge: "0" }, false],
        ["bytes-none", { bytes: 0 }, true],
        ["setup-only", { tariff: { perSecond: "0", perByte: "0", setup: "9" } }, true],
      ] as const
    ).map(([kind, changes, newcomer]) => ({
      name: `${name}/${kind}`,
      events: [
        {
          type: "deal",
          match: match(changes),
          newcomer,
          bondBp: bondBp!,
          acceptWindow: acceptWindow!,
        },
      ],
    })),
)
