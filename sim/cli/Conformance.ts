// What `ipsx conform` does: reads the suite, drives the driver, writes the reports, or judges a log.
import { accessSync, constants, existsSync, readFileSync, statSync, writeFileSync } from "node:fs"
import { dirname, join, resolve } from "node:path"
import * as Result from "effect/Result"
import * as Process from "../../src/conformance/process/Connection.ts"
import * as Folder from "../../src/conformance/process/Folder.ts"
import * as LogFile from "../../src/conformance/process/LogFile.ts"
import * as Forms from "../../src/conformance/report/Forms.ts"
import * as Report from "../../src/conformance/report/Report.ts"
import * as Text from "../../src/conformance/report/Text.ts"
import * as Runner from "../../src/conformance/Runner.ts"
import * as Shrink from "../../src/conformance/Shrink.ts"
import type { Vector } from "../../src/conformance/Vector.ts"
import type { Started } from "../../src/conformance/Wire.ts"
import * as SystemError from "../SystemError.ts"
import * as Words from "../Words.ts"
import type { Terminal } from "./Terminal.ts"
import * as Version from "./Version.ts"

type Files = Readonly<Record<keyof typeof Forms.all, string | undefined>>

export interface Given {
  readonly ids: ReadonlyArray<string>
  readonly command: ReadonlyArray<string>
  readonly trace: string | undefined
  readonly list: boolean
  readonly suite: string | undefined
  readonly files: Files
  readonly knownFailing: string | undefined
  readonly strict: boolean
  readonly step: boolean
  readonly progress: boolean
  readonly parameters: string | undefined
  readonly epoch: number
}

/** The exit code: 0, 1 or 2, as the help says; 130 after Ctrl-C. */
export const run = async (terminal: Terminal, given: Given): Promise<number> => {
  if (given.trace !== undefined) return judge(terminal, given, given.trace)
  const folder = Folder.read(given.suite ?? join(Version.root(), "spec/vectors"))
  if (Result.isFailure(folder)) return refuse(terminal, folder.failure.message)
  const vectors = folder.success.vectors.filter(isNamed(given.ids))
  if (vectors.length === 0)
    return refuse(terminal, `ipsx conform: no case begins with ${given.ids.join(" or ")}`)
  const known = knownFailing(given.knownFailing)
  if (known === undefined)
    return refuse(terminal, `ipsx conform: --known-failing: ${given.knownFailing} cannot be read`)
  if (given.list) {
    terminal.out(vectors.map(({ id }) => `${id}\n`).join(""))
    return 0
  }
  return drive(terminal, given, folder.success, vectors, known)
}

const refuse = (terminal: Terminal, message: string): number => {
  terminal.error(`${message}\n`)
  return 2
}

const isNamed =
  (ids: ReadonlyArray<string>) =>
  ({ id }: Vector): boolean =>
    ids.length === 0 || ids.some((prefix) => id.startsWith(prefix))

const knownFailing = (file: string | undefined): ReadonlyArray<string> | undefined => {
  if (file === undefined) return []
  if (!existsSync(file)) return undefined
  return readFileSync(file, "utf8")
    .split("\n")
    .map((line) => line.replace(/#.*/, "").trim())
    .filter((line) => line !== "")
}

const specified = (): Report.Requirements =>
  Folder.requirements(join(Version.root(), "spec/requirements.json"))

/** Whether a driver has said that it can be asked this. */
const isClaimed = (started: Started, vector: Vector): boolean =>
  started.classes.includes(vector.class) &&
  (started.roles === undefined || vector.roles.some((role) => started.roles!.includes(role))) &&
  (vector.observe === undefined || vector.observe === (started.observe ?? "full"))

const drive = async (
  terminal: Terminal,
  given: Given,
  folder: Folder.Folder,
  vectors: ReadonlyArray<Vector>,
  known: ReadonlyArray<string>,
): Promise<number> => {
  const closed = Object.values(given.files).flatMap((file) => unwritable(file) ?? [])
  if (closed.length > 0) return refuse(terminal, `ipsx conform: ${closed[0]}`)
  let open: Runner.Connection | undefined
  let interrupted = false
  const stopListening = terminal.onInterrupt(() => {
    interrupted = true
    void open?.end(0)
  })
  const connect = (): Runner.Connection => {
    if (interrupted) throw new Error("stopped")
    open = Process.connect(given.command)
    return open
  }
  const progress = given.progress ? counter(terminal) : undefined
  const notClaimed: Array<Vector> = []
  try {
    const ran = await Runner.run({
      connect,
      suite: folder.suite,
      step: given.step,
      ...(progress === undefined ? {} : { onJudged: progress.judged }),
      select: (started) => {
        const claimed = Map.groupBy(vectors, (vector) => isClaimed(started, vector))
        notClaimed.push(...(claimed.get(false) ?? []))
        return claimed.get(true) ?? []
      },
    })
    progress?.done()
    if (interrupted) return 130
    if (Result.isFailure(ran)) return refuse(terminal, ran.failure.message)
    const shrunk = await Shrink.all(ran.success, connect)
    const requirements = specified()
    const report = Report.of({
      ran: shrunk,
      suite: folder.suite,
      manifest: folder.manifest,
      requirements,
      strict: given.strict,
      knownFailing: known,
      notClaimed,
    })
    const again = (id: string): string =>
      [
        "ipsx conform",
        id,
        ...(given.step ? ["--step"] : []),
        "--",
        ...given.command.map(Words.quote),
      ].join(" ")
    terminal.out(Text.text(report, requirements, again))
    for (const [form, file] of Object.entries(given.files))
      if (file !== undefined)
        writeFileSync(file, Forms.all[form as keyof Files](report, requirements))
    return report.good ? 0 : 1
  } catch (error) {
    if (interrupted) return 130
    if (!SystemError.is(error)) throw error
    const { path = "a report" } = error as NodeJS.ErrnoException
    return refuse(
      terminal,
      `ipsx conform: ${path} cannot be written: ${SystemError.writing(error)}`,
    )
  } finally {
    stopListening()
  }
}

/** Why a report could not be written, which is better known before the cases are run. */
const unwritable = (file: string | undefined): string | undefined => {
  if (file === undefined) return undefined
  try {
    if (!existsSync(file)) accessSync(dirname(resolve(file)), constants.W_OK)
    else if (statSync(file).isDirectory()) return `${file} cannot be written: it is a directory`
    else accessSync(file, constants.W_OK)
    return undefined
  } catch (error) {
    return `${file} cannot be written: ${SystemError.writing(error)}`
  }
}

// One line that counts where somebody watches, one for each class where nobody does.
const counter = (terminal: Terminal) => {
  let shown = 0
  let current = ""
  const judged = (one: Runner.Judged, done: number, total: number): void => {
    const name = one.vector.class
    if (terminal.interactive) {
      if (terminal.seconds() - shown < 0.1 && done < total) return
      shown = terminal.seconds()
      terminal.error(`\r[${done}/${total}] ${name.padEnd(14)}`)
    } else if (name !== current) terminal.error(`[${done}/${total}] ${name}\n`)
    current = name
  }
  return { judged, done: () => terminal.interactive && terminal.error("\n") }
}

const judge = async (terminal: Terminal, given: Given, file: string): Promise<number> => {
  const judged = await LogFile.judge(file, {
    parameters: given.parameters,
    folder: join(Version.root(), "spec/parameters"),
    epoch: given.epoch,
  })
  if (Result.isFailure(judged)) return refuse(terminal, judged.failure.message)
  const { findings, seen, lines } = judged.success
  const requirements = specified()
  for (const { line, broken } of findings.slice(0, 20))
    terminal.out(
      `✗ ${file}:${line}\n  ${broken.requirement}: ${requirements.get(broken.requirement)?.text ?? "?"}\n` +
        `  ${broken.subject}: expected ${JSON.stringify(broken.expected)}, actual ${JSON.stringify(broken.actual)}\n`,
    )
  if (findings.length > 20) terminal.out(`… and ${findings.length - 20} more\n`)
  terminal.out(
    `${findings.length === 0 ? "Lawful" : "Not lawful"}: ${lines} lines, ${seen.blocks} blocks, ${seen.logs} events, ${seen.channels} channels, ${findings.length} ${findings.length === 1 ? "finding" : "findings"}.\n`,
  )
  if (findings.length > 0 && given.parameters === undefined)
    terminal.out(
      "It was judged by the default parameters. Had the system others (preset: small), say so with --parameters.\n",
    )
  return findings.length === 0 ? 0 : 1
}
