// The peer that keeps no index: it looks at every offer, as the marketplaces of today do.
import type { Wish } from "../../src/matching/book/Wish.ts"
import * as Market from "./Market.ts"
import * as Sql from "./Sql.ts"

const isWanted = (offer: Market.Offer, wish: Wish): boolean =>
  (wish.countries.length === 0 || wish.countries.includes(offer.country)) &&
  (wish.classes & (1 << offer.type)) !== 0 &&
  offer.price <= wish.perSecondMax &&
  (offer.bits & wish.bits) === wish.bits &&
  Market.ratingOf(offer.owner) >= wish.minRating &&
  offer.to >= Market.now + wish.duration &&
  Market.minLeaseOf(offer.owner) <= wish.duration

/** A list of objects: filtered, sorted and picked from. */
export const over = (
  offers: ReadonlyArray<Market.Offer>,
): { readonly name: string; readonly find: (wish: Wish) => Sql.Answer } => ({
  name: "scan of a list",
  find: (wish) => {
    const found = offers
      .map((offer, id) => ({ offer, id }))
      .filter(({ offer }) => isWanted(offer, wish))
      .sort((a, b) => a.offer.price - b.offer.price || a.id - b.id)
    const picker = new Sql.Picker(wish)
    for (const { offer, id } of found) {
      if (picker.left === 0) break
      picker.take({ ...offer, id, network: Market.networkOf(offer.owner) })
    }
    return picker.answer
  },
})
