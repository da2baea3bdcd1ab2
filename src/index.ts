// The protocol of a market for renting internet addresses: the nouns of the specification, one namespace each.
// Adapters (`ipsx/chain`), the simulator (`ipsx/sim`) and the statechart (`ipsx/agreement/machine`) are apart, so
// that this entry stays light.
export * as Agreement from "./agreement-fsm/Agreement.ts"
export * as Exchange from "./Exchange.ts"
export * from "./agent/index.ts"
export * from "./matching/index.ts"
export * from "./model/index.ts"
export * from "./signature/index.ts"
