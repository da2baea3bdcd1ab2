// Random values of the signed structures, for these tests only.
import * as fc from "fast-check"
import type { Structure } from "../../src/signature/TypedData.ts"

export const hex = (size: number): fc.Arbitrary<`0x${string}`> =>
  fc
    .uint8Array({ minLength: size, maxLength: size })
    .map((bytes) => `0x${Buffer.from(bytes).toString("hex")}` as const)

export const privateKey: fc.Arbitrary<Uint8Array> = fc
  .bigInt({
    min: 1n,
    max: 0xffff_ffff_ffff_ffff_ffff_ffff_ffff_fffe_baae_dce6_af48_a03b_bfd2_5e8c_d036_4140n,
  })
  .map((key) => new Uint8Array(Buffer.from(key.toString(16).padStart(64, "0"), "hex")))

/** Any record of a structure's fields; integers cover their whole range and its two ends. */
export const recordOf = <A>(structure: Structure<A>): fc.Arbitrary<A> =>
  fc.record(
    Object.fromEntries(structure.fields.map(([name, type]) => [name, valueOf(type as string)])),
  ) as fc.Arbitrary<never>

const valueOf = (type: string): fc.Arbitrary<unknown> => {
  if (type === "address") return hex(20)
  if (type === "bytes32") return hex(32)
  const bits = Number(type.slice(4))
  const whole = fc.bigInt({ min: 0n, max: 2n ** BigInt(bits) - 1n })
  return fc.oneof(
    whole,
    fc.constantFrom(0n, 2n ** BigInt(bits) - 1n),
    fc.integer({ min: 0, max: bits < 31 ? 2 ** bits - 1 : 2 ** 31 }),
  )
}
