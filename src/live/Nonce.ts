// The numbers of a party's orders: a relay takes each that is higher than the last one (IPSX-MAT-033). They are moments, so that
// who has lost its journal still counts on; and above all that were used, because a clock may be set back.

let last = 0

/** Numbers from now on are above this one, which an earlier run has used. */
export const after = (used: number): void => {
  last = Math.max(last, used)
}

/**
 * The number of the next order.
 *
 * @example
 * const request = { ...wish, nonce: Nonce.next() }
 */
export const next = (): number => (last = Math.max(last + 1, Date.now()))
