// Puts the contracts of a market on a chain that others drive: a token, unless there is one, and a Centralizer. Each is
// waited for until it is final, and what was sent is told at once, so that whoever is stopped in between knows what to
// look for and goes on from there.
import * as Schema from "effect/Schema"
import * as Abi from "../chain/Abi.ts"
import { asError, type ChainError } from "../chain/Chain.ts"
import * as Deploy from "../chain/Deploy.ts"
import * as Fee from "../chain/Fee.ts"
import * as FixedParameters from "../chain/FixedParameters.ts"
import * as Genesis from "../chain/Genesis.ts"
import * as Rpc from "../chain/Rpc.ts"
import * as Sender from "../chain/Sender.ts"
import * as View from "../chain/View.ts"
import * as Address from "../model/Address.ts"
import type { Parameters } from "../model/Parameters.ts"
import type { Curve } from "../signature/Curve.ts"
import * as Insistence from "./Insistence.ts"
import * as Signer from "./Signer.ts"

export interface Options {
  readonly rpc: Rpc.Rpc
  readonly curve: Curve
  /** Pays for the gas, and owns nothing of the contracts by that. */
  readonly signer: Signer.Signer
  readonly parameters: Parameters
  /** May withdraw the commissions. */
  readonly platform: Address.Address
  /** A token that is there, or who gets the supply of a new one. */
  readonly token: Address.Address | Deploy.Holders
  /** Whether a new token's transfers are opened at once; only its `funding` can. */
  readonly opens: boolean
  /** Wei that one gas may cost (IPSX-CHN-053). */
  readonly feeCap: bigint
  /** Milliseconds between two looks at the chain. */
  readonly pollMs: number
  readonly heard: (step: Step) => void
}

/** What is under way: about to be sent, in a block that is final, or in some trouble by which it waits. */
export type Step =
  | {
      readonly _tag: "Sending"
      readonly what: What
      readonly transaction: string
      readonly address: Address.Address
    }
  | { readonly _tag: "There"; readonly what: What; readonly address: Address.Address }
  | { readonly _tag: "Trouble"; readonly message: string }
export type What = "token" | "opening" | "Centralizer"

export interface Contracts {
  readonly chainId: number
  readonly token: Address.Address
  readonly centralizer: Address.Address
  /** Whether tokens move: until then nobody can deposit (IPSX-TOK-003). */
  readonly isOpen: boolean
}

/**
 * Deploys them with as many transactions as that takes, one after the other. Rejects with a `ChainError`, a `Signer.Unsigned`,
 * or one of the errors below; what was there by then stays there.
 *
 * @example
 * const { token, centralizer } = await Contracts.deploy({ ...options, token: { funding, partners, bounty, team } })
 */
export const deploy = async (options: Options, signal: AbortSignal): Promise<Contracts> => {
  const { rpc, parameters, platform } = options
  const chainId = Number(await rpc.call("eth_chainId", []))
  const work = new Work({ ...options, signer: Signer.careful(options.signer) }, chainId, signal)
  const token = await tokenOf(work)
  const data = Deploy.centralizerCreation(token, platform, parameters)
  const centralizer = await work.carry("Centralizer", { data })
  const fixed = await rpc.batch([FixedParameters.call(centralizer)])
  const differences = FixedParameters.differences(parameters, fixed[0])
  if (differences.length > 0)
    throw new Refused({ what: "Centralizer", reason: FixedParameters.describe(differences) })
  return { chainId, token, centralizer, isOpen: await isOpen(rpc, token) }
}

const tokenOf = async (work: Work): Promise<Address.Address> => {
  const { token, opens, rpc, signer } = work.options
  if (typeof token === "string") {
    await requireToken(rpc, token)
    return token
  }
  if (opens && token.funding !== signer.address)
    throw new Refused({
      what: "token",
      reason: `only its funding, ${token.funding}, may open its transfers, and the key is of ${signer.address}`,
    })
  const made = await work.carry("token", { data: Deploy.tokenCreation(token) })
  if (opens) await work.carry("opening", { to: made, data: Abi.openTransfers })
  return made
}

/** The answers of a contract's reading functions; undefined where it refuses to answer. */
const ask = async (rpc: Rpc.Rpc, to: string, data: string): Promise<string | undefined> => {
  try {
    const { method, params } = View.call(to, data)
    return String(await rpc.call(method, params))
  } catch (cause) {
    if (cause instanceof Rpc.RpcRefused) return undefined
    throw cause
  }
}

const isWord = (answer: string | undefined): answer is string => answer?.length === 2 + 64

/** A token of somebody else's has no such lock. */
const isOpen = async (rpc: Rpc.Rpc, token: string): Promise<boolean> => {
  const answer = await ask(rpc, token, Abi.reads.transfersOpen())
  return !isWord(answer) || View.integer(answer) === 1n
}

const decimals = 18n

/** Amounts are of 18 decimals everywhere, and every deposit comes with a permit (IPSX-WAL-011). */
const requireToken = async (rpc: Rpc.Rpc, token: Address.Address): Promise<void> => {
  const places = await ask(rpc, token, Abi.reads.decimals())
  if (!isWord(places)) throw new NoToken({ token, reason: "no contract there answers to decimals" })
  if (View.integer(places) !== decimals)
    throw new NoToken({
      token,
      reason: `it has ${View.integer(places)} decimals, and amounts have ${decimals}`,
    })
  if (!isWord(await ask(rpc, token, Abi.reads.nonces(Address.zero))))
    throw new NoToken({ token, reason: "it takes no permits (EIP-2612), and deposits need them" })
}

/** Errors by which a node is asked again: it may come back. */
const passing: ReadonlySet<string> = new Set(["RpcUnreachable", "RpcDropped", "RpcTimeout"])

class Work {
  readonly options: Options
  readonly #sender: Sender.Options
  readonly #chainId: number
  readonly #signal: AbortSignal

  constructor(options: Options, chainId: number, signal: AbortSignal) {
    const { rpc, curve, signer, parameters } = options
    this.options = options
    this.#chainId = chainId
    this.#signal = signal
    this.#sender = {
      rpc,
      curve,
      chainId: this.#chainId,
      sender: signer.address,
      finality: parameters.finality,
      sign: (digest) => Signer.recoverable(signer, digest),
    }
  }

  /** Sends one transaction, and waits until it is final: where its contract is, or the one that it calls. */
  async carry(what: What, call: Sender.Ask): Promise<Address.Address> {
    const { rpc, curve, signer, feeCap, heard } = this.options
    const { pending: nonce } = await Sender.nonces(rpc, signer.address)
    const fee = Fee.first(await Sender.price(rpc), feeCap)
    const first = await Sender.sign(this.#sender, call, nonce, fee)
    this.#signal.throwIfAborted()
    const address = Address.of(call.to ?? Genesis.contract(curve, signer.address, nonce))
    const one = { transaction: { _tag: what }, sent: [first] }
    const tell = ({ hash }: Sender.Raw): void =>
      heard({ _tag: "Sending", what, transaction: hash, address })
    tell(first)
    await Sender.send(rpc, first)
    await this.#finality(one, call, tell)
    heard({ _tag: "There", what, address })
    return address
  }

  async #finality(
    one: Insistence.Signed,
    call: Sender.Ask,
    tell: (raw: Sender.Raw) => void,
  ): Promise<void> {
    const { feeCap, pollMs } = this.options
    const what = one.transaction._tag
    const insistence = Insistence.make()
    const around: Insistence.Around<Insistence.Signed> = {
      sender: this.#sender,
      feeCap,
      open: new Set([one]),
      keep: async ({ sent }, raw) => {
        sent.push(raw)
        tell(raw)
      },
      trouble: (error) => this.#trouble(error),
    }
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve, pollMs))
      this.#signal.throwIfAborted()
      const now = await this.#look(one, call)
      if (now === undefined) continue
      if (now._tag === "Replaced") throw new Overtaken({ what, sender: this.#sender.sender })
      if (now._tag === "Pending") await Insistence.look(insistence, around, one, now)
      else if (now.isFinal && now._tag === "Mined") return
      else if (now.isFinal) throw new Refused({ what, reason: "the chain took it and it failed" })
    }
  }

  async #look(one: Insistence.Signed, call: Sender.Ask): Promise<Sender.State | undefined> {
    try {
      return await Sender.state(this.#sender, one.sent, call)
    } catch (cause) {
      const error = asError(cause)
      if (!passing.has(error._tag)) throw error
      this.#trouble(error)
      return undefined
    }
  }

  #trouble({ message }: ChainError | Insistence.FeeCapReached | Insistence.NumberMissing): void {
    this.options.heard({ _tag: "Trouble", message })
  }
}

/** A contract is not as it was asked for. */
export class Refused extends Schema.TaggedError<Refused>()("ContractRefused", {
  what: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `the ${this.what} could not be deployed: ${this.reason}`
  }
}

/** Somebody with the same key was faster. */
export class Overtaken extends Schema.TaggedError<Overtaken>()("ContractOvertaken", {
  what: Schema.String,
  sender: Schema.String,
}) {
  override get message(): string {
    return `another transaction of ${this.sender} was taken in the place of the ${this.what}: let nothing else use this key, and start again`
  }
}

export class NoToken extends Schema.TaggedError<NoToken>()("NoToken", {
  token: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.token} cannot be the token of a market: ${this.reason}`
  }
}
