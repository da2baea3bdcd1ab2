// How deep a search goes into each group of what it may look at (IPSX-MAT-016, IPSX-MAT-017).

/** What may be looked at in all, and what there is in all groups together. */
export interface Budget {
  readonly scanMax: number
  readonly total: number
}

/** What a group has at least, so that small ones are not cut short by chance. */
export const least = (scanMax: number): number => Math.max(1, Math.floor(scanMax / 1024))

/**
 * How many of a group come first: its share, but never less than a thousandth of what may be looked at in all.
 */
export const depth = ({ scanMax, total }: Budget, count: number): number =>
  total <= scanMax ? count : Math.max(least(scanMax), Math.floor((scanMax * count) / total))
