// Two ends over both transports: what arrives arrives once and in order, over any number of connections, and who
// cannot prove to be the partner gets nowhere.
import { randomBytes } from "node:crypto"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Result from "effect/Result"
import * as Scope from "effect/Scope"
import { afterEach, describe, expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import type { Connection } from "../../src/pair-channel/Connection.ts"
import * as Correspondence from "../../src/pair-channel/Correspondence.ts"
import * as Dialling from "../../src/pair-channel/Dialling.ts"
import * as Frame from "../../src/pair-channel/Frame.ts"
import * as Greeting from "../../src/pair-channel/Greeting.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Memory from "../../src/pair-channel/Memory.ts"
import * as PairChannel from "../../src/pair-channel/PairChannel.ts"
import * as Tls from "../../src/pair-channel/Tls.ts"
import * as Signed from "../../src/signature/Signed.ts"
import * as Pace from "../pace.ts"
import { context, contextOf, curve, dealWith, key, nonce, sealed, self, voucher } from "./Pair.ts"

let scope = Effect.runSync(Scope.make())
const closing: Array<() => void> = []
afterEach(async () => {
  for (const close of closing.splice(0)) close()
  await Effect.runPromise(Scope.close(scope, Exit.void))
  scope = Effect.runSync(Scope.make())
})

const scoped = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Scope.Scope, scope))

const transports = {
  memory: async () => {
    const binding = `0x${randomBytes(32).toString("hex")}` as Id.Id
    return Memory.pair(binding, (task) => void setImmediate(task))
  },
  tls: async () => {
    let took: (connection: Connection) => void = () => {}
    const taken = new Promise<Connection>((resolve) => (took = resolve))
    const { port } = await scoped(Tls.listen({ host: "127.0.0.1", port: 0 }, took))
    const dialled = await scoped(Tls.dial({ host: "127.0.0.1", port }, 20_000))
    return [await taken, dialled] as const
  },
}

interface End {
  readonly channel: PairChannel.PairChannel
  readonly kept: Array<readonly [number, Letter]>
  readonly refused: Array<string>
  silent: number
}

const end = (role: 0 | 1, change: Partial<PairChannel.Options> = {}): End => {
  const made: End = {
    kept: [],
    refused: [],
    silent: 0,
    channel: PairChannel.open({
      self: self(role),
      heartbeatMs: 60,
      misses: 3,
      keep: async (seq, letter) => void made.kept.push([seq, letter]),
      silent: () => void made.silent++,
      refused: (error) => void made.refused.push(error._tag),
      ...change,
    }),
  }
  closing.push(() => made.channel.close("the test is over"))
  return made
}

const meet = async (
  provider: End,
  requester: End,
  [taken, dialled]: readonly [Connection, Connection],
): Promise<void> => {
  const find = (id: Id.Id) => (id === context.id ? provider.channel.self : undefined)
  const [one, two] = await Promise.all([
    Effect.runPromise(Greeting.taken(taken, find, Dialling.nonce())),
    Effect.runPromise(Greeting.dialled(dialled, requester.channel.self, Dialling.nonce())),
  ])
  provider.channel.attach(one)
  requester.channel.attach(two)
}

const numbers = (of: End): ReadonlyArray<number> => of.kept.map(([seq]) => seq)

describe.each(Object.entries(transports))("over %s", (_, connect) => {
  it("IPSX-PCH-020 letters arrive once and in order, both ways", async () => {
    const [provider, requester] = [end(0), end(1)]
    await meet(provider, requester, await connect())
    for (let n = 1; n <= 50; n++) {
      Result.getOrThrow(requester.channel.write(voucher(BigInt(n), n)))
      Result.getOrThrow(provider.channel.write(sealed({ _tag: "Decline" }, 0, n)))
    }
    await Pace.until(() => provider.kept.length === 50 && requester.kept.length === 50)
    expect(numbers(provider)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1))
    expect(provider.refused).toEqual([])
  })

  it("IPSX-PCH-008 IPSX-PCH-021 IPSX-PCH-023 connections that break lose and repeat nothing", async () => {
    const [provider, requester] = [end(0), end(1)]
    for (let n = 1; n <= 40; n++) {
      if (n % 8 === 1) {
        const connections = await connect()
        await meet(provider, requester, connections)
        if (n % 16 === 1) setTimeout(() => connections[0].close("a fault"), 1)
      }
      Result.getOrThrow(requester.channel.write(voucher(BigInt(n), n)))
      await new Promise((resolve) => setTimeout(resolve, 1))
    }
    await meet(provider, requester, await connect())
    await Pace.until(() => provider.kept.length === 40)
    expect(numbers(provider)).toEqual(Array.from({ length: 40 }, (_, n) => n + 1))
  })

  it("IPSX-PCH-022 a letter is confirmed when it is stored, and not before", async () => {
    const mine = Correspondence.empty()
    let store = (): void => {}
    const provider = end(0, { keep: () => new Promise((resolve) => (store = resolve)) })
    const requester = end(1, { correspondence: mine })
    await meet(provider, requester, await connect())
    requester.channel.write(voucher(1n, 1))
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(mine.confirmed).toBe(0)
    store()
    await Pace.until(() => mine.confirmed === 1)
  })

  it("IPSX-PCH-024 a voucher above the cap or below the last one changes nothing", async () => {
    const [provider, requester] = [end(0), end(1)]
    await meet(provider, requester, await connect())
    const { cap } = context.deal
    for (const [at, amount] of [5n, 4n, cap + 1n, 5n, 6n].entries())
      requester.channel.write(voucher(amount, at + 1))
    await Pace.until(() => provider.kept.length === 5)
    expect(provider.refused).toEqual(["Stale", "AboveCap", "Stale"])
    expect(requester.channel.isAttached()).toBe(true)
  })

  it("IPSX-PCH-025 a letter that is not the partner's ends the connection and is not kept", async () => {
    const foreign = contextOf(context.deal, 1)
    for (const [letter, name] of [
      [voucher(5n, 1, { key: key(13) }), "WrongSigner"],
      [voucher(5n, 1, { context: foreign }), "WrongSigner"],
      [voucher(5n, 1, { id: Id.fromNumber(3) }), "WrongChannel"],
      [sealed({ _tag: "TunnelOffer", epoch: 1, adapter: "null", details: {} }, 1, 1), "WrongRole"],
    ] as const) {
      const [provider, requester] = [end(0), end(1)]
      await meet(provider, requester, await connect())
      requester.channel.write(letter)
      await Pace.until(() => provider.refused.length > 0)
      expect(provider.refused).toEqual([name])
      expect(provider.kept).toEqual([])
      await Pace.until(() => !requester.channel.isAttached())
    }
  })

  it("IPSX-PCH-030 a partner that says nothing is noticed within its heartbeats and one more", async () => {
    const [provider, requester] = [end(0), end(1)]
    await meet(provider, requester, await connect())
    await new Promise((resolve) => setTimeout(resolve, 300))
    expect([provider.silent, requester.silent]).toEqual([0, 0])
    const pace = Pace.watch()
    const began = performance.now()
    requester.channel.close("gone")
    await Pace.until(() => provider.silent > 0)
    expect(performance.now() - began).toBeLessThan(60 * 4 + 1000 + 2 * pace.worst())
    pace.stop()
  })

  it("IPSX-PCH-011 IPSX-PCH-026 nobody else is greeted", async () => {
    const attempt = async (dialler: Greeting.Self): Promise<ReadonlyArray<string | undefined>> => {
      const [taken, dialled] = await connect()
      const find = (id: Id.Id) => (id === context.id ? self(0) : undefined)
      const ends = await Promise.all([
        Effect.runPromise(Effect.result(Greeting.taken(taken, find, nonce(1)))),
        Effect.runPromise(Effect.result(Greeting.dialled(dialled, dialler, nonce(2)))),
      ])
      return ends.map((e) => (Result.isFailure(e) ? e.failure._tag : undefined))
    }
    const sign = async (digest: Uint8Array) => Signed.sign(curve, digest, key(13))
    expect(await attempt(self(1))).toEqual([undefined, undefined])
    expect((await attempt(self(1, { sign })))[0]).toBe("WrongSigner")
    expect((await attempt(self(0)))[0]).toBe("WrongRole")
    expect((await attempt(self(1, { chainId: 1 })))[0]).toBe("ForeignChain")
    const other = contextOf(dealWith({ salt: Id.fromNumber(8) }))
    expect((await attempt(self(1, { context: other })))[0]).toBe("UnknownChannel")
  })
})

describe("somebody in between", () => {
  it("IPSX-PCH-026 cannot pass on two introductions: each is for its own connection", async () => {
    const one = await transports.tls()
    const two = await transports.tls()
    expect(one[0].binding).toBe(one[1].binding)
    expect(one[0].binding).not.toBe(two[0].binding)
    const [provider, left] = one
    const [right, requester] = two
    left.listen({ frame: (frame) => right.send(frame), closed: (why) => right.close(why) })
    right.listen({ frame: (frame) => left.send(frame), closed: (why) => left.close(why) })
    const find = () => self(0)
    const outcomes = await Promise.all([
      Effect.runPromise(Effect.result(Greeting.taken(provider, find, nonce(1)))),
      Effect.runPromise(Effect.result(Greeting.dialled(requester, self(1), nonce(2)))),
    ])
    expect(outcomes.map((o) => Result.isFailure(o))).toEqual([true, true])
    expect(Result.isFailure(outcomes[0]) && outcomes[0].failure._tag).toBe("WrongSigner")
  })

  it("IPSX-PCH-027 gets no signature of an end that took its connection", async () => {
    const [taken, dialled] = await transports.tls()
    const heard: Array<Frame.Tag> = []
    let signed = 0
    dialled.listen({ frame: ({ _tag }) => heard.push(_tag), closed: () => {} })
    const sign = async () => {
      signed++
      return `0x${"00".repeat(65)}`
    }
    dialled.send({
      _tag: "Hello",
      version: 1,
      chainId: 31337,
      centralizer: self(1).centralizer,
      channel: context.id,
      role: 1,
      address: context.deal.requester,
      nonce: nonce(5),
    })
    dialled.send({ _tag: "Proof", signature: `0x${"ab".repeat(65)}`, received: 0 })
    const outcome = await Effect.runPromise(
      Effect.result(Greeting.taken(taken, () => self(0, { sign }), nonce(1))),
    )
    expect(Result.isFailure(outcome)).toBe(true)
    expect([signed, heard.includes("Proof")]).toEqual([0, false])
  })
})

describe("an end", () => {
  it("IPSX-PCH-031 that was suspended itself does not blame its partner", async () => {
    const provider = end(0)
    const requester = end(1)
    await meet(provider, requester, await transports.memory())
    // The whole program stands still for longer than all heartbeats together.
    const until = performance.now() + 400
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect([provider.silent, requester.silent]).toEqual([0, 0])
  })

  it("IPSX-PCH-028 refuses to write for ever to a partner that confirms nothing", () => {
    const c = Correspondence.empty()
    const letter = voucher(1n, 1)
    for (let n = 0; n < Correspondence.outgoingMax; n++) Correspondence.write(c, letter)
    const more = Correspondence.write(c, letter)
    expect(Result.isFailure(more) && more.failure._tag).toBe("TooManyLetters")
  })

  it("IPSX-PCH-010 does not number a letter that no frame can carry", () => {
    const { channel } = end(0)
    const details = { text: "x".repeat(Frame.bytesMax) }
    const letter = sealed({ _tag: "TunnelOffer", epoch: 1, adapter: "null", details }, 0, 1)
    const written = channel.write(letter)
    expect(Result.isFailure(written) && written.failure._tag).toBe("LetterTooLong")
    expect(channel.next()).toBe(1)
  })

  it("IPSX-PCH-012 goes on where it was when it starts again", async () => {
    const first = end(1)
    first.channel.write(voucher(1n, 1))
    first.channel.write(voucher(2n, 2))
    first.channel.close("killed")
    // What is stored of it: its letters, and how far the partner has confirmed them.
    const again = Correspondence.empty()
    Correspondence.write(again, voucher(1n, 1))
    Correspondence.write(again, voucher(2n, 2))
    const provider = end(0)
    const second = end(1, { correspondence: again })
    await meet(provider, second, await transports.memory())
    await Pace.until(() => provider.kept.length === 2)
    expect(second.channel.next()).toBe(3)
  })
})
