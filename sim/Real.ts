// Logarithm and exponential out of +, −, ×, ÷ alone. The language lets every engine round Math.log,
// Math.exp and Math.pow differently in the last bit, and one bit is enough to end two runs of one seed
// apart (IPSX-SIM-003). The polynomials are those of Sun's fdlibm; the error is below one unit in the last place.

const ln2High = 6.9314718036912381649e-1
const ln2Low = 1.90821492927058770002e-10
const sqrtHalf = Math.SQRT1_2

// Exact powers of two by doubling: multiplying by them loses nothing within the normal range.
const powerOfTwo = (exponent: number): number => {
  let value = 1
  const step = exponent < 0 ? 0.5 : 2
  for (let i = Math.abs(exponent); i > 0; i--) value *= step
  return value
}
const powers = Float64Array.from({ length: 2098 }, (_, i) => powerOfTwo(i - 1074))
/** 2^exponent, exactly, for −1074 ≤ exponent ≤ 1023. */
const scale = (exponent: number): number => powers[exponent + 1074]!

/**
 * The natural logarithm. `log(0)` is −∞; of a negative number it is NaN.
 *
 * @example
 * Real.log(1) // 0
 */
export const log = (x: number): number => {
  if (!(x > 0)) return x === 0 ? -Infinity : NaN
  if (x === Infinity) return x
  // x = mantissa × 2^exponent with the mantissa in [√½, √2): a binary search over the exact powers.
  let low = -1074
  let high = 1023
  while (low < high) {
    const middle = Math.ceil((low + high) / 2)
    if (scale(middle) <= x) low = middle
    else high = middle - 1
  }
  let exponent = low + 1
  // Two steps, because 2^1074 itself is not a double.
  let mantissa = exponent < -500 ? (x * scale(600)) / scale(exponent + 600) : x / scale(exponent)
  if (exponent === 1024) mantissa = x / scale(1023) / 2
  if (mantissa < sqrtHalf) {
    mantissa *= 2
    exponent -= 1
  }
  const f = mantissa - 1
  const s = f / (2 + f)
  const z = s * s
  const w = z * z
  const even =
    w * (3.999999999940941908e-1 + w * (2.222219843214978396e-1 + w * 1.531383769920937332e-1))
  const odd =
    z *
    (6.66666666666673513e-1 +
      w * (2.857142874366239149e-1 + w * (1.818357216161805012e-1 + w * 1.479819860511658591e-1)))
  const half = 0.5 * f * f
  return exponent * ln2High - (half - (s * (half + even + odd) + exponent * ln2Low) - f)
}

/**
 * e to the x; 0 below −745.2, ∞ above 709.8.
 *
 * @example
 * Real.exp(0) // 1
 */
export const exp = (x: number): number => {
  if (Number.isNaN(x)) return x
  if (x > 709.782712893384) return Infinity
  if (x < -745.1332191019412) return 0
  const k = Math.floor(x * Math.LOG2E + 0.5)
  const high = x - k * ln2High
  const low = k * ln2Low
  const r = high - low
  const t = r * r
  const c =
    r -
    t *
      (1.66666666666666019037e-1 +
        t *
          (-2.77777777770155933842e-3 +
            t *
              (6.61375632143793436117e-5 +
                t * (-1.6533902205465251539e-6 + t * 4.13813679705723846039e-8))))
  const y = 1 - (low - (r * c) / (2 - c) - high)
  if (k > 1023) return y * 2 * scale(k - 1)
  return k < -1021 ? y * scale(k + 100) * scale(-100) : y * scale(k)
}

/** base to the exponent, for a base ≥ 0. */
export const pow = (base: number, exponent: number): number => {
  if (exponent === 0) return 1
  return base === 0 ? 0 : exp(exponent * log(base))
}
