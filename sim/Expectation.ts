// What an expectation may name: a path into the summary, or a measure (spec/simulation.md). A path that no run can have
// is found before the run, not after an hour of it.
import { dealStatuses } from "../src/model/Status.ts"
import * as Invariants from "./Invariants.ts"
import * as Measures from "./Measures.ts"
import * as Nearest from "./Nearest.ts"
import * as Summary from "./Summary.ts"

/** The records of lists that have a name or a place: a misspelt one would be nothing in every run. */
const named: ReadonlyArray<readonly [under: string, names: ReadonlyArray<string>]> = [
  ["checks.", Invariants.checked.flatMap((id) => [`checks.${id}.ok`, `checks.${id}.evaluated`])],
  ["deals.byStatus.", dealStatuses.map((status) => `deals.byStatus.${status}`)],
]

const known = [...Measures.names, ...Summary.paths, ...named.flatMap(([, names]) => names)]

const isPlace = (path: string): boolean => /\.\d+\./.test(path)

/**
 * Why an expectation cannot name a path; nothing when it can.
 *
 * @example
 * Expectation.problem("dealPerRequest") // "expected a path into the summary, or …, got dealPerRequest (did you mean dealsPerRequest?)"
 */
export const problem = (path: string): string | undefined => {
  const [, names] = named.find(([under]) => path.startsWith(under)) ?? []
  const isFound = names === undefined || isPlace(path) ? Summary.leads(path) : names.includes(path)
  if (isFound || (Measures.names as ReadonlyArray<string>).includes(path)) return undefined
  return `expected a path into the summary, or ${Measures.names.join(", ")}, got ${path}${Nearest.question(path, known)}`
}
