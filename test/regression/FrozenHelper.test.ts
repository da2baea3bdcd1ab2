// A program that an adapter runs to its end was stopped while it ran: the limit of time sent it what a stopped program does
// not hear, and it stayed for ever. Found by the fault matrix, seeds 28 and 82.
import { existsSync, readFileSync } from "node:fs"
import { expect, it } from "vitest"
import * as Command from "../../src/tunnel/wireguard/Command.ts"

it("IPSX-TUN-006 a program that stands still is ended when its time is up", async () => {
  const script = "echo $$ >&2; kill -STOP $$; echo on"
  // Time enough for a busy machine to start the program.
  const said = await Command.run([], ["sh", "-c", script], "", 3000).catch(
    (cause: Error) => cause.message,
  )
  const pid = /(\d+)\s*$/.exec(said)?.[1] ?? "none"
  const stat = `/proc/${pid}/stat`
  expect(pid).not.toBe("none")
  expect(existsSync(stat) ? readFileSync(stat, "utf8") : "").not.toContain("(sh)")
})
