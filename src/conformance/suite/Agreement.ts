// Cases of the class agreement: every event in every state for whoever shows its registers, the W-method's sequences
// for whoever shows what comes of a deal only, timers, pauses and messages.
import * as Agreements from "../../agreement-fsm/Agreement.ts"
import * as Cover from "../../agreement-fsm/explore/Cover.ts"
import * as Identification from "../../agreement-fsm/explore/Identification.ts"
import * as Event from "../../agreement-fsm/Event.ts"
import type { Intent, Timer } from "../../agreement-fsm/Intent.ts"
import * as State from "../../agreement-fsm/State.ts"
import * as Table from "../../agreement-fsm/Table.ts"
import { dealStatuses, providerStatuses, requesterStatuses } from "../../model/Status.ts"
import { sha256 } from "@noble/hashes/sha2.js"
import { bytesToHex } from "@noble/hashes/utils.js"
import * as Result from "effect/Result"
import type { JsonObject } from "../Json.ts"
import type { Group, Question } from "../Vector.ts"
import * as Sets from "./Sets.ts"

const group = (
  name: string,
  about: string,
  why: string,
): Pick<Group, "class" | "group" | "about" | "why" | "roles"> => ({
  class: "agreement/1",
  group: `agreement/${name}`,
  about,
  why,
  roles: ["provider", "requester", "exchange"],
})

const decides: Readonly<Partial<Record<Event.Type, string>>> = {
  commit: "IPSX-AGR-020",
  acceptExpired: "IPSX-AGR-024",
  providerSilent: "IPSX-AGR-033",
  requesterSilent: "IPSX-AGR-033",
  lag: "IPSX-AGR-034",
  cleared: "IPSX-AGR-034",
  suspendExpired: "IPSX-AGR-055",
  end: "IPSX-AGR-032",
  notice: "IPSX-AGR-035",
  answered: "IPSX-AGR-051",
  convicted: "IPSX-AGR-052",
  lapsed: "IPSX-AGR-054",
  finalSettled: "IPSX-AGR-060",
  finalBreachP: "IPSX-AGR-060",
  finalBreachR: "IPSX-AGR-060",
  finalBreachBoth: "IPSX-AGR-060",
  "provider.dispute": "IPSX-AGR-063",
  "requester.dispute": "IPSX-AGR-063",
}

const isOwn = (type: Event.Type): boolean =>
  (Event.ownMoves as ReadonlyArray<string>).includes(type)

/** What an event in a state decides. */
const requirements = (state: State.State, type: Event.Type): ReadonlyArray<string> => {
  if (state.final) return ["IPSX-AGR-003", "IPSX-AGR-042"]
  const resumes = state.requester === "Paused" && type === "requester.activate"
  return [
    "IPSX-AGR-003",
    isOwn(type) ? "IPSX-AGR-010" : "IPSX-AGR-041",
    ...(resumes ? ["IPSX-AGR-034"] : []),
    ...(decides[type] === undefined ? [] : [decides[type]]),
  ]
}

const nameOf = ({ provider, requester, ...flags }: State.State): string => {
  const letters = [
    flags.providerDisputed ? "p" : "",
    flags.requesterDisputed ? "r" : "",
    flags.lagging ? "l" : "",
    flags.final ? "f" : "",
  ].join("")
  return `${provider}-${requester}${letters === "" ? "" : `.${letters}`}`
}

const states = Array.from(Table.states, State.unpack)
const asEvents = (sequence: ReadonlyArray<string>): ReadonlyArray<JsonObject> =>
  sequence.map((type) => ({ type }))

const cover: Group = {
  ...group(
    "cover",
    "Every event in every reachable state, by a shortest way to it",
    "Two partners whose machines differ in one cell believe two different things about one deal.",
  ),
  requirements: ["IPSX-AGR-003"],
  observe: "full",
  shared: true,
  cases: Cover.paths().flatMap((path, row) =>
    Event.types.map((type): Question => ({
      name: `${nameOf(states[row]!)}/${type}`,
      requirements: requirements(states[row]!, type),
      events: asEvents([...path, type]),
    })),
  ),
}

const w: Group = {
  ...group(
    "w",
    "Sequences that tell every two machines apart by what comes of a deal",
    "A register that nobody sees decides what the next message does.",
  ),
  requirements: ["IPSX-AGR-003", "IPSX-AGR-010", "IPSX-AGR-041"],
  observe: "external",
  shared: true,
  cases: Identification.suite(Identification.outcome).map((sequence): Question => ({
    name: bytesToHex(sha256(new TextEncoder().encode(sequence.join(" ")))).slice(0, 12),
    events: asEvents(sequence),
  })),
}

const status: Group = {
  ...group(
    "status",
    "The status of a deal as a function of two registers, on all hundred pairs",
    "The status decides what is served, metered and armed; a partner who sees another one serves or signs wrongly.",
  ),
  requirements: ["IPSX-AGR-001"],
  cases: providerStatuses.flatMap((provider) =>
    requesterStatuses.map((requester): Question => ({
      name: `${provider}-${requester}`,
      events: [{ type: "dealStatus", provider, requester }],
    })),
  ),
}

const numbers: Group = {
  ...group(
    "number",
    "The numbers of registers and statuses in signed messages",
    "A number that means something else to its reader is a move that nobody made.",
  ),
  requirements: ["IPSX-AGR-002"],
  cases: [
    ...providerStatuses.map((register) => ({
      name: `provider/${register}`,
      events: [{ type: "number", role: "provider", register }],
    })),
    ...requesterStatuses.map((register) => ({
      name: `requester/${register}`,
      events: [{ type: "number", role: "requester", register }],
    })),
    ...dealStatuses.map((deal) => ({
      name: `deal/${deal}`,
      events: [{ type: "dealNumber", deal }],
    })),
  ],
}

const rung: ReadonlyArray<Timer> = [
  "accept",
  "provision",
  "connect",
  "heartbeatProvider",
  "heartbeatRequester",
  "lag",
  "suspend",
  "end",
]

// How often a timer has been armed on the way to a state.
const armings = (path: Cover.Sequence): ReadonlyMap<Timer, number> => {
  const counts = new Map<Timer, number>()
  const note = (intents: ReadonlyArray<Intent>): void => {
    for (const intent of intents)
      if (intent._tag === "Arm") counts.set(intent.timer, (counts.get(intent.timer) ?? 0) + 1)
  }
  note(Agreements.initialIntents)
  let agreement = Agreements.start()
  for (const type of path) {
    const stepped = Agreements.step(agreement, { type })
    if (Result.isFailure(stepped)) continue
    agreement = stepped.success.agreement
    note(stepped.success.intents)
  }
  return counts
}

const ring = (timer: Timer, arming: number): JsonObject => ({ type: "ring", timer, arming })

const rings = (): ReadonlyArray<Question> =>
  Cover.paths().flatMap((path, row) => {
    const counts = armings(path)
    return rung.flatMap((timer) =>
      Array.from({ length: counts.get(timer) ?? 0 }, (_, at) => ({
        name: `${nameOf(states[row]!)}/${timer}.${at + 1}`,
        events: [...asEvents(path), ring(timer, at + 1)],
      })),
    )
  })

const active = ["commit", "provider.ready", "requester.activate"]

const again: ReadonlyArray<Question> = [
  {
    name: "again/earlier-pause",
    events: [
      ...asEvents([...active, "provider.pause", "provider.ready", "provider.pause"]),
      ring("suspend", 1),
      ring("suspend", 2),
    ],
  },
  {
    name: "again/earlier-pause-of-the-other",
    events: [
      ...asEvents([
        ...active,
        "requester.pause",
        "requester.activate",
        "provider.pause",
        "requester.pause",
      ]),
      ring("suspend", 1),
      ring("suspend", 2),
    ],
  },
  {
    name: "again/heartbeat-came",
    events: [
      ...asEvents(active),
      { type: "rearm", timer: "heartbeatProvider" },
      ring("heartbeatProvider", 1),
      ring("heartbeatProvider", 2),
    ],
  },
  {
    name: "again/bound-of-the-lag-moved",
    events: [
      ...asEvents(active),
      { type: "rearm", timer: "lag" },
      { type: "rearm", timer: "lag" },
      ring("lag", 1),
      ring("lag", 2),
      ring("lag", 3),
    ],
  },
  {
    name: "again/lag-of-an-earlier-activity",
    events: [
      ...asEvents([...active, "lag", "cleared", "requester.activate"]),
      ring("lag", 1),
      ring("lag", 2),
    ],
  },
  {
    name: "again/ring-twice",
    events: [...asEvents(active), ring("end", 1), ring("end", 1)],
  },
  {
    name: "again/sign-of-life-arms-nothing",
    events: [...asEvents([...active, "provider.pause", "provider.pause"]), ring("suspend", 1)],
  },
]

const timers: Group = {
  ...group(
    "timer",
    "Rings of each timer in each state, of its latest and of earlier armings",
    "A timer of an earlier pause that rings in a later one ends a deal that nobody has ended.",
  ),
  requirements: ["IPSX-AGR-030"],
  observe: "full",
  shared: true,
  cases: [...rings(), ...again],
}

const timed = (type: string, at: number): JsonObject => ({ type, at })

const paused = (name: string, events: ReadonlyArray<JsonObject>): Question => ({
  name,
  events: [
    timed("commit", 0),
    timed("provider.ready", 1),
    timed("requester.activate", 2),
    ...events,
  ],
})

const pauses: ReadonlyArray<Group> = Sets.each((set, suffix) => ({
  ...group(
    `pause${suffix}`,
    "The time that each side is paused, added up",
    "Who can pause for one second less than the budget, for ever, never has to serve or to pay.",
  ),
  requirements: ["IPSX-AGR-036"],
  params: { suspendBudget: set.suspendBudget! },
  cases: [
    paused("never", [timed("look", 100)]),
    paused("provider-once", [
      timed("provider.pause", 10),
      timed("look", 15),
      timed("provider.ready", 17),
      timed("look", 30),
    ]),
    paused("provider-twice", [
      timed("provider.pause", 10),
      timed("provider.ready", 14),
      timed("provider.pause", 20),
      timed("look", 25),
    ]),
    paused("both", [
      timed("provider.pause", 10),
      timed("requester.pause", 12),
      timed("look", 15),
      timed("provider.ready", 16),
      timed("look", 18),
      timed("requester.activate", 19),
      timed("look", 25),
    ]),
    paused("by-lag", [
      timed("lag", 10),
      timed("cleared", 13),
      timed("look", 14),
      timed("requester.activate", 15),
      timed("look", 20),
    ]),
    paused("sign-of-life", [
      timed("provider.pause", 10),
      timed("provider.pause", 13),
      timed("look", 15),
    ]),
    paused("until-stop", [
      timed("requester.pause", 10),
      timed("requester.stop", 16),
      timed("look", 30),
    ]),
  ],
}))

const windows: Group = {
  ...group(
    "window",
    "The windows of a lease, and which parameters are refused",
    "A window that is longer than the lease lets a provider take the money of a lease that it never served.",
  ),
  requirements: ["IPSX-AGR-038"],
  cases: [
    ...Object.entries(Sets.sets).flatMap(([name, set]) =>
      [3, 5, 6, 12, 13, 20, 21, 22, 179, 180, 181, 269, 270, 271, 86_400].map(
        (lease): Question => ({
          name: `${name}/${lease}`,
          events: [
            {
              type: "windows",
              lease,
              provisionWindow: set.provisionWindow!,
              connectWindow: set.connectWindow!,
            },
          ],
        }),
      ),
    ),
    ...Object.entries(Sets.sets).flatMap(([name, set]) => [
      parameters(`${name}/as-published`, set),
      ...[
        "settleGrace",
        "challengeSeconds",
        "appealSeconds",
        "evidenceSeconds",
        "claimWindow",
      ].flatMap((timer) => {
        const least =
          (set.finality as number) + 2 * (set.delta as number) + (set.provisionWindow as number)
        return [
          parameters(`${name}/${timer}-too-short`, { ...set, [timer]: least - 1 }),
          parameters(`${name}/${timer}-just-long-enough`, { ...set, [timer]: least }),
        ]
      }),
    ]),
    parameters("small/minLease-2", { ...Sets.sets.small, minLease: 2 }),
    parameters("small/minLease-3", { ...Sets.sets.small, minLease: 3 }),
  ],
}

function parameters(name: string, set: JsonObject): Question {
  return {
    name: `parameters/${name}`,
    requirements: name.includes("minLease") ? ["IPSX-AGR-038"] : ["IPSX-AGR-039"],
    events: [{ type: "parameters", parameters: set }],
  }
}

export const groups: ReadonlyArray<Group> = [status, numbers, cover, w, timers, ...pauses, windows]
