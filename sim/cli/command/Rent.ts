// `ipsx rent`: rents an address and holds it until the lease is over.
import { createInterface } from "node:readline"
import * as Deferred from "effect/Deferred"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import type * as Adapter from "../../../src/live/Adapter.ts"
import type { Ipsx, Lease } from "../../../src/live/Ipsx.ts"
import * as Address from "../../../src/model/Address.ts"
import * as Deal from "../../../src/model/Deal.ts"
import * as Id from "../../../src/model/Id.ts"
import * as Time from "../../../src/model/Time.ts"
import * as Wish from "../../../src/live/Wish.ts"
import * as Command from "../Command.ts"
import * as Live from "../Live.ts"
import type { Terminal } from "../Terminal.ts"

const help = `ipsx rent FILTERS… --key FILE --relay URL --chain URL [--data DIR] [--tunnel T] [--echo URL] [--listen HOST]
          [--fee-cap G] [--control]
ipsx rent --resume --key FILE --relay URL --chain URL [--data DIR]
ipsx rent --settle --key FILE --relay URL --chain URL [--data DIR]

Rents an address and says, as lines of JSON on standard output, how to use it and what happens, until the lease is
over; Ctrl-C ends the lease and pays for what was used. The password of the key comes in the environment variable
${Live.passwordVariable}.

FILTERS, word=value; seconds and limit are needed, lists are separated by commas:

  seconds=60            how long
  limit=2               the most that an address may cost, in whole tokens, without commission
  addresses=2           so many neighbours in one deal, each with a tunnel of its own (default: 1)
  country=DE,FR         ISO 3166-1
  kind=residential      residential, mobile, datacentre
  version=4             4 or 6
  protocol=https        http, https, smtp, socks5, vpn, tcp, udp, icmp
  scope=browsing        browsing, privacy, streaming, gaming, mining, seo, testing, security, mail, vpn, research, other
  bytes=1000000         what is expected to be used, for prices per byte
  bandwidth=1000        kbit/s, at least
  quality=990           thousandths of availability, at least
  provider=0x…          only these
  patience=60           seconds to wait for an offer

  --resume              rent nothing new: go on with what an earlier run, that was killed, has left in DIR, also with
                        a request that no offer had met yet; without it, such a request is taken back
  --settle              rent nothing: end the reservations that short leases have left in DIR, where the relay has such, and
                        see them settled; they stand for the next lease with the same DIR until then, or their time is over
  --data DIR            where the journal is kept (default: ipsx-rent)
  --tunnel T            embedded (default), a local proxy for programs; or wireguard, a network namespace for
                        them, as root or in a user namespace: the offer that fits has the same
  --listen HOST         listen at this address of the machine, for providers behind routers, which dial
  --echo URL            an http page that answers with the address it sees: asked through the tunnel, instead of the
                        one that the provider names, whether the address is the rented one
  --fee-cap G           gwei that one gas may cost, at most (default: 500): what the chain does not take is offered more for,
                        up to that
  --control             take the words leave, pause, resume, withhold, pay from standard input, one a line; withhold
                        keeps back the vouchers, as a requester does that does not pay, and pay sends them again
`

const tunnels = ["embedded", "wireguard"] as const satisfies ReadonlyArray<Adapter.Requesting>

interface Rent {
  /** Undefined to resume, or to settle. */
  readonly wish: Wish.Wish | undefined
  readonly settle: boolean
  readonly key: string
  readonly relay: string
  readonly chain: string
  readonly data: string
  readonly tunnel: Adapter.Requesting
  readonly echo: string | undefined
  readonly listen: string | undefined
  readonly control: boolean
  /** Gwei; undefined for what is usual. */
  readonly feeCap: number | undefined
}

const options = {
  key: { type: "string" },
  relay: { type: "string" },
  chain: { type: "string" },
  data: { type: "string" },
  tunnel: { type: "string" },
  echo: { type: "string" },
  listen: { type: "string" },
  control: { type: "boolean" },
  "fee-cap": { type: "string" },
  resume: { type: "boolean" },
  settle: { type: "boolean" },
} as const

const nobody = { owner: Address.zero, id: Id.zero, nonce: 0, now: Time.seconds(0) }

const read = (args: ReadonlyArray<string>): Command.Read<Rent> =>
  Result.flatMap(Command.split("rent", args, options), (parsed): Command.Read<Rent> => {
    const { values, positionals } = parsed
    const { key, relay, chain, data = "ipsx-rent", control = false } = values
    const lacking = Live.lacking({ key, relay, chain })
    if (lacking !== undefined) return Command.bad(lacking, "rent")
    const { tunnel: named = "embedded" } = values
    const tunnel = tunnels.find((name) => name === named)
    if (tunnel === undefined)
      return Command.bad(`--tunnel: expected ${tunnels.join(" or ")}, got "${named}"`, "rent")
    if (values.echo !== undefined && !/^http:\/\/\S+$/.test(values.echo))
      return Command.bad(`--echo: expected an http URL, got "${values.echo}"`, "rent")
    const settle = values.settle === true
    const goesOn = values.resume === true || settle
    if (goesOn && positionals.length > 0) {
      const word = settle ? "--settle" : "--resume"
      return Command.bad(`${word}: expected no filter with it, got ${positionals[0]}`, "rent")
    }
    const wish = goesOn ? undefined : Wish.parse(positionals)
    if (wish !== undefined && Result.isFailure(wish))
      return Command.bad(wish.failure.message, "rent")
    // What no market could serve is found out before one is asked.
    const request = wish === undefined ? undefined : Wish.request(wish.success, nobody)
    if (request !== undefined && Result.isFailure(request))
      return Command.bad(request.failure.message, "rent")
    const feeCap = Live.feeCap(values["fee-cap"])
    if (Result.isFailure(feeCap)) return Command.bad(feeCap.failure, "rent")
    return Result.succeed({
      wish: wish?.success,
      settle,
      key: key!,
      relay: relay!,
      chain: chain!,
      data,
      tunnel,
      echo: values.echo,
      listen: values.listen,
      control,
      feeCap: feeCap.success,
    })
  })

const run = (terminal: Terminal, given: Rent): Promise<number> =>
  Live.run(
    terminal,
    Effect.gen(function* () {
      const [Ipsx, Adapter] = yield* Effect.promise(() =>
        Promise.all([import("../../../src/live/Ipsx.ts"), import("../../../src/live/Adapter.ts")]),
      )
      const password = Live.password()
      if (password === undefined)
        return yield* Effect.fail({
          message: `${Live.passwordVariable}: expected the password of ${given.key}`,
        })
      const listen = given.listen === undefined ? undefined : { host: given.listen }
      let withheld = false
      let isTold = false
      let agent: Ipsx["agent"] | undefined
      // Where neither side takes connections, waiting does not help, and the requester is the one who can.
      const unreachable = (id: Id.Id): void => {
        const party = agent?.parties.get(id)
        if (isTold || party === undefined || party.partner !== null) return
        if (agent?.endpoint !== null) return
        isTold = true
        terminal.error(
          "ipsx: the provider takes no connections, as behind a router, and neither does this program: --listen HOST, an address at which the provider can reach it\n",
        )
      }
      const attempt = <A>(task: (signal: AbortSignal) => Promise<A>) =>
        Effect.tryPromise({ try: task, catch: (cause) => cause as Error })
      const ipsx = yield* Effect.acquireRelease(
        attempt(() =>
          Ipsx.connect({
            key: { keystore: given.key, password },
            relay: given.relay,
            chain: given.chain,
            data: given.data,
            adapter: Adapter.requester(given.tunnel, listen),
            ...(listen === undefined ? {} : { listen: { ...listen, port: 0 } }),
            lent: { echo: given.echo },
            resume: given.wish === undefined && !given.settle,
            ...(given.feeCap === undefined ? {} : { feeCap: given.feeCap }),
            heard: (event) => {
              terminal.out(Live.line(event))
              if (event._tag === "Silent") unreachable(event.id)
            },
            act: (intents) =>
              withheld
                ? intents.filter((i) => i._tag !== "Send" || i.message._tag !== "Voucher")
                : intents,
          }),
        ),
        (ipsx) => Effect.promise(ipsx.close),
      )
      agent = ipsx.agent
      const broken = Deferred.await(agent.broken)
      const using = Effect.gen(function* () {
        const { wish } = given
        if (given.settle) return yield* attempt(ipsx.settle)
        if (wish === undefined) return yield* attempt(() => goOn(terminal, ipsx))
        // A deal that came to no lease may be open on the chain, with the limit reserved in it: it is seen to its end.
        const seeOff = Effect.suspend(() => {
          for (const { id } of passing(ipsx)) terminal.out(Live.line({ _tag: "SeeingOff", id }))
          return attempt(() => untilOver(ipsx))
        })
        const renting = attempt((signal) => ipsx.rent(wish, { signal }))
        const lease = yield* Effect.acquireRelease(
          renting.pipe(
            Effect.tapError(() => seeOff),
            // Stopped while a deal is set up: that one, too, is ended, and not left with the limit reserved in it.
            Effect.onInterrupt(() =>
              Effect.raceFirst(dropping(terminal, ipsx), Effect.ignore(broken)),
            ),
          ),
          // Whoever stops the program has its lease ended and paid, if the chain is there.
          (lease) => Effect.raceFirst(ending(terminal, lease), Effect.ignore(broken)),
          { interruptible: true },
        )
        terminal.out(rented(lease))
        if (given.control)
          control({
            leave: () => void lease.end(),
            pause: lease.pause,
            resume: lease.resume,
            withhold: () => void (withheld = true),
            pay: () => void (withheld = false),
          })
        const ended = yield* attempt(() => lease.ended)
        terminal.out(Live.line({ _tag: "Ended", id: lease.id, ...ended }))
        return undefined
      })
      return yield* Effect.raceFirst(using, broken)
    }),
  )

const rented = ({ id, address, addresses, attachment, attachments }: Lease): string =>
  Live.line({ _tag: "Rented", id, address, addresses, attachment, attachments })

const endingMs = 20_000

/** Ends a lease and says so; a partner that is gone is not waited for longer, and its owner learns how it goes on. */
const ending = (terminal: Terminal, lease: Lease): Effect.Effect<void> =>
  Effect.promise(async () => {
    const isOver = (): true => true
    const over = lease.ended.then(isOver, isOver)
    if (await Promise.race([over, sleep(0).then(() => false)])) return
    terminal.out(Live.line({ _tag: "Ending", id: lease.id }))
    void lease.end()
    if (await Promise.race([over, sleep(endingMs).then(() => false)])) return
    terminal.error(unsettled(lease.id))
  })

/** A deal that nobody waits for any more: what of it is on the chain, or on its way there, is seen to its end for a while. */
const dropping = (terminal: Terminal, ipsx: Ipsx): Effect.Effect<void> =>
  Effect.promise(async () => {
    const held = () =>
      passing(ipsx).filter(
        ({ participant, submissions }) => participant.phase !== "None" || submissions.length > 0,
      )
    // One that both had just signed is submitted in this moment.
    await sleep(settlingMs)
    for (const { id } of held()) terminal.out(Live.line({ _tag: "SeeingOff", id }))
    for (let waited = 0; held().length > 0 && waited < endingMs; waited += settlingMs)
      await sleep(settlingMs)
    for (const { id } of held()) terminal.error(unsettled(id))
  })

const settlingMs = 500

const unsettled = (id: string): string =>
  `ipsx: the lease ${id} is not settled yet: start with --resume and the same --data to see it to its end\n`

/** What an earlier run has left: its leases say how they are used now, and are held until they are over. */
const goOn = async (terminal: Terminal, ipsx: Ipsx): Promise<void> => {
  await Promise.all(
    ipsx.resumed.map(async (found) => {
      const lease = await found.catch(() => undefined)
      if (lease === undefined) return
      terminal.out(rented(lease))
      terminal.out(Live.line({ _tag: "Ended", id: lease.id, ...(await lease.ended) }))
    }),
  )
  await untilOver(ipsx)
}

/** The deals that end with their lease: a reservation stands for the next one, until `--settle` or its own time ends it. */
const passing = ({ agent }: Ipsx) =>
  [...agent.parties.values()].filter(({ deal }) => !Deal.isReservation(deal))

/** Deals that are over leave the agent a moment later. */
const untilOver = async (ipsx: Ipsx): Promise<void> => {
  while (passing(ipsx).length > 0) await new Promise((resolve) => setTimeout(resolve, 100))
}

const sleep = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms).unref())

const control = (words: Readonly<Record<string, () => void>>): void => {
  const lines = createInterface({ input: process.stdin })
  lines.on("line", (word) => words[word.trim()]?.())
  process.stdin.unref?.()
}

export const command = Command.make({
  name: "rent",
  operands: "FILTERS…",
  about: "rent an address",
  help,
  read,
  run: ({ terminal }, given) => run(terminal, given),
})
