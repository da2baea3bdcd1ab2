// Words as a shell takes them, for the commands that the program proposes.

/** A word, in quotes where it needs them. */
export const quote = (word: string): string => {
  if (/^[\w./:=@,-]+$/.test(word)) return word
  if (!word.includes("'")) return `'${word}'`
  return /["$`\\!]/.test(word) ? `'${word.replaceAll("'", `'\\''`)}'` : `"${word}"`
}
