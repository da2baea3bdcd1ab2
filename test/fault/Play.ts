// Plays a case: a whole lease between processes, one of which is struck at one step, and everything that must hold
// afterwards (Judge.ts).
import { mkdirSync, rmSync } from "node:fs"
import { join } from "node:path"
import * as Follower from "../../src/chain/Follower.ts"
import type { Deal } from "../../src/model/Deal.ts"
import type { Id } from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"
import * as Actor from "./Actor.ts"
import * as Case from "./Case.ts"
import * as Ground from "./Ground.ts"
import * as Judge from "./Judge.ts"
import * as Processes from "./Processes.ts"
import * as Scene from "./Scene.ts"
import * as Step from "./Step.ts"

/** What cases share; its wallets are used up, two by a case. */
export interface Shared {
  readonly directory: string
  readonly chain: Ground.Chain
  readonly relay: Ground.Relay
  readonly purses: Array<Ground.Purse>
}

export interface Outcome {
  readonly one: Case.Case
  readonly problems: ReadonlyArray<string>
  /** What was measured: notice in ms, losses in base units. */
  readonly facts: Readonly<Record<string, string | number>>
  readonly seconds: number
}

export const share = async (directory: string, cases: number): Promise<Shared> => {
  const purses = Array.from({ length: 2 * cases }, Ground.purse)
  const chain = await Ground.chain(directory, purses, (pid) => Processes.children(pid, "anvil")[0])
  const relay = await Ground.relay(directory, chain, Ground.environment(directory))
  return { directory, chain, relay, purses }
}

export const unshare = async ({ relay, chain }: Shared): Promise<void> => {
  await relay.close()
  await chain.close()
}

export interface Blow {
  /** Moments of this process's clock; undefined where it did not happen. */
  readonly at: number
  readonly backAt: number | undefined
}

const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const reachMs = 45_000
const neverReached = /^the step "\w+" was never reached$/

/** Nobody was struck: on a machine so busy that the deal lapsed before. That says nothing, and is played again. */
export const isMissed = ({ problems }: Outcome): boolean =>
  problems.some((problem) => neverReached.test(problem))

const traces = ({ journals, said }: Scene.Scene): Step.Traces => ({
  provider: journals.provider.entries,
  requester: journals.requester.entries,
  providerSaid: said.provider,
  requesterSaid: said.requester,
})

/** Strikes at the step, and brings back what is to come back. */
const strike = async (scene: Scene.Scene): Promise<Blow | string> => {
  const { one } = scene
  const ofProvider = one.victim === "provider"
  const reached = await Actor.until(
    () => Step.isReached(one.step, traces(scene), ofProvider),
    reachMs,
  )
  if (reached === undefined) return `the step "${one.step}" was never reached`
  await sleep(one.afterMs)
  const pids = await Actor.until(() => {
    const found = Scene.victims(scene)
    return found.length > 0 ? found : undefined
  }, 8000)
  if (pids === undefined) {
    // A daemon ends with its tunnel, which is closed before the deal is settled.
    const isOver = one.step === "closing" || one.step === "settling"
    if (!isOver) return `there was no ${one.victim} to strike`
    const at = performance.now()
    return { at, backAt: at }
  }
  const signal = one.fault === "kill" || one.fault === "restart" ? "SIGKILL" : "SIGSTOP"
  const hit = (name: NodeJS.Signals): void => {
    for (const pid of pids)
      try {
        process.kill(pid, name)
      } catch {
        // It has ended meanwhile, by its own will.
      }
  }
  hit(signal)
  const at = performance.now()
  if (!Case.comesBack(one)) return { at, backAt: undefined }
  await sleep(one.downMs)
  if (one.fault === "thaw") hit("SIGCONT")
  else await restart(scene)
  return { at, backAt: performance.now() }
}

const restart = async (scene: Scene.Scene): Promise<void> => {
  switch (scene.one.victim) {
    case "relay":
      return scene.relay.again()
    case "chain":
      return scene.chain.again()
    case "parties":
    case "requester":
      return scene.enter("requester", true)
    case "provider":
      return scene.enter("provider")
    case "provider's daemon":
      // An adapter brings its own daemon back; the proxy is its owner's.
      return scene.one.adapter === "external-proxy" ? scene.enterProxy() : undefined
    case "requester's daemon":
      return undefined
  }
}

const struckForGood = ({ one }: Scene.Scene, who: "provider" | "requester"): boolean =>
  !Case.comesBack(one) && (one.victim === who || one.victim === "parties")

/** What the owner of the requester wants: it stops paying, pays again, leaves. */
const direct = async (scene: Scene.Scene, blow: Promise<unknown>): Promise<void> => {
  const { one, actors } = scene
  const tell = (word: string): void => actors.requester?.tell(word)
  const isUp = (): boolean => Step.isReached("up", traces(scene), false)
  if (one.step === "closing" || one.step === "settling") {
    if ((await Actor.until(isUp, reachMs)) === undefined) return
    await sleep(2500)
    return tell("leave")
  }
  if (one.step === "lagging") {
    if ((await Actor.until(isUp, reachMs)) === undefined) return
    await sleep(1500)
    tell("withhold")
    await blow
    await sleep(2000)
    tell("pay")
  }
  await blow
  await Actor.until(isUp, 10_000)
  await sleep(3000)
  if (one.leaves) tell("leave")
}

export interface Ending {
  readonly deal: { readonly id: Id; readonly deal: Deal } | undefined
  readonly logs: ReadonlyArray<Log>
}

const patienceMs = 160_000

/** Follows the chain until the deal is over for it and for everybody who is there. */
const ending = async (
  scene: Scene.Scene,
  blow: Promise<Blow | string>,
): Promise<Ending | string> => {
  const { one, chain, said } = scene
  const logs: Array<Log> = []
  let after = Number(await chain.rpc.call("eth_blockNumber", []))
  let struck: Blow | string | undefined
  void blow.then((known) => (struck = known))
  const began = (): Ending["deal"] => {
    const { provider, requester } = scene.journals
    const found = [...requester.entries, ...provider.entries].find((e) => e.entry._tag === "Began")
    if (found === undefined) return undefined
    const { id, deal } = found.entry as unknown as { id: Id; deal: Record<string, unknown> }
    return { id, deal: Judge.dealOf(deal) }
  }
  const options = {
    rpc: chain.rpc,
    centralizer: chain.place.centralizer,
    after: 0,
    finality: 0,
    pollMs: 0,
    take: async () => {},
    trouble: () => {},
  }
  const look = async (): Promise<void> => {
    try {
      const blocks = await Follower.next(options, after)
      const deal = began()
      for (const block of blocks)
        logs.push(...block.logs.filter((log) => "id" in log && log.id === deal?.id))
      // A chain that was killed may have forgotten its last seconds.
      if (blocks.length > 0) after = blocks.at(-1)!.number
    } catch {
      // It is the one that was struck.
    }
  }
  const isSettled = (): boolean => logs.some(({ _tag }) => _tag === "DealSettled")
  const isOverFor = (who: "provider" | "requester", id: Id): boolean =>
    struckForGood(scene, who) || said[who].some((s) => s._tag === "Over" && s["id"] === id)
  const end = performance.now() + patienceMs
  let settledAt: number | undefined
  for (;;) {
    await sleep(300)
    if (typeof struck === "string") return struck
    if (performance.now() > end) return `it is not over after ${patienceMs / 1000} s`
    if (one.victim !== "chain" || struck === undefined || struck.backAt !== undefined) await look()
    if (struck === undefined) continue
    const deal = began()
    const now = Date.now() / 1000
    const isChainGone = one.victim === "chain" && !Case.comesBack(one)
    if (deal === undefined) {
      if (performance.now() - struck.at > 18_000) return { deal, logs }
    } else if (one.victim === "parties" && !Case.comesBack(one)) {
      // Nobody is left to end it.
      if (performance.now() - struck.at > 5000) return { deal, logs }
    } else if (isChainGone) {
      if (now > deal.deal.end + 4) return { deal, logs }
    } else if (isSettled()) {
      settledAt ??= performance.now()
      const isOver = isOverFor("provider", deal.id) && isOverFor("requester", deal.id)
      if (isOver) return { deal, logs }
      if (performance.now() - settledAt > 15_000)
        return "the deal is settled, and somebody does not know it"
    } else if (!logs.some(({ _tag }) => _tag === "DealOpened") && now > deal.deal.validUntil + 10)
      return { deal, logs }
  }
}

/** Ends what is still there, as an owner would. */
const dismiss = async (scene: Scene.Scene): Promise<ReadonlyArray<string>> => {
  const problems: Array<string> = []
  for (const [name, actor] of Object.entries(scene.actors)) {
    if (actor === undefined || actor.isGone()) continue
    const isFrozen =
      (scene.one.victim === name || (scene.one.victim === "parties" && name === "requester")) &&
      scene.one.fault === "freeze"
    if (name === "proxy" || isFrozen) actor.signal("SIGKILL")
    else {
      actor.signal("SIGTERM")
      await Promise.race([actor.gone, sleep(25_000)])
      if (!actor.isGone()) problems.push(`the ${name} does not end when it is told to`)
      actor.signal("SIGKILL")
    }
    await actor.gone
  }
  return problems
}

export const play = async (one: Case.Case, shared: Shared): Promise<Outcome> => {
  const began = performance.now()
  const directory = join(shared.directory, `case-${one.seed}`)
  const own = one.victim === "chain" || one.victim === "relay"
  const purses =
    own && one.victim === "chain" ? [Ground.purse(), Ground.purse()] : shared.purses.splice(0, 2)
  // What an earlier play of the same case has left is none of this one's.
  rmSync(directory, { recursive: true, force: true })
  mkdirSync(directory, { recursive: true })
  const environment = {
    ...Ground.environment(shared.directory),
    [Actor.mark]: `${process.pid}-${one.seed}`,
  }
  const chain =
    one.victim === "chain"
      ? await Ground.chain(directory, purses, (pid) => Processes.children(pid, "anvil")[0])
      : shared.chain
  const relay = own ? await Ground.relay(directory, chain, environment) : shared.relay
  const [provider, requester] = purses as [Ground.Purse, Ground.Purse]
  const scene = await Scene.set({ one, directory, chain, relay, purses: { provider, requester } })
  const problems: Array<string> = []
  const facts: Record<string, string | number> = {}
  const isEarly = one.victim === "provider" && one.step === "placed"
  try {
    if (one.adapter !== "null") scene.enter("provider")
    const blow = strike(scene)
    const offered = (): Actor.Said | undefined =>
      scene.said.provider.find(({ _tag }) => _tag === "Offering")
    if (isEarly) await blow
    // A provider that is struck for good at its first step has never offered anything.
    if (one.adapter !== "null" && !(isEarly && !Case.comesBack(one))) {
      if ((await Actor.until(offered, 30_000)) === undefined)
        throw new Error(`the provider does not offer: ${scene.actors.provider!.complaint()}`)
    }
    scene.enter("requester")
    const directing = direct(scene, blow)
    const ended = await ending(scene, blow)
    await Promise.race([directing, sleep(5000)])
    if (typeof ended === "string") problems.push(ended)
    else {
      const struck = (await blow) as Blow
      problems.push(...(await Judge.judge(scene, struck, ended, facts)))
    }
    problems.push(...(await dismiss(scene)))
    if (own) await relay.close()
    problems.push(...(await Judge.left(scene, facts)))
  } catch (cause) {
    problems.push((cause as Error).message)
  } finally {
    if (problems.length > 0) {
      const last = (who: "provider" | "requester"): string =>
        scene.said[who]
          .slice(-12)
          .map((s) => `${(s.at - began).toFixed(0)} ${JSON.stringify(s).slice(0, 260)}`)
          .join("\n    ")
      facts["provider said"] =
        `\n    ${last("provider")}\n    ${scene.actors.provider?.complaint() ?? ""}`
      facts["requester said"] =
        `\n    ${last("requester")}\n    ${scene.actors.requester?.complaint() ?? ""}`
    }
    await dismiss(scene)
    await scene.close()
    if (own) await relay.close()
    if (one.victim === "chain") await chain.close()
  }
  return { one, problems, facts, seconds: (performance.now() - began) / 1000 }
}
