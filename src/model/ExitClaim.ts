// What a provider says about an address that it lends, under its signature: who has seen it leave by it, and where it is,
// and how it knows that (IPSX-TUN-052). A claim that is false is signed all the same, and kept.
import * as Schema from "effect/Schema"
import { Country } from "./Country.ts"
import * as Ip from "./Ip.ts"
import { Seconds } from "./Time.ts"

const text = (most: number) =>
  Schema.String.pipe(Schema.check(Schema.isMinLength(1), Schema.isMaxLength(most)))

/**
 * `seen`: the echo that was asked from the address, and when it answered with it; null when none was asked. `source`:
 * where the country comes from, in words: a registry, a geofeed (RFC 8805), a database, or the provider's own word.
 */
export const ExitClaim = Schema.Struct({
  address: Ip.Ip,
  seen: Schema.NullOr(Schema.Struct({ by: text(200), at: Seconds })),
  country: Country,
  source: text(200),
})
export interface ExitClaim extends Schema.Schema.Type<typeof ExitClaim> {}

/** IPSX-TUN-055: seconds before the lease, and of a clock that is fast, within which a sight counts. */
const slack = 60

/**
 * Why a requester does not connect (IPSX-TUN-053); undefined when the claim is that of the deal. Whether the outside
 * really sees the address, it asks itself, through the tunnel (IPSX-TUN-050).
 *
 * @example
 * ExitClaim.objection(letter.exit, { address, country: "DE", start: deal.start }, now)
 */
export const objection = (
  claim: ExitClaim | undefined,
  deal: { readonly address: Ip.Ip; readonly country: string; readonly start: number },
  now: number,
): string | undefined => {
  if (claim === undefined) return "it claims nothing about its address"
  const { address, country, seen } = claim
  if (address !== deal.address) return `it is for ${address}, and the deal for ${deal.address}`
  if (country !== deal.country) return `it says ${country}, and the order said ${deal.country}`
  if (seen !== null && (seen.at < deal.start - slack || seen.at > now + slack))
    return "its address was seen at another time than that of the lease"
  return undefined
}
