// Every expectation of the scenarios that come with the program can fail: each holds in a scaled-down run in
// memory, and fails once the scenario, or the program, is changed for the worse.
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest"
import * as Providers from "../../sim/behaviour/Provider.ts"
import type * as Summary from "../../sim/Summary.ts"
import * as Running from "./running.ts"

/** Mistakes that a program could make and a scenario cannot: each is switched on for one run. */
const mistakes = vi.hoisted(() => ({
  "burning forgets the supply": false,
  "nothing is ever finalized": false,
  "a provider that never shows up counts as honest": false,
}))
type Mistake = keyof typeof mistakes

vi.mock("../../src/model/Token.ts", async (original) => {
  const real = await original<typeof import("../../src/model/Token.ts")>()
  const burn: typeof real.burn = (token, owner, amount) => {
    const result = real.burn(token, owner, amount)
    if (mistakes["burning forgets the supply"]) token.supply += amount
    return result
  }
  return { ...real, burn }
})
vi.mock("../../sim/Blocks.ts", async (original) => {
  const real = await original<typeof import("../../sim/Blocks.ts")>()
  const submit: typeof real.submit = (blocks, pending) => {
    if (mistakes["nothing is ever finalized"] && pending.transaction._tag === "Finalize") return
    real.submit(blocks, pending)
  }
  return { ...real, submit }
})

const make = (mistake: Mistake | undefined, made: boolean): void => {
  if (mistake === undefined) return
  mistakes[mistake] = made
  if (mistake === "a provider that never shows up counts as honest")
    (Providers.byName.noShow as { honest: boolean }).honest = made
}

interface Failing {
  readonly settings?: ReadonlyArray<string>
  readonly mistake?: Mistake
}
interface Scenario {
  /** A run of a second or two, with the bounds that count deals or actors made smaller alike. */
  readonly scaled: ReadonlyArray<string>
  readonly failing: Readonly<Record<string, Failing>>
}

const gone = ["requesters.0.count=1", "requesters.0.behaviours={ noShow: 1 }", "duration=10m"]
const unfinished: Failing = {
  settings: [...gone, "requesters.1.count=0"],
  mistake: "nothing is ever finalized",
}
const dishonest: Failing = { mistake: "a provider that never shows up counts as honest" }
const unburned: Failing = { mistake: "burning forgets the supply" }
const falsified: Failing = {
  settings: [
    "chain.mode=anvil",
    "duration=2m",
    'chain.tamper={ block: 70, account: relays-3, delta: "1" }',
  ],
}
const good = (group: string): string => `${group}.behaviours={ honest: 1 }`
const everybodyGood = ["providers.0", "requesters.0", "requesters.1"].map(good)

const scenarios: Readonly<Record<string, Scenario>> = {
  quickstart: {
    scaled: [
      "duration=6m",
      "expect.at least two thousand deals settle.min=400",
      "expect.some are broken and punished.min=3",
    ],
    failing: {
      "the market clears": { settings: ["requesters.browsers.limitPerHour=0.001"] },
      "at least two thousand deals settle": {
        settings: ["requesters.browsers.count=30", "requesters.crawlers.count=5"],
      },
      "every deal ends": unfinished,
      "some deals leave the happy path": { settings: [...everybodyGood, good("providers.1")] },
      "some are broken and punished": { settings: [good("providers.0"), good("providers.1")] },
      "no honest side loses more than its bound": dishonest,
      "the contracts agree with the model": {
        settings: falsified.settings!.map((setting) => setting.replace("relays", "homes")),
      },
      "no token appears or disappears": unburned,
    },
  },
  faults: {
    scaled: [
      "duration=8m",
      "network.partitions.0={ from: 200, until: 230, share: 0.3 }",
      "expect.the market goes on.min=400",
      "expect.hundreds end in a breach.min=20",
      "expect.thousands of honest sides are looked at.min=400",
    ],
    failing: {
      "the market goes on": { settings: ["requesters.0.limitPerHour=0.5"] },
      "many deals leave the happy path": {
        settings: [good("providers.0"), good("requesters.0")],
      },
      "hundreds end in a breach": { settings: [good("providers.0"), good("requesters.0")] },
      "every deal ends": { settings: gone, mistake: "nothing is ever finalized" },
      "thousands of honest sides are looked at": { settings: ["requesters.0.count=20"] },
      "none of them ends in breach": dishonest,
      "none of them loses more than its bound": dishonest,
      "some lose nearly as much": {
        settings: [good("providers.0"), good("requesters.0"), "network={ delayMs: 10 }"],
      },
      "no invariant breaks": dishonest,
      "no token appears or disappears": unburned,
    },
  },
  "tor-supply": {
    scaled: [
      "duration=1h",
      "providers.relays.supply.limit=250",
      "requesters.anywhere.count=170",
      "requesters.choosy.count=80",
      "expect.the whole supply takes part.min=200",
      "expect.a demand as large as the supply.min=200",
      "expect.more than fifteen thousand deals settle.min=350",
      "expect.more than ten thousand are paid by a voucher that the contract recovered.min=250",
      "expect.hundreds are broken and punished.min=10",
    ],
    failing: {
      "the whole supply takes part": { settings: ["providers.relays.supply.limit=50"] },
      "a demand as large as the supply": { settings: ["requesters.anywhere.count=50"] },
      "requesters find what they wish": {
        settings: ["requesters.choosy.filters=[{ share: 1, countries: [AQ] }]"],
      },
      "more than fifteen thousand deals settle": {
        settings: ["requesters.anywhere.arrival.poisson.perHour=0.5"],
      },
      "more than ten thousand are paid by a voucher that the contract recovered": {
        settings: [
          "requesters.0.behaviours={ noShow: 1 }",
          "requesters.1.behaviours={ noShow: 1 }",
        ],
      },
      "every deal ends": {
        settings: [...gone, "requesters.0.count=20", "requesters.1.count=0"],
        mistake: "nothing is ever finalized",
      },
      "a tenth at least by other paths than the happy one": { settings: everybodyGood },
      "hundreds are broken and punished": { settings: [good("providers.0")] },
      "no honest side loses more than its bound": dishonest,
      "the contracts agree with the model": falsified,
      "no token appears or disappears": unburned,
    },
  },
  month: {
    scaled: [
      "duration=8d",
      "bucket=2h",
      "providers.homes.count=300",
      "providers.datacentres.count=30",
      "requesters.people.count=320",
      "requesters.companies.count=16",
      "expect.a month passes.min=691200",
      "expect.ten thousand providers.equals=330",
      "expect.ten thousand requesters.equals=336",
      "expect.more than a hundred thousand deals settle.min=1200",
      "expect.providers go.min=200",
      // A market thirty times smaller is more restless, and a week has more of its beginning in it.
      "expect.the addresses are used.min=0.015",
      "expect.utilisation settles down.max=0.25",
      "expect.the price settles down.max=0.12",
    ],
    failing: {
      "a month passes": { settings: ["duration=1d"] },
      "ten thousand providers": { settings: ["providers.homes.count=299"] },
      "ten thousand requesters": { settings: ["requesters.people.count=321"] },
      "more than a hundred thousand deals settle": {
        settings: ["requesters.people.arrival.poisson.perHour=0.005"],
      },
      "the addresses are used": {
        settings: ["requesters.people.lease=60", "requesters.companies.lease=60"],
      },
      // After two thirds of the time the addresses go and do not come back.
      "utilisation settles down": {
        settings: ["homes", "datacentres"].map(
          (group) => `providers.${group}.churn={ up: 460000, down: 100000000 }`,
        ),
      },
      "an hour has its price in tokens": {
        settings: ["requesters.people.limitPerHour=0.12", "requesters.companies.count=0"],
      },
      // The same for the data centres alone: with them go the lowest prices.
      "the price settles down": {
        settings: ["providers.datacentres.churn={ up: 460000, down: 100000000 }"],
      },
      "providers go": { settings: ["providers.homes.churn.up=100000000"] },
      "every deal ends": {
        settings: [...gone, "requesters.0.count=20", "requesters.1.count=0", "duration=1d"],
        mistake: "nothing is ever finalized",
      },
      "no token appears or disappears": {
        settings: ["providers.homes.behaviours={ noShow: 0.3 }"],
        mistake: "burning forgets the supply",
      },
    },
  },
}

const runs = new Map<string, Summary.Summary>()
const running = async (
  scenario: string,
  { settings = [], mistake }: Failing,
): Promise<Summary.Summary> => {
  const key = JSON.stringify([scenario, settings, mistake])
  const known = runs.get(key)
  if (known !== undefined) return known
  make(mistake, true)
  try {
    const all = ["chain.mode=memory", ...scenarios[scenario]!.scaled, ...settings]
    const { summary } = await Running.run(Running.load(scenario, all))
    runs.set(key, summary)
    return summary
  } finally {
    make(mistake, false)
  }
}

const meets = (summary: Summary.Summary, name: string): boolean | undefined =>
  summary.expect.find((expectation) => expectation.name === name)?.ok

describe.each(Object.entries(scenarios))("scenarios/%s.yaml", (scenario, { failing }) => {
  beforeAll(() => running(scenario, {}))
  afterEach(() => {
    for (const mistake of Object.keys(mistakes) as Array<Mistake>) make(mistake, false)
  })

  it("IPSX-SIM-009 states what its question asks, and keeps it", async () => {
    const summary = await running(scenario, {})
    expect(summary.expect.filter(({ ok }) => !ok)).toEqual([])
    expect(summary.expect.map(({ name }) => name)).toEqual(Object.keys(failing))
  })

  it.each(Object.entries(failing))(
    "IPSX-SIM-009 would notice if not «%s»",
    async (name, change) => {
      expect(meets(await running(scenario, {}), name)).toBe(true)
      expect(meets(await running(scenario, change), name)).toBe(false)
    },
  )
})
