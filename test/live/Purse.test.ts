// What a purse may deposit without being asked is a sum for all runs of its program, not for each.
import { expect, it } from "vitest"
import type { Rpc } from "../../src/chain/Rpc.ts"
import * as Purse from "../../src/live/Purse.ts"
import type * as Recording from "../../src/live/Recording.ts"
import { address, token } from "../arbitrary/deal.ts"

const word = (n: bigint): string => n.toString(16).padStart(64, "0")
const place = { chainId: 31337, centralizer: address(0xc0), token: address(0xc1) }

/** A chain that takes whatever is deposited. */
const chain = () => {
  const account = { balance: 0n, tokens: 100n * token }
  const entries: Array<Recording.Entry> = []
  const open = () =>
    Purse.open({
      rpc: {
        batch: async () => [
          `0x${word(32n)}${word(1n)}${word(account.balance)}${word(0n)}`,
          `0x${word(account.tokens)}`,
          `0x${word(0n)}`,
        ],
      } as unknown as Rpc,
      place,
      address: address(1),
      submissions: {
        submit: ({ transaction, finished }) => {
          if (transaction._tag !== "DepositWithPermit") throw new Error(transaction._tag)
          account.balance += transaction.amount
          account.tokens -= transaction.amount
          finished?.(undefined)
        },
        waiting: () => 0,
        close: () => {},
      },
      journal: { append: async (more) => void entries.push(...more) },
      topUp: 5n * token,
      ...Purse.recorded(entries.filter((entry) => entry._tag === "Topped")),
    })
  return { account, open }
}

it("IPSX-WAL-012 fills the wallet up to a limit that holds over all runs", async () => {
  const { account, open } = chain()
  const release = await open().cover(3n * token)
  expect(account.balance).toBe(3n * token)
  release()
  account.balance = 0n
  const again = open()
  await expect(again.cover(3n * token)).rejects.toThrow(/of which 2 may be deposited without being/)
  await again.cover(2n * token)
  expect(account.balance).toBe(2n * token)
  account.balance = 0n
  await expect(open().cover(1n)).rejects.toMatchObject({ _tag: "PurseShort", left: 0n })
})
