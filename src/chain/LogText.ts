// The logs of a block as the node wrote them. What the model predicted is looked for in that text, log after log, which
// takes a fifth of the time of reading it; it is read only when something in it is not as predicted.
import type { Log } from "../model/Log.ts"
import * as AbiLog from "./AbiLog.ts"

/** The answer to one `eth_getLogs`, and how to read it. */
export interface LogText {
  readonly text: string
  readonly read: () => ReadonlyArray<AbiLog.RawLog>
}

const mark = '"topics":['

/**
 * Whether the logs are these, in this order, and no others. False also when the node writes JSON in another way than
 * anvil: then only reading can tell.
 *
 * @example
 * LogText.says(page.logs, predicted) || AbiLog.decode(page.logs.read()[0])
 */
export const says = ({ text }: LogText, logs: ReadonlyArray<Log>): boolean => {
  let at = 0
  for (const log of logs) {
    at = text.indexOf(mark, at)
    const { topics, data } = AbiLog.encode(log)
    const wanted = `${mark}"${topics.join('","')}"],"data":"${data}"`
    if (at === -1 || !text.startsWith(wanted, at)) return false
    at += wanted.length
  }
  return text.indexOf(mark, at) === -1
}
