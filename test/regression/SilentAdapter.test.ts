// A tunnel adapter of somebody's own whose step never came back held up its party's turn, its closing, or the next step, for
// ever, and nobody was told; nor was it when a step failed.
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import { afterEach, beforeEach, expect, it, vi } from "vitest"
import * as Adapter from "../../src/live/Adapter.ts"
import * as Agent from "../../src/live/Agent.ts"
import type * as Conduit from "../../src/live/Conduit.ts"
import * as ProviderEnd from "../../src/live/ProviderEnd.ts"
import * as RequesterEnd from "../../src/live/RequesterEnd.ts"
import * as Country from "../../src/model/Country.ts"
import type * as Ip from "../../src/model/Ip.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Null from "../../src/tunnel/Null.ts"
import * as Patience from "../../src/tunnel/Patience.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Lone from "./Lone.ts"
import { lease } from "./lease.ts"

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const until = async (holds: () => boolean): Promise<void> => {
  for (let looks = 0; !holds(); looks++) {
    if (looks > 20_000) throw new Error("it did not happen")
    await vi.advanceTimersByTimeAsync(10)
  }
}

/** What a promise comes to, with the time passing that it takes. */
const passing = async <A>(promise: Promise<A>): Promise<A> => {
  let isDone = false
  void promise.finally(() => (isDone = true))
  await until(() => isDone)
  return promise
}

const refused = new Tunnel.AdapterFailed({ adapter: "null", step: "any", reason: "a test" })

/** Both ends of a tunnel by an adapter whose provider's sessions, or offers, are changed. */
const ends = (
  change: (session: Tunnel.ProviderSession) => Partial<Tunnel.ProviderSession>,
  offer: (made: Tunnel.Adapter) => Tunnel.Adapter["offer"] = (made) => made.offer,
) => {
  const made = Null.make()
  const adapter: Tunnel.Adapter = {
    ...made,
    serve: (of, accept) =>
      Effect.map(made.serve(of, accept), (session) => ({ ...session, ...change(session) })),
    offer: offer(made),
  }
  const troubles: Array<string> = []
  const attached: Array<Tunnel.Attachment> = []
  const options = (hear: (message: Conduit.Message) => void): Conduit.Options => ({
    adapter: Patience.of(adapter),
    lease,
    policy: ExitPolicy.standard,
    before: { seconds: 0, bytesUsed: 0, epoch: 0 },
    say: (_, message) => hear(message),
    up: () => {},
    down: (reason) => troubles.push(reason),
    attached: (attachment) => attached.push(attachment),
    lent: { country: Country.of("DE"), start: 0, source: "a test", echo: undefined, everyMs: 1000 },
    address: () => {},
    objected: () => {},
  })
  const provider: Conduit.Conduit = ProviderEnd.make(options((offer) => requester.hear(offer)))
  const requester = RequesterEnd.make(options((accept) => provider.hear(accept)))
  requester.open()
  provider.open()
  return { provider, troubles, attached }
}

it("a meter that does not come back is waited for once in a while, and what it said before counts", async () => {
  const { provider, troubles, attached } = ends(() => ({ meter: Effect.never }))
  await until(() => attached.length > 0)
  const began = performance.now()
  const uses = [await passing(provider.use()), await passing(provider.use())]
  expect(performance.now() - began).toBeLessThan(2 * Patience.meterMs)
  expect(uses).toEqual([
    { seconds: 0, bytesUsed: 0 },
    { seconds: 0, bytesUsed: 0 },
  ])
  expect(troubles).toEqual([
    "the tunnel adapter null failed at meter: it has not come back for 2 seconds",
  ])
  await passing(provider.dispose())
})

it.each<[string, (conduit: Conduit.Conduit) => Promise<void>]>([
  ["ungate", async (conduit) => conduit.ungate(() => ({ bytes: 1n, millis: 1 }))],
  ["gate", async (conduit) => conduit.gate()],
  ["substitute", (conduit) => conduit.substitute("203.0.113.8" as Ip.Ip)],
])(
  "a %s that does not come back, or fails, is told, and holds up nothing for ever",
  async (step, act) => {
    for (const [effect, reason] of [
      [
        Effect.never,
        `the tunnel adapter null failed at ${step}: it has not come back for 10 seconds`,
      ],
      [Effect.fail(refused), refused.message],
    ] as const) {
      const broken = step === "gate" ? { gate: effect } : { [step]: () => effect }
      const { provider, troubles, attached } = ends(() => broken)
      await until(() => attached.length > 0)
      await passing(act(provider))
      await until(() => troubles.length > 0)
      expect(new Set(troubles)).toEqual(new Set([reason]))
      await passing(provider.dispose())
    }
  },
)

it("a session that cannot be cleared away ends all the same, and its owner hears of it", async () => {
  const { provider, troubles, attached } = ends(
    () => ({}),
    (made) => (of, policy) =>
      Effect.andThen(
        Effect.addFinalizer(() => Effect.never),
        made.offer(of, policy),
      ),
  )
  await until(() => attached.length > 0)
  await passing(provider.dispose())
  expect(troubles).toContain(
    "the tunnel adapter null failed at close: it has not come back for 30 seconds",
  )
})

it("an offer that does not come back is made again", async () => {
  let offers = 0
  const { provider, troubles, attached } = ends(
    () => ({}),
    (made) => (of, policy) => (offers++ === 0 ? Effect.never : made.offer(of, policy)),
  )
  await until(() => attached.length > 0)
  expect(troubles).toEqual([
    "the tunnel adapter null failed at offer: it has not come back for 30 seconds",
  ])
  await passing(provider.dispose())
})

it("an adapter that does not say whether it can run cannot", async () => {
  const probing = Effect.runPromise(
    Effect.flip(Adapter.ready({ ...Null.make(), probe: Effect.never })),
  )
  expect((await passing(probing)).message).toMatch(
    /^the tunnel adapter null cannot run here: it has not come back for 30 seconds/,
  )
})

const late = (step: string, seconds: number): string =>
  `the tunnel adapter null failed at ${step}: it has not come back for ${seconds} seconds`

it("an echo that an adapter does not come back from has not answered", async () => {
  const made = Null.make()
  const adapter = Patience.of({
    ...made,
    seenAs: () => Effect.never,
    connect: (of, offer) =>
      Effect.map(made.connect(of, offer), (session) => ({
        ...session,
        verifyExit: () => Effect.never,
      })),
  })
  const seen = Effect.runPromise(Effect.flip(adapter.seenAs(lease.address, "http://echo")))
  expect((await passing(seen)).message).toBe(late("seenAs", 30))
  const verifying = Effect.gen(function* () {
    const offer = yield* adapter.offer(lease, ExitPolicy.standard)
    const accept = yield* adapter.accept(lease, offer)
    yield* Effect.forkScoped(adapter.serve(lease, accept))
    const session = yield* adapter.connect(lease, offer)
    return yield* Effect.flip(session.verifyExit("http://echo"))
  })
  const verified = Effect.runPromise(Effect.scoped(verifying))
  expect((await passing(verified)).message).toBe(late("verifyExit", 30))
})

it("IPSX-TUN-006 what an adapter does not clear up keeps a party from starting, and it says so", async () => {
  const directory = mkdtempSync(join(tmpdir(), "ipsx-silent-"))
  const options = {
    ...Lone.make().agent.options,
    blockSeconds: 1,
    chain: "http://127.0.0.1:9",
    relay: "http://127.0.0.1:9",
    journal: join(directory, "journal"),
    adapter: { ...Null.make(), reconcile: () => Effect.never },
  }
  const starting = Effect.runPromise(Effect.scoped(Effect.flip(Agent.start(options))))
  expect((await passing(starting)).message).toBe(late("reconcile", 30))
  rmSync(directory, { recursive: true, force: true })
})
