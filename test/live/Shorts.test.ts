// Short leases between processes where the relay's policy has reservations: many of them on one channel, which the chain opens
// and settles once, also when a program is killed in the middle of one.
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Exit from "effect/Exit"
import * as Scope from "effect/Scope"
import { afterAll, beforeAll, describe, expect, it } from "vitest"
import * as Echo from "../../sim/demo/Echo.ts"
import * as Stage from "../../sim/demo/Stage.ts"
import * as Town from "../../sim/demo/Town.ts"
import * as Recorded from "../../sim/Recorded.ts"
import * as NativeCurve from "../../src/chain/NativeCurve.ts"
import type * as Event from "../../src/live/Event.ts"
import * as Ipsx from "../../src/live/Ipsx.ts"
import * as Journal from "../../src/live/Journal.ts"
import * as Keystore from "../../src/live/Keystore.ts"
import * as Party from "../../src/live/Party.ts"
import * as Proxy from "../../src/live/Proxy.ts"
import type * as Recording from "../../src/live/Recording.ts"
import * as Restart from "../../src/live/Restart.ts"
import * as ShortMeeting from "../../src/live/ShortMeeting.ts"
import * as Signer from "../../src/live/Signer.ts"
import type { Id } from "../../src/model/Id.ts"
import * as Ledger from "../../src/model/Ledger.ts"
import type { Letter } from "../../src/pair-channel/Letter.ts"
import * as Structure from "../../src/signature/Structure.ts"
import type { Attachment } from "../../src/tunnel/Tunnel.ts"
import * as Pace from "../pace.ts"
import * as Traces from "./Traces.ts"

let scope: Scope.Closeable
let town: Town.Town
let echo: Echo.Echo
let provider: Stage.Actor
let config: string
let settings: Ipsx.Ipsx["agent"]["settings"]

const inScope = <A, E>(effect: Effect.Effect<A, E, Scope.Scope>): Promise<A> =>
  Effect.runPromise(Effect.provideService(effect, Scope.Scope, scope))

// Leases that last until a killed program is there again, and partners that wait for it.
const rules = { ...Town.parameters, shortLeaseMax: 60, heartbeatMisses: 45 }
const curve = NativeCurve.fastest()

const provide = async (): Promise<void> => {
  const words = ["provider", config]
  provider = await inScope(Stage.enter("provider", words, { IPSX_PASSWORD: town.password }))
  await inScope(provider.hears("Offering", 60_000))
}

beforeAll(async () => {
  scope = await Effect.runPromise(Scope.make())
  town = await inScope(Town.build(undefined, ["killed", "twice", "patient"], rules, "61,600,20"))
  echo = await inScope(Echo.serve("127.9.9.5"))
  config = await inScope(
    Town.providerConfig(town, "127.16.0.1", echo, 2, undefined, { asks: false }),
  )
  await provide()
  await connected("killed", async ({ agent }) => void (settings = agent.settings))
})
afterAll(() => Effect.runPromise(Scope.close(scope, Exit.void)))

const url = () => `http://${echo.host}:${echo.port}/`
const keystore = (name: string) => join(town.directory, `${name}.json`)
const wish = { countries: ["DE"], limit: "7", protocols: ["http"] as const }

const connected = async (
  name: string,
  use: (ipsx: Ipsx.Ipsx, heard: Array<Event.Event>) => Promise<void>,
  more: Partial<Ipsx.Options> = {},
): Promise<void> => {
  const heard: Array<Event.Event> = []
  const ipsx = await Ipsx.connect({
    relay: town.url,
    chain: town.chain,
    data: join(town.directory, `data-${name}`),
    key: { keystore: keystore(name), password: town.password },
    heard: (event) => heard.push(event),
    ...more,
  })
  try {
    await use(ipsx, heard)
  } finally {
    await ipsx.close()
  }
}

const passes = async (attachment: Attachment, address: string): Promise<boolean> =>
  Proxy.get(attachment, url()).then(
    ({ body }) => body === address,
    () => false,
  )

/** What the chain says of the channels of one requester, in order. */
const channels = async (name: string) => {
  const logs = await Traces.chainLogs(town)
  const own = logs.filter(
    (log) => log._tag === "DealOpened" && log.requester === town.wallets[name],
  )
  const ids = new Set(own.map((log) => ("id" in log ? log.id : undefined)))
  return logs.filter((log) => "id" in log && ids.has(log.id))
}

const journalOf = (name: string): Promise<ReadonlyArray<Recording.Entry>> =>
  Effect.runPromise(Journal.read(join(town.directory, name, "journal")))

/** The highest voucher that was signed so far. */
const signedOf = (heard: ReadonlyArray<Event.Event>): bigint =>
  heard.reduce((most, event) => (event._tag === "Signed" ? event.cumulative : most), 0n)

const sum = (amounts: ReadonlyArray<bigint>): bigint => amounts.reduce((all, one) => all + one, 0n)

describe("short leases", () => {
  it("IPSX-AGR-070 IPSX-AGR-077 IPSX-SIM-050 of one pair carry, add up on one channel, and cost what the model says", async () => {
    const paid: Array<bigint> = []
    let id = "" as Id
    await connected(
      "requester",
      async (ipsx, heard) => {
        for (const seconds of [5, 5, 9]) {
          const lease = await ipsx.rent({ ...wish, seconds }, { account: "alice" })
          expect(lease.deal).toMatchObject({ seats: 1, end: lease.deal.start + seconds })
          expect(await passes(lease.attachment, lease.address)).toBe(true)
          paid.push((await lease.ended).paid)
        }
        // Two at once have a tunnel each, and are ended before their time.
        const both = await Promise.all(
          [20, 20].map((seconds) => ipsx.rent({ ...wish, seconds }, { account: "alice" })),
        )
        expect(new Set(both.map(({ address }) => address)).size).toBe(2)
        for (const lease of both) expect(await passes(lease.attachment, lease.address)).toBe(true)
        id = [...ipsx.agent.parties.keys()][0]!
        await lies(ipsx, heard, id)
        // Each has cost two seconds by then.
        await Pace.until(() => signedOf(heard) >= sum(paid) + 4n * both[0]!.deal.pricePerSecond)
        for (const lease of both) paid.push((await lease.end()).paid)
        const rows = ipsx.usage()
        expect(rows.map((row) => row.paid)).toEqual(paid)
        expect(new Set(rows.map(({ lease }) => lease)).size).toBe(paid.length)
        expect(ipsx.account("alice").spent).toBe(sum(paid))
        const nonces = heard.flatMap((e) => (e._tag === "ShortProposed" ? [e.short] : []))
        expect(nonces).toEqual(nonces.map((_, at) => at + 1))
        await ipsx.settle()
      },
      { caps: { alice: "40" } },
    )
    expect(paid.every((one) => one > 0n)).toBe(true)
    const logs = await channels("requester")
    expect(logs.map(({ _tag }) => _tag)).toEqual(["DealOpened", "VoucherPaid", "DealSettled"])
    expect(logs.at(-1)).toMatchObject({ id, cumulative: sum(paid) })
    const journals = {
      provider: await journalOf("provider"),
      requester: await journalOf("data-requester"),
    }
    const began = journals.requester.find((e) => e._tag === "Began" && e.id === id)
    const { deal } = began as Recording.Of<"Began">
    const separator = Structure.domain(curve, town.place)
    const context = Party.contextOf(curve, separator, { id, deal })
    const outcome = Recorded.play(journals, { id, settings, context, ledger: Traces.ledger(town) })
    expect(outcome.differences).toEqual([])
    expect(outcome.signed).toEqual({ provider: sum(paid), requester: sum(paid) })
    expect(outcome.logs).toEqual(logs)
    expect(await inScope(town.read)).toEqual(
      [town.wallets.provider, town.wallets.requester].map((w) => Ledger.wallet(outcome.ledger, w)),
    )
  })

  it("IPSX-AGR-071 IPSX-AGR-073 IPSX-PCH-012 leave nothing signed that a run after a kill, at any entry, would not know", async () => {
    const names = ["provider", "data-requester"] as const
    for (const [at, name] of names.entries()) {
      const entries = await journalOf(name)
      const whole = await replayed(name, entries)
      // What the other side has of it is the very same.
      const heard = (await journalOf(names[1 - at]!)).flatMap((entry) =>
        entry._tag === "Heard" ? [entry.letter] : [],
      )
      expect(heard.length).toBeGreaterThan(10)
      expect(whole.slice(0, heard.length)).toEqual(heard)
      for (let count = 1; count < entries.length; count += 7) {
        const letters = await replayed(name, entries.slice(0, count))
        expect(letters).toEqual(whole.slice(0, letters.length))
      }
    }
  })
})

it("IPSX-MAT-030 a short lease that a killed program had not noted as had is not had once more", async () => {
  const entries = await journalOf("data-requester")
  const noted = entries.flatMap(({ _tag }, at) => (_tag === "Took" ? [at] : []))
  expect(noted.length).toBe(5)
  const had = async (count: number) => [
    ...(await restarted("data-requester", entries.slice(0, count))).taken,
  ]
  for (const [n, at] of noted.entries()) {
    expect(await had(at + 1)).toEqual(await had(at))
    expect((await had(at)).map(([, seats]) => seats)).toEqual(Array(n + 1).fill(1))
  }
})

/** A relay that lies proposes a lease that runs once more (IPSX-MAT-030). */
const lies = async (ipsx: Ipsx.Ipsx, heard: ReadonlyArray<Event.Event>, id: Id): Promise<void> => {
  const party = ipsx.agent.parties.get(id)!
  const last = await journalOf("data-requester")
  const began = last.findLast((e) => e._tag === "ShortBegan") as Recording.Of<"ShortBegan">
  const nonce = party.lastShort + 1
  const short = { ...began.short, nonce }
  const { offer, request } = began
  const lie = { _tag: "ShortProposed", id, offer, request } as const
  ShortMeeting.proposed(ipsx.agent, { ...lie, short: { ...short, firstSeat: 7 } })
  expect(heard.at(-1)).toMatchObject({ message: expect.stringMatching(/not of its orders/) })
  ShortMeeting.proposed(ipsx.agent, { ...lie, short })
  const why = heard.findLast(({ _tag }) => _tag === "Objected")
  expect(why).toMatchObject({ reason: "more addresses than the request asked for" })
  const declined = () => heard.some((e) => e._tag === "ShortOver" && e.short === nonce && !e.opened)
  await Pace.until(declined)
}

/** What a party is when its journal is played again. */
const restarted = async (
  name: string,
  entries: ReadonlyArray<Recording.Entry>,
): Promise<Restart.Restarted> => {
  const role = name === "provider" ? "provider" : "requester"
  const key = await Effect.runPromise(Keystore.open(keystore(role), town.password))
  return Restart.play(entries, {
    settings,
    curve,
    separator: Structure.domain(curve, town.place),
    evidence: new Map(),
    signer: Signer.local(curve, key),
    act: undefined,
  })
}

/** What it has written of its reservation then: letters and their signatures. */
const replayed = async (
  name: string,
  entries: ReadonlyArray<Recording.Entry>,
): Promise<ReadonlyArray<Letter>> => {
  const { parties } = await restarted(name, entries)
  const [party] = parties.values()
  for (const { participant } of parties.values()) {
    const { books, open } = participant.shorts!
    const caps = open.values().map(({ deal }) => deal.cap)
    expect(books.spent + sum(caps)).toBeLessThanOrEqual(books.deal.cap)
  }
  return party?.correspondence.outgoing ?? []
}

describe("a short lease whose program is killed", () => {
  const seconds = 50

  it("IPSX-PCH-012 IPSX-AGR-077 goes on when its provider is there again, on the same channel, and so do those after it", async () => {
    const paid: Array<bigint> = []
    await connected("patient", async (ipsx, heard) => {
      const lease = await ipsx.rent({ ...wish, seconds })
      expect(await passes(lease.attachment, lease.address)).toBe(true)
      await Pace.until(() => signedOf(heard) > 0n)
      const killed = new Promise((gone) => provider.child.once("exit", gone))
      provider.child.kill("SIGKILL")
      await killed
      expect(await passes(lease.attachment, lease.address)).toBe(false)
      await provide()
      await Pace.until(() => passes(lease.attachment, lease.address), 40_000)
      paid.push((await lease.end()).paid)
      const next = await ipsx.rent({ ...wish, seconds })
      expect(await passes(next.attachment, next.address)).toBe(true)
      await Pace.until(() => signedOf(heard) > paid[0]!)
      paid.push((await next.end()).paid)
      await ipsx.settle()
    })
    const logs = await channels("patient")
    expect(logs.map(({ _tag }) => _tag)).toEqual(["DealOpened", "VoucherPaid", "DealSettled"])
    expect(logs.at(-1)).toMatchObject({ cumulative: sum(paid) })
  })

  it("IPSX-PCH-012 IPSX-AGR-071 IPSX-AGR-077 is there again with its requester, is paid once, and no nonce is signed twice", async () => {
    const { directory } = town
    const data = join(directory, "data-killed")
    const words = ["rent", "country=DE", `seconds=${seconds}`, "limit=7", "protocol=http"]
    const where = ["--key", keystore("killed"), "--relay", town.url, "--chain", town.chain]
    const rent = [...words, ...where, "--data", data]
    const password = { IPSX_PASSWORD: town.password }
    const first = await inScope(Stage.enter("killed", rent, password))
    const { id } = await inScope(first.hears("Rented", 60_000))
    await inScope(first.hears("Signed", 60_000))
    const killed = new Promise((gone) => first.child.once("exit", gone))
    first.child.kill("SIGKILL")
    await killed
    const paid: Array<bigint> = []
    await connected("killed", async (ipsx) => {
      const lease = await ipsx.resumed[0]!
      expect([ipsx.resumed.length, lease.id]).toEqual([1, id])
      await Pace.until(() => passes(lease.attachment, lease.address))
      paid.push((await lease.end()).paid)
    })
    // A program of its own for each lease, and the reservation stands from one to the next.
    const second = await inScope(Stage.enter("killed", [...rent, "--control"], password))
    await inScope(second.hears("Rented", 60_000))
    await inScope(second.hears("Signed", 60_000))
    second.tell("leave")
    paid.push(BigInt((await inScope(second.hears("Ended", 60_000)))["paid"] as string))
    expect(await inScope(second.dismiss)).toBe(0)
    const settle = ["rent", "--settle", ...where, "--data", data]
    const last = await inScope(Stage.enter("killed", settle, password))
    await inScope(last.hears("Over", 60_000))
    expect(await inScope(last.dismiss)).toBe(0)
    const logs = await channels("killed")
    expect(logs.map(({ _tag }) => _tag)).toEqual(["DealOpened", "VoucherPaid", "DealSettled"])
    expect(logs.at(-1)).toMatchObject({ cumulative: sum(paid) })
    const heard = (await journalOf("provider")).flatMap((entry) =>
      entry._tag === "Heard" && entry.letter._tag === "ShortDeal" ? [entry] : [],
    )
    const of = heard.filter((entry) => entry.id === ("id" in logs[0]! ? logs[0]!.id : undefined))
    const nonces = of.map(({ letter }) => letter._tag === "ShortDeal" && letter.shortDeal.nonce)
    expect(new Set(nonces).size).toBe(nonces.length)
  })
})
