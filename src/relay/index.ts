// The order relay: the exchange as a service, its signed log, and how a party talks to it.
export * as Api from "./Api.ts"
export * as Client from "./Client.ts"
export * as Market from "./Market.ts"
export * as OpenApi from "./OpenApi.ts"
export * as OrderLog from "./OrderLog.ts"
export * as Relay from "./Relay.ts"
export * as Server from "./Server.ts"
export * as Store from "./Store.ts"
