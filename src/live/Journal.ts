// The lasting storage of a party: one file that only grows, one line an entry with a checksum before it. A file and not
// a database, because all that is ever asked of it is "everything, in order", and one write with one fdatasync for many
// entries at once is the least that lasting can cost: 1 ms here, against 2.2 ms for SQLite with synchronous = FULL.
import {
  copyFile,
  link,
  open as openFile,
  readFile,
  rename,
  rm,
  stat,
  truncate,
  type FileHandle,
} from "node:fs/promises"
import { dirname } from "node:path"
import { crc32 } from "node:zlib"
import * as Effect from "effect/Effect"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as Scope from "effect/Scope"
import * as Lock from "./Lock.ts"
import * as Needed from "./Needed.ts"
import * as Recording from "./Recording.ts"

export interface Journal {
  /** Resolves when the entries are on disk, and rejects when they are not; those of one call are there together or not at all. */
  readonly append: (entries: ReadonlyArray<Recording.Entry>) => Promise<void>
}

export interface Opened {
  readonly journal: Journal
  /** What earlier runs left, in order. */
  readonly entries: ReadonlyArray<Recording.Entry>
}

/** What stands behind the checksum: the entry is the last of what was appended together, or more of it follow. */
const last = " "
const more = "+"

const line = (entry: Recording.Entry, mark = last): string => {
  const text = Recording.encode(entry)
  return `${checksum(text)}${mark}${text}\n`
}

/** Entries that are all there, or none of them is: what one moment has brought is not acted upon by halves. */
const together = (entries: ReadonlyArray<Recording.Entry>): string =>
  entries.map((entry, at) => line(entry, at < entries.length - 1 ? more : last)).join("")

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, "0")

interface Read {
  readonly entries: ReadonlyArray<Recording.Entry>
  /** Bytes that are good; what comes after was cut off in the middle of a write. */
  readonly length: number
}

/** Reads what is whole: only the last write can be torn, and nothing was done about any entry of it. */
const parse = (bytes: Buffer): Result.Result<Read, string> => {
  const entries: Array<Recording.Entry> = []
  let length = 0
  let begun: Array<Recording.Entry> = []
  for (let at = 0; ;) {
    const end = bytes.indexOf(10, at)
    if (end < 0) return Result.succeed({ entries, length })
    const text = bytes.toString("utf8", at, end)
    const number = entries.length + begun.length + 1
    const [mark, body] = [text.charAt(8), text.slice(9)]
    if (text.slice(0, 8) !== checksum(body) || (mark !== last && mark !== more))
      return bytes.indexOf(10, end + 1) < 0
        ? Result.succeed({ entries, length })
        : Result.fail(`line ${number} is damaged`)
    const entry = Recording.decode(body)
    if (Result.isFailure(entry)) return Result.fail(`line ${number} is of another version`)
    begun.push(entry.success)
    at = end + 1
    if (mark === more) continue
    entries.push(...begun)
    begun = []
    length = at
  }
}

/** Reads a file without opening it for writing: for those who look at a recording. */
export const read = (
  file: string,
): Effect.Effect<ReadonlyArray<Recording.Entry>, JournalUnusable> =>
  Effect.tryPromise({
    try: () => readFile(file),
    catch: (cause) => new JournalUnusable({ file, reason: (cause as Error).message }),
  }).pipe(
    Effect.flatMap((bytes) => Effect.fromResult(parse(bytes))),
    Effect.mapBoth({
      onSuccess: ({ entries }) => entries,
      onFailure: (error) =>
        typeof error === "string" ? new JournalUnusable({ file, reason: error }) : error,
    }),
  )

/** Entries that are waiting for the disk: a party that outruns it for so long has to stop. */
const waitingMax = 100_000

interface Open extends Journal {
  /** Takes nothing more, and closes the file when the last of it is on disk. */
  readonly close: () => Promise<void>
}

/** Bytes by which the file grows, and at least once its size, before it is made smaller while it is open. */
const growthMin = 8 * 2 ** 20

/** `length` is how many bytes of the file are good. */
const over = (file: string, first: FileHandle, length: number): Open => {
  let handle = first
  let good = length
  let small = length
  let isTorn = false
  let waiting: Array<{ readonly text: string; readonly done: (error?: unknown) => void }> = []
  let writing: Promise<void> | undefined
  let isClosed = false
  const flush = async (): Promise<void> => {
    while (waiting.length > 0) {
      const batch = waiting
      waiting = []
      try {
        // Behind what a full disk has cut off nothing could be read any more.
        if (isTorn) await handle.truncate(good)
        isTorn = true
        const bytes = Buffer.from(batch.map(({ text }) => text).join(""))
        await handle.appendFile(bytes)
        await handle.datasync()
        good += bytes.length
        isTorn = false
        for (const { done } of batch) done()
      } catch (cause) {
        for (const { done } of batch) done(cause)
      }
      if (!isTorn && good - small >= Math.max(growthMin, small)) await shrink()
    }
    writing = undefined
  }
  // Whoever runs for months would leave a file behind that no next run could read. When it cannot be done now, it is once the
  // file has grown as much again.
  const shrink = async (): Promise<void> => {
    try {
      const next = await rewrite(file, neededOf((await readFile(file)).toString("utf8")))
      await handle.close().catch(() => {})
      handle = next
      good = (await handle.stat()).size
    } catch {
      // What matters, that the file as it is can be written, each append finds out.
    }
    small = good
  }
  return {
    append: (entries) =>
      new Promise((resolve, reject) => {
        if (isClosed) return reject(new Error("it is closed"))
        if (waiting.length >= waitingMax) return reject(new RangeError("the disk is too slow"))
        const text = together(entries)
        waiting.push({ text, done: (error) => (error === undefined ? resolve() : reject(error)) })
        writing ??= flush()
        return undefined
      }),
    close: async () => {
      isClosed = true
      await writing
      await handle.close()
    },
  }
}

/**
 * Opens the file, or begins it, and keeps it until the scope closes, for itself alone (IPSX-PCH-012). Entries of deals that are over are dropped first,
 * so that the file stays as small as what it is needed for; `kept` is where they go.
 *
 * @example
 * const { journal, entries } = yield* Journal.open("provider/journal")
 */
export const open = (file: string): Effect.Effect<Opened, JournalUnusable, Scope.Scope> =>
  Effect.gen(function* () {
    const trying = <A>(task: () => Promise<A>) =>
      Effect.tryPromise({
        try: task,
        catch: (cause) => new JournalUnusable({ file, reason: (cause as Error).message }),
      })
    yield* Effect.mapError(
      Lock.hold(file),
      ({ message }) => new JournalUnusable({ file, reason: message }),
    )
    const bytes = yield* trying(() =>
      readFile(file).catch((cause: NodeJS.ErrnoException) => {
        if (cause.code === "ENOENT") return Buffer.alloc(0)
        throw cause
      }),
    )
    const read = yield* Effect.mapError(
      Effect.fromResult(parse(bytes)),
      (reason) => new JournalUnusable({ file, reason }),
    )
    if (read.length < bytes.length) yield* trying(() => truncate(file, read.length))
    const entries = Needed.of(read.entries, Date.now() / 1000)
    const isSmaller = entries.length < read.entries.length
    const journal = yield* Effect.acquireRelease(
      trying(async () => {
        const handle = isSmaller
          ? await rewrite(file, entries.map((entry) => line(entry)).join(""))
          : await openFile(file, "a", 0o600)
        return over(file, handle, (await handle.stat()).size)
      }),
      ({ close }) => Effect.promise(close),
    )
    return { journal, entries }
  })

/** The lines of a journal that is whole which are needed. PERF: of an entry nothing is looked at that has to be decoded. */
const neededOf = (text: string): string => {
  const bodies = text.split("\n").flatMap((one) => (one === "" ? [] : [one.slice(9)]))
  const lines = new Map(bodies.map((body) => [JSON.parse(body) as Recording.Entry, body]))
  return Needed.of([...lines.keys()], Date.now() / 1000)
    .map((entry) => `${checksum(lines.get(entry)!)}${last}${lines.get(entry)!}\n`)
    .join("")
}

/**
 * Puts a smaller file in the place of the old one, which stays beside it, by its time: what was dropped is not lost. The new one comes
 * back open.
 */
const rewrite = async (file: string, text: string): Promise<FileHandle> => {
  const temporary = `${file}.next`
  await rm(temporary, { force: true })
  const handle = await openFile(temporary, "a", 0o600)
  try {
    await handle.appendFile(text)
    await handle.datasync()
    const { mtimeMs } = await stat(file)
    // At every moment there is a whole file under the name. A run that was killed here has linked the same one already.
    const kept = `${file}.${Math.floor(mtimeMs)}`
    await link(file, kept).catch(async ({ code }: NodeJS.ErrnoException) => {
      if (code === "EEXIST") return
      // Some disks know no second name of a file.
      await copyFile(file, `${kept}.next`)
      await rename(`${kept}.next`, kept)
    })
    await rename(temporary, file)
  } catch (cause) {
    await handle.close()
    throw cause
  }
  await synchronise(dirname(file))
  return handle
}

/** What is appended from now on must not be lost with the new name. Where a directory cannot be synchronised nothing can be done. */
const synchronise = async (directory: string): Promise<void> => {
  const handle = await openFile(directory, "r").catch(() => undefined)
  await handle?.sync().catch(() => {})
  await handle?.close()
}

export class JournalUnusable extends Schema.TaggedError<JournalUnusable>()("JournalUnusable", {
  file: Schema.String,
  reason: Schema.String,
}) {
  override get message(): string {
    return `${this.file} cannot be used: ${this.reason}`
  }
}
