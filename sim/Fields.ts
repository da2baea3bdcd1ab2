// What of a log goes into the trace.
import type { Log } from "../src/model/Log.ts"
import type { Lease } from "./Lease.ts"
import type { Field } from "./Trace.ts"

/** All that a log says, in its own order; a deal that the world knows goes by its number. */
export const of = (log: Log, lease: Lease | undefined): ReadonlyArray<Field> => {
  const fields: Array<Field> = []
  for (const key in log)
    if (key === "id" && lease !== undefined) fields.push(lease.number)
    else if (key !== "_tag") fields.push((log as unknown as Record<string, Field>)[key]!)
  return fields
}
