// Which cases are asked for, and how many of them are played at a time.

/** `17`, `0..119` or several of those with commas between. */
export const seeds = (text: string): ReadonlyArray<number> =>
  text.split(",").flatMap((part) => {
    const [from, to] = part.split("..").map(Number) as [number, number | undefined]
    return Array.from({ length: (to ?? from) - from + 1 }, (_, n) => from + n)
  })

/** Runs tasks in the order in which they were given, so many of them at once. */
export const make = (count: number): (<A>(task: () => Promise<A>) => Promise<A>) => {
  let free = count
  const waiting: Array<() => void> = []
  return async (task) => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
    try {
      return await task()
    } finally {
      const next = waiting.shift()
      if (next === undefined) free++
      else next()
    }
  }
}
