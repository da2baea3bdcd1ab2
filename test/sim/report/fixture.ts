// A run that never was, for the tests of the report and of the command line.
import * as Random from "../../../sim/Random.ts"
import * as Sampler from "../../../sim/Sampler.ts"
import * as Summary from "../../../sim/Summary.ts"

const hash = (digit: string): string => `0x${digit.repeat(64)}`

const endings = [
  { ending: Summary.happyEnding, deals: 1403 },
  { ending: "Stopped early by the requester", deals: 171 },
  { ending: "Provider stopped early", deals: 41 },
  { ending: "Payment demanded, unanswered", deals: 36 },
  { ending: "Breached by the provider, unanswered challenge", deals: 29 },
  { ending: "Never used", deals: 22 },
]

const base: Omit<Summary.Summary, "expect"> = {
  schema: "ipsx.summary/1",
  ipsx: "0.1.0",
  scenario: { name: "quickstart", hash: hash("a") },
  seed: "7",
  partial: false,
  virtualSeconds: 1800,
  wallSeconds: 41.3,
  events: 384_211,
  traceHash: hash("b"),
  actors: { providers: 200, requesters: 300 },
  chain: {
    kind: "anvil",
    signing: "impersonated",
    blocks: 900,
    transactions: 5231,
    gasUsed: "712334981",
    headHash: hash("c"),
    stateDigest: hash("d"),
  },
  orders: { offers: 236, requests: 1911, matched: 1742, cancelled: 12, expired: 157 },
  deals: {
    opened: 1742,
    settled: 1702,
    byStatus: { Settled: 1673, BreachedByProvider: 29, Active: 31, Closing: 9 },
  },
  tokens: {
    supply: "1799999987000000000000000000",
    balance: "61204412345678901234567",
    reserved: "204111222333444555666",
    fees: "17000000000000000000",
    conserved: true,
  },
  losses: [
    {
      role: "provider",
      honest: true,
      max: "1100000000000000",
      bound: "5555555555555555",
      ok: true,
    },
    {
      role: "requester",
      honest: true,
      max: "512000000000000",
      bound: "2777777777777777",
      ok: true,
    },
    { role: "requester", honest: false, max: "1512000000000000000", bound: "0", ok: true },
  ],
  oracle: { compared: 18_211, mismatches: 0 },
  checks: [
    { id: "IPSX-WAL-005", ok: true, evaluated: 900 },
    { id: "IPSX-AGR-001", ok: true, evaluated: 21_004 },
    { id: "IPSX-MAT-020", ok: true, evaluated: 1742 },
    { id: "IPSX-PAY-007", ok: true, evaluated: 1702 },
  ],
  coverage: { statesReached: 31, statesTotal: 44, unreached: ["Anomalous", "Disputed/Stopped"] },
}

export const summary: Summary.Summary = {
  ...base,
  expect: [
    { name: "at least a thousand deals settle", ok: true, value: 1702, bounds: { min: 1000 } },
    { name: "the contracts agree with the model", ok: true, value: 0, bounds: { equals: 0 } },
    { name: "no token appears or disappears", ok: true, value: true, bounds: { equals: true } },
    { name: "somebody leaves the happy path", ok: true, value: 0.1757, bounds: { min: 0.01 } },
  ],
}

const points = 100
const stream = Random.stream("7", "fixture", "series")
const noise = Sampler.normal(0, 1)
const line = (name: string, unit: string, of: (share: number) => number): Summary.Line => ({
  name,
  unit,
  values: Array.from({ length: points }, (_, i) =>
    i < 2 || (i > 60 && i < 64) ? null : Math.max(0, of(i / points)),
  ),
})

export const details: Summary.Details = {
  schema: "ipsx.details/1",
  question:
    "Does a small market of homes and data centres that rent out their addresses clear, settle and balance on a real chain, to the last base unit?",
  replay: "ipsx run scenarios/quickstart.yaml --seed 7 --chain anvil",
  bucketMs: 18_000,
  series: [
    line("price", "tokens an hour for one address", (t) => 0.8 + 0.3 * t + 0.05 * noise(stream)),
    line("priceLow", "tokens an hour for one address", (t) => 0.4 + 0.2 * t + 0.04 * noise(stream)),
    line("priceHigh", "tokens an hour for one address", (t) => 1.6 + 0.5 * t + 0.1 * noise(stream)),
    line("utilisation", "share", (t) => Math.min(0.38, 1.5 * t) + 0.01 * noise(stream)),
    line("activeLeases", "leases", (t) => Math.min(90, 400 * t) + 3 * noise(stream)),
    line("reservedTokens", "tokens", (t) => Math.min(210, 800 * t) + 5 * noise(stream)),
    line("dealsOpened", "deals a minute", () => 58 + 6 * noise(stream)),
    line("gasPerBlock", "gas", () => 790_000 + 60_000 * noise(stream)),
  ],
  statusFlow: {
    nodes: [
      { status: "Proposed", deals: 1760 },
      { status: "Declined", deals: 18 },
      { status: "Agreed", deals: 1742 },
      { status: "Provisioning", deals: 1742 },
      { status: "Provisioned", deals: 1711 },
      { status: "Active", deals: 1689 },
      { status: "Suspended", deals: 104 },
      { status: "Closing", deals: 1711 },
      { status: "Settled", deals: 1673 },
      { status: "Disputed", deals: 6 },
      { status: "BreachedByProvider", deals: 29 },
      { status: "BreachedByRequester", deals: 2 },
      { status: "BreachedByBoth", deals: 0 },
      { status: "Anomalous", deals: 0 },
    ],
    edges: [
      { from: "Proposed", to: "Agreed", deals: 1742 },
      { from: "Proposed", to: "Declined", deals: 18 },
      { from: "Agreed", to: "Provisioning", deals: 1742 },
      { from: "Provisioning", to: "Provisioned", deals: 1711 },
      { from: "Provisioning", to: "Closing", deals: 20 },
      { from: "Provisioning", to: "BreachedByProvider", deals: 8 },
      { from: "Provisioned", to: "Active", deals: 1689 },
      { from: "Provisioned", to: "Closing", deals: 22 },
      { from: "Active", to: "Suspended", deals: 104 },
      { from: "Suspended", to: "Active", deals: 71 },
      { from: "Suspended", to: "Closing", deals: 12 },
      { from: "Suspended", to: "BreachedByProvider", deals: 21 },
      { from: "Active", to: "Closing", deals: 1634 },
      { from: "Closing", to: "Settled", deals: 1667 },
      { from: "Closing", to: "Disputed", deals: 6 },
      { from: "Disputed", to: "Settled", deals: 4 },
      { from: "Disputed", to: "BreachedByRequester", deals: 2 },
    ],
  },
  endings,
  gas: [
    { call: "openDeal", calls: 1742, gas: "402334981" },
    { call: "settle", calls: 1403, gas: "151000222" },
    { call: "claim", calls: 299, gas: "41000000" },
    { call: "finalize", calls: 299, gas: "72000000" },
    { call: "stop", calls: 212, gas: "18000000" },
  ],
  behaviours: [
    {
      role: "provider",
      behaviour: "honest",
      actors: 185,
      deals: 1610,
      net: "81222333444555666777",
    },
    { role: "provider", behaviour: "vanishing", actors: 6, deals: 52, net: "-2222333444555666777" },
    {
      role: "provider",
      behaviour: "earlyStopping",
      actors: 5,
      deals: 43,
      net: "1222333444555666777",
    },
    {
      role: "requester",
      behaviour: "honest",
      actors: 262,
      deals: 1502,
      net: "-80222333444555666777",
    },
    { role: "requester", behaviour: "lagging", actors: 8, deals: 44, net: "-3100000000000000000" },
  ],
  failures: [],
}
