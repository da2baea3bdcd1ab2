// The tunnels of several seats worked as one.
import { expect, it } from "vitest"
import type { Conduit, Use } from "../../src/live/Conduit.ts"
import type { Left } from "../../src/tunnel/Allowance.ts"
import * as Ends from "../../src/live/Ends.ts"
import type { Ip } from "../../src/model/Ip.ts"

const played = (seats: number, uses: ReadonlyArray<Use> = []) => {
  const said: Array<string> = []
  const told: Array<Ends.Told> = []
  const ends = Ends.make({
    seats,
    doubtful: new Set(),
    make: (seat, mine) => {
      told[seat] = mine
      const conduit: Conduit = {
        open: () => said.push(`open ${seat}`),
        close: () => said.push(`close ${seat}`),
        hear: ({ epoch }) => said.push(`hear ${seat} ${epoch}`),
        ungate: (left) => said.push(`ungate ${seat} ${left().bytes} ${left().millis}`),
        gate: () => said.push(`gate ${seat}`),
        verify: () => said.push(`verify ${seat}`),
        substitute: async (address) => void said.push(`${seat} is ${address}`),
        use: async () => uses[seat]!,
        dispose: async () => void said.push(`dispose ${seat}`),
      }
      return conduit
    },
    up: () => said.push("up"),
    lose: (seat) => said.push(`lost ${seat}`),
    restored: () => said.push("restored"),
  })
  return { ends, said, told }
}

it("IPSX-TUN-008 several seats are up when all are, and again when one has come back", () => {
  const { said, told } = played(3)
  for (const seat of [0, 2, 0]) told[seat]!.up()
  expect(said).toEqual([])
  told[1]!.up()
  told[0]!.up()
  expect(said).toEqual(["up", "up"])
})

it("IPSX-TUN-008 serve the seconds that each serves, and carry the bytes of all", async () => {
  const { ends } = played(2, [
    { seconds: 9, bytesUsed: 100 },
    { seconds: 7, bytesUsed: 11 },
  ])
  expect(await ends.use()).toEqual({ seconds: 7, bytesUsed: 111 })
})

it("IPSX-TUN-008 share what may pass unpaid, so that all together never pass it", () => {
  const { ends, said } = played(3)
  const left: Left = { bytes: 100n, millis: 500 }
  ends.ungate(() => left)
  expect(said).toEqual(["ungate 0 33 500", "ungate 1 33 500", "ungate 2 33 500"])
})

it("IPSX-TUN-008 hear what is for which of them, and nothing for one that is not there", () => {
  const { ends, said } = played(2)
  const message = { adapter: "null", details: {} }
  ends.hear({ ...message, epoch: 1 })
  ends.hear({ ...message, epoch: 2, seat: 1 })
  ends.hear({ ...message, epoch: 3, seat: 2 })
  expect(said).toEqual(["hear 0 1", "hear 1 2"])
})

it("IPSX-AGR-080 is restored when no seat's address is another one any more", async () => {
  const { ends, said, told } = played(2)
  told[0]!.address(false)
  told[1]!.address(false)
  told[0]!.address(true)
  await ends.substitute(1, "9.9.9.9" as Ip)
  await ends.substitute(7, "9.9.9.9" as Ip)
  told[1]!.address(true)
  expect(said).toEqual(["lost 0", "lost 1", "1 is 9.9.9.9", "restored"])
})
