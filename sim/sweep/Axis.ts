// What a sweep varies: a key of the scenario and the values that it takes, each written as for `--set`.
import * as Result from "effect/Result"
import * as Problem from "../Problem.ts"

export interface Axis {
  /** A dotted path, as `--set` takes it. */
  readonly key: string
  readonly values: ReadonlyArray<string>
}

/** No axis has more values. */
const valuesMax = 10_000

const range = /^(-?\d{1,15})\.\.(-?\d{1,15})(?::(\d{1,15}))?$/

/** Splits at commas that stand outside brackets and quotes, so that a value can be a mapping or a list. */
const split = (text: string): ReadonlyArray<string> => {
  const parts: Array<string> = []
  let [depth, quote, from] = [0, "", 0]
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    if (quote !== "") quote = char === quote ? "" : quote
    else if (char === '"' || char === "'") quote = char
    else if (char === "{" || char === "[") depth += 1
    else if (char === "}" || char === "]") depth -= 1
    else if (char === "," && depth === 0) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  parts.push(text.slice(from).trim())
  return parts
}

const expand = (value: string): ReadonlyArray<string> | string => {
  const [, first, last, step = "1"] = range.exec(value) ?? []
  if (first === undefined) return [value]
  const [from, to, by] = [Number(first), Number(last), Number(step)]
  if (from > to || by < 1) return `expected a range that goes up, got ${value}`
  const count = Math.floor((to - from) / by) + 1
  if (count > valuesMax) return `expected at most ${valuesMax} values, got ${count}`
  return Array.from({ length: count }, (_, i) => String(from + i * by))
}

const refuse = (path: string, message: string): Result.Result<never, Problem.Problem> =>
  Result.fail({ path, message })

/** An axis out of a key and its values, each of which may be a range like `1..9:2`. */
export const make = (
  key: string,
  written: ReadonlyArray<string>,
): Result.Result<Axis, Problem.Problem> => {
  const path = `vary ${key}`
  const values: Array<string> = []
  for (const one of written) {
    if (one === "") return refuse(path, "expected a value between the commas")
    const expanded = expand(one)
    if (typeof expanded === "string") return refuse(path, expanded)
    values.push(...expanded)
  }
  if (values.length > valuesMax)
    return refuse(path, `expected at most ${valuesMax} values, got ${values.length}`)
  const twice = values.find((value, at) => values.indexOf(value) !== at)
  if (twice !== undefined) return refuse(path, `expected different values, got ${twice} twice`)
  if (/^seed$|^sweep\b/.test(key))
    return refuse(
      path,
      "expected a key that says something about the market; --seeds varies the seed",
    )
  return Result.succeed({ key, values })
}

/**
 * Reads one `--vary`.
 *
 * @example
 * Axis.parse("providers.homes.count=10,20,50..70:10") // 10, 20, 50, 60, 70
 */
export const parse = (text: string): Result.Result<Axis, Problem.Problem> => {
  const equals = text.indexOf("=")
  if (equals < 1) return refuse("--vary", `expected key.path=a,b,c, got "${text}"`)
  return make(text.slice(0, equals), split(text.slice(equals + 1)))
}
