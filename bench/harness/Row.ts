// What a bench says: one line of JSON for each comparison, on standard output. Only the ratio means something
// on another machine; the figures beside it say where it comes from.

export interface Row {
  readonly bench: string
  readonly case: string
  /** Of `value` and `peerValue`. */
  readonly unit: string
  readonly higherIsBetter: boolean
  readonly value: number
  /** What it was measured against, with its version; `limit` for a bound that the project set. */
  readonly peer: string
  readonly peerValue: number
  /** How many times better than the peer: the median over the rounds, above 1 when ours is the better one. */
  readonly ratio: number
  /** The relative spread of the rounds' ratios: 1.4826 times the median deviation, over the median. */
  readonly noise: number
  readonly rounds: number
  /** The least ratio that the project asks for, where it asks for one. */
  readonly bar?: number
  readonly note?: string
}

export interface Measured {
  readonly bench: string
  readonly case: string
  readonly unit: string
  readonly higherIsBetter: boolean
  readonly peer: string
  /** Our figure and the peer's of each round, taken one after the other. */
  readonly samples: ReadonlyArray<readonly [ours: number, peer: number]>
  readonly bar?: number | undefined
  readonly note?: string | undefined
}

/** The middle of some numbers. @throws RangeError when there is none. */
export const median = (values: ReadonlyArray<number>): number => {
  if (values.length === 0) throw new RangeError("there is no median of nothing")
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

/** The spread of some numbers relative to their middle; it estimates a standard deviation, and outliers do not move it. */
export const spread = (values: ReadonlyArray<number>): number => {
  const middle = median(values)
  return (1.4826 * median(values.map((value) => Math.abs(value - middle)))) / Math.abs(middle)
}

/**
 * The row of a comparison.
 *
 * @throws RangeError when a figure is not a number above zero: such a row would pass any check.
 * @example
 * Row.print(Row.of({ bench: "kernel", case: "hold", unit: "events/s/core", higherIsBetter: true, peer: "simjs 2.0.3", samples }))
 */
export const of = (measured: Measured): Row => {
  const { samples, higherIsBetter, bar, note } = measured
  for (const value of samples.flat())
    if (!(value > 0 && Number.isFinite(value)))
      throw new RangeError(`${measured.bench}, ${measured.case}: not a figure: ${value}`)
  const ratios = samples.map(([ours, peer]) => (higherIsBetter ? ours / peer : peer / ours))
  return {
    bench: measured.bench,
    case: measured.case,
    unit: measured.unit,
    higherIsBetter,
    value: median(samples.map(([ours]) => ours)),
    peer: measured.peer,
    peerValue: median(samples.map(([, peer]) => peer)),
    ratio: median(ratios),
    noise: spread(ratios),
    rounds: samples.length,
    ...(bar === undefined ? {} : { bar }),
    ...(note === undefined ? {} : { note }),
  }
}

/** The row of a figure that has to stay on the right side of a limit; the ratio is how far it is on it. */
export const limit = ({
  samples,
  limit: bound,
  ...rest
}: Omit<Measured, "samples" | "peer" | "bar"> & {
  readonly samples: ReadonlyArray<number>
  readonly limit: number
}): Row =>
  of({ ...rest, peer: "limit", bar: 1, samples: samples.map((value) => [value, bound] as const) })

export const print = (row: Row): void => void process.stdout.write(`${JSON.stringify(row)}\n`)

/** The row in a line of a bench's output, or what is wrong with it. */
export const parse = (line: string): Row | string => {
  let row: Partial<Row>
  try {
    row = JSON.parse(line)
  } catch {
    return `not a row: ${line.slice(0, 200)}`
  }
  const texts = [row.bench, row.case, row.unit, row.peer].every((text) => typeof text === "string")
  const numbers = [row.value, row.peerValue, row.ratio, row.noise, row.rounds]
  return texts && numbers.every(Number.isFinite) && typeof row.higherIsBetter === "boolean"
    ? (row as Row)
    : `a row lacks a field: ${line.slice(0, 200)}`
}
