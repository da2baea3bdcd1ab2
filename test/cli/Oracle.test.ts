import { spawnSync } from "node:child_process"
import { describe, expect, it } from "vitest"
import * as Process from "./process.ts"

describe("ipsx run on contracts of which one balance was falsified", () => {
  it("IPSX-SIM-016 exits with 1, names block, account, both values, and a command that finds it again", async () => {
    const ran = await Process.run(
      "run scenarios/quickstart.yaml --format json --set duration=2m --set expect=[] --set",
      "chain.tamper={ block: 100, account: crawlers-7, delta: '-3' }",
    )
    expect(ran.code).toBe(1)
    const summary = JSON.parse(ran.out) as { oracle: { mismatches: number } }
    expect(summary.oracle.mismatches).toBeGreaterThan(0)
    expect(ran.error).toMatch(
      /after [\d,.]+ s, IPSX-CHN-030: block \d+, wallet 0x[0-9a-f]{40} \(crawlers-7\)(?: at the end)?: expected .*balance\D+\d+.*, the chain has .*balance\D+\d+/,
    )
    expect(ran.error).not.toContain("    at ")
    const command = ran.error.trim().split("\n").at(-1)!.trim()
    expect(command).toMatch(
      /^ipsx run scenarios\/quickstart\.yaml --set .* --seed 7 --chain anvil$/,
    )
    const program = `'${process.execPath}' sim/cli.ts`
    const again = spawnSync("/bin/sh", ["-c", command.replace(/^ipsx/, program)])
    expect(again.status).toBe(1)
    const finding = /^.*IPSX-CHN-030.*$/m.exec(ran.error)![0]
    expect(again.stdout.toString()).toContain(finding)
  })
})
