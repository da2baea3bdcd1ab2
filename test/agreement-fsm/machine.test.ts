import { expect, test } from "vitest"

// Loaded inside the test: a statechart that cannot even be made fails a test, and not merely the file before its first.
test("IPSX-AGR-003: the statechart can be made, and has a state for every row of the table", async () => {
  const Derivation = await import("../../src/agreement-fsm/Derivation.ts")
  const Table = await import("../../src/agreement-fsm/Table.ts")
  expect(Derivation.derive().states).toHaveLength(Table.states.length)
})
