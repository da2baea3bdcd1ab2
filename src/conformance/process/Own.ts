// Our own implementations, by the name that `ipsx driver` knows them under. Each is loaded when it is asked for.
import type { Disposable } from "./Stdio.ts"

export type Name = "reference" | "outcomes" | "machine" | "contracts"

/** The subject of a name. */
export const subject = async (name: Name): Promise<Disposable> => {
  if (name === "machine") return (await import("../subject/Machine.ts")).subject
  if (name === "contracts") return (await import("../subject/Contracts.ts")).make()
  const Reference = await import("../reference/Reference.ts")
  if (name === "outcomes")
    return { ...Reference.subject("external"), name: "ipsx outcomes", classes: ["agreement/1"] }
  return Reference.subject("full")
}
