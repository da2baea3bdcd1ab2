// The word that somebody meant who wrote another one.

/** How many letters have to be put in, taken out, changed or swapped with their neighbour. */
const distance = (from: string, to: string): number => {
  let [before, above]: [ReadonlyArray<number>, ReadonlyArray<number>] = [
    [],
    Array.from({ length: to.length + 1 }, (_, j) => j),
  ]
  for (let i = 1; i <= from.length; i++) {
    const row = [i]
    for (let j = 1; j <= to.length; j++) {
      const changed = above[j - 1]! + Number(from[i - 1] !== to[j - 1])
      const isSwap = i > 1 && j > 1 && from[i - 1] === to[j - 2] && from[i - 2] === to[j - 1]
      row.push(
        Math.min(changed, above[j]! + 1, row[j - 1]! + 1, isSwap ? before[j - 2]! + 1 : Infinity),
      )
    }
    ;[before, above] = [above, row]
  }
  return above[to.length]!
}

/** Longer words are not looked at: nobody means one of ours by them, and the search costs their square. */
const longest = 60

/** The known word that is nearest, if it is near enough to be meant: a third of its letters may be wrong. */
const word = (written: string, known: ReadonlyArray<string>): string | undefined => {
  if (written.length > longest) return undefined
  let best: string | undefined
  let least = Infinity
  for (const one of known) {
    const far = distance(written.toLowerCase(), one.toLowerCase())
    if (far < least && far <= Math.max(1, Math.floor(one.length / 3))) [best, least] = [one, far]
  }
  return best
}

/**
 * A question to put after a word that is not known; nothing when no known one is near.
 *
 * @example
 * `unknown key${Nearest.question("pricePerhour", keys)}` // "unknown key (did you mean pricePerHour?)"
 */
export const question = (written: string, known: ReadonlyArray<string>): string => {
  const meant = word(written, known)
  return meant === undefined ? "" : ` (did you mean ${meant}?)`
}
