// The committed mutation scores are what is asked of them. That they are fresh is no part of `npm test`: measuring a folder
// takes a quarter of an hour (`npm run test:stryker -- --check` says which have changed since).
import { expect, test } from "vitest"
import * as Scores from "../../scripts/stryker/Scores.ts"

const measured = Scores.read()

test("the mutants of the agreement, the model, the matching and its book of integers are measured", () => {
  expect(measured.map(({ folder }) => folder)).toEqual(Object.keys(Scores.bars))
})

test.each(measured)("the score of $folder is at least what is asked of it", ({ folder, score }) => {
  expect(score).toBeGreaterThanOrEqual(Scores.bars[folder]!)
})
