// The class signature: digests, signatures, addresses, the chain of statuses.
import * as Result from "effect/Result"
import * as Order from "../../model/Order.ts"
import type { Status } from "../../model/Status.ts"
import { noble } from "../../signature/Curve.ts"
import * as Hex from "../../signature/Hex.ts"
import * as Signed from "../../signature/Signed.ts"
import * as SignedOrder from "../../signature/SignedOrder.ts"
import * as StatusChain from "../../signature/StatusChain.ts"
import * as Structure from "../../signature/Structure.ts"
import * as TypedData from "../../signature/TypedData.ts"
import * as Json from "../Json.ts"
import { type Session, unknownEvent } from "../Subject.ts"
import type { Address } from "../../model/Address.ts"

type Any = TypedData.Structure<Record<string, never>>

const structure = (event: Json.JsonObject): Any =>
  Structure.all[event.structure as keyof typeof Structure.all] as unknown as Any

const value = (event: Json.JsonObject): Record<string, never> => Json.revive(event.value!)

const separator = (event: Json.JsonObject): Uint8Array =>
  Structure.domain(noble, {
    chainId: event.chainId as number,
    centralizer: event.verifyingContract as string,
  })

const digest = (event: Json.JsonObject): Uint8Array =>
  TypedData.digest(noble, separator(event), structure(event), value(event))

const bytes = (text: Json.Json | undefined): Uint8Array => Hex.toBytes(text as string)

type Answer = (event: Json.JsonObject) => Json.JsonObject

const answers: Readonly<Record<string, Answer>> = {
  typeHash: (event) => ({ hash: Hex.fromBytes(TypedData.typeHash(noble, structure(event))) }),
  domain: (event) => ({ separator: Hex.fromBytes(separator(event)) }),
  hashStruct: (event) => ({
    hash: Hex.fromBytes(TypedData.hashStruct(noble, structure(event), value(event))),
  }),
  digest: (event) => ({ digest: Hex.fromBytes(digest(event)) }),
  channelId: ({ deal }) => ({ id: Structure.channelId(noble, Json.revive(deal!)) }),
  address: ({ privateKey }) => ({ address: Signed.address(noble, bytes(privateKey)) }),
  sign: ({ digest, privateKey }) => ({
    signature: Signed.sign(noble, bytes(digest), bytes(privateKey)),
  }),
  recover: ({ digest, signature }) => {
    const signer = Signed.recover(noble, bytes(digest), signature as string)
    return Result.isSuccess(signer) ? { signer: signer.success } : { error: "MalformedSignature" }
  },
  verify: (event) => ({
    valid: Result.isSuccess(
      Signed.verify(noble, digest(event), event.signature as string, event.signer as Address),
    ),
  }),
  content: ({ order }) => {
    const revived = Json.revive<Order.Order>(order!)
    return { text: Order.canonical(revived), content: SignedOrder.content(noble, revived) }
  },
  terms: ({ offer, request }) => ({
    terms: SignedOrder.terms(noble, Json.revive(offer!), Json.revive(request!)),
  }),
  extend: (event) => {
    const head = event.head as unknown as StatusChain.Head
    const status = Json.revive<Status>(event.status!)
    const next = StatusChain.extend(noble, separator(event), head, status)
    return Result.isSuccess(next)
      ? { seq: next.success.seq, digest: next.success.digest }
      : { error: "BrokenLink" }
  },
}

export const open = (): Session => ({
  step: (event) => {
    const answer = answers[event.type as string]
    if (answer === undefined) throw unknownEvent(event)
    return answer(event)
  },
})
