import type { JsonObject } from "../../../src/conformance/Json.ts"
import { hearing, type Mutant } from "./Mutant.ts"

const of = (name: string, sentence: string, ...red: ReadonlyArray<string>) =>
  ({ name, sentence, class: "exchange/1", red }) as const

const provider = "0x7e5f4552091a69125d5dfcb7b8c2659029395bdf"
const requester = "0x2b5ad5c4795c026514f8317c7a215e218dccd6cf"

const transactions = (
  event: JsonObject,
  change: (one: JsonObject) => JsonObject,
): JsonObject | undefined =>
  event.type === "mine"
    ? { ...event, transactions: (event.transactions as ReadonlyArray<JsonObject>).map(change) }
    : undefined

export const mutants: ReadonlyArray<Mutant> = [
  hearing(
    of(
      "exchange-stranger-moves-a-register",
      "takes a report from whoever brings it",
      "IPSX-PCH-001",
      "IPSX-AGR-010",
    ),
    (event) => {
      const message = event.message as JsonObject | undefined
      return event.type === "report" &&
        message?.author === "0x6813eb9362372eef6200f3b1dbc3f819671cba69"
        ? { ...event, message: { ...message, author: provider } }
        : undefined
    },
  ),
  hearing(
    of(
      "exchange-takes-another-role",
      "takes a status for its sender's, whatever role it names",
      "IPSX-PCH-001",
      "IPSX-AGR-010",
    ),
    (event) => {
      const message = event.message as JsonObject | undefined
      if (event.type !== "report" || message?.type !== "Status") return undefined
      const role = message.author === requester ? 1 : 0
      return {
        ...event,
        message: { ...message, status: { ...(message.status as JsonObject), role } },
      }
    },
  ),
  hearing(
    of("exchange-takes-another-channel", "takes a status of another deal", "IPSX-PCH-001"),
    (event) => {
      const message = event.message as JsonObject | undefined
      return event.type === "report" && message?.type === "Status"
        ? {
            ...event,
            message: {
              ...message,
              status: { ...(message.status as JsonObject), channelId: message.id! },
            },
          }
        : undefined
    },
  ),
  hearing(of("exchange-lapses-early", "forgets a deal at validUntil", "IPSX-AGR-024"), (event) =>
    event.type === "lapse" ? { ...event, now: (event.now as number) + 1 } : undefined,
  ),
  hearing(
    of("exchange-never-lapses", "keeps a deal that nobody can open any more", "IPSX-AGR-024"),
    (event) => (event.type === "lapse" ? { ...event, now: 0 } : undefined),
  ),
  hearing(
    of("exchange-declines-nothing", "does not hear a decline", "IPSX-AGR-024", "IPSX-MAT-045"),
    (event) =>
      event.type === "report" && (event.message as JsonObject).type === "Decline"
        ? { type: "advance", now: event.now! }
        : undefined,
  ),
  hearing(
    of(
      "exchange-frees-what-a-requester-declines",
      "takes a requester's decline for its provider's",
      "IPSX-MAT-045",
      "IPSX-AGR-024",
    ),
    (event) => {
      const message = event.message as JsonObject | undefined
      return event.type === "report" && message?.type === "Decline"
        ? { ...event, message: { ...message, author: provider } }
        : undefined
    },
  ),
  hearing(
    of(
      "exchange-cancels-nothing-on-the-chain",
      "leaves orders that the chain has cancelled",
      "IPSX-AGR-022",
    ),
    (event) =>
      transactions(event, (one) => (one.type === "CancelOrders" ? { ...one, minimum: 1 } : one)),
  ),
  hearing(
    of(
      "exchange-lets-conviction-pass",
      "does not write down a conviction",
      "IPSX-AGR-052",
      "IPSX-PRO-004",
    ),
    (event) =>
      transactions(event, (one) =>
        one.type === "Convict" ? { ...one, type: "Answer", sender: provider } : one,
      ),
  ),
  hearing(
    of(
      "exchange-pauses-nobody-for-a-lag",
      "does not hear that a requester lags",
      "IPSX-AGR-034",
      "IPSX-AGR-033",
    ),
    (event) => {
      const message = event.message as JsonObject | undefined
      const status = message?.status as JsonObject | undefined
      return event.type === "report" && (status?.reason === 3 || status?.reason === 5)
        ? { ...event, message: { ...message!, status: { ...status, reason: 0 } } }
        : undefined
    },
  ),
]
