// What a test file gets for "fast-check" inside the mutation runner: the same, but with a share of the examples that a
// property asks for. A mutant that few of them kill is killed quickly; what survives is judged again with all of them.
import * as fc from "fast-check"

export * from "fast-check"

const share = Number(process.env["IPSX_SHARE"] ?? 1)

export const assert: typeof fc.assert = (property, parameters) =>
  fc.assert(
    property as never,
    {
      ...parameters,
      numRuns: Math.max(1, Math.ceil(share * (parameters?.numRuns ?? 100))),
    } as never,
  ) as never
