// Mean, spread and confidence of a value over replications. Plain sums in the order of the seeds, so that the result
// is the same bytes whoever ran what.

/** A running mean and sum of squares (Welford), with the extremes. */
export interface Sample {
  n: number
  mean: number
  squares: number
  min: number
  max: number
}

export const empty = (): Sample => ({ n: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity })

export const add = (self: Sample, value: number): void => {
  self.n += 1
  const before = value - self.mean
  self.mean += before / self.n
  self.squares += before * (value - self.mean)
  if (value < self.min) self.min = value
  if (value > self.max) self.max = value
}

/** The standard deviation of the population that the sample was drawn from; 0 for a single value. */
export const deviation = ({ n, squares }: Sample): number =>
  n < 2 ? 0 : Math.sqrt(squares / (n - 1))

/**
 * The probability that Student's t with so many degrees of freedom lies within ±t, by its finite series
 * for whole degrees (Abramowitz and Stegun 26.7.3 and 26.7.4).
 */
const within = (t: number, degrees: number): number => {
  const ratio = (t * t) / degrees
  const cosine2 = 1 / (1 + ratio)
  const sine = Math.sqrt(ratio * cosine2)
  const isOdd = degrees % 2 === 1
  let term = isOdd ? Math.sqrt(cosine2) : 1
  let sum = degrees === 1 ? 0 : term
  for (let k = isOdd ? 3 : 2; k <= degrees - 2; k += 2) {
    term *= (cosine2 * (k - 1)) / k
    sum += term
  }
  return isOdd ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(degrees)) + sine * sum) : sine * sum
}

const quantiles = new Map<number, number>()
const digits = 12

/**
 * The two-sided 95 % quantile of Student's t: how many standard errors the interval has to each side.
 *
 * @throws RangeError unless the degrees are an integer ≥ 1.
 * @example
 * Statistics.student(9) // 2.26215716279
 */
export const student = (degrees: number): number => {
  if (!Number.isInteger(degrees) || degrees < 1)
    throw new RangeError(`not degrees of freedom: ${degrees}`)
  const known = quantiles.get(degrees)
  if (known !== undefined) return known
  let [low, high] = [1.9, 12.8]
  for (let i = 0; i < 60; i++) {
    const middle = (low + high) / 2
    if (within(middle, degrees) < 0.95) low = middle
    else high = middle
  }
  // The last bits of an arc tangent differ between engines; these digits do not.
  const found = Number(((low + high) / 2).toPrecision(digits))
  quantiles.set(degrees, found)
  return found
}

/** Half the width of the 95 % confidence interval of the mean; infinite while one value is all there is. */
export const halfWidth = (sample: Sample): number =>
  sample.n < 2 ? Infinity : (student(sample.n - 1) * deviation(sample)) / Math.sqrt(sample.n)

/**
 * The half-width as it is shown: what adding up doubles rounds away is no spread of the values.
 *
 * @example
 * Statistics.spread(1, 2e-16) // 0
 */
export const spread = (mean: number, half: number): number =>
  half <= 1e-12 * Math.abs(mean) ? 0 : half
