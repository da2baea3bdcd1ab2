// Whether a wallet stands behind a request.
import type { Group } from "../../Vector.ts"
import * as Sample from "../Sample.ts"
import * as Sets from "../Sets.ts"
import { told } from "../Table.ts"
import { group } from "./Head.ts"

export const covers: Group = {
  ...group(
    "cover",
    "Whether a wallet stands behind a request",
    "A request that nobody can pay takes capacity from those who can.",
  ),
  requirements: ["IPSX-WAL-007"],
  cases: Object.entries(Sets.sets).flatMap(([name, { commissionBp, minCommission }]) => {
    const needed = 3n * 10n ** 20n + BigInt(minCommission as string)
    return [-1n, 0n, 1n].map((by) =>
      told(
        `${name}/${by < 0n ? "one-unit-short" : by === 0n ? "exact" : "more"}`,
        ["IPSX-WAL-007"],
        {
          type: "covers",
          request: Sample.request({ addresses: 3 }),
          balance: (needed + by).toString(),
          commissionBp: commissionBp!,
          minCommission: minCommission!,
        },
      ),
    )
  }),
}
