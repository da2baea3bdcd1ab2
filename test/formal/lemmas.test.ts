// The money of a channel for amounts of any size: Z3 finds nothing that contradicts a lemma, and something that
// contradicts each lemma's mutant.
import { expect, test, vi } from "vitest"
import * as Lemma from "../../scripts/formal/Lemma.ts"

vi.setConfig({ testTimeout: 300_000 })
const lemmas = Lemma.all()
const decisions = new Map(
  (await Lemma.decide(lemmas)).map((decision) => [decision.name, decision] as const),
)

test.each(lemmas)(
  "IPSX-PAY-005 IPSX-PAY-018 IPSX-WAL-003..005: $name: $claim",
  ({ name, problem, mutant }) => {
    expect(mutant).not.toBe(problem)
    expect(decisions.get(name)).toMatchObject({ name, lemma: "unsat", mutant: "sat" })
  },
)

test("a contradiction among the definitions would prove everything: there is none", async () => {
  const nothing = { name: "nothing", claim: "", problem: lemmas[0]!.problem, mutant: "" }
  const [definitions] = nothing.problem.split("\n(assert (>= amount 0))")
  const [decision] = await Lemma.decide([
    { ...nothing, problem: definitions!, mutant: definitions! },
  ])
  expect(decision?.lemma).toBe("sat")
})
