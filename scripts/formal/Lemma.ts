// The lemmas of spec/formal/wallet.smt2 and their mutants, decided by Z3 as it comes from npm.
import { readFileSync } from "node:fs"
import * as path from "node:path"
import { init, Z3_lbool } from "z3-solver"

const file = path.resolve(import.meta.dirname, "../../spec/formal/wallet.smt2")

export interface Lemma {
  readonly name: string
  readonly claim: string
  /** Must be unsat: nothing contradicts the claim. */
  readonly problem: string
  /** Must be sat: with one place changed, something does. */
  readonly mutant: string
}

const mutated = (definitions: string, lemma: string, change: string): string => {
  const [from, to] = change.split(" ==> ")
  const text = `${definitions}\n${lemma}`
  const places = text.split(from!).length - 1
  if (places === 0) throw new Error(`the text of a mutant is nowhere: ${from}`)
  // The lemma's own text comes first: a mutant of it leaves the definitions as they are.
  return lemma.includes(from!)
    ? `${definitions}\n${lemma.replace(from!, to!)}`
    : `${definitions.replace(from!, to!)}\n${lemma}`
}

/** All lemmas, in their order. */
export const all = (text = readFileSync(file, "utf8")): ReadonlyArray<Lemma> => {
  const [definitions, ...parts] = text.split(/^;; lemma /m)
  return parts.map((part) => {
    const head = /^([\w-]+): ([^]*?)\n;; mutant: (.+)\n/.exec(part)
    if (head === null) throw new Error(`not a lemma with its mutant: ${part.slice(0, 80)}`)
    const [whole, name, claim, change] = head
    const lemma = part.slice(whole.length)
    return {
      name: name!,
      claim: claim!.replace(/\n;; /g, " "),
      problem: `${definitions!}\n${lemma}`,
      mutant: mutated(definitions!, lemma, change!),
    }
  })
}

export interface Decision {
  readonly name: string
  readonly lemma: string
  readonly mutant: string
  /** Processor time of both answers. */
  readonly milliseconds: number
}

/** What Z3 says of each: `unsat` and `sat` are as it should be. */
export const decide = async (lemmas: ReadonlyArray<Lemma>): Promise<ReadonlyArray<Decision>> => {
  const { Z3, em } = await init()
  // The text is parsed in one call: a call that runs in a thread of its own would read it after it is freed.
  const ask = async (problem: string): Promise<string> => {
    const context = Z3.mk_context(Z3.mk_config())
    const solver = Z3.mk_solver(context)
    Z3.solver_inc_ref(context, solver)
    const assertions = Z3.parse_smtlib2_string(context, problem, [], [], [], [])
    Z3.ast_vector_inc_ref(context, assertions)
    for (let at = 0; at < Z3.ast_vector_size(context, assertions); at++)
      Z3.solver_assert(context, solver, Z3.ast_vector_get(context, assertions, at))
    const answer = await Z3.solver_check(context, solver)
    return answer === Z3_lbool.Z3_L_TRUE
      ? "sat"
      : answer === Z3_lbool.Z3_L_FALSE
        ? "unsat"
        : "unknown"
  }
  try {
    const decisions: Array<Decision> = []
    for (const { name, problem, mutant } of lemmas) {
      const before = process.cpuUsage()
      const answers = { name, lemma: await ask(problem), mutant: await ask(mutant) }
      const { user, system } = process.cpuUsage(before)
      decisions.push({ ...answers, milliseconds: (user + system) / 1000 })
    }
    return decisions
  } finally {
    em.PThread.terminateAllThreads()
  }
}
