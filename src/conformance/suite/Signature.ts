// Cases of the class signature: digests byte by byte, the one spelling of a signature, the domain, the chain of statuses.
import { noble, order } from "../../signature/Curve.ts"
import * as Hex from "../../signature/Hex.ts"
import * as Signed from "../../signature/Signed.ts"
import * as SignedOrder from "../../signature/SignedOrder.ts"
import * as StatusChain from "../../signature/StatusChain.ts"
import * as Structure from "../../signature/Structure.ts"
import * as TypedData from "../../signature/TypedData.ts"
import * as Json from "../Json.ts"
import { roles } from "../Subject.ts"
import type { Group, Question } from "../Vector.ts"
import * as Cast from "./Cast.ts"
import * as Sample from "./Sample.ts"

type Name = keyof typeof Structure.all

const group = (
  name: string,
  about: string,
  why: string,
): Pick<Group, "class" | "group" | "about" | "why" | "roles"> => ({
  class: "signature/1",
  group: `signature/${name}`,
  about,
  why,
  roles: [...roles],
})

const deal = Sample.deal()
const id = Sample.idOf(deal)
const voucher = { channelId: id, cumulativeAmount: Cast.tokens(40) }

/** One value of each structure, and the largest that its fields can have. */
const values: Readonly<Record<Name, Json.JsonObject>> = {
  Deal: deal,
  ShortDeal: Sample.shortDeal(id),
  Voucher: voucher,
  Statement: { payer: Cast.requester, entries: Cast.id(78) },
  Closing: { ...voucher, receipt: Cast.id(77) },
  Meter: { channelId: id, seq: 3, seconds: 600, bytesUsed: 1_048_576 },
  Status: Sample.status(id),
  Receipt: Sample.receipt(id),
  Order: Json.plain(SignedOrder.record(noble, Json.revive(Sample.offer()))) as Json.JsonObject,
}

const largest = (name: Name): Json.JsonObject =>
  Object.fromEntries(
    Structure.all[name].fields.map(([field, type]): readonly [string, Json.Json] => {
      if (type === "address") return [field, `0x${"ff".repeat(20)}`]
      if (type === "bytes32") return [field, `0x${"ff".repeat(32)}`]
      const bits = Number((type as string).slice(4))
      if (bits === 128) return [field, (2n ** 96n - 1n).toString()]
      return [field, bits === 64 ? Number.MAX_SAFE_INTEGER : 2 ** bits - 1]
    }),
  )

const names = Object.keys(Structure.all) as ReadonlyArray<Name>
const place = { chainId: Cast.place.chainId, verifyingContract: Cast.place.centralizer }

const hashes: Group = {
  ...group(
    "digest",
    "Type hashes, domain separators, struct hashes and digests",
    "A digest that differs in one bit is a signature that nobody else accepts.",
  ),
  requirements: ["IPSX-SIG-002"],
  cases: [
    ...names.map((structure): Question => ({
      name: `type/${structure}`,
      requirements: ["IPSX-SIG-001"],
      events: [{ type: "typeHash", structure }],
    })),
    ...[1, 31_337, 2 ** 31, 2 ** 53 - 1].map((chainId): Question => ({
      name: `domain/chain-${chainId}`,
      requirements: ["IPSX-SIG-001"],
      events: [{ type: "domain", chainId, verifyingContract: Cast.place.centralizer }],
    })),
    {
      name: "domain/another-contract",
      requirements: ["IPSX-SIG-001"],
      events: [{ type: "domain", chainId: 1, verifyingContract: Cast.stranger }],
    },
    ...names.flatMap((structure): ReadonlyArray<Question> => [
      {
        name: `hash/${structure}`,
        events: [{ type: "hashStruct", structure, value: values[structure] }],
      },
      {
        name: `hash/${structure}-largest`,
        events: [{ type: "hashStruct", structure, value: largest(structure) }],
      },
      {
        name: `digest/${structure}`,
        events: [{ type: "digest", ...place, structure, value: values[structure] }],
      },
    ]),
    {
      name: "digest/Voucher-another-chain",
      requirements: ["IPSX-SIG-001", "IPSX-SIG-002"],
      events: [{ type: "digest", ...place, chainId: 1, structure: "Voucher", value: voucher }],
    },
    {
      name: "channel/deal",
      requirements: ["IPSX-SIG-004"],
      events: [{ type: "channelId", deal }],
    },
    {
      name: "channel/another-salt",
      requirements: ["IPSX-SIG-004"],
      events: [{ type: "channelId", deal: Sample.deal({ salt: Cast.id(2) }) }],
    },
  ],
}

const addresses: Group = {
  ...group(
    "address",
    "Addresses of private keys",
    "Money that is sent to a wrong address is gone.",
  ),
  requirements: ["IPSX-TRM-007"],
  cases: [1n, 2n, 3n, 0xdeadbeefn, order / 2n, order - 1n].map((key) => ({
    name: key < 10n ? `key-${key}` : `key-${key.toString(16).slice(0, 8)}`,
    events: [{ type: "address", privateKey: `0x${key.toString(16).padStart(64, "0")}` }],
  })),
}

const separator = Structure.domain(noble, Cast.place)
const digestBytes = TypedData.digest(noble, separator, Structure.Voucher, Json.revive(voucher))
const digest = Hex.fromBytes(digestBytes)
const good = Signed.sign(noble, digestBytes, Cast.key(2))
const r = good.slice(2, 66)
const s = BigInt(`0x${good.slice(66, 130)}`)
const word = (n: bigint): string => n.toString(16).padStart(64, "0")
const v = good.slice(130)
const flipped = v === "1b" ? "1c" : "1b"
const half = order / 2n

/** Spellings of one signature, of which the first is right. */
export const spellings: Readonly<Record<string, string>> = {
  right: good,
  "high-s": `0x${r}${word(order - s)}${flipped}`,
  "high-s-other-v": `0x${r}${word(order - s)}${v}`,
  "v-0-or-1": `0x${r}${word(s)}${v === "1b" ? "00" : "01"}`,
  "v-29": `0x${r}${word(s)}1d`,
  "v-of-eip-155": `0x${r}${word(s)}25`,
  "other-v": `0x${r}${word(s)}${flipped}`,
  "r-zero": `0x${word(0n)}${word(s)}${v}`,
  "s-zero": `0x${r}${word(0n)}${v}`,
  "r-order": `0x${word(order)}${word(s)}${v}`,
  "s-order": `0x${r}${word(order)}${v}`,
  "r-no-point": `0x${word(5n)}${word(s)}${v}`,
  compact: `0x${r}${word(s | (v === "1c" ? 1n << 255n : 0n))}`,
  "too-short": good.slice(0, -2),
  "too-long": `${good}00`,
  empty: "0x",
  "s-half-plus-one": `0x${r}${word(half + 1n)}${v}`,
  "s-half": `0x${r}${word(half)}${v}`,
}

const forms: Group = {
  ...group(
    "form",
    "The one spelling of a signature",
    "With two spellings of one signature a message counts twice, or counts for one program and not for another.",
  ),
  requirements: ["IPSX-SIG-003"],
  cases: [
    ...Object.entries(spellings).map(([name, signature]): Question => ({
      name: `recover/${name}`,
      events: [{ type: "recover", digest, signature }],
    })),
    ...Object.entries({
      right: {},
      "other-signer": { signer: Cast.provider },
      "other-chain": { chainId: 1 },
      "other-contract": { verifyingContract: Cast.stranger },
      "other-structure": { structure: "Closing", value: { ...voucher, receipt: Cast.id(0) } },
      "other-value": { value: { ...voucher, cumulativeAmount: Cast.tokens(41) } },
      "other-channel": { value: { ...voucher, channelId: Cast.id(5) } },
      "high-s": { signature: spellings["high-s"]! },
      "v-0-or-1": { signature: spellings["v-0-or-1"]! },
    }).map(([name, changes]): Question => ({
      name: `verify/${name}`,
      requirements:
        name.startsWith("other") && name !== "other-signer"
          ? ["IPSX-SIG-001", "IPSX-SIG-002"]
          : ["IPSX-SIG-003"],
      events: [
        {
          type: "verify",
          ...place,
          structure: "Voucher",
          value: voucher,
          signature: good,
          signer: Cast.requester,
          ...changes,
        },
      ],
    })),
  ],
}

const signing: Group = {
  ...group(
    "sign",
    "Signatures with the nonces of RFC 6979",
    "The same message and key give the same bytes everywhere, so that a run can be repeated to the last hash.",
  ),
  requirements: ["IPSX-SIG-006"],
  cases: [1, 2, 3].flatMap((key) =>
    names.map((structure): Question => {
      const bytes = TypedData.digest(
        noble,
        separator,
        Structure.all[structure] as unknown as TypedData.Structure<object>,
        Json.revive(values[structure]),
      )
      const privateKey = Hex.fromBytes(Cast.key(key))
      return {
        name: `${structure}/key-${key}`,
        events: [{ type: "sign", digest: Hex.fromBytes(bytes), privateKey }],
      }
    }),
  ),
}

const orders: Group = {
  ...group(
    "order",
    "Orders as their owners sign them",
    "An order whose text differs is another order, and the deal that commits to it cannot be proved.",
  ),
  requirements: ["IPSX-SIG-007", "IPSX-ORD-012"],
  cases: [
    { name: "offer", events: [{ type: "content", order: Sample.offer() }] },
    { name: "request", events: [{ type: "content", order: Sample.request() }] },
    {
      name: "keys-in-another-order",
      events: [
        {
          type: "content",
          order: Object.fromEntries(Object.entries(Sample.offer()).toReversed()),
        },
      ],
    },
    {
      name: "request-with-window",
      events: [
        {
          type: "content",
          order: Sample.request({
            window: { from: Cast.genesis.timestamp, to: Cast.genesis.timestamp + 3600 },
            perSecondLimit: "100000000000000000",
          }),
        },
      ],
    },
    {
      name: "terms",
      requirements: ["IPSX-SIG-008"],
      events: [{ type: "terms", offer: Sample.offer(), request: Sample.request() }],
    },
  ],
}

const first = Sample.status(id)
const firstDigest = StatusChain.digest(noble, separator, Json.revive(first))
const second = Sample.status(id, { seq: 2, status: 4, previous: firstDigest })

const extend = (
  name: string,
  head: Json.JsonObject,
  status: Json.JsonObject,
  changes: Json.JsonObject = {},
): Question => ({ name, events: [{ type: "extend", ...place, head, status, ...changes }] })

const zero = { seq: 0, digest: Cast.id(0) }
const head = { seq: 1, digest: firstDigest }

const links: Group = {
  ...group(
    "chain",
    "The chain of one sender's statuses",
    "A chain that lets a message be left out lets its sender take back what it said.",
  ),
  requirements: ["IPSX-SIG-005", "IPSX-PCH-002", "IPSX-PCH-003"],
  cases: [
    extend("first", zero, first),
    extend("second", head, second),
    extend("first-with-previous", zero, { ...first, previous: firstDigest }),
    extend("second-without-previous", head, { ...second, previous: Cast.id(0) }),
    extend("second-with-another-previous", head, { ...second, previous: Cast.id(5) }),
    extend("number-repeated", head, { ...second, seq: 1 }),
    extend("number-left-out", head, { ...second, seq: 3 }),
    extend("number-zero", zero, { ...first, seq: 0 }),
    extend("another-chain", zero, first, { chainId: 1 }),
  ],
}

export const groups: ReadonlyArray<Group> = [hashes, addresses, forms, signing, orders, links]
