// Mutants that differ at a tie alone: `a >= b` in place of `a > b`, where it does not matter what is said of two that are
// equal. There are four such places. What is assigned has that value already: `if (a > b) b = a`. A tie does not come there:
// `if (a !== b) return a > b`, or `a === b ? … : a > b`. Both ways lead to the same value: `a > b ? a : b`. Nothing that is read
// for it may do anything but read. A zero may change its sign, which no comparison tells and no sum but of two such zeros.
import * as Source from "./Source.ts"

/** A mutant in its source: what stands before it, what it was, what it is, and what stands behind it. */
export interface Change {
  readonly before: string
  readonly was: string
  readonly is: string
  readonly after: string
}

const swapped: Readonly<Record<string, string>> = { "<": "<=", "<=": "<", ">": ">=", ">=": ">" }

/** Without what only the compiler reads, so that the same expression is the same text. */
const plain = (text: string): string => text.replaceAll(/(?<=[\w\])])!/g, "").replaceAll(/\s+/g, "")

/** What is compared, where only strictness has changed. */
const compared = ({ was, is }: Change): readonly [string, string] | undefined => {
  for (const [operator, other] of Object.entries(swapped)) {
    const parts = was.split(` ${operator} `)
    for (let at = 1; at < parts.length; at++) {
      const left = parts.slice(0, at).join(` ${operator} `)
      const right = parts.slice(at).join(` ${operator} `)
      if (is === `${left} ${other} ${right}`) return [plain(left), plain(right)]
    }
  }
  return undefined
}

/** Whether a function of another module computes a number out of its arguments, in one line and by operators alone. */
const isArithmetic = (file: string, source: string, name: string): boolean => {
  const [module, key] = name.split(".")
  const text = key === undefined ? undefined : Source.imported(file, source, module!)
  const written = new RegExp(`^export const ${key} = \\(\\w+: number\\): number => (.+)$`, "m")
  const body = text === undefined ? undefined : written.exec(text)?.[1]
  return body !== undefined && /^[\w\s()&>+*-]+$/.test(body) && !/\w\(|\+\+|--/.test(body)
}

const isReading = (file: string, source: string, text: string): boolean =>
  /^[\w.[\]()+*-]+$/.test(text) &&
  !/\+\+|--/.test(text) &&
  [...text.matchAll(/([\w.]+)\(/g)].every(([, name]) => isArithmetic(file, source, name!))

const isPair = (a: string, b: string, [left, right]: readonly [string, string]): boolean =>
  (plain(a) === left && plain(b) === right) || (plain(a) === right && plain(b) === left)

/** `if (… a > b) b = a`, with braces or without, and nothing that is done otherwise. */
const isAssigned = ({ before, after }: Change, pair: readonly [string, string]): boolean => {
  const found =
    /^\)\s+(?:(\{)\s+)?([^\n=]+) = ([^\n;]+)\n\s*(\S*)/.exec(after) ?? /^()()()()/.exec("")!
  const [, brace, target, value, next] = found
  const isAlone = brace === undefined ? next !== "else" : next === "}" && !/\}\s*else/.test(after)
  return /(?:if \(|&& |\|\| )$/.test(before) && isAlone && isPair(target!, value!, pair)
}

/** `if (a !== b) return a > b`. */
const isAfterOthers = ({ before, after }: Change, pair: readonly [string, string]): boolean => {
  const [, a, b] = /if \(([^\n=!]+(?:![^\n=!]*)?) !== ([^\n=]+)\)\s+return $/.exec(before) ?? []
  return a !== undefined && after.startsWith("\n") && isPair(a, b!, pair)
}

/** `a === b ? … : a > b`. */
const isOtherwise = ({ before, after }: Change, pair: readonly [string, string]): boolean => {
  const found = /(?:return|=>|=)\s+([^\n=?:&|]+) === ([^\n=?:&|]+?)\s*\?[^?:]+:\s*$/.exec(before)
  return found !== null && after.startsWith("\n") && isPair(found[1]!, found[2]!, pair)
}

/** `a > b ? a : b`. */
const isEither = ({ before, after }: Change, pair: readonly [string, string]): boolean => {
  const [, a, b] = /^\s*\?\s*([^?:\n]+?)\s*:\s*([^?:\n]+)\n/.exec(after) ?? []
  return a !== undefined && /(?:return|=>|=)\s+$/.test(before) && isPair(a, b!, pair)
}

/** Whether a mutant says another thing of two that are equal, and nothing comes of it. */
export const isTie = (file: string, change: Change): boolean => {
  const pair = compared(change)
  const source = change.before + change.was + change.after
  return (
    pair !== undefined &&
    pair.every((text) => isReading(file, source, text)) &&
    [isAssigned, isAfterOthers, isOtherwise, isEither].some((holds) => holds(change, pair))
  )
}
