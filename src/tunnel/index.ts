export * as ExitPolicy from "./ExitPolicy.ts"
export * as Lease from "./Lease.ts"
export * as Reading from "./Reading.ts"
export * as Tunnel from "./Tunnel.ts"
