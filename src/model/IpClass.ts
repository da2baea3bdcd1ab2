// The class of an address, the paper's "IP classes": version, dedicated or shared, and kind of network, twelve
// in all (IPSX-ORD-005). A set of classes is an integer with a bit for each.
import * as Schema from "effect/Schema"
import type { Version } from "./Ip.ts"

export const Kind = Schema.Literals(["residential", "mobile", "datacentre"])
export type Kind = typeof Kind.Type

export const kinds: ReadonlyArray<Kind> = ["residential", "mobile", "datacentre"]

export type Sharing = "dedicated" | "shared"

export interface IpClass {
  readonly version: Version
  readonly sharing: Sharing
  readonly kind: Kind
}

export const count = 12

/** The number of a class in [0, 12): six for version 4, then six for version 6; dedicated before shared. */
export const number = ({ version, sharing, kind }: IpClass): number =>
  (version === 6 ? 6 : 0) + (sharing === "shared" ? 3 : 0) + kinds.indexOf(kind)

export const all: ReadonlyArray<IpClass> = ([4, 6] as const).flatMap((version) =>
  (["dedicated", "shared"] as const).flatMap((sharing) =>
    kinds.map((kind) => ({ version, sharing, kind })),
  ),
)

/**
 * The set of the classes that have all the given properties, as bits.
 *
 * @example
 * IpClass.set({ version: 4 }) // 0b111111
 */
export const set = (having: Partial<IpClass> = {}): number =>
  all.reduce(
    (bits, one, at) =>
      (having.version ?? one.version) === one.version &&
      (having.sharing ?? one.sharing) === one.sharing &&
      (having.kind ?? one.kind) === one.kind
        ? bits | (1 << at)
        : bits,
    0,
  )

/** A set of classes, at least one. */
export const IpClasses = Schema.Int.pipe(
  Schema.check(Schema.isBetween({ minimum: 1, maximum: 2 ** count - 1 })),
)
