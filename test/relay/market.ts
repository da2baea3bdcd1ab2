// A little market with real keys: signed orders, and a relay's service over a store in memory and a chain that says
// whatever balance is wanted.
import * as Result from "effect/Result"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type * as Rpc from "../../src/chain/Rpc.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Offer, Order, Request } from "../../src/model/Order.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Time from "../../src/model/Time.ts"
import type * as Market from "../../src/relay/Market.ts"
import type { Short } from "../../src/relay/Shorts.ts"
import * as Service from "../../src/relay/Service.ts"
import * as Store from "../../src/relay/Store.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as SignedOrder from "../../src/signature/SignedOrder.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import { address, token } from "../arbitrary/deal.ts"
import * as Exchange from "../arbitrary/exchange.ts"

export const curve = NativeCurve.fastest()
const key = (n: number): Uint8Array => new Uint8Array(32).fill(n)
export const keys = { relay: key(21), provider: key(22), requester: key(23), thief: key(24) }
export type Who = keyof typeof keys
export const addressOf = (who: Who) => Signed.address(curve, keys[who])

const place = { chainId: 31337, centralizer: address(0xc0), token: address(0xc1) }
export const separator = Structure.domain(curve, place)
export const origin: Market.Market["origin"] = {
  _tag: "Begin",
  relay: addressOf("relay"),
  place,
  parameters: Parameters.small,
  policy: "price-time",
}

export const offer = (change: Partial<Offer> = {}): Offer =>
  Exchange.offer({ owner: addressOf("provider"), ...change })
export const request = (change: Partial<Request> = {}): Request =>
  Exchange.request({ owner: addressOf("requester"), ...change })

export const signed = (order: Order, who: Who): Signed.Signature =>
  Signed.sign(
    curve,
    TypedData.digest(curve, separator, Structure.Order, SignedOrder.record(curve, order)),
    keys[who],
  )

/** A node that knows one balance for everybody. */
const chainWith = (balance: bigint): Rpc.Rpc => {
  const word = (n: bigint): string => n.toString(16).padStart(64, "0")
  const answer = `0x${word(32n)}${word(1n)}${word(balance)}${word(0n)}`
  return {
    url: "memory",
    call: async () => answer,
    batch: async () => [],
    batchText: async () => [],
    inOrder: () => ({ text: async () => "[]" }),
    requests: () => 0,
    close: () => {},
  }
}

export interface Fixture {
  readonly service: Service.Service
  readonly store: Store.Store
  readonly proposed: Array<Market.Proposal>
  readonly shorts: Array<Short>
  readonly retired: Array<Id.Id>
  now: number
}

export const open = (
  given: {
    store?: Store.Store
    balance?: bigint
    origin?: Market.Market["origin"]
    told?: Pick<Service.Options, "propose" | "retire">
  } = {},
): Fixture => {
  const store = given.store ?? Result.getOrThrow(Store.open(":memory:"))
  const proposed: Array<Market.Proposal> = []
  const shorts: Array<Short> = []
  const retired: Array<Id.Id> = []
  const fixture = { store, proposed, shorts, retired, now: 1000 } as Fixture
  const service = Service.open({
    curve,
    origin: given.origin ?? origin,
    sign: (digest) => Signed.sign(curve, digest, keys.relay),
    store,
    rpc: chainWith(given.balance ?? 100n * token),
    now: () => Time.seconds(fixture.now),
    propose: (one) => {
      if ("deal" in one) proposed.push(one)
      else shorts.push(one)
      given.told?.propose(one)
    },
    retire: (id, requester) => {
      retired.push(id)
      given.told?.retire(id, requester)
    },
  })
  return Object.assign(fixture, { service: Result.getOrThrow(service) })
}

export const placing = (fixture: Fixture, order: Order, who: Who, signature = signed(order, who)) =>
  Service.place(fixture.service, { order, signature, endpoint: null })

/** Random little books: a stream of offers and requests, in order. */
export const stream = (n: number): ReadonlyArray<readonly [Order, Who]> =>
  Array.from({ length: n }, (_, at) => {
    const nonce = at + 1
    const id = Id.fromNumber(0x100 + at)
    return at % 2 === 0
      ? [
          offer({
            id,
            nonce,
            resource: {
              ...offer().resource,
              id: Id.fromNumber(at + 1),
              first: `240.0.${at}.1` as never,
            },
            tariff: {
              perSecond: Amount.of(BigInt(1 + ((at * 7) % 5)) * 10n ** 15n),
              perByte: Amount.zero,
              setup: Amount.zero,
            },
          }),
          "provider",
        ]
      : [request({ id, nonce, duration: 10 + (at % 7), limit: Amount.of(token) }), "requester"]
  })
