import * as Http from "node:http"
import type { AddressInfo } from "node:net"
import { afterEach, expect, it } from "vitest"
import * as Reporting from "../../src/live/Reporting.ts"
import * as Id from "../../src/model/Id.ts"
import type * as Api from "../../src/relay/Api.ts"
import * as Pace from "../pace.ts"

let server: Http.Server | undefined
afterEach(() => {
  server?.closeAllConnections()
  server?.close()
})

type Answer = { readonly status: number; readonly body: object } | "hang up"

/** A relay that answers each report as it is told to, and remembers those that it took. */
const relay = async (answer: (n: number) => Answer) => {
  const taken: Array<string> = []
  let asked = 0
  server = Http.createServer((request, response) => {
    let text = ""
    request.on("data", (chunk: Buffer) => (text += chunk.toString("utf8")))
    request.on("end", () => {
      const said = answer(asked++)
      if (said === "hang up") return void request.socket.destroy()
      const { id, seq } = JSON.parse(text) as Api.Report
      if (said.status === 200) taken.push(`${BigInt(id)}/${seq}`)
      // Each answer takes its time, the earlier ones longer.
      setTimeout(() => {
        response.writeHead(said.status, { "content-type": "application/json" })
        response.end(JSON.stringify(said.body))
      }, 20 / asked)
      return undefined
    })
  })
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve))
  const { port } = server.address() as AddressInfo
  return { url: `http://127.0.0.1:${port}`, taken }
}

const good: Answer = { status: 200, body: {} }
const signature = `0x${"00".repeat(65)}` as const
const said = (deal: number, seq: number): Api.Report => ({
  id: Id.fromNumber(deal),
  role: 0,
  seq,
  letter: { _tag: "Accept", signature },
})

it("IPSX-PCH-003 a relay hears of a deal in order, also when it was away for a while", async () => {
  const { url, taken } = await relay((n) => (n === 2 ? "hang up" : good))
  const reporting = Reporting.make(url)
  for (let seq = 1; seq <= 6; seq++) {
    reporting.report(said(1, seq))
    reporting.report(said(2, seq))
  }
  await Pace.until(() => taken.length === 12)
  reporting.close()
  for (const deal of [1, 2]) {
    const own = taken.filter((one) => one.startsWith(`${deal}/`))
    expect(own).toEqual([1, 2, 3, 4, 5, 6].map((seq) => `${deal}/${seq}`))
  }
})

it("a relay that does not know a deal is told no more of it, and one report that it refuses is passed by", async () => {
  const problem = (error: string): Answer => ({ status: 422, body: { error, message: "no" } })
  const answers = [good, problem("NotAuthor"), good, problem("Unproposed")]
  const { url, taken } = await relay((n) => answers[n] ?? good)
  const reporting = Reporting.make(url)
  for (let seq = 1; seq <= 6; seq++) reporting.report(said(1, seq))
  await Pace.until(() => taken.length === 2)
  await new Promise((resolve) => setTimeout(resolve, 200))
  reporting.close()
  expect(taken).toEqual(["1/1", "1/3"])
})
