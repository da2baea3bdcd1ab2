// What must hold after a case: losses within their bounds (IPSX-PAY-007), nobody honest penalised (IPSX-AGR-046), the
// money conserved (IPSX-WAL-002), a partner that is gone noticed (IPSX-PCH-030, IPSX-TUN-041), no packet under the
// requester's own address (IPSX-TUN-012), and nothing left behind (IPSX-TUN-006).
import * as Schema from "effect/Schema"
import * as View from "../../src/chain/View.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Deal from "../../src/model/Deal.ts"
import type { Log } from "../../src/model/Log.ts"
import * as Terms from "../../src/model/Terms.ts"
import * as Case from "./Case.ts"
import * as Ground from "./Ground.ts"
import type { Blow, Ending } from "./Play.ts"
import * as Processes from "./Processes.ts"
import * as Scene from "./Scene.ts"

const decode = Schema.decodeUnknownSync(Deal.Deal)
export const dealOf = (json: unknown): Deal.Deal => decode(json)

type Facts = Record<string, string | number>
type Role = "provider" | "requester"
const roles = ["provider", "requester"] as const

/** The agreed heartbeat budget, and how much later the partner has to be noticed. */
const budgetMs = Ground.parameters.heartbeat * Ground.parameters.heartbeatMisses * 1000
const graceMs = 1000

/** How much a span that spans two processes may be longer where each of them waits for its turn. */
const waits = ({ pace }: Scene.Scene, from: number, to: number): number => 4 * pace.worst(from, to)

// Bytes come every 20 ms while the gate is open. A busy machine makes pauses of its own: what surely was service and
// what may have been.
const restMs = { surely: 250, perhaps: 1200 } as const

/** Milliseconds of service as the program saw it that used the tunnel. */
const served = (arrivals: ReadonlyArray<number>, rest: number): number =>
  arrivals.slice(1).reduce((sum, at, n) => {
    const gap = at - arrivals[n]!
    return gap < rest ? sum + gap : sum
  }, 0)

/** Milliseconds for which the provider's gate was open, as it has written down. */
const counted = (scene: Scene.Scene): number =>
  scene.journals.provider.entries.reduce(
    (most, { entry }) => Math.max(most, 1000 * Number(entry["seconds"] ?? 0)),
    0,
  )

/** From each moment at which the tunnel was there to the program's first byte. */
const startUp = ({ said, arrivals }: Scene.Scene): number =>
  said.requester
    .filter(({ _tag }) => _tag === "Attached")
    .reduce((sum, { at }) => {
      const first = arrivals.find((arrival) => arrival > at)
      return first === undefined ? sum : sum + first - at
    }, 0)

const isStruck = ({ one }: Scene.Scene, who: Role): boolean =>
  one.victim === who || one.victim === "parties"

const settled = (logs: ReadonlyArray<Log>) =>
  logs.find((log): log is Extract<Log, { _tag: "DealSettled" }> => log._tag === "DealSettled")

/** What the provider has in hand: it can claim it whenever there is a chain. */
const highestVoucher = (scene: Scene.Scene): bigint =>
  scene.journals.provider.entries.reduce((most, { entry }) => {
    const letter = entry["letter"] as
      | { _tag: string; voucher?: { cumulativeAmount: string } }
      | undefined
    if (entry._tag !== "Heard" || letter?._tag !== "Voucher") return most
    const amount = BigInt(letter.voucher!.cumulativeAmount)
    return amount > most ? amount : most
  }, 0n)

// What a meter of whole seconds and a program's own clock may differ by.
const slackMs = 1000

const money = (scene: Scene.Scene, { deal: found, logs }: Ending, facts: Facts): Array<string> => {
  if (found === undefined) return []
  const { deal } = found
  const end = settled(logs)
  const isOpened = logs.some(({ _tag }) => _tag === "DealOpened")
  if (!isOpened && scene.arrivals.length > 0 && scene.one.victim !== "chain")
    return ["traffic passed under a deal that the chain does not know"]
  if (!isOpened) return []
  const paid = end?.cumulative ?? highestVoucher(scene)
  const surely = served(scene.arrivals, restMs.surely)
  const gate = counted(scene)
  const [first = 0, last = 0] = [scene.arrivals[0], scene.arrivals.at(-1)]
  const rest = restMs.perhaps + waits(scene, first, last)
  const perhaps = Math.max(served(scene.arrivals, rest), gate)
  const worth = (ms: number): bigint =>
    Deal.price(deal, { seconds: Math.max(0, Math.floor(ms / 1000)), bytesUsed: 0 })
  const problems: Array<string> = []
  const losses = {
    provider: worth(surely - slackMs) - paid,
    requester: paid + (end?.penaltyRequester ?? 0n) - worth(perhaps + slackMs),
  }
  const once = Amount.maximum<bigint>(
    deal.setupPrice + Terms.intervalBound(deal),
    perhaps === 0 ? deal.noShowCharge : 0n,
  )
  const bounds = {
    provider: Terms.lagBound(deal) as bigint,
    // Who never comes back is in breach, and is charged what it had set aside at most.
    requester: isStruck(scene, "requester") && !Case.comesBack(scene.one) ? deal.cap : once,
  }
  Object.assign(facts, { served: Math.round(surely), gate, paid: Amount.format(paid) })
  // It may count what it let pass before it knew that nobody was there, and a program takes a moment to begin.
  const most = served(scene.arrivals, rest) + startUp(scene) + deal.maxLag * 1000 + slackMs
  if (scene.arrivals.length > 0 && gate > most && !/daemon/.test(scene.one.victim))
    problems.push(
      `the provider counted ${gate} ms, and ${Math.round(most)} ms are all that can have been`,
    )
  for (const who of roles) {
    facts[`${who}'s loss`] = Amount.format(losses[who] < 0n ? 0n : losses[who])
    if (losses[who] > bounds[who])
      problems.push(
        `IPSX-PAY-007: the ${who} lost ${Amount.format(losses[who])}, the bound is ${Amount.format(bounds[who])}; ${Math.round(surely)} ms served, ${gate} ms counted, ${Amount.format(paid)} paid`,
      )
  }
  const penalties = { provider: end?.penaltyProvider ?? 0n, requester: end?.penaltyRequester ?? 0n }
  for (const who of roles)
    if (penalties[who] > 0n && !isStruck(scene, who) && penalties[who] > deal.noShowCharge)
      problems.push(
        `IPSX-AGR-046: the ${who} did nothing wrong and pays ${Amount.format(penalties[who])}`,
      )
  return problems
}

/** Both wallets and the platform have together what the two began with (IPSX-WAL-002). */
const wallets = async (scene: Scene.Scene, ending: Ending): Promise<Array<string>> => {
  const { chain, purses, one } = scene
  if (one.victim === "chain" && !Case.comesBack(one)) return []
  const owners = [purses.provider.address, purses.requester.address]
  const { method, params } = View.walletsCall(chain.place.centralizer, owners)
  const read = View.wallets(owners, await chain.rpc.call(method, params))
  const problems: Array<string> = []
  const end = settled(ending.logs)
  const isOpened = ending.logs.some(({ _tag }) => _tag === "DealOpened")
  for (const [at, { reserved }] of read.entries())
    if (reserved !== 0n && (end !== undefined || !isOpened))
      problems.push(`the ${roles[at]} still has ${Amount.format(reserved)} reserved`)
  const sum = read.reduce((total, { balance, reserved }) => total + balance + reserved, 0n)
  const began = 2n * Ground.funds
  // The commission is the platform's, and of a penalty or a stake the part that nobody gets; nothing else leaves the two.
  const { minCommission, challengeStake } = Ground.parameters
  const penalties = (end?.penaltyProvider ?? 0n) + (end?.penaltyRequester ?? 0n)
  const most = (end?.cumulative ?? 0n) / 10n + 2n * minCommission + penalties + challengeStake
  if (sum > began || sum < began - most)
    problems.push(`the two wallets have ${Amount.format(sum)} of ${Amount.format(began)} together`)
  return problems
}

/** Somebody who is gone for longer than the budget is noticed by the partner. */
const notice = (scene: Scene.Scene, { at, backAt }: Blow, facts: Facts): Array<string> => {
  const { one, said, journals } = scene
  if (one.victim !== "provider" && one.victim !== "requester") return []
  const other = one.victim === "provider" ? "requester" : "provider"
  const began = journals[other].entries.find(({ entry }) => entry._tag === "Began")?.at
  // Who was back before there was a deal was not missed.
  const downMs = (backAt ?? Infinity) - Math.max(at, began ?? at)
  if (downMs < budgetMs + graceMs) return []
  const over = said[other].find(({ _tag }) => _tag === "Over")?.at
  if (began === undefined || (over !== undefined && over < at + budgetMs + graceMs)) return []
  const from = Math.max(at, began)
  const silent = said[other].find((s) => s._tag === "Silent" && s.at > from)?.at
  if (silent === undefined) return [`IPSX-PCH-030: the ${other} never noticed`]
  facts["noticed after ms"] = Math.round(silent - from)
  return silent - from <= budgetMs + graceMs + waits(scene, from, silent)
    ? []
    : [`IPSX-PCH-030: the ${other} noticed after ${Math.round(silent - from)} ms`]
}

/** A daemon that carries nothing any more is noticed by one of the ends. */
const noticeDaemon = (scene: Scene.Scene, { at, backAt }: Blow, facts: Facts): Array<string> => {
  const { one, said } = scene
  if (!/daemon/.test(one.victim)) return []
  // Who is killed is not started again by us; who is stopped may be back before it is missed.
  const downMs =
    one.fault === "restart" && one.adapter === "wireguard" ? Infinity : (backAt ?? Infinity) - at
  if (downMs < budgetMs + graceMs) return []
  const up = said.requester.find(({ _tag }) => _tag === "Attached")?.at
  const over = [...said.provider, ...said.requester].find(({ _tag }) => _tag === "Over")?.at
  if (up === undefined || up > at || (over !== undefined && over < at + budgetMs + graceMs))
    return []
  // Who has ended the lease by then says nothing of a tunnel that went down at the same moment.
  const ended = [...said.requester, ...said.provider].find(
    (s) =>
      s._tag === "Moved" &&
      s.at < at + budgetMs + graceMs &&
      (s["status"] === "Settled" || s["status"] === "Closing"),
  )
  if (ended !== undefined) return []
  const seen = [...said.provider, ...said.requester]
    .filter((s) => s._tag === "Trouble" && s.at > at && /tunnel is down/.test(String(s["message"])))
    .map((s) => s.at)
  if (seen.length === 0) return ["IPSX-TUN-041: nobody noticed that the tunnel's daemon was gone"]
  const after = Math.min(...seen) - at
  facts["noticed after ms"] = Math.round(after)
  return after <= budgetMs + graceMs + waits(scene, at, at + after)
    ? []
    : [`IPSX-TUN-041: noticed after ${Math.round(after)} ms`]
}

/** Whoever was away for so short that nobody need notice, or carries no message of the deal, disturbs nothing. */
const goesOn = ({ one }: Scene.Scene, { at, backAt }: Blow, ending: Ending): Array<string> => {
  const isShort = backAt !== undefined && backAt - at < budgetMs - 1000
  if (!isShort || one.fault !== "thaw" || one.victim === "chain") return []
  return settled(ending.logs) === undefined ? ["the lease did not go on after a moment's rest"] : []
}

const failed = ({ said }: Scene.Scene): Array<string> =>
  roles.flatMap((who) =>
    said[who]
      .filter(({ _tag }) => _tag === "Failed")
      .map((s) => `the ${who} has a mistake: ${String(s["reason"]).slice(0, 600)}`),
  )

export const judge = async (
  scene: Scene.Scene,
  blow: Blow,
  ending: Ending,
  facts: Facts,
): Promise<ReadonlyArray<string>> => [
  ...failed(scene),
  ...money(scene, ending, facts),
  ...(await wallets(scene, ending)),
  ...notice(scene, blow, facts),
  ...noticeDaemon(scene, blow, facts),
  ...goesOn(scene, blow, ending),
]

const addressesOf = ({ one, address }: Scene.Scene): ReadonlyArray<string> =>
  one.adapter === "null" ? [] : [address]

/** After everybody has gone, and has been reconciled: nothing is left, and nobody came by another way. */
export const left = async (scene: Scene.Scene, facts: Facts): Promise<ReadonlyArray<string>> => {
  const removed = [...(await scene.reconcile("provider")), ...(await scene.reconcile("requester"))]
  if (removed.length > 0) facts["reconciled"] = removed.join(", ")
  const strangers = scene.visitors.filter((from) => !addressesOf(scene).includes(from))
  const still = [
    ...Processes.marked(scene.mark).map((one) => `process ${one}`),
    ...(await Scene.residue(scene)),
  ]
  return [
    ...new Set(strangers.map((from) => `IPSX-TUN-012: the target saw ${from}`)),
    ...still.map((one) => `IPSX-TUN-006: left behind: ${one}`),
  ]
}
