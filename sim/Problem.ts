// What is wrong with an input, said so that its writer can mend it: where, what was expected, what is there.
import type * as SchemaIssue from "effect/SchemaIssue"
import type * as SchemaAST from "effect/SchemaAST"
import * as Nearest from "./Nearest.ts"

export interface Problem {
  /** The dotted path that `--set` would take, empty for the whole input. */
  readonly path: string
  readonly message: string
}

interface Leaf {
  readonly path: ReadonlyArray<PropertyKey>
  readonly kind: "missing" | "unknown" | "value"
  readonly expected: string
  /** The keys that are known where there is an unknown one. */
  readonly keys?: ReadonlyArray<string>
}

const kinds: Readonly<Record<string, string>> = {
  Objects: "a mapping",
  Arrays: "a list",
  String: "a text",
  Number: "a number",
  Boolean: "true or false",
  BigInt: "an integer",
}

const annotated = (annotations: unknown): string | undefined => {
  const expected = (annotations as { readonly expected?: unknown } | undefined)?.expected
  return typeof expected === "string" ? expected : undefined
}

const expectedOf = (ast: SchemaAST.AST): string => {
  const said = annotated(ast.annotations)
  if (said !== undefined) return said
  if (ast._tag === "Literal") return JSON.stringify(ast.literal)
  if (ast._tag === "Union") return ast.types.map(expectedOf).join(" or ")
  return kinds[ast._tag] ?? "another value"
}

const unknownKey = (ast: SchemaAST.AST): Leaf => {
  const leaf = (expected: string, keys: ReadonlyArray<string>): Leaf => ({
    path: [],
    kind: "unknown",
    expected,
    keys,
  })
  if (ast._tag !== "Objects") return leaf("no such key", [])
  const [index] = ast.indexSignatures
  if (index !== undefined)
    return leaf(
      `a key that is ${annotated(index.parameter.checks?.at(-1)?.annotations) ?? "allowed"}`,
      [],
    )
  const keys = ast.propertySignatures.map(({ name }) => String(name))
  return leaf(`one of the keys ${keys.join(", ")}`, keys)
}

/** Every leaf of the tree of issues. Of a union, only the member that the input seems to mean is kept. */
const leaves = (issue: SchemaIssue.Issue): ReadonlyArray<Leaf> => {
  switch (issue._tag) {
    case "Pointer":
      return leaves(issue.issue).map((leaf) => ({ ...leaf, path: [...issue.path, ...leaf.path] }))
    case "Composite":
      return issue.issues.flatMap(leaves)
    case "Encoding":
      return leaves(issue.issue)
    case "Filter": {
      const expected = annotated(issue.filter.annotations)
      return expected === undefined ? leaves(issue.issue) : [{ path: [], kind: "value", expected }]
    }
    case "AnyOf": {
      const meant = issue.issues
        .map(leaves)
        .filter((of) => of.every(({ path, kind }) => path.length > (kind === "value" ? 0 : 1)))
      return meant[0] ?? [{ path: [], kind: "value", expected: expectedOf(issue.ast) }]
    }
    case "MissingKey":
      return [{ path: [], kind: "missing", expected: "" }]
    case "UnexpectedKey":
      return [unknownKey(issue.ast)]
    case "InvalidType":
    case "OneOf":
      return [{ path: [], kind: "value", expected: expectedOf(issue.ast) }]
    default:
      return [
        { path: [], kind: "value", expected: annotated(issue.annotations) ?? "another value" },
      ]
  }
}

const valueAt = (input: unknown, path: ReadonlyArray<PropertyKey>): unknown => {
  let here = input
  for (const key of path) {
    if (typeof here !== "object" || here === null) return undefined
    here = (here as Record<PropertyKey, unknown>)[key]
  }
  return here
}

const shown = (value: unknown): string => {
  if (Array.isArray(value)) return `a list of ${value.length}`
  const text = value === undefined ? "nothing" : (JSON.stringify(value) ?? typeof value)
  return text.length > 60 ? `${text.slice(0, 57)}…` : text
}

/**
 * All problems of an input that a schema refused, in the order of the schema, without repetitions.
 *
 * @example
 * Problem.list(error.issue, input)
 * // [{ path: "providers.0.count", message: "expected an integer ≥ 0, got -3" }]
 */
export const list = (issue: SchemaIssue.Issue, input: unknown): ReadonlyArray<Problem> => {
  const seen = new Map<string, Problem>()
  for (const { path, kind, expected, keys = [] } of leaves(issue)) {
    const dotted = path.map(String).join(".")
    const message =
      kind === "missing"
        ? "is missing"
        : kind === "unknown"
          ? `unknown key${Nearest.question(String(path.at(-1)), keys)}, expected ${expected}`
          : `expected ${expected}, got ${shown(valueAt(input, path))}`
    if (!seen.has(`${dotted} ${message}`))
      seen.set(`${dotted} ${message}`, { path: dotted, message })
  }
  return [...seen.values()]
}

/** `path: message`, as one line. */
export const line = ({ path, message }: Problem): string =>
  path === "" ? message : `${path}: ${message}`
