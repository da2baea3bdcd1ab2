import { createHash } from "node:crypto"
import { describe, expect, it } from "vitest"
import * as Hashing from "../../sim/Hashing.ts"

describe("Hashing", () => {
  it("IPSX-SIM-006 hashes the rows of the state as one text, however many there are", () => {
    for (const length of [0, 1, 2, 4095, 4096, 4097, 12_289]) {
      const rows = Array.from({ length }, (_, i) => `wallet ${i} ${7 ** (i % 9)}`)
      const whole = createHash("sha256").update(rows.join("\n")).digest("hex")
      expect(Hashing.rows(rows)).toBe(`0x${whole}`)
    }
  })
})
