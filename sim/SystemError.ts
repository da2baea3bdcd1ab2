// What the operating system refuses, in the words of somebody who can mend it, without a stack.

/** Whether an error is the operating system's word, like a full disk, and no mistake of the program. */
export const is = (error: unknown): boolean =>
  typeof (error as { readonly errno?: unknown } | null)?.errno === "number"

const codeOf = (error: unknown): unknown => (error as { readonly code?: unknown } | null)?.code

const text = (error: unknown): string => (error instanceof Error ? error.message : String(error))

/** Why it does not give a file. */
export const reading = (error: unknown): string => {
  switch (codeOf(error)) {
    case "ENOENT":
      return "there is no such file"
    case "EISDIR":
      return "it is a directory"
    case "ENOTDIR":
      return "a part of its path is a file"
    case "EACCES":
    case "EPERM":
      return "it may not be read"
    default:
      return text(error)
  }
}

/** Why it does not take one. */
export const writing = (error: unknown): string => {
  switch (codeOf(error)) {
    case "ENOENT":
      return "nothing can be made there"
    case "EISDIR":
      return "it is a directory"
    case "EEXIST":
    case "ENOTDIR":
      return "a part of its path is a file"
    case "EACCES":
    case "EPERM":
    case "EROFS":
      return "it may not be written"
    case "ENOSPC":
    case "EDQUOT":
      return "there is no room left for it"
    default:
      return text(error)
  }
}
