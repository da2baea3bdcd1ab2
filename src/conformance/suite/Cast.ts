// Who plays in the suite and where: public keys and addresses that every case has in common.
import * as Address from "../../model/Address.ts"
import * as Amount from "../../model/Amount.ts"
import type { Id } from "../../model/Id.ts"
import { noble } from "../../signature/Curve.ts"
import * as Hex from "../../signature/Hex.ts"
import * as Signed from "../../signature/Signed.ts"
import * as Statement from "../../signature/Statement.ts"
import * as Structure from "../../signature/Structure.ts"
import * as TypedData from "../../signature/TypedData.ts"
import type { JsonObject } from "../Json.ts"

/** The private key of the n-th actor: n, as 32 bytes. Whoever reads this knows it. */
export const key = (n: number): Uint8Array => Hex.toBytes(`0x${n.toString(16).padStart(64, "0")}`)

const addresses = new Map<number, Address.Address>()

/** The address of the n-th actor, from 1. */
export const address = (n: number): Address.Address => {
  const known = addresses.get(n)
  if (known !== undefined) return known
  const made = Signed.address(noble, key(n))
  addresses.set(n, made)
  return made
}

export const provider = address(1)
export const requester = address(2)
export const stranger = address(3)

/** A 32-byte identifier that spells a small number. */
export const id = (n: number): string => `0x${n.toString(16).padStart(64, "0")}`

export const zero = `0x${"0".repeat(40)}`

// The accounts of local deployments, whose keys are public too (IPSX-CHN-010): keccak-256 of "ipsx/" and the name.
const named = (name: string): Address.Address =>
  Signed.address(noble, noble.keccak(new TextEncoder().encode(`ipsx/${name}`)))

export const accounts = {
  deployer: named("deployer"),
  platform: named("platform"),
  funding: named("funding"),
  partners: named("partners"),
  bounty: named("bounty"),
  team: named("team"),
}

// What the deployer's transaction with a nonce below 128 creates: keccak-256 of the RLP list of both.
const created = (nonce: number): Address.Address => {
  const bytes = Hex.concat(
    Uint8Array.of(0xd6, 0x94),
    Hex.toBytes(accounts.deployer),
    Uint8Array.of(nonce === 0 ? 0x80 : nonce),
  )
  return Address.of(Hex.fromBytes(noble.keccak(bytes).subarray(12)))
}

/** Where the contracts of the suite are: what its deployer's first two transactions create. */
export const place = { chainId: 31337, centralizer: created(1), token: created(0) }

/** The block after which cases for contracts begin. */
export const genesis = { number: 10, timestamp: 1_700_000_000 }

/** Whole tokens in base units, as text. */
export const tokens = (whole: number | bigint): string => `${BigInt(whole)}${"0".repeat(18)}`

/** Wallets of the provider and the requester with a thousand tokens each. */
export const ledger = (parameters: JsonObject): JsonObject => ({
  parameters,
  place,
  accounts,
  genesis,
  wallets: [
    [provider, tokens(1000)],
    [requester, tokens(1000)],
  ],
  tokens: [],
  watch: [provider, requester, stranger],
})

/**
 * Signatures of the requester that are right for something else: another chain, contract, name, structure or channel.
 */
export const vouchers = (channelId: string, amount: string): Readonly<Record<string, string>> => {
  const value = { channelId, cumulativeAmount: BigInt(amount) }
  const sign = (
    separator: Uint8Array,
    given: object = value,
    structure: unknown = Structure.Voucher,
  ) =>
    Signed.sign(
      noble,
      TypedData.digest(noble, separator, structure as TypedData.Structure<object>, given),
      key(2),
    )
  const domain = (changes: object) =>
    Structure.separator(noble, {
      name: "IPSX",
      version: "1",
      chainId: place.chainId,
      verifyingContract: place.centralizer,
      ...changes,
    })
  const own = domain({})
  return {
    "another-chain": sign(domain({ chainId: 1 })),
    "another-contract": sign(domain({ verifyingContract: place.token })),
    "another-name": sign(domain({ name: "IPSX2" })),
    "another-version": sign(domain({ version: "2" })),
    "another-channel": sign(own, { ...value, channelId: id(5) }),
    "another-amount": sign(own, { ...value, cumulativeAmount: value.cumulativeAmount + 1n }),
    "a-closing": sign(own, { ...value, receipt: id(0) }, Structure.Closing),
    "without-domain": Signed.sign(
      noble,
      TypedData.hashStruct(noble, Structure.Voucher, value),
      key(2),
    ),
  }
}

/** The digest of a statement's entries (IPSX-SIG-009). */
export const statement = (
  entries: ReadonlyArray<{ readonly id: string; readonly cumulative: string }>,
): string =>
  Statement.digest(
    noble,
    entries.map(({ id, cumulative }) => ({
      id: id as Id,
      cumulative: Amount.of(BigInt(cumulative)),
    })),
  )
