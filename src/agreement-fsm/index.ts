// The agreement protocol without xstate: `import * as agreement from "ipsx/agreement"`. The statechart to read
// is `machine.ts`, an entry of its own.
export * as Agreement from "./Agreement.ts"
export { dealStatus, dealStatusByRule, table as dealStatusTable } from "./dealStatus.ts"
export * as Event from "./Event.ts"
export * as Inbox from "./Inbox.ts"
export * as Intent from "./Intent.ts"
export * as State from "./State.ts"
export * as Table from "./Table.ts"
