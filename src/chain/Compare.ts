// Compares what the model predicted with what the chain did, and names each difference.
import type { Log } from "../model/Log.ts"
import type { Revert } from "../model/Revert.ts"
import type { Wallet } from "../model/Wallet.ts"
import * as AbiError from "./AbiError.ts"
import * as AbiLog from "./AbiLog.ts"
import * as LogText from "./LogText.ts"
import type { Outcome } from "./Pages.ts"

/** `subject` is `log 3`, `transaction 7` or `wallet 0x…`; both sides are text for people. */
export interface Mismatch {
  readonly block: number
  readonly subject: string
  readonly expected: string
  readonly actual: string
}

/** Logs in order; a missing or an additional one is a difference too. */
export const logs = (
  block: number,
  expected: ReadonlyArray<Log>,
  said: LogText.LogText,
): ReadonlyArray<Mismatch> => {
  if (LogText.says(said, expected)) return []
  const actual = said.read()
  const mismatches: Array<Mismatch> = []
  for (let at = 0; at < Math.max(expected.length, actual.length); at++) {
    const [wanted, got] = [expected[at], actual[at]]
    if (wanted !== undefined && got !== undefined && AbiLog.equals(AbiLog.encode(wanted), got))
      continue
    mismatches.push({
      block,
      subject: `log ${at}`,
      expected: wanted === undefined ? "no log" : text(wanted),
      actual: got === undefined ? "no log" : text(AbiLog.decode(got) ?? got),
    })
  }
  return mismatches
}

export const wallets = (
  block: number,
  expected: ReadonlyArray<Wallet>,
  actual: ReadonlyArray<Wallet>,
): ReadonlyArray<Mismatch> =>
  expected.flatMap((wanted, at) => {
    const got = actual[at]
    if (got?.balance === wanted.balance && got.reserved === wanted.reserved) return []
    const subject = `wallet ${wanted.id}`
    return [{ block, subject, expected: text(wanted), actual: text(got ?? {}) }]
  })

/** The errors of the transactions that the model refused, and how those ended on the chain, in the same order. */
export const refusals = (
  block: number,
  refused: ReadonlyMap<number, Revert>,
  outcomes: ReadonlyArray<Outcome>,
): ReadonlyArray<Mismatch> =>
  [...refused].flatMap(([at, revert], place) => {
    const { failed, returnValue } = outcomes[place]!
    if (failed && returnValue === AbiError.encode(revert)) return []
    return [
      {
        block,
        subject: `transaction ${at}`,
        expected: text(AbiError.decode(AbiError.encode(revert))),
        actual: failed ? text(AbiError.decode(returnValue)) : "success",
      },
    ]
  })

const text = (value: object): string =>
  JSON.stringify(value, (_, field: unknown) => (typeof field === "bigint" ? String(field) : field))
