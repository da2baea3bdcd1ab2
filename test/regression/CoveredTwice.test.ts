// From the block that opened a deal until its tunnel worked, what it costs was reserved on the chain and still set aside in
// the program: who rented two addresses and had enough for both was told that tokens were lacking, or deposited more.
import { expect, it } from "vitest"
import type { Id } from "../../src/model/Id.ts"
import { token } from "../arbitrary/deal.ts"
import * as Node from "./Node.ts"

const id = `0x${"ab".repeat(32)}` as Id
const word = (n: bigint): string => n.toString(16).padStart(64, "0")

it("IPSX-WAL-012 what the chain has reserved for a deal is not set aside once more", async () => {
  const wallet = { balance: 10n * token, reserved: 0n, isOpen: false }
  const answers: Node.Answers = (method, [first]) => {
    if (method !== "eth_call") return undefined
    const { to, data } = first as { readonly to: string; readonly data: string }
    if (to === Node.place.token) return `0x${word(0n)}`
    const { balance, reserved, isOpen } = wallet
    return data.includes(id.slice(2))
      ? `0x${word(32n)}${word(1n)}${Array.from({ length: 16 }, (_, at) => word(at === 9 && isOpen ? 1n : 0n)).join("")}`
      : `0x${word(32n)}${word(1n)}${word(balance)}${word(reserved)}`
  }
  const submissions = Node.submissions(answers)
  const purse = Node.purse(answers, submissions)
  const deals: Array<Id> = []
  const release = await purse.cover(6n * token, () => deals)
  deals.push(id)
  await expect(purse.cover(5n * token)).rejects.toMatchObject({ _tag: "PurseShort" })
  Object.assign(wallet, { balance: 4n * token, reserved: 6n * token, isOpen: true })
  await expect(purse.cover(5n * token)).rejects.toMatchObject({ _tag: "PurseShort" })
  await purse.cover(4n * token)
  release()
  // The second one is nowhere reserved, and still set aside.
  await expect(purse.cover(1n)).rejects.toMatchObject({ _tag: "PurseShort" })
  submissions.close()
})
