// What a run measures: counters, levels averaged over time, quantiles, and series for charts. Everything is
// bounded, however long the run, and nothing depends on the order in which different things are measured.

export interface Metrics {
  readonly counters: Map<string, { value: number }>
  readonly levels: Map<string, Level>
  readonly quantiles: Map<string, Quantiles>
}

export const make = (): Metrics => ({
  counters: new Map(),
  levels: new Map(),
  quantiles: new Map(),
})

/** Adds to a counter. */
export const count = (self: Metrics, name: string, by = 1): void => {
  const known = self.counters.get(name)
  if (known === undefined) self.counters.set(name, { value: by })
  else known.value += by
}

export const counted = (self: Metrics, name: string): number => self.counters.get(name)?.value ?? 0

/** A quantity that holds its value until it changes: active leases, reserved tokens. */
export interface Level {
  value: number
  since: number
  area: number
  readonly from: number
  max: number
}

export const level = (value: number, at: number): Level => ({
  value,
  since: at,
  area: 0,
  from: at,
  max: value,
})

/** @throws RangeError when time goes backwards. */
export const change = (self: Level, to: number, at: number): void => {
  if (at < self.since) throw new RangeError(`${at} ms is before ${self.since} ms`)
  self.area += self.value * (at - self.since)
  self.value = to
  self.since = at
  if (to > self.max) self.max = to
}

/** The average over time since the level began, or its value when no time has passed. */
export const average = (self: Level, at: number): number =>
  at <= self.from ? self.value : (self.area + self.value * (at - self.since)) / (at - self.from)

/** Named levels: sets one, beginning it at zero where it is new. */
export const set = (self: Metrics, name: string, to: number, at: number): void => {
  let known = self.levels.get(name)
  if (known === undefined) self.levels.set(name, (known = level(0, 0)))
  change(known, to, at)
}

// A histogram with 64 steps in each power of two: a quantile is off by less than 1.6 %, and a bucket's
// number comes from the bits of the value, so that no logarithm is needed.
export interface Quantiles {
  readonly buckets: Map<number, number>
  count: number
  sum: number
  min: number
  max: number
}

export const quantiles = (): Quantiles => ({
  buckets: new Map(),
  count: 0,
  sum: 0,
  min: Infinity,
  max: -Infinity,
})

const bits = new DataView(new ArrayBuffer(8))
const bucketOf = (value: number): number => {
  bits.setFloat64(0, value)
  return bits.getUint32(0) >>> 14
}
// Below the second bucket there are only zero and the numbers that are hardly more.
const lowerBound = (bucket: number): number => {
  if (bucket < 2) return 0
  bits.setUint32(0, bucket << 14)
  bits.setUint32(4, 0)
  return bits.getFloat64(0)
}

/** @throws RangeError when the value is negative or not finite. */
export const observe = (self: Quantiles, value: number): void => {
  if (!(value >= 0 && value < Infinity)) throw new RangeError(`cannot observe ${value}`)
  // Negative zero would be the largest bucket of all.
  const bucket = bucketOf(value + 0)
  self.buckets.set(bucket, (self.buckets.get(bucket) ?? 0) + 1)
  self.count += 1
  self.sum += value
  if (value < self.min) self.min = value
  if (value > self.max) self.max = value
}

/** Adds to a named histogram. */
export const sample = (self: Metrics, name: string, value: number): void => {
  let known = self.quantiles.get(name)
  if (known === undefined) self.quantiles.set(name, (known = quantiles()))
  observe(known, value)
}

/**
 * The value below which a share of the observations lies, `null` when there are none.
 *
 * @example
 * Metrics.quantile(waiting, 0.95) // 1_216
 */
export const quantile = (self: Quantiles, share: number): number | null => {
  if (self.count === 0) return null
  const target = share * self.count
  let seen = 0
  for (const [bucket, count] of [...self.buckets].sort(([a], [b]) => a - b)) {
    seen += count
    if (seen >= target) {
      const middle = (lowerBound(bucket) + lowerBound(bucket + 1)) / 2
      return Math.min(self.max, Math.max(self.min, middle))
    }
  }
  return self.max
}

export const mean = (self: Quantiles): number | null =>
  self.count === 0 ? null : self.sum / self.count

/** Values over virtual time in equal buckets. */
export interface Series {
  readonly bucketMs: number
  readonly sums: Float64Array
  readonly weights: Float64Array
}

/** No series has more points than this: more would not be seen in a chart. */
export const pointsMax = 2000

/** @throws RangeError when the duration would need more than `pointsMax` buckets. */
export const series = (durationMs: number, bucketMs: number): Series => {
  const points = Math.ceil(durationMs / bucketMs)
  if (!(points >= 1 && points <= pointsMax)) throw new RangeError(`${points} points in a series`)
  return { bucketMs, sums: new Float64Array(points), weights: new Float64Array(points) }
}

/** Adds to the bucket of a moment; `weight` is what the bucket's mean divides by. What is past the end is left out. */
export const add = (self: Series, at: number, value: number, weight = 1): void => {
  const i = Math.floor(at / self.bucketMs)
  if (i >= self.sums.length) return
  self.sums[i]! += value * weight
  self.weights[i]! += weight
}

/** Spreads a level that held from one moment to another over the buckets between, up to the end of the last. */
export const spread = (self: Series, from: number, to: number, value: number): void => {
  const end = Math.min(to, self.sums.length * self.bucketMs)
  for (let at = from; at < end;) {
    const i = Math.floor(at / self.bucketMs)
    const next = Math.min(end, (i + 1) * self.bucketMs)
    self.sums[i]! += value * (next - at)
    self.weights[i]! += next - at
    at = next
  }
}

/** The mean of each bucket, `null` where nothing was added. */
export const means = (self: Series): Array<number | null> =>
  Array.from(self.sums, (sum, i) => (self.weights[i] === 0 ? null : sum / self.weights[i]!))

/** The sum of each bucket. */
export const sums = (self: Series): Array<number> => Array.from(self.sums)
