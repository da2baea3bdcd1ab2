// The suite's own test: each wrong implementation of the zoo goes red, with the requirements that it breaks, and with
// no others; and every single wrong step of the agreement is seen, whether registers are shown or outcomes only.
import * as path from "node:path"
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Judge from "../../src/conformance/Judge.ts"
import * as Folder from "../../src/conformance/process/Folder.ts"
import { type Opening, type Session, Unsupported } from "../../src/conformance/Subject.ts"
import type { Vector } from "../../src/conformance/Vector.ts"
import * as Fault from "../../src/agreement-fsm/explore/Fault.ts"
import * as Identification from "../../src/agreement-fsm/explore/Identification.ts"
import type * as Event from "../../src/agreement-fsm/Event.ts"
import { mutants as agreement } from "../mutants/driver/Agreement.ts"
import { alongside } from "../mutants/driver/Alongside.ts"
import { mutants as chain } from "../mutants/driver/Chain.ts"
import { mutants as codec } from "../mutants/driver/Codec.ts"
import { mutants as exchange } from "../mutants/driver/Exchange.ts"
import { mutants as matching } from "../mutants/driver/Matching.ts"
import type { Mutant } from "../mutants/driver/Mutant.ts"
import { mutants as orders } from "../mutants/driver/Orders.ts"
import { mutants as settlement } from "../mutants/driver/Settlement.ts"
import { mutants as signature } from "../mutants/driver/Signature.ts"
import { mutants as verdict } from "../mutants/driver/Verdict.ts"
import { mutants as voucher } from "../mutants/driver/Voucher.ts"
import { mutants as wallet } from "../mutants/driver/Wallet.ts"

const zoo: ReadonlyArray<Mutant> = [
  ...codec,
  ...signature,
  ...wallet,
  ...voucher,
  ...settlement,
  ...verdict,
  ...orders,
  ...matching,
  ...agreement,
  ...exchange,
  ...chain,
]

const { vectors } = Result.getOrThrow(
  Folder.read(path.resolve(import.meta.dirname, "../../spec/vectors")),
)

const asked = (open: (opening: Opening) => Session, vector: Vector) => {
  const { params, events } = vector
  try {
    const session = open({ class: vector.class, params, observe: vector.observe ?? "full" })
    return events.map((event) => session.step(event) as never)
  } catch (error) {
    if (error instanceof Unsupported) return undefined
    return []
  }
}

/** The cases that a mutant fails, each with what it breaks. */
const failures = (
  mutant: Mutant,
): ReadonlyArray<readonly [id: string, broken: ReadonlyArray<string>]> =>
  vectors
    .filter((vector) => vector.class === mutant.class && vector.observe !== "external")
    .flatMap((vector) => {
      const results = asked(mutant.open, vector)
      const difference = results && Judge.difference(vector, results)
      if (difference === undefined) return []
      return [
        [
          vector.id,
          difference.requirement === undefined ? vector.requirements : [difference.requirement],
        ],
      ]
    })

describe("the zoo", () => {
  it("has at least sixty wrong implementations, over all classes, each with a name of its own", () => {
    expect(zoo.length).toBeGreaterThanOrEqual(60)
    expect(new Set(zoo.map(({ name }) => name)).size).toBe(zoo.length)
    expect(new Set(zoo.map((mutant) => mutant.class)).size).toBe(10)
  })

  it.each(zoo.map((mutant) => [mutant.name, mutant] as const))(
    "%s goes red, with the right requirements and no others",
    (_, mutant) => {
      const failed = failures(mutant)
      const red = new Set(failed.flatMap(([, broken]) => broken))
      expect(
        mutant.red.filter((id) => !red.has(id)),
        "stay green",
      ).toEqual([])
      const may = new Set([...mutant.red, ...(alongside[mutant.name] ?? [])])
      const elsewhere = failed.filter(([, broken]) => !broken.some((id) => may.has(id)))
      expect(elsewhere, "red elsewhere").toEqual([])
    },
  )
})

describe("every single wrong step of the agreement", () => {
  const sequences = (group: string) =>
    vectors
      .filter((vector) => vector.group === group)
      .map((vector) => vector.events.map(({ type }) => type as Event.Type))

  it("IPSX-AGR-003 is seen by the committed vectors where all registers are shown", () => {
    const survey = Fault.survey(sequences("agreement/cover"), Identification.full)
    expect(survey.survivors).toEqual([])
  })

  it("IPSX-AGR-003 is seen by the committed vectors where only outcomes are shown", () => {
    const survey = Fault.survey(sequences("agreement/w"), Identification.outcome)
    expect(survey.survivors).toEqual([])
  })
})
