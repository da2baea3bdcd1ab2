import { readFileSync } from "node:fs"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { recoverTypedDataAddress, toHex } from "viem"
import { privateKeyToAccount } from "viem/accounts"
import { describe, expect, it } from "vitest"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import * as Address from "../../src/model/Address.ts"
import * as Curve from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import { hex, privateKey, recordOf } from "./arbitrary.ts"

const curve = Curve.noble
const centralizer = "0x00000000000000000000000000000000000000c1"
const place = { chainId: 31337, centralizer }
const separator = Structure.domain(curve, place)
const domain = {
  name: "IPSX",
  version: "1",
  chainId: 31337,
  verifyingContract: centralizer,
} as const

describe("IPSX-SIG-002 a signature of a structure", () => {
  it.each(Object.values(Structure.all) as Array<TypedData.Structure<never>>)(
    "$name is viem's, byte for byte",
    async (structure) => {
      const types = {
        [structure.name]: structure.fields.map(([name, type]) => ({ name, type: type as string })),
      }
      await fc.assert(
        fc.asyncProperty(recordOf(structure), privateKey, async (message, key) => {
          const digest = TypedData.digest(curve, separator, structure, message)
          const signature = Signed.sign(curve, digest, key)
          const account = privateKeyToAccount(toHex(key))
          const typed = { domain, types, primaryType: structure.name, message } as const
          expect(signature).toBe(await account.signTypedData(typed))
          const address = Address.of(await recoverTypedDataAddress({ ...typed, signature }))
          expect(Result.getOrThrow(Signed.recover(curve, digest, signature))).toBe(address)
          expect(Signed.address(curve, key)).toBe(address)
        }),
        { numRuns: 8 },
      )
    },
  )

  it("counts for one chain and one Centralizer only", () => {
    const message = { channelId: `0x${"11".repeat(32)}`, cumulativeAmount: 7n }
    const key = Hex.toBytes(`0x${"22".repeat(32)}`)
    const signer = Signed.address(curve, key)
    const signature = Signed.sign(
      curve,
      TypedData.digest(curve, separator, Structure.Voucher, message),
      key,
    )
    const elsewhere = [
      { ...place, chainId: 1 },
      { ...place, centralizer: "0x00000000000000000000000000000000000000c2" },
    ]
    for (const other of elsewhere) {
      const digest = TypedData.digest(
        curve,
        Structure.domain(curve, other),
        Structure.Voucher,
        message,
      )
      const refused = Signed.verify(curve, digest, signature, signer)
      expect(Result.isFailure(refused) && refused.failure._tag).toBe("WrongSigner")
    }
  })
})

it("IPSX-SIG-006 the worked example and the type hashes of the specification are what this code gives", () => {
  const text = readFileSync(new URL("../../spec/signature.md", import.meta.url), "utf8")
  for (const structure of Object.values(Structure.all) as Array<TypedData.Structure<never>>) {
    expect(text).toContain(`\`${structure.type}\``)
    expect(text).toContain(
      `| \`${structure.name}\` | \`${Hex.fromBytes(TypedData.typeHash(curve, structure))}\` |`,
    )
  }
  const key = Hex.toBytes(`0x${"00".repeat(31)}01`)
  const voucher = { channelId: `0x${"11".repeat(32)}`, cumulativeAmount: 15n * 10n ** 17n }
  const digest = TypedData.digest(curve, separator, Structure.Voucher, voucher)
  const signature = Signed.sign(curve, digest, key)
  expect(text).toContain(`\`${Signed.address(curve, key)}\``)
  for (const bytes of [separator, TypedData.hashStruct(curve, Structure.Voucher, voucher), digest])
    expect(text).toContain(`→ ${Hex.bare(bytes)}`)
  expect(text).toContain(`r ${signature.slice(2, 66)}\ns ${signature.slice(66, 130)}\nv 1b`)
})

describe("IPSX-SIG-003 one spelling of a signature", () => {
  const key = Hex.toBytes(`0x${"33".repeat(32)}`)
  const digest = Curve.noble.keccak(new Uint8Array([1]))
  const good = Signed.sign(curve, digest, key)
  const rest = (signature: string, at: number, bytes: string) =>
    `${signature.slice(0, 2 + 2 * at)}${bytes}${signature.slice(2 + 2 * at + bytes.length)}`
  const word = (n: bigint) => n.toString(16).padStart(64, "0")
  const highS = () => {
    const s = BigInt(`0x${good.slice(66, 130)}`)
    const flipped = good.endsWith("1b") ? "1c" : "1b"
    return `${good.slice(0, 66)}${word(Curve.order - s)}${flipped}`
  }

  it.each([
    ["NotHexadecimal", `${good.slice(0, -1)}g`],
    ["NotHexadecimal", good.slice(2)],
    ["Length", good.slice(0, -2)],
    ["Length", `${good}00`],
    ["Length", "0x"],
    ["RecoveryId", rest(good, 64, "00")],
    ["RecoveryId", rest(good, 64, "1d")],
    ["OutOfRange", rest(good, 0, word(0n))],
    ["OutOfRange", rest(good, 0, word(Curve.order))],
    ["OutOfRange", rest(good, 32, word(0n))],
    ["HighS", highS()],
    ["HighS", rest(good, 32, word(Curve.lowMax + 1n))],
  ])("refuses %s", (reason, signature) => {
    const refused = Signed.recover(curve, digest, signature)
    expect(Result.isFailure(refused) && refused.failure.reason).toBe(reason)
    expect(Result.isFailure(refused) && refused.failure.message).toContain(signature)
  })

  it("says when no key makes it", () => {
    // No point of the curve has 5 as its first coordinate.
    const refused = Signed.recover(curve, digest, rest(good, 0, word(5n)))
    expect(Result.isFailure(refused) && refused.failure.reason).toBe("NoSuchPoint")
  })

  it("takes the good one, and names both addresses when it is another's", () => {
    const signer = Signed.address(curve, key)
    expect(Result.isSuccess(Signed.verify(curve, digest, good, signer))).toBe(true)
    const other = Address.of(`0x${"44".repeat(20)}`)
    const refused = Signed.verify(curve, digest, good, other)
    expect(Result.isFailure(refused) && refused.failure.message).toBe(
      `signed by ${signer}, expected ${other}`,
    )
  })
})

describe("the native curve", () => {
  const native = NativeCurve.load()!

  it("gives the bytes of the pure one: keys, signatures, recoveries", () => {
    fc.assert(
      fc.property(hex(32), privateKey, (text, key) => {
        const digest = Hex.toBytes(text)
        const signature = Signed.sign(native, digest, key)
        expect(signature).toBe(Signed.sign(curve, digest, key))
        expect(Signed.address(native, key)).toBe(Signed.address(curve, key))
        expect(Signed.recover(native, digest, signature)).toEqual(
          Signed.recover(curve, digest, signature),
        )
      }),
      { numRuns: 60 },
    )
  })

  it("agrees with it on signatures that nobody made", () => {
    fc.assert(
      fc.property(
        hex(32),
        hex(32),
        fc.bigInt({ min: 1n, max: Curve.lowMax }),
        fc.constantFrom("1b", "1c"),
        (text, r, s, v) => {
          const signature = `${r}${s.toString(16).padStart(64, "0")}${v}`
          const digest = Hex.toBytes(text)
          expect(Signed.recover(native, digest, signature)).toEqual(
            Signed.recover(curve, digest, signature),
          )
        },
      ),
      { numRuns: 60 },
    )
  })
})
