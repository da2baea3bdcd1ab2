// Ours and a peer doing the same work, one after the other, round by round, in processor time: on a machine that
// somebody else uses too, nothing else can be compared.
import { isDeepStrictEqual } from "node:util"
import * as Row from "./Row.ts"

export interface Side<A> {
  readonly name: string
  readonly run: () => A | Promise<A>
}

export interface Comparison<A> {
  readonly bench: string
  readonly case: string
  readonly unit: string
  /** False when the unit is a time or a size. */
  readonly higherIsBetter: boolean
  /** How many units one call makes: `unit` is these by second, or when lower is better microseconds by one of them. */
  readonly work: number
  readonly ours: () => A | Promise<A>
  readonly peer: Side<A>
  /** Whether both gave the same answer; deep equality unless it says otherwise. */
  readonly equal?: (ours: A, peer: A) => boolean
  readonly rounds?: number
  readonly bar?: number
  readonly note?: string
}

/** Microseconds of processor time, of all threads of this process, that something takes. */
export const cpu = async <A>(run: () => A | Promise<A>): Promise<readonly [A, number]> => {
  const before = process.cpuUsage()
  const answer = await run()
  const { user, system } = process.cpuUsage(before)
  return [answer, user + system]
}

/** The least time of one sample: below it, the counter's own step would show. */
const sampleMicrosMin = 20_000

/** Microseconds by call: as many calls as fill a sample. */
const timed = async (run: () => unknown, calls: number): Promise<number> => {
  const [, micros] = await cpu(async () => {
    for (let i = 0; i < calls; i++) {
      const answer = run()
      if (answer instanceof Promise) await answer
    }
  })
  return Math.max(micros, 1) / calls
}

const callsFor = async (run: () => unknown): Promise<number> => {
  for (let calls = 1; ; calls *= 4) {
    const micros = (await timed(run, calls)) * calls
    if (micros >= sampleMicrosMin) return Math.max(1, Math.ceil((calls * sampleMicrosMin) / micros))
  }
}

/**
 * Compares, and prints the row. Both sides warm up and must give the same answer before any time counts.
 *
 * @throws Error when the answers differ.
 */
export const compare = async <A>(comparison: Comparison<A>): Promise<Row.Row> => {
  const { ours, peer, work, equal = isDeepStrictEqual, higherIsBetter, rounds = 7 } = comparison
  if (!equal(await ours(), await peer.run()))
    throw new Error(`${comparison.bench}, ${comparison.case}: ${peer.name} gives another answer`)
  const [own, others] = [await callsFor(ours), await callsFor(peer.run)]
  const figure = (micros: number) => (higherIsBetter ? (work * 1e6) / micros : micros / work)
  const samples: Array<readonly [number, number]> = []
  for (let round = 0; round < rounds; round++) {
    const mine = await timed(ours, own)
    samples.push([figure(mine), figure(await timed(peer.run, others))])
  }
  const { bench, case: name, unit, bar, note } = comparison
  const row = Row.of({
    bench,
    case: name,
    unit,
    higherIsBetter,
    peer: peer.name,
    samples,
    bar,
    note,
  })
  Row.print(row)
  return row
}
