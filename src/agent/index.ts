// The two participants of a deal, sans I/O: inputs in, intents out.
export type { Input } from "./Input.ts"
export type { Intent, TimerName } from "./Intent.ts"
export * as Participant from "./Participant.ts"
export * as Provider from "./Provider.ts"
export * as Requester from "./Requester.ts"
