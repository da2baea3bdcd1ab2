// What an entry is good for, in one integer, so that a scan settles most of the sieve with one comparison. From the
// lowest bit: 20 of protocols and scopes, 4 of rating, 5 of the least lease, 3 of quality (IPSX-MAT-016).

/** The coarse values that the sieve compares: what is finer is looked at when a piece is tried (IPSX-MAT-016). */
export const coarse = {
  rating: (rating: number): number => rating >> 6,
  quality: (quality: number): number => quality >> 7,
  lease: (seconds: number): number => 31 - Math.clz32(seconds | 1),
} as const

export const bits = (protocols: number, scopes: number): number => protocols | (scopes << 8)

export const of = (bits: number, rating: number, minLease: number, quality: number): number =>
  bits |
  (coarse.rating(rating) << 20) |
  (coarse.lease(minLease) << 24) |
  (coarse.quality(quality) << 29)

export const ratingIn = (mark: number): number => (mark >>> 20) & 15
export const leaseIn = (mark: number): number => (mark >>> 24) & 31
export const qualityIn = (mark: number): number => mark >>> 29
