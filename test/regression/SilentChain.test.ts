// `ipsx wallet` waited for a chain that took its connection and answered nothing, and did not say for what; nor did it ask a
// chain again that was started a moment later than itself.
import { createServer, type Server } from "node:http"
import type { AddressInfo } from "node:net"
import { mkdtempSync, rmSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Effect from "effect/Effect"
import * as Schema from "effect/Schema"
import { afterAll, beforeAll, expect, it } from "vitest"
import * as Keystore from "../../src/live/Keystore.ts"
import * as Parameters from "../../src/model/Parameters.ts"
import * as Api from "../../src/relay/Api.ts"
import * as FreePort from "../../src/chain/FreePort.ts"
import { address } from "../arbitrary/deal.ts"
import * as Process from "../cli/process.ts"

const servers: Array<Server> = []
let directory = ""
let words = ""

const serve = async (answer: string | undefined): Promise<string> => {
  const server = createServer((_, response) => {
    if (answer !== undefined) response.end(answer)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

beforeAll(async () => {
  directory = mkdtempSync(join(tmpdir(), "ipsx-silent-"))
  const key = join(directory, "key.json")
  await Effect.runPromise(Keystore.create(key, new Uint8Array(32).fill(5), "word", Keystore.quick))
  const place = { chainId: 31337, centralizer: address(0xc0), token: address(0xc1) }
  const info = { relay: address(9), place, parameters: Parameters.small, policy: "price-time" }
  const relay = await serve(JSON.stringify(Schema.encodeSync(Api.Info)(info)))
  words = `wallet --key ${key} --relay ${relay} --data ${join(directory, "data")}`
  process.env["IPSX_PASSWORD"] = "word"
})
afterAll(() => {
  delete process.env["IPSX_PASSWORD"]
  for (const server of servers) {
    server.closeAllConnections()
    server.close()
  }
  rmSync(directory, { recursive: true, force: true })
})

it("says what it waits for when a chain does not answer, and ends within its patience", async () => {
  const chain = await serve(undefined)
  const { out, error, code } = await Process.run(`${words} --chain ${chain} --patience 1`)
  expect([out, code]).toEqual(["", 2])
  const [waiting, why] = error.split("\n")
  expect(waiting).toBe(`${chain} has not answered yet; it is waited for`)
  expect(why).toMatch(/^ipsx: http\S+ did not answer a batch of 3 within 5000 ms/)
})

it("asks a chain again that is not there yet, and says so at once", async () => {
  const chain = `http://127.0.0.1:${await FreePort.find("127.0.0.1")}`
  const { error, code } = await Process.run(`${words} --chain ${chain} --patience 1`)
  expect(code).toBe(2)
  const [waiting, why] = error.split("\n")
  expect(waiting).toMatch(/^nothing answers at http\S+ \(ECONNREFUSED\).*; it is asked again$/)
  expect(why).toMatch(/^ipsx: nothing answers at http\S+ \(ECONNREFUSED\)/)
})
