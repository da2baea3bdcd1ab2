// The suite as a folder of vectors: read whole, held to its manifest and its schema.
import * as fs from "node:fs"
import * as path from "node:path"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { Requirements } from "../report/Report.ts"
import { sha256Of } from "../Suite.ts"
import * as Vector from "../Vector.ts"

export interface Folder {
  readonly suite: string
  /** The SHA-256 of the manifest: the name of this very suite. */
  readonly manifest: string
  readonly vectors: ReadonlyArray<Vector.Vector>
}

const decodeManifest = Schema.decodeUnknownResult(Vector.Manifest)
const decodeFile = Schema.decodeUnknownResult(Vector.File)

/** Reads a folder of vectors, or says in one sentence what is wrong with it. */
export const read = (folder: string): Result.Result<Folder, BadSuite> => {
  try {
    const text = load(path.join(folder, "manifest.json"))
    const manifest = parsed(decodeManifest, "manifest.json", text)
    const vectors = manifest.files.flatMap(({ file, sha256 }) => {
      const content = load(path.join(folder, file))
      if (sha256Of(content) !== sha256)
        throw new Problem(`${file}: not the file that the manifest names (SHA-256 differs)`)
      return Vector.expand(parsed(decodeFile, file, content))
    })
    return Result.succeed({ suite: manifest.suite, manifest: sha256Of(text), vectors })
  } catch (error) {
    if (error instanceof Problem)
      return Result.fail(new BadSuite({ folder, problem: error.message }))
    throw error
  }
}

/** The texts and levels of the specification's requirements. */
export const requirements = (file: string): Requirements => {
  const { requirements } = JSON.parse(load(file)) as {
    readonly requirements: ReadonlyArray<{
      readonly id: string
      readonly level: "MUST"
      readonly text: string
    }>
  }
  return new Map(requirements.map(({ id, level, text }) => [id, { level, text }]))
}

class Problem extends Error {}

const load = (file: string): string => {
  try {
    return fs.readFileSync(file, "utf8")
  } catch (error) {
    throw new Problem(
      `${path.basename(file)}: cannot be read: ${(error as NodeJS.ErrnoException).code}`,
    )
  }
}

const parsed = <A, E>(
  decode: (value: unknown) => Result.Result<A, E>,
  file: string,
  text: string,
): A => {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new Problem(`${file}: not JSON: ${(error as Error).message}`)
  }
  const decoded = decode(value)
  if (Result.isFailure(decoded)) throw new Problem(`${file}: ${String(decoded.failure)}`)
  return decoded.success
}

export class BadSuite extends Schema.TaggedError<BadSuite>()("BadSuite", {
  folder: Schema.String,
  problem: Schema.String,
}) {
  override get message(): string {
    return `${this.folder}: ${this.problem}: expected a folder that ipsx vectors has written`
  }
}
