import { expect, test } from "vitest"
import * as DealStatus from "../../src/agreement-fsm/dealStatus.ts"
import { dealStatuses, providerStatuses, requesterStatuses } from "../../src/model/Status.ts"

const cells = providerStatuses.flatMap((provider) =>
  requesterStatuses.map((requester) => [provider, requester] as const),
)

test("IPSX-AGR-001: the table and the rules agree on all 100 cells", () => {
  expect(cells).toHaveLength(100)
  for (const [provider, requester] of cells)
    expect(DealStatus.dealStatus(provider, requester), `(${provider}, ${requester})`).toBe(
      DealStatus.dealStatusByRule(provider, requester),
    )
})

test("IPSX-AGR-001: 42 cells are Anomalous and the 14 statuses all occur", () => {
  const statuses = cells.map(([provider, requester]) => DealStatus.dealStatus(provider, requester))
  expect(statuses.filter((status) => status === "Anomalous")).toHaveLength(42)
  expect(new Set(statuses)).toEqual(new Set(dealStatuses))
})

test("IPSX-AGR-002: the numbers of the table are the wire numbers of its statuses", () => {
  for (const [index, code] of DealStatus.codes.entries())
    expect(dealStatuses[code]).toBe(DealStatus.table[index])
})
