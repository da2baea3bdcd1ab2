// Finds where the program and its tests cite requirements: `IPSX-AGR-050`, or a span, `IPSX-AGR-050..054`, or
// `IPSX_AGR_050` in the names of Solidity's functions.

/**
 * Vectors are cases of the conformance suite, models the formal ones; both decide a requirement as a test does.
 * Support is what tests stand on, fixtures and generators: it may cite, and shows nothing by itself.
 */
export type Kind = "code" | "tests" | "contracts" | "vectors" | "models" | "support"

/** What shows that a requirement is held to. */
export const decisive: ReadonlySet<Kind> = new Set(["tests", "contracts", "vectors", "models"])

export interface Citation {
  readonly id: string
  readonly file: string
  readonly kind: Kind
}

const cited = /IPSX[-_]([A-Z]{3})[-_](\d{3})(?:\.\.(?:IPSX-[A-Z]{3}-)?(\d{3}))?(?!\d)/g

// Which column of the coverage a file belongs to; `undefined` for one that is not searched.
const kindOf = (file: string): Kind | undefined => {
  if (/^contracts\/test\/.*\.t\.sol$/.test(file)) return "contracts"
  if (/^test\/(.*\.test\.ts|behaviour\/.*)$/.test(file)) return "tests"
  if (/^spec\/vectors\/.*\.json$/.test(file)) return "vectors"
  if (/^spec\/formal\/.*\.(qnt|pml|smt2)$/.test(file)) return "models"
  if (/^(contracts\/)?test\//.test(file)) return "support"
  if (/^(src|sim|contracts\/src|contracts\/script)\//.test(file)) return "code"
  return undefined
}

/** Every identifier that a text cites, spans written out, each once, in order. */
export const identifiers = (text: string): ReadonlyArray<string> => {
  const found = new Set<string>()
  for (const match of text.matchAll(cited)) {
    const first = Number(match[2])
    const last = match[3] === undefined ? first : Number(match[3])
    for (let n = first; n <= last; n++) found.add(`IPSX-${match[1]}-${String(n).padStart(3, "0")}`)
  }
  return [...found].sort()
}

/** The citations in a set of files, given as path and text. */
export const inFiles = (files: ReadonlyMap<string, string>): ReadonlyArray<Citation> =>
  [...files].flatMap(([file, text]) => {
    const kind = kindOf(file)
    return kind === undefined ? [] : identifiers(text).map((id) => ({ id, file, kind }))
  })
