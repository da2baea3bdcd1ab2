// What a test file gets for "vitest" inside the mutation runner: vitest's own `expect`, and a `describe` and `it` that
// write down what there is to run and leave the running to Runner.ts.
import * as process from "node:process"

export { expect, vi } from "vitest"

type Body = (...values: ReadonlyArray<never>) => unknown
/** After a case's name come its body, or options and its body; nothing here has a time limit of its own. */
type Rest = readonly [Body] | readonly [options: object, Body]

export interface Case {
  /** The file below the root and the names from the outermost group inwards. */
  readonly id: string
  readonly run: () => Promise<void>
}

interface Group {
  readonly names: ReadonlyArray<string>
  readonly before: Array<() => Promise<void>>
}

let file = ""
let group: Group = { names: [], before: [] }
let cases: Array<Case> = []

/** Begins a test file; what it declares goes to the list that is returned. */
export const begin = (name: string): ReadonlyArray<Case> => {
  file = name
  group = { names: [], before: [] }
  cases = []
  return cases
}

const add = (name: string, body: Body, values: ReadonlyArray<unknown> = []): void => {
  const id = [file, ...group.names, name].join(" > ")
  const { before } = group
  const same = cases.filter((one) => one.id === id || one.id.startsWith(`${id} #`)).length
  cases.push({
    id: same === 0 ? id : `${id} #${same}`,
    run: async () => {
      for (const prepare of before) await prepare()
      await body(...(values as ReadonlyArray<never>))
    },
  })
}

const titled = (name: string, values: ReadonlyArray<unknown>): string =>
  name
    .replaceAll("%s", () => String(values[0]))
    .replaceAll(/\$([\w.]+)/g, (whole: string, path: string) =>
      String(
        path.split(".").reduce<unknown>((at, key) => (at as never)?.[key], values[0]) ?? whole,
      ),
    )

const each =
  (declare: (name: string, body: Body, values: ReadonlyArray<unknown>) => void) =>
  (rows: ReadonlyArray<unknown>) =>
  (name: string, ...rest: Rest): void => {
    for (const row of rows) {
      const values = Array.isArray(row) ? row : [row]
      declare(titled(name, values), rest.at(-1) as Body, values)
    }
  }

const nothing = (): void => undefined
const unlessSkipped = <A extends (name: string, ...rest: Rest) => void>(declare: A) => ({
  skip: nothing,
  skipIf: (condition: unknown) => (condition ? nothing : declare),
  runIf: (condition: unknown) => (condition ? declare : nothing),
})

const declared = (name: string, ...rest: Rest): void => add(name, rest.at(-1) as Body)
const declaring = () => Object.assign(declared, unlessSkipped(declared), { each: each(add) })
export const it = declaring()
export const test = declaring()

const nested = (name: string, body: Body, values: ReadonlyArray<unknown> = []): void => {
  const outer = group
  group = { names: [...outer.names, name], before: [...outer.before] }
  body(...(values as ReadonlyArray<never>))
  group = outer
}
const grouped = (name: string, ...rest: Rest): void => nested(name, rest.at(-1) as Body)
export const describe = Object.assign(grouped, unlessSkipped(grouped), { each: each(nested) })

export const beforeEach = (body: Body): void => {
  group.before.push(async () => void (await body()))
}

/** Before each case, because any of them may be the only one that runs, and is to be seen passing where it passes. */
export const beforeAll = (body: Body): void => beforeEach(body)

export const afterAll = (body: Body): void => void process.once("exit", () => void body())
