// What a transaction offers for its gas: enough for several full blocks at first, more when it is not taken, and never more
// than its owner has said (IPSX-CHN-053). Pure; amounts are wei for one gas.

/** What a transaction pays at most, and what of it goes to who makes the block. */
export interface Fee {
  readonly maxFeePerGas: bigint
  readonly maxPriorityFeePerGas: bigint
}

/** What gas costs in the newest block, what is usual beside it, and the block's number. */
export interface Price {
  readonly base: bigint
  readonly tip: bigint
  readonly block: number
}

const gwei = 10n ** 9n

/** Where the owner says nothing. */
export const usualCap = 500n * gwei

/** An owner's limit, which is told in whole gwei. */
export const ofGwei = (amount: number): bigint => BigInt(amount) * gwei

/** The same in gwei, for people. */
export const format = (amount: bigint): string => `${Number(amount) / 1e9} gwei`

const least = (a: bigint, b: bigint): bigint => (a < b ? a : b)
const most = (a: bigint, b: bigint): bigint => (a > b ? a : b)

/** By what nodes want a transaction's fees to rise before they let it take another one's place is a tenth; this is more. */
const raise = (amount: bigint): bigint => amount + (amount + 7n) / 8n
const isEnough = (last: bigint, next: bigint): boolean => 10n * next >= 11n * last

// A node whose blocks cost nothing still names a tip; it is left out, so that nobody needs ether there.
const wanted = ({ base, tip }: Price): Fee => {
  const maxPriorityFeePerGas = base === 0n ? 0n : tip
  return { maxFeePerGas: 2n * base + maxPriorityFeePerGas, maxPriorityFeePerGas }
}

const capped = (fee: Fee, cap: bigint): Fee => {
  const maxFeePerGas = least(fee.maxFeePerGas, cap)
  return { maxFeePerGas, maxPriorityFeePerGas: least(fee.maxPriorityFeePerGas, maxFeePerGas) }
}

/**
 * What is offered at first: twice the present base fee, so that it stays good for several full blocks.
 *
 * @example
 * Fee.first({ base: 10n, tip: 1n, block: 7 }, Fee.usualCap) // { maxFeePerGas: 21n, maxPriorityFeePerGas: 1n }
 */
export const first = (price: Price, cap: bigint): Fee => capped(wanted(price), cap)

/** What is offered next in the place of `last`; undefined when the cap leaves too little for a node to take it. */
export const raised = (last: Fee, price: Price, cap: bigint): Fee | undefined => {
  const now = wanted(price)
  const next = capped(
    {
      maxFeePerGas: most(now.maxFeePerGas, raise(last.maxFeePerGas)),
      maxPriorityFeePerGas: most(now.maxPriorityFeePerGas, raise(last.maxPriorityFeePerGas)),
    },
    cap,
  )
  const isTaken =
    next.maxFeePerGas > last.maxFeePerGas &&
    isEnough(last.maxFeePerGas, next.maxFeePerGas) &&
    isEnough(last.maxPriorityFeePerGas, next.maxPriorityFeePerGas)
  return isTaken ? next : undefined
}
