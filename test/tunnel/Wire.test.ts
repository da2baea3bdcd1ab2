// The embedded tunnel's bytes as the specification has them, put together from it with other libraries than the adapter's.
import * as Http2 from "node:http2"
import * as Tls from "node:tls"
import { x25519 } from "@noble/curves/ed25519.js"
import { hkdf } from "@noble/hashes/hkdf.js"
import { sha256 } from "@noble/hashes/sha2.js"
import * as Effect from "effect/Effect"
import * as Fiber from "effect/Fiber"
import * as Schema from "effect/Schema"
import { expect, it, vi } from "vitest"
import * as Id from "../../src/model/Id.ts"
import type { Ip } from "../../src/model/Ip.ts"
import * as Usage from "../../src/model/Usage.ts"
import * as Embedded from "../../src/tunnel/Embedded.ts"
import * as Sign from "../../src/tunnel/embedded/Sign.ts"
import * as ExitPolicy from "../../src/tunnel/ExitPolicy.ts"
import * as Key from "../../src/tunnel/Key.ts"
import * as Lease from "../../src/tunnel/Lease.ts"
import * as Reading from "../../src/tunnel/Reading.ts"
import * as Tunnel from "../../src/tunnel/Tunnel.ts"
import * as Target from "./Target.ts"

it.each(["provider", "requester"] as const)(
  "IPSX-TUN-071 a key is what x25519 and HKDF make of both pairs, the lease and who dials: the %s",
  (dials) => {
    const lease = Id.fromNumber(2 ** 40 + 7)
    const partner = x25519.utils.randomSecretKey()
    const text = Buffer.from(x25519.getPublicKey(partner)).toString("base64")
    const own = Key.generate()
    const shared = x25519.getSharedSecret(partner, Buffer.from(own.public, "base64"))
    const information = `ipsx tunnel 1|${lease}|${dials} dials|${own.public}|${text}`
    const salt = Buffer.from(lease.slice(2), "hex")
    const bytes = Buffer.from(hkdf(sha256, shared, salt, Buffer.from(information), 48))
    const derived = Key.derive(own, text, { lease, role: "provider", dials })
    expect(derived.key).toEqual(bytes.subarray(0, 32))
    expect(derived.identity).toBe(bytes.subarray(32).toString("hex"))
  },
)

it.each([
  [{ isOpen: false, asks: false, received: 0 }, "0000000000000000"],
  [{ isOpen: true, asks: false, received: 1 }, "0100000000000001"],
  [{ isOpen: false, asks: true, received: 0x01_0203 }, "0200000000010203"],
  [{ isOpen: true, asks: true, received: 2 ** 48 - 1 }, "0300ffffffffffff"],
])("IPSX-TUN-073 a sign of life %j is eight bytes", (sign, hex) => {
  expect(Sign.encode(sign).toString("hex")).toBe(hex)
  expect(Sign.decode(Buffer.from(hex, "hex"))).toEqual(sign)
})

it("IPSX-TUN-073 stops counting at six bytes", () => {
  const sign = Sign.encode({ isOpen: false, asks: false, received: 2 ** 48 })
  expect(sign.toString("hex")).toBe("0000ffffffffffff")
})

// A requester without the adapter: TLS and HTTP/2 of the runtime, and what the specification says.
const lease = {
  id: Id.fromNumber(4711),
  address: "127.0.9.3" as Ip,
  protocols: Usage.protocolSet("tcp"),
  scopes: Usage.scopeSet("other"),
  counter: "l4-payload",
  tolerance: Lease.tolerance,
  heartbeat: 250,
  misses: 40,
} as const satisfies Lease.Lease

const details = Schema.decodeUnknownSync(
  Schema.Struct({
    key: Schema.String,
    endpoint: Schema.NullOr(Schema.Struct({ host: Schema.String, port: Schema.Number })),
  }),
)

const dial = (
  endpoint: { readonly host: string; readonly port: number },
  psk: Buffer,
  identity: string,
): Promise<Tls.TLSSocket> =>
  new Promise((resolve, reject) => {
    const socket = Tls.connect({
      ...endpoint,
      minVersion: "TLSv1.3",
      ciphers: "TLS_AES_128_GCM_SHA256",
      pskCallback: () => ({ psk, identity }),
      checkServerIdentity: () => undefined,
    })
    socket.once("error", reject)
    socket.once("secureConnect", () => resolve(socket))
  })

/** What a CONNECT is answered with, and what then comes. */
const connect = (
  session: Http2.ClientHttp2Session,
  authority: string,
): Promise<readonly [status: number, text: string]> =>
  new Promise((resolve, reject) => {
    const stream = session.request({ ":method": "CONNECT", ":authority": authority })
    let [status, text] = [0, ""]
    stream.on("error", reject)
    stream.on("response", (headers) => {
      status = Number(headers[":status"])
      if (status === 200) stream.write("GET / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n")
    })
    stream.on("data", (chunk: Buffer) => (text += chunk.toString()))
    stream.on("end", () => {
      stream.close()
      resolve([status, text])
    })
  })

it("IPSX-TUN-070 IPSX-TUN-072 IPSX-TUN-073 a requester that has the bytes alone is served, refused and told of the gate", async () => {
  const target = await Target.start()
  const provider = Embedded.make({
    listen: { host: "127.0.0.1" },
    resolve: async (name) => (name === "target.example" ? ["127.0.0.1"] : []),
  })
  const allowed = { name: "the test's own target", block: "127.0.0.1/32", ports: [target.port, 1] }
  const policy = { ...ExitPolicy.standard, allow: [allowed] }
  const pair = x25519.utils.randomSecretKey()
  const key = Buffer.from(x25519.getPublicKey(pair)).toString("base64")
  await Effect.gen(function* () {
    const offer = yield* provider.offer(lease, policy)
    const { endpoint, key: theirs } = details(offer.details)
    const accept = { adapter: "embedded", lease: lease.id, details: { key, endpoint: null } }
    const shared = x25519.getSharedSecret(pair, Buffer.from(theirs, "base64"))
    const information = Buffer.from(`ipsx tunnel 1|${lease.id}|requester dials|${theirs}|${key}`)
    const salt = Buffer.from(lease.id.slice(2), "hex")
    const bytes = Buffer.from(hkdf(sha256, shared, salt, information, 48))
    const serving = yield* Effect.forkChild(provider.serve(lease, accept))
    const socket = yield* Effect.promise(() =>
      vi.waitFor(() => dial(endpoint!, bytes.subarray(0, 32), bytes.toString("hex", 32)), 10_000),
    )
    const session = Http2.connect("http://tunnel", { createConnection: () => socket })
    const signs: Array<string> = []
    session.on("ping", (payload: Buffer) => signs.push(payload.toString("hex")))
    const served = yield* Fiber.join(serving)
    const ask = (authority: string) => Effect.promise(() => connect(session, authority))
    const port = String(target.port)
    expect((yield* ask(`127.0.0.1:${port}`))[0]).toBe(503)
    yield* served.ungate(Tunnel.unlimited)
    const [status, text] = yield* ask(`127.0.0.1:${port}`)
    expect([status, text.slice(0, 12)]).toEqual([200, "HTTP/1.1 200"])
    expect((yield* ask(`target.example:${port}`))[0]).toBe(200)
    expect((yield* ask("10.0.0.1:80"))[0]).toBe(403)
    expect((yield* ask("nobody.example:80"))[0]).toBe(502)
    expect((yield* ask("127.0.0.1:1"))[0]).toBe(504)
    // The gate opened, and then everything that was written here had arrived there.
    const written = 2 * "GET / HTTP/1.1\r\nHost: t\r\nConnection: close\r\n\r\n".length
    yield* Effect.promise(() =>
      vi.waitFor(() => expect(signs.at(-1)).toBe(`0100${written.toString(16).padStart(12, "0")}`)),
    )
    session.destroy()
  }).pipe(Effect.scoped, Effect.runPromise)
  await target.close()
})

it("IPSX-TUN-070 an accept says where to dial when the offer does not, and only then", async () => {
  const listens = Embedded.make({ listen: { host: "127.0.0.1" } })
  const dials = Embedded.make()
  for (const [provider, requester] of [
    [listens, dials],
    [dials, Embedded.make({ listen: { host: "127.0.0.1" } })],
    [listens, Embedded.make({ listen: { host: "127.0.0.1" } })],
  ] as const) {
    const ends = Effect.gen(function* () {
      const offer = yield* provider.offer(lease, ExitPolicy.standard)
      const accept = yield* requester.accept(lease, offer)
      return [offer, accept].map((message) => details(message.details).endpoint !== null)
    })
    const isOffered = provider === listens
    expect(await Effect.runPromise(Effect.scoped(ends))).toEqual([isOffered, !isOffered])
  }
})

it.each([
  [0, 0n, 0n, { seconds: 0, bytesUsed: 0 }],
  [999, 5n, 0n, { seconds: 0, bytesUsed: 5 }],
  [1000, 0n, 5n, { seconds: 1, bytesUsed: 5 }],
  [61_999, 2n ** 40n, 3n, { seconds: 61, bytesUsed: 2 ** 40 + 3 }],
])("IPSX-TUN-034 %i ms, %i bytes up and %i down are priced as %j", (millis, up, down, usage) => {
  const rest = { at: 0, counter: "l4-payload", confirmedBy: "receiver", seq: 1, connections: 1 }
  expect(Reading.usage({ ...rest, millis, up, down } as Reading.Reading)).toEqual(usage)
})
