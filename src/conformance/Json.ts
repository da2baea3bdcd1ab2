// JSON as it travels between the runner and a driver, and how values of the model become it: amounts are decimal
// strings there and bigints here, told apart by the names of their fields.

export type Json = null | boolean | number | string | ReadonlyArray<Json> | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

/** Every field of the protocol that carries an amount. */
const amounts: ReadonlySet<string> = new Set([
  "amount",
  "balance",
  "bond",
  "cap",
  "challengeStake",
  "charged",
  "cumulative",
  "cumulativeAmount",
  "disputeStake",
  "due",
  "limit",
  "meterDue",
  "minCommission",
  "noShowCharge",
  "paid",
  "perByte",
  "perSecond",
  "perSecondLimit",
  "prepaid",
  "pricePerByte",
  "pricePerSecond",
  "setup",
  "setupPrice",
  "signed",
])

/**
 * A value of the wire as the model has it.
 *
 * @example
 * Json.revive({ type: "Deposit", amount: "5" }) // { type: "Deposit", amount: 5n }
 */
export const revive = <A>(value: Json): A => revived(value) as A

const revived = (value: Json): unknown => {
  if (Array.isArray(value)) return value.map(revived)
  if (typeof value !== "object" || value === null) return value
  return Object.fromEntries(
    Object.entries(value as JsonObject).map(([key, item]) => [
      key,
      amounts.has(key) && typeof item === "string" ? BigInt(item) : revived(item),
    ]),
  )
}

/** A value of the model as it travels: bigints as decimal strings, `undefined` left out. */
export const plain = (value: unknown): Json => {
  if (typeof value === "bigint") return value.toString()
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== "object" || value === null) return value as Json
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => item !== undefined)
      .map(([key, item]) => [key, plain(item)]),
  )
}

/** The same, with the tag of a union under another name, as logs and commands have it. */
export const tagged = (name: string, value: { readonly _tag: string }): JsonObject => {
  const { _tag, ...rest } = value
  return { [name]: _tag, ...(plain(rest) as JsonObject) }
}

/** The inverse: the `type` of an event as the tag of the model's union. */
export const untagged = <A>(event: JsonObject, name = "type"): A => {
  const { [name]: tag, ...rest } = event
  return { _tag: tag, ...revive<object>(rest) } as A
}

/** Where two values differ first. */
export interface Difference {
  readonly path: string
  readonly expected: Json | undefined
  readonly actual: Json | undefined
}

/**
 * The first difference between what is expected and what came, or undefined. Fields that nobody expects do not
 * count, and neither does the order of fields.
 *
 * @example
 * Json.difference({ a: "1" }, { a: 1, b: 2 }) // { path: "a", expected: "1", actual: 1 }
 */
export const difference = (
  expected: Json,
  actual: Json | undefined,
  path = "",
): Difference | undefined => {
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length)
      return lengthDiffers(expected, actual, path)
    return first(expected.keys(), (at) => difference(expected[at]!, actual[at], `${path}[${at}]`))
  }
  if (typeof expected === "object" && expected !== null) {
    if (typeof actual !== "object" || actual === null || Array.isArray(actual))
      return { path, expected, actual }
    const wanted = expected as JsonObject
    const given = actual as JsonObject
    return first(Object.keys(wanted), (key) =>
      difference(
        wanted[key]!,
        Object.hasOwn(given, key) ? given[key] : undefined,
        path === "" ? key : `${path}.${key}`,
      ),
    )
  }
  return expected === actual ? undefined : { path, expected, actual }
}

const first = <K>(
  keys: Iterable<K>,
  of: (key: K) => Difference | undefined,
): Difference | undefined => {
  for (const key of keys) {
    const found = of(key)
    if (found !== undefined) return found
  }
  return undefined
}

// The element at which two lists part says more than their lengths.
const lengthDiffers = (
  expected: ReadonlyArray<Json>,
  actual: Json | undefined,
  path: string,
): Difference => {
  if (!Array.isArray(actual)) return { path, expected, actual }
  const common = Math.min(expected.length, actual.length)
  for (let at = 0; at < common; at++) {
    const found = difference(expected[at]!, actual[at], `${path}[${at}]`)
    if (found !== undefined) return found
  }
  return { path: `${path}[${common}]`, expected: expected[common], actual: actual[common] }
}
