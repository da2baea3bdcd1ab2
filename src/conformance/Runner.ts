// Runs cases against a driver: sends them, bounds how long it waits, judges what comes, and goes on when the driver
// does not. What a process is, and how it is started and ended, is the connection's business.
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { JsonObject } from "./Json.ts"
import * as Judge from "./Judge.ts"
import type { Vector } from "./Vector.ts"
import * as Wire from "./Wire.ts"

export type Reply =
  | { readonly kind: "line"; readonly text: string }
  | { readonly kind: "silent" }
  | { readonly kind: "overlong" }
  | { readonly kind: "ended"; readonly how: string }

export interface Connection {
  readonly send: (line: string) => void
  /** The next line, or why there is none within so many milliseconds. */
  readonly receive: (ms: number) => Promise<Reply>
  /** Closes the driver's input, and ends the process when it has not ended by itself after so many milliseconds. */
  readonly end: (graceMs: number) => Promise<void>
  /** The last that it wrote to its standard error. */
  readonly said: () => string
}

export type Verdict =
  | { readonly status: "passed" }
  | {
      readonly status: "failed"
      readonly difference: Judge.Difference
      readonly results: ReadonlyArray<JsonObject>
    }
  | { readonly status: "skipped"; readonly message: string; readonly issue?: string }
  | { readonly status: "errored"; readonly message: string }

export interface Judged {
  readonly vector: Vector
  readonly verdict: Verdict
}

export interface Options {
  readonly connect: () => Connection
  readonly suite: string
  /** Whether each event is a message of its own. */
  readonly step?: boolean
  readonly limits?: Partial<typeof Wire.limits>
  readonly onJudged?: (judged: Judged, done: number, total: number) => void
  /** The cases to run, once the driver has said what it claims. */
  readonly select: (started: Wire.Started) => ReadonlyArray<Vector>
}

export interface Ran {
  readonly started: Wire.Started
  readonly judged: ReadonlyArray<Judged>
  readonly restarts: number
}

// A case under way: what was sent of it and what has come back.
interface Job {
  readonly vector: Vector
  readonly commands: ReadonlyArray<JsonObject>
  readonly results: Array<JsonObject>
  verdict: Verdict | undefined
}

interface Sent {
  readonly seq: number
  readonly job: Job
  readonly isLast: boolean
}

const decodeStarted = Schema.decodeUnknownResult(Wire.Started)
const decodeAnswer = Schema.decodeUnknownResult(Wire.Answer)

/**
 * Runs all selected cases.
 *
 * @example
 * const ran = await Runner.run({ connect: () => Process.connect(command), suite: "1.4.0", select })
 * @returns `DriverUnusable` when the driver does not start, or speaks another protocol.
 */
export const run = async (options: Options): Promise<Result.Result<Ran, DriverUnusable>> => {
  const state: State = {
    options,
    limits: { ...Wire.limits, ...options.limits },
    seq: 0,
    restarts: 0,
    judged: [],
    total: 0,
  }
  try {
    const [connection, started] = await start(state)
    const vectors = options.select(started)
    const step = options.step === true && started.step === true
    state.total = vectors.length
    await drive(
      state,
      connection,
      vectors.map((vector) => jobOf(vector, step, started)),
    )
    const { judged, restarts } = state
    return Result.succeed({ started, judged, restarts })
  } catch (error) {
    if (error instanceof DriverUnusable) return Result.fail(error)
    throw error
  }
}

type Limits = typeof Wire.limits

interface State {
  readonly options: Options
  readonly limits: Limits
  readonly judged: Array<Judged>
  seq: number
  restarts: number
  total: number
}

const start = async (state: State): Promise<readonly [Connection, Wire.Started]> => {
  const { options, limits } = state
  let connection: Connection | undefined
  try {
    connection = options.connect()
    const seq = ++state.seq
    const command = { cmd: "start", seq, protocol: Wire.protocol, suite: options.suite }
    connection.send(JSON.stringify(command))
    return [connection, started(await connection.receive(limits.startMs), seq, limits)]
  } catch (error) {
    await connection?.end(0)
    const said = connection?.said() ?? ""
    throw new DriverUnusable({ reason: (error as Error).message, said })
  }
}

// A driver that started once and does not again is given up, and what it answered stands.
const restart = async (state: State): Promise<Connection | undefined> => {
  if (state.restarts === state.limits.restarts) return undefined
  state.restarts++
  try {
    return (await start(state))[0]
  } catch (error) {
    if (error instanceof DriverUnusable) return undefined
    throw error
  }
}

const settle = (state: State, job: Job, verdict: Verdict): void => {
  const one = { vector: job.vector, verdict }
  state.judged.push(one)
  state.options.onJudged?.(one, state.judged.length, state.total)
}

// All jobs, over as many processes as it takes.
const drive = async (state: State, first: Connection, queue: Array<Job>): Promise<void> => {
  let connection = first
  try {
    while (!(await through(state, queue, connection))) {
      await connection.end(0)
      if (queue.length === 0) return
      const again = await restart(state)
      if (again === undefined) {
        for (const job of queue.splice(0))
          settle(state, job, { status: "errored", message: "the driver was given up" })
        return
      }
      connection = again
    }
    connection.send(JSON.stringify({ cmd: "stop", seq: ++state.seq }))
  } finally {
    await connection.end(state.limits.endMs)
  }
}

// Jobs through one process; whether it got to their end.
const through = async (
  state: State,
  queue: Array<Job>,
  connection: Connection,
): Promise<boolean> => {
  const underWay: Array<Sent> = []
  let unsent: ReadonlyArray<readonly [job: Job, at: number]> = []
  const fill = (): void => {
    while (underWay.length < state.limits.underWay) {
      if (unsent.length === 0) {
        const job = queue.shift()
        if (job === undefined) return
        unsent = job.commands.map((_, at) => [job, at] as const)
      }
      const [job, at] = unsent[0]!
      unsent = unsent.slice(1)
      const seq = ++state.seq
      underWay.push({ seq, job, isLast: at === job.commands.length - 1 })
      connection.send(JSON.stringify({ ...job.commands[at], seq }))
    }
  }
  for (fill(); underWay.length > 0; fill()) {
    const sent = underWay[0]!
    const problem = take(sent, await connection.receive(state.limits.answerMs), state.limits)
    if (problem !== undefined) {
      const said = connection.said().split("\n").at(-1) ?? ""
      const message = said === "" ? problem : `${problem}; it said: ${said}`
      settle(state, sent.job, { status: "errored", message })
      queue.unshift(
        ...lost([...underWay.map(({ job }) => job), ...unsent.map(([job]) => job)], sent.job),
      )
      return false
    }
    underWay.shift()
    if (sent.isLast) settle(state, sent.job, verdictOf(sent.job))
  }
  return true
}

// What was under way behind a failed case is sent again; it loses nothing.
const lost = (begun: ReadonlyArray<Job>, failed: Job): ReadonlyArray<Job> => {
  const jobs = new Set(begun)
  jobs.delete(failed)
  for (const job of jobs) {
    job.results.length = 0
    job.verdict = undefined
  }
  return [...jobs]
}

const started = (reply: Reply, seq: number, limits: Limits): Wire.Started => {
  const parsed = parse(reply, seq, limits.startMs)
  if (typeof parsed === "string") throw new Error(parsed)
  const decoded = decodeStarted(parsed)
  if (Result.isFailure(decoded))
    throw new Error(
      `its answer to start is not one: ${decoded.failure.message.replaceAll(/\s+/g, " ")}`,
    )
  const { protocol } = decoded.success
  if (protocol !== Wire.protocol)
    throw new Error(`it speaks protocol ${protocol}, this runner speaks ${Wire.protocol}`)
  return decoded.success
}

// What is wrong with the reply to a command; undefined when it is an answer, which the job has then.
const take = ({ job, seq }: Sent, reply: Reply, limits: Limits): string | undefined => {
  const parsed = parse(reply, seq, limits.answerMs)
  if (typeof parsed === "string") return parsed
  const decoded = decodeAnswer(parsed)
  if (Result.isFailure(decoded)) return `it answered what is no answer: ${excerpt(reply)}`
  const answer = decoded.success
  if ("skipped" in answer) job.verdict ??= skipped(answer)
  else if ("errored" in answer) job.verdict ??= { status: "errored", message: answer.message }
  else if ("results" in answer) job.results.push(...(answer.results as Array<JsonObject>))
  else if ("result" in answer) job.results.push(answer.result as JsonObject)
  return undefined
}

const skipped = (answer: { readonly message: string; readonly issue?: string }): Verdict => ({
  status: "skipped",
  message: answer.message,
  ...(answer.issue === undefined ? {} : { issue: answer.issue }),
})

const excerpt = (reply: Reply): string =>
  reply.kind === "line" ? JSON.stringify(reply.text.slice(0, 200)) : reply.kind

const parse = (reply: Reply, seq: number, ms: number): object | string => {
  if (reply.kind === "silent") return `no answer within ${ms / 1000} s`
  if (reply.kind === "overlong")
    return `it wrote a line of more than ${Wire.limits.lineBytes} bytes`
  if (reply.kind === "ended") return `it ${reply.how}`
  let value: unknown
  try {
    value = JSON.parse(reply.text)
  } catch {
    return `it wrote what is not JSON: ${excerpt(reply)}`
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    return `it wrote what is not a JSON object: ${excerpt(reply)}`
  const given = (value as { seq?: unknown }).seq
  return given === seq
    ? value
    : `it answered out of order: seq ${JSON.stringify(given)}, expected ${seq}`
}

const jobOf = (vector: Vector, step: boolean, started: Wire.Started): Job => {
  const { id, params, events } = vector
  const observe = vector.class === "agreement/1" ? { observe: started.observe ?? "full" } : {}
  const opening = { case: id, class: vector.class, params, ...observe }
  const commands = step
    ? [{ cmd: "reset", ...opening }, ...events.map((event) => ({ cmd: "step", event }))]
    : [{ cmd: "run", ...opening, events }]
  return { vector, commands, results: [], verdict: undefined }
}

const verdictOf = (job: Job): Verdict => {
  if (job.verdict !== undefined) return job.verdict
  const difference = Judge.difference(job.vector, job.results)
  return difference === undefined
    ? { status: "passed" }
    : { status: "failed", difference, results: job.results }
}

/** The driver cannot be tested at all. */
export class DriverUnusable extends Schema.TaggedError<DriverUnusable>()("DriverUnusable", {
  reason: Schema.String,
  said: Schema.String,
}) {
  override get message(): string {
    const said = this.said === "" ? "" : `\nIt said: ${this.said}`
    return `the driver cannot be tested: ${this.reason}${said}`
  }
}
