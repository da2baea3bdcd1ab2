// The committed mutation scores are what the specification of the proofs asks for. That they are fresh is no part of
// `npm test`: it takes a quarter of an hour for each folder (`npm run test:stryker -- --check` says it).
import { expect, test } from "vitest"
import * as Scores from "../../scripts/stryker/Scores.ts"

test.each(Object.entries(Scores.bars))("the score of %s is at least %d", (folder, bar) => {
  const measured = Scores.read().find((one) => one.folder === folder)
  expect(measured?.score).toBeGreaterThanOrEqual(bar)
})
