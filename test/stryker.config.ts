// The tests that Stryker runs for one folder: the quick ones, hundreds of times over. The long searches judge the
// unmutated rules and would take minutes for each mutant.
import { defineConfig } from "vitest/config"
import { BaseSequencer, type TestSpecification } from "vitest/node"

const folder = process.env["IPSX_FOLDER"] ?? "agreement-fsm"

/** Files that catch most come first: a run ends with the first test that fails. */
const first = ["machine.test.ts", "Table.test.ts", "dealStatus.test.ts", "Inbox.test.ts"]

class CatchersFirst extends BaseSequencer {
  override async sort(files: Array<TestSpecification>): Promise<Array<TestSpecification>> {
    const place = ({ moduleId }: TestSpecification): number => {
      const at = first.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? first.length : at
    }
    return files.toSorted((a, b) => place(a) - place(b))
  }
}

export default defineConfig({
  test: {
    include: [`test/${folder}/**/*.test.ts`],
    exclude: ["Deals", "Fault", "concurrency", "exploration", "mutants"].map(
      (name) => `test/agreement-fsm/${name}.test.ts`,
    ),
    // Neither a child process nor a measurement of speed tells one mutant from another.
    testNamePattern: /^(?!.*(does not load xstate|far below a microsecond))/,
    testTimeout: 60_000,
    sequence: { sequencer: CatchersFirst },
  },
})
