import { describe, expect, it } from "vitest"
import * as AbiLog from "../../src/chain/AbiLog.ts"
import * as Compare from "../../src/chain/Compare.ts"
import type * as LogText from "../../src/chain/LogText.ts"
import * as Amount from "../../src/model/Amount.ts"
import * as Id from "../../src/model/Id.ts"
import type { Log } from "../../src/model/Log.ts"

const logs: ReadonlyArray<Log> = [
  { _tag: "DealEnded", id: Id.fromNumber(1) },
  {
    _tag: "VoucherPaid",
    id: Id.fromNumber(2),
    cumulative: Amount.of(7n),
    feeDelta: Amount.of(1n),
  },
  { _tag: "DealEnded", id: Id.fromNumber(3) },
]

/** What a node answers; `space` as another node than anvil may write it. */
const said = (list: ReadonlyArray<Log>, space?: number): LogText.LogText => {
  const raw = list.map((log) => ({ address: "0x00", ...AbiLog.encode(log), logIndex: "0x0" }))
  return { text: JSON.stringify([{ id: 0, result: raw }], undefined, space), read: () => raw }
}

describe("IPSX-CHN-030 a block's logs compared as text", () => {
  it.each([undefined, 2])("are as predicted, written with space %s", (space) => {
    expect(Compare.logs(5, logs, said(logs, space))).toEqual([])
    expect(Compare.logs(5, [], said([], space))).toEqual([])
  })

  it.each([
    ["one is missing", [logs[0]!, logs[1]!], ["log 2"]],
    ["the first is missing", [logs[1]!, logs[2]!], ["log 0", "log 1", "log 2"]],
    ["one is too many", [...logs, logs[0]!], ["log 3"]],
    ["two have changed places", [logs[2]!, logs[1]!, logs[0]!], ["log 0", "log 2"]],
    ["an amount differs", [logs[0]!, { ...logs[1]!, feeDelta: 2n } as Log, logs[2]!], ["log 1"]],
    ["there is none", [], ["log 0", "log 1", "log 2"]],
  ])("differ when %s", (_, actual, subjects) => {
    for (const space of [undefined, 2])
      expect(Compare.logs(5, logs, said(actual, space)).map(({ subject }) => subject)).toEqual(
        subjects,
      )
  })
})
