// What came of a run, counted by class and by requirement, and its failures with the shortest first: everything
// that the forms of a report show.
import type { Judged, Ran } from "../Runner.ts"
import { type Class, classes } from "../Subject.ts"
import type { Vector } from "../Vector.ts"

export type Level = "MUST" | "MUST NOT" | "SHOULD" | "SHOULD NOT" | "MAY"

/** The specification's requirements, as `spec/requirements.json` has them. */
export type Requirements = ReadonlyMap<string, { readonly level: Level; readonly text: string }>

/** `known` are cases that are listed as failing: `asKnown` failed, `repaired` passed although listed. */
export interface Count {
  readonly cases: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
  readonly known: number
}

export type Standing = "passed" | "failed" | "errored" | "skipped" | "known" | "repaired"

export interface Line {
  readonly judged: Judged
  readonly standing: Standing
  /** Whether the case fails the run when it is not passed: it decides a MUST, or all are strict. */
  readonly required: boolean
}

export interface Report {
  readonly suite: string
  readonly manifest: string
  readonly implementation: Ran["started"]["implementation"]
  readonly observe: string
  readonly lines: ReadonlyArray<Line>
  readonly byClass: ReadonlyMap<Class, Count>
  readonly byRequirement: ReadonlyMap<string, Count>
  readonly notClaimed: ReadonlyMap<Class, number>
  readonly unknownClasses: ReadonlyArray<string>
  readonly restarts: number
  readonly good: boolean
}

export interface Given {
  readonly ran: Ran
  readonly suite: string
  readonly manifest: string
  readonly requirements: Requirements
  readonly strict: boolean
  /** Ids, or beginnings of ids, of cases that have to fail. */
  readonly knownFailing: ReadonlyArray<string>
  readonly notClaimed: ReadonlyArray<Vector>
}

/**
 * The report of a run.
 *
 * @example
 * process.exitCode = Report.of(given).good ? 0 : 1
 */
export const of = (given: Given): Report => {
  const { ran, requirements, strict, knownFailing } = given
  const { implementation, classes: claimed, observe = "full" } = ran.started
  const lines = ran.judged.map((judged): Line => {
    const listed = knownFailing.some((prefix) => judged.vector.id.startsWith(prefix))
    return {
      judged,
      standing: standing(judged, listed),
      required: strict || isRequired(judged.vector, requirements),
    }
  })
  return {
    suite: given.suite,
    manifest: given.manifest,
    implementation,
    observe,
    lines,
    byClass: counted(lines, ({ judged }) => [judged.vector.class]),
    byRequirement: new Map(
      [...counted(lines, ({ judged }) => judged.vector.requirements)].sort(([a], [b]) =>
        a < b ? -1 : 1,
      ),
    ),
    notClaimed: tally(given.notClaimed.map((vector) => vector.class)),
    unknownClasses: claimed.filter((name) => !(classes as ReadonlyArray<string>).includes(name)),
    restarts: ran.restarts,
    good: lines.some(isJudged) && lines.every(isGood),
  }
}

const standing = ({ verdict }: Judged, listed: boolean): Standing => {
  const { status } = verdict
  if (!listed || status === "skipped") return status
  return status === "passed" ? "repaired" : "known"
}

const isRequired = (vector: Vector, requirements: Requirements): boolean =>
  vector.requirements.some((id) => requirements.get(id)?.level.startsWith("MUST") ?? true)

/** A driver that claims nothing, or skips all that it is asked, has shown nothing. */
const isJudged = ({ standing }: Line): boolean => standing !== "skipped"

/** A known failure that passes fails the run, so that the list of them cannot grow old. */
export const isGood = ({ standing, required }: Line): boolean =>
  standing === "passed" ||
  standing === "skipped" ||
  standing === "known" ||
  (!required && standing !== "repaired")

/** Cases that did not pass and were not expected to fail: the shortest first, then by id. */
export const failures = (report: Report): ReadonlyArray<Line> =>
  report.lines
    .filter(({ standing }) => ["failed", "errored", "repaired"].includes(standing))
    .sort((a, b) => size(a) - size(b) || (place(a) < place(b) ? -1 : 1))

/** The id, with other sets of parameters (`claim.odd`) after the usual one (`claim`). */
const place = ({ judged }: Line): string => judged.vector.id.replaceAll(".", "~")

/** The id without its set of parameters: the same case under other numbers tells little more. */
const story = ({ judged }: Line): string => judged.vector.id.replace(/\.\w+(?=\/)/, "")

/**
 * Of many failures those that say most, in the order of `failures`: one for each requirement that is broken, then others
 * as long as there is room for them.
 */
export const telling = (report: Report, most: number): ReadonlyArray<Line> => {
  const all = failures(report)
  const [ids, stories] = [new Set<string>(), new Set<string>()]
  const chosen = new Set<Line>()
  const choose = (isNews: (line: Line) => boolean): void => {
    for (const line of all)
      if (chosen.size < most && isNews(line)) {
        chosen.add(line)
        stories.add(story(line))
        for (const id of broken(line)) ids.add(id)
      }
  }
  choose((line) => broken(line).some((id) => !ids.has(id)))
  choose((line) => !stories.has(story(line)))
  return all.filter((line) => chosen.has(line))
}

/** How many events it takes to see the failure. */
const size = ({ judged }: Line): number =>
  judged.verdict.status === "failed"
    ? judged.verdict.difference.event + 1
    : judged.vector.events.length

/** What the failure breaks: the one requirement that a rule named, or all that the case decides. */
export const broken = ({ judged }: Line): ReadonlyArray<string> => {
  const { verdict, vector } = judged
  const named = verdict.status === "failed" ? verdict.difference.requirement : undefined
  return named === undefined ? vector.requirements : [named]
}

const none: Count = { cases: 0, passed: 0, failed: 0, errored: 0, skipped: 0, known: 0 }

const counted = <K>(
  lines: ReadonlyArray<Line>,
  keys: (line: Line) => ReadonlyArray<K>,
): Map<K, Count> => {
  const counts = new Map<K, Count>()
  for (const line of lines)
    for (const key of keys(line)) {
      const before = counts.get(key) ?? none
      const field = line.standing === "repaired" ? "failed" : line.standing
      counts.set(key, { ...before, cases: before.cases + 1, [field]: before[field] + 1 })
    }
  return counts
}

const tally = <K>(keys: ReadonlyArray<K>): Map<K, number> => {
  const counts = new Map<K, number>()
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** All lines together. */
export const total = ({ byClass }: Report): Count =>
  [...byClass.values()].reduce(
    (sum, count) => ({
      cases: sum.cases + count.cases,
      passed: sum.passed + count.passed,
      failed: sum.failed + count.failed,
      errored: sum.errored + count.errored,
      skipped: sum.skipped + count.skipped,
      known: sum.known + count.known,
    }),
    none,
  )
