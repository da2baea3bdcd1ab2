// The barest event queue there can be: a binary heap in typed arrays, keyed by time and sequence, with nothing else.
// It is the ceiling of what a kernel can do.

export class Heap {
  readonly times: Float64Array
  readonly sequences: Float64Array
  readonly codes: Int32Array
  size = 0
  sequence = 0

  constructor(capacity: number) {
    this.times = new Float64Array(capacity)
    this.sequences = new Float64Array(capacity)
    this.codes = new Int32Array(capacity)
  }

  push(time: number, code: number): void {
    const { times, sequences, codes } = this
    const sequence = this.sequence++
    let hole = this.size++
    while (hole > 0) {
      const parent = (hole - 1) >> 1
      const above = times[parent]!
      if (above < time || (above === time && sequences[parent]! < sequence)) break
      times[hole] = above
      sequences[hole] = sequences[parent]!
      codes[hole] = codes[parent]!
      hole = parent
    }
    times[hole] = time
    sequences[hole] = sequence
    codes[hole] = code
  }

  /** Takes the first event out; its moment and code have been read from place 0. */
  pop(): void {
    const { times, sequences, codes } = this
    const size = --this.size
    if (size === 0) return
    const [time, sequence, code] = [times[size]!, sequences[size]!, codes[size]!]
    let hole = 0
    for (;;) {
      let child = 2 * hole + 1
      if (child >= size) break
      const right = child + 1
      if (right < size) {
        const [left, other] = [times[child]!, times[right]!]
        const isBefore = sequences[right]! < sequences[child]!
        if (other < left || (other === left && isBefore)) child = right
      }
      const below = times[child]!
      if (time < below || (time === below && sequence < sequences[child]!)) break
      times[hole] = below
      sequences[hole] = sequences[child]!
      codes[hole] = codes[child]!
      hole = child
    }
    times[hole] = time
    sequences[hole] = sequence
    codes[hole] = code
  }
}
