// The agreement as a statechart, to be read: this file says what the rules are, the table derived from it is
// what programs step. Three regions run side by side: the provider's register, the requester's, and `deal`,
// which follows the two by the rules of IPSX-AGR-001 and whose entries and exits say what the shell must do.
// A party's own move never looks at the other register (IPSX-AGR-011): its guards read the own flags only.
import { and, assign, not, or, setup, stateIn } from "xstate"
import type { DealStatus, Role } from "../model/Status.ts"
import type { Event } from "./Event.ts"
import type { Timer } from "./Intent.ts"

/** Finite on purpose: amounts and moments live outside (IPSX-AGR-012). */
export interface Context {
  readonly providerDisputed: boolean
  readonly requesterDisputed: boolean
  /** The requester is paused because it did not pay (IPSX-AGR-034). */
  readonly lagging: boolean
  readonly final: boolean
}

const configured = setup({
  types: { context: {} as Context, events: {} as Event },
  actions: {
    // Intents: nothing happens here, the caller reads them from the transition.
    arm: (_args, _params: { readonly timer: Timer }) => {},
    disarm: (_args, _params: { readonly timer: Timer }) => {},
    openTunnel: () => {},
    closeTunnel: () => {},
    gate: () => {},
    ungate: () => {},
    reserve: () => {},
    release: () => {},
    challenge: () => {},
    demand: () => {},
    heard: (_args, _params: { readonly role: Role }) => {},
    markProviderDisputed: assign({ providerDisputed: true }),
    markRequesterDisputed: assign({ requesterDisputed: true }),
    markLagging: assign({ lagging: true }),
    clearLagging: assign({ lagging: false }),
    markFinal: assign({ final: true }),
  },
  guards: {
    live: ({ context }) => !context.final,
    lagging: ({ context }) => context.lagging,
    providerMayDispute: ({ context }) => !context.final && !context.providerDisputed,
    requesterMayDispute: ({ context }) => !context.final && !context.requesterDisputed,
    mayResume: ({ context }) => !context.lagging,
  },
})

const provider = (status: string) => stateIn({ provider: status })
const requester = (status: string) => stateIn({ requester: status })
const either = (status: string) => or([provider(status), requester(status)])
const both = (status: string) => and([provider(status), requester(status)])
const negotiating = or([provider("Offered"), provider("Accepted"), provider("Declined")])
const committed = and(["live", not(negotiating)])

// Dispute is an own move of five registers; the budget is the party's own (IPSX-AGR-063).
const providerDispute = {
  target: "Disputing",
  guard: "providerMayDispute",
  actions: "markProviderDisputed",
} as const
const requesterDispute = {
  target: "Disputing",
  guard: "requesterMayDispute",
  actions: "markRequesterDisputed",
} as const

const providerLeaves = {
  "provider.stop": "Stopped",
  "provider.dispute": providerDispute,
  end: "Stopped",
  cap: "Stopped",
  notice: "Stopped",
  answered: "Stopped",
  convicted: "Defaulted",
} as const
const requesterLeaves = {
  "requester.stop": "Stopped",
  "requester.dispute": requesterDispute,
  end: "Stopped",
  cap: "Stopped",
  lapsed: "Stopped",
} as const

// A commit carries both signatures, and they outrank what anybody said before: whoever signed has accepted.
const opened = { target: "Reserved", guard: "live" } as const

const providerRegister = configured.createStateConfig({
  initial: "Offered",
  on: {
    finalSettled: { target: ".Settled", guard: committed },
    finalBreachP: { target: ".Defaulted", guard: committed },
    finalBreachR: { target: ".Settled", guard: committed },
    finalBreachBoth: { target: ".Defaulted", guard: committed },
  },
  states: {
    Offered: {
      on: {
        "provider.accept": "Accepted",
        "provider.decline": "Declined",
        commit: opened,
        acceptExpired: "Declined",
      },
    },
    Accepted: {
      on: {
        commit: opened,
        acceptExpired: { target: "Declined", guard: requester("Accepted") },
      },
    },
    Reserved: { on: { "provider.ready": "Ready", ...providerLeaves } },
    Ready: {
      on: {
        "provider.pause": "Paused",
        providerSilent: "Paused",
        "provider.ready": { actions: { type: "heard", params: { role: "provider" } } },
        ...providerLeaves,
      },
    },
    Paused: {
      on: {
        "provider.ready": "Ready",
        "provider.pause": { actions: { type: "heard", params: { role: "provider" } } },
        suspendExpired: { target: "Stopped", guard: requester("Paused") },
        ...providerLeaves,
      },
    },
    Stopped: { on: { "provider.settle": "Settled", "provider.dispute": providerDispute } },
    Settled: {},
    Declined: { on: { commit: opened } },
    Defaulted: { on: { "provider.dispute": providerDispute } },
    // A dispute that was only said is overtaken by the answer that was given on the chain.
    Disputing: { on: { answered: { target: "Stopped", guard: "live" } } },
  },
})

const requesterRegister = configured.createStateConfig({
  initial: "Offered",
  on: {
    finalSettled: { target: ".Settled", guard: committed },
    finalBreachP: { target: ".Settled", guard: committed },
    finalBreachR: { target: ".Defaulted", guard: committed },
    finalBreachBoth: { target: ".Defaulted", guard: committed },
  },
  states: {
    Offered: {
      on: {
        "requester.accept": "Accepted",
        "requester.decline": "Declined",
        commit: opened,
        acceptExpired: "Declined",
      },
    },
    Accepted: {
      on: {
        commit: opened,
        acceptExpired: { target: "Declined", guard: provider("Accepted") },
      },
    },
    Reserved: { on: { "requester.activate": "Active", ...requesterLeaves } },
    Active: {
      on: {
        "requester.pause": "Paused",
        requesterSilent: "Paused",
        lag: { target: "Paused", actions: "markLagging" },
        "requester.activate": { actions: { type: "heard", params: { role: "requester" } } },
        ...requesterLeaves,
      },
    },
    Paused: {
      exit: "clearLagging",
      on: {
        "requester.activate": { target: "Active", guard: "mayResume" },
        "requester.pause": { actions: { type: "heard", params: { role: "requester" } } },
        cleared: { guard: "lagging", actions: "clearLagging" },
        suspendExpired: { target: "Stopped", guard: provider("Paused") },
        ...requesterLeaves,
      },
    },
    Stopped: { on: { "requester.settle": "Settled", "requester.dispute": requesterDispute } },
    Settled: {},
    Declined: { on: { commit: opened } },
    Defaulted: { on: { "requester.dispute": requesterDispute } },
    Disputing: {},
  },
})

// The rules of IPSX-AGR-001 once more, as guards; the first that matches decides.
const rules = [
  ["Declined", and([negotiating, either("Declined")])],
  ["Agreed", both("Accepted")],
  ["Proposed", negotiating],
  ["Disputed", either("Disputing")],
  ["BreachedByBoth", both("Defaulted")],
  ["BreachedByProvider", provider("Defaulted")],
  ["BreachedByRequester", requester("Defaulted")],
  ["Settled", both("Settled")],
  ["Closing", or([either("Stopped"), either("Settled")])],
  ["Provisioning", provider("Reserved")],
  ["Suspended", either("Paused")],
  ["Active", requester("Active")],
  ["Provisioned", provider("Ready")],
] as const

// The rule of the status that already holds goes nowhere, which ends the following.
const following = (self: DealStatus) => ({
  id: self,
  always: rules.map(([status, guard]) =>
    status === self ? { guard } : { guard, target: `#${status}` },
  ),
})

const arm = (timer: Timer) => ({ type: "arm", params: { timer } }) as const
const disarm = (timer: Timer) => ({ type: "disarm", params: { timer } }) as const
const timed = (self: DealStatus, timer: Timer) => ({
  ...following(self),
  entry: arm(timer),
  exit: disarm(timer),
})
const ends = (status: string) => ({ target: `.Final.${status}`, guard: committed })

const deal = configured.createStateConfig({
  initial: "Negotiation",
  on: {
    acceptExpired: { target: ".Final.Declined", guard: and(["live", negotiating]) },
    finalSettled: ends("Settled"),
    finalBreachP: ends("BreachedByProvider"),
    finalBreachR: ends("BreachedByRequester"),
    finalBreachBoth: ends("BreachedByBoth"),
  },
  states: {
    Negotiation: {
      initial: "Proposed",
      entry: arm("accept"),
      exit: disarm("accept"),
      states: {
        Proposed: following("Proposed"),
        Agreed: following("Agreed"),
        Declined: following("Declined"),
      },
    },
    Lease: {
      initial: "Provisioning",
      entry: ["reserve", arm("end"), "openTunnel"],
      exit: ["closeTunnel", disarm("end")],
      states: {
        Provisioning: {
          ...timed("Provisioning", "provision"),
          on: { provisionExpired: { actions: "challenge" } },
        },
        Provisioned: {
          ...timed("Provisioned", "connect"),
          on: { connectExpired: { actions: "demand" } },
        },
        Active: {
          ...following("Active"),
          entry: ["ungate", arm("heartbeatProvider"), arm("heartbeatRequester"), arm("lag")],
          exit: ["gate", disarm("heartbeatProvider"), disarm("heartbeatRequester"), disarm("lag")],
        },
        Suspended: {
          ...timed("Suspended", "suspend"),
          on: {
            suspendExpired: [
              { guard: both("Paused"), actions: [] },
              { guard: provider("Paused"), actions: "challenge" },
              { actions: "demand" },
            ],
          },
        },
      },
    },
    Ending: {
      initial: "Closing",
      states: {
        Closing: timed("Closing", "settle"),
        Disputed: timed("Disputed", "evidence"),
        BreachedByProvider: timed("BreachedByProvider", "appeal"),
        BreachedByRequester: timed("BreachedByRequester", "appeal"),
        BreachedByBoth: timed("BreachedByBoth", "appeal"),
        // Both say so, and the chain has not yet.
        Settled: timed("Settled", "settle"),
      },
    },
    // The verdict has been applied, or the option has lapsed: nothing follows the registers any more.
    Final: {
      initial: "Settled",
      entry: "markFinal",
      states: {
        Declined: {},
        Settled: { entry: "release" },
        BreachedByProvider: { entry: "release" },
        BreachedByRequester: { entry: "release" },
        BreachedByBoth: { entry: "release" },
      },
    },
  },
})

export const machine = configured.createMachine({
  id: "agreement",
  type: "parallel",
  context: { providerDisputed: false, requesterDisputed: false, lagging: false, final: false },
  states: { provider: providerRegister, requester: requesterRegister, deal },
})
