// What is said again and again while something stays as it is: a chain that is away is asked five times a second, and its
// owner wants to read of it once. Pure: time is an argument.

export interface Repeats {
  readonly said: Map<string, number>
}

/** Milliseconds for which the same text is not said again, and texts that are remembered. */
const againMs = 60_000
const textsMax = 256

export const make = (): Repeats => ({ said: new Map() })

/**
 * Whether a text is to be said now, `now` in milliseconds.
 *
 * @example
 * if (Repeats.isNews(repeats, error.message, performance.now())) say(error.message)
 */
export const isNews = ({ said }: Repeats, text: string, now: number): boolean => {
  const last = said.get(text)
  if (last !== undefined && now - last < againMs) return false
  said.delete(text)
  said.set(text, now)
  if (said.size > textsMax) said.delete(said.keys().next().value!)
  return true
}

/** A listener that hears of each trouble when it is news. */
export const quiet = (
  listen: (message: string) => void,
): ((trouble: { readonly message: string }) => void) => {
  const repeats = make()
  return ({ message }) => {
    if (isNews(repeats, message, performance.now())) listen(message)
  }
}
