// How deep a search goes into each group of what it may look at (IPSX-MAT-016, IPSX-MAT-017).

/** What may be looked at in all, and what there is in all groups together. */
export interface Budget {
  readonly scanMax: number
  readonly total: number
}

/**
 * How many of a group come first: its share, but never less than a thousandth of what may be looked at in all, so that
 * small groups are not cut short by chance.
 */
export const depth = ({ scanMax, total }: Budget, count: number): number =>
  total <= scanMax
    ? count
    : Math.max(1, Math.floor(scanMax / 1024), Math.floor((scanMax * count) / total))
