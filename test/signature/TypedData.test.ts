import * as fc from "fast-check"
import { hashStruct as viemHashStruct, hashTypedData } from "viem"
import { describe, expect, it } from "vitest"
import * as Curve from "../../src/signature/Curve.ts"
import * as Hex from "../../src/signature/Hex.ts"
import * as Structure from "../../src/signature/Structure.ts"
import * as TypedData from "../../src/signature/TypedData.ts"
import { hex, recordOf } from "./arbitrary.ts"

const curve = Curve.noble
const types = Object.fromEntries(
  Object.values(Structure.all).map((structure) => [
    structure.name,
    structure.fields.map(([name, type]) => ({ name, type: type as string })),
  ]),
)

describe.each(Object.values(Structure.all) as Array<TypedData.Structure<never>>)(
  "IPSX-SIG-001 IPSX-SIG-002 $name",
  (structure) => {
    it("has viem's digest under every domain", () => {
      fc.assert(
        fc.property(
          recordOf(structure),
          fc.integer({ min: 1, max: 2 ** 31 }),
          hex(20),
          (message, chainId, centralizer) => {
            const separator = Structure.domain(curve, { chainId, centralizer })
            expect(Hex.fromBytes(TypedData.digest(curve, separator, structure, message))).toBe(
              hashTypedData({
                domain: { name: "IPSX", version: "1", chainId, verifyingContract: centralizer },
                types,
                primaryType: structure.name,
                message,
              }),
            )
          },
        ),
        { numRuns: 60 },
      )
    })

    it("refuses an integer that its type cannot hold, and a text of another length", () => {
      const zero = (type: string) =>
        type === "address" ? `0x${"0".repeat(40)}` : type === "bytes32" ? `0x${"0".repeat(64)}` : 0
      const blank = Object.fromEntries(
        structure.fields.map(([name, type]) => [name, zero(type as string)]),
      )
      for (const [name, type] of structure.fields) {
        const bits = /^uint(\d+)$/.exec(type as string)?.[1]
        const bad =
          bits === undefined
            ? ["0x00", type === "address" ? `0x${"g".repeat(40)}` : `0x${"g".repeat(64)}`]
            : [2n ** BigInt(bits), -1n, -1, 2 ** Number(bits)]
        for (const value of bad)
          expect(() =>
            TypedData.hashStruct(curve, structure, { ...blank, [name]: value } as never),
          ).toThrow(RangeError)
      }
    })
  },
)

describe("EIP-712", () => {
  const Person = TypedData.structure("Person", [
    ["name", "string"],
    ["wallet", "address"],
  ])
  const Mail = TypedData.structure("Mail", [
    ["from", Person],
    ["to", Person],
    ["contents", "string"],
  ])
  const mail = {
    from: { name: "Cow", wallet: "0xCD2a3d9F938E13CD947Ec05AbC7FE734Df8DD826" },
    to: { name: "Bob", wallet: "0xbBbBBBBbbBBBbbbBbbBbbbbBBbBbbbbBbBbbBBbB" },
    contents: "Hello, Bob!",
  }

  it("gives the published values of the example Mail", () => {
    expect(Mail.type).toBe(
      "Mail(Person from,Person to,string contents)Person(string name,address wallet)",
    )
    expect(Hex.fromBytes(TypedData.typeHash(curve, Mail))).toBe(
      "0xa0cedeb2dc280ba39b857546d74f5549c3a1d7bdc2dd96bf881f76108e23dac2",
    )
    expect(Hex.fromBytes(TypedData.hashStruct(curve, Mail, mail))).toBe(
      "0xc52c0ee5d84264471806290a3f2c4cecfc5490626bf912d01f240d7a274b371e",
    )
    const separator = Structure.separator(curve, {
      name: "Ether Mail",
      version: "1",
      chainId: 1,
      verifyingContract: "0xCcCCccccCCCCcCCCCCCcCcCccCcCCCcCcccccccC",
    })
    expect(Hex.fromBytes(separator)).toBe(
      "0xf2cee375fa42b42143804025fc449deafd50cc031ca257e0b194a650a912090f",
    )
    expect(Hex.fromBytes(TypedData.digest(curve, separator, Mail, mail))).toBe(
      "0xbe609aee343fb3c4b28e1df9e632fca64fcfaede20f02e86244efddf30957bd2",
    )
  })

  it("lists the structures that a structure refers to once each, by name", () => {
    const C = TypedData.structure("C", [["x", "uint8"]])
    const B = TypedData.structure("B", [
      ["c", C],
      ["d", C],
    ])
    const A = TypedData.structure("A", [
      ["c", C],
      ["b", B],
    ])
    expect(A.type).toBe("A(C c,B b)B(C c,C d)C(uint8 x)")
  })

  it.each(["uint7", "uint264", "int8", "bytes"])("refuses a field of type %s", (type) => {
    expect(() => TypedData.structure("X", [["x", type as "uint8"]])).toThrow(RangeError)
  })
})

it("IPSX-SIG-004 a channel's id is the struct hash of its deal, the same under every domain", () => {
  fc.assert(
    fc.property(recordOf(Structure.Deal), (deal) => {
      expect(Structure.channelId(curve, deal)).toBe(
        viemHashStruct({ data: deal, primaryType: "Deal", types }),
      )
    }),
    { numRuns: 40 },
  )
})
