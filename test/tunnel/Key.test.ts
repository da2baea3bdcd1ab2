import { expect, it } from "vitest"
import * as Id from "../../src/model/Id.ts"
import * as Key from "../../src/tunnel/Key.ts"

const lease = Id.fromNumber(7)
const [provider, requester] = [Key.generate(), Key.generate()]
const derive = (role: "provider" | "requester", dials: "provider" | "requester", id = lease) =>
  role === "provider"
    ? Key.derive(provider, requester.public, { lease: id, role, dials })
    : Key.derive(requester, provider.public, { lease: id, role, dials })

it("IPSX-TUN-004 both sides derive one key of a lease, and another one of every other lease and pair", () => {
  expect(derive("provider", "requester")).toEqual(derive("requester", "requester"))
  expect(derive("provider", "requester").key).toHaveLength(32)
  const others = [
    derive("provider", "requester", Id.fromNumber(8)),
    Key.derive(Key.generate(), requester.public, { lease, role: "provider", dials: "requester" }),
  ]
  for (const { key, identity } of others) {
    expect(key).not.toEqual(derive("provider", "requester").key)
    expect(identity).not.toBe(derive("provider", "requester").identity)
  }
})

it("IPSX-TUN-004 no pair is given twice, also of those that were made ahead, and each works", async () => {
  const pairs: Array<Key.Pair> = []
  for (let n = 0; n < 60; n++) {
    pairs.push(Key.generate())
    if (n % 3 === 0) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  expect(new Set(pairs.map((pair) => pair.public)).size).toBe(pairs.length)
  for (const pair of pairs) {
    const lends = { lease, role: "provider", dials: "requester" } as const
    const asks = { ...lends, role: "requester" } as const
    expect(Key.derive(pair, requester.public, lends)).toEqual(
      Key.derive(requester, pair.public, asks),
    )
  }
})

it("IPSX-TUN-007 a key for one direction of dialling is none for the other", () => {
  const [one, other] = [derive("provider", "requester"), derive("provider", "provider")]
  expect(one.key).not.toEqual(other.key)
  expect(one.identity).not.toBe(other.identity)
})

it("IPSX-TUN-003 a public key is thirty-two bytes, and a point of small order is refused", () => {
  expect(Key.isPublic(provider.public)).toBe(true)
  for (const text of ["", "AAAA", `${provider.public}=`, 5, undefined])
    expect(Key.isPublic(text)).toBe(false)
  const zero = Buffer.alloc(32).toString("base64")
  expect(() => Key.derive(provider, zero, { lease, role: "provider", dials: "provider" })).toThrow()
})
