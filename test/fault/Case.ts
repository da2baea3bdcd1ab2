// The cases of the fault matrix: who is struck, at which step of a deal, under which tunnel, and how. All of it is a
// function of the seed, and the first `all` seeds try every step with every victim of every adapter once.

/** Moments of a deal, in their order; how each is recognised is in Step.ts. */
export const steps = [
  "placed",
  "matched",
  "channel",
  "opening",
  "opened",
  "offered",
  "up",
  "metered",
  "vouchered",
  "stored",
  "lagging",
  "closing",
  "settling",
] as const
export type Step = (typeof steps)[number]

export type Adapter = "embedded" | "external-proxy" | "wireguard" | "null"

/**
 * `parties` are both in one process, as the null adapter needs it; a daemon is the program beside a party that carries
 * its traffic: wireguard-go at either end, or the proxy that a provider runs.
 */
export type Victim =
  | "requester"
  | "provider"
  | "parties"
  | "relay"
  | "chain"
  | "provider's daemon"
  | "requester's daemon"

/** Killed for good; killed and started again; stopped for good; stopped and continued. */
export const faults = ["kill", "restart", "freeze", "thaw"] as const
export type Fault = (typeof faults)[number]

export interface Case {
  readonly seed: number
  readonly adapter: Adapter
  readonly victim: Victim
  readonly step: Step
  readonly fault: Fault
  /** Milliseconds from the step to the blow, and from the blow to the restart or the thaw. */
  readonly afterMs: number
  readonly downMs: number
  /** Whether the requester ends its lease early, where the step does not say so already. */
  readonly leaves: boolean
}

const targets: ReadonlyArray<readonly [Adapter, Victim]> = [
  ["embedded", "requester"],
  ["wireguard", "provider"],
  ["external-proxy", "provider's daemon"],
  ["embedded", "provider"],
  ["wireguard", "provider's daemon"],
  ["embedded", "chain"],
  ["null", "parties"],
  ["wireguard", "requester"],
  ["embedded", "relay"],
  ["external-proxy", "requester"],
  ["wireguard", "requester's daemon"],
  ["external-proxy", "provider"],
  ["null", "chain"],
  ["wireguard", "relay"],
  ["external-proxy", "chain"],
  ["null", "relay"],
  ["wireguard", "chain"],
  ["external-proxy", "relay"],
]

export const all = steps.length * targets.length

/** Numbers from 0 to 1 that follow from the seed alone (splitmix32). */
const draws = (seed: number): (() => number) => {
  let state = seed | 0
  return () => {
    state = (state + 0x9e37_79b9) | 0
    let z = state ^ (state >>> 16)
    z = Math.imul(z, 0x21f0_aaad)
    z = Math.imul(z ^ (z >>> 15), 0x735a_2d97)
    return ((z ^ (z >>> 15)) >>> 0) / 2 ** 32
  }
}

/**
 * The case of a seed.
 *
 * @example
 * Case.describe(Case.of(17))
 */
export const of = (seed: number): Case => {
  const draw = draws(seed)
  // The two lengths have no common divisor: every pair comes once in `all` seeds.
  const step = steps[seed % steps.length]!
  const [adapter, victim] = targets[seed % targets.length]!
  const fault = faults[Math.floor(draw() * faults.length)]!
  const afterMs = Math.floor(draw() ** 2 * 300)
  // Half of them are back before anybody may call them silent.
  const downMs = draw() < 0.5 ? 300 + Math.floor(draw() * 1200) : 4500 + Math.floor(draw() * 1500)
  const leaves = draw() < 0.6
  return { seed, adapter, victim, step, fault, afterMs, downMs, leaves }
}

const verbs = { kill: "killed", restart: "killed", freeze: "stopped", thaw: "stopped" } as const

export const describe = ({ adapter, victim, step, fault, afterMs, downMs }: Case): string => {
  const back =
    fault === "restart"
      ? `, started again after ${downMs} ms`
      : fault === "thaw"
        ? `, continued after ${downMs} ms`
        : " for good"
  return `${adapter}: the ${victim} ${verbs[fault]} ${afterMs} ms after "${step}"${back}`
}

/** What plays a case again. */
export const replay = ({ seed }: Case): string => `node test/fault/main.ts ${seed}`

/** Whether what was struck is there again, by somebody who starts or continues it. */
export const comesBack = ({ fault }: Case): boolean => fault === "restart" || fault === "thaw"
