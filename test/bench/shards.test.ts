// The prototype of a divided book is only worth measuring as long as it does what one book does.
import { spawnSync } from "node:child_process"
import { describe, expect, it } from "vitest"

describe("a book divided over two threads", () => {
  it("IPSX-MAT-001 gives the events of one book, each one and in order", () => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["bench/shards.bench.ts", "3000", "600"],
      { encoding: "utf8" },
    )
    expect(stderr).toMatch(/mixed requests: \d{3,} equal events; .* [1-9]\d* of both/)
    expect(stdout.trim().split("\n")).toHaveLength(4)
    expect(status).toBe(0)
  })
})
