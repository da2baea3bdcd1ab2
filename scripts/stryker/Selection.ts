// Which tests judge the mutants of a folder: all that are quick and reach it. The long searches judge the unmutated rules
// and would take minutes for each mutant.
import * as fs from "node:fs"

interface Tests {
  readonly files: RegExp
  /** The files of spec/vectors whose cases reach the folder. */
  readonly vectors: RegExp
}

const chosen: Readonly<Record<string, Tests>> = {
  "agreement-fsm": {
    files:
      /^test\/(agreement-fsm\/(?!Deals|Fault|concurrency|exploration|mutants)|conformance\/Vectors)/,
    vectors: /agreement|exchange/,
  },
  model: {
    files: /^test\/(model\/|conformance\/Vectors|regression\/MinusZero)/,
    vectors: /^(wallet|voucher|settlement|orders|codec|exchange\/story\.json|matching\/deal)/,
  },
  matching: {
    files: /^test\/(matching\/|conformance\/Vectors|Exchange)/,
    vectors: /matching|exchange/,
  },
  book: {
    files:
      /^test\/(matching\/(book\/|Differential|Plain|PriceTime|Shelf|Wheel)|conformance\/Vectors)/,
    vectors: /matching/,
  },
}

const ofVectors = /the reference answers (\S+)/

/** Those that take long: a child process, and random histories of the whole ledger. */
const long = /does not load xstate|random transactions|the generator/

/** Whether a case judges. */
export const isChosen = (folder: string, id: string): boolean => {
  const vectors = ofVectors.exec(id)?.[1]
  if (vectors !== undefined) return chosen[folder]!.vectors.test(vectors)
  return !long.test(id)
}

/** The test files for a folder of `src`, below the root, in a fixed order. */
export const filesOf = (folder: string): ReadonlyArray<string> =>
  fs
    .globSync("test/**/*.test.ts")
    .filter((file) => chosen[folder]!.files.test(file))
    .toSorted()
