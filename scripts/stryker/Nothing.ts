// Mutants that add nothing in another way: of `at + field.first`, where `first` is 0, comes `at - field.first`. They are
// equivalent by arithmetic, and all that has to be shown is that the constant is 0, as the source writes it down.
import * as Source from "./Source.ts"

/** Whether a constant is written down as 0: alone, as the first of a list, or as a field of an object. */
const isZero = (file: string, source: string, name: string): boolean => {
  const names = name.split(".")
  if (names.length === 3) {
    const other = Source.imported(file, source, names[0]!)
    return other !== undefined && isZero(file, other, names.slice(1).join("."))
  }
  const [object, key] = names
  const written =
    key === undefined
      ? `const (?:${object} = 0$|\\[${object}, [^\\]]*\\] = \\[0,)`
      : `const ${object} = \\{[^}]*\\b${key}: 0\\b`
  return new RegExp(written, "m").test(source)
}

/** Whether a mutant takes a zero away where one was added. */
export const isNothing = (file: string, source: string, was: string, is: string): boolean => {
  const [, sum, constant] = /^(.+) \+ ([\w.]+)$/s.exec(was) ?? []
  return constant !== undefined && is === `${sum} - ${constant}` && isZero(file, source, constant)
}
