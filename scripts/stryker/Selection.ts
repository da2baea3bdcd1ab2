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
    files:
      /^test\/(model\/|signature\/(?!Keccak)|conformance\/Vectors|Exchange|regression\/(MinusZero|Exchange))/,
    vectors: /^(?!agreement\/(cover|w)|chain)/,
  },
  matching: {
    files: /^test\/(matching\/|conformance\/Vectors|Exchange)/,
    vectors: /matching|exchange/,
  },
}

const ofVectors = /the reference answers (\S+)/

/** Whether a case judges: no child process tells one mutant from another. */
export const isChosen = (folder: string, id: string): boolean => {
  const vectors = ofVectors.exec(id)?.[1]
  if (vectors !== undefined) return chosen[folder]!.vectors.test(vectors)
  return !id.includes("does not load xstate")
}

/** The test files for a folder of `src`, below the root, in a fixed order. */
export const filesOf = (folder: string): ReadonlyArray<string> =>
  fs
    .globSync("test/**/*.test.ts")
    .filter((file) => chosen[folder]!.files.test(file))
    .toSorted()
