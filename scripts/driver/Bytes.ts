// The page of worked examples: everything that is hashed and signed, down to the bytes, computed by the library.
import * as Order from "../../src/model/Order.ts"
import { noble as curve } from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as SignedOrder from "../../src/signature/SignedOrder.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import * as Json from "../../src/conformance/Json.ts"
import * as Cast from "../../src/conformance/suite/Cast.ts"
import * as Sample from "../../src/conformance/suite/Sample.ts"

const key = (n: number): Uint8Array => Hex.toBytes(`0x${n.toString(16).padStart(64, "0")}`)

const word = (type: string, value: string | number | bigint): string =>
  type.startsWith("uint")
    ? BigInt(value).toString(16).padStart(64, "0")
    : (value as string).slice(2).padStart(64, "0")

const fence = (lines: ReadonlyArray<string>): string => ["```", ...lines, "```"].join("\n")

const separator = Structure.domain(curve, Cast.place)

// One structure: its fields as words, its hash, its digest, and who signs it.
const example = (
  name: keyof typeof Structure.all,
  value: Json.JsonObject,
  signers: ReadonlyArray<number>,
): string => {
  const structure = Structure.all[name] as unknown as TypedData.Structure<object>
  const record = Json.revive<Record<string, string | number | bigint>>(value)
  const digest = TypedData.digest(curve, separator, structure, record)
  const words = structure.fields.map(
    ([field, type]) => `${word(type as string, record[field]!)}   ${field}`,
  )
  return [
    fence([
      `${Hex.bare(TypedData.typeHash(curve, structure))}   type hash of ${name}`,
      ...words,
      `→ ${Hex.bare(TypedData.hashStruct(curve, structure, record))}   hashStruct`,
      "",
      `1901 ‖ domain separator ‖ hashStruct`,
      `→ ${Hex.bare(digest)}   digest`,
      "",
      ...signers.flatMap((n) => [`signed with the key ${n}:`, Signed.sign(curve, digest, key(n))]),
    ]),
  ].join("\n")
}

const orders = (): ReadonlyArray<string> =>
  [Sample.offer(), Sample.request()].flatMap((json) => {
    const order = Json.revive<Order.Order>(json)
    return [fence([Order.canonical(order), `→ ${SignedOrder.content(curve, order)}   content`])]
  })

/** The addresses of the cast, one a line. */
export const cast = (): string =>
  Array.from({ length: 8 }, (_, at) => `${at + 1}  ${Cast.address(at + 1)}`).join("\n")

export const page = (): string => {
  const deal = Sample.deal()
  const id = Structure.channelId(curve, Json.revive(deal))
  const voucher = { channelId: id, cumulativeAmount: "40000000000000000000" }
  const { chainId, centralizer } = Cast.place
  return `# Bytes

Worked examples for everything that is hashed and signed, with the rules of [signature](../signature.md). A line of 64 digits is one word of 32 bytes. Written by
\`node scripts/driver.ts\` and checked for freshness; another implementation, the contracts, is held to the same bytes by the group \`signature/claim\`.

## Addresses

The private key 1 is 31 zero bytes and a 1. The address is the last 20 bytes of the keccak-256 of the public key's 64 bytes x ‖ y.

${fence([
  `private key  ${Hex.bare(key(1))}`,
  `public key   ${Hex.bare(curve.publicKey(key(1)).subarray(1, 33))}`,
  `             ${Hex.bare(curve.publicKey(key(1)).subarray(33))}`,
  `keccak-256   ${Hex.bare(curve.keccak(curve.publicKey(key(1)).subarray(1)))}`,
  `address      ${Cast.address(1)}`,
])}

keccak-256 is the original Keccak with the padding byte 01, not SHA3-256. Of the empty string it is

${fence([Hex.bare(curve.keccak(new Uint8Array()))])}

## Domain

${fence([
  `8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f   type hash of EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)`,
  `${Hex.bare(curve.keccak(new TextEncoder().encode("IPSX")))}   keccak256("IPSX")`,
  `${Hex.bare(curve.keccak(new TextEncoder().encode("1")))}   keccak256("1")`,
  `${word("uint256", chainId)}   chainId ${chainId}`,
  `${word("address", centralizer)}   verifyingContract`,
  `→ ${Hex.bare(separator)}   domain separator`,
])}

This is the \`place\` of all cases for contracts: the address that the suite's deployer's second transaction creates.

## Deal

The provider is key 1, the requester key 2. \`hashStruct\` of the deal is the id of its channel.

${example("Deal", deal, [1, 2])}

## Voucher

Over 40 tokens on this channel.

${example("Voucher", voucher, [2])}

The last byte, v, is 27 (\`1b\`) or 28 (\`1c\`): 27 and the lowest bit of the y of the point whose x is r. s is at most
\`7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a0\`.

## Receipt

${example("Receipt", Sample.receipt(id), [1, 2])}

## Closing, meter, status, short deal, order

${example("Closing", { ...voucher, receipt: `0x${"00".repeat(32)}` }, [1, 2])}

${example("Meter", { channelId: id, seq: 3, seconds: 600, bytesUsed: 1048576 }, [1, 2])}

${example("Status", Sample.status(id), [1])}

${example("ShortDeal", Sample.shortDeal(id), [1, 2])}

${example("Order", Json.plain(SignedOrder.record(curve, Json.revive(Sample.offer()))) as Json.JsonObject, [1])}

## Orders

The canonical text of an offer and of a request, and the keccak-256 of its bytes. Lines are as long as they are.

${orders().join("\n\n")}

The \`terms\` of a deal that these two became, the keccak-256 of both contents, 64 bytes:

${fence([SignedOrder.terms(curve, Json.revive(Sample.offer()), Json.revive(Sample.request()))])}
`
}
